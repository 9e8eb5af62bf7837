// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

struct GlossaryRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a line out; breve glossary undo brings it back.",
    discussion: """
      EXAMPLES:
        breve glossary remove junte
        breve glossary remove actuellement actually
        breve glossary remove ecowas --all
      """)

  @OptionGroup var glossary: GlossaryArguments

  @Argument(help: ArgumentHelp("An id or a French term.", valueName: "term"))
  var term: String

  @Argument(help: ArgumentHelp("Its English, where there are several.", valueName: "en"))
  var english: String?

  @Flag(help: "Take out all lines that are meant, not only one.")
  var all = false

  func run() throws {
    let diagnostics = Diagnostics()
    do throws(GlossaryError) {
      let file = try glossary.file()
      let author = GlossaryArguments.author
      let editor = GlossaryEditor(path: file.path, rules: glossary.rules, day: author.day)
      let record = try file.edit(.remove, by: author) { lines, _ throws(GlossaryError) in
        try editor.remove(term, target: english, all: all, from: lines)
      }
      if let record { StandardStream.output(ChangeText.lines(record.edits)) }
    } catch {
      throw diagnostics.exit(error)
    }
  }
}
