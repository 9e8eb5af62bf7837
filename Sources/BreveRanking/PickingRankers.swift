// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The sentence with the most probable words again and again, each time the words it used losing weight.
///
/// - Source: Nenkova and Vanderwende 2005, "The Impact of Frequency on Summarization", MSR-TR-2005-101.
public struct SumBasicRanker: Ranker {
  public var name: String { "sumbasic" }

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    let contents = text.sentences.indices.map(text.contentTokens)
    var probabilities = text.distribution
    return text.scoresByPicking { remaining in
      var best = remaining[0]
      var bestMean = -1.0
      for index in remaining {
        let tokens = contents[index]
        let mean =
          tokens.isEmpty
          ? 0 : tokens.reduce(0) { $0 + probabilities[Int($1)] } / Double(tokens.count)
        if mean > bestMean { (best, bestMean) = (index, mean) }
      }
      for token in Set(contents[best]) { probabilities[Int(token)] *= probabilities[Int(token)] }
      return best
    }
  }
}

/// The sentences that together keep the word distribution closest to that of the article.
///
/// - Source: Haghighi and Vanderwende 2009, "Exploring Content Models for Multi-Document Summarization", §3 (KLSum).
public struct KLRanker: Ranker {
  public var name: String { "kl" }

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    let contents = text.sentences.indices.map(text.contentTokens)
    let article = text.distribution
    var counts = [Double](repeating: 0, count: article.count)
    var total = 0.0
    return text.scoresByPicking { remaining in
      var best = remaining[0]
      var bestGain = -Double.infinity
      for index in remaining where !contents[index].isEmpty {
        // Up to what is the same for all, −KL(article ‖ summary) = Σ p log q; only the new words' part changes.
        let size = total + Double(contents[index].count)
        var gain = -Logarithm.of(size + 1)
        for token in contents[index] {
          gain +=
            article[Int(token)]
            * (Logarithm.of(counts[Int(token)] + 1.01)
              - Logarithm.of(counts[Int(token)] + 0.01))
        }
        if gain > bestGain { (best, bestGain) = (index, gain) }
      }
      for token in contents[best] { counts[Int(token)] += 1 }
      total += Double(contents[best].count)
      return best
    }
  }
}

/// The sentences that cover the most of the article's words, each word counting less the more often it is covered.
///
/// - Source: Lin and Bilmes 2011, "A Class of Submodular Functions for Document Summarization", §4.
public struct CoverageRanker: Ranker {
  public var name: String { "coverage" }

  public init() {}

  public func scores(of text: RankingText) -> [Double] {
    let vectors = text.vectors
    var covered = [Double](repeating: 0, count: text.vocabulary.count)
    return text.scoresByPicking { remaining in
      var best = remaining[0]
      var bestGain = -1.0
      for index in remaining {
        let gain = vectors.sentences[index].reduce(0) { sum, term in
          let before = covered[Int(term.token)]
          return sum + (before + term.weight).squareRoot() - before.squareRoot()
        }
        if gain > bestGain { (best, bestGain) = (index, gain) }
      }
      for term in vectors.sentences[best] { covered[Int(term.token)] += term.weight }
      return best
    }
  }
}

extension RankingText {
  /// How probable each content word is, by token.
  var distribution: [Double] {
    var counts = [Double](repeating: 0, count: vocabulary.count)
    var total = 0.0
    for token in tokens where !vocabulary.isStopWord[Int(token)] {
      counts[Int(token)] += 1
      total += 1
    }
    return total == 0 ? counts : counts.map { $0 / total }
  }

  /// So many sentences are picked one by one; the rest of a long text keeps its order behind them.
  private static var mostPicked: Int { 200 }

  /// Scores by the order in which `pick` takes the sentences: 1, 1/2, 1/3 and so on.
  func scoresByPicking(_ pick: ([Int]) -> Int) -> [Double] {
    var remaining = Array(sentences.indices)
    var scores = [Double](repeating: 0, count: remaining.count)
    var rank = 1
    while !remaining.isEmpty, rank <= Self.mostPicked {
      let index = pick(remaining)
      scores[index] = 1 / Double(rank)
      remaining.removeAll { $0 == index }
      rank += 1
    }
    for index in remaining {
      scores[index] = 1 / Double(rank)
      rank += 1
    }
    return scores
  }
}
