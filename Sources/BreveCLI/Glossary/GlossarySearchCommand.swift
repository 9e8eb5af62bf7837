// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

struct GlossarySearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find terms, French or English, the best answer first.",
    discussion: """
      Case, accents, hyphens and the dots of acronyms do not count. Where no term holds the words, those that are spelt \
      nearly so are given. Exit status 1 if there are none.

      EXAMPLES:
        breve glossary search cedeao
        breve glossary search "coup d'etat" --limit 3
        breve glossary search ceasfire --format tsv
      """)

  @OptionGroup var glossary: GlossaryArguments

  @Argument(help: ArgumentHelp("What to look for.", valueName: "words"))
  var words: [String]

  @Option(help: ArgumentHelp("At most so many lines.", valueName: "n"))
  var limit = 20

  @Option(help: "How they are written.")
  var format: GlossaryList.Format = .table

  func run() throws {
    let diagnostics = Diagnostics()
    let table: GlossaryTable
    do throws(LoadingError) { table = try glossary.table(diagnostics) } catch {
      throw diagnostics.exit(error)
    }
    let query = words.joined(separator: " ")
    let found = table.search(query)
    if found.isEmpty {
      diagnostics.note("no term is like '\(query)'; try fewer words")
      throw ExitCode(1)
    }
    GlossaryList.write(Array(found.prefix(max(1, limit))), of: table, format)
    if found.count > limit {
      diagnostics.note("\(found.count - limit) more; --limit \(found.count) shows them")
    }
  }
}
