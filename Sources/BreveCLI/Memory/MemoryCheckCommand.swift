// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is doubtful in the units of a memory.",
    discussion: """
      Looked for are: inconsistent (the same source with other targets), untranslated (the target is the source), empty, \
      number (numbers that differ), language (a side in another language), leftover (words not translated), tag (tags and \
      placeholders that differ), mojibake (characters read in a wrong encoding), length (much longer than usual in this \
      memory), ending (white space and marks at the ends), duplicate. Nothing is changed, except with --fix: mojibake is put \
      right and white space at the ends removed; units with empty sides and duplicates are removed; of the other kinds the \
      units get the state rejected. breve memory undo takes each change back. Exit status 1 if anything was found.

      EXAMPLES:
        breve memory check
        breve memory check --kind number --kind language --pair fr en
        breve memory check --format tsv > findings.tsv
        breve memory check --fix mojibake --fix duplicate
        breve memory check --format json  for scripts (see: breve schema memory-check)
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, tsv, json }

  @Option(
    help: ArgumentHelp(
      "Only findings of this kind; may be given more than once.",
      valueName: MemoryFinding.Kind.names))
  var kind: [MemoryFinding.Kind] = []

  @Option(
    help: ArgumentHelp(
      "Put findings of this kind right; may be given more than once.",
      valueName: MemoryFinding.Kind.names))
  var fix: [MemoryFinding.Kind] = []

  @Option(
    help: ArgumentHelp(
      "Only units of this state; may be given more than once (default: all but rejected).",
      valueName: UnitState.names))
  var state: [UnitState] = []

  @Option(help: "How findings are written.")
  var format: Format = .text

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    let path = try memory.path()
    let stamp = user.stamp
    var wanted = Set(kind.isEmpty && fix.isEmpty ? MemoryFinding.Kind.allCases : kind)
    wanted.formUnion(fix)
    let states = state.isEmpty ? Set(UnitState.allCases).subtracting([.rejected]) : Set(state)
    var checker = MemoryChecker(
      source: pair.source, target: pair.target, kinds: wanted, states: states)
    var lines = FindingLines(format: format)
    var fixes: [Int: Set<MemoryFinding.Kind>] = [:]
    try withMemory {
      let store = try MemoryStore(path: path)
      lines.units = try checker.check(store) { finding in
        lines.add(finding)
        guard fix.contains(finding.kind) else { return }
        fixes[finding.unit, default: []].insert(finding.kind)
      }
      lines.finish()
      if fixes.isEmpty { return }
      let memory = try SearchableMemory(path: path, .write)
      let done = try MemoryFixer.fix(fixes, in: memory.store, by: stamp)
      memory.updateIndexesIfPossible()
      Diagnostics().note(
        "\(done) unit\(done == 1 ? "" : "s") changed; breve memory undo takes a change back")
    }
    if lines.count > 0 { throw ExitCode(1) }
  }
}

/// Writes findings as they come.
private struct FindingLines {
  let format: MemoryCheckCommand.Format
  /// How many units were looked at.
  var units = 0
  private(set) var count = 0
  private var counts: [MemoryFinding.Kind: Int] = [:]
  private var bytes: [UInt8] = []
  private var kept: [MemoryFinding] = []

  init(format: MemoryCheckCommand.Format) { self.format = format }

  mutating func add(_ finding: MemoryFinding) {
    count += 1
    counts[finding.kind, default: 0] += 1
    let texts = [finding.source, finding.target].map { $0 ?? "" }
    switch format {
    case .json: kept.append(finding)
    case .text:
      bytes += Array("unit \(finding.unit)  \(finding.kind.rawValue): \(finding.message)\n".utf8)
      for text in texts where !text.isEmpty {
        bytes += Array("    \(text.replacing("\n", with: " "))\n".utf8)
      }
    case .tsv:
      let fields = [String(finding.unit), finding.kind.rawValue, finding.message] + texts
      let line = fields.map {
        $0.replacing("\t", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
      }.joined(separator: "\t")
      bytes += Array((line + "\n").utf8)
    }
    if bytes.count > 1 << 16 { flush() }
  }

  private mutating func flush() {
    StandardStream.output(bytes)
    bytes = []
  }

  mutating func finish() {
    if format == .json { bytes = json }
    flush()
    let kinds = MemoryFinding.Kind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(kind.rawValue)" }
    }
    let list = kinds.isEmpty ? "" : ": " + kinds.joined(separator: ", ")
    StandardStream.error(
      "\(count) finding\(count == 1 ? "" : "s") in \(units) unit\(units == 1 ? "" : "s")\(list)\n")
  }

  private var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("version", 1)
      json.member("units", units)
      json.member("findings") { json in
        json.array { json in
          for finding in kept {
            json.object { json in
              json.member("unit", finding.unit)
              json.member("kind", finding.kind.rawValue)
              json.member("message", finding.message)
              json.member("source", finding.source)
              json.member("target", finding.target)
            }
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }
}

extension MemoryFinding.Kind: ExpressibleByArgument {
  static var names: String { allCases.map(\.rawValue).joined(separator: "|") }
}
