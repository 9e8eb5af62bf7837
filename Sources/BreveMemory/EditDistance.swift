// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The number of tokens to insert, delete or change to make one sequence into another, by bits.
///
/// One step a token of the text works on 64 tokens of the pattern at once.
///
/// - Source: Myers 1999, "A fast bit-vector algorithm for approximate string matching based on dynamic programming";
///   Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances".
package enum EditDistance {
  /// The distance between two sequences.
  ///
  /// - Complexity: O(*n* · ⌈*m* / 64⌉).
  package static func between<Token: Hashable>(_ one: [Token], _ other: [Token]) -> Int {
    var pattern = EditPattern()
    var numbers: [Token: UInt32] = [:]
    pattern.begin(length: one.count)
    for token in one {
      let fresh = UInt32(truncatingIfNeeded: numbers.count + 1)
      let slot = numbers[token] ?? fresh
      numbers[token] = slot
      pattern.append(slot: Int(slot))
    }
    let text = other.map { numbers[$0] ?? 0 }
    return pattern.distance(
      to: text, count: text.count, limit: max(one.count, other.count))
  }
}

/// A sequence of tokens prepared for distances to many others.
///
/// Tokens are slots: the distinct tokens of the pattern are 1, 2, 3 … in the order they come; 0 is every other token.
struct EditPattern: Sendable {
  /// The places of each slot in the pattern: `words` numbers a slot.
  private(set) var places: [UInt64] = []
  private(set) var words = 1
  private(set) var length = 0
  private var appended = 0
  private var positive: [UInt64] = []
  private var negative: [UInt64] = []

  /// Begins a pattern of `length` tokens.
  mutating func begin(length: Int) {
    self.length = length
    words = max(1, (length + 63) / 64)
    appended = 0
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: repeatElement(0, count: words))
  }

  /// Adds the next token, whose slot is one seen before or the next new one.
  mutating func append(slot: Int) {
    if slot > 0 {
      while places.count < (slot + 1) * words { places.append(0) }
      places[slot * words + appended / 64] |= 1 << UInt64(appended % 64)
    }
    appended += 1
  }

  /// The distance to the first `count` slots of `text`, or any number above `limit` if it is above that.
  mutating func distance(to text: [UInt32], count: Int, limit: Int) -> Int {
    if length == 0 { return count }
    if count == 0 { return length }
    if words == 1 {
      return distanceInWord(places, length: length, text: text, count: count, limit: limit)
    }
    if positive.count < words {
      positive = [UInt64](repeating: 0, count: words)
      negative = positive
    }
    return distanceInBlocks(
      places, words: words, length: length, text: text, count: count, limit: limit,
      positive: &positive, negative: &negative)
  }
}

private func distanceInWord(
  _ placesArray: [UInt64], length: Int, text textArray: [UInt32], count: Int, limit: Int
) -> Int {
  let places = placesArray.span
  let text = textArray.span
  var positive = ~UInt64(0)
  var negative = UInt64(0)
  var score = length
  let last = UInt64(1) << UInt64(length - 1)
  var rest = count
  for index in 0..<count {
    let equal = places[Int(text[index])]
    let vertical = equal | negative
    let diagonal = (((equal & positive) &+ positive) ^ positive) | equal
    var plus = negative | ~(diagonal | positive)
    var minus = positive & diagonal
    if plus & last != 0 { score += 1 }
    if minus & last != 0 { score -= 1 }
    rest -= 1
    if score - rest > limit { return limit + 1 }
    plus = plus << 1 | 1
    minus <<= 1
    positive = minus | ~(vertical | plus)
    negative = plus & vertical
  }
  return score
}

private func distanceInBlocks(
  _ placesArray: [UInt64], words: Int, length: Int, text textArray: [UInt32], count: Int,
  limit: Int,
  positive above: inout [UInt64], negative below: inout [UInt64]
) -> Int {
  let places = placesArray.span
  let text = textArray.span
  var positive = above.mutableSpan
  var negative = below.mutableSpan
  for word in 0..<words {
    positive[word] = ~0
    negative[word] = 0
  }
  var score = length
  let last = UInt64(1) << UInt64((length - 1) % 64)
  var rest = count
  for index in 0..<count {
    let base = Int(text[index]) * words
    var plusCarry = UInt64(1)
    var minusCarry = UInt64(0)
    for word in 0..<words {
      let above = positive[word]
      let below = negative[word]
      let equal = places[base + word]
      let vertical = equal | below
      let start = equal | minusCarry
      let diagonal = (((start & above) &+ above) ^ above) | start
      var plus = below | ~(diagonal | above)
      var minus = above & diagonal
      if word == words - 1 {
        if plus & last != 0 { score += 1 }
        if minus & last != 0 { score -= 1 }
      }
      let plusOut = plus >> 63
      let minusOut = minus >> 63
      plus = plus << 1 | plusCarry
      minus = minus << 1 | minusCarry
      positive[word] = minus | ~(vertical | plus)
      negative[word] = plus & vertical
      plusCarry = plusOut
      minusCarry = minusOut
    }
    rest -= 1
    if score - rest > limit { return limit + 1 }
  }
  return score
}
