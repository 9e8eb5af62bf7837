// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

struct GlossaryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the terms, all or those of a domain or a status.",
    discussion: """
      EXAMPLES:
        breve glossary list --domain mining
        breve glossary list --status deprecated --format tsv
        breve glossary list --format json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case table, tsv, json }

  @OptionGroup var glossary: GlossaryArguments

  @Option(help: "Only the terms of this domain.")
  var domain: String?

  @Option(
    help: ArgumentHelp(
      "Only the terms of this status.", valueName: "preferred|admitted|deprecated|superseded"))
  var status: String?

  @Option(help: "How they are written.")
  var format: Format = .table

  func run() throws {
    let diagnostics = Diagnostics()
    let table: GlossaryTable
    do throws(LoadingError) { table = try glossary.table(diagnostics) } catch {
      throw diagnostics.exit(error)
    }
    let rows = table.rows.filter { row in
      guard let pair = row.pair else { return false }
      return (domain == nil || pair.domain == domain)
        && (status == nil || pair.status.rawValue == status)
    }
    if rows.isEmpty, domain != nil || status != nil {
      let faults = [
        domain.flatMap { glossary.rules.fault($0, in: "domain") },
        status.flatMap { glossary.rules.fault($0, in: "status") },
      ].compactMap { $0 }
      diagnostics.note(faults.first ?? "no term is in this domain and of this status")
      throw ExitCode(1)
    }
    Self.write(rows, of: table, format)
  }

  static func write(_ rows: [GlossaryTable.Row], of table: GlossaryTable, _ format: Format) {
    switch format {
    case .tsv: StandardStream.output(table.text(of: rows))
    case .json: StandardStream.output(GlossaryJSON.document(rows))
    case .table:
      let cells = rows.compactMap(\.pair).map {
        [$0.source, $0.target, $0.status.rawValue, $0.domain, $0.id]
      }
      StandardStream.output(
        TextTable(header: ["French", "English", "status", "domain", "id"], rows: cells).text)
    }
  }
}
