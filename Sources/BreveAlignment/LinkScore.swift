// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// How likely a link is right, from what the lattice says of it and of its neighbours.
///
/// A logistic regression over gold links; the weights were checked on texts they were not learned from: see
/// `Reports/quality/alignment.md`.
struct LinkScore {
  /// What a score is made from.
  struct Evidence {
    /// The link's probability among all ways through the texts.
    var probability: Float
    /// That of the link before and the link after, 1 at the ends; of a gap, 0.
    var before: Float
    var after: Float
    /// How much likelier the words are than by chance, a token.
    var lexical: Float
    /// How far the lengths are from what is expected, in standard deviations.
    var deviation: Float
    var m: Int
    var n: Int
    /// Tokens of both sides.
    var tokens: Int
  }

  /// The evidence as numbers, the first of them 1.
  static func features(_ evidence: Evidence) -> [Double] {
    [
      1, odds(evidence.probability), odds(min(evidence.before, evidence.after)),
      odds(max(evidence.before, evidence.after)), Double(evidence.lexical),
      Double(min(evidence.deviation, 4)), evidence.m == 1 && evidence.n == 1 ? 1 : 0,
      min(evidence.m, evidence.n) > 1 ? 1 : 0, max(evidence.m, evidence.n) > 2 ? 1 : 0,
      Logarithm.of(Double(evidence.tokens)),
    ]
  }

  private static let weights: [Double] = [
    3.441, 0.506, 0.166, -0.117, -0.593, -0.976, 0.402, -0.419, -0.05, -0.309,
  ]

  static func value(_ evidence: Evidence) -> Double {
    let sum = zip(features(evidence), weights).reduce(0) { $0 + $1.0 * $1.1 }

    return 1 / (1 + AlignmentMath.exponential(-sum))
  }

  /// The log of the odds, within bounds.
  private static func odds(_ probability: Float) -> Double {
    let p = min(max(Double(probability), 0.001), 0.9995)
    return Logarithm.of(p / (1 - p))
  }
}
