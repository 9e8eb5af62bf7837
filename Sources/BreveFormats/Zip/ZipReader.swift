// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveCompression

/// Reads the files of a ZIP archive that is at hand, stored or deflated, each checked against its checksum.
///
/// Nothing is unpacked that an archive could be a trap with: the number of files, their sizes, alone and together, and how
/// much larger they are than what they are packed in, are bounded, and a name is there once.
package struct ZipReader {
  /// The names of the files, in the order of the directory.
  package var names: [String] { entries.map(\.name) }

  private let bytes: [UInt8]
  private let path: String
  private var entries: [Entry] = []

  /// More files are no document.
  package static let mostEntries = 10_000
  /// A larger file is not unpacked.
  package static let largestEntry = 1 << 26
  /// An archive with more bytes in all its files is not read.
  package static let largestTotal = 1 << 28
  /// Files over 1 MB that are so many times larger than packed are not unpacked; texts reach some tens.
  package static let largestRatio = 250

  private struct Entry {
    let name: String
    let method: Int
    let flags: Int
    let checksum: Int
    let packed: Int
    let size: Int
    let start: Int
  }

  /// Reads the directory.
  ///
  /// - Parameters:
  ///   - bytes: The archive.
  ///   - path: What it is called in errors.
  /// - Throws: ``LoadingError`` if it is no archive, is damaged or passes a bound.
  package init(_ bytes: [UInt8], path: String) throws(LoadingError) {
    self.bytes = bytes
    self.path = path
    guard bytes.count >= 22, bytes.number(at: 0, size: 4) == 0x0403_4B50 else {
      throw fault("this is no ZIP archive")
    }
    // The end record stands before a comment of at most 65,535 bytes.
    var end = bytes.count - 22
    let first = max(0, end - 0xFFFF)
    while end >= first, bytes.number(at: end, size: 4) != 0x0605_4B50 { end -= 1 }
    guard end >= first else { throw fault("the end of the archive is missing") }
    let count = bytes.number(at: end + 10, size: 2)
    guard count <= Self.mostEntries else {
      throw fault("the archive has \(count) files, more than \(Self.mostEntries)")
    }
    var place = bytes.number(at: end + 16, size: 4)
    var (total, unpacked) = (0, 0)
    var known: Set<String> = []
    for _ in 0..<count {
      guard place + 46 <= end, bytes.number(at: place, size: 4) == 0x0201_4B50 else {
        throw fault("the directory of the archive is damaged")
      }
      let length = bytes.number(at: place + 28, size: 2)
      let rest = bytes.number(at: place + 30, size: 2) + bytes.number(at: place + 32, size: 2)
      guard place + 46 + length + rest <= end else {
        throw fault("the directory of the archive is damaged")
      }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self)
      let entry = Entry(
        name: name, method: bytes.number(at: place + 10, size: 2),
        flags: bytes.number(at: place + 8, size: 2),
        checksum: bytes.number(at: place + 16, size: 4),
        packed: bytes.number(at: place + 20, size: 4), size: bytes.number(at: place + 24, size: 4),
        start: bytes.number(at: place + 42, size: 4))
      total += entry.packed
      // Files that share their bytes are a known trap.
      guard total <= bytes.count else { throw fault("files of the archive overlap") }
      unpacked += entry.size
      guard unpacked <= Self.largestTotal else {
        throw fault(
          "the files of the archive would take more than \(Self.largestTotal >> 20) MB together")
      }
      guard known.insert(name).inserted else {
        throw fault("the archive has two files called '\(name)'")
      }
      entries.append(entry)
      place += 46 + length + rest
    }
  }

  /// What a file of the archive holds; nil if there is none of this name.
  ///
  /// - Parameter name: Its path in the archive.
  /// - Returns: All its bytes.
  /// - Throws: ``LoadingError`` if it is damaged, encrypted or passes a bound.
  package func content(_ name: String) throws(LoadingError) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard entry.flags & 1 == 0 else { throw fault("'\(name)' is encrypted") }
    guard
      entry.size <= Self.largestEntry,
      entry.size <= 1 << 20 || entry.size / max(1, entry.packed) <= Self.largestRatio
    else {
      throw fault("'\(name)' would take \(entry.size) bytes from \(entry.packed)")
    }
    guard
      entry.start + 30 <= bytes.count, bytes.number(at: entry.start, size: 4) == 0x0403_4B50
    else { throw fault("'\(name)' is not where the directory says") }
    let start =
      entry.start + 30 + bytes.number(at: entry.start + 26, size: 2)
      + bytes.number(at: entry.start + 28, size: 2)
    guard start + entry.packed <= bytes.count else { throw fault("'\(name)' is cut off") }
    let packed = Array(bytes[start..<(start + entry.packed)])
    switch entry.method {
    case 0:
      guard packed.count == entry.size, Int(checksum(of: packed)) == entry.checksum else {
        throw fault("'\(name)' is damaged")
      }
      return packed
    case 8: return try unpacked(packed, entry)
    default: throw fault("'\(name)' is packed by method \(entry.method), which is not known")
    }
  }

  private func unpacked(_ packed: [UInt8], _ entry: Entry) throws(LoadingError) -> [UInt8] {
    var input = PackedBytes.header + packed
    input.append(entry.checksum, size: 4)
    input.append(entry.size, size: 4)
    var out: [UInt8] = []
    do throws(CompressionError) {
      var stream = try CompressionStream(.gzip, compresses: false)
      var position = 0
      while !stream.isDone {
        out += try stream.step(input, from: &position, isLast: true)
        if out.count > entry.size { throw .damaged }
      }
    } catch {
      throw fault("'\(entry.name)' is damaged")
    }
    guard out.count == entry.size else { throw fault("'\(entry.name)' is damaged") }
    return out
  }

  private func fault(_ reason: String) -> LoadingError {
    LoadingError(.notWellFormed(reason, shown: ""), at: SourceLocation(path: path))
  }
}
