// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Laws of documents")
struct DocumentLawTests {
  private static let languages = ["fr", "en", "de", "ar", "zh", "und"].map { Language($0) }

  /// Every way of reading; one reader each, because a reader opens dictionaries.
  private static let ways: [ReadingOptions] = ReadingOptions.Structure.allCases.flatMap {
    structure in
    ([nil, .wrapped, .paragraphs] as [LineMeaning?]).flatMap { lines in
      [true, false].map { repairs in
        var options = ReadingOptions()
        options.structure = structure
        options.lines = lines
        options.repairs = repairs
        return options
      }
    }
  }

  @Test("Hold on random text, read in every way", arguments: ways)
  func holdOnRandomText(options: ReadingOptions) throws {
    var reader = DocumentReader(options: options)
    for seed in 0..<60 {
      var random = RandomText(seed: UInt64(seed))
      let text = random.soup(random.generator.number(in: 1..<160))
      let language = random.generator.one(of: Self.languages)
      let document = try reader.document(SourceText(text), language: language)
      let faults = DocumentLaws.faults(of: document, from: text)
      #expect(faults == [], "seed \(seed), \(language)")
      if let lines = options.lines { #expect(document.lines == lines) }
      if !options.repairs {
        #expect(document.repairs == [])
        let isKept = document.segments.allSatisfy { $0.original == nil }
        #expect(isKept || document.lines == .wrapped, "seed \(seed)")
      }
      if options.structure == .plain {
        let isPlain = document.segments.allSatisfy { [.paragraph, .listItem].contains($0.role) }
        #expect(isPlain, "seed \(seed)")
      }
    }
  }

  @Test(
    "Hold where a mark that looks back is the first of the text",
    arguments: [") GOUVERNEMENT \t \n", "] PARIS \n", ". A", "» Il", ") ", "’ LE MALI"])
  func holdAtTheEdge(text: String) throws {
    var reader = DocumentReader()
    for language in Self.languages {
      let document = try reader.document(SourceText(text), language: language)
      #expect(DocumentLaws.faults(of: document, from: text) == [], "\(language)")
    }
  }

  @Test("Hold on random articles")
  func holdOnArticles() throws {
    var reader = DocumentReader()
    for seed in 0..<40 {
      var random = RandomText(seed: UInt64(seed))
      let text = random.article(sentences: seed % 12 + 1)
      let document = try reader.document(SourceText(text), language: .french)
      #expect(DocumentLaws.faults(of: document, from: text) == [], "seed \(seed)")
      #expect(!document.segments.isEmpty, "seed \(seed)")
    }
  }

  @Test(
    "Hold on every seed and every data file", arguments: ways.filter { $0.structure == .article })
  func holdOnFiles(options: ReadingOptions) throws {
    var reader = DocumentReader(options: options)
    let files = try Repository.files(below: "Sources/BreveText/Languages", ending: ".txt")
    #expect(files.count > 30)
    for path in Repository.seeds + files {
      let text = try Repository.text(path)
      let document = try reader.document(SourceText(text))
      #expect(DocumentLaws.faults(of: document, from: text) == [], "\(path)")
    }
  }

  @Test("A reader reads the same text the same way, whatever came before")
  func readerHasNoMemory() throws {
    var reader = DocumentReader()
    for path in Repository.seeds + Repository.seeds.reversed() {
      let text = SourceText(try Repository.text(path))
      var anew = DocumentReader()
      let expected = try anew.document(text)
      let document = try reader.document(text)
      #expect(document.segments == expected.segments)
      #expect(document.language == .french)
    }
  }

  @Test("Nothing is found in nothing", arguments: ["", " ", "\n\n", "\u{FEFF}", "\u{A0}\u{2029}"])
  func nothingInNothing(text: String) throws {
    var reader = DocumentReader()
    let document = try reader.document(SourceText(text), language: .french)
    #expect(document.segments == [])
  }

  @Test("Half a million marks take no more than linear time")
  func longLines() throws {
    var reader = DocumentReader()
    for piece in ["a.a.a.", "« ", "\" ", "\n", "A! ", "e\u{301}"] {
      let text = String(repeating: piece, count: 60_000)
      let document = try reader.document(SourceText(text), language: .french)
      #expect(document.source.utf16.count == piece.utf16.count * 60_000)
    }
  }

  @Test(
    "The laws bite",
    arguments: [
      ([("Un.", 0, 3), ("Deux.", 4, 9)], 0), ([("Un.", 0, 3)], 1), ([("Deux.", 4, 9)], 1),
      ([("Un.", 0, 3), ("eux.", 5, 9)], 1), ([("Un. ", 0, 4), ("Deux.", 4, 9)], 1),
      ([("Un.", 0, 3), ("Deus.", 4, 9)], 2), ([("Un. D", 0, 5), ("Deux.", 4, 9)], 2),
      ([("Un.", 0, 3), ("Deux.", 4, 10)], 2), ([], 1),
    ] as [([(String, Int, Int)], Int)])
  func lawsBite(example: [(String, Int, Int)], count: Int) {
    let cuts = example.map { Cut(text: $0.0, original: nil, utf8: $0.1..<$0.2, utf16: $0.1..<$0.2) }
    #expect(DocumentLaws.faults(of: cuts, from: "Un. Deux.").count == count)
  }
}
