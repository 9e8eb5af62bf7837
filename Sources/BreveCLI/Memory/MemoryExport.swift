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
    abstract: "Write the units of a memory as TMX, as XLIFF or as a table.",
    discussion: """
      TMX holds all languages and facts of the units; a table and XLIFF (2.1, or 1.2 with --to xliff12) have the two languages \
      of --pair, and only units that have the first. A name that ends in .gz or .xz is packed.

      EXAMPLES:
        breve memory export -o memory.tmx
        breve memory export -o memory.tmx.gz --state reviewed --state approved
        breve memory export --to tsv --pair fr en > memory.tsv
        breve memory export -o memory.xlf --pair fr en
      """)

  @Option(
    name: [.long, .customLong("to")],
    help: ArgumentHelp("The form; taken from the name, tmx if there is none."))
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
      var target = UnitTarget(format, pair)
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
  case xliff(XLIFFWriter)
  case table(UnitTableWriter)

  init(_ format: MemoryFileFormat, _ pair: PairArguments) {
    self =
      switch format {
      case .tmx: .tmx(TMXWriter(version: BreveCommand.configuration.version))
      case .xliff, .xliff12:
        .xliff(
          XLIFFWriter(
            version: format == .xliff ? .v2 : .v12, source: pair.source, target: pair.target))
      case .tsv, .csv:
        .table(
          UnitTableWriter(
            separator: format == .csv ? .comma : .tab, source: pair.source, target: pair.target))
      }
  }

  /// Takes a unit, and gives what is ready to be written.
  mutating func append(_ unit: TranslationUnit) -> [UInt8] {
    switch consume self {
    case .tmx(var writer):
      writer.append(unit)
      let ready = writer.waiting > 1 << 16 ? writer.take() : []
      self = .tmx(writer)
      return ready
    case .xliff(var writer):
      writer.append(unit)
      let ready = writer.waiting > 1 << 16 ? writer.take() : []
      self = .xliff(writer)
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
    case .xliff(let writer): return writer.finish()
    case .table(var writer): return writer.take()
    }
  }
}
