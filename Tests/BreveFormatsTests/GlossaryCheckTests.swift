// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTerms
internal import BreveTestSupport
internal import Testing

@Suite("Checks of a glossary")
struct GlossaryCheckTests {
  private static let header = GlossaryColumns.known.joined(separator: "\t") + "\n"

  /// A line from id, French, English, status and other columns.
  private static func line(
    _ id: String, _ fr: String, _ en: String, _ status: String = "preferred",
    _ others: [String: String] = [:]
  ) -> String {
    let values = [
      "id": id, "fr": fr, "en": en, "status": status, "pos": "noun", "domain": "justice",
      "match": "inflect", "created": "2026-11-21", "changed": "2026-11-21",
    ].merging(others) { $1 }
    return GlossaryColumns.known.map { values[$0] ?? "" }.joined(separator: "\t") + "\n"
  }

  private func findings(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let table = try GlossaryTable(bytes, at: SourceLocation(path: "g.tsv"))
    return table.findings(GlossaryRules(domains: ["justice", "defence"]), bytes: bytes)
      .map { "\($0.line) \($0.kind.rawValue): \($0.text)" }
  }

  static let cases: [(lines: String, expected: [String])] = [
    (line("a", "a", "b"), []),
    (
      line("a", "a", "b") + line("a", "a", "b"),
      [
        "3 duplicate: 'a' is 'b' on line 2 too; keep one",
        "3 preferred: 'a' (id a) has a preferred English on line 2 already; make one of them admitted",
      ]
    ),
    (
      line("a", "a", "b") + line("a", "a", "b", "deprecated"),
      [
        "3 contradiction: 'a' is 'b' on line 2 too, where it is preferred and not deprecated; keep one"
      ]
    ),
    (
      line("a", "a", "b", "preferred", ["en_variants": "c"]) + line("a", "a", "c", "deprecated"),
      ["3 shadow: 'c' is deprecated for 'a', but line 2 allows it; take it from one of them"]
    ),
    (
      line("a", "a", "b", "preferred", ["fr_variants": "aa"]) + line("a", "aa", "b", "superseded")
        + line("a", "aa", "x"),
      [
        "3 shadow: 'b' is superseded for 'aa', but line 2 allows it; take it from one of them",
        "4 order: 'aa' comes before 'aa' of line 3; breve glossary check --sort puts all in order",
      ]
    ),
    (
      line("a", "a", "b", "admitted"),
      ["2 preferred: nothing is preferred for 'a' (id a); add a preferred line"]
    ),
    (
      line("a", "a", "b") + line("b", "a", "c"),
      [
        "3 ambiguity: 'a' is another concept on line 2 (id a), and nothing tells them apart; give a note or a definition"
      ]
    ),
    (line("a", "a", "b", "preferred", ["note": "x"]) + line("b", "a", "c"), []),
    (
      line("a", "b", "x") + line("a", "a", "y"),
      ["3 order: 'a' comes before 'b' of line 2; breve glossary check --sort puts all in order"]
    ),
    (
      line("a", "a ", "b  c") + line("b", "d", "l’or"),
      [
        "2 spacing: en: 'b  c' has two spaces in a row; keep one",
        "2 untrimmed: fr: 'a ' has white space at an end; take it away",
        "3 apostrophe: en: 'l’or' has a curled apostrophe; write it straight (')",
      ]
    ),
    (
      line("a", "e\u{301}", "b\u{A0}c"),
      [
        "2 normalization: fr: 'e\u{301}' is not in NFC; write its letters and accents as one",
        "2 spacing: en: 'b\u{A0}c' has a space that is no ordinary one; make it one",
      ]
    ),
    (
      line(
        "a", "a", "b", "preferrd", ["pos": "nom", "domain": "defense", "match": "", "dnt": "no"]),
      [
        "2 empty: match is empty; fill it in",
        "2 preferred: nothing is preferred for 'a' (id a); add a preferred line",
        "2 value: there is no dnt 'no'; give one of yes",
        "2 value: there is no domain 'defense', perhaps 'defence'; give one of justice, defence",
        "2 value: there is no pos 'nom'; give one of noun, verb, adjective, adverb, phrase, name, acronym",
        "2 value: there is no status 'preferrd', perhaps 'preferred'; give one of preferred, admitted, deprecated, superseded",
      ]
    ),
    (
      line("A b", "a", "b", "preferred", ["created": "2026-02-30", "changed": "2026"])
        + line("", "c", "d", "preferred", ["created": "2026-11-21", "changed": "2026-11-20"]),
      [
        "2 date: '2026' is no day; give it as 2026-11-21",
        "2 date: '2026-02-30' is no day; give it as 2026-11-21",
        "2 value: 'A b' is no id; give small ASCII letters and figures with hyphens between them",
        "3 date: changed 2026-11-20 is before created 2026-11-21; mend one of them",
        "3 empty: id is empty; fill it in",
      ]
    ),
    (
      line("a", "a", "b", "preferred", ["dnt": "yes"]),
      [
        "2 untranslated: 'a' is not to be translated, but the English is 'b'; mend dnt or the English"
      ]
    ),
    (
      line("a", "a", "b", "preferred", ["fr_variants": "a", "en_variants": "x | x"]),
      [
        "2 variant: the variant 'a' stands there twice or is the term; take it out",
        "2 variant: the variant 'x' stands there twice or is the term; take it out",
      ]
    ),
    (
      line("k", "Kiev", "Kiev", "superseded") + line("k", "Kiev", "Kyiv")
        + line("k", "Kyïv", "Kiev") + line("k", "Kyïv", "Kyiv", "superseded"),
      [
        "2 cycle: 'Kiev' is superseded by a term that it supersedes (id k); decide which is the newer",
        "3 order: 'Kiev' comes before 'Kiev' of line 2; breve glossary check --sort puts all in order",
        "5 cycle: 'Kyiv' is superseded by a term that it supersedes (id k); decide which is the newer",
      ]
    ),
    (
      "\n\ta\n" + line("a", "a", "b"),
      [
        "2 empty: the line is empty; take it out",
        "3 malformed: the line holds no English term, so it is passed over; mend the line",
      ]
    ),
    (
      String(line("a", "a", "b").dropLast()) + "\r\n",
      ["2 line-end: lines end with CR LF, here and perhaps later; save them with LF"]
    ),
    (String(line("a", "a", "b").dropLast()), ["2 line-end: the last line has no end; add one"]),
  ]

  @Test("Each fault is told, with its line and what to do", arguments: cases.indices)
  func tells(place: Int) throws {
    let (lines, expected) = Self.cases[place]
    let found = try findings(Self.header + lines)
    #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) }, "\(found)")
  }

  @Test("Every kind of finding has a case")
  func kinds() {
    let told = Set(
      Self.cases.flatMap(\.expected).compactMap { $0.split(separator: " ")[1].dropLast() }.map(
        String.init))
    #expect(told == Set(GlossaryFinding.Kind.allCases.map(\.rawValue)))
  }

  @Test("A file of two columns is checked for what two columns can have")
  func twoColumns() throws {
    #expect(try findings("b\ta\na\tc\n") == [])
    #expect(
      try findings("b\ta\nb\ta \nb\ta\n") == [
        "2 untrimmed: en: 'a ' has white space at an end; take it away",
        "3 duplicate: 'b' is 'a' on line 1 too; keep one",
      ])
  }

  @Test(
    "Sorting moves the lines that are out of place and loses none",
    arguments: 1...20 as ClosedRange<UInt64>)
  func sorts(seed: UInt64) throws {
    var random = RandomGlossary(seed: seed)
    let table = GlossaryTable(random.glossary(pairs: 30))
    var generator = SeededGenerator(seed: seed)
    let shuffled =
      Self.header.replacingLast(with: table)
      + table.rows.map { $0.text + "\n" }.shuffled(using: &generator).joined()
    let lines = try GlossaryLines(Array(shuffled.utf8), path: "g.tsv")
    let sorted = lines.applying(lines.sorting).bytes
    #expect(!lines.sorting.removed.isEmpty, "seed \(seed)")
    #expect(sorted == Array(table.text.utf8), "seed \(seed)")
    let again = try GlossaryLines(sorted, path: "g.tsv")
    #expect(again.sorting.removed.isEmpty, "seed \(seed)")
  }
}

extension String {
  /// The header of `table` in the place of this one.
  fileprivate func replacingLast(with table: GlossaryTable) -> String {
    (table.header ?? []).joined(separator: "\t") + "\n"
  }
}
