// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Units of like length, and how their signatures are laid out.
///
/// A signature has a bit for each token of a unit: the second `de` counts as another token than the first. The bits of
/// one column, a *slice*, stand together for all units of the class, 64 units a word: adding up the slices of a query's
/// tokens gives, for 64 units at a time, how many tokens each can share with it at most. The most frequent tokens have
/// slices of their own; the others share the rest by their hash.
///
/// - Source: Goodwin et al. 2017, "BitFunnel: Revisiting signatures for search", for the layout by slices.
struct SignatureClass: Equatable, Sendable {
  /// The greatest length and the bits of each class; the last has no end.
  static let shapes: [(longest: Int, bits: Int)] = [
    (8, 64), (16, 128), (32, 256), (64, 384), (128, 512), (.max, 768),
  ]
  /// Units in one vector.
  static let unitsInVector = 256
  /// Token ids that may have a slice of their own, and their occurrences.
  static let rankedTokens = 256
  static let rankedOccurrences = 4

  /// The first unit, by place in the segment.
  let firstUnit: Int
  let unitCount: Int
  let bits: Int
  /// The slices that one pair of token and occurrence has for itself.
  let dedicated: Int
  /// Where slice 0 begins, in vectors from the beginning of the segment.
  let firstVector: Int
  let vectorsInSlice: Int

  init(firstUnit: Int, unitCount: Int, bits: Int, firstVector: Int) {
    self.firstUnit = firstUnit
    self.unitCount = unitCount
    self.bits = bits
    self.firstVector = firstVector
    dedicated = bits * 3 / 8
    vectorsInSlice = (unitCount + Self.unitsInVector - 1) / Self.unitsInVector
  }

  /// The class at `index` of the numbers of a segment; nil if it points out of the signatures.
  init?(_ numbers: Span<UInt32>, at index: Int, layout: SegmentLayout) {
    firstUnit = Int(numbers[index])
    unitCount = Int(numbers[index + 1])
    bits = Int(numbers[index + 2])
    dedicated = Int(numbers[index + 3])
    firstVector = Int(numbers[index + 4])
    vectorsInSlice = Int(numbers[index + 5])
    let signatures = layout[.signatures]
    guard firstUnit + unitCount <= layout.unitCount, bits > dedicated, bits <= 4096,
      vectorsInSlice * Self.unitsInVector >= unitCount, vectorsInSlice <= unitCount,
      firstVector * 32 >= signatures.lowerBound,
      (firstVector + vectorsInSlice * bits) * 32 <= signatures.upperBound
    else { return nil }
  }

  var numbers: [UInt32] {
    [firstUnit, unitCount, bits, dedicated, firstVector, vectorsInSlice].map {
      UInt32(truncatingIfNeeded: $0)
    }
  }

  /// The slice of one occurrence of a token, whose rank is its place among the most frequent pairs.
  func slice(rank: UInt32, key: UInt64, occurrence: Int) -> Int {
    if rank < UInt32(dedicated) { return Int(rank) }
    let mixed = (key ^ UInt64(occurrence) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return dedicated + Int(((mixed >> 32) * UInt64(bits - dedicated)) >> 32)
  }
}
