// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

struct GlossaryUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last change, or the one with an id of breve glossary log.",
    discussion: """
      An undo is a change too: it is recorded, and undoing it by its id makes the change again. A change whose lines were \
      changed since is not undone.

      EXAMPLES:
        breve glossary undo
        breve glossary undo 3f9a01c2b77d
      """)

  @OptionGroup var glossary: GlossaryArguments

  @Argument(help: ArgumentHelp("The beginning of the id of a change.", valueName: "change"))
  var change: String?

  func run() throws {
    let diagnostics = Diagnostics()
    do throws(GlossaryError) {
      let file = try glossary.file()
      let digest = try file.digest()
      let undone = try Self.history(file).undoable(change, digest: digest)
      let record = try file.edit(.undo, undoes: undone.id, by: GlossaryArguments.author) {
        lines, digest throws(GlossaryError) in
        // Under the lock: somebody may have been quicker.
        let undone = try Self.history(file).undoable(undone.id, digest: digest)
        return try undone.inverse(in: lines, digest: digest)
      }
      guard let record else { return }
      StandardStream.output(
        "undone: \(undone.action.rawValue) by \(undone.who), \(undone.when) (\(undone.id))\n"
          + ChangeText.lines(record.edits))
    } catch {
      throw diagnostics.exit(error)
    }
  }

  private static func history(_ file: GlossaryFile) throws(GlossaryError) -> GlossaryHistory {
    do throws(LoadingError) {
      return try GlossaryHistory(contentsOf: file.historyPath)
    } catch { throw GlossaryError(error) }
  }
}
