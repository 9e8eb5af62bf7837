// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms

struct GlossaryAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a term, or all of a file.",
    discussion: """
      The id is made of the English if none is given; a deprecated or admitted term joins the concept of its French term. \
      What is there already is not added twice. A file that --glossary names is made if it is not there.

      EXAMPLES:
        breve glossary add "moto-taxi" "motorcycle taxi" --domain economy
        breve glossary add actuellement "at present" --status admitted
        breve glossary add --from terms.tsv --glossary desk.tsv
      """)

  @OptionGroup var glossary: GlossaryArguments

  @Argument(help: ArgumentHelp("The French term, in its dictionary form.", valueName: "fr"))
  var french: String?

  @Argument(help: ArgumentHelp("Its English.", valueName: "en"))
  var english: String?

  @Option(
    help: ArgumentHelp(
      "Another glossary, or two columns without a header; - is standard input.", valueName: "file"))
  var from: String?

  @OptionGroup var entry: EntryArguments

  func validate() throws {
    if from == nil, french == nil || english == nil {
      throw ValidationError("give a French and an English term, or --from and a file")
    }
    if from != nil, french != nil {
      throw ValidationError("give two terms or --from, not both")
    }
  }

  func run() throws {
    let diagnostics = Diagnostics()
    do throws(GlossaryError) {
      let entries = try entries(diagnostics)
      let file = try glossary.file()
      let author = GlossaryArguments.author
      let editor = GlossaryEditor(path: file.path, rules: glossary.rules, day: author.day)
      var outcomes: [GlossaryEditor.Outcome] = []
      _ = try file.edit(.add, by: author) { lines, _ in
        let result = editor.add(entries, to: lines)
        outcomes = result.outcomes
        return result.change
      }
      report(zip(entries, outcomes).map { ($0, $1) }, file.path, diagnostics)
    } catch {
      throw diagnostics.exit(error)
    }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private func entries(_ diagnostics: Diagnostics) throws(GlossaryError) -> [GlossaryEntry] {
    let given = entry.values
    guard let from else {
      return [GlossaryEntry(given.merging(["fr": french ?? "", "en": english ?? ""]) { $1 })]
    }
    do throws(LoadingError) {
      let table = try Self.table(from)
      for warning in table.warnings { diagnostics.failure(warning) }
      return table.rows.compactMap { row in
        row.pair.map { pair in
          var entry = GlossaryEntry(
            pair, in: table, at: SourceLocation(path: from, line: row.line))
          // What extraction tells of a candidate is no part of a glossary.
          entry = GlossaryEntry(
            entry.values.filter { !CandidateList.columns.dropFirst(2).contains($0.key) },
            at: entry.location)
          entry.fill(given)
          return entry
        }
      }
    } catch {
      throw GlossaryError(error)
    }
  }

  private static func table(_ path: String) throws(LoadingError) -> GlossaryTable {
    guard path == "-" else { return try GlossaryTable(contentsOf: path) }
    let bytes = StandardStream.input(limit: TextDecoder.largestText)
    return try GlossaryTable(bytes, at: SourceLocation(path: "-"))
  }

  private func report(
    _ results: [(entry: GlossaryEntry, outcome: GlossaryEditor.Outcome)], _ path: String,
    _ diagnostics: Diagnostics
  ) {
    var added = 0
    var present = 0
    for (entry, outcome) in results {
      let place = entry.location.map { "\($0): " } ?? ""
      switch outcome {
      case .added(let pair, let hint):
        added += 1
        if from == nil {
          StandardStream.output("added to \(path): \(pair.source) → \(pair.target) (\(pair.id))\n")
        }
        if let hint { diagnostics.note(place + hint) }
      case .present(let pair, let line):
        present += 1
        if from == nil {
          diagnostics.failure(
            "\(path)\(line.map { ":\($0)" } ?? ""): '\(pair.source)' is '\(pair.target)' already (id \(pair.id)); breve glossary edit changes it"
          )
        }
      case .refused(let reason): diagnostics.failure(place + reason)
      }
    }
    if from != nil {
      let there = present == 0 ? "" : ", \(present) \(present == 1 ? "was" : "were") there already"
      StandardStream.output("added to \(path): \(added) of \(results.count)\(there)\n")
    }
  }
}
