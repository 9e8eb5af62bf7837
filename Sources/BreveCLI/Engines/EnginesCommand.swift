// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
import BreveFormats
import BreveSystem

struct EnginesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engines",
    abstract: "List translation engines: whether they can be asked, and what leaves the machine.",
    discussion: """
      Breve has no engine of its own. It asks those that are named with --engine, labels what they give, and checks it. \
      Exit status 1 if one that is named cannot be asked. No text is sent; servers are asked whether they are there.

      Keys are taken from the environment, BREVE_DEEPL_KEY, BREVE_OPENAI_KEY, BREVE_LIBRETRANSLATE_KEY, or from a breve.toml \
      that only you can read, which may name engines too. Every call to a \
      server is written down before it is made: time, host, bytes (--call-log).

      EXAMPLES:
        breve engines
        breve engines --engine apertium --offline
        breve engines --engine libretranslate:http://127.0.0.1:5000,openai:http://127.0.0.1:8080
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @OptionGroup var arguments: EngineArguments

  @Option(help: "How the list is written.")
  var format: Format = .text

  private struct Row {
    let name: String
    let version: String?
    let state: String
    let place: String
    let isReady: Bool
  }

  mutating func run() async throws {
    do { try arguments.fill(from: Configuration.nearest()) } catch let error as LoadingError {
      throw Diagnostics().exit(error)
    }
    let named = try arguments.chosen()
    var rows: [Row] = []
    let apertium = EngineArguments.Chosen(name: .apertium, settings: nil)
    for chosen in named.isEmpty ? [apertium] : named { rows.append(await row(chosen)) }
    switch format {
    case .text:
      let cells = rows.map { [$0.name, $0.version ?? "-", $0.state, $0.place] }
      StandardStream.output(
        TextTable(header: ["engine", "version", "state", "privacy"], rows: cells).text)
      if named.isEmpty {
        StandardStream.output(
          "\nother engines are named with --engine: \(EngineName.forms.dropFirst().joined(separator: ", "))\n"
        )
      }
    case .json: StandardStream.output(Self.json(rows))
    }
    if rows.contains(where: { !$0.isReady }) { throw ExitCode(1) }
  }

  private func row(_ chosen: EngineArguments.Chosen) async -> Row {
    let name = chosen.name
    let engine = arguments.engine(chosen)
    let fault = await engine.fault().map { "\($0)" }
    let gist = engine.capabilities.isGist ? "ready (gist)" : "ready"
    let state = if case .pipe = name { "asked when used" } else { gist }
    return Row(
      name: name.text, version: engine.version, state: fault ?? state,
      place: name.place.inWords, isReady: fault == nil)
  }

  private static func json(_ rows: [Row]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("engines") { json in
        json.array { json in
          for row in rows {
            json.object { json in
              json.member("name", row.name)
              json.member("version", row.version)
              json.member("isReady") { $0.value(row.isReady) }
              json.member("state", row.state)
              json.member("privacy", row.place)
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
