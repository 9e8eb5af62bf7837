// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
internal import BreveText

/// The words of a language that the checks of translations go by, from its file `fr.checks.txt`.
struct CheckWords: Sendable {
  let numbers: NumberWords
  let negation: NegationWords
  /// Letters and words after the hour: `h` of `15h30`.
  let hourWords: Set<String>
  let hours: HourWords
  let beforeNoon: Set<String>
  let afterNoon: Set<String>
  let noon: Set<String>
  let midnight: Set<String>
  /// `from` and `to`, between which stand what was and what is.
  let from: Set<String>
  let to: Set<String>
  /// Words before a month that is also another word, and these months.
  let beforeMonths: Set<String>
  let monthsToo: Set<String>
  /// Before common nouns, `le` and `son`.
  let articles: Set<String>
  /// Verbs of saying in their dictionary form, the plainest first: one may stand for another.
  let saying: [String]
  /// `a` of `a mile`.
  let oneBeforeUnits: Set<String>
  /// What a unit measures, and the unit, by its words.
  let units: [String: MeasureUnit]

  /// A unit of measure: of lengths, weights, time.
  struct MeasureUnit: Hashable, Sendable {
    let quantity: String
    let name: String
  }

  /// The words of `language`; none of a language without a file.
  static func of(_ language: Language) -> CheckWords {
    switch language.primary {
    case "fr": french
    case "en": english
    default: none
    }
  }

  private static let french = CheckWords(file: "fr.checks.txt")
  private static let english = CheckWords(file: "en.checks.txt")
  private static let none = CheckWords(SectionedList(""))

  private init(file: String) {
    self.init(
      SectionedList(String(decoding: LinkedData.bytes(of: file) ?? [], as: UTF8.self)))
  }

  private init(_ list: SectionedList) {
    func words(_ section: String) -> Set<String> {
      Set(list.words(in: section).map(PlainWord.folded))
    }
    numbers = NumberWords(list)
    negation = NegationWords(list)
    hourWords = words("hour letters")
    hours = HourWords(list)
    beforeNoon = words("before noon")
    afterNoon = words("after noon")
    noon = words("noon")
    midnight = words("midnight")
    from = words("from")
    to = words("to")
    beforeMonths = words("before months")
    monthsToo = words("months too")
    articles = words("articles")
    oneBeforeUnits = words("one before units")
    saying = list.lines(in: "verbs of saying")
    var units: [String: MeasureUnit] = [:]
    for entry in list.entries where entry.section.hasPrefix("units ") {
      let unit = MeasureUnit(
        quantity: String(entry.section.dropFirst(6)), name: entry.words[0])
      for word in entry.words { units[PlainWord.folded(word)] = unit }
    }
    self.units = units
  }
}
