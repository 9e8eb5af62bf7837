// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Finds the date of an article in its text: the header's, or the first day that its opening paragraphs name.
///
/// A date is never guessed: where no year is written there is none, and a note says what is known.
struct ArticleDateReader: Sendable {
  private let finder: DateFinder
  private let language: Language

  /// News is dated in its first paragraphs; a day named later is some other day.
  private static let openingBlocks = 2
  /// A dateline stands in one of the first blocks, a title and a by-line before it at most.
  private static let datelineBlocks = 3
  /// The place and `le` before the date, in UTF-16 units.
  private static let datelinePlace = 32

  init(language: Language) {
    finder = DateFinder(language: language)
    self.language = language
  }

  func date(of document: Document) -> (date: ArticleDate?, note: Note?) {
    if let header = document.segments.first, header.role == .metadata,
      let value = header.text.split(separator: " ").last.flatMap({ PartialDate(String($0)) })
    {
      return (ArticleDate(value: value, evidence: header.text, range: header.range), nil)
    }
    let header = document.segments.firstIndex { $0.role == .metadata }
    if let header = header.map({ document.segments[$0] }),
      let date = finder.numericDate(in: document.text.units, range: header.normalizedRange),
      let value = date.year.flatMap({
        PartialDate(year: $0, month: date.month, day: date.day)
      })
    {
      return (ArticleDate(value: value, evidence: header.text, range: header.range), nil)
    }
    guard let written = opening(of: document) else {
      return (
        nil,
        Note(
          kind: .date,
          text: "no day of the article is written in a header or, with its weekday, in the opening")
      )
    }
    let (text, range) = evidence(written, in: document)
    guard let year = written.year else {
      return (nil, Note(kind: .date, text: noYear(written, text, in: document)))
    }
    guard let value = PartialDate(year: year, month: written.month, day: written.day) else {
      return (nil, Note(kind: .date, text: "“\(text)” is no day of the calendar"))
    }
    if let weekday = written.weekday, value.weekday != weekday {
      return (nil, Note(kind: .date, text: "“\(text)”: \(value) was another day of the week"))
    }
    return (ArticleDate(value: value, evidence: text, range: range), nil)
  }

  /// The first day that the opening names with its weekday, or that a line of the kind "Publié le" names.
  private func opening(of document: Document) -> WrittenDate? {
    for index in document.segments.indices where document.segments[index].role == .credit {
      let segment = document.segments[index]
      let words = segment.text.lowercased().split(separator: " ")
      guard words.prefix(3).contains(where: { Self.publication.contains(String($0)) }) else {
        continue
      }
      let dates = finder.dates(in: document.text.units, range: segment.normalizedRange)
      if let date = dates.first(where: { $0.year != nil }) { return date }
      if let date = finder.numericDate(
        in: document.text.units, range: segment.normalizedRange)
      {
        return date
      }
    }
    var undated: WrittenDate?
    var found: [Int: [WrittenDate]] = [:]
    for (number, block) in document.blocks.prefix(Self.datelineBlocks).enumerated()
    where block.role != .metadata {
      let dates = finder.dates(in: document.text.units, range: block.range)
      found[number] = dates
      if let date = dates.first, date.year != nil,
        isDateline(date, in: block, of: document.text.units)
      {
        return date
      }
      if let date = dates.first, date.year == nil, undated == nil,
        isDateline(date, in: block, of: document.text.units),
        document.text.units[block.range.lowerBound..<date.range.lowerBound].contains(0x2C)
      {
        undated = date
      }
    }
    let paragraphs = document.blocks.indices.lazy.filter { document.blocks[$0].role == .paragraph }
    for number in paragraphs.prefix(Self.openingBlocks) {
      let dates =
        found[number]
        ?? finder.dates(in: document.text.units, range: document.blocks[number].range)
      let date = dates.first { date in
        // `PARIS, 3 mai (AFP) -`: of the days that follow only the dateline's own.
        date.weekday != nil && !date.isOfSomethingElse
          && undated.map { $0.day == date.day && $0.month == date.month } ?? true
      }
      if let date { return date }
    }
    return undated
  }

  /// `Bamako, le 3 mars 2022 –` at the start of a block, or a line that holds no more than that.
  private func isDateline(_ date: WrittenDate, in block: Block, of units: [UInt16]) -> Bool {
    guard date.range.lowerBound - block.range.lowerBound <= Self.datelinePlace,
      !date.isOfSomethingElse
    else { return false }
    var next = date.range.upperBound
    while next < block.range.upperBound, CharacterClass.isWhite(units[next]) { next += 1 }
    guard next < block.range.upperBound else { return true }
    // A dash, a colon or `(AFP)`.
    return [0x2D, 0x2013, 0x2014, 0x3A, 0x28].contains(units[next])
  }

  private static let publication: Set<String> = [
    "publié", "mis", "mise", "modifié", "posté", "published", "updated", "posted",
  ]

  private func evidence(_ written: WrittenDate, in document: Document) -> (String, SourceRange) {
    let range = document.text.sourceRange(of: written.range)
    var cursor = UTF8Cursor()
    return (document.text.shown(written.range), document.source.range(range, from: &cursor))
  }

  /// With a weekday, the years that fit, from the last year the text names on.
  private func noYear(_ written: WrittenDate, _ text: String, in document: Document) -> String {
    let start = "“\(text)” is written without a year"
    guard let weekday = written.weekday, let last = lastYear(in: document) else { return start }
    let years = (last...last + 5).filter {
      PartialDate(year: $0, month: written.month, day: written.day)?.weekday == weekday
    }
    guard !years.isEmpty else { return start }
    return start + "; the last year the text names is \(last), and from then on the weekday fits "
      + years.map(String.init).joined(separator: ", ") + " (a guess)"
  }

  private func lastYear(in document: Document) -> Int? {
    let units = document.text.units.span
    var latest: Int?
    var index = 0
    while index < units.count {
      guard units[index] >= 0x30, units[index] <= 0x39 else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < units.count, units[index] >= 0x30, units[index] <= 0x39 {
        if index - start < 4 { value = value * 10 + Int(units[index] - 0x30) }
        index += 1
      }
      if index - start == 4, (1900...2100).contains(value) { latest = max(latest ?? 0, value) }
    }
    return latest
  }
}
