// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// A time of the day that stands in a sentence.
struct ClockMention: Hashable, Sendable {
  /// From midnight.
  let minutes: Int
  /// Whether the half of the day is known: `15h30` and `3:30 pm`, not `3:30`.
  let isExact: Bool
  /// Not `noon`, which is missing without harm.
  var isInDigits = true
  /// UTF-16 units.
  let range: Range<Int>

  func equals(_ other: ClockMention) -> Bool {
    minutes == other.minutes || !(isExact && other.isExact) && minutes % 720 == other.minutes % 720
  }

  /// The hours as numbers, as another language may have them.
  var hours: [NumberMention.Value] {
    let hour = minutes / 60
    return [hour, hour % 12, hour % 12 + 12].map { .init(digits: UInt64($0)) }
  }
}

/// Reads the times of a sentence: `15h30`, `15 h`, `15:30`, `3.30pm`, `3 pm`, `midi`.
///
/// `20 heures` may be how long something takes, and is left to the numbers.
struct ClockReader: Sendable {
  private let words: CheckWords

  init(language: Language) { words = CheckWords.of(language) }

  func times(in text: String) -> [ClockMention] {
    let all = PlainWord.words(of: text)
    let units = Array(text.utf16)
    var found: [ClockMention] = []
    var end = 0
    for (index, word) in all.enumerated() where index >= end {
      if words.noon.contains(word.folded) || words.midnight.contains(word.folded) {
        if word.followsHyphen { continue }
        found.append(
          ClockMention(
            minutes: words.noon.contains(word.folded) ? 720 : 0, isExact: true, isInDigits: false,
            range: word.range))
      } else if let time = time(at: index, all, units) {
        found.append(time.mention)
        end = time.end + 1
      }
    }
    return found
  }

  /// The time that begins with a word, and its last word.
  private func time(
    at index: Int, _ all: [PlainWord], _ units: [UInt16]
  ) -> (mention: ClockMention, end: Int)? {
    let word = all[index]
    guard word.isNumber, word.folded.utf8.count <= 2, let hour = Int(word.folded), hour <= 24,
      index == 0 || !isTied(all[index - 1], word, units, [0x3A, 0x2E, 0x2C])
    else { return nil }
    var last = index
    var minute = 0
    var isTime = false
    func minutes(_ place: Int) -> Int? {
      guard place < all.count, all[place].folded.utf8.count == 2, all[place].isNumber,
        let value = Int(all[place].folded), value < 60
      else { return nil }
      return value
    }
    if let value = minutes(index + 1), isTied(word, all[index + 1], units, [0x3A]) {
      (minute, last, isTime) = (value, index + 1, true)
    } else if let value = minutes(index + 1), isTied(word, all[index + 1], units, [0x2E]),
      half(after: index + 1, all) != nil
    {
      (minute, last, isTime) = (value, index + 1, true)
    } else if index + 1 < all.count, !all[index + 1].followsMark,
      let value = minutesAfterLetter(all[index + 1].folded)
    {
      (minute, last, isTime) = (value, index + 1, true)
    } else if index + 1 < all.count, words.hourWords.contains(all[index + 1].folded),
      !all[index + 1].followsMark
    {
      // In `8 h 12 h` the twelve is an hour of its own.
      if let value = minutes(index + 2), !all[index + 2].followsMark, !isHour(index + 2, all) {
        (minute, last, isTime) = (value, index + 2, true)
      } else if let first = all[index + 1].folded.utf8.first,
        all[index + 1].folded.utf8.count == 1, first > 0x60
      {
        (last, isTime) = (index + 1, true)
      }
    }
    let half = half(after: last, all)
    guard isTime || half != nil else { return nil }
    guard let half else {
      let mention = ClockMention(
        minutes: hour % 24 * 60 + minute, isExact: hour > 12 || !words.hourWords.isEmpty,
        range: word.range.lowerBound..<all[last].range.upperBound)
      return (mention, last)
    }
    guard hour <= 12 else { return nil }
    let mention = ClockMention(
      minutes: (hour % 12 + (half.isAfter ? 12 : 0)) * 60 + minute, isExact: true,
      range: word.range.lowerBound..<all[half.end].range.upperBound)
    return (mention, half.end)
  }

  /// Whether a word of hours stands behind a number: `12 h`, `12h30`.
  private func isHour(_ index: Int, _ all: [PlainWord]) -> Bool {
    guard index + 1 < all.count, !all[index + 1].followsMark else { return false }
    let next = all[index + 1].folded
    return words.hourWords.contains(next) || minutesAfterLetter(next) != nil
  }

  /// The minutes of `h30`.
  private func minutesAfterLetter(_ word: String) -> Int? {
    guard word.utf8.count == 3, words.hourWords.contains(String(word.prefix(1))),
      let minutes = Int(word.dropFirst()), minutes < 60
    else { return nil }
    return minutes
  }

  /// `pm` or `p.m.` after a word.
  private func half(after index: Int, _ all: [PlainWord]) -> (isAfter: Bool, end: Int)? {
    guard index + 1 < all.count, !all[index + 1].followsMark else { return nil }
    if words.afterNoon.contains(all[index + 1].folded) { return (true, index + 1) }
    return words.beforeNoon.contains(all[index + 1].folded) ? (false, index + 1) : nil
  }

  /// Whether nothing but one of `marks` stands between two words.
  private func isTied(
    _ one: PlainWord, _ other: PlainWord, _ units: [UInt16], _ marks: Set<UInt16>
  ) -> Bool {
    other.range.lowerBound - one.range.upperBound == 1
      && marks.contains(units[one.range.upperBound])
  }
}
