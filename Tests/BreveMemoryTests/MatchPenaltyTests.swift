// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTestSupport
internal import Testing

/// The table of worked examples in the documentation, row by row.
@Test("The rates of the documentation's examples")
func documentedRates() throws {
  let page = try Repository.text("Sources/Breve/Breve.docc/Formats/match-rate.md")
  var rows = 0
  for line in page.split(separator: "\n") where line.hasPrefix("| `") {
    let cells = line.split(separator: "|").map { $0.trimmingSpaces }
    #expect(cells.count == 5, "\(line)")
    guard cells.count == 5 else { continue }
    let texts = cells.prefix(2).map { String($0.drop { $0 == "`" }.prefix { $0 != "`" }) }
    let difference = TokenDifference(unit: texts[1], query: texts[0])
    let penalties = difference.penalties()
    #expect(rounded(difference.rate) == cells[2], "\(line)")
    let listed =
      penalties.isEmpty
      ? "–" : penalties.map { "\($0.kind) \(Int($0.percent))" }.joined(separator: ", ")
    #expect(listed == cells[3], "\(line)")
    #expect(rounded(difference.rate.less(penalties)) == cells[4], "\(line)")
    rows += 1
  }
  #expect(rows >= 8)
}

/// With one decimal, as the page prints them.
private func rounded(_ rate: MatchRate) -> String {
  let tenths = Int((rate.percent * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

@Test("Other tags take 2 percent off")
func tagsPenalty() {
  let difference = TokenDifference(unit: "Un mot.", query: "Un mot.")
  #expect(difference.penalties(tagsDiffer: true).map(\.kind) == [.tags])
  #expect(difference.rate.less(difference.penalties(tagsDiffer: true)).percent == 98)
  #expect(MatchRate(percent: 1).less([.init(kind: .tags)]).percent == 0)
}

@Test(
  "A difference agrees with the distance, covers both texts, and 100 % is the same tokens",
  arguments: 0..<10)
func differenceLaws(seed: UInt64) {
  var source = MemoryText(seed: seed &+ 900, size: 12)
  for _ in 0..<30 {
    let unit = source.text(words: source.generator.number(in: 0..<16))
    let query = source.generator.isOne(in: 2) ? source.edited(unit) : source.text(words: 9)
    let difference = TokenDifference(unit: unit, query: query)
    let request = MatchRequest(minimum: MatchRate(percent: 0), limit: 1)
    let expected = bruteForce(query, [(0, unit)], request).first?.rate ?? MatchRate(percent: 0)
    #expect(difference.rate == expected)
    #expect((difference.rate == .exact) == (difference.distance == 0 && difference.length > 0))
    var (unitEnd, queryEnd) = (0, 0)
    for piece in difference.pieces {
      #expect(piece.unitRange.lowerBound >= unitEnd && piece.queryRange.lowerBound >= queryEnd)
      #expect(piece.unitRange.isEmpty == (piece.kind == .inserted))
      #expect(piece.queryRange.isEmpty == (piece.kind == .deleted))
      (unitEnd, queryEnd) = (piece.unitRange.upperBound, piece.queryRange.upperBound)
    }
    for (one, other) in zip(difference.pieces, difference.pieces.dropFirst()) {
      #expect(one.kind != other.kind)
    }
  }
}

@Test("Pieces of a difference")
func pieces() {
  let unit = "Le chat noir dort."
  let query = "Le chien dort bien."
  let found = TokenDifference(unit: unit, query: query).pieces.map { piece in
    let one = String(decoding: Array(unit.utf8)[piece.unitRange], as: UTF8.self)
    let other = String(decoding: Array(query.utf8)[piece.queryRange], as: UTF8.self)
    return "\(piece.kind) \(one)|\(other)"
  }
  #expect(
    found == [
      "same Le|Le", "changed chat|chien", "deleted noir|", "same dort|dort", "inserted |bien",
      "same .|.",
    ])
}
