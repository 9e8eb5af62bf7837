// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Sentences")
struct SentenceCaseTests {
  private static func cases(_ language: String) -> [CaseFile.Case] {
    (try? CaseFile("\(language).txt", besides: #filePath).cases) ?? []
  }

  private static func check(_ example: CaseFile.Case, _ language: Language) throws {
    var options = ReadingOptions()
    options.structure = .plain
    var reader = DocumentReader(options: options)
    let document = try reader.document(SourceText(example.text), language: language)
    #expect(document.segments.map(\.text) == example.sentences)
    #expect(DocumentLaws.faults(of: document, from: example.text) == [])
  }

  @Test("Of French cases", arguments: cases("fr"))
  func french(example: CaseFile.Case) throws { try Self.check(example, .french) }

  @Test("Of English cases", arguments: cases("en"))
  func english(example: CaseFile.Case) throws { try Self.check(example, .english) }

  @Test("The case files are read whole", arguments: [("fr", 40), ("en", 20)])
  func caseFiles(language: String, least: Int) throws {
    let file = try Repository.text("Tests/BreveTextTests/Cases/\(language).txt")
    let cases = try CaseFile("\(language).txt", besides: #filePath).cases
    #expect(cases.count == file.split(separator: "\n").count { $0 == "===" })
    #expect(cases.count >= least)
    #expect(cases.allSatisfy { !$0.text.isEmpty && !$0.sentences.isEmpty })
    #expect(cases.contains { $0.sentences.count == 1 })
    #expect(cases.contains { $0.sentences.count > 1 })
  }

  @Test("A case file is a text, ---, sentences, ===")
  func caseFile() {
    let file = "# first\nUn.\nDeux.\n---\nUn.\nDeux.\n===\n\n# second\nTrois\n---\nTrois\n===\nlost"
    let cases = CaseFile(parsing: file, name: "x.txt").cases
    #expect(cases.map(\.text) == ["Un.\nDeux.", "Trois"])
    #expect(cases.map(\.sentences) == [["Un.", "Deux."], ["Trois"]])
    #expect(cases.map(\.place) == ["x.txt:2", "x.txt:10"])
  }

  @Test("A segmenter gives the sentences of one paragraph, text after text")
  func segmenter() throws {
    var segmenter = try SentenceSegmenter(language: .french)
    #expect(segmenter.language == .french)
    for _ in 0..<2 {
      #expect(try segmenter.sentences(in: " Il pleut.  Sortons ! ") == ["Il pleut.", "Sortons !"])
      #expect(try segmenter.sentences(in: "") == [])
      #expect(
        try segmenter.sentences(in: "M. Lavrov part. Il rit.") == ["M. Lavrov part.", "Il rit."])
    }
    var bare = try SentenceSegmenter(language: .french, tailoring: SentenceTailoring.none)
    #expect(try bare.sentences(in: "M. Lavrov part.") == ["M.", "Lavrov part."])
    let own = try SentenceTailoring(parsing: "[never final]\nblurb\n")
    var tailored = try SentenceSegmenter(language: .french, tailoring: own)
    #expect(try tailored.sentences(in: "Un blurb. Deux. Trois.") == ["Un blurb. Deux.", "Trois."])
  }
}
