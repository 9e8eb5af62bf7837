// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The sentences of a text as unit vectors of TF-IDF weights, stop words left out.
///
/// The inverse document frequency is that of sentences in the text: log(1 + n / n(t)).
struct TermVectors: Sendable {
  struct Term: Sendable {
    let token: TokenID
    fileprivate(set) var weight: Double
  }

  /// Ascending by token.
  let sentences: [[Term]]
  /// By token.
  let inverseFrequencies: [Double]

  /// The vectors of sentences by their tokens that are no stop words.
  init(contents: some Collection<[TokenID]>, vocabularySize count: Int) {
    var frequencies = [Int](repeating: 0, count: count)
    var sentences: [[Term]] = []
    sentences.reserveCapacity(contents.count)
    for tokens in contents {
      let terms = Self.counts(tokens)
      for term in terms { frequencies[Int(term.token)] += 1 }
      sentences.append(terms)
    }
    let total = Double(contents.count)
    // Few frequencies are different: each logarithm is computed once.
    var logarithms = [Double](repeating: 0, count: (frequencies.max() ?? 0) + 1)
    let inverse = frequencies.map { frequency in
      if frequency > 0, logarithms[frequency] == 0 {
        logarithms[frequency] = Logarithm.of(1 + total / Double(frequency))
      }
      return logarithms[frequency]
    }
    inverseFrequencies = inverse
    for index in sentences.indices { Self.weigh(&sentences[index], by: inverse) }
    self.sentences = sentences
  }

  /// Makes counts a unit vector of weights.
  private static func weigh(_ terms: inout [Term], by inverse: [Double]) {
    var sum = 0.0
    for place in terms.indices {
      terms[place].weight *= inverse[Int(terms[place].token)]
      sum += terms[place].weight * terms[place].weight
    }
    let length = sum.squareRoot()
    for place in terms.indices {
      terms[place].weight = length > 0 ? terms[place].weight / length : 0
    }
  }

  /// The unit vector of other tokens, over the same frequencies.
  func vector(of tokens: [TokenID]) -> [Term] {
    let terms = Self.counts(tokens)
    let weights = terms.map { $0.weight * max(inverseFrequencies[Int($0.token)], 0) }
    let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return [] }
    return zip(terms, weights).map { Term(token: $0.token, weight: $1 / length) }
  }

  static func cosine(_ one: [Term], _ other: [Term]) -> Double {
    var sum = 0.0
    var left = 0
    var right = 0
    while left < one.count, right < other.count {
      if one[left].token == other[right].token {
        sum += one[left].weight * other[right].weight
        left += 1
        right += 1
      } else if one[left].token < other[right].token {
        left += 1
      } else {
        right += 1
      }
    }
    return sum
  }

  /// How often each token comes, as its weight.
  private static func counts(_ tokens: consuming [TokenID]) -> [Term] {
    var counts: [Term] = []
    counts.reserveCapacity(tokens.count)
    tokens.sort()
    for token in tokens {
      let last = counts.count - 1
      if last >= 0, counts[last].token == token {
        counts[last].weight += 1
      } else {
        counts.append(Term(token: token, weight: 1))
      }
    }
    return counts
  }
}
