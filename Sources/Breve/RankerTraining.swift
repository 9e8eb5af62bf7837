// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking

/// Fits the weights of ``FusedRanker`` to summaries that editors wrote, by coordinate ascent on ROUGE itself.
///
/// Each weight in turn is moved by smaller and smaller steps as long as that helps. The measure is the mean of ROUGE-1 and
/// ROUGE-2, F1 of the first 30 tokens and recall of the first 60. Nothing in it is random.
package struct RankerTraining: Sendable {
  private let items: [Prepared]
  private let step: [Double]

  private struct Prepared: Sendable {
    let features: [[Double]]
    let item: SummarizationCorpus.Item
  }

  package init(_ corpus: SummarizationCorpus) {
    items = corpus.items.filter { $0.tokens.count > 1 }.map {
      Prepared(features: SentenceFeatures($0.text).rows, item: $0)
    }
    step = [0.2, 0.1, 0.05, 0.02]
  }

  /// What weight a feature may get.
  ///
  /// The articles fitted to open with a hook, because their first words stand in the summary; on other news the first
  /// sentence is the best one to know nothing else of, and must not be punished for being first.
  /// And a sentence that a reader of the brief cannot understand costs something, whatever words it shares with a summary.
  private static func bounds(_ index: Int) -> ClosedRange<Double> {
    switch FusedRanker.Share.Feature.allCases[index] {
    case .first: 0.1...5
    case .second: 0...5
    case .position: 0.6...5
    case .names: 0...0.15
    case .dependence: -5 ... -0.15
    case .leaning: -5 ... -0.05
    case .question: -5 ... -0.3
    case .openEnd: -5 ... -0.2
    case .background: -5 ... -0.9
    case .short: -5 ... -0.6
    case .long: -5...0
    case .substance: 0.8...5
    // What French articles of short sentences do not ask for; other languages have a weight of their own.
    case .terse: 0...0
    // No reader asked for anything; more than position and centrality together.
    case .focus: 6...6
    default: -5...5
    }
  }

  /// The measure of `weights` on the items whose number `includes` says yes to, in percent.
  package func measure(_ weights: [Double], includes: (Int) -> Bool = { _ in true }) -> Double {
    var sum = 0.0
    var count = 0
    for (number, prepared) in items.enumerated() where includes(number) {
      let scores = prepared.features.map { FusedRanker.score($0, weights) }
      sum += Self.value(prepared.item, scores)
      count += 1
    }
    return count == 0 ? 0 : 100 * sum / Double(count)
  }

  /// The measure where the first sentences are taken.
  package func measureOfLead(includes: (Int) -> Bool = { _ in true }) -> Double {
    var sum = 0.0
    var count = 0
    for (number, prepared) in items.enumerated() where includes(number) {
      sum += Self.value(prepared.item, prepared.features.indices.map { -Double($0) })
      count += 1
    }
    return count == 0 ? 0 : 100 * sum / Double(count)
  }

  private static func value(_ item: SummarizationCorpus.Item, _ scores: [Double]) -> Double {
    let short = item.score(
      of: item.chosen(by: scores, limit: 30), limit: 30, withSubsequence: false)
    let long = item.score(of: item.chosen(by: scores, limit: 60), limit: 60, withSubsequence: false)
    return (short.r1F + short.r2F + long.r1R + long.r2R) / 4
  }

  /// Weights that are better than `start` on the items that `includes` says yes to.
  ///
  /// `report` is called after each round with the measure reached.
  package func fit(
    from start: [Double], includes: (Int) -> Bool = { _ in true }, report: (Double) -> Void
  ) -> [Double] {
    var weights = start.indices.map { index in
      min(max(start[index], Self.bounds(index).lowerBound), Self.bounds(index).upperBound)
    }
    var best = measure(weights, includes: includes)
    for size in step {
      var hasGained = true
      var rounds = 0
      while hasGained, rounds < 4 {
        hasGained = false
        rounds += 1
        for index in weights.indices {
          for direction in [size, -size] {
            var trial = weights
            trial[index] = ((trial[index] + direction) * 1000).rounded() / 1000
            guard Self.bounds(index).contains(trial[index]) else { continue }
            let value = measure(trial, includes: includes)
            if value > best + 1e-6 {
              best = value
              weights = trial
              hasGained = true
              break
            }
          }
        }
        report(best)
      }
    }
    return weights
  }
}
