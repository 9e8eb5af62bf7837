// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveText

/// What is chosen together, and what needs what: the sentences of one quotation are one unit, and a sentence that cannot
/// stand alone needs the one before it.
struct BriefUnits {
  let units: [SegmentSelection.Unit]

  /// A sentence that a ranker thinks nothing of is still better than an empty brief.
  private static let leastScore = 1e-6
  /// Fewer words tell no news.
  private static let leastWords = 5

  /// Whether it needs the segment before it, and that one is never chosen.
  private static func lacksAntecedent(
    _ sentence: RankingText.Sentence, in document: Document
  ) -> Bool {
    guard sentence.dependence == .needsAntecedent, sentence.segment > 0 else { return false }
    let before = document.segments[sentence.segment - 1]
    return before.block == document.segments[sentence.segment].block && before.role == .credit
  }

  /// `Regarder :`, `La raison ?`, `APPEL`: what does not end like a sentence, asks, shouts or is too short to say anything.
  private static func isScrap(_ sentence: RankingText.Sentence) -> Bool {
    sentence.words < leastWords || sentence.endsOpen || sentence.isQuestion
      || !sentence.hasSmallLetters
  }

  init(document: Document, text: RankingText, scores: [Double]) {
    let groups = QuotationFinder().groups(of: document)
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.sentences.count {
      let group = groups[text.sentences[index].segment]
      var end = index + 1
      while end < text.sentences.count, group.contains(text.sentences[end].segment) { end += 1 }
      ranges.append(index..<end)
      index = end
    }
    units = ranges.enumerated().map { number, range in
      let members = text.sentences[range]
      let words = members.reduce(0) { $0 + $1.words }
      // Of a quotation, the mean: its parts are not chosen for themselves.
      let score = max(Self.leastScore, range.reduce(0) { $0 + scores[$1] } / Double(range.count))
      return SegmentSelection.Unit(
        sentences: range, score: score, words: words,
        characters: members.reduce(0) { $0 + $1.characters } + range.count - 1,
        antecedent: number > 0 && text.sentences[range.lowerBound].dependence == .needsAntecedent
          ? number - 1 : nil,
        isScrap: range.count == 1 && Self.isScrap(text.sentences[range.lowerBound])
          || Self.lacksAntecedent(text.sentences[range.lowerBound], in: document))
    }
  }
}
