// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Finding sentences by their rarest word")
struct SentenceIndexTests {
  private static func text(_ sentences: [String]) throws -> RankingText {
    var options = ReadingOptions()
    options.structure = .plain
    var reader = DocumentReader(options: options)
    let document = try reader.document(
      SourceText(sentences.joined(separator: " ")), language: Language("und"))
    let text = RankingText(document, segments: Array(document.segments.indices), title: nil)
    try #require(text.sentences.count == sentences.count)
    return text
  }

  @Test("No sentence is missed that says all that another says", arguments: 1...20)
  func missesNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<12).map { "Word\(Character(UnicodeScalar(97 + UInt8($0))))" }
    let sentences = (0..<60).map { _ in
      (0..<generator.number(in: 1..<6)).map { _ in generator.one(of: words) }
        .joined(separator: " ") + "."
    }
    let text = try Self.text(sentences)
    let vectors = SentenceVectors(text)
    let index = SentenceIndex(text, of: 30..<60)
    for item in 0..<30 {
      let words = Set(sentences[item].dropLast().split(separator: " "))
      let saying = (30..<60).filter {
        words.count > 1 && words.isSubset(of: sentences[$0].dropLast().split(separator: " "))
      }
      let found = index.sentences(like: item)
      #expect(Set(saying).isSubset(of: found), "\(sentences[item])")
      #expect(saying.allSatisfy { vectors.says(item, what: $0) })
      #expect(found.allSatisfy { $0 >= 30 } && found == found.sorted())
    }
  }

  @Test("However many sentences there are, few are looked at for each")
  func looksAtFew() throws {
    func name(_ number: Int) -> String {
      String(
        String.UnicodeScalarView(
          String(number).unicodeScalars.map {
            UnicodeScalar(UInt8($0.value) + 49)
          }))
    }
    let count = 1500
    let text = try Self.text(
      (0..<count).map { "Harbour ship zq\(name($0)) sails." }
        + (0..<count).map { "Harbour ship zq\(name($0)) sails again." })
    let index = SentenceIndex(text, of: count..<2 * count)
    #expect((0..<count).allSatisfy { index.sentences(like: $0) == [$0 + count] })
    let same = try Self.text((0..<count).map { _ in "Harbour ship sails." })
    #expect(
      SentenceIndex(same, of: 0..<count).sentences(like: 7)
        == Array(0..<SentenceIndex.mostSentences))
  }
}
