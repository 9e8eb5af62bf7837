// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

struct GlossaryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a glossary in the form of another tool.",
    discussion: """
      tbx is version 3 (TBX-Basic, DCA), tbx2 version 2 (martif) for OmegaT and Weblate: both hold everything, and so does
      csv. What a form has no place for is told on standard error.

      EXAMPLES:
        breve glossary export --to tbx -o terms.tbx
        breve glossary export --to deepl > terms.csv
      """)

  @Option(help: "The form.")
  var to: GlossaryForm

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; standard output if not given.", valueName: "file"))
  var output: String?

  @OptionGroup var glossary: GlossaryArguments

  func run() throws {
    let diagnostics = Diagnostics()
    do throws(LoadingError) {
      let file = GlossaryFileWriter.file(of: try glossary.table(diagnostics).glossary, as: to)
      for remark in file.report.remarks { diagnostics.note("left out: \(remark.reason)") }
      guard let output else {
        StandardStream.output(file.bytes)
        return
      }
      try FileBytes.write(file.bytes, to: output)
    } catch {
      throw diagnostics.exit(error)
    }
  }
}

extension GlossaryForm: ExpressibleByArgument {}
