// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
import BreveStore

/// Which engines are asked, and how.
struct EngineArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ask an engine where no memory has English: apertium, or pipe:COMMAND; several with commas, the best one first.",
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

  func validate() throws {
    if !(engineTimeout > 0 && engineTimeout <= 86_400) {
      throw ValidationError("--engine-timeout is above 0 up to 86400 seconds, not \(engineTimeout)")
    }
    do {
      for name in try names()
      where name.engine() == nil && !(offline && name.offlineFault != nil) {
        throw ValidationError(
          "\(name.text): this version cannot ask that engine; use a pipe:COMMAND that does")
      }
    } catch let fault as EngineName.Fault {
      throw ValidationError("--engine: \(fault)")
    }
  }

  /// The engines that are named.
  func names() throws(EngineName.Fault) -> [EngineName] {
    var names: [EngineName] = []
    for text in engine { names += try EngineName.list(text) }
    return names
  }

  var limits: EngineLimits { EngineLimits(seconds: engineTimeout) }

  /// The engines that may be asked; those that may not are failures.
  ///
  /// Under --offline the name alone decides, before anything is looked up or opened.
  func engines(_ diagnostics: Diagnostics) throws -> [any TranslationEngine] {
    var engines: [any TranslationEngine] = []
    for name in try names() {
      if offline, let fault = name.offlineFault {
        diagnostics.failure(fault)
      } else if let engine = name.engine() {
        engines.append(engine)
      } else {
        diagnostics.failure("\(name.text): this version cannot ask that engine")
      }
    }
    return engines
  }
}
