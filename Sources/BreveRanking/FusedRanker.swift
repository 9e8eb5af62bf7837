// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
package import BreveText

/// The default: a weighted sum of a sentence's features, position and centrality first, with weights learned from the
/// summaries that editors wrote.
///
/// The weights stand in `fused.weights.txt`, which says what made them.
public struct FusedRanker: Ranker {
  public var name: String { "fused" }

  private let weights: FusedWeights

  /// The weights that are linked in.
  public init() {
    weights = FusedWeights.standard
  }

  package init(weights: FusedWeights) {
    self.weights = weights
  }

  /// One part of a score.
  public struct Share: Hashable, Sendable {
    public enum Feature: String, Sendable, CaseIterable {
      case position, first, second, late, paragraph
      case centrality, forward, title
      case short, long, substance, terse, names
      case question, quotation, personal, leaning, dependence, openEnd, background, focus
    }

    public let feature: Feature
    /// Between 0 and 1.
    public let value: Double
    /// What it adds to the score; negative for a penalty.
    public let contribution: Double
  }

  public func scores(of text: RankingText) -> [Double] { scoresAndShares(of: text).scores }

  /// The scores with what they are made of, which is there on request.
  package func scoresAndShares(
    of text: RankingText
  ) -> (scores: [Double], shares: @Sendable (Int) -> [Share]) {
    let weights = weights.values(hasTitle: !text.titleTokens.isEmpty, in: text.language)
    let rows = SentenceFeatures(text).rows
    return (rows.map { Self.score($0, weights) }, { Self.shares(rows[$0], weights) })
  }

  /// The weighted sum, raised above zero: every sentence is worth more than none.
  package static func score(_ row: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for index in row.indices { sum += row[index] * weights[index] }
    return max(0.01, sum + 1)
  }

  /// The parts of each sentence's score, those that are nothing left out.
  public func shares(of text: RankingText) -> [[Share]] {
    let shares = scoresAndShares(of: text).shares
    return text.sentences.indices.map(shares)
  }

  private static func shares(_ row: [Double], _ weights: [Double]) -> [Share] {
    zip(Share.Feature.allCases, row.indices).compactMap { feature, index in
      row[index] == 0 || weights[index] == 0
        ? nil
        : Share(feature: feature, value: row[index], contribution: row[index] * weights[index])
    }
  }
}

/// The weights of ``FusedRanker``: one set for articles with a title, one for those without.
package struct FusedWeights: Hashable, Sendable {
  package var withTitle: [Double]
  package var withoutTitle: [Double]
  /// What takes the place of weights in languages that they were not fitted to: feature, with title, without.
  package var elsewhere: [Override] = []

  package struct Override: Hashable, Sendable {
    package let feature: Int
    package let withTitle: Double
    package let withoutTitle: Double
  }

  /// The language of the articles that the weights were fitted to.
  package static let fitted = Language.french

  package init(withTitle: [Double], withoutTitle: [Double]) {
    self.withTitle = withTitle
    self.withoutTitle = withoutTitle
  }

  package func values(hasTitle: Bool, in language: Language = fitted) -> [Double] {
    var values = hasTitle ? withTitle : withoutTitle
    guard language.primary != Self.fitted.primary else { return values }
    for one in elsewhere { values[one.feature] = hasTitle ? one.withTitle : one.withoutTitle }
    return values
  }

  /// Those linked in (`fused.weights.txt`).
  package static let standard: FusedWeights = {
    let bytes = LinkedData.bytes(of: "fused.weights.txt") ?? []
    return FusedWeights(parsing: String(decoding: bytes, as: UTF8.self))
  }()

  /// Reads `feature weight-with-title weight-without` lines under `[weights]`, and under `[other languages]`.
  ///
  /// A feature that is not named weighs nothing.
  package init(parsing text: String) {
    let features = FusedRanker.Share.Feature.allCases
    withTitle = [Double](repeating: 0, count: features.count)
    withoutTitle = withTitle
    for entry in SectionedList(text).entries where entry.words.count == 3 {
      guard let feature = features.firstIndex(where: { $0.rawValue == entry.words[0] }),
        let one = Double(entry.words[1]), let other = Double(entry.words[2])
      else { continue }
      if entry.section == "other languages" {
        elsewhere.append(Override(feature: feature, withTitle: one, withoutTitle: other))
      } else {
        withTitle[feature] = one
        withoutTitle[feature] = other
      }
    }
  }
}
