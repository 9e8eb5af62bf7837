// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveSystem
internal import BreveText
internal import Dispatch
internal import GRDB
internal import Synchronization

/// Looks at every text of a memory, on all processors, and gives the units that may have what is looked for, by number.
///
/// Texts are compared where they lie in SQLite's pages; only those that hold a literal are handed to the filter. Units
/// are taken in rounds, so that little is done in vain when there are enough.
struct PatternScan: Sendable {
  /// Units that one thread looks at in a round.
  private static let batch = 8_192

  private let path: String
  private let filter: TextFilter
  private let literals: LiteralFinder?
  /// Of the variants that are looked at, without region.
  private let languages: Set<String>

  init(_ path: String, _ filter: TextFilter, languages: [Language]) {
    self.path = path
    self.filter = filter
    literals = LiteralFinder(filter.literals)
    self.languages = Set(languages.map(\.primary))
  }

  /// Gives the units one after the other until `body` wants no more.
  ///
  /// - Parameters:
  ///   - last: The greatest number of a unit.
  ///   - progress: Is told how many units were looked at.
  ///   - body: Takes a unit; says whether more are wanted.
  /// - Throws: ``StoreError``, or what `body` throws.
  func forEachUnit(
    to last: Int, progress: (Int) -> Void, _ body: (Int) throws -> Bool
  ) throws {
    let lanes = try (0..<max(1, Machine.processors)).map { _ in try Lane(path) }
    var first = 1
    while first <= last {
      let start = first
      DispatchQueue.concurrentPerform(iterations: lanes.count) { number in
        let from = start + number * Self.batch
        let lane = lanes[number]
        lane.keep(
          Result { try units(from: from, to: min(last + 1, from + Self.batch), in: lane.store) })
      }
      for lane in lanes {
        for unit in try lane.units() where try !body(unit) { return }
      }
      first += lanes.count * Self.batch
      progress(min(last, first - 1))
    }
  }

  /// The units from `first`, `end` not among them, of which a text has what is looked for.
  private func units(from first: Int, to end: Int, in store: MemoryStore) throws -> [Int] {
    guard first < end else { return [] }
    let ranges = filter.make()
    return try store.read { database in
      let statement = try unsafe RawStatement(
        "SELECT id, language, text FROM variant WHERE id >= ?1 AND id < ?2 ORDER BY id",
        UnitWriter.connection(database))
      statement.bind(1, first << 8)
      statement.bind(2, end << 8)
      var found: [Int] = []
      var known: [String: Bool] = [:]
      while try statement.step() {
        let unit = statement.number(0) >> 8
        if found.last == unit { continue }
        if let literals, !statement.withBytes(2, { literals.mayStand(in: $0) }) { continue }
        let tag = statement.text(1)
        let isLookedAt = known[tag] ?? languages.contains(Language(tag).primary)
        known[tag] = isLookedAt
        if isLookedAt, !ranges(statement.text(2)).isEmpty { found.append(unit) }
      }
      return found
    }
  }

  /// The connection of one thread, and what it found in the last round.
  private final class Lane: Sendable {
    let store: MemoryStore
    private let result = Mutex<Result<[Int], any Error>>(.success([]))

    init(_ path: String) throws(StoreError) { store = try MemoryStore(path: path) }

    func keep(_ found: Result<[Int], any Error>) { result.withLock { $0 = found } }

    func units() throws -> [Int] { try result.withLock { $0 }.get() }
  }
}
