// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryStatisticsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Print how many units, languages, states and changes there are.",
    discussion: """
      EXAMPLES:
        breve memory statistics
        breve memory statistics --format json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Option(help: "How it is written.")
  var format: Format = .text

  @OptionGroup var memory: MemoryArguments

  func run() async throws {
    let path = try memory.path()
    let statistics = try withMemory { try MemoryStore(path: path).statistics() }
    switch format {
    case .text: StandardStream.output(Self.text(statistics))
    case .json: StandardStream.output(Self.json(statistics))
    }
  }

  private static func text(_ statistics: MemoryStatistics) -> String {
    var rows = [
      ["units", "\(statistics.units)"],
      ["  in one language only", "\(statistics.incomplete)"],
    ]
    rows += statistics.states.map { ["  \($0.state.rawValue)", "\($0.units)"] }
    rows += statistics.languages.map { ["variants \($0.language)", "\($0.variants)"] }
    rows += [["bytes of text", "\(statistics.textBytes)"], ["changes", "\(statistics.changes)"]]
    return TextTable(header: ["what", "how many"], rows: rows).text
  }

  private static func json(_ statistics: MemoryStatistics) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("version", 1)
      json.member("units", statistics.units)
      json.member("incomplete", statistics.incomplete)
      json.member("states") { json in
        json.array { json in
          for (state, units) in statistics.states {
            json.object {
              $0.member("state", state.rawValue)
              $0.member("units", units)
            }
          }
        }
      }
      json.member("languages") { json in
        json.array { json in
          for (language, variants) in statistics.languages {
            json.object {
              $0.member("language", language.tag)
              $0.member("variants", variants)
            }
          }
        }
      }
      json.member("textBytes", statistics.textBytes)
      json.member("changes", statistics.changes)
    }
    return writer.bytes + [0x0A]
  }
}

struct MemoryCompact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Give the room of removed units back; nothing is lost.",
    discussion: """
      EXAMPLE:
        breve memory compact
      """)

  @OptionGroup var memory: MemoryArguments

  func run() async throws {
    let path = try memory.path()
    try withMemory { try SearchableMemory(path: path, .write).compact() }
  }
}

struct MemoryBackup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a copy of the memory, also while others use it.",
    discussion: """
      EXAMPLE:
        breve memory backup memory-2025-04-03.memory
      """)

  @Argument(help: ArgumentHelp("The copy, which must not be there yet.", valueName: "file"))
  var copy: String

  @OptionGroup var memory: MemoryArguments

  func run() async throws {
    let path = try memory.path()
    try withMemory { try MemoryStore(path: path).backUp(to: copy) }
  }
}
