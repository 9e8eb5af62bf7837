// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print all that is known of units: texts, state, who and when, where they are from.",
    discussion: """
      EXAMPLES:
        breve memory show 1204
        breve memory show 1204 1205
      """)

  @Argument(help: "The numbers of the units.")
  var units: [Int]

  @OptionGroup var memory: MemoryArguments

  func run() async throws {
    let path = try memory.path()
    let diagnostics = Diagnostics()
    try withMemory {
      let store = try MemoryStore(path: path)
      for id in units {
        guard let unit = try store.units([id]).first else {
          diagnostics.failure(store.noUnit(id))
          continue
        }
        StandardStream.output(Self.text(unit))
      }
    }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  /// A line a fact, under the number and the state of the unit.
  private static func text(_ unit: TranslationUnit) -> String {
    var text = "unit \(unit.id)  \(unit.state.rawValue)\n"
    for variant in unit.variants { text += "  \(variant.language)  \(variant.text)\n" }
    var facts: [(String, String?)] = [
      ("engine", unit.engine), ("created", stamp(unit.created)),
      ("changed", unit.changed == unit.created ? nil : stamp(unit.changed)),
      ("name", unit.name), ("project", unit.project), ("domain", unit.domain),
      ("document", unit.document),
      ("range", unit.range.map { "\($0.lowerBound)-\($0.upperBound)" }),
      ("line", unit.line.map { String($0 + 1) }), ("before", unit.previous), ("after", unit.next),
    ]
    facts += unit.notes.map { ("note", $0.text) }
    facts += unit.properties.filter { $0.name != TranslationUnit.engineProperty }
      .map { ($0.name, $0.value) }
    for (name, value) in facts {
      if let value { text += "  \(name): \(value)\n" }
    }
    return text
  }

  private static func stamp(_ stamp: Stamp) -> String? {
    let parts = [stamp.date?.extended, stamp.user].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "  ")
  }
}
