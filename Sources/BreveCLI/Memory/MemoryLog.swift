// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryLog: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Print the changes of a unit, or the last ones of the memory, oldest first.",
    discussion: """
      EXAMPLES:
        breve memory log 1204
        breve memory log --limit 50
      """)

  @Argument(help: "The number of the unit; if not given, the last changes of all.")
  var unit: Int?

  @Option(help: ArgumentHelp("At most so many changes.", valueName: "n"))
  var limit = 20

  @OptionGroup var memory: MemoryArguments

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1, not \(limit)") }
  }

  func run() async throws {
    let path = try memory.path()
    let changes = try withMemory {
      let store = try MemoryStore(path: path)
      if let unit { return Array(try store.history(of: unit).suffix(limit)) }
      return try store.changes(after: max(0, store.generation() - limit), limit: limit)
    }
    for change in changes { StandardStream.output(Self.text(change)) }
    if changes.isEmpty { throw ExitCode(1) }
  }

  /// Number, date, user, unit and kind.
  static func line(_ change: UnitChange) -> String {
    let date = change.stamp.date?.extended ?? "-"
    return
      "\(change.number)  \(date)  \(change.stamp.user ?? "-")  unit \(change.unit)  \(change.kind.rawValue)"
  }

  /// The line of a change, and below it what became of the texts.
  private static func text(_ change: UnitChange) -> String {
    var text = line(change)
    if let before = change.before, let after = change.after, before.state != after.state {
      text += "  \(before.state.rawValue) → \(after.state.rawValue)"
    }
    text += "\n"
    let old = change.before?.variants ?? []
    let new = change.after?.variants ?? []
    for variant in new {
      let before = old.first { $0.language == variant.language }
      if before?.text == variant.text { continue }
      let diff = WordDiff(from: before?.text ?? "", to: variant.text)
      text += "    \(variant.language)  \(before == nil ? variant.text : diff.marked)\n"
    }
    for variant in old where !new.contains(where: { $0.language == variant.language }) {
      text += "    \(variant.language)  [-\(variant.text)-]\n"
    }
    return text
  }
}
