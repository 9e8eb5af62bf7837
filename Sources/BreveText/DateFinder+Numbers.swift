// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension DateFinder {
  /// The first day that is written in numbers alone in `range`: `2024-03-12`, `12/03/2024`, `12.03.2024`.
  ///
  /// In English, where the month may stand first, only what can be read in one way.
  package func numericDate(in units: [UInt16], range: Range<Int>) -> WrittenDate? {
    var index = range.lowerBound
    while index < range.upperBound {
      guard let first = NumberRun(units, at: index, in: range) else {
        index += 1
        continue
      }
      if let date = date(units, from: first, in: range) { return date }
      index = first.end
    }
    return nil
  }

  private func date(_ units: [UInt16], from first: NumberRun, in range: Range<Int>) -> WrittenDate?
  {
    guard first.end < range.upperBound else { return nil }
    let mark = units[first.end]
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E,
      let second = NumberRun(units, at: first.end + 1, in: range), second.count <= 2,
      second.end < range.upperBound, units[second.end] == mark,
      let third = NumberRun(units, at: second.end + 1, in: range)
    else { return nil }
    var (day, month, year) = (third.value, second.value, first.value)
    if first.count <= 2, third.count == 4 {
      (day, month, year) = (first.value, second.value, third.value)
      if hasMonthFirst {
        if month > 12 {
          swap(&day, &month)
        } else if day <= 12, day != month {
          return nil
        }
      }
    } else if first.count != 4 || third.count > 2 || mark == 0x2E {
      return nil
    }
    guard PartialDate(year: year, month: month, day: day) != nil else { return nil }
    return WrittenDate(
      day: day, month: month, year: year, weekday: nil, range: first.start..<third.end,
      isOfSomethingElse: false)
  }
}

/// Digits that stand together.
private struct NumberRun {
  let start: Int
  let end: Int
  let value: Int

  var count: Int { end - start }

  init?(_ units: [UInt16], at start: Int, in range: Range<Int>) {
    var end = start
    var value = 0
    while end < range.upperBound, (0x30...0x39).contains(units[end]), end - start < 9 {
      value = value * 10 + Int(units[end] - 0x30)
      end += 1
    }
    guard end > start else { return nil }
    (self.start, self.end, self.value) = (start, end, value)
  }
}
