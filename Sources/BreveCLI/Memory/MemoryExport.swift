// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the units of a memory as TMX or as a table.",
    discussion: """
      TMX holds all languages and facts of the units; a table has the two languages of --pair, and only units that have the
      first. A name that ends in .gz or .xz is packed.

      EXAMPLES:
        breve memory export -o memory.tmx
        breve memory export -o memory.tmx.gz --state reviewed --state approved
        breve memory export --format tsv --pair fr en > memory.tsv
      """)

  @Option(help: ArgumentHelp("tmx, tsv or csv; taken from the name, tmx if there is none."))
  var format: MemoryFileFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The file; standard output if not given.", valueName: "file"))
  var output: String = "-"

  @Option(
    help: ArgumentHelp(
      "Only units of this state; may be given more than once (default: all).",
      valueName: UnitState.names))
  var state: [UnitState] = []

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments

  func run() async throws {
    let path = try memory.path()
    let states = Set(state.isEmpty ? UnitState.allCases : state)
    let format = format ?? (output == "-" ? .tmx : MemoryFileFormat(name: output))
    try withMemory {
      let store = try MemoryStore(path: path)
      let sink = try FileSink(path: output)
      var target =
        format == .tmx
        ? UnitTarget.tmx(TMXWriter(version: BreveCommand.configuration.version))
        : .table(
          UnitTableWriter(
            separator: format == .csv ? .comma : .tab, source: pair.source, target: pair.target))
      try store.forEachUnit { unit in
        guard states.contains(unit.state) else { return }
        let ready = target.append(unit)
        if !ready.isEmpty { try sink.write(ready) }
      }
      try sink.write(target.finish())
      try sink.finish()
    }
  }
}

/// What units are written with.
private enum UnitTarget {
  case tmx(TMXWriter)
  case table(UnitTableWriter)

  /// Takes a unit, and gives what is ready to be written.
  mutating func append(_ unit: TranslationUnit) -> [UInt8] {
    switch consume self {
    case .tmx(var writer):
      writer.append(unit)
      let ready = writer.waiting > 1 << 16 ? writer.take() : []
      self = .tmx(writer)
      return ready
    case .table(var writer):
      writer.append(unit)
      let ready = writer.waiting > 1 << 16 ? writer.take() : []
      self = .table(writer)
      return ready
    }
  }

  func finish() -> [UInt8] {
    switch self {
    case .tmx(let writer): return writer.finish()
    case .table(var writer): return writer.take()
    }
  }
}
