// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveTestSupport
internal import Testing

@Suite("ICU's boundaries")
struct TextBreaksTests {
  /// In the manner of SentenceBreakTest.txt: `|` stands where UAX #29 has a boundary.
  private static let sentences = [
    "Il pleut. |Sortons.",
    "3.4",
    "c.d",
    "C.d",
    "the resp. leaders are",
    "(\"Go.\") |(He did.)",
    "(“Go?”) |(He did.)",
    "etc.)’ ‘(the",
    "etc.)’ |‘(The",
    "etc.)’ \u{A0}|The",
    "Was? |Nein! |Doch.",
    "字.|字",
    "etc.|它",
    "etc.。|它",
    "これは。|それ！|はい",
    "a\n|b",
    "a\r\n|b",
    "a\u{85}|b",
    "a\u{2029}|b",
    "Oh! \n|Ah",
    "U.S.A. is",
    "नमस्ते। |फिर",
  ]

  @Test("Splits as UAX #29 says", arguments: sentences)
  func splits(example: String) throws {
    let breaks = try TextBreaks(.sentence, locale: "root")
    var expected: [Int32] = []
    var units: [UInt16] = []
    for unit in example.utf16 {
      if unit == 0x7C { expected.append(Int32(units.count)) } else { units.append(unit) }
    }
    expected.append(Int32(units.count))
    var found: [Int32] = []
    try breaks.boundaries(in: units.span, into: &found)
    #expect(found == expected)
  }

  @Test("Ascending, to the end of the text, whatever came before")
  func boundsLaws() throws {
    let breaks = try TextBreaks(.sentence, locale: "fr")
    var found: [Int32] = [7]
    let none: [UInt16] = []
    try breaks.boundaries(in: none.span, into: &found)
    #expect(found == [])
    for seed in 0..<200 {
      var random = RandomText(seed: UInt64(seed))
      let units = random.units(seed * 2 + 1)
      try breaks.boundaries(in: units.span, into: &found)
      #expect(found.last == Int32(units.count), "seed \(seed)")
      #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
      #expect(found.first ?? 0 > 0, "seed \(seed)")
      // A new iterator on the same text: nothing is left over from the text before.
      var anew: [Int32] = []
      try TextBreaks(.sentence, locale: "fr").boundaries(in: units.span, into: &anew)
      #expect(found == anew, "seed \(seed)")
    }
  }

  @Test("More boundaries than were reckoned with")
  func manyBoundaries() throws {
    let units = Array(String(repeating: "A! ", count: 5_000).utf16)
    var found: [Int32] = []
    try TextBreaks(.sentence, locale: "fr").boundaries(in: units.span, into: &found)
    #expect(found == (1...5_000).map { Int32($0 * 3) })
  }

  @Test("Finds words")
  func words() throws {
    let units = Array("L’été, 12 km… 東".utf16)
    let words = try TextBreaks(.word, locale: "fr").words(in: units.span).map {
      String(decoding: units[$0], as: UTF16.self)
    }
    #expect(words == ["L’été", "12", "km", "東"])
  }

  @Test("Names of months and weekdays begin with January and Sunday")
  func names() {
    let months = LocaleNames.calendar(.month, locale: "fr")
    #expect(months.count == 12)
    #expect(months.first == "janvier")
    #expect(months.last == "décembre")
    let weekdays = LocaleNames.calendar(.weekday, locale: "fr")
    #expect(weekdays == ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"])
    #expect(LocaleNames.language("fr", in: "fr") == "français")
    #expect(LocaleNames.language("de", in: "en") == "German")
  }

  @Test("Knows categories and sentence terminals")
  func categories() {
    let terminals = ScalarCategory.sentenceTerminals()
    for (scalar, isTerminal) in [
      (".", 1), ("!", 1), ("。", 1), ("؟", 1), ("।", 1), (",", 0), ("a", 0),
    ] {
      #expect(terminals[Int(Array(scalar.utf16)[0])] == isTerminal, "\(scalar)")
    }
    let table = ScalarCategory.table()
    #expect(table.count == 0x10000)
    for unit in stride(from: 0, to: 0xD800, by: 7) {
      #expect(table[unit] == ScalarCategory.of(UInt32(unit)))
    }
    #expect(ScalarCategory.of(0x1D49C) == 1)
  }
}
