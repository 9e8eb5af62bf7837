// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveTestSupport
internal import Testing

@Suite("Charsets")
struct CharsetTests {
  @Test(
    "Decodes, with the byte where each unit began",
    arguments: [
      ("windows-1252", [0x4C, 0x92, 0xE9, 0x74, 0xE9, 0x80], "L’été€", [0, 1, 2, 3, 4, 5]),
      ("ISO-8859-15", [0x63, 0xBD, 0xA4], "cœ€", [0, 1, 2]),
      ("macintosh", [0x8E, 0x88, 0xD5], "éà’", [0, 1, 2]),
      ("UTF-16LE", [0x41, 0, 0xE9, 0, 0x3D, 0xD8, 0x00, 0xDE], "Aé😀", [0, 2, 4, 4]),
      ("UTF-16BE", [0, 0x41, 0xD8, 0x3D, 0xDE, 0x00, 0, 0x42], "A😀B", [0, 2, 2, 6]),
      ("UTF-8", [0x41, 0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x80, 0x42], "Aé😀B", [0, 1, 3, 3, 7]),
      ("Shift_JIS", [0x93, 0x8C, 0x41], "東A", [0, 2]),
      ("windows-1252", [], "", []),
    ] as [(String, [UInt8], String, [Int32])])
  func decodes(charset: String, bytes: [UInt8], text: String, offsets: [Int32]) throws {
    let decoded = try Charset.decode(bytes.span, as: charset)
    #expect(decoded.units == Array(text.utf16))
    #expect(decoded.offsets == offsets)
  }

  @Test(
    "Says what is wrong",
    arguments: [
      ("no-such-charset", [0x41], "ucnv_toUnicode: U_FILE_ACCESS_ERROR"),
      ("UTF-8", [0x41, 0xFF, 0x41], "ucnv_toUnicode: U_ILLEGAL_CHAR_FOUND"),
      ("UTF-8", [0xC3], "ucnv_toUnicode: U_TRUNCATED_CHAR_FOUND"),
      ("UTF-16LE", [0x41], "ucnv_toUnicode: U_TRUNCATED_CHAR_FOUND"),
      ("UTF-16LE", [0x00, 0xDC, 0x41, 0], "ucnv_toUnicode: U_ILLEGAL_CHAR_FOUND"),
    ] as [(String, [UInt8], String)])
  func saysWhatIsWrong(charset: String, bytes: [UInt8], message: String) {
    let error = #expect(throws: ICUError.self) { try Charset.decode(bytes.span, as: charset) }
    #expect(error?.description == message)
  }

  @Test("Takes valid UTF-8 and nothing else", arguments: 0..<200)
  func validUTF8(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    let text = random.soup(40)
    var bytes = Array(text.utf8)
    #expect(Charset.utf16(fromUTF8: bytes.span) == Array(text.utf16), "seed \(seed)")
    let place = random.generator.number(in: 0..<bytes.count)
    bytes[place] = UInt8(random.generator.number(in: 0..<256))
    let expected = String(validating: bytes, as: UTF8.self).map { Array($0.utf16) }
    #expect(Charset.utf16(fromUTF8: bytes.span) == expected, "seed \(seed), byte \(place)")
  }

  @Test("Makes the same strings as the standard library", arguments: 0..<100)
  func strings(seed: Int) {
    var random = RandomText(seed: UInt64(seed))
    let units = random.units(seed * 2)
    let expected = String(decoding: units, as: UTF16.self)
    #expect(String(utf16: units.span).utf8.elementsEqual(expected.utf8), "seed \(seed)")
  }

  @Test("Guesses the charset of French")
  func guesses() throws {
    let sentence =
      "La société a été créée en août, l'année même où le président a été élu à Bamako. "
    let text = sentence.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let names = try Charset.guesses(for: text.span).map(\.name)
    #expect(names.contains("ISO-8859-1"))
    let confidences = try Charset.guesses(for: text.span).map(\.confidence)
    #expect(confidences == confidences.sorted(by: >))
  }
}
