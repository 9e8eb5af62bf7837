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
  /// What is worth less than so much of the best only fills room.
  private static let leastPart = 0.3
  /// What tells of earlier years fills no room either, unless it is nearly as good as the best.
  private static let leastOfBackground = 0.8
  /// What part of its worth a sentence keeps that only tells how things have long been.
  private static let newsless = 0.6
  /// Fewer words tell no news.
  private static let leastWords = 5

  /// Whether it needs the segment before it, and that one is never chosen.
  private static func lacksAntecedent(
    _ sentence: RankingText.Sentence, in document: Document, needs: Bool
  ) -> Bool {
    guard needs, sentence.segment > 0 else { return false }
    let before = document.segments[sentence.segment - 1]
    return before.block == document.segments[sentence.segment].block && before.role == .credit
  }

  private static func lacksSpeaker(
    _ sentences: ArraySlice<RankingText.Sentence>, in document: Document
  ) -> Bool {
    guard let first = sentences.first, let last = sentences.last else { return false }
    let lexicon = document.lexicon
    return lexicon.cues.lacksSpeaker(
      document.text.units,
      in: document.segments[first.segment].normalizedRange
        .lowerBound..<document.segments[last.segment].normalizedRange.upperBound,
      stopWords: lexicon.stopWords)
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
    let best = scores.max() ?? 0
    let cues = document.lexicon.cues
    let units = document.text.units
    self.units = ranges.enumerated().map { number, range in
      let members = text.sentences[range]
      let first = text.sentences[range.lowerBound]
      let place = document.segments[first.segment].normalizedRange
      // Of a quotation, the mean: its parts are not chosen for themselves.
      var score = max(Self.leastScore, range.reduce(0) { $0 + scores[$1] } / Double(range.count))
      let isNewsless = number == 0 && cues.opensWithoutNews(units, in: place)
      if isNewsless { score *= Self.newsless }
      let needs =
        first.dependence == .needsAntecedent || Self.lacksSpeaker(members, in: document)
        || range.lowerBound > 0
          && cues.takesUp(
            units, in: place,
            after: document.segments[text.sentences[range.lowerBound - 1].segment].normalizedRange)
      return SegmentSelection.Unit(
        sentences: range, score: score, words: members.reduce(0) { $0 + $1.words },
        characters: members.reduce(0) { $0 + $1.characters } + range.count - 1,
        antecedent: number > 0 && needs ? number - 1 : nil,
        isScrap: isNewsless || score < Self.leastPart * best
          || first.isBackground && score < Self.leastOfBackground * best
          || range.count == 1 && Self.isScrap(first)
          || Self.lacksAntecedent(first, in: document, needs: needs))
    }
  }
}
