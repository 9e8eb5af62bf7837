// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
import BreveFormats
import BreveSystem
import FoundationEssentials

/// Which engines are asked, and how.
struct EngineArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ask an engine where no memory has English: apertium, pipe:COMMAND, libretranslate:URL, openai:URL or deepl; several with commas, the best one first.",
      valueName: "name"))
  var engine: [String] = []

  @Flag(help: "Let nothing leave this machine: refuse engines at other addresses.")
  var offline = false

  @Option(
    help: ArgumentHelp(
      "Give an engine up after so long, and half a second more for each sentence.",
      valueName: "seconds"))
  var engineTimeout = 60.0

  @Flag(
    name: .customLong("no-engine-cache"),
    help: "Ask again for what breve.memory has an engine's answer of.")
  var ignoresCache = false

  @Option(
    help: ArgumentHelp(
      "The model of an openai:URL engine, where it has several.", valueName: "name"))
  var engineModel: String?

  @Option(
    help: ArgumentHelp(
      "Where calls to servers are written down; breve/calls.tsv in $XDG_STATE_HOME or ~/.local/state if not given.",
      valueName: "file"))
  var callLog: String?

  func validate() throws {
    if !(engineTimeout > 0 && engineTimeout <= 86_400) {
      throw ValidationError("--engine-timeout is above 0 up to 86400 seconds, not \(engineTimeout)")
    }
  }

  /// What `breve.toml` says, taken where no flag says otherwise.
  ///
  /// - Parameters:
  ///   - configuration: Nil if there is none.
  ///   - takesEngines: Whether its engines are asked where no flag names any.
  /// - Throws: `ValidationError` for an engine that there is not, ``LoadingError`` if the file is not safe.
  mutating func fill(from configuration: Configuration?, takesEngines: Bool = true) throws {
    if engine.isEmpty, takesEngines { engine = configuration?.file.engines ?? [] }
    named = configuration?.file.named ?? [:]
    let chosen: [Chosen]
    do { chosen = try self.chosen() } catch { throw ValidationError("--engine: \(error)") }
    let isOfFile = chosen.contains { $0.settings != nil } || engine == configuration?.file.engines
    if isOfFile, !chosen.isEmpty { try configuration?.checkForEngines() }
  }

  /// The engines of `breve.toml` by their names.
  private var named: [String: ConfigurationFile.Engine] = [:]

  private enum CodingKeys: CodingKey {
    case engine, offline, engineTimeout, ignoresCache, engineModel, callLog
  }

  /// An engine that is named, and what `breve.toml` says of it; nil if it is not named there.
  struct Chosen {
    let name: EngineName
    let settings: ConfigurationFile.Engine?
  }

  /// The engines that are named, with commas between or one an option.
  func chosen() throws(EngineName.Fault) -> [Chosen] {
    var all: [Chosen] = []
    for name in engine.flatMap(EngineName.names) {
      let settings = named[name]
      all.append(Chosen(name: try EngineName(settings?.use ?? name), settings: settings))
    }
    return all
  }

  var limits: EngineLimits { EngineLimits(seconds: engineTimeout) }

  /// The engines, ready to be asked; those that may not or cannot be answer with the reason.
  func engines() throws -> [any TranslationEngine] { try chosen().map(engine) }

  /// One of them, with the key and the model of its own that it has in `breve.toml`, or else those of all.
  func engine(_ chosen: Chosen) -> any TranslationEngine {
    let settings = EngineSettings(
      environment: { chosen.settings?.key ?? SystemFacts.environment($0) },
      model: engineModel ?? chosen.settings?.model, log: EngineLog(path: logPath))
    return chosen.name.engine(settings, isOffline: offline)
  }

  /// Where calls are written down; its folder is made.
  private var logPath: String {
    if let callLog { return callLog }
    let state =
      SystemFacts.environment("XDG_STATE_HOME")
      ?? SystemFacts.environment("HOME").map { $0 + "/.local/state" }
    guard let state else { return "breve-calls.tsv" }
    try? FileManager.default.createDirectory(
      atPath: state + "/breve", withIntermediateDirectories: true)
    return state + "/breve/calls.tsv"
  }
}
