// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Quotations over several sentences")
struct QuotationFinderTests {
  private func groups(_ text: String) throws -> [Range<Int>] {
    var reader = DocumentReader()
    let document = try reader.document(SourceText(text), language: .french)
    return QuotationFinder().groups(of: document)
  }

  /// Each text stands with the sizes of its groups, one after the other.
  @Test(
    "Keep their sentences together",
    arguments: [
      ("Il pleut. Il vente.", [1, 1]),
      ("« Il pleut. Il vente. » Sortons.", [2, 1]),
      ("Il dit : « Il pleut. Il vente. Il neige. » Sortons donc.", [3, 1]),
      ("« Il pleut », dit-il. « Il vente », dit-elle.", [1, 1]),
      ("\"Il pleut fort. Il vente aussi.\" Sortons.", [2, 1]),
      ("“Il pleut fort. Il vente aussi.” Sortons.", [2, 1]),
      ("\"Il pleut fort. Il vente aussi.'' Sortons.", [2, 1]),
      // Inside another, and of another kind.
      ("« Il crie « Non ! » et part. Il vente. » Sortons.", [2, 1]),
      ("« Il dit \"non. Jamais. » Sortons.", [2, 1]),
      // An opening mark in the place of a closing one.
      ("Le groupe « Wagner « est au Mali. Paris s’inquiète.", [1, 1]),
      // Never closed: it joins nothing.
      ("« Il pleut. Il vente. Sortons.", [1, 1, 1]),
      // Over paragraphs, the mark repeated or not.
      ("« Il pleut.\n\n« Il vente. »\n\nSortons donc.", [2, 1]),
      ("« Il pleut.\n\n» Il vente. »\n\nSortons donc.", [2, 1]),
      ("\"Il pleut.\n\nIl vente.\n\nIl neige.\"\n\nSortons donc.", [3, 1]),
      // A heading ends it.
      ("« Il pleut.\n\nUn titre sans point\n\nIl vente. »\n\nSortons donc.", [1, 1, 1, 1]),
    ])
  func keptTogether(text: String, sizes: [Int]) throws {
    var expected: [Range<Int>] = []
    for size in sizes {
      let start = expected.count
      expected += Array(repeating: start..<start + size, count: size)
    }
    #expect(try groups(text) == expected)
  }

  @Test("The one of seed 001 over three paragraphs, closed by two apostrophes")
  func ofSeed() throws {
    var reader = DocumentReader()
    let document = try reader.document(SourceText(try Repository.text(Repository.seeds[1])))
    let groups = QuotationFinder().groups(of: document)
    let start = try #require(
      document.segments.firstIndex { $0.text.hasPrefix("\"Après le départ") })
    let end = try #require(document.segments.firstIndex { $0.text.hasSuffix("de Russie.''") })
    #expect(document.segments[end].block - document.segments[start].block == 2)
    for index in start...end { #expect(groups[index] == start..<end + 1) }
    #expect(groups[start - 1] == start - 1..<start)
    #expect(groups[end + 1].lowerBound == end + 1)
  }

  @Test("Groups cover every segment and do not overlap")
  func laws() throws {
    var reader = DocumentReader()
    for seed in 0..<60 {
      var random = RandomText(seed: UInt64(seed))
      let text = seed % 2 == 0 ? random.soup(120) : random.article(sentences: 12)
      let document = try reader.document(SourceText(text), language: .french)
      let groups = QuotationFinder().groups(of: document)
      #expect(groups.count == document.segments.count)
      for (index, group) in groups.enumerated() {
        #expect(group.contains(index), "seed \(seed)")
        #expect(group.allSatisfy { groups[$0] == group }, "seed \(seed)")
      }
    }
  }
}
