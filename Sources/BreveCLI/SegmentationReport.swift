// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve

/// The table of `breve eval segmentation`, in Markdown.
struct SegmentationReport {
  struct Row: Sendable {
    let tailored: SegmentationEvaluation
    /// ICU without Breve's tailoring.
    let bare: SegmentationEvaluation
  }

  let rows: [Row]
  /// How many wrong boundaries of each kind and set are printed.
  let errors: Int
  var golden: GoldenRulesEvaluation?

  func markdown(command: String) -> String {
    var out = "# Sentence segmentation\n\n"
    out +=
      "Made by `\(command)`. ICU \(ICUInformation.version), Unicode \(ICUInformation.unicode).\n"
    out +=
      "A boundary is a place inside a document where a sentence ends; `-p5` sets are the same texts in paragraphs\n"
    out += "of five sentences. Bare ICU is the same reader without Breve's tailoring.\n\n"
    out += table
    if let golden { out += rules(golden) }
    for row in rows where errors > 0 { out += differences(row.tailored) }
    return out
  }

  private var table: String {
    var out = "| set | boundary P | R | F1 | bare ICU F1 | right | false | missed | span F1 |\n"
    out += "|---|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    for row in rows {
      let counts = row.tailored.boundaries
      out += "| \(row.tailored.name) | \(percent(counts.precision)) | \(percent(counts.recall)) "
      out += "| **\(percent(counts.f1))** | \(percent(row.bare.boundaries.f1)) | \(counts.right) "
      out += "| \(counts.falsePositives) | \(counts.missed) | \(percent(row.tailored.spans.f1)) |\n"
    }
    return out
  }

  private func rules(_ golden: GoldenRulesEvaluation) -> String {
    let tags = golden.tallies.keys.sorted()
    let passed = golden.tallies.values.reduce(0) { $0 + $1.passed }
    let all = golden.tallies.values.reduce(0) { $0 + $1.all }
    var out = "\n## Golden rules\n\n\(passed) of \(all): "
    out += tags.map { tag in
      let tally = golden.tallies[tag] ?? GoldenRulesEvaluation.Tally()
      return "\(tag) \(tally.passed)/\(tally.all)"
    }.joined(separator: ", ")
    out += ".\n\nNot followed:\n\n"
    for (rule, found) in golden.failures {
      out += "- \(rule.language), expected: `\(line(rule.expected))`; found: `\(line(found))`\n"
    }
    return out
  }

  private func line(_ sentences: [String]) -> String {
    let text = sentences.joined(separator: " ¦ ").replacing("\n", with: "⏎").replacing(
      "`", with: "'")
    return text.count > 200 ? text.prefix(200) + "…" : text
  }

  private func differences(_ result: SegmentationEvaluation) -> String {
    var out = "\n\(result.name)\n"
    for isFalse in [true, false] {
      for difference in result.differences.filter({ $0.isFalsePositive == isFalse }).prefix(errors)
      {
        let text = "\(difference.before)¦\(difference.after)"
        out += "  \(isFalse ? "false " : "missed") \(text.replacing("\n", with: "⏎"))\n"
      }
    }
    return out
  }

  private func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
