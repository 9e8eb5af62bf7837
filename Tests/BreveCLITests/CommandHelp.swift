// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport

/// The help of one command, as `breve memory match --help` prints it.
struct CommandHelp {
  /// As `memory`, `match`; none for `breve` itself.
  let command: [String]
  let text: String

  /// The commands under SUBCOMMANDS.
  var subcommands: [String] {
    var isInList = false
    var names: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("SUBCOMMANDS:") {
        isInList = true
      } else if line.isEmpty {
        isInList = false
      } else if isInList, line.hasPrefix("  "), line.dropFirst(2).first != " " {
        names.append(String(line.split(separator: " ")[0]))
      }
    }
    return names
  }

  /// The lines of examples; a text after two spaces says what one does.
  var examples: [String] {
    var isInList = false
    var examples: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("EXAMPLE") {
        isInList = true
      } else if line.isEmpty {
        isInList = false
      } else if isInList {
        let example = line.dropFirst(2)
        examples.append(
          String(example.firstRange(of: "  ").map { example[..<$0.lowerBound] } ?? example))
      }
    }
    return examples
  }

  static func of(_ command: [String]) async throws -> CommandHelp {
    // Wide enough that no example is broken.
    let line = "COLUMNS=400 breve " + (command + ["--help"]).joined(separator: " ")
    return CommandHelp(
      command: command, text: try await BreveProcess.shell(line, in: Repository.root).output)
  }

  /// Every command there is, those below others included; asked for once.
  static func all() async throws -> [CommandHelp] { try await everything.value }

  private static let everything = Task { try await read() }

  private static func read() async throws -> [CommandHelp] {
    var found: [CommandHelp] = []
    var waiting: [[String]] = try await of([]).subcommands.map { [$0] }
    while !waiting.isEmpty {
      let help = try await of(waiting.removeFirst())
      found.append(help)
      waiting += help.subcommands.map { help.command + [$0] }
    }
    return found
  }
}
