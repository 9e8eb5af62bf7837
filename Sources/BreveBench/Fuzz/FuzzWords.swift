// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveAlignment
import BreveText

/// What was learned of words, its bytes damaged, and asked all the same.
enum FuzzWords {
  private static let pairs = [
    ("Le chat noir quitte la maison.", "The black cat leaves the house."),
    ("Le ministre quitte le chat.", "The minister leaves the cat."),
    ("La loi change la maison noire.", "The law alters the black house."),
    ("Le ministre change la loi.", "The minister alters the law."),
  ]

  /// A model of a few words, and one of none.
  static let samples = [6, 0].map { count in
    var corpus = WordCorpus(source: .french, target: .english)
    for _ in 0..<count { for pair in pairs { corpus.append(pair.0, pair.1) } }
    return WordModel(learnedFrom: corpus, state: 7, threads: 1) { _ in }.bytes
  }

  /// As the bytes are, and with the sum at their end made right, without which nearly all are refused at once.
  static func reads(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    let isSound = try reads(bytes)
    guard bytes.count >= 8 else { return isSound }
    var mended = Array(bytes.dropLast(8))
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in mended { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in 0..<8 { mended.append(UInt8(truncatingIfNeeded: sum >> UInt64(8 * byte))) }
    return try reads(mended) || isSound
  }

  /// What is read is the same when it was written, and what it marks lies within the text, in order.
  private static func reads(_ bytes: [UInt8]) throws -> Bool {
    guard let model = try? WordModel(bytes.span) else { return false }
    guard let again = try? WordModel(model.bytes.span), again == model else {
      throw FuzzFault("a model is another when it was written")
    }
    var aligner = WordAligner(model)
    for (french, english) in pairs + [(pairs[0].0, ""), ("", pairs[0].1)] {
      for (direction, text, other) in [
        (WordAligner.Direction.sourceToTarget, french, english), (.targetToSource, english, french),
      ] {
        let hits = [0..<min(3, text.utf8.count), min(8, text.utf8.count)..<text.utf8.count]
        var end = 0
        for range in aligner.ranges(of: hits, source: french, target: english, direction) {
          guard range.lowerBound >= end, range.upperBound <= other.utf8.count else {
            throw FuzzFault("a mark is out of order, or leaves the text")
          }
          end = range.upperBound
        }
      }
    }
    return true
  }
}
