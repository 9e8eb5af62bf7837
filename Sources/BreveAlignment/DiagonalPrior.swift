// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Words that stand at like places of two sentences are likelier to stand for each other.
///
/// The weight is exp(−λ·|x − y|) of the places x and y, from 0 to 1; places are kept in 256 steps, and what the weights of
/// a sentence add up to is taken as the integral, so that all of it is look-ups.
///
/// - Source: Dyer, Chahuneau and Smith 2013, "A simple, fast, and effective reparameterization of IBM model 2", §2.
struct DiagonalPrior: Sendable {
  /// λ.
  static let tension: Float = 5
  /// How likely a word stands for none of the other sentence.
  static let empty: Float = 0.08

  /// The weight for each distance of two places.
  let weights: [Float]
  /// What the weights add up to for each place, a word.
  private let sums: [Float]

  /// - Parameter tension: λ.
  init(tension: Float = Self.tension) {
    let weights = (0..<256).map {
      Float(AlignmentMath.exponential(-Double(tension) * Double($0) / 255))
    }
    self.weights = weights
    sums = (0..<256).map { (2 - weights[$0] - weights[255 - $0]) / tension }
  }

  /// The place of a word as a number of 256.
  static func place(_ index: Int, of count: Int) -> UInt8 {
    UInt8((2 * index + 1) * 255 / (2 * count))
  }

  /// What weights are multiplied with for a word at `place`, opposite to a sentence of `count` words.
  func factor(_ place: UInt8, _ count: Int) -> Float {
    (1 - Self.empty) / (sums[Int(place)] * Float(count))
  }

  /// What weights are multiplied with for a word at `place`, for those of all other words to be 1 on average.
  func mean(_ place: UInt8) -> Float { 1 / sums[Int(place)] }

  @inline(__always)
  func weight(_ one: UInt8, _ other: UInt8) -> Float { weights[abs(Int(one) - Int(other))] }
}
