// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// Compares the months and weekdays that a sentence and its translation name.
struct DateCheck: Sendable {
  private let sourceNames: Names
  private let targetNames: Names
  private let sourceIsEnglish: Bool
  private let targetIsEnglish: Bool

  private struct Names: Sendable {
    var months: [String: Int] = [:]
    var weekdays: [String: Int] = [:]

    init(_ locale: String) {
      for kind in [LocaleNames.CalendarKind.month, .shortMonth] {
        for (index, name) in LocaleNames.calendar(kind, locale: locale).enumerated() {
          let word = PlainWord.folded(name.last == "." ? String(name.dropLast()) : name)
          // `mar` and `sep` are short for too much; `may` is told by its capital.
          if word.utf8.count >= 3, months[word] == nil { months[word] = index + 1 }
        }
      }
      for (index, name) in LocaleNames.calendar(.weekday, locale: locale).enumerated() {
        weekdays[PlainWord.folded(name)] = index
      }
    }
  }

  init(from source: Language = .french, to target: Language = .english) {
    sourceNames = Names(source.primary)
    targetNames = Names(target.primary)
    sourceIsEnglish = source.primary == "en"
    targetIsEnglish = target.primary == "en"
  }

  func issues(source: String, target: String) -> [ConsistencyIssue] {
    let one = mentions(
      in: PlainWord.words(of: source), sourceNames, isEnglish: sourceIsEnglish)
    let other = mentions(
      in: PlainWord.words(of: target), targetNames, isEnglish: targetIsEnglish)
    return Self.issues(one.months, other.months, source, target)
      + Self.issues(one.weekdays, other.weekdays, source, target)
  }

  private typealias Mention = (number: Int, range: Range<Int>, isDated: Bool)

  /// A month beside a number is a date; elsewhere it may be another word (`mars`, `march`, `may`).
  private func mentions(
    in words: [PlainWord], _ names: Names, isEnglish: Bool
  ) -> (months: [Mention], weekdays: [Mention]) {
    var found: (months: [Mention], weekdays: [Mention]) = ([], [])
    for (index, word) in words.enumerated() {
      let isDated =
        index > 0 && isDay(words[index - 1]) || index + 1 < words.count && isDay(words[index + 1])
      if let month = names.months[word.folded],
        isDated || !isEnglish || word.isCapital && !word.isFirst,
        isDated || word.text.utf8.count > 3
      {
        found.months.append((month, word.range, isDated))
      } else if let weekday = names.weekdays[word.folded], !isEnglish || word.isCapital {
        found.weekdays.append((weekday, word.range, true))
      } else if isEnglish, word.folded.hasSuffix("s"), word.isCapital,
        let weekday = names.weekdays[String(word.folded.dropLast())]
      {
        found.weekdays.append((weekday, word.range, true))
      }
    }
    return found
  }

  private func isDay(_ word: PlainWord) -> Bool {
    word.folded.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// The dates of one side that the other has not.
  ///
  /// English may name a weekday that French does not, and the other way round.
  private static func issues(
    _ one: [Mention], _ other: [Mention], _ source: String, _ target: String
  ) -> [ConsistencyIssue] {
    let inTarget = Set(other.map(\.number))
    let inSource = Set(one.map(\.number))
    var issues: [ConsistencyIssue] = []
    let strays = other.filter { !inSource.contains($0.number) }
    for mention in one where !inTarget.contains(mention.number) {
      guard let stray = strays.first else { continue }
      issues.append(
        ConsistencyIssue(
          .date,
          "'\(source.utf16Text(mention.range))' is '\(target.utf16Text(stray.range))' in the translation",
          source: mention.range, target: stray.range))
    }
    if issues.isEmpty {
      for mention in one where mention.isDated && inTarget.isEmpty && isMonth(mention, one) {
        issues.append(
          ConsistencyIssue(
            .date, "'\(source.utf16Text(mention.range))' is not in the translation",
            source: mention.range))
      }
      for stray in strays where stray.isDated && !inSource.isEmpty {
        issues.append(
          ConsistencyIssue(
            .date, "'\(target.utf16Text(stray.range))' is not in the source", target: stray.range))
      }
    }
    return issues
  }

  /// Weekdays come and go between the two languages; a month does not.
  private static func isMonth(_ mention: Mention, _ all: [Mention]) -> Bool {
    mention.number > 0 && all.contains { $0.range == mention.range && $0.isDated }
  }
}
