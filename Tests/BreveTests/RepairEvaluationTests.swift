// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTerms
internal import Testing

@Suite("How often repaired matches are right")
struct RepairEvaluationTests {
  private static let pairs = (20..<32).map { number in
    (
      french: "Le port de Salines a reçu \(number) navires chargés de riz.",
      english: "The port of Salines received \(number) ships laden with rice."
    )
  }

  @Test(
    "The memory holds each pair once, as many as are asked for", arguments: [(5, 8), (100, 12)])
  func memory(others: Int, expected: Int) throws {
    let evaluation = try RepairEvaluation(
      Self.pairs, glossary: Glossary(pairs: []), wanted: [.number: 3], others: others)
    #expect(evaluation.pairsInMemory == expected)
    let count = try #require(evaluation.counts[.number])
    #expect(count.pairs == 3)
    #expect(count.right + count.wrong + count.left == count.pairs)
  }
}
