// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms

struct GlossaryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in a glossary; exit status 1 if anything is.",
    discussion: """
      One finding a line: path, number of the line, kind, what is wrong and what to do. Found are malformed lines, empty \
      fields and values that no field takes, text that is not trimmed or normalized, curled apostrophes, days, the order of \
      the lines, duplicates, contradictions, a term to be avoided that another line allows, French terms with no or two \
      preferred renderings, one French term for two concepts that nothing tells apart, and rings of superseded terms.

      EXAMPLES:
        breve glossary check
        breve glossary check --kind order --kind duplicate
        breve glossary check --format json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @OptionGroup var glossary: GlossaryArguments

  @Option(help: ArgumentHelp("Only findings of this kind; may be repeated.", valueName: "kind"))
  var kind: [GlossaryFinding.Kind] = []

  @Option(help: "How the findings are written.")
  var format: Format = .text

  @Flag(help: "Put the lines in order first.")
  var sort = false

  func run() throws {
    let diagnostics = Diagnostics()
    var bytes: [UInt8] = []
    let table: GlossaryTable
    do throws(GlossaryError) {
      if sort { try putInOrder(diagnostics) }
      do throws(LoadingError) {
        if let path = glossary.path {
          bytes = try FileBytes.read(path)
          table = try GlossaryTable(bytes, at: SourceLocation(path: path))
        } else {
          table = try glossary.table(diagnostics)
        }
      } catch { throw GlossaryError(error) }
    } catch { throw diagnostics.exit(error) }
    let findings = table.findings(glossary.rules, bytes: bytes)
      .filter { kind.isEmpty || kind.contains($0.kind) }
    let path = glossary.path ?? BuiltInGlossary.name
    switch format {
    case .text:
      StandardStream.output(
        findings.map { "\(path):\($0.line): \($0.kind.rawValue): \($0.text)\n" }.joined())
    case .json: StandardStream.output(GlossaryJSON.findings(findings, path: path))
    }
    let count = findings.count
    diagnostics.note(
      "\(path): \(table.glossary.pairs.count) pairs, \(count == 0 ? "no finding" : count == 1 ? "1 finding" : "\(count) findings")"
    )
    if count > 0 { throw ExitCode(1) }
  }

  private func putInOrder(_ diagnostics: Diagnostics) throws(GlossaryError) {
    let file = try glossary.file()
    let record = try file.edit(.edit, by: GlossaryArguments.author) { lines, _ in lines.sorting }
    if let record {
      diagnostics.note("\(file.path): \(record.edits.added.count) lines were put in their place")
    }
  }
}

extension GlossaryFinding.Kind: ExpressibleByArgument {}
