// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTerms
internal import BreveTestSupport
internal import Testing

@Suite("Glossaries as tables")
struct GlossaryTableTests {
  private func table(_ text: String) throws -> GlossaryTable {
    try GlossaryTable(Array(text.utf8), at: SourceLocation(path: "g.tsv"))
  }

  @Test("Columns are read by their names, in any order, and the others are kept")
  func columns() throws {
    let table = try table(
      "en\tproject\tfr\tstatus\tfr_variants\tdnt\nECOWAS\tdesk\tCEDEAO\tadmitted\tCédéao | C.E.D.E.A.O.\tyes\n"
    )
    #expect(table.warnings.isEmpty)
    let pair = TermPair(
      id: "2", source: "CEDEAO", target: "ECOWAS", sourceVariants: ["Cédéao", "C.E.D.E.A.O."],
      partOfSpeech: .acronym, status: .admitted, isUntranslated: true,
      others: ["project": "desk"])
    #expect(table.glossary.pairs == [pair])
    #expect(table.header == ["en", "project", "fr", "status", "fr_variants", "dnt"])
  }

  @Test("A file without a header is French and English; ids are the numbers of lines")
  func noHeader() throws {
    let table = try table("junte\tjunta\r\n\nFAMa\tMalian forces\nnégocier\tto negotiate")
    #expect(table.warnings.isEmpty && table.header == nil)
    #expect(table.glossary.pairs.map(\.id) == ["1", "3", "4"])
    #expect(table.glossary.pairs.map(\.partOfSpeech) == [.noun, .acronym, .verb])
    #expect(table.rows.map(\.line) == [1, 2, 3, 4])
    #expect(table.text == "junte\tjunta\n\nFAMa\tMalian forces\nnégocier\tto negotiate\n")
  }

  @Test("A byte order mark, Windows' line ends and other encodings are tolerated")
  func encodings() throws {
    let text = "id\tfr\ten\r\ncoup\tcoup d'État\tcoup\r\n"
    let plain = try table(text)
    #expect(plain.glossary.pairs.map(\.source) == ["coup d'État"])
    let doubled = try table("\u{FEFF}\u{FEFF}" + text.replacing("\r\n", with: "\r\r\n"))
    #expect(doubled.rows == plain.rows)
    let marked = try table("\u{FEFF}" + text)
    #expect(marked.rows == plain.rows && marked.header == ["id", "fr", "en"])
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let utf16 = try GlossaryTable(wide, at: SourceLocation(path: "g.tsv"))
    #expect(utf16.rows == plain.rows && utf16.header == ["id", "fr", "en"])
  }

  @Test("A line that cannot be used is kept, with the reason")
  func malformed() throws {
    let text = "fr\ten\nseul\n\tlost\na\tb\tc\nn\to\n"
    let table = try table(text)
    #expect(
      table.warnings.map(\.description) == [
        "g.tsv:2: the line holds no English term (no tab divides it), so it is passed over; mend the line",
        "g.tsv:3: the line holds no French term, so it is passed over; mend the line",
        "g.tsv:4: the line has 3 fields where the header names 2; the rest is not read; mend the line",
      ])
    #expect(table.glossary.pairs.map(\.source) == ["a", "n"])
    #expect(table.text == text)
  }

  @Test("A value that is not known is kept as it is written")
  func unknownValues() throws {
    let table = try table("fr\ten\tpos\tstatus\tmatch\na\tb\tnom\tpreferrd\tfuzzy\n")
    let pair = try #require(table.glossary.pairs.first)
    #expect(pair.partOfSpeech == PartOfSpeech(rawValue: "nom"))
    #expect(pair.status == TermStatus(rawValue: "preferrd"))
    #expect(pair.matching == TermMatching(rawValue: "fuzzy"))
  }

  @Test("An empty file is an error")
  func empty() {
    let error = #expect(throws: LoadingError.self) { try table("") }
    #expect(error?.kind == .empty)
  }

  @Test("What was written is read again", arguments: 1...40 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = RandomGlossary(seed: seed)
    let glossary = random.glossary(pairs: 30)
    let written = GlossaryTable(glossary)
    // What was put in, told by more than the table says of itself: nothing is lost, doubled or changed.
    func bytes(_ pairs: [TermPair]) -> [String] { pairs.map { "\($0)".debugDescription }.sorted() }
    let read = try table(written.text)
    #expect(bytes(read.glossary.pairs) == bytes(glossary.pairs), "seed \(seed)")
    #expect(read.rows == written.rows, "seed \(seed)")
    #expect(read.columns == written.columns && read.warnings.isEmpty, "seed \(seed)")
    #expect(read.text == written.text, "seed \(seed)")
  }

  @Test("Lines are never lost, whatever they hold", arguments: 1...40 as ClosedRange<UInt64>)
  func lossless(seed: UInt64) throws {
    var random = RandomText(seed: seed)
    var text = random.generator.isOne(in: 2) ? "id\tfr\ten\tnote\n" : "a\tb\n"
    for _ in 0..<30 {
      let fields = (0..<random.generator.number(in: 0..<6)).map { _ in
        random.soup(3).unicodeScalars.filter {
          $0 != "\n" && $0 != "\r" && $0 != "\t" && $0.value != 0
        }
        .map(String.init).joined()
      }
      text += fields.joined(separator: "\t") + "\n"
    }
    let table = GlossaryTable(text, path: "g.tsv")
    #expect(Array(table.text.utf8) == Array(text.utf8), "seed \(seed)")
    let lost = table.rows.filter { $0.pair == nil && $0.text.utf8.contains { $0 != 9 } }
    #expect(
      Set(lost.map(\.line)).isSubset(of: table.warnings.compactMap(\.location.line)), "seed \(seed)"
    )
  }

  @Test(
    "Lines are in the order of the lower-cased French term, then as written, id, status, English")
  func order() {
    let pairs = [
      ("a", "abandon", "x", TermStatus.preferred), ("b", "Abandon", "x", .preferred),
      ("a", "zone", "x", .preferred), ("a", "état", "x", .preferred),
      ("a", "E\u{301}tat", "x", .preferred), ("a", "État", "y", .deprecated),
      ("a", "État", "x", .deprecated), ("a", "État", "z", .preferred),
      ("A", "État", "z", .preferred), ("a", "Œuvre", "x", .preferred),
      ("a", "œuf", "x", .preferred), ("a", "Ökonom", "x", .preferred), ("a", "Öl", "x", .preferred),
      ("a", "Ça", "x", .preferred),
    ].map { TermPair(id: $0.0, source: $0.1, target: $0.2, status: $0.3) }
    let rows = GlossaryTable(Glossary(pairs: pairs)).glossary.pairs
    #expect(
      rows.map { "\($0.source) \($0.id) \($0.status.rawValue) \($0.target)" }
        .map { Array($0.utf8) }
        == [
          "Abandon b preferred x", "abandon a preferred x", "zone a preferred x",
          "Ça a preferred x", "E\u{301}tat a preferred x", "État A preferred z",
          "État a preferred z", "État a deprecated x", "État a deprecated y", "état a preferred x",
          "Ökonom a preferred x", "Öl a preferred x", "œuf a preferred x", "Œuvre a preferred x",
        ].map { Array($0.utf8) })
  }

  @Test("The product's glossary is read without a warning")
  func product() throws {
    let table = try GlossaryTable(contentsOf: Repository.path("Glossary/fr-en.tsv"))
    #expect(table.warnings.isEmpty)
    #expect(table.header == GlossaryColumns.known)
    #expect(table.rows.count > 1_000)
    #expect(Array(table.text.utf8) == (try Repository.bytes("Glossary/fr-en.tsv")))
    let again = GlossaryTable(table.glossary)
    #expect(again.glossary.pairs == table.glossary.pairs)
    #expect(Array(again.text.utf8) == Array(table.text.utf8))
  }
}
