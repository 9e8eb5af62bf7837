// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Hours of the day")
struct HourMentionTests {
  private static let pieces = [
    "8", "12", "30", "9h", "10 h", "h", "h30", "12h45", "14:30", ":", ".", ",", "à", "de", "et",
    "entre", "minuit",
    "midi", "heures", "du soir", "3 h de marche", "8.30", "pm", "25h",
  ]

  @Test("Hours stand one behind the other, whatever is written", arguments: ["fr", "en"])
  func apart(tag: String) throws {
    var random = SeededGenerator(seed: 8)
    var count = 0
    for _ in 0..<4_000 {
      let text = (0..<random.number(in: 1..<12)).map { _ in
        random.one(of: ["", "", "à ", "de "]) + random.one(of: Self.pieces)
          + random.one(of: ["", " ", " ", "\u{00A0}"])
      }.joined()
      let hours = HourMention.hours(in: text, language: Language(tag))
      count += hours.count
      for (one, other) in zip(hours, hours.dropFirst()) {
        #expect(one.range.upperBound <= other.range.lowerBound, "\(text)")
      }
      for hour in hours {
        #expect((0..<24).contains(hour.hour) && (0..<60).contains(hour.minute), "\(text)")
        #expect(!hour.range.isEmpty && hour.range.upperBound <= text.utf16.count)
      }
    }
    #expect(tag != "fr" || count > 500, "\(count)")
  }
}
