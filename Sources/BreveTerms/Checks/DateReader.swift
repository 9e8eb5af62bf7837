// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// Reads the dates of a sentence, by the names of months and weekdays in ICU's locale data.
struct DateReader: Sendable {
  private let months: [String: Int]
  /// Short forms: months only beside a day.
  private let shortMonths: [String: Int]
  private let weekdays: [String: Int]
  let monthNames: [String]
  let weekdayNames: [String]
  private let isEnglish: Bool
  private let isFrench: Bool
  private let beforeMonths: Set<String>
  private let monthsToo: Set<String>

  init(language: Language) {
    func table(_ kind: LocaleNames.CalendarKind) -> ([String], [String: Int]) {
      let names = LocaleNames.calendar(kind, locale: language.primary)
      var table: [String: Int] = [:]
      for (index, name) in names.enumerated() {
        let word = PlainWord.folded(name.last == "." ? String(name.dropLast()) : name)
        // `mar` and `sep` are short for too much.
        if word.utf8.count >= 3, table[word] == nil { table[word] = index }
      }
      return (names, table)
    }
    (monthNames, months) = table(.month)
    shortMonths = table(.shortMonth).1
    (weekdayNames, weekdays) = table(.weekday)
    isEnglish = language.primary == "en"
    isFrench = language.primary == "fr"
    beforeMonths = CheckWords.of(language).beforeMonths
    monthsToo = CheckWords.of(language).monthsToo
  }

  /// `Thursday 3 April 2025`, as far as it is known.
  func written(_ date: DateMention) -> String {
    var parts: [String] = []
    if let weekday = date.weekday, weekday < weekdayNames.count {
      parts.append(weekdayNames[weekday])
    }
    if !date.days.isEmpty { parts.append(date.days.map(String.init).joined(separator: "–")) }
    if let month = date.month, month <= monthNames.count { parts.append(monthNames[month - 1]) }
    if let year = date.year { parts.append(String(year)) }
    return parts.joined(separator: " ")
  }

  /// The dates of `text`, in order.
  func dates(in text: String) -> [DateMention] {
    let words = DateWords(text)
    var dates = words.numeric(isFrench: isFrench)
    for index in words.all.indices {
      guard let date = date(month: index, words) else { continue }
      if !dates.contains(where: { $0.range.overlaps(date.range) }) { dates.append(date) }
    }
    for (index, word) in words.all.enumerated() {
      guard let weekday = weekday(word),
        !dates.contains(where: { $0.range.overlaps(word.range) })
      else { continue }
      // `Black Friday` is no day of the week.
      let isName =
        isEnglish && index > 0 && words.all[index - 1].isCapital
        && !words.all[index - 1].isFirst && !word.followsMark
      dates.append(DateMention(weekday: weekday, range: word.range, isFirm: !isName))
    }
    return dates.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether the word names a month or a weekday, short or not.
  func isName(_ word: PlainWord) -> Bool {
    weekday(word) != nil || months[word.folded] != nil || shortMonths[word.folded] != nil
  }

  private func weekday(_ word: PlainWord) -> Int? {
    guard !isEnglish || word.isCapital else { return nil }
    if let weekday = weekdays[word.folded] { return weekday }
    guard isEnglish || isFrench, word.folded.hasSuffix("s") else { return nil }
    return weekdays[String(word.folded.dropLast())]
  }

  private func date(month index: Int, _ words: DateWords) -> DateMention? {
    let word = words.all[index]
    let long = months[word.folded]
    guard let month = long ?? shortMonths[word.folded] else { return nil }
    var date = DateMention(month: month + 1, range: word.range, isFirm: true)
    var (first, last) = (index, index)
    if let found = words.days(before: index) {
      (date.days, first) = (found.days, found.first)
    } else if isEnglish, let found = words.days(after: index) {
      (date.days, last) = (found.days, found.last)
    }
    if let found = words.year(after: last) { (date.year, last) = found }
    if date.days.isEmpty, date.year == nil {
      guard long != nil else { return nil }
      date.isFirm = false
      if isEnglish {
        guard word.isCapital else { return nil }
        let before = index > 0 ? words.all[index - 1].folded : ""
        date.mayBeWrong =
          beforeMonths.contains(before)
          || word.folded.utf8.count > 3 && !(word.isFirst && monthsToo.contains(word.folded))
      } else {
        date.mayBeWrong =
          !word.isCapital || word.isFirst && !monthsToo.contains(word.folded)
      }
    }
    if first > 0 {
      let place = words.isLink(first - 1) && first > 1 ? first - 2 : first - 1
      if let weekday = weekday(words.all[place]), words.areClose(place, first) {
        (date.weekday, first) = (weekday, place)
      }
    }
    date.range = words.all[first].range.lowerBound..<words.all[last].range.upperBound
    return date
  }
}

/// The words of a sentence, as dates are read from them.
private struct DateWords {
  let all: [PlainWord]
  private let units: [UInt16]

  init(_ text: String) {
    all = PlainWord.words(of: text)
    units = Array(text.utf16)
  }

  /// Between a weekday or a day and what belongs to it.
  func isLink(_ index: Int) -> Bool { ["le", "the", "of", "de", "du"].contains(all[index].folded) }

  /// Whether nothing but blanks, a comma or a dot, and small words stands between two words.
  func areClose(_ one: Int, _ other: Int) -> Bool {
    units[all[one].range.upperBound..<all[other].range.lowerBound].count(where: {
      $0 == 0x2C || $0 == 0x2E
    }) <= 1
      && !units[all[one].range.upperBound..<all[other].range.lowerBound].contains {
        !CharacterClass.isWhite($0) && !CharacterClass.table[Int($0)].isWordPart && $0 != 0x2C
          && $0 != 0x2E && $0 != 0x2D
      }
  }

  private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard index >= 0, index < all.count, all[index].isNumber,
      digits.contains(all[index].folded.utf8.count)
    else { return nil }
    return Int(all[index].folded)
  }

  private func day(_ index: Int) -> Int? {
    number(index, digits: 1...2).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private func isEnding(_ index: Int) -> Bool {
    index > 0 && all[index].range.lowerBound == all[index - 1].range.upperBound
      && ["er", "st", "nd", "rd", "th"].contains(all[index].folded)
  }

  /// `3`, `1er`, `12 et 13`, `12-13`, `du 12 au 15` before a month.
  func days(before index: Int) -> (days: [Int], first: Int)? {
    var place = index - 1
    if place > 0, all[place].folded == "of" { place -= 1 }
    if place > 0, isEnding(place) { place -= 1 }
    guard place >= 0, let last = day(place), areClose(place, index) else { return nil }
    var (days, first) = ([last], place)
    while first > 0 {
      place = first - 1
      if ["le", "the"].contains(all[place].folded), place > 0 { place -= 1 }
      let isTied = place == first - 1 && day(place) != nil && isDash(between: place, first)
      if !isTied {
        guard ["et", "and", "au", "to", "ou", "or", "a"].contains(all[place].folded), place > 0
        else { break }
        place -= 1
        if isEnding(place) { place -= 1 }
      }
      guard place >= 0, let more = day(place) else { break }
      days.insert(more, at: 0)
      first = place
    }
    return (days, first)
  }

  /// `12`, `12th`, `12-13` after a month.
  func days(after index: Int) -> (days: [Int], last: Int)? {
    guard let first = day(index + 1), areClose(index, index + 1) else { return nil }
    var last = index + 1
    if last + 1 < all.count, isEnding(last + 1) { last += 1 }
    var days = [first]
    if let more = day(last + 1), isDash(between: last, last + 1) {
      days.append(more)
      last += 1
    }
    return (days, last)
  }

  private func isDash(between one: Int, _ other: Int) -> Bool {
    let between = units[all[one].range.upperBound..<all[other].range.lowerBound]
    return between.count == 1 && [0x2D, 0x2013].contains(between.first ?? 0)
  }

  /// A year after a month or day: blanks, a comma or `of` may stand between.
  func year(after index: Int) -> (Int?, Int)? {
    let next = index + 1 < all.count && ["of", "de"].contains(all[index + 1].folded) ? 2 : 1
    guard let year = number(index + next, digits: 4...4), (1000...2999).contains(year),
      areClose(index, index + next)
    else { return nil }
    return (year, index + next)
  }

  /// `12/03/2024`, `2024-03-12`, and `9/11`, which only answers for a date.
  func numeric(isFrench: Bool) -> [DateMention] {
    var dates: [DateMention] = []
    for index in all.indices {
      let marks: [UInt16] = [0x2F, 0x2E, 0x2D]
      guard all[index].isNumber,
        let mark = marks.first(where: { isTied(index, $0) })
      else { continue }
      if isTied(index + 1, mark) {
        let range = all[index].range.lowerBound..<all[index + 2].range.upperBound
        if let year = number(index, digits: 4...4), let month = number(index + 1, digits: 1...2),
          let day = day(index + 2), (1...12).contains(month)
        {
          dates.append(
            DateMention(days: [day], month: month, year: year, range: range, isFirm: true))
        } else if let year = number(index + 2, digits: 4...4), let one = day(index),
          let other = day(index + 1)
        {
          var date = DateMention(days: [one], month: other, year: year, range: range, isFirm: true)
          if !isFrench, one <= 12 { date.turned = (other, one) }
          if other > 12 {
            if isFrench || one > 12 { continue }
            (date.days, date.month, date.turned) = ([other], one, nil)
          }
          dates.append(date)
        }
      } else if mark == 0x2F, let one = day(index), let other = day(index + 1),
        index == 0 || !isTied(index - 1, mark)
      {
        var date = DateMention(
          days: [one], month: other,
          range: all[index].range
            .lowerBound..<all[index + 1].range
            .upperBound, isFirm: false, mayBeWrong: false)
        if one <= 12 { date.turned = (other, one) }
        if other <= 12 || one <= 12 { dates.append(date) }
      }
    }
    return dates
  }

  /// Whether only `mark` stands between a number and the number after it.
  private func isTied(_ index: Int, _ mark: UInt16) -> Bool {
    guard index >= 0, index + 1 < all.count, all[index].isNumber, all[index + 1].isNumber else {
      return false
    }
    let between = units[all[index].range.upperBound..<all[index + 1].range.lowerBound]
    return between.count == 1 && between.first == mark
  }
}
