// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// How strongly a sentence takes part in the main topics of the article: its length in the space of the leading singular
/// vectors, weighted by the singular values.
///
/// - Source: Steinberger and Ježek 2004, "Using Latent Semantic Analysis in Text Summarization", §3; the vectors by
///   orthogonal iteration.
public struct LSARanker: Ranker {
  public var name: String { "lsa" }
  private static let topics = 3
  private static let rounds = 20

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    let vectors = text.vectors.sentences
    let count = vectors.count
    guard count > 1 else { return vectors.map { _ in 1 } }
    // Right singular vectors of the term-sentence matrix, one row a topic.
    var basis = (0..<min(Self.topics, count)).map { topic in
      (0..<count).map { $0 % (topic + 2) == 0 ? 1.0 : 0.5 }
    }
    var values = [Double](repeating: 0, count: basis.count)
    for _ in 0..<Self.rounds {
      for topic in basis.indices {
        var next = Self.product(vectors, basis[topic], tokens: text.vocabulary.count)
        for earlier in 0..<topic {
          let share = zip(next, basis[earlier]).reduce(0) { $0 + $1.0 * $1.1 }
          for index in next.indices { next[index] -= share * basis[earlier][index] }
        }
        let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
        values[topic] = length
        basis[topic] = length > 1e-12 ? next.map { $0 / length } : next
      }
    }
    // The eigenvalues of AᵀA are the squares of the singular values.
    return (0..<count).map { index in
      basis.indices.reduce(0) { $0 + basis[$1][index] * basis[$1][index] * values[$1] }.squareRoot()
    }.normalizedToOne()
  }

  /// AᵀA·x for the sparse matrix A whose columns are the sentences.
  private static func product(
    _ vectors: [[TermVectors.Term]], _ x: [Double], tokens: Int
  ) -> [Double] {
    var terms = [Double](repeating: 0, count: tokens)
    for (index, vector) in vectors.enumerated() {
      for term in vector { terms[Int(term.token)] += term.weight * x[index] }
    }
    return vectors.map { vector in vector.reduce(0) { $0 + $1.weight * terms[Int($1.token)] } }
  }
}
