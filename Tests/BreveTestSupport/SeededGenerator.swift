// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Random numbers that are the same for the same seed, on every machine.
///
/// - Source: Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators" (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A whole number of `range`.
  package mutating func number(in range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in `count` times.
  package mutating func isOne(in count: Int) -> Bool { number(in: 0..<count) == 0 }

  /// One of `elements`, which are not empty.
  package mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(in: 0..<elements.count)]
  }
}
