// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveCompression
internal import BreveSystem

/// A file that is written a piece at a time and takes the place of the old one when it is whole.
///
/// A name that ends in `.gz` or `.xz` is packed. `-` is standard output.
package final class FileSink {
  package let path: String
  private var packer: Packer?
  private var file: FileWriting?

  /// Begins to write.
  ///
  /// - Throws: ``LoadingError`` if nothing can be written there.
  package init(path: String) throws(LoadingError) {
    self.path = path
    if path != "-" {
      let target = SystemFile.resolved(path) ?? path
      let kind = SystemFile.kind(path)
      if kind == .folder { throw LoadingError(.isFolder, at: SourceLocation(path: path)) }
      guard let opened = FileWriting(target, isSpecial: kind == .special) else {
        throw LoadingError(.notWritable, at: SourceLocation(path: path))
      }
      file = opened
    }
    if let kind = Compression(path: path) {
      guard let stream = try? CompressionStream(kind, compresses: true) else {
        throw LoadingError(.notWritable, at: SourceLocation(path: path))
      }
      packer = Packer(stream: stream)
    }
  }

  /// Writes the next bytes.
  package func write(_ bytes: [UInt8]) throws(LoadingError) {
    if bytes.isEmpty { return }
    try put(bytes, isLast: false)
  }

  /// Ends the file and puts it in its place; without this call nothing is changed.
  package func finish() throws(LoadingError) {
    if packer != nil { try put([], isLast: true) }
    guard file?.finish() ?? true else { throw notWritable }
    file = nil
  }

  private var notWritable: LoadingError {
    LoadingError(.notWritable, at: SourceLocation(path: path))
  }

  private func put(_ bytes: [UInt8], isLast: Bool) throws(LoadingError) {
    guard let packer else {
      try putRaw(bytes)
      return
    }
    var position = 0
    while true {
      guard let packed = try? packer.stream.step(bytes, from: &position, isLast: isLast) else {
        throw notWritable
      }
      try putRaw(packed)
      if isLast ? packer.stream.isDone : position == bytes.count && packed.count < 1 << 17 {
        return
      }
    }
  }

  private func putRaw(_ bytes: [UInt8]) throws(LoadingError) {
    guard file?.write(bytes) ?? StandardStream.output(bytes) else { throw notWritable }
  }

  private final class Packer {
    var stream: CompressionStream
    init(stream: consuming CompressionStream) { self.stream = stream }
  }
}
