// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveFormats
internal import BreveTerms
internal import BreveTestSupport
internal import Testing

@Suite("The five seeds")
struct SeedBriefTests {
  @Test("Their briefs are those that are committed", arguments: Repository.seeds)
  func committed(path: String) throws {
    let stem = "Reports/briefs/" + Brief.stem(path)
    try #require(Repository.exists(stem + ".md"), "make it with make brief")
    var lister = TermLister(try Self.glossary())
    let brief = lister.listing(Summarizer().brief(of: try Articles.seed(path)))
    #expect(
      Golden.difference(
        between: try Repository.text(stem + ".md"), and: brief.formatted(.markdown)) == nil)
    var maker = try Self.maker()
    let bilingual = maker.bilingual(Summarizer().brief(of: try Articles.seed(path)))
    #expect(
      Golden.difference(
        between: try Repository.text(stem + ".fr-en.md"), and: bilingual.markdown) == nil)
    #expect(
      Golden.difference(
        between: try Repository.text(stem + ".fr-en.html"), and: bilingual.html) == nil)
  }

  @Test("Their index is the one that is committed")
  func index() throws {
    try #require(Repository.exists("Reports/briefs/index.md"))
    var maker = try Self.maker()
    var entries: [(brief: BilingualBrief, files: [String])] = []
    for path in Repository.seeds {
      let stem = Brief.stem(path)
      entries.append(
        (
          maker.bilingual(Summarizer().brief(of: try Articles.seed(path))),
          [stem + ".md", stem + ".fr-en.md", stem + ".fr-en.html"]
        ))
    }
    let index = BilingualIndex(entries)
    #expect(
      Golden.difference(
        between: try Repository.text("Reports/briefs/index.md"), and: index.markdown) == nil)
    #expect(
      Golden.difference(
        between: try Repository.text("Reports/briefs/index.html"), and: index.html) == nil)
    #expect(
      Set(try Repository.names(in: "Reports/briefs"))
        == Set(entries.flatMap(\.files) + ["index.md", "index.html"]))
  }

  @Test("Every sentence of theirs has reviewed English in its context", arguments: Repository.seeds)
  func everySentenceHasEnglish(path: String) throws {
    var maker = try Self.maker()
    let all = Summarizer(length: .sentences(100)).brief(of: try Articles.seed(path))
    let rows = maker.bilingual(all).rows
    #expect(rows.count == all.sentences.count && rows.count >= 13)
    for row in rows {
      #expect(row.target.label == .memoryContext, "\(row.source.segment.text)")
      #expect(row.target.state == .reviewed)
    }
  }

  private static func glossary() throws -> Glossary {
    try GlossaryTable(contentsOf: Repository.path("Glossary/fr-en.tsv")).glossary
  }

  private static func maker() throws -> BilingualMaker {
    var memory = SegmentMemory()
    try memory.add(contentsOf: Repository.path("Glossary/memory/seeds.fr-en.tmx"))
    return BilingualMaker(memory: memory, glossary: try glossary())
  }

  @Test(
    "Their dates, without anything told beside the text",
    arguments: [
      (0, nil, nil, nil), (1, "2023-02", "month", "date 2023-02"),
      (2, "2025-06", "month", "date 2025-06"),
      (3, "2021-11", "month", "date 2021-11"), (4, "2025-04-03", "day", "jeudi 3 avril 2025"),
    ] as [(Int, String?, String?, String?)])
  func dates(number: Int, value: String?, precision: String?, evidence: String?) throws {
    let path = Repository.seeds[number]
    let article = try Article(contentsOf: Repository.path(path))
    #expect(article.date?.value.description == value)
    #expect(article.date?.value.precision.rawValue == precision)
    #expect(article.date?.evidence == evidence)
    let notes = article.notes.filter { $0.kind == .date }.map(\.text)
    if let range = article.date?.range {
      #expect(notes == [])
      #expect(String(decoding: try Repository.bytes(path)[range.utf8], as: UTF8.self) == evidence)
    } else {
      #expect(notes.count == 1)
      #expect(notes.first?.contains("vendredi 5 août") == true)
      #expect(notes.first?.hasSuffix("2022 (a guess)") == true)
    }
  }

  @Test("Ranges lead into their files", arguments: Repository.seeds)
  func ranges(path: String) throws {
    let bytes = try Repository.bytes(path)
    let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
    let brief = Summarizer(length: .sentences(5)).brief(of: try Articles.seed(path))
    #expect(brief.sentences.count == 5)
    for segment in brief.sentences.map(\.segment) + brief.omitted.map(\.segment) {
      let shown = segment.original ?? segment.text
      #expect(Array(bytes[segment.range.utf8]) == Array(shown.utf8))
      #expect(Array(units[segment.range.utf16]) == Array(shown.utf16))
      #expect(segment.range.bytes == nil)
    }
  }

  @Test("Nothing is chosen that is no sentence", arguments: Repository.seeds)
  func onlySentences(path: String) throws {
    let article = try Articles.seed(path)
    for length in [BriefLength.sentences(1), .sentences(60), .words(80), .words(1000)] {
      let brief = Summarizer(length: length).brief(of: article)
      #expect(brief.sentences.allSatisfy { [.paragraph, .listItem].contains($0.segment.role) })
      for text in ["date 20", "Imedias.net", "Photo gouv", "Mahamadou Kane", "Vague russe"] {
        #expect(!brief.summary.contains(text), "\(text)")
      }
    }
  }

  @Test("Their digests are those of SOURCES.tsv")
  func digests() throws {
    let lines = try Repository.text("seeds/SOURCES.tsv").split(separator: "\n")
    for path in Repository.seeds {
      let article = try Article(contentsOf: Repository.path(path))
      #expect(article.sha256.utf8.count == 64)
      let line = try #require(lines.first { $0.hasPrefix(path.dropFirst("seeds/".count) + "\t") })
      #expect(line.contains("\t" + article.sha256), "\(path)")
      #expect(article.language == .french)
    }
  }

  @Test("An abbreviation ends no sentence of theirs", arguments: Repository.seeds)
  func abbreviations(path: String) throws {
    let segments = try Articles.seed(path).document.segments.map(\.text)
    #expect(segments.allSatisfy { !$0.hasSuffix(" M.") && $0 != "M." })
    #expect(
      segments.allSatisfy {
        !$0.hasPrefix("»") && !$0.hasPrefix(", a") && !$0.hasPrefix("a indiqué")
      })
  }
}
