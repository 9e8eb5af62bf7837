// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
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
    // Names of breve.toml have no colon and are known once it is read.
    let known = ["apertium", "deepl"]
    let isNamed = engine.contains { !$0.contains(":") && !$0.contains(",") && !known.contains($0) }
    do { if !isNamed { _ = try names() } } catch { throw ValidationError("--engine: \(error)") }
  }

  /// What `breve.toml` says, taken where no flag says otherwise.
  ///
  /// - Throws: `ValidationError` for an engine that there is not.
  mutating func fill(from configuration: Configuration?) throws {
    if engine.isEmpty { engine = configuration?.file.engines ?? [] }
    if let configuration {
      let written = engine
      engine = configuration.engines(written)
      engineModel = engineModel ?? configuration.model(written)
      for keyed in EngineSettings.Keyed.allCases {
        keys[keyed.variable] = configuration.key(keyed.variable, written)
      }
    }
    do { _ = try names() } catch { throw ValidationError("--engine: \(error)") }
  }

  /// Keys of `breve.toml` by their variables; those of the environment come first.
  private var keys: [String: String] = [:]

  private enum CodingKeys: CodingKey {
    case engine, offline, engineTimeout, ignoresCache, engineModel, callLog
  }

  /// The engines that are named.
  func names() throws(EngineName.Fault) -> [EngineName] {
    var names: [EngineName] = []
    for text in engine { names += try EngineName.list(text) }
    return names
  }

  var limits: EngineLimits { EngineLimits(seconds: engineTimeout) }

  /// The engines, ready to be asked; those that may not or cannot be answer with the reason.
  func engines() throws -> [any TranslationEngine] {
    let settings = settings
    return try names().map { $0.engine(settings, isOffline: offline) }
  }

  /// Keys of the environment, the model, and the log of calls.
  var settings: EngineSettings {
    EngineSettings(
      environment: { SystemFacts.environment($0) ?? keys[$0] }, model: engineModel,
      log: EngineLog(path: logPath))
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
