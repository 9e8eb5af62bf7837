// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms

struct GlossaryDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Print what is different between two glossaries, pair by pair and field by field.",
    discussion: """
      `-` a pair of the first, `+` a pair of the second, `~` a pair of both with the fields that differ; where lines stand \
      does not count. Exit status 1 if anything differs. `(built in)` is the glossary of breve.

      EXAMPLES:
        breve glossary diff Glossary/fr-en.tsv desk.tsv
        breve glossary diff "(built in)" Glossary/fr-en.tsv
      """)

  @Argument(help: ArgumentHelp("A glossary.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("Another.", valueName: "b"))
  var second: String

  func run() throws {
    let diagnostics = Diagnostics()
    let pairs: [[TermPair]]
    do throws(LoadingError) {
      pairs = [
        try GlossaryInput.table(first, diagnostics).glossary.pairs,
        try GlossaryInput.table(second, diagnostics).glossary.pairs,
      ]
    } catch { throw diagnostics.exit(error) }
    let difference = GlossaryDifference(pairs[0], pairs[1])
    StandardStream.output(difference.changes.map(Self.text).joined())
    if !difference.changes.isEmpty { throw ExitCode(1) }
  }

  private static func text(_ change: GlossaryDifference.Change) -> String {
    switch change {
    case .added(let pair): "+ \(line(pair))\n"
    case .removed(let pair): "- \(line(pair))\n"
    case .changed(let pair, let fields):
      "~ \(line(pair))\n"
        + fields.map { "    \($0.name): \(shown($0.old)) → \(shown($0.new))\n" }.joined()
    }
  }

  private static func line(_ pair: TermPair) -> String {
    "\(pair.source) → \(pair.target) (\(pair.id), \(pair.status.rawValue))"
  }

  private static func shown(_ value: String) -> String { value.isEmpty ? "(nothing)" : value }
}

/// A glossary that an argument names.
enum GlossaryInput {
  /// Reads the file at `path`, or the built-in glossary by its name, and says what is odd in it.
  static func table(
    _ path: String, _ diagnostics: Diagnostics
  ) throws(LoadingError) -> GlossaryTable {
    if path == BuiltInGlossary.name { return BuiltInGlossary.table }
    let table = try GlossaryTable(contentsOf: path)
    for warning in table.warnings { diagnostics.note("\(warning)") }
    return table
  }
}
