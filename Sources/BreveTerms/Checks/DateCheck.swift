// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Compares the dates, months and weekdays that a sentence and its translation name; one finding for all of a date.
struct DateCheck: Sendable {
  private let source: DateReader
  private let target: DateReader

  init(from source: Language = .french, to target: Language = .english) {
    self.source = DateReader(language: source)
    self.target = DateReader(language: target)
  }

  /// What differs, and the ranges whose numbers the dates answer for, in UTF-16 units.
  func comparison(
    source text: String, target translation: String
  ) -> (issues: [ConsistencyIssue], excused: (source: [Range<Int>], target: [Range<Int>])) {
    let ones = source.dates(in: text)
    let others = target.dates(in: translation)
    if ones.isEmpty && others.isEmpty { return ([], ([], [])) }
    var excused: (source: [Range<Int>], target: [Range<Int>]) = ([], [])
    var issues: [ConsistencyIssue] = []
    var lacking: [DateMention] = []
    for one in ones {
      let equals = others.filter(one.agrees)
      if equals.isEmpty {
        lacking.append(one)
      } else if equals.contains(where: { isAll(of: one, $0) }) {
        excused.source.append(one.range)
      }
    }
    for other in others
    where ones.contains(where: { $0.agrees(with: other) && isAll(of: other, $0) }) {
      excused.target.append(other.range)
    }
    var strays = others.filter { other in
      other.mayBeWrong && !ones.contains { $0.agrees(with: other) }
    }
    lacking.removeAll { !$0.mayBeWrong }
    var isPaired = false
    for one in lacking {
      let place = strays.firstIndex { Self.isSameKind(one, $0) }
      guard let place else {
        // A date whose parts stand there one by one has only other words between.
        let names = one.month != nil ? others.compactMap(\.month) : others.compactMap(\.weekday)
        if one.isFirm, names.isEmpty || !isPaired {
          issues.append(
            ConsistencyIssue(
              .date,
              "'\(target.written(one))' ('\(text.utf16Text(one.range))') is not in the translation",
              source: one.range))
          excused.source.append(one.range)
        }
        continue
      }
      let other = strays.remove(at: place)
      isPaired = true
      issues.append(
        ConsistencyIssue(
          .date,
          "'\(text.utf16Text(one.range))' is '\(translation.utf16Text(other.range))' in the translation",
          source: one.range, target: other.range))
      excused.source.append(one.range)
      excused.target.append(other.range)
    }
    for stray in strays
    where stray.isFirm && ones.contains(where: { Self.isSameKind($0, stray) }) {
      issues.append(
        ConsistencyIssue(
          .date, "'\(translation.utf16Text(stray.range))' is not in the source", target: stray.range
        ))
      excused.target.append(stray.range)
    }
    if issues.isEmpty, let exchanged = exchanged(ones, others, text, translation) {
      issues.append(exchanged)
    }
    return (issues, excused)
  }

  /// One of several equal weekdays or months that became another: `lundi … lundi et mardi`, `Monday … Tuesday and Tuesday`.
  private func exchanged(
    _ ones: [DateMention], _ others: [DateMention], _ text: String, _ translation: String
  ) -> ConsistencyIssue? {
    for part in [\DateMention.weekday, \DateMention.month] {
      func surplus(_ mentions: [DateMention], over others: [DateMention]) -> DateMention? {
        mentions.last { mention in
          guard let value = mention[keyPath: part], mention.mayBeWrong else { return false }
          return mentions.count { $0[keyPath: part] == value }
            > others.count { $0[keyPath: part] == value }
        }
      }
      guard let one = surplus(ones, over: others), let other = surplus(others, over: ones) else {
        continue
      }
      return ConsistencyIssue(
        .date,
        "'\(text.utf16Text(one.range))' stands in the source more often than in the translation, "
          + "and '\(translation.utf16Text(other.range))' less often",
        source: one.range, target: other.range)
    }
    return nil
  }

  /// Whether `other` has the day and the year that `one` has: these need not be looked for elsewhere.
  private func isAll(of one: DateMention, _ other: DateMention) -> Bool {
    (one.days.isEmpty || !other.days.isEmpty) && (one.year == nil || other.year != nil)
      && one.days.allSatisfy { other.days.contains($0) || $0 == other.turned?.day }
      || one.turned != nil && other.days == [one.turned?.day ?? 0] && (one.year == other.year)
  }

  /// Whether one may be what the other became: both name a month, or both a weekday.
  private static func isSameKind(_ one: DateMention, _ other: DateMention) -> Bool {
    one.month != nil && other.month != nil || one.weekday != nil && other.weekday != nil
  }
}
