// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// Compares the numbers of a text with those of its translation, in digits and words.
public struct NumberCheck: Sendable {
  private let comparison: NumberComparison
  private let dates: DateCheck

  /// A comparison of two languages; of those other than French and English, numbers in digits.
  public init(source: Language, target: Language) {
    comparison = NumberComparison(source: source, target: target)
    dates = DateCheck(from: source, to: target)
  }

  /// What differs, in words; nil if nothing does.
  public func difference(source text: String, target translation: String) -> String? {
    // Most texts have no differences, whatever their dates.
    if comparison.differences(source: text, target: translation).isEmpty { return nil }
    let excused = dates.comparison(source: text, target: translation).excused
    let found = comparison.differences(source: text, target: translation, excused: excused)
    return found.first { difference in
      let areReferences = [
        difference.source.map { Self.isReference($0, text) },
        difference.target.map { Self.isReference($0, translation) },
      ]
      return areReferences.contains(false)
    }?.message(text, translation)
  }

  /// Whether a number is one digit in parentheses, as of a paragraph: one language names it, the other says `this`.
  private static func isReference(_ range: Range<Int>, _ text: String) -> Bool {
    guard range.count == 1, range.lowerBound > 0 else { return false }
    let units = Array(text.utf16)
    return units[range.lowerBound - 1] == 0x28
      && range.upperBound < units.count && units[range.upperBound] == 0x29
  }
}
