// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Lays each word of a sentence to a word of its translation, words that follow each other to such that follow each other.
///
/// A hidden Markov model over one pair: the words of one side are states, those of the other are what is seen. A step to the
/// next word is likeliest, and the farther a step goes, the less likely it is; a word may stand for none, and then the step
/// begins where the last one ended. Steps fall off geometrically on both sides, so that all ways into a word are added up in
/// one pass to the right and one to the left.
///
/// - Source: Vogel, Ney and Tillmann 1996, "HMM-based word alignment in statistical translation"; Och and Ney 2003, §2.3, for
///   the empty word.
struct WordLattice {
  /// What each step farther is multiplied with.
  private static let fall: Float = 0.6
  /// The part of the steps that go anywhere.
  private static let leap: Float = 0.15
  /// How likely a word stands for none.
  private static let empty: Float = 0.1

  private let states: Int
  private let seen: Int
  /// How likely each word that is seen is of each state, a row for each word.
  private let likelihoods: [Float]
  /// The same of none.
  private let background: [Float]

  /// - Parameters:
  ///   - states: How many words the one side has.
  ///   - seen: How many the other has.
  ///   - likelihoods: How likely each word that is seen is of each state; a row for each word that is seen.
  ///   - background: How likely each word that is seen is of none.
  init(states: Int, seen: Int, likelihoods: [Float], background: [Float]) {
    (self.states, self.seen) = (states, seen)
    (self.likelihoods, self.background) = (likelihoods, background)
  }

  /// How likely each word that is seen is of each state, all ways taken together.
  ///
  /// - Returns: A row for each word that is seen; what is missing to 1 is of none.
  /// - Complexity: O(*n*·*m*) for *n* states and *m* words.
  func posteriors() -> [Float] {
    // Forwards: with a word of the state, and with none after it.
    var with = [Float](repeating: 0, count: states * seen)
    var without = with
    var steps = [Float](repeating: 1 / Float(states), count: states)
    var before = steps
    for word in 0..<seen {
      let base = word * states
      if word > 0 {
        for state in 0..<states {
          before[state] = with[base - states + state] + without[base - states + state]
        }
        steps = Self.steps(before, forwards: true)
      }
      var sum: Float = 0
      for state in 0..<states {
        with[base + state] = (1 - Self.empty) * steps[state] * likelihoods[base + state]
        without[base + state] = Self.empty * before[state] * background[word]
        sum += with[base + state] + without[base + state]
      }
      let scale = sum > 0 ? 1 / sum : 0
      for place in base..<base + states {
        with[place] *= scale
        without[place] *= scale
      }
    }
    // Backwards: what comes after, from a state.
    var after = [Float](repeating: 1, count: states)
    for word in stride(from: seen - 1, through: 0, by: -1) {
      let base = word * states
      var sum: Float = 0
      for state in 0..<states {
        with[base + state] *= after[state]
        sum += with[base + state] + without[base + state] * after[state]
      }
      let scale = sum > 0 ? 1 / sum : 0
      for place in base..<base + states { with[place] *= scale }
      guard word > 0 else { break }
      var next = [Float](repeating: 0, count: states)
      for state in 0..<states { next[state] = likelihoods[base + state] * after[state] }
      next = Self.steps(next, forwards: false)
      var most: Float = 0
      for state in 0..<states {
        after[state] =
          (1 - Self.empty) * next[state] + Self.empty * background[word] * after[state]
        most = max(most, after[state])
      }
      if most > 0 { for state in 0..<states { after[state] /= most } }
    }
    return with
  }

  /// What comes into each state from all others, or backwards goes out of each.
  private static func steps(_ values: [Float], forwards: Bool) -> [Float] {
    let count = values.count
    let norm = (1 - leap) * (1 - fall) / (1 + fall)
    var all: Float = 0
    for value in values { all += value }
    var steps = [Float](repeating: leap * all / Float(count), count: count)
    // A step of one is the likeliest: it is in the first pass, one of none and back in the second.
    var right: Float = 0
    var left: Float = 0
    for index in 0..<count {
      let (one, other) = forwards ? (index, count - 1 - index) : (count - 1 - index, index)
      steps[one] += norm * right
      right = right * fall + values[one]
      left = (left + values[other]) * fall
      steps[other] += norm * left
    }
    return steps
  }
}
