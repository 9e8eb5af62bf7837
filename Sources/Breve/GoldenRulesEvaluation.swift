// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
public import BreveText

/// How many golden rules of each language the segmenter follows: every boundary right and none besides.
public struct GoldenRulesEvaluation: Sendable {
  public struct Tally: Hashable, Sendable {
    public var passed = 0
    public var all = 0

    public init() {}
  }

  /// By language tag.
  public private(set) var tallies: [String: Tally] = [:]
  /// Rules that are not followed, with what was found.
  public private(set) var failures: [(rule: GoldenRules.Rule, found: [String])] = []

  /// Scores Breve on `golden`, read as running text.
  ///
  /// - Throws: ``SegmentationError`` if ICU has no rules for a language.
  public init(golden: GoldenRules) throws(SegmentationError) {
    var options = ReadingOptions()
    options.structure = .plain
    options.repairs = false
    var reader = DocumentReader(options: options)
    for rule in golden.rules {
      let document = try reader.document(SourceText(rule.input), language: Language(rule.language))
      let found = document.segments.map(\.text)
      var tally = tallies[rule.language] ?? Tally()
      tally.all += 1
      if Self.ends(found) == Self.ends(rule.expected) {
        tally.passed += 1
      } else {
        failures.append((rule, found))
      }
      tallies[rule.language] = tally
    }
  }

  /// Where the sentences end, in scalars that are no white space; what is empty has no end of its own.
  private static func ends(_ sentences: [String]) -> Set<Int> {
    var ends: Set<Int> = []
    var count = 0
    for sentence in sentences {
      count += sentence.unicodeScalars.count { scalar in
        !scalar.properties.isWhitespace && ![0x200B, 0xFEFF, 0x200E, 0x200F].contains(scalar.value)
      }
      if count > 0 { ends.insert(count) }
    }
    return ends
  }
}
