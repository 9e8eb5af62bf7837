// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryDeduplicate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deduplicate",
    abstract: "Remove units whose texts are all in another unit; undo brings them back.",
    discussion: """
      Of units with the same languages and texts the one of the best state stays, and of those the first. With --dry-run \
      nothing is removed.

      EXAMPLES:
        breve memory deduplicate --dry-run
        breve memory deduplicate --user anne
      """)

  @Flag(help: "Only print what would be removed.")
  var dryRun = false

  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    let path = try memory.path()
    try withMemory {
      let memory = try SearchableMemory(path: path, dryRun ? .read : .write)
      let removed = try Self.duplicates(memory.store)
      var count = 0
      var rest = removed[...]
      // What is printed is done: the lines of a batch come when it is on the disk.
      func tell(_ units: [Int]) {
        var lines = ""
        for unit in units {
          rest = rest.drop { $0.unit < unit }
          guard let (unit, kept) = rest.first else { break }
          lines += "unit \(unit) is unit \(kept)\n"
        }
        StandardStream.output(lines)
        count += units.count
      }
      let units = removed.map(\.unit)
      if dryRun {
        tell(units)
      } else {
        try memory.store.change(units, by: user.stamp, { _ in .remove }, done: tell)
        if count > 0 { memory.updateIndexesIfPossible() }
      }
      Diagnostics().note("\(count) \(dryRun ? "to be removed" : "removed")")
    }
  }

  /// The units to go, by number, each with the one that stays.
  private static func duplicates(_ store: MemoryStore) throws -> [(unit: Int, kept: Int)] {
    var best: [[String]: (unit: Int, state: UnitState)] = [:]
    var groups: [[String]: [Int]] = [:]
    try store.forEachUnit { unit in
      let key = key(unit)
      groups[key, default: []].append(unit.id)
      guard let known = best[key] else {
        best[key] = (unit.id, unit.state)
        return
      }
      if rank(unit.state) > rank(known.state) { best[key] = (unit.id, unit.state) }
    }
    return groups.flatMap { key, units -> [(unit: Int, kept: Int)] in
      guard units.count > 1, let kept = best[key]?.unit else { return [] }
      return units.filter { $0 != kept }.map { (unit: $0, kept: kept) }
    }.sorted { $0.unit < $1.unit }
  }

  private static func key(_ unit: TranslationUnit) -> [String] {
    unit.variants.map { $0.language.tag + "\t" + $0.text + "\t" + $0.tags.map(\.code).joined() }
      .sorted()
  }

  private static func rank(_ state: UnitState) -> Int {
    switch state {
    case .rejected: 0
    case .machine: 1
    case .draft: 2
    case .imported: 3
    case .reviewed: 4
    case .approved: 5
    }
  }
}

struct MemoryMerge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract:
      "Take the units of other memories into one; those that are there already are not added.",
    discussion: """
      EXAMPLES:
        breve memory merge desk.memory freelance.memory
        breve memory merge all.memory laws.memory news.memory --state approved
      """)

  @Argument(help: "The memory that grows; it is made if it is not there.")
  var into: String

  @Argument(help: ArgumentHelp("The memories that are read.", valueName: "memory"))
  var others: [String]

  @OptionGroup var filter: UnitFilterArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    try withMemory {
      let memory = try SearchableMemory(path: into, .create)
      for other in others {
        var report = ImportReport(file: other)
        let store = try MemoryStore(path: other)
        try memory.importUnits(by: user.stamp, file: other) { session in
          try store.forEachUnit { unit in
            if filter.takes(unit) { report.count(try session.add(unit), unit) }
          }
        }
        StandardStream.output(report.taken)
      }
    }
  }
}

struct MemorySplit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Copy the units that filters choose into another memory, or move them there.",
    discussion: """
      EXAMPLES:
        breve memory split law.memory --domain law
        breve memory split old.memory --document 2019.html --move
      """)

  @Argument(help: "The memory the units go to; it is made if it is not there.")
  var into: String

  @Flag(help: "Remove them here; undo brings them back.")
  var move = false

  @OptionGroup var filter: UnitFilterArguments
  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func validate() throws {
    if filter.isEmpty {
      throw ValidationError("which units? Give --state, --project, --domain, --document or --has")
    }
  }

  func run() async throws {
    let path = try memory.path()
    try withMemory {
      let memory = try SearchableMemory(path: path, move ? .write : .read)
      let other = try SearchableMemory(path: into, .create)
      var report = ImportReport(file: path)
      var moved: [Int] = []
      try other.importUnits(by: user.stamp, file: path) { session in
        try memory.store.forEachUnit { unit in
          guard filter.takes(unit) else { return }
          report.count(try session.add(unit), unit)
          moved.append(unit.id)
        }
      }
      if move {
        try memory.store.change(moved, by: user.stamp) { _ in .remove }
        memory.updateIndexesIfPossible()
      }
      StandardStream.output(report.taken)
      if moved.isEmpty { throw ExitCode(1) }
    }
  }
}

/// Which units of a memory are meant.
struct UnitFilterArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only units of this state; may be given more than once.", valueName: UnitState.names))
  var state: [UnitState] = []

  @Option(help: "Only units of this project.")
  var project: String?

  @Option(help: "Only units of this subject field.")
  var domain: String?

  @Option(help: ArgumentHelp("Only units of this document.", valueName: "name"))
  var document: String?

  @Option(help: ArgumentHelp("Only units with a text in this language.", valueName: "tag"))
  var has: String?

  var isEmpty: Bool {
    state.isEmpty && project == nil && domain == nil && document == nil && has == nil
  }

  /// Whether a unit passes.
  func takes(_ unit: TranslationUnit) -> Bool {
    (state.isEmpty || state.contains(unit.state))
      && (project == nil || unit.project == project) && (domain == nil || unit.domain == domain)
      && (document == nil || unit.document == document)
      && (has.map { unit.variant(Language($0)) != nil } ?? true)
  }
}
