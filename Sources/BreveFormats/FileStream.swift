// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveCompression
internal import BreveSystem

/// The bytes of a file, a piece at a time: gzip and xz are unpacked, told by their first bytes.
///
/// A fault ends the stream and stands in ``failure``.
package final class FileStream {
  package let path: String
  /// Why the stream ended before its time; nil if it did not.
  package var failure: LoadingError? { own ?? rest?.failure }
  /// How many bytes were given.
  package private(set) var count = 0

  private let read: () -> [UInt8]?
  private var unpacker: Unpacker?
  private var isBegun = false
  private var own: LoadingError?
  private var rest: FileStream?

  /// A stream of the file at `path`; `-` is standard input.
  ///
  /// - Throws: ``LoadingError`` if it cannot be opened.
  package init(path: String) throws(LoadingError) {
    self.path = path
    if path == "-" {
      read = { StandardStream.input(upTo: 1 << 16) }
      return
    }
    switch SystemFile.kind(path) {
    case .missing: throw LoadingError(.notFound, at: SourceLocation(path: path))
    case .folder: throw LoadingError(.isFolder, at: SourceLocation(path: path))
    case .regular, .special: break
    }
    guard let file = FileReading(path) else {
      throw LoadingError(.notReadable("not allowed"), at: SourceLocation(path: path))
    }
    read = { file.next(upTo: 1 << 16) }
  }

  /// A stream of bytes at hand, called `path` in errors.
  package init(_ bytes: [UInt8], path: String) {
    self.path = path
    var rest: [UInt8]? = bytes
    read = {
      defer { rest = [] }
      return rest
    }
  }

  /// A stream of bytes already taken from another one, and then of the rest of it.
  package init(_ other: FileStream, first: [UInt8]) {
    path = other.path
    var first: [UInt8]? = first
    isBegun = true
    rest = other
    read = {
      defer { first = nil }
      return first ?? other.next()
    }
  }

  /// The next bytes; none at the end.
  package func next() -> [UInt8] {
    if failure != nil { return [] }
    if !isBegun {
      isBegun = true
      var first = raw()
      while first.count < 6 {
        let more = raw()
        if more.isEmpty { break }
        first += more
      }
      guard let kind = Compression(firstBytes: first) else {
        count += first.count
        return first
      }
      guard let stream = try? CompressionStream(kind, compresses: false) else {
        fail("there is not enough memory")
        return []
      }
      unpacker = Unpacker(stream: stream, input: first)
    }
    let bytes = unpacker == nil ? raw() : unpacked()
    count += bytes.count
    return bytes
  }

  private func raw() -> [UInt8] {
    guard let bytes = read() else {
      fail("I/O error")
      return []
    }
    return bytes
  }

  private func unpacked() -> [UInt8] {
    guard let unpacker else { return [] }
    while !unpacker.stream.isDone {
      if unpacker.position == unpacker.input.count, !unpacker.isLast, !unpacker.isFull {
        unpacker.input = raw()
        unpacker.position = 0
        unpacker.isLast = unpacker.input.isEmpty
        if failure != nil { return [] }
      }
      do {
        let bytes = try unpacker.stream.step(
          unpacker.input, from: &unpacker.position, isLast: unpacker.isLast)
        unpacker.isFull = bytes.count == 1 << 17
        if !bytes.isEmpty { return bytes }
      } catch {
        switch error {
        case .damaged: fail("the compressed data is damaged")
        case .cutOff: fail("the compressed data is cut off")
        case .needsTooMuchMemory: fail("unpacking it takes too much memory")
        }
        return []
      }
    }
    return []
  }

  private func fail(_ reason: String) {
    own = LoadingError(.notReadable(reason), at: SourceLocation(path: path))
  }

  private final class Unpacker {
    var stream: CompressionStream
    var input: [UInt8]
    var position = 0
    var isLast = false
    var isFull = false

    init(stream: consuming CompressionStream, input: [UInt8]) {
      self.stream = stream
      self.input = input
    }
  }
}
