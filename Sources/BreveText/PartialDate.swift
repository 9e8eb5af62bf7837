// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// A date as it is known: to the day, the month or the year.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int?
  public let day: Int?

  public enum Precision: String, Sendable { case day, month, year }

  public var precision: Precision { month == nil ? .year : day == nil ? .month : .day }

  /// Nil if there is no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month.map({ (1...12).contains($0) }) ?? (day == nil) else {
      return nil
    }
    if let month, let day {
      guard day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-04-03`, `2025-04` or `2025`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count),
      zip(parts, widths).allSatisfy({ part, width in
        part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// ISO 8601, as far as the date is known.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  /// The day of the week of a whole date, 0 for Sunday (proleptic Gregorian calendar, Sakamoto's method).
  public var weekday: Int? {
    guard let month, let day else { return nil }
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let shifted = month < 3 ? year - 1 : year
    return (shifted + shifted / 4 - shifted / 100 + shifted / 400 + offsets[month - 1] + day) % 7
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
