// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem
import BreveTerms
import BreveText

/// Engines with the memories of a run: what reviewers rejected, what was answered before, what is to be kept.
struct EngineDesk {
  let arguments: EngineArguments
  let glossary: Glossary
  let dictionaries: SpellingDictionaries
  let stores: [StoredSegments]
  /// The memories of the run, durable ones and exchange files.
  let files: [String]

  /// The briefs with the English of the engines that are named, if any; what fails is said.
  ///
  /// - Parameters:
  ///   - briefs: With what the memories have.
  ///   - remembers: Whether the English is kept as units of state machine.
  ///   - diagnostics: Where faults go.
  /// - Returns: As many briefs as there were.
  /// - Throws: What a wrong name of an engine is answered with.
  func filling(
    _ briefs: [BilingualBrief], remembers: Bool, _ diagnostics: Diagnostics
  ) async throws -> [BilingualBrief] {
    guard !arguments.engine.isEmpty else { return briefs }
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
    let (filled, failures) = await translator.filling(briefs)
    for failure in failures where !failure.fault.isRefusal {
      diagnostics.failure(failure.inWords)
    }
    if remembers { try keep(filled, in: store, diagnostics) }
    return filled
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

  /// Adds what engines gave as units of state machine.
  private func keep(
    _ briefs: [BilingualBrief], in store: String?, _ diagnostics: Diagnostics
  ) throws {
    guard let store else {
      diagnostics.failure(
        "--remember needs a memory; make one with breve memory add, or name it with --memory")
      return
    }
    do {
      let memory = try SearchableMemory(path: store, .write)
      let moment = Moment(seconds: SystemFacts.secondsSince1970)
      var seen: Set<String> = []
      for brief in briefs {
        for unit in brief.machineUnits where seen.insert(unit.source).inserted {
          var kept = TranslationUnit(
            [Variant(.french, unit.source), Variant(.english, unit.target)], state: .machine)
          kept.sourceLanguage = .french
          kept.document = brief.brief.article.path.map { Brief.stem($0) }
          kept.notes = [UnitNote("engine: \(unit.engine)")]
          let stamp = Stamp(date: moment, user: unit.engine)
          kept.created = stamp
          kept.changed = stamp
          _ = try memory.store.add(kept, by: stamp)
        }
      }
      memory.updateIndexesIfPossible()
    } catch {
      diagnostics.failure("\(error)")
    }
  }
}
