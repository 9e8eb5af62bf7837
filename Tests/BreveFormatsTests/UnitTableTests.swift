// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Tables of translation units")
struct UnitTableTests {
  private static func read(
    _ text: [UInt8], _ separator: UnitTableReader.Separator = .tab, keepsGoing: Bool = false
  ) throws -> (texts: [[String]], lines: [Int?], remarks: [String]) {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "t")
    let reader = try UnitTableReader(
      contentsOf: path, separator: separator, source: .french, target: .english,
      keepsGoing: keepsGoing)
    var texts: [[String]] = []
    var lines: [Int?] = []
    while let unit = try reader.next() {
      texts.append(unit.variants.map { "\($0.language) \($0.text)" })
      lines.append(unit.line)
    }
    return (texts, lines, reader.report.remarks.map(\.description))
  }

  @Test("Tabs, missing targets, empty lines, line ends, a byte order mark")
  func tabs() throws {
    let found = try Self.read(Array("\u{FEFF}a \"b\"\tA\r\nc\t\n\n\tD\ne".utf8))
    #expect(found.texts == [["fr a \"b\"", "en A"], ["fr c"], ["en D"], ["fr e"]])
    #expect(found.lines == [0, 1, 3, 4])
    #expect(found.remarks == ["line 3: there is no text in it"])
  }

  @Test("Commas, quotes and line ends within quotes")
  func commas() throws {
    let found = try Self.read(Array("\"a, \"\"b\"\"\nc\",A\r\nd,\ne,E\n".utf8), .comma)
    #expect(found.texts == [["fr a, \"b\"\nc", "en A"], ["fr d"], ["fr e", "en E"]])
    #expect(found.lines == [0, 1, 2])
  }

  @Test("A bad line ends it, or is passed over")
  func faults() throws {
    let bytes = Array("a\tA\nb\tB\tc\nd\t".utf8) + [0xE9, 0x0A] + Array("e\tE\n".utf8)
    #expect {
      try Self.read(bytes)
    } throws: { "\($0)".hasSuffix("/t:2: it has 3 columns, not two; mend the line") }
    let found = try Self.read(bytes, keepsGoing: true)
    #expect(found.texts == [["fr a", "en A"], ["fr e", "en E"]])
    #expect(found.lines == [0, 3])
    #expect(found.remarks == ["line 2: it has 3 columns, not two", "line 3: it is not UTF-8"])
    #expect(throws: LoadingError.self) { try Self.read(Array("\"a".utf8), .comma) }
  }

  @Test("What is written is read back", arguments: [UnitTableReader.Separator.tab, .comma])
  func roundTrip(separator: UnitTableReader.Separator) throws {
    var random = RandomText(seed: 5)
    for _ in 0..<100 {
      var writer = UnitTableWriter(separator: separator, source: .french, target: .english)
      var expected: [[String]] = []
      for _ in 0..<random.generator.number(in: 1..<9) {
        var unit = TranslationUnit([])
        for language in [Language.french, .english].prefix(random.generator.number(in: 1..<3)) {
          var text = "x" + random.soup(4) + "x"
          if separator == .tab {
            text = String(
              String.UnicodeScalarView(
                text.unicodeScalars.map { [9, 10, 13].contains($0.value) ? " " : $0 }))
          }
          unit.variants.append(Variant(language, text))
        }
        let isWritten = writer.append(unit)
        #expect(isWritten)
        expected.append(unit.variants.map { "\($0.language) \($0.text)" })
      }
      #expect(try Self.read(writer.take(), separator).texts == expected)
    }
  }
}
