// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveTestSupport
import Testing

/// Floors under what was measured; the sets lie beside the checkout and not in it.
@Suite("Measured segmentation")
struct MeasuredSegmentationTests {
  private static let folder = Repository.shared("eval/segmentation")

  @Test(
    "Boundary F1 stays at least so high, and false boundaries so few",
    .enabled(if: folder != nil, "the gold standards are not here"),
    arguments: [
      ("fr/GSD.dev", 98.8, 8.0), ("fr/ErsatzNews.dev", 98.3, 4.0), ("fr/Sequoia.dev", 91.5, 8.0),
      ("fr/ParTUT.dev", 98.1, 8.0), ("en/ErsatzNews.dev", 97.7, 4.0), ("de/GSD.dev", 97.6, 4.0),
      ("es/GSD.dev", 99.0, 4.0), ("it/ISDT.dev", 94.4, 4.0), ("pt/GSD.dev", 97.4, 8.0),
      ("nl/Alpino.dev", 96.2, 4.0), ("ru/GSD.dev", 97.6, 16.0), ("zh/GSDSimp.dev", 99.1, 4.0),
    ])
  func floors(set: String, f1: Double, falsePerThousand: Double) throws {
    let folder = try #require(Self.folder)
    let result = try SegmentationEvaluation(
      gold: GoldSegmentation(path: "\(folder)/\(set).gold.json"))
    let gold = result.boundaries.right + result.boundaries.missed
    #expect(result.boundaries.f1 * 100 >= f1)
    #expect(Double(result.boundaries.falsePositives) * 1000 / Double(gold) <= falsePerThousand)
  }

  @Test(
    "Golden rules of the languages with a file of their own: at least 92 %",
    .enabled(if: folder != nil, "the golden rules are not here"))
  func golden() throws {
    let folder = try #require(Self.folder)
    let result = try GoldenRulesEvaluation(
      golden: GoldenRules(path: "\(folder)/golden_rules.dev.json"))
    let known = Set(LanguageSupport.all.filter(\.hasTailoring).map(\.language.tag))
    let tallies = result.tallies.filter { known.contains($0.key) }.values
    let passed = tallies.reduce(0) { $0 + $1.passed }
    let all = tallies.reduce(0) { $0 + $1.all }
    #expect(all >= 245)
    #expect(passed * 100 >= all * 92)
  }
}
