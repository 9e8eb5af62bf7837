// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Who did something, and when; each is nil where it is not known.
public struct Stamp: Hashable, Sendable {
  /// When it was done.
  public var date: Moment?
  /// Who did it, as the file or the command names them.
  public var user: String?

  /// A stamp of a date and a user.
  public init(date: Moment? = nil, user: String? = nil) {
    self.date = date
    self.user = user
  }
}

/// A second of time in UTC.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public var seconds: Int

  /// The moment so many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int) { self.seconds = seconds }

  /// Reads the forms of ISO 8601 that TMX uses.
  ///
  /// - Parameter text: As `20020125T210600Z` (TMX), `2002-01-25T21:06:00Z` or `20020125`; without `Z` it is UTC too.
  ///   Nil if it is in neither form or there is no such day or time.
  public init?(_ text: String) {
    var digits: [Int] = []
    var isInTime = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits.append(Int(byte) - 0x30)
      case UInt8(ascii: "T"), UInt8(ascii: " "):
        guard digits.count == 8, !isInTime else { return nil }
        isInTime = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "Z"): continue
      default: return nil
      }
    }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard digits.count == 8 || (isInTime && digits.count == 14) else { return nil }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    guard year > 0, 1...12 ~= month, 1...Self.days(in: month, of: year) ~= day else { return nil }
    let time = digits.count == 14 ? (number(8..<10), number(10..<12), number(12..<14)) : (0, 0, 0)
    guard time.0 < 24, time.1 < 60, time.2 < 61 else { return nil }
    seconds = Self.dayNumber(year, month, day) * 86_400 + time.0 * 3_600 + time.1 * 60 + time.2
  }

  /// The form of TMX, as `20020125T210600Z`.
  public var compact: String {
    let (date, time) = (Self.date(floorDivision(seconds, 86_400)), floorRemainder(seconds, 86_400))
    return Self.padded(date.0, 4) + Self.padded(date.1) + Self.padded(date.2) + "T"
      + Self.padded(time / 3_600) + Self.padded(time / 60 % 60) + Self.padded(time % 60) + "Z"
  }

  /// The form of RFC 3339, as `2002-01-25T21:06:00Z`.
  public var extended: String {
    let (date, time) = (Self.date(floorDivision(seconds, 86_400)), floorRemainder(seconds, 86_400))
    return Self.padded(date.0, 4) + "-" + Self.padded(date.1) + "-" + Self.padded(date.2) + "T"
      + Self.padded(time / 3_600) + ":" + Self.padded(time / 60 % 60) + ":"
      + Self.padded(time % 60) + "Z"
  }

  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Days since 1970-01-01.
  ///
  /// - Source: Hinnant 2013, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivision(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day of a day number.
  ///
  /// - Source: Hinnant 2013, civil_from_days.
  private static func date(_ dayNumber: Int) -> (Int, Int, Int) {
    let shifted = dayNumber + 719_468
    let era = floorDivision(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

private func floorDivision(_ value: Int, _ divisor: Int) -> Int {
  value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
}

private func floorRemainder(_ value: Int, _ divisor: Int) -> Int {
  value - floorDivision(value, divisor) * divisor
}
