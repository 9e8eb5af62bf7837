// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Translation units")
struct TranslationUnitTests {
  @Test(
    "Reads and writes moments",
    arguments: [
      ("20020125T210600Z", "20020125T210600Z", 1_011_992_760),
      ("2002-01-25T21:06:00Z", "20020125T210600Z", 1_011_992_760),
      ("19700101", "19700101T000000Z", 0),
      ("20000229T235959Z", "20000229T235959Z", 951_868_799),
      ("16010101T000000Z", "16010101T000000Z", -11_644_473_600),
    ])
  func moments(text: String, compact: String, seconds: Int) throws {
    let moment = try #require(Moment(text))
    #expect(moment.seconds == seconds)
    #expect(moment.compact == compact)
    #expect(Moment(moment.extended) == moment)
  }

  @Test("Refuses what is no moment", arguments: ["", "2002", "20010229", "20020125T2506", "hier"])
  func noMoments(text: String) { #expect(Moment(text) == nil) }

  @Test("Every moment is read back as it is written")
  func momentsComeBack() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let moment = Moment(seconds: random.number(in: -50_000_000_000..<200_000_000_000))
      #expect(Moment(moment.compact) == moment)
      #expect(Moment(moment.extended) == moment)
    }
  }

  @Test(
    "A language without its region finds the nearest variant",
    arguments: [
      (["fr", "fr-CA"], "fr-CA", "fr-ca"), (["fr-CA", "fr"], "fr-FR", "fr"),
      (["en", "fr-CA", "fr-BE"], "fr", "fr-ca"), (["en-US"], "en-GB", "en-us"),
      (["en"], "fr", nil),
    ] as [([String], String, String?)])
  func regions(languages: [String], asked: String, found: String?) {
    let unit = TranslationUnit(languages.map { Variant(Language($0), $0) })
    #expect(unit.variant(Language(asked))?.language.tag == found)
  }

  @Test("States have codes that lead back, and that stay: memories hold them")
  func codes() {
    let codes: [UnitState: UInt8] = [
      .draft: 0, .machine: 1, .imported: 2, .reviewed: 3, .approved: 4, .rejected: 5,
    ]
    #expect(Set(codes.keys) == Set(UnitState.allCases))
    for (state, code) in codes { #expect(state.code == code, "\(state)") }
    for state in UnitState.allCases { #expect(UnitState(code: state.code) == state) }
    #expect(UnitState(code: 6) == nil)
  }
}
