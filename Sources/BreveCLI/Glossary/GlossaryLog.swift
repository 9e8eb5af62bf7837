// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

struct GlossaryLog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Print the changes of a glossary, the last one first: who, when, what.",
    discussion: """
      The changes stand in a file beside the glossary, as fr-en.history.jsonl. What an editor or git changed is seen at the \
      next change and called 'outside'.

      EXAMPLES:
        breve glossary log
        breve glossary log --limit 5
        breve glossary log --limit 1 --glossary desk.tsv
      """)

  @OptionGroup var glossary: GlossaryArguments

  @Option(help: ArgumentHelp("At most so many changes.", valueName: "n"))
  var limit: Int?

  func run() throws {
    let diagnostics = Diagnostics()
    do throws(GlossaryError) {
      let file = try glossary.file()
      let history: GlossaryHistory
      do throws(LoadingError) {
        history = try GlossaryHistory(contentsOf: file.historyPath)
      } catch { throw GlossaryError(error) }
      for warning in history.warnings { diagnostics.note("\(warning)") }
      let digest = try file.digest()
      if let last = history.records.last, let digest, last.after != digest, last.before != digest {
        diagnostics.note("\(file.path): changed by something else than breve since the last record")
      }
      let standings = history.standings(digest: digest)
      let shown = zip(history.records, standings).reversed().prefix(limit ?? .max)
      StandardStream.output(shown.map(Self.text).joined(separator: "\n"))
    } catch {
      throw diagnostics.exit(error)
    }
  }

  private static func text(_ record: GlossaryRecord, _ standing: GlossaryHistory.Standing) -> String
  {
    let what =
      switch record.action {
      case .outside: "outside: changed by something else than breve"
      case .lost: "lost: the change \(record.undoes ?? "") never reached the file"
      case .undo: "undo of \(record.undoes ?? "")"
      default: record.action.rawValue
      }
    let mark =
      switch standing {
      case .stands: ""
      case .undone: " (undone)"
      case .lost: " (never reached the file)"
      }
    return "\(record.id)  \(record.when)  \(record.who)  \(what)\(mark)\n"
      + ChangeText.lines(record.edits).split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}
