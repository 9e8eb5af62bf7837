// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import GRDB

extension MemoryStore {
  public func generation() throws(StoreError) -> Int {
    try read { try UnitWriter.generation($0) }
  }

  public func units(_ ids: [Int]) throws(StoreError) -> [TranslationUnit] {
    try read { database in try ids.compactMap { try UnitReader.unit($0, database) } }
  }

  public func units(after id: Int, limit: Int) throws(StoreError) -> [TranslationUnit] {
    try read { try UnitReader.units(after: id, limit: limit, $0) }
  }

  public func add(_ unit: TranslationUnit, by stamp: Stamp) throws(StoreError) -> Int {
    try write { try $0.add(unit, stamp, file: nil) }
  }

  /// Adds units in one transaction: all of them, or none.
  ///
  /// - Parameters:
  ///   - units: Their `id` is not looked at.
  ///   - stamp: Who adds them, and when.
  /// - Returns: Their ids.
  /// - Throws: ``StoreError``.
  public func add(_ units: [TranslationUnit], by stamp: Stamp) throws(StoreError) -> [Int] {
    try write { writer in try units.map { try writer.add($0, stamp, file: nil) } }
  }

  public func replace(
    with unit: TranslationUnit, as kind: UnitChange.Kind, by stamp: Stamp
  )
    throws(StoreError)
  {
    try write { writer in
      guard let before = try UnitReader.unit(unit.id, writer.database) else {
        throw StoreError(.noUnit(unit.id), path)
      }
      try writer.replace(before, with: unit, as: kind, stamp)
    }
  }

  public func remove(_ id: Int, by stamp: Stamp) throws(StoreError) {
    try write { writer in
      guard let before = try UnitReader.unit(id, writer.database) else {
        throw StoreError(.noUnit(id), path)
      }
      try writer.replace(before, with: nil, as: .removed, stamp)
    }
  }

  /// Gives every unit by ascending id, in constant memory; all of one state of the memory.
  ///
  /// - Parameter body: Is called for each unit; what it throws is thrown on.
  /// - Throws: What `body` throws, or ``StoreError``.
  public func forEachUnit(_ body: (TranslationUnit) throws -> Void) throws {
    try reading { database in
      try database.inTransaction(.deferred) {
        do {
          try UnitReader.forEach(after: 0, limit: .max, database, body)
        } catch let error as RecordReader.Damage { throw StoreError(error, path) }
        return .commit
      }
    }
  }
}
