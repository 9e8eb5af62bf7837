// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// A number that stands in a sentence, in digits or words.
struct NumberMention: Hashable, Sendable {
  /// Its value as digits and a power of ten, without final zeros: 1.5 million is 15 and 5.
  struct Value: Hashable, Sendable {
    let digits: UInt64
    let exponent: Int

    init(digits: UInt64, exponent: Int = 0) {
      var (digits, exponent) = (digits, exponent)
      if digits == 0 { exponent = 0 }
      while digits > 0, digits % 10 == 0 {
        digits /= 10
        exponent += 1
      }
      self.digits = digits
      self.exponent = exponent
    }

    func scaled(by power: Int) -> Value { Value(digits: digits, exponent: exponent + power) }

    /// The whole number, if it is a small one.
    var whole: Int? {
      guard exponent >= 0, exponent < 8, digits < 100_000_000 else { return nil }
      return (0..<exponent).reduce(Int(digits)) { value, _ in value * 10 }
    }
  }

  let value: Value
  /// UTF-16 units.
  let range: Range<Int>
  /// Whether it is written in digits that are no part of a word: what has to stand on the other side too.
  let isFirm: Bool
}

/// Reads the numbers of a sentence.
///
/// `1 234,5`, `1,234.5`, `3,2 milliards`, `3.2bn`, `vingt-deux`, `twenty-two`, `1er`, `2nd`, `XXIe siècle`, `14h30`.
struct NumberReader: Sendable {
  private let words: NumberWords
  private let decimal: UInt16
  private let groups: Set<UInt16>

  /// A reader for a language; numbers in words are read in French and English.
  init(language: Language) {
    let hasComma = !Self.withPoint.contains(language.primary)
    words =
      language.primary == "fr" ? .french : language.primary == "en" ? .english : .none
    decimal = hasComma ? 0x2C : 0x2E
    groups = [0x20, 0xA0, 0x202F, 0x2009, hasComma ? 0x2E : 0x2C]
  }

  /// Languages that write 1.5 with a point.
  ///
  /// - Source: CLDR, the decimal sign of each language's most populous region.
  private static let withPoint: Set<String> = [
    "en", "zh", "ja", "ko", "th", "hi", "bn", "ta", "he", "ar", "fa", "ur", "sw", "ha", "am", "ga",
    "mt",
  ]

  /// The numbers of `text`, in order; numbers in words may be wrong readings (`un`, `second`) and are never firm.
  func numbers(in text: String) -> [NumberMention] {
    let units = Array(text.utf16)
    var found = inDigits(units)
    found += inWords(PlainWord.words(of: text))
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func inDigits(_ units: [UInt16]) -> [NumberMention] {
    var found: [NumberMention] = []
    var index = 0
    while index < units.count {
      guard isDigit(units, index) else {
        index += 1
        continue
      }
      let start = index
      var digits: UInt64 = 0
      var exponent = 0
      var count = 0
      func take() {
        while isDigit(units, index), count < 15 {
          digits = digits * 10 + UInt64(units[index] - 0x30)
          count += 1
          index += 1
        }
      }
      take()
      while isDigit(units, index) { index += 1 }
      while index - start <= 3 || isGrouped(units, before: index),
        groups.contains(at(units, index)),
        (1...3).allSatisfy({ isDigit(units, index + $0) }), !isDigit(units, index + 4), count < 13
      {
        index += 1
        take()
      }
      if at(units, index) == decimal, isDigit(units, index + 1), !isTime(units, index) {
        index += 1
        let before = count
        take()
        exponent = before - count
        while isDigit(units, index) { index += 1 }
      }
      let end = index
      let isPart =
        start > 0
        && (isLetter(units, start - 1) || units[start - 1] == 0x2D && isLetter(units, start - 2))
      let power = scale(units, &index)
      let isJoined = power == 0 && isLetter(units, end) && !isOrdinal(units, end)
      found.append(
        NumberMention(
          value: .init(digits: digits, exponent: exponent + power), range: start..<end,
          isFirm: !isPart && !isJoined))
    }
    return found
  }

  /// Whether three digits after a group mark end at `index`.
  private func isGrouped(_ units: [UInt16], before index: Int) -> Bool {
    index >= 4 && groups.contains(units[index - 4]) && isDigit(units, index - 5)
  }

  /// `7.30pm` and `4.40 am`: two digits before `am` or `pm` are the minutes.
  private func isTime(_ units: [UInt16], _ index: Int) -> Bool {
    guard isDigit(units, index + 1), isDigit(units, index + 2), !isDigit(units, index + 3) else {
      return false
    }
    let half = CharacterClass.isBlank(at(units, index + 3)) ? index + 4 : index + 3
    let letter = at(units, half) | 0x20
    return (letter == 0x70 || letter == 0x61)
      && (at(units, half + 1) | 0x20 == 0x6D || at(units, half + 1) == 0x2E)
  }

  /// The power of ten that the word after a number means, and moves past it.
  private func scale(_ units: [UInt16], _ index: inout Int) -> Int {
    var next = index
    while next < units.count, CharacterClass.isBlank(units[next]) || units[next] == 0x2D {
      next += 1
    }
    let start = next
    while next < units.count, CharacterClass.table[Int(units[next])].isLetter { next += 1 }
    guard next > start else { return 0 }
    let word = String(decoding: units[start..<next], as: UTF16.self).lowercased()
    guard let power = words.scales[word], start > index || words.joinsScales else { return 0 }
    index = next
    return power
  }

  private func isOrdinal(_ units: [UInt16], _ index: Int) -> Bool {
    var end = index
    while end < units.count, CharacterClass.table[Int(units[end])].isLetter { end += 1 }
    let word = String(decoding: units[index..<end], as: UTF16.self).lowercased()
    return words.endings.contains(word)
  }

  private func inWords(_ all: [PlainWord]) -> [NumberMention] {
    var found: [NumberMention] = []
    var index = 0
    while index < all.count {
      guard let first = words.value(of: all[index].folded) else {
        if let century = RomanNumeral(ordinal: all[index].text) {
          found.append(
            NumberMention(
              value: .init(digits: UInt64(century.value)), range: all[index].range, isFirm: false))
        }
        index += 1
        continue
      }
      let start = index
      var sum = NumberWords.Sum()
      sum.add(first)
      index += 1
      while index < all.count, !all[index].followsMark {
        if words.joints.contains(all[index].folded), index + 1 < all.count,
          let next = words.value(of: all[index + 1].folded), sum.canAdd(next)
        {
          sum.add(next)
          index += 2
        } else if let next = words.value(of: all[index].folded), sum.canAdd(next) {
          sum.add(next)
          index += 1
        } else {
          break
        }
      }
      found.append(
        NumberMention(
          value: .init(digits: sum.total),
          range: all[start].range.lowerBound..<all[index - 1].range.upperBound, isFirm: false))
    }
    return found
  }

  private func at(_ units: [UInt16], _ index: Int) -> UInt16 {
    index >= 0 && index < units.count ? units[index] : 0
  }

  private func isDigit(_ units: [UInt16], _ index: Int) -> Bool {
    (0x30...0x39).contains(at(units, index))
  }

  private func isLetter(_ units: [UInt16], _ index: Int) -> Bool {
    index >= 0 && index < units.count && CharacterClass.table[Int(units[index])].isLetter
  }
}
