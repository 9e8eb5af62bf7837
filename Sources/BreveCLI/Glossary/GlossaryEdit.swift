// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

struct GlossaryEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change fields of a line.",
    discussion: """
      The line is named by an id or a French term, and by the English where there are several. What is not given stays \
      as it is, byte for byte; `changed` becomes today.

      EXAMPLES:
        breve glossary edit junte --note "Keep 'council' for its own name."
        breve glossary edit actuellement actually --status deprecated
        breve glossary edit ecowas --all --domain organisations
      """)

  @OptionGroup var glossary: GlossaryArguments

  @Argument(help: ArgumentHelp("An id or a French term.", valueName: "term"))
  var term: String

  @Argument(help: ArgumentHelp("Its English, where there are several.", valueName: "en"))
  var english: String?

  @Option(name: .customLong("fr"), help: ArgumentHelp("The new French term.", valueName: "term"))
  var newFrench: String?

  @Option(name: .customLong("en"), help: ArgumentHelp("The new English term.", valueName: "term"))
  var newEnglish: String?

  @OptionGroup var entry: EntryArguments

  @Flag(help: "Change all lines that are meant, not only one.")
  var all = false

  private var values: [String: String] {
    var values = entry.values
    values["fr"] = newFrench
    values["en"] = newEnglish
    return values
  }

  func validate() throws {
    if values.isEmpty {
      throw ValidationError("say what changes, as --en 'military junta' or --status admitted")
    }
  }

  func run() throws {
    let diagnostics = Diagnostics()
    do throws(GlossaryError) {
      let file = try glossary.file()
      let author = GlossaryArguments.author
      let editor = GlossaryEditor(path: file.path, rules: glossary.rules, day: author.day)
      let record = try file.edit(.edit, by: author) { lines, _ throws(GlossaryError) in
        try editor.edit(term, target: english, all: all, GlossaryEntry(values), in: lines)
      }
      guard let record else {
        return diagnostics.note(
          "\(file.path): the line has these values already, so nothing was changed")
      }
      StandardStream.output(ChangeText.lines(record.edits))
    } catch {
      throw diagnostics.exit(error)
    }
  }
}
