// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveSystem
internal import FoundationEssentials

/// Whole files, read and written.
package enum FileBytes {
  /// - Throws: ``LoadingError`` that says why the file cannot be read, or that it is larger than a text may be.
  package static func read(_ path: String) throws(LoadingError) -> [UInt8] {
    let location = SourceLocation(path: path)
    switch SystemFile.kind(path) {
    case .missing: throw LoadingError(.notFound, at: location)
    case .folder: throw LoadingError(.isFolder, at: location)
    case .special:
      guard let bytes = SystemFile.read(path, limit: TextDecoder.largestText) else {
        throw LoadingError(.notReadable("I/O error"), at: location)
      }
      return bytes
    case .regular: break
    }
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      guard data.count <= TextDecoder.largestText else {
        throw LoadingError(.tooLarge(limit: TextDecoder.largestText), at: location)
      }
      return [UInt8](data)
    } catch let error as LoadingError {
      throw error
    } catch {
      let reason =
        (error as? CocoaError)?.code == .fileReadNoPermission ? "not allowed" : "I/O error"
      throw LoadingError(.notReadable(reason), at: location)
    }
  }

  /// Writes a file so that there is always the old one or the new one, whole; a link's target is written, and a pipe or
  /// device is written into.
  package static func write(_ bytes: [UInt8], to path: String) throws(LoadingError) {
    if SystemFile.kind(path) == .special {
      guard SystemFile.write(bytes, to: path) else {
        throw LoadingError(.notWritable, at: SourceLocation(path: path))
      }
      return
    }
    do {
      try Data(bytes).write(
        to: URL(filePath: SystemFile.resolved(path) ?? path), options: .atomic)
    } catch {
      throw LoadingError(.notWritable, at: SourceLocation(path: path))
    }
  }
}
