// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms

struct GlossaryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a glossary in the form of another tool.",
    discussion: """
      tbx is version 3 (TBX-Basic, DCA), tbx2 version 2 (martif) for OmegaT and Weblate: both hold everything, and so does \
      csv. What a form has no place for is told on standard error. With --pair the other direction, or the languages under \
      other codes.

      EXAMPLES:
        breve glossary export --to tbx -o terms.tbx
        breve glossary export --to deepl > terms.csv
        breve glossary export --to google --pair en-GB fr-FR -o terms.csv
      """)

  @Option(help: "The form.")
  var to: GlossaryForm

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; standard output if not given.", valueName: "file"))
  var output: String?

  @OptionGroup var glossary: GlossaryArguments

  @OptionGroup var pair: PairArguments

  @Flag(help: "Name each pair that the form cannot hold.")
  var verbose = false

  func validate() throws {
    if let other = pair.others.first { throw ValidationError("'\(other)' is too much") }
  }

  func run() throws {
    let diagnostics = Diagnostics()
    do {
      let known = try glossary.table(diagnostics).glossary
      guard let asked = pair.pair.isEmpty ? known : known.turned(from: pair.source, to: pair.target)
      else {
        diagnostics.failure(
          "\(glossary.path ?? "the built-in glossary"): the glossary is of '\(known.sourceLanguage)' and "
            + "'\(known.targetLanguage)', not of '\(pair.source)' and '\(pair.target)'; "
            + "name another with --glossary")
        throw ExitCode(2)
      }
      let file = GlossaryFileWriter.file(of: asked, as: to)
      let shown = verbose ? file.report.remarks.count : min(5, file.report.remarks.count)
      for remark in file.report.remarks.prefix(shown) {
        diagnostics.note("left out: \(remark.reason)")
      }
      if file.report.remarkCount > shown {
        diagnostics.note(
          "left out: \(file.report.remarkCount - shown) more"
            + (verbose ? "" : "; --verbose names them"))
      }
      guard let output else {
        StandardStream.output(file.bytes)
        return
      }
      try FileBytes.write(file.bytes, to: output)
    } catch let error as LoadingError {
      throw diagnostics.exit(error)
    }
  }
}

extension GlossaryForm: ExpressibleByArgument {}
