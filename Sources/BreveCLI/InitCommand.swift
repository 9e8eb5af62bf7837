// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import FoundationEssentials

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a glossary of your own in a folder: Glossary/fr-en.tsv and what belongs to it.",
    discussion: """
      It begins with the entries built into breve, or with --empty with none. domains.tsv lists the domains and may be \
      edited, README.md says what the fields hold. A file that is there already is left as it is.

      EXAMPLES:
        breve init
        breve init desk --empty
      """)

  @Argument(
    help: ArgumentHelp("Where Glossary/ is made; this folder if not given.", valueName: "folder"))
  var folder = "."

  @Flag(help: "Begin without entries.")
  var empty = false

  func run() throws {
    let diagnostics = Diagnostics()
    let place = (folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/") + "Glossary"
    if SystemFile.kind(place + "/fr-en.tsv") != .missing {
      diagnostics.failure("\(place)/fr-en.tsv: this glossary is there already; name another folder")
      throw ExitCode(2)
    }
    do throws(LoadingError) {
      do {
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      } catch { throw LoadingError(.notWritable, at: SourceLocation(path: place)) }
      for name in BuiltInGlossary.files where !(empty && name == "PROVENANCE.md") {
        let path = place + "/" + name
        if SystemFile.kind(path) != .missing {
          diagnostics.note("\(path): there already, and left as it is")
          continue
        }
        try FileBytes.write(bytes(of: name), to: path)
        StandardStream.output(path + "\n")
      }
    } catch { throw diagnostics.exit(error) }
  }

  private func bytes(of name: String) -> [UInt8] {
    name == "fr-en.tsv" && empty
      ? GlossaryLines.empty.bytes : BuiltInGlossary.bytes(of: name)
  }
}
