// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How like translations are to reference translations, by letters: chrF2 of a corpus, up to six letters, blanks left out.
///
/// The same as `sacrebleu` gives with its defaults.
/// - Source: Popović 2015, "chrF: character n-gram F-score for automatic MT evaluation"; Popović 2016, "chrF deconstructed".
package struct Chrf {
  private static let order = 6
  /// Recall counts for four times the precision: the square of 2.
  private static let factor = 4.0
  private var matches = [Int](repeating: 0, count: Chrf.order)
  private var totals = [Int](repeating: 0, count: Chrf.order)
  private var referenceTotals = [Int](repeating: 0, count: Chrf.order)

  package init() {}

  /// Adds a translation and its reference.
  package mutating func add(_ translation: String, reference: String) {
    let (letters, wanted) = (Self.letters(of: translation), Self.letters(of: reference))
    for size in 1...Self.order {
      let (grams, references) = (Self.grams(letters, size), Self.grams(wanted, size))
      referenceTotals[size - 1] += references.count
      // Where the reference is too short, nothing is held against the translation.
      guard !references.isEmpty else { continue }
      totals[size - 1] += grams.count
      var counts: [UInt128: Int] = [:]
      for gram in references { counts[gram, default: 0] += 1 }
      for gram in grams {
        guard let left = counts[gram], left > 0 else { continue }
        matches[size - 1] += 1
        counts[gram] = left - 1
      }
    }
  }

  /// From 0 to 100.
  package var score: Double {
    var precision = 0.0
    var recall = 0.0
    var sizes = 0.0
    for size in 0..<Self.order where totals[size] > 0 && referenceTotals[size] > 0 {
      precision += Double(matches[size]) / Double(totals[size])
      recall += Double(matches[size]) / Double(referenceTotals[size])
      sizes += 1
    }
    guard sizes > 0, precision + recall > 0 else { return 0 }
    precision /= sizes
    recall /= sizes
    return 100 * (1 + Self.factor) * precision * recall / (Self.factor * precision + recall)
  }

  private static func letters(of text: String) -> [UInt32] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value)
  }

  /// Each run of `size` letters as one number, 21 bits a letter.
  private static func grams(_ letters: [UInt32], _ size: Int) -> [UInt128] {
    guard letters.count >= size else { return [] }
    return (0...letters.count - size).map { start in
      letters[start..<start + size].reduce(0) { $0 << 21 | UInt128($1) }
    }
  }
}
