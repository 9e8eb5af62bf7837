// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// Whole files, read and written.
package enum FileBytes {
  /// - Throws: ``LoadingError`` that says why the file cannot be read, or that it is larger than a text may be.
  package static func read(_ path: String) throws(LoadingError) -> [UInt8] {
    let location = SourceLocation(path: path)
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw LoadingError(.notFound, at: location)
    }
    if isFolder { throw LoadingError(.isFolder, at: location) }
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

  /// Writes a file so that there is always the old one or the new one, whole.
  package static func write(_ bytes: [UInt8], to path: String) throws(LoadingError) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw LoadingError(.notWritable, at: SourceLocation(path: path))
    }
  }
}
