// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveTestSupport
internal import Testing

@Suite("Search, ids and texts of a glossary")
struct GlossarySearchTests {
  private static let pairs = [
    TermPair(id: "ecowas", source: "CEDEAO", target: "ECOWAS"),
    TermPair(id: "ceasefire", source: "cessez-le-feu", target: "ceasefire"),
    TermPair(id: "coup", source: "coup d'État", target: "coup", sourceVariants: ["putsch"]),
    TermPair(
      id: "standby-force", source: "force en attente de la CEDEAO", target: "ECOWAS Standby Force"),
    TermPair(id: "maneuver", source: "manœuvre", target: "manoeuvre"),
    TermPair(id: "state", source: "État", target: "state"),
    TermPair(id: "statement", source: "déclaration", target: "statement"),
  ]

  @Test(
    "Case, accents, hyphens, ligatures and dots do not count, and the best answer is first",
    arguments: [
      ("cedeao", ["ecowas", "standby-force"]), ("C.E.D.E.A.O.", ["ecowas", "standby-force"]),
      ("ecowas", ["ecowas", "standby-force"]), ("cessez le feu", ["ceasefire"]),
      ("COUP D’ETAT", ["coup"]), ("Putsch", ["coup"]), ("manoeuvre", ["maneuver"]),
      ("ceasfire", ["ceasefire"]), ("cedeoa", ["ecowas", "standby-force"]),
      ("etat", ["state", "coup"]), ("state", ["state", "statement"]), ("xyz", []), ("", []),
      ("...", []), ("ab", []),
    ])
  func search(query: String, ids: [String]) {
    #expect(
      GlossarySearch(query).places(in: Self.pairs).map { Self.pairs[$0].id } == ids, "\(query)")
  }

  @Test(
    "Letters that differ are counted",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xabc", 1),
      ("kitten", "sitting", 3), ("ca", "abc", 3), ("abcd", "dcba", 3), ("abcde", "edcba", 4),
    ])
  func distance(one: String, other: String, expected: Int) {
    let a = Array(one.utf16)[...]
    let b = Array(other.utf16)[...]
    #expect(EditDistance.between(a, b, limit: 9) == expected)
    #expect(EditDistance.between(b, a, limit: 9) == expected)
    #expect(EditDistance.between(a, b, limit: expected) == expected)
    if expected > 0 { #expect(EditDistance.between(a, b, limit: expected - 1) == nil) }
  }

  @Test(
    "A distance is the same both ways, and the limit changes no answer",
    arguments: 1...20 as ClosedRange<UInt64>)
  func distanceLaws(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func word() -> ArraySlice<UInt16> {
      let count = random.number(in: 0..<9)
      return (0..<count).map { _ in UInt16(97 + random.number(in: 0..<3)) }[...]
    }
    for _ in 0..<50 {
      let (a, b) = (word(), word())
      let distance = EditDistance.between(a, b, limit: 20)
      #expect(distance == EditDistance.between(b, a, limit: 20), "seed \(seed)")
      for limit in 0..<9 {
        #expect(
          EditDistance.between(a, b, limit: limit) == distance.flatMap { $0 <= limit ? $0 : nil },
          "seed \(seed)")
      }
    }
  }

  @Test(
    "An id is made of the English and is never that of another concept",
    arguments: [
      ("ECOWAS", [], "ecowas"), ("coup d'état", [], "coup-d-etat"),
      ("Côte d'Ivoire", [], "cote-d-ivoire"),
      ("highway robber", ["highway-robber"], "highway-robber-2"),
      ("a", ["a", "a-2", "a-3"], "a-4"), ("Łódź", [], "lodz"), ("Εστία", [], "term"),
      ("!", [], "term"),
      ("G5  Sahel", [], "g5-sahel"), ("Œuvre–x", [], "oeuvre-x"),
    ])
  func slugs(target: String, taken: [String], id: String) {
    #expect(TermSlug.id(for: target) { taken.contains($0) } == id)
    #expect(TermText.isSlug(id))
  }

  @Test(
    "Texts are brought into the form of a glossary",
    arguments: [
      ("  coup d’État ", "coup d'État"), ("a\tb\n c", "a b c"), ("e\u{301}", "\u{E9}"),
      ("a\u{A0}b", "a b"), ("", ""), (" ", ""),
    ])
  func texts(text: String, expected: String) {
    #expect(Array(TermText.normalized(text).utf8) == Array(expected.utf8))
  }

  @Test(
    "Days are days of the calendar",
    arguments: [
      ("2026-11-21", true), ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true),
      ("1900-02-29", false), ("2026-13-01", false), ("2026-1-1", false), ("2026-11-31", false),
      ("2026-11-00", false), ("", false), ("2026-11-2x", false), ("+026-11-21", false),
    ])
  func days(text: String, isDay: Bool) {
    #expect(TermText.isDay(text) == isDay)
  }
}

@Test(
  "Comparing terms is comparing what they are folded to", arguments: 1...30 as ClosedRange<UInt64>)
func comparesAsFolded(seed: UInt64) {
  var random = RandomText(seed: seed)
  let pieces = [
    "é", "É", "e\u{301}", "a", "A", "œ", "Œ", "ß", "İ", "×", "Ã", "z", " ", "\u{301}", "中",
  ]
  func term() -> [UInt8] {
    if random.generator.isOne(in: 4) { return Array(random.soup(2).utf8) }
    return (0..<random.generator.number(in: 0..<6)).flatMap { _ in
      Array(random.generator.one(of: pieces).utf8)
    }
  }
  for _ in 0..<100 {
    let (one, other) = (term(), TermOrder.folded(term()))
    let folded = TermOrder.folded(one)
    let expected = folded == other ? 0 : folded.lexicographicallyPrecedes(other) ? -1 : 1
    #expect(
      TermOrder.compare(one.span, to: other.span).signum() == expected,
      "seed \(seed): \(String(decoding: one, as: UTF8.self)) \(String(decoding: other, as: UTF8.self))"
    )
    #expect(TermOrder.folded(folded) == folded, "seed \(seed)")
  }
}
