// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Testing

@testable internal import BreveFormats

@Suite("Tables of rows")
struct RowTableTests {
  private static let mark = RowMark(
    document: "kidal", range: 0..<9, source: "Il pleut.", english: "It rains.")

  private func english(_ cell: String, french: String = "Il pleut.") throws -> ExchangeRow {
    let table = "row\tsource\ttarget\n\(Self.mark.text)\t\(french)\t\(cell)\n"
    let rows = try RowTable.rows(Array(table.utf8), path: "a.tsv").rows
    #expect(rows.count == 1)
    return rows[0]
  }

  @Test(
    "Quotation marks hold a cell together only where they begin and end it",
    arguments: [
      ("It rains.", "It rains."), ("\"It rains, a lot.\"", "It rains, a lot."),
      ("\"\"\"Yes\"\", he said.\"", "\"Yes\", he said."), ("He said \"yes\".", "He said \"yes\"."),
      ("\"Yes\", he said.", "\"Yes\", he said."), ("\"A\" and \"B\"", "\"A\" and \"B\""),
      ("\"It\nrains\r\na lot.\"", "It rains a lot."), ("", ""), ("\"\"", ""),
    ])
  func marks(cell: String, text: String) throws {
    let row = try english(cell)
    #expect(row.english == text && row.mark == Self.mark && row.source == "Il pleut.")
    #expect(row.place == "line 2")
  }

  @Test("A quotation mark that is not closed is told with its line")
  func open() {
    for rest in ["", "\n\tun\t\"one\"\n"] {
      #expect {
        try RowTable.rows(
          Array("row\tsource\ttarget\na\tIl pleut.\t\"It rains.\(rest)".utf8), path: "a.tsv")
      } throws: {
        "\($0)".hasPrefix("a.tsv:2: a quotation mark is not closed")
      }
    }
  }

  @Test("A sentence in windows-1252 or UTF-16 is read as it was written")
  func encodings() throws {
    let table = "row\tsource\ttarget\n\(Self.mark.text)\tIl pleut.\tIt costs £3.\n"
    let narrow: [UInt8] = table.unicodeScalars.map { UInt8($0.value) }
    let wide: [UInt8] = [0xFF, 0xFE] + table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(table.utf8)
    for bytes in [narrow, wide, Array(table.utf8), marked] {
      let row = try #require(try RowTable.rows(bytes, path: "a.tsv").rows.first)
      #expect(row.english == "It costs £3." && row.mark == Self.mark)
    }
  }

  @Test("A short record takes no more room for a wide one before it")
  func room() throws {
    var table = DelimitedText(delimiter: UInt8(ascii: "\t"), hasQuotes: true)
    table.append(Array((String(repeating: "a\t", count: 500) + "\nb\n\nc\td\n").utf8))
    table.finish()
    var records: [DelimitedText.Record] = []
    while let record = table.popRecord() { records.append(record) }
    #expect(records.map(\.fields.count) == [501, 1, 1, 2])
    #expect(records.dropFirst().allSatisfy { $0.fields.capacity < 10 })
  }
}
