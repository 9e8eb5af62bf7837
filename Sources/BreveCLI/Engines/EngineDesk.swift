// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
import BreveFormats
import BreveStore
import BreveTerms

/// Engines with the memories of a run: what reviewers rejected, what was answered before, what is to be kept.
struct EngineDesk {
  let arguments: EngineArguments
  let glossary: Glossary
  let dictionaries: SpellingDictionaries
  let stores: [StoredSegments]
  /// The memories of the run, durable ones and exchange files.
  let files: [String]

  /// Whether what engines give is kept as units of state machine.
  let remembers: Bool

  /// The engines that are named, ready to be asked; what cannot be asked is said.
  ///
  /// - Parameter diagnostics: Where faults go.
  /// - Returns: Nil if none is named.
  /// - Throws: What a wrong name of an engine is answered with.
  func session(_ diagnostics: Diagnostics) async throws -> EngineSession? {
    guard !arguments.engine.isEmpty else { return nil }
    let engines = try arguments.engines()
    for engine in engines {
      guard let refused = engine as? RefusedEngine, let fault = await refused.fault() else {
        continue
      }
      diagnostics.failure(fault)
    }
    let store = files.first(where: BilingualMemories.isStore)
    let cache: StoredAnswers? =
      if let store, !arguments.ignoresCache { try? StoredAnswers(path: store) } else { nil }
    let translator = EngineTranslator(
      engines, glossary: glossary, dictionaries: dictionaries, limits: arguments.limits,
      cache: cache, rejections: rejections())
    return EngineSession(translator: translator, store: store, remembers: remembers)
  }

  /// What was rejected in the memories of the run.
  private func rejections() -> EngineRejections {
    var rejections = EngineRejections(stores: stores)
    for file in files where !BilingualMemories.isStore(file) {
      guard let reader = try? TMXReader(contentsOf: file) else { continue }
      while let unit = try? reader.next() { rejections.add(unit) }
    }
    return rejections
  }
}
