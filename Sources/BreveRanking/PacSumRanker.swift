// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Centrality that counts what follows a sentence more than what precedes it, in newspaper text.
///
/// - Source: Zheng and Lapata 2019, "Sentence Centrality Revisited for Unsupervised Summarization", §3 (PacSum), over TF-IDF;
///   the share of what precedes, −0.2, is of the order found there on news.
public struct PacSumRanker: Ranker {
  public var name: String { "pacsum" }
  private static let precedingShare = -0.2

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    let vectors = text.vectors.sentences
    var before = [Double](repeating: 0, count: text.vocabulary.count)
    var after = before
    for vector in vectors {
      for term in vector { after[Int(term.token)] += term.weight }
    }
    var scores: [Double] = []
    for vector in vectors {
      for term in vector { after[Int(term.token)] -= term.weight }
      scores.append(
        vector.reduce(0) {
          $0 + $1.weight * (after[Int($1.token)] + Self.precedingShare * before[Int($1.token)])
        })
      for term in vector { before[Int(term.token)] += term.weight }
    }
    let least = scores.min() ?? 0
    return scores.map { $0 - least }.normalizedToOne()
  }
}
