// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveText

/// A month that stands in a sentence without a day or year: `en mars`.
package struct MonthMention: Sendable {
  /// 1 for January.
  package let month: Int
  /// UTF-16 units.
  package let range: Range<Int>

  /// The months that stand alone in `text`, in order; those that may be other words are left out.
  package static func months(in text: String, language: Language) -> [MonthMention] {
    let reader = language.primary == "fr" ? french : DateReader(language: language)
    return reader.dates(in: text).compactMap { date in
      guard let month = date.month, date.weekday == nil, date.days.isEmpty, date.year == nil,
        date.mayBeWrong
      else { return nil }
      return MonthMention(month: month, range: date.range)
    }
  }

  /// Kept: the names of months and days are asked of ICU one by one.
  private static let french = DateReader(language: .french)
}
