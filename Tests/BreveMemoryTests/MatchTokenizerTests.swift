// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import Testing

private func tokens(_ text: String) -> [MatchToken] {
  var tokenizer = MatchTokenizer()
  var tokens: [MatchToken] = []
  tokenizer.tokens(of: Array(text.utf8).span, into: &tokens)
  return tokens
}

@Test(
  "Tokens are digit runs, letter runs and single marks",
  arguments: [
    ("", []), (" \t\u{A0}\u{202F}\u{2009}\n", []),
    ("L’eau 12,5 %", ["L", "’", "eau", "12", ",", "5", "%"]),
    ("a_b", ["a", "_", "b"]), ("24°21′08″", ["24", "°", "21", "′", "08", "″"]),
    ("10(3)", ["10", "(", "3", ")"]),
    ("m²", ["m²"]), ("2e", ["2", "e"]), ("😀😀", ["😀", "😀"]), ("...", [".", ".", "."]),
    ("cœur e\u{301}té", ["cœur", "e\u{301}té"]), ("दिल्ली", ["दिल्ली"]), ("\u{200B}x", ["\u{200B}", "x"]),
  ] as [(String, [String])])
func tokenTexts(text: String, expected: [String]) {
  let bytes = Array(text.utf8)
  let found = tokens(text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  // Unicode-equal is not enough here.
  #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
}

@Test(
  "What counts as the same token",
  arguments: [
    ("Été", "éTÉ", true, true), ("e\u{301}te\u{301}", "été", true, true),
    ("été", "ete", false, false),
    ("’", "'", false, true), ("«", "”", false, true), ("«", "'", false, false),
    ("-", "–", false, false),
    ("\u{212B}", "å", true, true), ("œ", "oe", false, false),
  ])
func sameTokens(one: String, other: String, plain: Bool, normalized: Bool) {
  let (first, second) = (tokens(one), tokens(other))
  #expect((first.map(\.key) == second.map(\.key)) == plain)
  #expect((first.map(\.commonKey) == second.map(\.commonKey)) == normalized)
}

@Test("Bytes that are no UTF-8 are marks, and nothing is lost")
func brokenText() {
  var tokenizer = MatchTokenizer()
  var tokens: [MatchToken] = []
  let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x82, 0xED, 0xA0, 0x80, 0x62, 0xF0, 0x9F]
  tokenizer.tokens(of: bytes.span, into: &tokens)
  #expect(tokens.first?.range == 0..<1)
  #expect(tokens.reduce(0) { $0 + $1.range.count } == bytes.count)
}
