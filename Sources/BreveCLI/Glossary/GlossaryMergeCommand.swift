// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms

struct GlossaryMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract:
      "Bring two versions of a glossary together; conflicts are shown and nothing is guessed.",
    discussion: """
      With --base, the version both began with, what one side changed or took out is taken over, field by field. Without it \
      everything that stands on one side is kept, and a value goes before an empty field. What both sides changed in different ways is a conflict: it is printed on \
      standard error, nothing is written, and the exit status is 1. A merge that would bring in a duplicate, a contradiction \
      or a second preferred term is a conflict too.

      As a merge driver of git, for *.tsv merge=breve in .gitattributes:
        git config merge.breve.driver "breve glossary merge --base %O %A %B -o %A"

      EXAMPLES:
        breve glossary merge mine.tsv theirs.tsv --base before.tsv -o merged.tsv
        breve glossary merge Glossary/fr-en.tsv desk.tsv > both.tsv
      """)

  @Argument(help: ArgumentHelp("A glossary.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("Another.", valueName: "b"))
  var second: String

  @Option(help: ArgumentHelp("The version both were made from.", valueName: "file"))
  var base: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; standard output if not given.", valueName: "file"))
  var output: String?

  func run() throws {
    let diagnostics = Diagnostics()
    do throws(LoadingError) {
      let tables = [try table(first), try table(second)]
      let merge = merge(
        try base.map { path throws(LoadingError) in try table(path).mergeable },
        tables.map(\.mergeable))
      let conflicts =
        merge.conflicts.map(text)
        + GlossaryTable.newFaults(of: merge.pairs, in: tables).map { "conflict: \($0)\n" }
      if conflicts.isEmpty { return try write(GlossaryTable(merging: merge, of: tables)) }
      StandardStream.error(conflicts.joined())
      let count = conflicts.count == 1 ? "1 conflict" : "\(conflicts.count) conflicts"
      diagnostics.note("\(count), so nothing was written; make both sides agree, and merge again")
    } catch {
      throw diagnostics.exit(error)
    }
    throw ExitCode(1)
  }

  private func merge(_ base: [TermPair]?, _ sides: [[TermPair]]) -> GlossaryMerge {
    guard let base else { return GlossaryMerge(sides[0], sides[1]) }
    return GlossaryMerge(base: base, sides[0], sides[1])
  }

  private func write(_ table: GlossaryTable) throws(LoadingError) {
    let text = table.text
    guard let output else {
      StandardStream.output(text)
      return
    }
    try FileBytes.write(Array(text.utf8), to: output)
  }

  /// A glossary whose every line is understood: what is not cannot be merged.
  private func table(_ path: String) throws(LoadingError) -> GlossaryTable {
    let table =
      path == BuiltInGlossary.name ? BuiltInGlossary.table : try GlossaryTable(contentsOf: path)
    if let warning = table.warnings.first { throw warning }
    return table
  }

  private func text(_ conflict: GlossaryMerge.Conflict) -> String {
    let sides = [
      (base == nil ? nil : "base", conflict.base), (first, conflict.one), (second, conflict.other),
    ]
    return "conflict: \(conflict.term): \(conflict.what)\n"
      + sides.compactMap { name, value in
        name.map { "  \($0): \(value.map { $0.isEmpty ? "(nothing)" : $0 } ?? "(not there)")\n" }
      }.joined()
  }
}
