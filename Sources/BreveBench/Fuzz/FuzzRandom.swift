// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Random numbers that are the same for the same seed, on every machine.
///
/// - Source: Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators" (SplitMix64).
struct FuzzRandom {
  private var state: UInt64

  /// The numbers of one input of a run.
  init(seed: UInt64, input: Int) {
    state = seed
    state = next() ^ (UInt64(truncatingIfNeeded: input) &* 0xD134_2543_DE82_EF95)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number from 0, less than `count`, which is at least 1.
  mutating func below(_ count: Int) -> Int { Int(truncatingIfNeeded: next() % UInt64(count)) }

  /// One of `elements`, which are not empty.
  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}
