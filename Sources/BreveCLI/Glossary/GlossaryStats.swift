// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms

struct GlossaryStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count pairs, concepts and terms, by status, domain and word class.",
    discussion: """
      EXAMPLES:
        breve glossary stats
        breve glossary stats --glossary Glossary/fr-en.tsv
      """)

  @OptionGroup var glossary: GlossaryArguments

  func run() throws {
    let diagnostics = Diagnostics()
    let table: GlossaryTable
    do throws(LoadingError) { table = try glossary.table(diagnostics) } catch {
      throw diagnostics.exit(error)
    }
    let numbers = GlossaryStatistics(table.glossary)
    let totals = [
      ["pairs", "\(numbers.pairs)"], ["concepts", "\(numbers.concepts)"],
      ["French terms", "\(numbers.sources)"], ["English terms", "\(numbers.targets)"],
      ["variants", "\(numbers.variants)"], ["not translated", "\(numbers.untranslated)"],
      ["last change", numbers.lastChanged ?? "-"],
    ]
    var text = TextTable(header: ["glossary", "count"], rows: totals, rightAligned: [1]).text
    let tables = [
      ("status", numbers.statuses), ("domain", numbers.domains), ("word class", numbers.classes),
    ]
    for (name, counts) in tables {
      let rows = counts.map { [$0.value, "\($0.pairs)"] }
      text += "\n" + TextTable(header: [name, "pairs"], rows: rows, rightAligned: [1]).text
    }
    StandardStream.output(text)
  }
}
