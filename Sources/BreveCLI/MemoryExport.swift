// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the units of a memory.",
    discussion: """
      EXAMPLES:
        breve memory export --pair fr en > memory.tsv
      """)

  @Option(
    help: ArgumentHelp(
      "Only units of these states (default: all but rejected).", valueName: UnitState.names))
  var state: [UnitState] = []

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments

  func run() async throws {
    let path = try memory.path()
    let states = state.isEmpty ? Set(UnitState.allCases).subtracting([.rejected]) : Set(state)
    try withMemory {
      let store = try MemoryStore(path: path)
      var last = 0
      while true {
        let units = try store.units(after: last, limit: 2_000)
        guard let end = units.last else { return }
        last = end.id
        var text = ""
        for unit in units where states.contains(unit.state) {
          guard let source = unit.variant(pair.source) else { continue }
          text += Self.field(source.text) + "\t" + Self.field(unit.variant(pair.target)?.text ?? "")
          text += "\n"
        }
        guard StandardStream.output(text) else { return }
      }
    }
  }

  /// A tab or line end inside of a segment would end the field.
  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 }) else { return text }
    return String(
      decoding: text.utf8.map { $0 == 9 || $0 == 10 || $0 == 13 ? 32 : $0 }, as: UTF8.self)
  }
}
