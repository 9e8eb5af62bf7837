// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText
internal import FoundationEssentials
internal import GRDB

/// How much there is in a memory.
public struct MemoryStatistics: Hashable, Sendable {
  /// Units in it.
  public var units = 0
  /// Units with a variant of one language only, which are never offered as a translation.
  public var incomplete = 0
  /// Variants of each language, the most frequent first, then by tag.
  public var languages: [(language: Language, variants: Int)] = []
  /// Units of each state, in the order of the states; those that occur.
  public var states: [(state: UnitState, units: Int)] = []
  /// UTF-8 bytes of all variants.
  public var textBytes = 0
  /// Changes since it was made.
  public var changes = 0

  public static func == (one: MemoryStatistics, other: MemoryStatistics) -> Bool {
    one.units == other.units && one.incomplete == other.incomplete
      && one.textBytes == other.textBytes && one.changes == other.changes
      && one.languages.elementsEqual(other.languages, by: ==)
      && one.states.elementsEqual(other.states, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(units)
    hasher.combine(changes)
  }
}

extension MemoryStore {
  /// Counts what there is; reads the whole memory.
  public func statistics() throws(StoreError) -> MemoryStatistics {
    try read { database in
      var statistics = MemoryStatistics()
      statistics.changes = try UnitWriter.generation(database)
      let states = try Row.fetchCursor(
        database, sql: "SELECT state, count(*) FROM unit GROUP BY state ORDER BY state")
      while let row = try states.next() {
        guard let code = UInt8(exactly: try row.number(0)), let state = UnitState(code: code) else {
          throw RecordReader.Damage()
        }
        let units = try row.number(1)
        statistics.states.append((state, units))
        statistics.units += units
      }
      var counts: [String: Int] = [:]
      var unit = 0
      var variants = 0
      let all = try unsafe RawStatement(
        "SELECT id >> 8, language, length(CAST(text AS BLOB)) FROM variant ORDER BY id",
        UnitWriter.connection(database))
      while try all.step() {
        if all.number(0) != unit {
          if variants == 1 { statistics.incomplete += 1 }
          (unit, variants) = (all.number(0), 0)
        }
        variants += 1
        counts[all.text(1), default: 0] += 1
        statistics.textBytes += all.number(2)
      }
      if variants == 1 { statistics.incomplete += 1 }
      statistics.languages = counts.map { (Language($0.key), $0.value) }
        .sorted { (-$0.1, $0.0.tag) < (-$1.1, $1.0.tag) }
      return statistics
    }
  }

  /// Gives the room of what was removed back, and moves the write-ahead log into the file.
  ///
  /// No unit and no change is lost.
  public func compact() throws(StoreError) {
    do {
      try queue.writeWithoutTransaction { database in
        try Self.shortenLog(database)
        try database.execute(sql: "VACUUM")
        try Self.shortenLog(database)
      }
    } catch { throw StoreError(error, path) }
  }

  /// Writes a copy that is a memory itself: the state of one moment, whatever others write meanwhile.
  ///
  /// - Parameter copy: The file, which must not be there yet. It is there whole, or not at all.
  /// - Throws: ``StoreError`` if it is there or cannot be written.
  public func backUp(to copy: String) throws(StoreError) {
    guard !FileManager.default.fileExists(atPath: copy) else {
      throw StoreError(.notWritable("a file is there already"), copy)
    }
    let temporary = copy + ".new"
    do {
      do {
        try? FileManager.default.removeItem(atPath: temporary)
        let target = try DatabaseQueue(path: temporary)
        try queue.backup(to: target)
        try target.writeWithoutTransaction { database in
          try database.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try target.close()
        guard rename(temporary, copy) else {
          throw StoreError(.notWritable("the folder does not allow it"), copy)
        }
      } catch {
        try? FileManager.default.removeItem(atPath: temporary)
        throw error
      }
    } catch { throw StoreError(error, copy) }
  }

  private func rename(_ old: String, _ new: String) -> Bool {
    (try? FileManager.default.moveItem(atPath: old, toPath: new)) != nil
  }

  /// What is wrong with the file: all pages, all indexes, and that each variant has its unit and each unit a variant.
  ///
  /// - Returns: Nothing if the memory is sound.
  public func faults() throws(StoreError) -> [String] {
    try read { database in
      var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      faults.removeAll { $0 == "ok" }
      let checks = [
        (
          "units without a variant",
          "SELECT count(*) FROM unit WHERE NOT EXISTS (SELECT 1 FROM variant WHERE variant.id >= unit.id * 256 AND variant.id < unit.id * 256 + 256)"
        ),
        (
          "variants without a unit",
          "SELECT count(*) FROM variant WHERE NOT EXISTS (SELECT 1 FROM unit WHERE unit.id = variant.id >> 8)"
        ),
        (
          "changes numbered twice",
          "SELECT count(*) FROM change JOIN run ON change.number BETWEEN run.number AND run.number + run.count - 1 WHERE run.number = (SELECT max(number) FROM run WHERE number <= change.number)"
        ),
      ]
      for (name, sql) in checks {
        let count = try Int.fetchOne(database, sql: sql) ?? 0
        if count > 0 { faults.append("\(count) \(name)") }
      }
      return faults
    }
  }
}
