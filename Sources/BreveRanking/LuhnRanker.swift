// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The sentences with the densest clusters of significant words: words that are no stop words and come at least twice.
///
/// - Source: Luhn 1958, "The Automatic Creation of Literature Abstracts", IBM Journal 2(2).
public struct LuhnRanker: Ranker {
  public var name: String { "luhn" }
  /// Insignificant words that may stand between two significant ones of a cluster: 4, as in Luhn.
  private static let widestGap = 4

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    var counts = [Int](repeating: 0, count: text.vocabulary.count)
    for token in text.tokens where !text.vocabulary.isStopWord[Int(token)] {
      counts[Int(token)] += 1
    }
    return text.sentences.map { sentence in
      var best = 0.0
      var first: Int?
      var last = 0
      var significant = 0
      for (place, token) in text.tokens[sentence.tokens].enumerated() where counts[Int(token)] > 1 {
        if first == nil || place - last > Self.widestGap + 1 {
          first = place
          significant = 0
        }
        significant += 1
        last = place
        let width = Double(place - (first ?? place) + 1)
        best = max(best, Double(significant * significant) / width)
      }
      return best
    }.normalizedToOne()
  }
}
