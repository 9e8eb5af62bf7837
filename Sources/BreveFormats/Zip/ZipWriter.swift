// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveCompression

/// Makes a ZIP archive; the same entries make the same bytes, for every entry is of 1 January 1980.
///
/// - Source: PKWARE 2022, "APPNOTE.TXT", 6.3.10, without ZIP64.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  /// 1 January 1980, the first day that an archive can name.
  private static let day = 0x0021
  /// Names are UTF-8.
  private static let flags = 0x0800

  package init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: Its path in the archive, with `/` between the folders.
  ///   - content: What it holds, under 2 GB.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = PackedBytes(content)
    var fields: [UInt8] = []
    fields.append(20, size: 2)
    fields.append(Self.flags, size: 2)
    fields.append(8, size: 2)
    fields.append(0, size: 2)
    fields.append(Self.day, size: 2)
    fields.append(packed.checksum, size: 4)
    fields.append(packed.bytes.count, size: 4)
    fields.append(content.count, size: 4)
    fields.append(name.utf8.count, size: 2)
    fields.append(0, size: 2)
    directory.append(0x0201_4B50, size: 4)
    directory.append(20, size: 2)
    directory += fields
    directory.append(0, size: 2)
    directory.append(0, size: 2)
    directory.append(0, size: 2)
    directory.append(0, size: 4)
    directory.append(bytes.count, size: 4)
    directory += name.utf8
    bytes.append(0x0403_4B50, size: 4)
    bytes += fields
    bytes += name.utf8
    bytes += packed.bytes
    count += 1
  }

  /// Ends the archive.
  package consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.append(0x0605_4B50, size: 4)
    bytes.append(0, size: 4)
    bytes.append(count, size: 2)
    bytes.append(count, size: 2)
    bytes.append(directory.count, size: 4)
    bytes.append(start, size: 4)
    bytes.append(0, size: 2)
    return bytes
  }
}

/// Bytes as an archive holds them: what gzip makes, without its header of 10 bytes and its end of 8.
struct PackedBytes {
  let bytes: [UInt8]
  /// CRC-32 of what was packed.
  let checksum: Int
  static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  init(_ content: [UInt8]) {
    var all: [UInt8] = []
    do {
      var stream = try CompressionStream(.gzip, compresses: true)
      var position = 0
      while !stream.isDone { all += try stream.step(content, from: &position, isLast: true) }
    } catch {
      fatalError("out of memory")
    }
    let end = all.count - 8
    bytes = Array(all[Self.header.count..<end])
    checksum = all.number(at: end, size: 4)
  }
}

extension [UInt8] {
  /// A number, its lowest byte first.
  mutating func append(_ number: Int, size: Int) {
    for place in 0..<size { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  /// The number at a place, its lowest byte first; all its bytes are there.
  func number(at place: Int, size: Int) -> Int {
    (0..<size).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
  }
}
