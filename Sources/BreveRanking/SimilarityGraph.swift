// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Which sentences are alike, and how much: an undirected weighted graph in adjacency lists.
struct SimilarityGraph {
  struct Edge {
    let neighbour: Int32
    let weight: Double
  }

  private(set) var edges: [[Edge]]

  /// In a long text a term of more sentences than this tells little of any two of them.
  private static let mostSentencesOfTerm = 256

  /// An edge where the cosine is at least `threshold`; found through the terms, not by comparing all pairs.
  init(vectors: TermVectors, threshold: Double) {
    edges = Self.edges(
      of: vectors.sentences.map { $0.map { ($0.token, $0.weight) } },
      tokens: vectors.inverseFrequencies.count
    ) { _, _, product in product >= threshold ? product : 0 }
  }

  /// An edge for shared words: their number over the sum of the logarithms of the lengths.
  init(sharedWordsOf text: RankingText) {
    let sets = text.sentences.indices.map { index in
      Set(text.contentTokens(of: index)).sorted().map { ($0, 1.0) }
    }
    let lengths = text.sentences.map { Logarithm.of(Double(max(1, $0.tokens.count))) }
    edges = Self.edges(of: sets, tokens: text.vocabulary.count) { one, other, shared in
      let length = lengths[one] + lengths[other]
      return length > 0 ? shared / length : 0
    }
  }

  /// The weight of each pair is `weight(i, j, Σ wi·wj)` over the terms they share.
  private static func edges(
    of sentences: [[(TokenID, Double)]], tokens: Int,
    weight: (Int, Int, Double) -> Double
  ) -> [[Edge]] {
    var edges = [[Edge]](repeating: [], count: sentences.count)
    var postings = [[(sentence: Int32, weight: Double)]](repeating: [], count: tokens)
    var products = [Double](repeating: 0, count: sentences.count)
    for (index, terms) in sentences.enumerated() {
      var touched: [Int32] = []
      for (token, own) in terms {
        for posting in postings[Int(token)] {
          if products[Int(posting.sentence)] == 0 { touched.append(posting.sentence) }
          products[Int(posting.sentence)] += own * posting.weight
        }
        if postings[Int(token)].count < mostSentencesOfTerm {
          postings[Int(token)].append((Int32(index), own))
        }
      }
      for other in touched.sorted() {
        let weight = weight(Int(other), index, products[Int(other)])
        products[Int(other)] = 0
        guard weight > 0 else { continue }
        edges[Int(other)].append(Edge(neighbour: Int32(index), weight: weight))
        edges[index].append(Edge(neighbour: other, weight: weight))
      }
    }
    return edges
  }
}

/// The stationary distribution of a random walk on a graph, by power iteration.
struct PowerIteration {
  /// 0.85, as in Brin and Page 1998; LexRank's paper takes the same.
  private static let damping = 0.85
  private static let tolerance = 1e-8
  private static let mostRounds = 100

  func scores(of graph: SimilarityGraph) -> [Double] {
    let count = graph.edges.count
    guard count > 0 else { return [] }
    let sums = graph.edges.map { $0.reduce(0) { $0 + $1.weight } }
    var scores = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<Self.mostRounds {
      var idle = 0.0
      for index in 0..<count where sums[index] == 0 { idle += scores[index] }
      let base = (1 - Self.damping + Self.damping * idle) / Double(count)
      var next = [Double](repeating: base, count: count)
      for index in 0..<count where sums[index] > 0 {
        let share = Self.damping * scores[index] / sums[index]
        for edge in graph.edges[index] { next[Int(edge.neighbour)] += share * edge.weight }
      }
      var change = 0.0
      for index in 0..<count { change += abs(next[index] - scores[index]) }
      scores = next
      if change < Self.tolerance { break }
    }
    return scores
  }
}
