// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveMemory
import BreveStore
import BreveSystem

/// The engines of a run, asked for many briefs at once, and what is kept of their English.
final class EngineSession {
  private let translator: EngineTranslator
  /// The durable memory of the run; nil if it has none.
  private let store: String?
  private let remembers: Bool
  /// The sentences whose English was kept.
  private var kept: Set<String> = []

  init(translator: EngineTranslator, store: String?, remembers: Bool) {
    self.translator = translator
    self.store = store
    self.remembers = remembers
  }

  /// The briefs with the English of the engines; what fails is said.
  ///
  /// - Parameters:
  ///   - briefs: With what the memories have; each engine is asked for all of them together.
  ///   - diagnostics: Where faults go.
  /// - Returns: As many briefs as there were.
  func filling(_ briefs: [BilingualBrief], _ diagnostics: Diagnostics) async -> [BilingualBrief] {
    let (filled, failures) = await translator.filling(briefs)
    diagnostics.tell(failures.filter { !$0.fault.isRefusal })
    if remembers { keep(filled, diagnostics) }
    return filled
  }

  /// Adds what engines gave as units of state machine.
  private func keep(_ briefs: [BilingualBrief], _ diagnostics: Diagnostics) {
    guard let store else {
      diagnostics.failure(
        "--remember needs a memory; make one with breve memory add, or name it with --memory")
      return
    }
    do {
      let memory = try SearchableMemory(path: store, .write)
      let moment = Moment(seconds: SystemFacts.secondsSince1970)
      var units: [(engine: String, units: [TranslationUnit])] = []
      for brief in briefs {
        for unit in brief.machineUnits where kept.insert(unit.source).inserted {
          var machine = TranslationUnit(
            [Variant(.french, unit.source), Variant(.english, unit.target)], state: .machine)
          machine.sourceLanguage = .french
          machine.document = brief.brief.article.path.map { Brief.stem($0) }
          machine.engine = unit.engine
          machine.created = Stamp(date: moment, user: unit.engine)
          machine.changed = machine.created
          if units.last?.engine != unit.engine { units.append((unit.engine, [])) }
          units[units.count - 1].units.append(machine)
        }
      }
      for (engine, units) in units {
        _ = try memory.store.add(units, by: Stamp(date: moment, user: engine))
      }
      memory.updateIndexesIfPossible()
    } catch {
      diagnostics.failure("\(error)")
    }
  }
}

extension Diagnostics {
  /// Says what engines failed at; what they answered when they were asked again is no failure.
  func tell(_ failures: [EngineTranslator.Failure]) {
    for failure in failures {
      if failure.isMended { note(failure.inWords) } else { self.failure(failure.inWords) }
    }
  }
}
