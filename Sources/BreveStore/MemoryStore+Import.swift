// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import GRDB

extension MemoryStore {
  /// Takes units in, all or none.
  ///
  /// - Parameters:
  ///   - stamp: Who does it, and when.
  ///   - file: The name of the file they come from, for the history.
  ///   - body: Hands the units to the session; what it throws is thrown on, and then nothing is changed.
  /// - Throws: What `body` throws, or ``StoreError``.
  public func importUnits(
    by stamp: Stamp, file: String?, _ body: (ImportSession) throws -> Void
  ) throws {
    try importUnits(by: stamp, file: file, begin: { _ in }, sink: { _, _ in }, body)
  }

  /// The same; `begin` is called within the transaction before the first unit, and `sink` is told of each variant that is new, with the id of its unit.
  func importUnits(
    by stamp: Stamp, file: String?, begin: (Database) throws -> Void,
    sink: @escaping (Int, Variant) -> Void,
    _ body: (ImportSession) throws -> Void
  ) throws {
    try queue.writeWithoutTransaction { database in
      do {
        try database.inTransaction(.immediate) {
          try begin(database)
          let writer = try UnitWriter(database)
          let session = try ImportSession(writer, stamp, file: file, sink: sink)
          try body(session)
          try writer.finish()
          return .commit
        }
        try Self.shortenLog(database)
      } catch let error as DatabaseError { throw StoreError(error, path) }
    }
  }

  /// Moves what the write-ahead log holds into the file, if no one reads an older state of it.
  static func shortenLog(_ database: Database) throws {
    let rows = try Row.fetchCursor(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    while try rows.next() != nil {}
  }
}
