// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Gives each sentence of a text a number; only their order has meaning.
public protocol Ranker: Sendable {
  /// The name on the command line.
  var name: String { get }

  /// One score a sentence, in the order of the text; higher is better.
  ///
  /// - Complexity: About linear in the number of tokens.
  func scores(of text: RankingText) -> [Double]
}

/// The first sentences of an article: on news, the bar that others have to pass.
public struct LeadRanker: Ranker {
  public var name: String { "lead" }

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    text.sentences.indices.map { 1 / Double($0 + 1) }
  }
}

/// Likeness to the whole article: cosine between a sentence and the centroid of all, over TF-IDF.
///
/// - Source: Radev, Jing, Styś and Tam 2004, "Centroid-based summarization of multiple documents", §3.
public struct CentroidRanker: Ranker {
  public var name: String { "centroid" }

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    let vectors = text.vectors
    var centroid = [Double](repeating: 0, count: text.vocabulary.count)
    for vector in vectors.sentences {
      for term in vector { centroid[Int(term.token)] += term.weight }
    }
    return vectors.sentences.map { vector in
      vector.reduce(0) { $0 + $1.weight * centroid[Int($1.token)] }
    }.normalizedToOne()
  }
}

/// Eigenvector centrality in the graph of likeness between sentences, over TF-IDF cosine.
///
/// - Source: Erkan and Radev 2004, "LexRank", JAIR 22, §3.2 (continuous LexRank).
public struct LexRank: Ranker {
  public var name: String { "lexrank" }
  /// Cosines below it are no edge: 0.1, as in Erkan and Radev 2004, §4.2.
  private static let threshold = 0.1

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    let vectors = text.vectors
    let graph = SimilarityGraph(vectors: vectors, threshold: Self.threshold)
    return PowerIteration().scores(of: graph).normalizedToOne()
  }
}

/// Eigenvector centrality in the graph of shared words, normalized by the sentences' lengths.
///
/// - Source: Mihalcea and Tarau 2004, "TextRank: Bringing Order into Texts", §4.
public struct TextRank: Ranker {
  public var name: String { "textrank" }

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    PowerIteration().scores(of: SimilarityGraph(sharedWordsOf: text)).normalizedToOne()
  }
}

extension [Double] {
  /// The numbers divided by the greatest; as they are if none is positive.
  func normalizedToOne() -> [Double] {
    guard let greatest = self.max(), greatest > 0 else { return self }
    return map { $0 / greatest }
  }
}
