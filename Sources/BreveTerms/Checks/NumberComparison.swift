// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Compares the numbers and times of a sentence with those of its translation.
///
/// What has no equal on either side is one number that was changed, where two such may be it; else a number in digits is
/// missing. Numbers in words are reported in pairs only. Measures in other units of the same kind (`10 km`, `six miles`)
/// are no claim.
struct NumberComparison: Sendable {
  /// A number without an equal, on one side or both.
  struct Difference: Sendable {
    let source: Range<Int>?
    let target: Range<Int>?

    /// What is to be read of it.
    func message(_ source: String, _ target: String) -> String {
      switch (self.source, self.target) {
      case (let one?, let other?):
        "'\(source.utf16Text(one))' is '\(target.utf16Text(other))' in the translation"
      case (let one?, nil): "'\(source.utf16Text(one))' is not in the translation"
      case (nil, let other?): "'\(target.utf16Text(other))' is not in the source"
      case (nil, nil): ""
      }
    }
  }

  private let sourceNumbers: NumberReader
  private let targetNumbers: NumberReader
  private let sourceClock: ClockReader
  private let targetClock: ClockReader
  private let sourceWords: CheckWords
  private let targetWords: CheckWords

  init(source: Language, target: Language) {
    sourceNumbers = NumberReader(language: source)
    targetNumbers = NumberReader(language: target)
    sourceClock = ClockReader(language: source)
    targetClock = ClockReader(language: target)
    sourceWords = CheckWords.of(source)
    targetWords = CheckWords.of(target)
  }

  /// What differs, in the order of the source.
  ///
  /// - Parameters:
  ///   - source: The sentence.
  ///   - target: Its translation.
  ///   - excused: What the dates of both answer for, in UTF-16 units.
  /// - Returns: None for a translation that has all numbers.
  func differences(
    source: String, target: String, excused: (source: [Range<Int>], target: [Range<Int>]) = ([], [])
  ) -> [Difference] {
    var (ones, others) = (sourceNumbers.numbers(in: source), targetNumbers.numbers(in: target))
    let (times, hours) = (sourceClock.times(in: source), targetClock.times(in: target))
    if ones.isEmpty && others.isEmpty && times.isEmpty && hours.isEmpty { return [] }
    var found: [Difference] = []
    let codes = NumberedCode.changed(
      NumberedCode.codes(in: source), NumberedCode.codes(in: target))
    if let codes {
      found.append(Difference(source: codes.source.range, target: codes.target.range))
      ones.removeAll { $0.range.overlaps(codes.source.range) }
      others.removeAll { $0.range.overlaps(codes.target.range) }
    }
    // Times answer for their digits; an hour may be a plain number in the other language.
    let (words, wordsOfOther) = (
      without(ones, times.map(\.range)), without(others, hours.map(\.range))
    )
    var strayTimes = times.filter { time in
      !hours.contains(where: time.equals)
        && !wordsOfOther.contains { time.hours.contains($0.value) }
    }
    var strayHours = hours.filter { hour in
      !times.contains(where: hour.equals) && !words.contains { hour.hours.contains($0.value) }
    }
    while let time = strayTimes.first {
      strayTimes.removeFirst()
      let other = strayHours.isEmpty ? nil : strayHours.removeFirst()
      if time.isInDigits || other?.isInDigits ?? false {
        found.append(Difference(source: time.range, target: other?.range))
      }
    }
    found += strayHours.filter(\.isInDigits).map { Difference(source: nil, target: $0.range) }
    found += swaps(ones, others, source, target)
    (ones, others) = (words, wordsOfOther)
    var lacking = ones.filter { number in
      !others.contains(where: number.equals) && !Self.isHour(number, of: hours)
        && !excused.source.contains { $0.overlaps(number.range) }
    }
    var strays = others.filter { number in
      !ones.contains(where: number.equals) && !Self.isHour(number, of: times)
        && !excused.target.contains { $0.overlaps(number.range) }
    }
    (lacking, strays) = (
      withoutConverted(lacking, others, strays), withoutConverted(strays, ones, lacking)
    )
    if lacking.isEmpty && strays.isEmpty { return found }
    let copies = copies(source, target)
    if !copies.isEmpty {
      for part in Self.dotted(source) where copies.contains(part.text) {
        lacking.removeAll { $0.range.overlaps(part.range) }
      }
      for part in Self.dotted(target) where copies.contains(part.text) {
        strays.removeAll { $0.range.overlaps(part.range) }
      }
    }
    for number in lacking {
      guard let place = partner(of: number, among: strays) else {
        if number.isFirm { found.append(Difference(source: number.range, target: nil)) }
        continue
      }
      found.append(Difference(source: number.range, target: strays.remove(at: place).range))
    }
    found += strays.filter(\.isFirm).map { Difference(source: nil, target: $0.range) }
    return found
  }

  /// Whether a number in digits, or of hours, is the hour of one of `times`.
  private static func isHour(_ number: NumberMention, of times: [ClockMention]) -> Bool {
    (number.kind == nil || number.unit?.name == "hour")
      && times.contains { $0.hours.contains(number.value) }
  }

  private func without(_ numbers: [NumberMention], _ ranges: [Range<Int>]) -> [NumberMention] {
    numbers.filter { number in !ranges.contains { $0.overlaps(number.range) } }
  }

  /// What was not converted into another unit of the same kind, as `10 km` to `six miles`, or beside it: `45 miles (72 km)`.
  private func withoutConverted(
    _ numbers: [NumberMention], _ others: [NumberMention], _ strays: [NumberMention]
  ) -> [NumberMention] {
    numbers.filter { number in
      guard number.kind?.isLoose != true else { return true }
      guard let unit = number.unit else { return !strays.contains(where: number.isConverted) }
      if strays.contains(where: { $0.unit == unit }) { return true }
      // How long something takes may be said twice, so that both have to lack an equal.
      return !(unit.quantity == "time" ? strays : others).contains(where: number.isConverted)
    }
  }

  /// Numbers that stand in both texts as they are: `490.2` of a section, whatever a point means.
  private func copies(_ one: String, _ other: String) -> Set<String> {
    let right = Set(Self.dotted(one).map(\.text))
    return right.isEmpty ? [] : right.intersection(Self.dotted(other).map(\.text))
  }

  private static func dotted(_ text: String) -> [(text: String, range: Range<Int>)] {
    let units = Array(text.utf16)
    func isDigit(_ index: Int) -> Bool {
      index < units.count && (0x30...0x39).contains(units[index])
    }
    var found: [(String, Range<Int>)] = []
    var index = 0
    while index < units.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let start = index
      var hasPoint = false
      while isDigit(index) || index < units.count && units[index] == 0x2E && isDigit(index + 1) {
        hasPoint = hasPoint || units[index] == 0x2E
        index += 1
      }
      if hasPoint {
        found.append((String(decoding: units[start..<index], as: UTF16.self), start..<index))
      }
    }
    return found
  }

  /// The number of the other language that it most likely is: that with the same digits, else the first.
  private func partner(of number: NumberMention, among strays: [NumberMention]) -> Int? {
    let fitting = strays.indices.filter { number.mayBe(strays[$0]) }
    return fitting.first { strays[$0].value.digits == number.value.digits } ?? fitting.first
  }

  /// `de 3 % à 4 %` that became `from 4% to 3%`.
  private func swaps(
    _ ones: [NumberMention], _ others: [NumberMention], _ source: String, _ target: String
  ) -> [Difference] {
    let left = spans(ones, source, sourceWords)
    guard !left.isEmpty else { return [] }
    let right = spans(others, target, targetWords)
    return left.compactMap { span in
      right.first { $0.from == span.to && $0.to == span.from && span.from != span.to }.map {
        Difference(source: span.range, target: $0.range)
      }
    }
  }

  private typealias Span = (from: NumberMention.Value, to: NumberMention.Value, range: Range<Int>)

  private func spans(_ numbers: [NumberMention], _ text: String, _ known: CheckWords) -> [Span] {
    guard numbers.count > 1, !known.from.isEmpty else { return [] }
    let words = PlainWord.words(of: text)
    var spans: [Span] = []
    for (one, other) in zip(numbers, numbers.dropFirst()) {
      let before = words.last { $0.range.upperBound <= one.range.lowerBound }
      let between = words.filter {
        $0.range.lowerBound >= one.range.upperBound && $0.range.upperBound <= other.range.lowerBound
      }
      guard let before, known.from.contains(before.folded), between.count <= 3,
        let link = between.last, known.to.contains(link.folded)
      else { continue }
      spans.append(
        (one.value, other.value, before.range.lowerBound..<other.range.upperBound))
    }
    return spans
  }
}
