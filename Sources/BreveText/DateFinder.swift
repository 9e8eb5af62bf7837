// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// A date written in a text: `jeudi 3 avril 2025`, `vendredi 5 août`, `April 3, 2025`.
package struct WrittenDate: Sendable {
  package let day: Int
  package let month: Int
  package let year: Int?
  /// 0 for Sunday; nil if none is written.
  package let weekday: Int?
  /// UTF-16 units of the normalized text.
  package let range: Range<Int>
  /// Whether the word before says that this is no day of the news: `née le`, `depuis le`, `jusqu'au`.
  package let isOfSomethingElse: Bool
}

/// Finds the days that are written in a text, by the names of months and weekdays in ICU's locale data.
package struct DateFinder: Sendable {
  private let months: WordTable<Int>
  private let weekdays: WordTable<Int>
  /// `April 3`.
  let hasMonthFirst: Bool
  /// `3. April`.
  private let hasOrdinalStop: Bool

  package init(language: Language) {
    func table(_ kinds: [LocaleNames.CalendarKind], from first: Int) -> WordTable<Int> {
      var table = WordTable<Int>()
      for kind in kinds {
        for (index, name) in LocaleNames.calendar(kind, locale: language.tag).enumerated() {
          let word = name.last == "." ? String(name.dropLast()) : name
          if word.utf8.count > 1, table[WordKey(folding: word)] == nil {
            table[WordKey(folding: word)] = index + first
          }
        }
      }
      return table
    }
    months = table([.month, .shortMonth], from: 1)
    weekdays = table([.weekday], from: 0)
    hasMonthFirst = language.primary == "en"
    hasOrdinalStop = SentenceTailoring(for: language).settings.ordinalStop != .none
  }

  /// The days written in `range` of `units`, in order.
  package func dates(in units: [UInt16], range: Range<Int>) -> [WrittenDate] {
    guard mayHoldDate(units, range) else { return [] }
    let words = Words(units, range)
    var dates: [WrittenDate] = []
    for index in words.ranges.indices {
      guard let month = months[words.key(index)] else { continue }
      if let date = date(month: month, at: index, words) { dates.append(date) }
    }
    return dates
  }

  /// Whether a month stands near a digit: cheaper than to look at every word.
  private func mayHoldDate(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    let classes = CharacterClass.table
    let folds = WordKey.folds
    var index = range.lowerBound
    while index < range.upperBound {
      guard units[index] >= 0x30, units[index] <= 0x39 else {
        index += 1
        continue
      }
      // The two words after it, over an ending (1er), and the one before it.
      var after = index
      for _ in 0..<3 {
        var key = WordKey()
        while after < range.upperBound, !classes[Int(units[after])].isWordPart { after += 1 }
        while after < range.upperBound, classes[Int(units[after])].isWordPart {
          key.append(folds[Int(units[after])])
          after += 1
        }
        if months[key] != nil { return true }
      }
      if hasMonthFirst, monthEnds(units, before: index, from: range.lowerBound) { return true }
      while index < range.upperBound, classes[Int(units[index])].isWordPart { index += 1 }
    }
    return false
  }

  private func monthEnds(_ units: [UInt16], before index: Int, from start: Int) -> Bool {
    var end = index
    while end > start, !CharacterClass.table[Int(units[end - 1])].isWordPart { end -= 1 }
    var first = end
    while first > start, CharacterClass.table[Int(units[first - 1])].isWordPart { first -= 1 }
    var key = WordKey()
    for place in first..<end { key.append(WordKey.folds[Int(units[place])]) }
    return months[key] != nil
  }

  private func date(month: Int, at index: Int, _ words: Words) -> WrittenDate? {
    var first = index
    var last = index
    let day: Int
    if let place = neighbour(before: index, words), let before = words.day(place) {
      day = before
      first = place
    } else if hasMonthFirst, index + 1 < words.ranges.count,
      words.areAdjacent(index, index + 1, marks: []),
      let after = words.day(index + 1)
    {
      day = after
      last = index + 1
    } else {
      return nil
    }
    var year: Int?
    if let place = neighbour(after: last, words), let number = words.year(place) {
      year = number
      last = place
    }
    var weekday: Int?
    if first > 0, words.areAdjacent(first - 1, first, marks: Self.comma),
      let number = weekdays[words.key(first - 1)]
    {
      weekday = number
      first -= 1
    }
    return WrittenDate(
      day: day, month: month, year: year, weekday: weekday,
      range: words.ranges[first].lowerBound..<words.ranges[last].upperBound,
      isOfSomethingElse: (1...3).contains { distance in
        first >= distance && Self.otherDays.contains(words.key(first - distance))
      })
  }

  private static let otherDays = WordSet(
    [
      "né", "née", "nés", "nées", "depuis", "jusqu", "avant", "dès", "décédé", "décédée", "mort",
      "morte", "born", "since", "until", "before", "died",
    ].map { WordKey(folding: $0) })

  /// The word before the month: blanks, an ordinal's stop, or `de` and `of` may stand between.
  private func neighbour(before index: Int, _ words: Words) -> Int? {
    guard index > 0 else { return nil }
    if words.areAdjacent(index - 1, index, marks: hasOrdinalStop ? [0x2E] : []) {
      guard index > 1, Self.links.contains(words.key(index - 1)),
        words.areAdjacent(index - 2, index - 1, marks: [])
      else { return index - 1 }
      return index - 2
    }
    return nil
  }

  /// The word after a day and month, the same marks between, or a comma.
  private func neighbour(after index: Int, _ words: Words) -> Int? {
    guard index + 1 < words.ranges.count, words.areAdjacent(index, index + 1, marks: Self.comma)
    else { return nil }
    guard Self.links.contains(words.key(index + 1)), index + 2 < words.ranges.count,
      words.areAdjacent(index + 1, index + 2, marks: [])
    else { return index + 1 }
    return index + 2
  }

  private static let comma: Set<UInt16> = [0x2C]
  private static let links = WordSet(["de", "del", "of"].map { WordKey($0) })
}

/// The words of a stretch of text: runs of letters and digits.
private struct Words {
  let units: [UInt16]
  private(set) var ranges: [Range<Int>] = []
  private var keys: [WordKey] = []

  init(_ units: [UInt16], _ range: Range<Int>) {
    self.units = units
    let classes = CharacterClass.table
    let folds = WordKey.folds
    ranges.reserveCapacity(range.count / 5 + 1)
    keys.reserveCapacity(range.count / 5 + 1)
    var index = range.lowerBound
    while index < range.upperBound {
      guard classes[Int(units[index])].isWordPart else {
        index += 1
        continue
      }
      let start = index
      var key = WordKey()
      repeat {
        key.append(folds[Int(units[index])])
        index += 1
      } while index < range.upperBound && classes[Int(units[index])].isWordPart
      ranges.append(start..<index)
      keys.append(key)
    }
  }

  /// The key of a word whatever its case.
  func key(_ index: Int) -> WordKey { keys[index] }

  private func text(_ index: Int) -> String {
    String(utf16: units.span.extracting(ranges[index])).lowercased()
  }

  /// `3`, `1er`, `3rd`.
  func day(_ index: Int) -> Int? {
    var digits = text(index)
    for ending in ["er", "st", "nd", "rd", "th"] where digits.hasSuffix(ending) {
      digits.removeLast(2)
    }
    guard (1...2).contains(digits.utf8.count), let day = Int(digits), (1...31).contains(day) else {
      return nil
    }
    return day
  }

  func year(_ index: Int) -> Int? {
    guard ranges[index].count == 4, let year = Int(text(index)), (1000...2999).contains(year) else {
      return nil
    }
    return year
  }

  /// Whether only white space, and of `marks` one at most, stands between two neighbours.
  func areAdjacent(_ one: Int, _ other: Int, marks: Set<UInt16>) -> Bool {
    let between = units[ranges[one].upperBound..<ranges[other].lowerBound]
    let others = between.filter { !CharacterClass.isWhite($0) }
    return others.count <= 1 && others.allSatisfy(marks.contains)
  }
}
