// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import GRDB

extension MemoryStore {
  public func history(of id: Int) throws(StoreError) -> [UnitChange] {
    try read { database in
      let rows = try ChangeRow.ofUnit(id, database)
      let last = try UnitReader.unit(id, database)
      return try rows.indices.map { place in
        let after = place + 1 < rows.count ? try rows[place + 1].beforeUnit : last
        return try rows[place].change(after: after)
      }
    }
  }

  public func changes(after generation: Int, limit: Int) throws(StoreError) -> [UnitChange] {
    try read { database in
      try ChangeRow.after(generation, limit: limit, database).map { row in
        let next = try ChangeRow.next(after: row, database)
        let after =
          try next.map { try $0.beforeUnit } ?? UnitReader.unit(row.unit, database)
        return try row.change(after: after)
      }
    }
  }

  /// Ids of the units that a range of changes touched, ascending, each once.
  ///
  /// - Parameters:
  ///   - generation: The number of the last change that is not asked for.
  ///   - database: Where they are read.
  /// - Returns: Runs of added units as ranges of ids, and the ids that other changes touched.
  /// - Throws: What the database says.
  static func touched(
    after generation: Int, _ database: Database
  ) throws -> (
    added: [Range<Int>], changed: [Int]
  ) {
    let runs = try Row.fetchAll(
      database,
      sql:
        "SELECT number, first, count FROM run WHERE number + count > ? AND number > ? ORDER BY number",
      arguments: [generation + 1, try ChangeRow.runStart(generation, database)])
    let added = try runs.map { row in
      let (number, first, count) = (try row.number(0), try row.number(1), try row.number(2))
      let start = first + max(0, generation + 1 - number)
      guard start <= first + count else { throw RecordReader.Damage() }
      return start..<first + count
    }
    let changed = try Int.fetchAll(
      database, sql: "SELECT DISTINCT unit FROM change WHERE number > ? ORDER BY unit",
      arguments: [generation])
    return (added, changed)
  }

  public func undo(_ id: Int, by stamp: Stamp) throws(StoreError) -> UnitChange? {
    let isDone = try write { writer -> Bool in
      let rows = try ChangeRow.ofUnit(id, writer.database)
      let undone = Set(rows.compactMap(\.undoes))
      guard
        let last = rows.last(where: { $0.kind != .undone && !undone.contains($0.number) })
      else { return false }
      let current = try UnitReader.unit(id, writer.database)
      let target = try last.beforeUnit
      switch (current, target) {
      case (let current?, _):
        try writer.replace(current, with: target, as: .undone, stamp, undoing: last.number)
      case (nil, let target?): try writer.restore(target, stamp, undoing: last.number)
      case (nil, nil): return false
      }
      return true
    }
    return isDone ? try history(of: id).last : nil
  }
}

/// A line of the history as it is stored.
struct ChangeRow {
  let number: Int
  let unit: Int
  let kind: UnitChange.Kind
  let stamp: Stamp
  let undoes: Int?
  let before: [UInt8]?

  var beforeUnit: TranslationUnit? {
    get throws { try before.map { try UnitRecord.unit($0) } }
  }

  func change(after: TranslationUnit?) throws -> UnitChange {
    UnitChange(
      number: number, unit: unit, kind: kind, stamp: stamp, before: try beforeUnit, after: after)
  }

  /// All of a unit, oldest first.
  static func ofUnit(_ id: Int, _ database: Database) throws -> [ChangeRow] {
    let run = try Row.fetchOne(
      database,
      sql: """
        SELECT number + ?1 - first, ?1, 'added', date, user, NULL, NULL FROM run
        WHERE first = (SELECT max(first) FROM run WHERE first <= ?1) AND first + count > ?1
        """, arguments: [id])
    let changes = try Row.fetchAll(
      database, sql: "SELECT * FROM change WHERE unit = ? ORDER BY number", arguments: [id])
    return try ((run.map { [$0] } ?? []) + changes).map { try ChangeRow($0) }
  }

  /// The first one of the same unit after another.
  static func next(after row: ChangeRow, _ database: Database) throws -> ChangeRow? {
    try Row.fetchOne(
      database, sql: "SELECT * FROM change WHERE unit = ? AND number > ? ORDER BY number LIMIT 1",
      arguments: [row.unit, row.number]
    ).map { try ChangeRow($0) }
  }

  /// Those after a number, in order of time.
  static func after(_ number: Int, limit: Int, _ database: Database) throws -> [ChangeRow] {
    var rows = try Row.fetchAll(
      database, sql: "SELECT * FROM change WHERE number > ? ORDER BY number LIMIT ?",
      arguments: [number, limit]
    ).map { try ChangeRow($0) }
    let runs = try Row.fetchCursor(
      database,
      sql: "SELECT number, first, count, date, user FROM run WHERE number > ? ORDER BY number",
      arguments: [try runStart(number, database)])
    var added = 0
    while added < limit, let run = try runs.next() {
      let (start, first, count) = (try run.number(0), try run.number(1), try run.number(2))
      let stamp = UnitReader.stamp(try run.optionalNumber(3), run.shortText(4))
      guard start >= 0, first >= 0, count >= 0 else { throw RecordReader.Damage() }
      let from = max(0, number + 1 - start)
      for place in from..<from + max(0, min(count - from, limit - added)) {
        rows.append(
          ChangeRow(
            number: start + place, unit: first + place, kind: .added,
            stamp: stamp, undoes: nil, before: nil))
        added += 1
      }
    }
    rows.sort { $0.number < $1.number }
    return Array(rows.prefix(limit))
  }

  /// One less than the number of the run that a change may be in: what `number >` has to be compared with.
  static func runStart(_ number: Int, _ database: Database) throws -> Int {
    (try Int.fetchOne(
      database, sql: "SELECT max(number) FROM run WHERE number <= ?", arguments: [number])
      ?? 1) - 1
  }
}

extension ChangeRow {
  fileprivate init(_ row: Row) throws {
    guard let kind = row.shortText(2).flatMap({ UnitChange.Kind(rawValue: $0) }) else {
      throw RecordReader.Damage()
    }
    self.init(
      number: try row.number(0), unit: try row.number(1), kind: kind,
      stamp: UnitReader.stamp(try row.optionalNumber(3), row.shortText(4)),
      undoes: try row.optionalNumber(5),
      before: try row.withUnsafeData(atIndex: 6) { $0.map { [UInt8]($0) } })
  }
}
