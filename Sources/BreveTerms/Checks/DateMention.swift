// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A date, or a part of one, that stands in a sentence: `jeudi 3 avril 2025`, `avril 2025`, `jeudi`, `12/03/2024`.
struct DateMention: Sendable {
  /// 0 for Sunday.
  var weekday: Int?
  /// Several of `12 et 13 mai`.
  var days: [Int] = []
  var month: Int?
  var year: Int?
  /// The other reading of `12/03/2024`, by month and day.
  var turned: (day: Int, month: Int)?
  /// UTF-16 units.
  var range: Range<Int>
  /// Whether it is a date beyond doubt: what has to stand on the other side too.
  var isFirm: Bool
  /// Whether it may be what another date became; else it only answers for one (`May` at the beginning of a sentence).
  var mayBeWrong = true

  /// Whether they name nothing in which they differ, and something that they have in common.
  func agrees(with other: DateMention) -> Bool {
    if let turned {
      var (one, two) = (self, self)
      one.turned = nil
      (two.turned, two.days, two.month) = (nil, [turned.day], turned.month)
      return one.agrees(with: other) || two.agrees(with: other)
    }
    if other.turned != nil { return other.agrees(with: self) }
    func differ(_ one: Int?, _ other: Int?) -> Bool {
      one != nil && other != nil && one != other
    }
    if differ(weekday, other.weekday) || differ(month, other.month) || differ(year, other.year) {
      return false
    }
    let haveDays = !days.isEmpty && !other.days.isEmpty
    if haveDays, !days.contains(where: other.days.contains) { return false }
    return weekday != nil && weekday == other.weekday || month != nil && month == other.month
  }
}
