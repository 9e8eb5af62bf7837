// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

@Suite("Partial dates")
struct PartialDateTests {
  @Test(
    "Know their day of the week",
    arguments: [
      ("2000-01-01", 6), ("2025-04-03", 4), ("1960-09-22", 4), ("1900-03-01", 4), ("2024-02-29", 4),
      ("2022-08-05", 5), ("2025-06-22", 0), ("1582-10-15", 5), ("1970-01-01", 4), ("0001-01-01", 1),
    ])
  func weekday(written: String, weekday: Int) {
    #expect(PartialDate(written)?.weekday == weekday)
  }

  @Test("Agree with Foundation's calendar", arguments: 0..<200)
  func agreesWithFoundation(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (year, month) = (generator.number(in: 1600..<2400), generator.number(in: 1..<13))
    let day = generator.number(in: 1..<32)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let parts = DateComponents(year: year, month: month, day: day)
    let date = PartialDate(year: year, month: month, day: day)
    #expect((date != nil) == parts.isValidDate(in: calendar), "seed \(seed)")
    if let date {
      let foundation = try #require(calendar.date(from: parts))
      #expect(date.weekday == calendar.component(.weekday, from: foundation) - 1, "seed \(seed)")
      #expect(PartialDate(date.description) == date)
    }
  }

  @Test(
    "Are written as they are read",
    arguments: [
      ("2025-04-03", .day), ("2023-02", .month), ("2022", .year), ("0007-01-31", .day),
      ("9999-12-31", .day),
    ] as [(String, PartialDate.Precision)])
  func roundTrip(written: String, precision: PartialDate.Precision) throws {
    let date = try #require(PartialDate(written))
    #expect(date.description == written)
    #expect(date.precision == precision)
    #expect((date.weekday == nil) == (precision != .day))
  }

  @Test(
    "Are none where there is no such day, or it is written in another way",
    arguments: [
      "", "2023-13", "2023-00", "2023-02-29", "1900-02-29", "2023-04-31", "2023-04-00", "23",
      "2023-4",
      "2023-04-1", "2023-04-01-01", "2023-", "-2023", "+123", "0000", "2023/04", "２０２３", " 2023",
      "2023-04-03T10:00",
    ])
  func none(written: String) {
    #expect(PartialDate(written) == nil)
  }

  @Test("Have no day without a month")
  func dayWithoutMonth() {
    #expect(PartialDate(year: 2023, month: nil, day: 4) == nil)
    #expect(PartialDate(year: 10_000) == nil)
  }
}

@Suite("Dates in text")
struct DateFinderTests {
  private func dates(_ text: String, _ language: Language) -> [String] {
    let units = Array(text.utf16)
    return DateFinder(language: language).dates(in: units, range: 0..<units.count).map { date in
      "\(date.day).\(date.month).\(date.year.map(String.init) ?? "-") \(date.weekday.map(String.init) ?? "-") "
        + String(decoding: units[date.range], as: UTF16.self)
    }
  }

  @Test(
    "Are found in French",
    arguments: [
      ("Moscou a annoncé, jeudi 3 avril 2025, une aide.", ["3.4.2025 4 jeudi 3 avril 2025"]),
      ("annoncé vendredi 5 août le renfort", ["5.8.- 5 vendredi 5 août"]),
      ("le 22 septembre 1960, que", ["22.9.1960 - 22 septembre 1960"]),
      ("le 1er janvier 2024.", ["1.1.2024 - 1er janvier 2024"]),
      ("du 3 mars au 4 mai 2021", ["3.3.- - 3 mars", "4.5.2021 - 4 mai 2021"]),
      ("le 28 mai 2021,le Colonel", ["28.5.2021 - 28 mai 2021"]),
      ("LE 3 AVRIL 2025", ["3.4.2025 - 3 AVRIL 2025"]),
      ("dimanche 22 juin pour", ["22.6.- 0 dimanche 22 juin"]),
      ("en avril 2025", []), ("32 mai 2021", []), ("trois avril", []), ("le mois de juin", []),
      ("", []),
      // A number that is no day of the month beside it.
      ("En mai 12 000 personnes sont venues.", []),
      ("Le numéro 12 (avril 2025) est paru.", []),
      ("Ils étaient 3. Avril 2025 fut froid.", []),
    ] as [(String, [String])])
  func french(text: String, expected: [String]) {
    #expect(dates(text, .french) == expected)
  }

  @Test(
    "Are found in English",
    arguments: [
      ("On Thursday, April 3, 2025, he", ["3.4.2025 4 Thursday, April 3, 2025"]),
      ("on 3rd April 2025 and May 1st", ["3.4.2025 - 3rd April 2025", "1.5.- - May 1st"]),
      ("In May he may go.", []),
    ] as [(String, [String])])
  func english(text: String, expected: [String]) {
    #expect(dates(text, .english) == expected)
  }
}
