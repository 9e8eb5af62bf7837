// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// The tables of a memory, and the way from each version to the next.
///
/// The version stands in SQLite's `user_version`; `application_id` tells a memory from other databases.
enum StoreSchema {
  /// "BrvM", so that `file` and other programs do not take a memory for theirs.
  static let application = 0x4272_764D

  /// The version that this program writes.
  static var current: Int { migrations.count }

  /// What leads from the version of its place to the next one.
  ///
  /// A step is never changed once it is out.
  private static let migrations: [String] = [
    """
    CREATE TABLE unit (
      id INTEGER PRIMARY KEY, state INTEGER NOT NULL, line INTEGER,
      created INTEGER, created_by TEXT, changed INTEGER, changed_by TEXT,
      name TEXT, project TEXT, domain TEXT, document TEXT, range_start INTEGER, range_end INTEGER,
      previous TEXT, next TEXT, source_language TEXT, details BLOB) STRICT;
    -- The id is 256 times the unit's, plus the place in the unit: variants of a unit lie side by side.
    CREATE TABLE variant (
      id INTEGER PRIMARY KEY, language TEXT NOT NULL, text TEXT NOT NULL, details BLOB) STRICT;
    -- The languages that there are, or were, variants of.
    CREATE TABLE language (tag TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
    -- Units that were added one after the other: `count` changes in one row. The mark tells this state of the memory
    -- from one that a copy came to in another way: an index is of one state only.
    CREATE TABLE run (
      number INTEGER PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL,
      date INTEGER, user TEXT, file TEXT, mark INTEGER NOT NULL DEFAULT (random())) STRICT;
    CREATE UNIQUE INDEX run_first ON run (first);
    -- All other changes; `before` is the whole unit, NULL if there was none.
    CREATE TABLE change (
      number INTEGER PRIMARY KEY, unit INTEGER NOT NULL, kind TEXT NOT NULL, date INTEGER,
      user TEXT, undoes INTEGER, before BLOB, mark INTEGER NOT NULL DEFAULT (random())) STRICT;
    CREATE INDEX change_unit ON change (unit, number);
    """,
    """
    -- What engines answered, by a digest of what they were asked; nothing is lost with it.
    CREATE TABLE answer (
      key TEXT PRIMARY KEY NOT NULL, engine TEXT NOT NULL, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """,
  ]

  /// Brings a database to the current version.
  ///
  /// - Returns: Whether there was anything to do.
  static func migrate(_ database: Database, _ path: String) throws {
    guard try needsMigration(database, path) else { return }
    try database.inTransaction(.immediate) {
      // Another program may have been quicker.
      let found = try version(database)
      for step in migrations.dropFirst(found) { try database.execute(sql: step) }
      try database.execute(sql: "PRAGMA application_id = \(application)")
      try database.execute(sql: "PRAGMA user_version = \(current)")
      return .commit
    }
  }

  /// Whether the database is older than this program.
  ///
  /// - Throws: ``StoreError`` if it is newer, or no memory.
  static func needsMigration(_ database: Database, _ path: String) throws -> Bool {
    let found = try version(database)
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try mark == 0 && Int.fetchOne(database, sql: "PRAGMA schema_version") == 0
    guard isEmpty || mark == application else { throw StoreError(.notMemory, path) }
    guard found <= current else {
      throw StoreError(.newerSchema(found: found, known: current), path)
    }
    return found < current
  }

  private static func version(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }
}
