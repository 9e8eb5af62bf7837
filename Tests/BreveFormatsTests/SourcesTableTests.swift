// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("SOURCES.tsv")
struct SourcesTableTests {
  private static let header = "file\toutlet\tdate\ttitle\turl\tsha256\n"

  private func table(_ text: String) throws -> SourcesTable {
    try SourcesTable(text, at: SourceLocation(path: "S.tsv"))
  }

  @Test("Tells what it says and no more")
  func reads() throws {
    let table = try table(
      Self.header
        + "a.txt\tLe Monde\t2025-04-03\tUn titre\thttps://a.b/c\tabc\nb.txt\t\t\t\t\t\nc.txt\n")
    #expect(table.warnings.isEmpty)
    #expect(table.rows.keys.sorted() == ["a.txt", "b.txt", "c.txt"])
    let first = try #require(table.rows["a.txt"])
    let facts = SourceFacts(
      outlet: "Le Monde", date: PartialDate("2025-04-03"), title: "Un titre", url: "https://a.b/c")
    #expect(first.facts == facts)
    #expect(first.sha256 == "abc")
    #expect(first.line == 2)
    #expect(table.rows["b.txt"]?.facts == SourceFacts())
    #expect(table.rows["b.txt"]?.sha256 == nil)
    #expect(table.rows["c.txt"]?.line == 4)
  }

  @Test(
    "Reads other orders, fewer columns, and what Windows and spreadsheets write",
    arguments: [
      "date\tfile\n2023-02\ta.txt\n", "file\tdate\r\na.txt\t2023-02\r\n",
      "file\tdate\na.txt\t2023-02",
      "note\tfile\tdate\nx\ta.txt\t2023-02\n\n", "\u{FEFF}file\tdate\na.txt\t2023-02\n",
      "file\tdate\t\r\na.txt\t2023-02\t\r\n",
    ])
  func orders(text: String) throws {
    let table = try table(text)
    #expect(table.rows.count == 1)
    #expect(table.rows["a.txt"]?.facts == SourceFacts(date: PartialDate("2023-02")))
    #expect(table.warnings.isEmpty)
  }

  @Test("Goes on after a line that it cannot use, and says why")
  func warns() throws {
    let table = try table("file\tdate\n\t2023\na.txt\tApril\n\nb.txt\t2023\n")
    #expect(
      table.warnings.map(\.description) == [
        "S.tsv:2: the line names no file; mend the line",
        "S.tsv:3: 'April' is no date (2025-04-03, 2025-04 or 2025); mend the line",
      ])
    #expect(table.rows["a.txt"]?.facts == SourceFacts())
    #expect(table.rows["b.txt"]?.facts.date == PartialDate("2023"))
  }

  @Test(
    "Needs a header with file", arguments: ["", "\n", "a.txt\t2023\n", "File\tdate\n", "outlet\n"])
  func needsHeader(text: String) {
    let error = #expect(throws: LoadingError.self) { try table(text) }
    #expect(error?.description == "S.tsv:1: the first line names no column 'file'; mend the line")
  }

  @Test("Of the seeds tells their digests")
  func ofSeeds() throws {
    let table = try table(Repository.text("seeds/SOURCES.tsv"))
    #expect(table.rows.count == 5)
    #expect(table.warnings.isEmpty)
    #expect(
      Repository.seeds.allSatisfy { table.rows[String($0.dropFirst(6))]?.sha256?.count == 64 })
  }

  @Test("Facts are completed, never overruled")
  func completes() {
    let own = SourceFacts(outlet: "A", title: nil)
    let other = SourceFacts(outlet: "B", date: PartialDate("2023"), title: "T", url: "u")
    #expect(
      own.completed(by: other)
        == SourceFacts(outlet: "A", date: PartialDate("2023"), title: "T", url: "u"))
  }
}
