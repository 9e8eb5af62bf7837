// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Reads the numbers of a sentence.
///
/// `1 234,5`, `1,234.5`, `3,2 milliards`, `3.2bn`, `vingt-deux`, `twenty-two`, `1er`, `2nd`, `XXIe siècle`, `14h30`.
struct NumberReader: Sendable {
  private let words: NumberWords
  private let units: [String: CheckWords.MeasureUnit]
  private let oneBeforeUnits: Set<String>
  private let decimal: UInt16
  private let groups: Set<UInt16>

  /// A reader for a language; numbers in words are read in French and English.
  init(language: Language) {
    let hasComma = !Self.withPoint.contains(language.primary)
    let known = CheckWords.of(language)
    words = known.numbers
    units = known.units
    oneBeforeUnits = known.oneBeforeUnits
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
    let all = PlainWord.words(of: text)
    let digits = inDigits(units)
    // `2,6 milliards deux jours plus tard`: what belongs to digits is no number of its own.
    let taken = Set(
      all.indices.filter { index in digits.contains { $0.range.overlaps(all[index].range) } })
    let found = digits + inWords(all, taken) + ones(all)
    var numbers: [NumberMention] = []
    for number in found.map({ completed($0, all) }).sorted(by: {
      $0.range.lowerBound < $1.range.lowerBound
    }) where numbers.last.map({ $0.range.upperBound <= number.range.lowerBound }) ?? true {
      numbers.append(number)
    }
    // `de 5 à 7 cm`: both are lengths.
    for index in numbers.indices.dropLast().reversed() where numbers[index].unit == nil {
      let gap = numbers[index].range.upperBound..<numbers[index + 1].range.lowerBound
      if all.count(where: { gap.contains($0.range.lowerBound) }) <= 1 {
        numbers[index].unit = numbers[index + 1].unit
      }
    }
    return numbers
  }

  /// `A mile`: an article before a unit, which only answers for a number.
  private func ones(_ all: [PlainWord]) -> [NumberMention] {
    guard !oneBeforeUnits.isEmpty else { return [] }
    return all.indices.dropLast().compactMap { index in
      guard oneBeforeUnits.contains(all[index].folded), !all[index + 1].followsMark,
        let unit = units[all[index + 1].folded],
        index == 0 || words[all[index - 1].folded]?.kind != .fractions
      else { return nil }
      return NumberMention(
        value: .init(digits: 1), range: all[index].range, isFirm: false, kind: .loose, unit: unit)
    }
  }

  // MARK: Digits

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
      var power = scale(units, &index)
      if power == 3 { power += scale(units, &index) }
      let isJoined = power == 0 && isLetter(units, end) && !isOrdinal(units, end)
      // The lower number of `2/3`.
      let isDenominator =
        end - start == 1 && start > 1 && units[start - 1] == 0x2F && isDigit(units, start - 2)
      var mention = NumberMention(
        value: .init(digits: digits, exponent: exponent + power), range: start..<index,
        isFirm: !isPart && !isJoined && !isDenominator)
      if end - start == 2, exponent == 0, power == 0 {
        mention.others = years(units, start, Int(digits))
      }
      found.append(mention)
    }
    return found
  }

  /// What two digits are as a year: after another year its century (`2019-21`), else one of the last two.
  private func years(_ units: [UInt16], _ start: Int, _ digits: Int) -> [NumberMention.Value] {
    if start >= 5, [0x2D, 0x2F, 0x2013].contains(units[start - 1]),
      (2...5).allSatisfy({ isDigit(units, start - $0) }), !isDigit(units, start - 6)
    {
      let century = Int(units[start - 5] - 0x30) * 10 + Int(units[start - 4] - 0x30)
      return [.init(digits: UInt64(century * 100 + digits))]
    }
    guard digits >= 10 else { return [] }
    return [.init(digits: UInt64(1900 + digits)), .init(digits: UInt64(2000 + digits))]
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
    // `300+ billion`, `3-million`.
    while next < units.count,
      CharacterClass.isBlank(units[next]) || [0x2B, 0x2D].contains(units[next])
    {
      next += 1
    }
    let start = next
    while next < units.count, CharacterClass.table[Int(units[next])].isLetter { next += 1 }
    guard next > start else { return 0 }
    let word = String(decoding: units[start..<next], as: UTF16.self).lowercased()
    let power = start > index ? words.scales[word] ?? shortScale(word) : words.joinedScales[word]
    guard let power else { return 0 }
    index = next
    return power
  }

  /// `3 bn`, but not `3 m`, which are metres.
  private func shortScale(_ word: String) -> Int? {
    word.utf8.count > 1 ? words.joinedScales[word] : nil
  }

  private func isOrdinal(_ units: [UInt16], _ index: Int) -> Bool {
    var end = index
    while end < units.count, CharacterClass.table[Int(units[end])].isLetter { end += 1 }
    let word = PlainWord.folded(String(decoding: units[index..<end], as: UTF16.self))
    return words.endings.contains(word)
  }

  // MARK: Words

  private func inWords(_ all: [PlainWord], _ taken: Set<Int>) -> [NumberMention] {
    var found: [NumberMention] = []
    var index = 0
    while index < all.count {
      let word = all[index]
      guard let known = words[word.folded], !taken.contains(index),
        index == 0 || !words.noNumbersAfter.contains(all[index - 1].folded)
      else {
        if let century = RomanNumeral(ordinal: word.text) {
          found.append(
            NumberMention(
              value: .init(digits: UInt64(century.value)), range: word.range, isFirm: false,
              kind: .loose))
        }
        index += 1
        continue
      }
      guard let first = words.part(word.folded) else {
        if let half = half(of: known, at: index, all) {
          found.append(half.mention)
          index = half.next
          continue
        }
        found.append(
          NumberMention(
            value: known.value, others: known.others, range: word.range, isFirm: false,
            kind: known.kind))
        index += 1
        continue
      }
      let start = index
      var sum = NumberWords.Sum(first)
      var kind = known.kind
      index += 1
      while index < all.count, !all[index].followsMark {
        let step = words.joints.contains(all[index].folded) && index + 1 < all.count ? 1 : 0
        let next = all[index + step].folded
        guard let part = words.part(next), sum.canAdd(part),
          !taken.contains(index), !taken.contains(index + step)
        else { break }
        sum.add(part)
        kind = words[next]?.kind ?? kind
        index += step + 1
      }
      // A number before the plural: `deux milliards` is not vague.
      if kind == .vague, index - start > 1, known.kind != .vague { kind = .cardinals }
      var mention = NumberMention(
        value: .init(digits: sum.total), others: index - start == 1 ? known.others : [],
        range: all[start].range.lowerBound..<all[index - 1].range.upperBound, isFirm: false,
        kind: kind)
      if let whole = mention.value.whole, (10...99).contains(whole) {
        mention.others += [
          .init(digits: UInt64(1900 + whole)), .init(digits: UInt64(2000 + whole)),
        ]
      }
      found.append(mention)
    }
    return found
  }

  /// `un demi-million`, `half a dozen`: the half of the number after it.
  private func half(
    of known: NumberWords.Word, at index: Int, _ all: [PlainWord]
  ) -> (mention: NumberMention, next: Int)? {
    guard known.value == NumberMention.Value(text: "1/2") else { return nil }
    var next = index + 1
    if next < all.count, words.joints.contains(all[next].folded) { next += 1 }
    guard next < all.count, !all[next].followsMark, let whole = words.part(all[next].folded),
      whole >= 10, whole % 2 == 0
    else { return nil }
    let kind = words[all[next].folded]?.kind
    let range = all[index].range.lowerBound..<all[next].range.upperBound
    return (
      NumberMention(value: .init(digits: whole / 2), range: range, isFirm: false, kind: kind),
      next + 1
    )
  }

  // MARK: What follows

  /// The number with a half after it (`deux millions et demi`), and with its unit.
  private func completed(_ mention: NumberMention, _ all: [PlainWord]) -> NumberMention {
    guard
      var next = all.firstIndex(where: { $0.range.lowerBound >= mention.range.upperBound }),
      !all[next].followsMark
    else { return mention }
    var mention = mention
    if mention.kind == .fractions, oneBeforeUnits.contains(all[next].folded), next + 1 < all.count {
      next += 1
    }
    let last = all[..<next].last.flatMap { words.scales[$0.folded] ?? 0 } ?? 0
    // `sept jours et demi`.
    if units[all[next].folded] != nil,
      words.halves.contains(where: { all[(next + 1)...].prefix($0.count).map(\.folded) == $0 })
    {
      mention.unit = units[all[next].folded]
      next += 1
    }
    for half in words.halves where all[next...].prefix(half.count).map(\.folded) == half {
      let unit = mention.unit
      mention = NumberMention(
        value: mention.value.andHalf(of: last), others: mention.others,
        range: mention.range.lowerBound..<all[next + half.count - 1].range.upperBound,
        isFirm: mention.isFirm, kind: mention.kind, unit: unit)
      next += half.count
      break
    }
    if mention.unit == nil, next < all.count, !all[next].followsMark {
      mention.unit =
        units[all[next].folded]
        // `10 longues années`, `fourteen long years`.
        ?? (next + 1 < all.count && !all[next + 1].followsMark
          ? units[all[next + 1].folded].flatMap { $0.quantity == "time" ? $0 : nil } : nil)
    }
    return mention
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
