// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveTestSupport
internal import Testing

@Suite("NFC")
struct NormalizationTests {
  @Test(
    "Finds the changes of known texts",
    arguments: [
      ("déjà", []),
      ("de\u{301}ja\u{300}", ["1..<3:é", "4..<6:à"]),
      ("\u{212B}", ["0..<1:Å"]),
      ("\u{1100}\u{1161}", ["0..<2:가"]),
      ("\u{958}", ["0..<1:\u{915}\u{93C}"]),
      ("a\u{301}\u{327}b", ["0..<3:\u{E1}\u{327}"]),
      ("\u{AC00}\u{11A8}", ["0..<2:각"]),
      ("", []),
    ] as [(String, [String])])
  func findsChanges(text: String, expected: [String]) throws {
    let units = Array(text.utf16)
    let changes = try Normalization.changes(in: units.span).map {
      "\($0.range):\(String(decoding: $0.replacement, as: UTF16.self))"
    }
    #expect(changes.count == expected.count)
    for (change, wanted) in zip(changes, expected) {
      #expect(change.utf16.elementsEqual(wanted.utf16), "\(change)")
    }
  }

  @Test("The changes, applied, are ICU's normalization of the whole", arguments: 0..<300)
  func changesAreTheNormalization(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    let units = random.units(random.generator.number(in: 1..<200))
    let changes = try Normalization.changes(in: units.span)
    var applied: [UInt16] = []
    var copied = 0
    for change in changes {
      try #require(change.range.lowerBound >= copied, "ascending and disjoint, seed \(seed)")
      try #require(change.range.upperBound <= units.count)
      #expect(!change.range.isEmpty)
      #expect(Array(units[change.range]) != change.replacement, "a change changes, seed \(seed)")
      applied += units[copied..<change.range.lowerBound] + change.replacement
      copied = change.range.upperBound
    }
    applied += units[copied...]
    #expect(try applied == Normalization.normalized(units.span), "seed \(seed)")
    let again = try Normalization.changes(in: applied.span)
    #expect(again.isEmpty, "NFC of NFC is itself, seed \(seed)")
  }

  @Test("Folds case")
  func foldsCase() throws {
    let table = CaseFolding.simpleTable()
    #expect(table.count == 0x10000)
    for (from, to) in [("A", "a"), ("É", "é"), ("Σ", "σ"), ("ς", "σ"), ("ß", "ß"), ("1", "1")] {
      #expect(table[Int(Array(from.utf16)[0])] == Array(to.utf16)[0], "\(from)")
    }
    let street = try CaseFolding.folded(Array("Straße ŒUVRE".utf16).span)
    #expect(String(decoding: street, as: UTF16.self) == "strasse œuvre")
  }
}
