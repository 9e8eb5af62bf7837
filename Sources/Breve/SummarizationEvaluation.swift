// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
package import BreveRanking

/// Scores rankers on articles with references, all at one length.
package struct SummarizationEvaluation: Sendable {
  /// One column of figures an article.
  package struct Result: Sendable {
    package let ranker: String
    package let scores: [Rouge.Scores]
    /// `{"id","summary"}` pairs, in the order of the file.
    package let hypotheses: [(id: String, summary: String)]
  }

  package let results: [Result]

  package init(
    _ corpus: SummarizationCorpus, rankers: [any Ranker], limit: Int, withOracle: Bool
  ) {
    var results = rankers.map { ranker in
      Self.result(ranker.name, corpus, limit) {
        $0.chosen(by: ranker.scores(of: $0.text), limit: limit)
      }
    }
    if withOracle {
      results.append(Self.result("oracle", corpus, limit) { $0.oracle(limit: limit) })
    }
    self.results = results
  }

  private static func result(
    _ name: String, _ corpus: SummarizationCorpus, _ limit: Int,
    choose: (SummarizationCorpus.Item) -> [Int]
  ) -> Result {
    var scores: [Rouge.Scores] = []
    var hypotheses: [(id: String, summary: String)] = []
    for item in corpus.items {
      let chosen = choose(item)
      scores.append(item.score(of: chosen, limit: limit))
      hypotheses.append((item.id, chosen.map { item.sentences[$0] }.joined(separator: " ")))
    }
    return Result(ranker: name, scores: scores, hypotheses: hypotheses)
  }
}

/// The mean of numbers, and the interval that 95 % of resampled means lie in.
package struct BootstrapMean: Hashable, Sendable {
  package let mean: Double
  package let low: Double
  package let high: Double

  private static let rounds = 1000

  /// Percentile bootstrap of 1,000 rounds from a fixed seed.
  ///
  /// - Source: Efron and Tibshirani 1993, §13.3.
  package init(_ values: [Double]) {
    guard !values.isEmpty else {
      (mean, low, high) = (0, 0, 0)
      return
    }
    mean = values.reduce(0, +) / Double(values.count)
    var state: UInt64 = 0x5EED
    var means = (0..<Self.rounds).map { _ in
      var sum = 0.0
      for _ in values.indices {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        sum += values[Int(bits.multipliedFullWidth(by: UInt64(values.count)).high)]
      }
      return sum / Double(values.count)
    }
    means.sort()
    low = means[Self.rounds * 25 / 1000]
    high = means[Self.rounds * 975 / 1000 - 1]
  }
}
