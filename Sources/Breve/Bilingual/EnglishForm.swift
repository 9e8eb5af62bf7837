// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveText

/// Writes the days and numbers of French sentences as English writes them, by rule.
struct EnglishForm: Sendable {
  private let finder = DateFinder(language: .french)

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// The days and numbers of `text`, in order, none inside of another.
  func facts(of text: String) -> [RowFact] {
    let units = Array(text.utf16)
    var facts = finder.dates(in: units, range: 0..<units.count).compactMap { date in
      fact(date, units)
    }
    let hours = HourMention.hours(in: text, language: .french).map { clock($0, units) }
    for fact in hours + numbers(in: units)
    where !facts.contains(where: { $0.range.overlaps(fact.range) }) {
      facts.append(fact)
    }
    return facts.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// `jeudi 3 avril 2025` is `Thursday 3 April 2025`; a weekday that was another one is kept, and that is noted.
  private func fact(_ date: WrittenDate, _ units: [UInt16]) -> RowFact? {
    guard (1...12).contains(date.month) else { return nil }
    let source = String(decoding: units[date.range], as: UTF16.self)
    let month = Self.months[date.month - 1]
    let year = date.year.map { " \($0)" } ?? ""
    let commaYear = date.year.map { ", \($0)" } ?? ""
    var forms = ["\(date.day) \(month)\(year)", "\(month) \(date.day)\(commaYear)"]
    var note: String?
    if let weekday = date.weekday {
      if let year = date.year {
        let real = PartialDate(year: year, month: date.month, day: date.day)?.weekday
        if real != weekday {
          note = real.map { "that day was a \(Self.weekdays[$0])" } ?? "there is no such day"
        }
      }
      let name = Self.weekdays[weekday]
      forms = ["\(name) \(forms[0])", "\(name), \(forms[1])", "\(name), \(forms[0])"]
    }
    return RowFact(
      source: source, target: forms[0], range: date.range, isDate: true,
      note: note,
      otherForms: Array(forms.dropFirst()))
  }

  /// Numbers that English writes another way: `1,5 milliard`, `28 %`, `15 000`.
  private func numbers(in units: [UInt16]) -> [RowFact] {
    var facts: [RowFact] = []
    var index = 0
    while index < units.count {
      guard isDigit(units, index), index == 0 || !isWordPart(units[index - 1]) else {
        index += 1
        continue
      }
      let start = index
      var whole: [UInt16] = []
      take(units, &index, into: &whole)
      var isGrouped = false
      while whole.count <= 3 || isGrouped, isSpace(units, index),
        (1...3).allSatisfy({ isDigit(units, index + $0) }), !isDigit(units, index + 4)
      {
        isGrouped = true
        index += 1
        take(units, &index, into: &whole)
      }
      var fraction: [UInt16] = []
      if index + 1 < units.count, units[index] == 0x2C, isDigit(units, index + 1) {
        index += 1
        take(units, &index, into: &fraction)
      }
      let end = index
      let (suffix, after) = scale(units, end)
      if end < units.count, isWordPart(units[end]) { continue }
      guard isGrouped || !fraction.isEmpty || !suffix.isEmpty else { continue }
      var target = Self.grouped(whole, isGrouped)
      if !fraction.isEmpty { target += "." + String(decoding: fraction, as: UTF16.self) }
      facts.append(
        RowFact(
          source: String(decoding: units[start..<after], as: UTF16.self), target: target + suffix,
          range: start..<after, isDate: false,
          otherForms: suffix == "%" ? [" per cent", " percent", " %"].map { target + $0 } : []))
      index = after
    }
    return facts
  }

  /// The months that stand alone in French, with their English.
  static func months(in text: String) -> [(source: String, english: String, range: Range<Int>)] {
    let units = Array(text.utf16)
    return MonthMention.months(in: text, language: .french).map { mention in
      (
        String(decoding: units[mention.range], as: UTF16.self), months[mention.month - 1],
        mention.range
      )
    }
  }

  /// `à 15h30` is `3:30 pm`.
  private func clock(_ mention: HourMention, _ units: [UInt16]) -> RowFact {
    let source = String(decoding: units[mention.range], as: UTF16.self)
    let half = mention.hour < 12 ? "am" : "pm"
    let dotted = mention.hour < 12 ? "a.m." : "p.m."
    let shown = mention.hour % 12 == 0 ? 12 : mention.hour % 12
    let minutes = (mention.minute < 10 ? "0" : "") + "\(mention.minute)"
    let whole = "\(mention.hour < 10 ? "0" : "")\(mention.hour):\(minutes)"
    let hasMinutes = isDigit(units, mention.range.upperBound - 1)
    let (colon, point) =
      hasMinutes ? ("\(shown):\(minutes)", "\(shown).\(minutes)") : ("\(shown)", "\(shown)")
    return RowFact(
      source: source, target: "\(colon) \(half)", range: mention.range, isDate: false,
      otherForms: [
        "\(colon)\(half)", "\(colon) \(dotted)", "\(point)\(half)", "\(point) \(half)",
        "\(point) \(dotted)", whole,
      ])
  }

  private func take(_ units: [UInt16], _ index: inout Int, into digits: inout [UInt16]) {
    while isDigit(units, index) {
      digits.append(units[index])
      index += 1
    }
  }

  private static func grouped(_ digits: [UInt16], _ isGrouped: Bool) -> String {
    let text = String(decoding: digits, as: UTF16.self)
    guard isGrouped else { return text }
    var out = ""
    for (index, digit) in text.enumerated() {
      if index > 0, (text.utf8.count - index) % 3 == 0 { out += "," }
      out.append(digit)
    }
    return out
  }

  /// ` billion` for `milliards`, `%` for ` %`; and where that ends.
  private func scale(_ units: [UInt16], _ end: Int) -> (String, Int) {
    var next = end
    while isSpace(units, next) { next += 1 }
    if next < units.count, units[next] == 0x25 { return ("%", next + 1) }
    let start = next
    while next < units.count, isWordPart(units[next]) { next += 1 }
    let word = String(decoding: units[start..<next], as: UTF16.self)
    guard start > end, let english = Self.scales[word] else { return ("", end) }
    return (" " + english, next)
  }

  private static let scales = [
    "million": "million", "millions": "million", "milliard": "billion", "milliards": "billion",
    "billion": "trillion", "billions": "trillion",
  ]

  private func isDigit(_ units: [UInt16], _ index: Int) -> Bool {
    index < units.count && units[index] >= 0x30 && units[index] <= 0x39
  }

  private func isSpace(_ units: [UInt16], _ index: Int) -> Bool {
    index < units.count && [0x20, 0xA0, 0x202F, 0x2009].contains(units[index])
  }

  private func isWordPart(_ unit: UInt16) -> Bool { CharacterClass.table[Int(unit)].isWordPart }
}
