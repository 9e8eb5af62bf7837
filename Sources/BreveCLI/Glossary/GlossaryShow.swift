// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms

struct GlossaryShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print everything about a concept.",
    discussion: """
      The concept is named by its id or by a French or English term of it; all its terms are shown.

      EXAMPLES:
        breve glossary show ecowas
        breve glossary show CEDEAO
        breve glossary show actuellement --format json
      """)

  @OptionGroup var glossary: GlossaryArguments

  @Argument(help: ArgumentHelp("An id or a term.", valueName: "term"))
  var term: String

  @Option(help: "How it is written.")
  var format: Format = .text

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, tsv, json }

  func run() throws {
    let diagnostics = Diagnostics()
    let table: GlossaryTable
    do throws(LoadingError) { table = try glossary.table(diagnostics) } catch {
      throw diagnostics.exit(error)
    }
    let entries = table.concepts(of: term)
    if entries.isEmpty {
      let near = table.search(term).first?.pair.map {
        "; perhaps you mean '\($0.source)' (id \($0.id))"
      }
      diagnostics.note(
        "there is no term and no id '\(term)'\(near ?? "; try breve glossary search")")
      throw ExitCode(1)
    }
    switch format {
    case .text: StandardStream.output(Self.text(entries.compactMap(\.pair)))
    case .tsv: StandardStream.output(table.text(of: entries))
    case .json: StandardStream.output(GlossaryJSON.document(entries))
    }
  }

  private static func text(_ pairs: [TermPair]) -> String {
    var text = ""
    var last: String?
    for pair in pairs {
      if pair.id != last { text += (last == nil ? "" : "\n") + pair.id + "\n" }
      last = pair.id
      text += "  \(pair.source) → \(pair.target)  (\(pair.status.rawValue))\n"
      let facts = [
        ("variants", pair.sourceVariants.joined(separator: " | ")),
        ("English variants", pair.targetVariants.joined(separator: " | ")),
        (
          "class",
          [pair.partOfSpeech?.rawValue ?? "", pair.gender].filter { !$0.isEmpty }.joined(
            separator: ", ")
        ),
        ("domain", pair.domain), ("do not translate", pair.isUntranslated ? "yes" : ""),
        ("match", pair.matching.rawValue), ("definition", pair.definition), ("note", pair.note),
        ("source", pair.origin), ("created", pair.created), ("changed", pair.changed),
      ]
      let others = pair.others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      for (name, value) in facts + others where !value.isEmpty { text += "    \(name): \(value)\n" }
    }
    return text
  }
}
