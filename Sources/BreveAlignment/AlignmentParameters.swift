// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The numbers that an alignment is weighed with.
///
/// They were chosen on six French-English books and five German-French reports, each weighed with what the others
/// chose: see `Reports/quality/alignment.md`.
struct AlignmentParameters: Sendable {
  /// How much words count: less than 1, since the words of a sentence are not independent.
  var lexicalWeight: Float = 0.6
  var lengthWeight: Float = 0.9
  /// Cost of each sentence more than one on the longer side of a link.
  var extraSentence: Float = 1.1
  var firstExtraSentence: Float = 0
  /// Cost of links with several sentences on both sides.
  var severalToSeveral: Float = 2
  /// Cost of leaving out the first sentence and each that follows.
  var gapOpening: Float = 3.5
  var gapExtension: Float = 0.9
  /// What a link gains where a paragraph begins on both sides, and loses where one begins on one side only.
  var paragraphGain: Float = 1.2
  var paragraphLoss: Float = 1.2
  /// What a link loses for a paragraph that begins inside it, on one side more than on the other.
  var innerParagraph: Float = 1.5
  /// Variance of lengths, a letter.
  var lengthVariance: Float = 4
  /// What the most telling token counts.
  var mostRatio: Float = 200
  /// What one occurrence together counts less: a pair of words seen once says nothing of itself.
  var discount: Float = 0.8
  /// How many occurrences what is known before counts as.
  var seedStrength: Float = 3
  /// How flat the probabilities of links are made.
  var temperature: Float = 1.6
  var passes = 3

  init() {}

  /// Cost of a link of `m` to `n` sentences.
  func cost(_ m: Int, _ n: Int) -> Float {
    let extra = m > n ? m - n : n - m
    let both = min(m, n) - 1
    return Float(extra) * extraSentence + (extra > 0 ? firstExtraSentence : 0)
      + Float(both) * severalToSeveral + (both > 0 ? firstExtraSentence : 0)
  }
}
