// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveICU
import BreveTestSupport
import Testing

@Suite("Unicode's own sentence break cases")
struct SentenceBreakTests {
  /// `SentenceBreakTest.txt` of Unicode 15.0, kept beside the checkout and not in it.
  private static let file = Repository.shared("eval/segmentation/SentenceBreakTest.txt")

  @Test(
    "ICU without tailoring follows all of them",
    .enabled(if: file != nil, "SentenceBreakTest.txt is not here"),
    .enabled(if: ICUVersion.unicode.hasPrefix("15.0"), "the ICU linked is not of Unicode 15.0"))
  func all() throws {
    let file = try #require(Self.file)
    let text = try Repository.text(atPath: file)
    let breaks = try TextBreaks(.sentence, locale: "en")
    var cases = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let example = line.prefix { $0 != "#" }
      var units: [UInt16] = []
      var expected: [Int32] = []
      for mark in example.split(whereSeparator: \.isWhitespace) {
        switch mark {
        case "÷": if !units.isEmpty { expected.append(Int32(units.count)) }
        case "×": break
        default:
          let scalar = try #require(UInt32(mark, radix: 16).flatMap(Unicode.Scalar.init))
          units.append(contentsOf: UTF16.encode(scalar).map(Array.init) ?? [])
        }
      }
      var found: [Int32] = []
      try breaks.boundaries(in: units.span, into: &found)
      #expect(found == expected, "\(example)")
      cases += 1
    }
    #expect(cases == 502)
  }
}
