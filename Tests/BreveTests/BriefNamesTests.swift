// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Who is called by the surname alone")
struct BriefNamesTests {
  @Test("It is who was called by the whole name before, and not in the brief", arguments: 1...20)
  func law(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let surnames = ["Keita", "Mukendi", "Dembele", "Sissoko"]
    /// A surname, and whether a first name stands before it.
    let names = (0..<40).map { _ in (generator.one(of: surnames), generator.isOne(in: 4)) }
    let document = try Articles.text(
      names.map { "Ici \($0.1 ? "Moussa \($0.0)" : $0.0) est parti." }.joined(separator: " ")
    ).document
    let text = RankingText(document, segments: Array(document.segments.indices), title: nil)
    try #require(text.sentences.count == names.count)
    let brief = names.indices.filter { _ in generator.isOne(in: 3) }
    let expected = brief.filter { sentence in
      func isFull(_ other: Int) -> Bool { names[other].1 && names[other].0 == names[sentence].0 }
      return !names[sentence].1 && (0..<sentence).contains(where: isFull)
        && !brief.contains { $0 < sentence && isFull($0) }
    }
    var reader = BriefNames(document, text)
    #expect(reader.unpresented(in: brief) == expected)
  }
}
