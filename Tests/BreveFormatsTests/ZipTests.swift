// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTestSupport
internal import Testing

@Suite("ZIP")
struct ZipTests {
  private static let files: [(name: String, content: [UInt8])] = [
    ("empty", []), ("word/é.xml", Array("<a>é</a>".utf8)),
    ("long", (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }),
  ]

  private static func archive() -> [UInt8] {
    var writer = ZipWriter()
    for file in files { writer.add(file.name, file.content) }
    return writer.finish()
  }

  private func reason(_ bytes: [UInt8], _ name: String? = nil) -> String? {
    do throws(LoadingError) {
      let reader = try ZipReader(bytes, path: "a.zip")
      if let name { _ = try reader.content(name) }
      return nil
    } catch { return error.description }
  }

  @Test("What is written is read, and the same files make the same bytes")
  func roundTrip() throws {
    let bytes = Self.archive()
    #expect(bytes == Self.archive())
    let reader = try ZipReader(bytes, path: "a.zip")
    #expect(reader.names == Self.files.map(\.name))
    for file in Self.files { #expect(try reader.content(file.name) == file.content) }
    #expect(try reader.content("other") == nil)
  }

  @Test("Damage is told and never a trap")
  func damage() throws {
    let bytes = Self.archive()
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      var broken = bytes
      broken[Int.random(in: 0..<broken.count, using: &generator)] ^=
        1
        << UInt8.random(
          in: 0..<8, using: &generator)
      if Bool.random(using: &generator) {
        broken = Array(broken.prefix(Int.random(in: 0..<broken.count, using: &generator)))
      }
      for file in Self.files {
        guard let reader = try? ZipReader(broken, path: "a.zip") else { continue }
        if let content = try? reader.content(file.name) { #expect(content == file.content) }
      }
    }
    #expect(reason(Array("text".utf8)) == "a.zip: this is no ZIP archive; mend the file")
    #expect(reason(Array(bytes.dropLast(30)))?.contains("the end of the archive") == true)
  }

  @Test("Traps are refused before anything is unpacked")
  func traps() throws {
    var writer = ZipWriter()
    writer.add("zeros", [UInt8](repeating: 0, count: 2 << 20))
    let bomb = writer.finish()
    #expect(reason(bomb, "zeros")?.contains("'zeros' would take 2097152 bytes from") == true)
    // The directory says less than there is.
    var liar = bomb
    let directory = liar.count - 22 - 46 - 5
    liar.replaceSubrange((directory + 24)..<(directory + 28), with: [1, 0, 0, 0])
    #expect(reason(liar, "zeros") == "a.zip: 'zeros' is damaged; mend the file")
    var many = ZipWriter()
    for number in 0...ZipReader.mostEntries { many.add(String(number), []) }
    #expect(reason(many.finish())?.contains("has 10001 files") == true)
    // Two entries with the same bytes.
    var twice = ZipWriter()
    let noise = Self.files[2].content
    twice.add("a", noise)
    twice.add("b", noise)
    var overlapping = twice.finish()
    let end = overlapping.count - 22
    let second = end - 47
    let packed = Array(overlapping[(end - 47 + 20)..<(end - 47 + 24)])
    #expect(packed != [0, 0, 0, 0])
    overlapping.replaceSubrange((second + 20)..<(second + 24), with: [0xFF, 0xFF, 0xFF, 0])
    #expect(reason(overlapping)?.contains("overlap") == true)
    var locked = bomb
    locked[directory + 8] |= 1
    #expect(reason(locked, "zeros")?.contains("encrypted") == true)
  }

  /// An archive of files that are stored as they are; `checksum` is that of each of them.
  private func stored(_ files: [(name: String, content: String)], checksum: UInt32) -> [UInt8] {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for file in files {
      let size = file.content.utf8.count
      let fields =
        number(10, 2) + number(0, 8) + number(Int(checksum), 4) + number(size, 4)
        + number(size, 4) + number(file.name.utf8.count, 2) + number(0, 2)
      directory += Array("PK\u{1}\u{2}".utf8) + number(10, 2) + fields + number(0, 10)
      directory += number(bytes.count, 4) + Array(file.name.utf8)
      bytes += Array("PK\u{3}\u{4}".utf8) + fields + Array((file.name + file.content).utf8)
    }
    let count = number(files.count, 2)
    return bytes + directory + Array("PK\u{5}\u{6}".utf8) + number(0, 4) + count + count
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  @Test("A stored file is read if its CRC-32 is right")
  func storedFile() throws {
    // The check value of CRC-32.
    let right = stored([("a", "123456789")], checksum: 0xCBF4_3926)
    #expect(try ZipReader(right, path: "a.zip").content("a") == Array("123456789".utf8))
    let wrong = stored([("a", "123456789")], checksum: 0xCBF4_3927)
    #expect(reason(wrong, "a") == "a.zip: 'a' is damaged; mend the file")
  }

  @Test("Two files of one name are refused, for which one is meant is not known")
  func sameName() {
    let twice = stored([("a", "123456789"), ("a", "123456789")], checksum: 0xCBF4_3926)
    #expect(reason(twice) == "a.zip: the archive has two files called 'a'; mend the file")
  }

  @Test("Files that are too large together are refused, though each is not")
  func together() {
    var writer = ZipWriter()
    // One packed file after the other, each said to hold 1 MB.
    for number in 0..<300 { writer.add(String(number), [1]) }
    var bytes = writer.finish()
    #expect(reason(bytes, "7") == nil)
    for place in bytes.indices.dropLast(28)
    where bytes[place...].starts(with: Array("PK\u{1}\u{2}".utf8)) {
      bytes.replaceSubrange(place + 24..<place + 28, with: [0, 0, 16, 0])
    }
    #expect(reason(bytes)?.contains("together") == true)
  }
}
