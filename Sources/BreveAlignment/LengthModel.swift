// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How likely the lengths of sentences are when they are translations, against when they are not.
///
/// - Source: Gale and Church 1993, with heavier tails.
struct LengthModel {
  /// Letters of the target a letter of the source.
  var ratio: Float
  let variance: Float

  /// The log of the likelihood of one length given the other, less that of the sentences on their own.
  ///
  /// - Parameters:
  ///   - source: Letters of the source.
  ///   - target: Letters of the target.
  ///   - sourceOwn: The logs of the likelihoods of the source's sentences on their own, added up.
  ///   - targetOwn: The same of the target's.
  ///   - m: How many sentences of the source.
  ///   - n: How many of the target.
  /// - Returns: The mean of both directions.
  @inline(__always)
  func value(
    _ source: Float, _ target: Float, _ sourceOwn: Float, _ targetOwn: Float, _ m: Int, _ n: Int
  ) -> Float {
    let spread = variance * (source * ratio + target) / 2 + 30
    let difference = target - source * ratio
    let tail = AlignmentMath.log(1 + difference * difference / spread / 5)
    let density = -3 * tail - AlignmentMath.log(spread) / 2 - 0.95
    // Where a length is cut into sentences is not known.
    let splits =
      Float(n - 1) * AlignmentMath.log(target + 10) + Float(m - 1)
      * AlignmentMath.log(source + 10)
    return density - splits / 2 - (targetOwn + sourceOwn) / 2
  }

  /// How far two lengths are from what is expected, in standard deviations.
  func deviation(_ source: Float, _ target: Float) -> Float {
    let spread = variance * (source * ratio + target) / 2 + 30
    return abs(target - source * ratio) / spread.squareRoot()
  }

  /// The log of the likelihood of a sentence's length on its own: the longer, the rarer.
  static func own(_ length: Float) -> Float { -AlignmentMath.log((length + 10) * 4.2) }
}
