// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// Compares the numbers of a text with those of its translation, in digits and words.
public struct NumberCheck: Sendable {
  private let source: NumberReader
  private let target: NumberReader

  /// A comparison of two languages; those other than French are read as English is.
  public init(source: Language, target: Language) {
    self.source = NumberReader(language: source)
    self.target = NumberReader(language: target)
  }

  /// What differs, in words; nil if nothing does.
  public func difference(source text: String, target translation: String) -> String? {
    if Self.digits(of: text) == Self.digits(of: translation) { return nil }
    let ones = source.numbers(in: text)
    let others = target.numbers(in: translation)
    let left = Set(ones.map(\.value))
    let right = Set(others.map(\.value))
    for number in ones where number.isFirm && !Self.isReference(number, text) {
      if !TranslationChecker.equivalents(number.value).contains(where: right.contains) {
        return "'\(text.utf16Text(number.range))' is not in the translation"
      }
    }
    for number in others where number.isFirm && !Self.isReference(number, translation) {
      if !TranslationChecker.sources(number.value).contains(where: left.contains) {
        return "'\(translation.utf16Text(number.range))' is not in the source"
      }
    }
    return nil
  }

  /// Whether a number is one digit in parentheses, as of a paragraph: one language names it, the other says `this`.
  private static func isReference(_ number: NumberMention, _ text: String) -> Bool {
    guard number.range.count == 1, number.range.lowerBound > 0 else { return false }
    let units = Array(text.utf16)
    return units[number.range.lowerBound - 1] == 0x28
      && number.range.upperBound < units.count && units[number.range.upperBound] == 0x29
  }

  /// The digits in their order, with a zero byte between those that do not stand together.
  private static func digits(of text: String) -> [UInt8] {
    var digits: [UInt8] = []
    var isInside = false
    for byte in text.utf8 {
      if byte >= 0x30, byte <= 0x39 {
        if !isInside, !digits.isEmpty { digits.append(0) }
        digits.append(byte)
        isInside = true
      } else {
        isInside = false
      }
    }
    return digits
  }
}
