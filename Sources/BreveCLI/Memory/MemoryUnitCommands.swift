// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveMemory
import BreveStore
import BreveSystem

/// What is told of a unit besides its texts.
struct UnitFactArguments: ParsableArguments {
  @Option(help: "The project it belongs to.")
  var project: String?

  @Option(help: "Its subject field.")
  var domain: String?

  @Option(help: ArgumentHelp("The document the source is from.", valueName: "name"))
  var document: String?

  @Option(help: "A remark for people; may be given more than once.")
  var note: [String] = []

  /// Sets what was given.
  func apply(to unit: inout TranslationUnit) {
    if let project { unit.project = project }
    if let domain { unit.domain = domain }
    if let document { unit.document = document }
    unit.notes += note.map { UnitNote($0) }
  }
}

struct MemoryAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a unit and print its number.",
    discussion: """
      EXAMPLES:
        breve memory add "Mise en demeure" "Formal notice"
        breve memory add "Formal notice" "Mise en demeure" --pair en fr --state approved
      """)

  @Argument(help: "The segment in the language of the source.")
  var source: String

  @Argument(help: "The segment in the language of the target; may be missing.")
  var target: String?

  @Option(help: ArgumentHelp("Its state.", valueName: UnitState.names))
  var state: UnitState = .draft

  @OptionGroup var facts: UnitFactArguments
  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    let stamp = user.stamp
    let texts = ([source, target].compactMap { $0 } + pair.others).prefix(2)
    let variants = zip([pair.source, pair.target], texts).filter { !$0.1.isEmpty }
      .map { Variant($0.0, $0.1) }
    if variants.isEmpty { throw ValidationError("a unit needs a text") }
    var unit = TranslationUnit(variants, state: state, created: stamp, changed: stamp)
    unit.sourceLanguage = pair.source
    facts.apply(to: &unit)
    let path = try memory.path()
    try withMemory {
      let memory = try SearchableMemory(path: path, .create)
      let id = try memory.store.add(unit, by: stamp)
      memory.updateIndexesIfPossible()
      StandardStream.output("\(id)\n")
      Diagnostics().note(
        "unit \(id) added to \(path) as \(state.rawValue)"
          + (state == .draft
            ? "; briefs use it when it is reviewed: breve memory review \(id)" : ""))
    }
  }
}

struct MemoryEdit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change the texts or facts of a unit; what was there before stays in its history.",
    discussion: """
      EXAMPLES:
        breve memory edit 1204 --target "Letter of formal notice"
        breve memory edit 1204 --project "Justice" --state draft
      """)

  @Argument(help: "The number of the unit.")
  var unit: Int

  @Option(help: ArgumentHelp("The new text in the language of the source.", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("The new text in the language of the target.", valueName: "text"))
  var target: String?

  @Option(
    help: ArgumentHelp("The new state; draft if a text is changed.", valueName: UnitState.names))
  var state: UnitState?

  @OptionGroup var facts: UnitFactArguments
  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    let stamp = user.stamp
    let path = try memory.path()
    try withMemory {
      let memory = try SearchableMemory(path: path, .write)
      let store = memory.store
      guard var edited = try store.units([unit]).first else { throw store.noUnit(unit) }
      let before = edited
      set(source, pair.source, &edited, stamp)
      set(target, pair.target, &edited, stamp)
      facts.apply(to: &edited)
      if let state { edited.state = state } else if edited != before { edited.state = .draft }
      guard edited != before else {
        Diagnostics().note("unit \(unit) is as it was; give --source, --target or another option")
        throw ExitCode(1)
      }
      edited.changed = stamp
      try store.replace(with: edited, as: .edited, by: stamp)
      memory.updateIndexesIfPossible()
    }
  }

  /// Gives a variant a new text; its tags, which stand at places of the old one, go.
  private func set(
    _ text: String?, _ language: Language, _ unit: inout TranslationUnit, _ stamp: Stamp
  ) {
    guard let text else { return }
    let chosen = unit.variant(language)?.language
    if let place = unit.variants.firstIndex(where: { $0.language == chosen }) {
      guard unit.variants[place].text != text else { return }
      if text.isEmpty {
        unit.variants.remove(at: place)
        return
      }
      unit.variants[place].text = text
      unit.variants[place].tags = []
      unit.variants[place].changed = stamp
    } else if !text.isEmpty {
      unit.variants.append(Variant(language, text, created: stamp))
    }
  }
}

struct MemoryRemove: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove units; undo brings them back.",
    discussion: """
      EXAMPLE:
        breve memory remove 1204 1205
      """)

  @Argument(help: "The numbers of the units.")
  var units: [Int]

  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    let path = try memory.path()
    try forEachUnit(units, in: path) { store, id in try store.remove(id, by: user.stamp) }
  }
}

struct MemoryReview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Set the state of units.",
    discussion: """
      EXAMPLES:
        breve memory review 1204 1205
        breve memory review 1204 --state approved
        breve memory review 1204 --state rejected
      """)

  @Argument(help: "The numbers of the units.")
  var units: [Int]

  @Option(help: ArgumentHelp("The state they get.", valueName: UnitState.names))
  var state: UnitState = .reviewed

  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    let path = try memory.path()
    let stamp = user.stamp
    try forEachUnit(units, in: path) { store, id in
      guard var unit = try store.units([id]).first else { throw store.noUnit(id) }
      guard unit.state != state else { return }
      unit.state = state
      unit.changed = stamp
      try store.replace(with: unit, as: .reviewed, by: stamp)
    }
  }
}

struct MemoryUndo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take the last change of units back; again takes back the one before.",
    discussion: """
      EXAMPLE:
        breve memory undo 1204
      """)

  @Argument(help: "The numbers of the units.")
  var units: [Int]

  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    let path = try memory.path()
    try forEachUnit(units, in: path) { store, id in
      guard let change = try store.undo(id, by: user.stamp) else {
        if try store.history(of: id).isEmpty { throw store.noUnit(id) }
        Diagnostics().note("unit \(id): there is nothing left to take back")
        return
      }
      StandardStream.output(MemoryLog.line(change) + "\n")
    }
  }
}

/// Does something to each unit; one that is not there does not stop the others.
private func forEachUnit(
  _ units: [Int], in path: String, _ body: (MemoryStore, Int) throws -> Void
) throws {
  try withMemory {
    let memory = try SearchableMemory(path: path, .write)
    let store = memory.store
    defer { memory.updateIndexesIfPossible() }
    let diagnostics = Diagnostics()
    for id in units {
      do { try body(store, id) } catch let error as StoreError {
        guard case .noUnit = error.kind else { throw error }
        diagnostics.failure(error)
      }
    }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }
}

extension UnitState {
  static var names: String { allCases.map(\.rawValue).joined(separator: "|") }
}
