// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText
internal import FoundationEssentials
internal import GRDB

/// Writes units and changes within one transaction.
final class UnitWriter {
  let database: Database
  private let insertUnit: RawStatement
  private let insertVariant: RawStatement
  /// The number of the last change, the open run's included.
  private(set) var generation: Int
  /// The id that the next new unit gets.
  private(set) var nextUnit: Int
  private var languages: Set<String>
  private var run: (number: Int, first: Int, count: Int, stamp: Stamp, file: String?)?

  init(_ database: Database) throws {
    self.database = database
    let connection = unsafe try Self.connection(database)
    unsafe insertUnit = try RawStatement(
      """
      INSERT INTO unit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
      """, connection)
    unsafe insertVariant = try RawStatement(
      "INSERT INTO variant VALUES (?1, ?2, ?3, ?4)", connection)
    languages = try Self.languages(database)
    generation = try Self.generation(database)
    nextUnit =
      try Int.fetchOne(
        database, sql: "SELECT first + count FROM run ORDER BY number DESC LIMIT 1") ?? 1
  }

  @unsafe static func connection(_ database: Database) throws -> OpaquePointer {
    guard let connection = unsafe database.sqliteConnection else {
      throw StoreError(.database("the connection is closed"), "")
    }
    return unsafe connection
  }

  /// The languages that there are, or were, variants of.
  static func languages(_ database: Database) throws -> Set<String> {
    let statement = try database.cachedStatement(sql: "SELECT tag FROM language")
    return try String.fetchSet(statement)
  }

  static func generation(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT max(ifnull((SELECT number + count - 1 FROM run ORDER BY number DESC LIMIT 1), 0),
                   ifnull((SELECT max(number) FROM change), 0))
        """) ?? 0
  }

  /// Adds a unit as a new one.
  ///
  /// - Returns: Its id.
  func add(_ unit: TranslationUnit, _ stamp: Stamp, file: String?) throws -> Int {
    let id = nextUnit
    try insert(unit, as: id)
    nextUnit += 1
    generation += 1
    if run == nil { run = (generation, id, 0, stamp, file) }
    run?.count += 1
    return id
  }

  /// Puts a unit in the place of the one with its id, with a line in the history.
  func replace(
    _ before: TranslationUnit, with unit: TranslationUnit?, as kind: UnitChange.Kind,
    _ stamp: Stamp, undoing undone: Int? = nil
  ) throws {
    try delete(before.id)
    if let unit { try insert(unit, as: before.id) }
    try record(before.id, kind, stamp, undone, UnitRecord.bytes(of: before))
  }

  /// Brings a removed unit back.
  func restore(_ unit: TranslationUnit, _ stamp: Stamp, undoing undone: Int) throws {
    try insert(unit, as: unit.id)
    try record(unit.id, .undone, stamp, undone, nil)
  }

  /// Writes what is still open; the transaction may be committed then.
  func finish() throws {
    guard let run else { return }
    try database.execute(
      sql: "INSERT INTO run (number, first, count, date, user, file) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        run.number, run.first, run.count, run.stamp.date?.seconds, run.stamp.user, run.file,
      ])
    self.run = nil
  }

  private func record(
    _ unit: Int, _ kind: UnitChange.Kind, _ stamp: Stamp, _ undone: Int?, _ before: [UInt8]?
  ) throws {
    try finish()
    generation += 1
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO change (number, unit, kind, date, user, undoes, before)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: [
        generation, unit, kind.rawValue, stamp.date?.seconds, stamp.user, undone,
        before.map { Data($0) },
      ])
  }

  private func delete(_ id: Int) throws {
    try database.cachedStatement(sql: "DELETE FROM unit WHERE id = ?").execute(arguments: [id])
    try database.cachedStatement(sql: "DELETE FROM variant WHERE id >= ? AND id < ?")
      .execute(arguments: [id << 8, (id + 1) << 8])
  }

  private func insert(_ unit: TranslationUnit, as id: Int) throws {
    guard !unit.variants.isEmpty else { throw StoreError(.badUnit("it has no variant"), "") }
    guard unit.variants.count <= 256 else {
      throw StoreError(.badUnit("it has more than 256 variants"), "")
    }
    insertUnit.clear()
    insertUnit.bind(1, id)
    insertUnit.bind(2, Int(unit.state.code))
    insertUnit.bind(3, unit.line)
    insertUnit.bind(4, unit.created.date?.seconds)
    insertUnit.bind(5, unit.created.user)
    insertUnit.bind(6, unit.changed.date?.seconds)
    insertUnit.bind(7, unit.changed.user)
    insertUnit.bind(8, unit.name)
    insertUnit.bind(9, unit.project)
    insertUnit.bind(10, unit.domain)
    insertUnit.bind(11, unit.document)
    insertUnit.bind(12, unit.range?.lowerBound)
    insertUnit.bind(13, unit.range?.upperBound)
    insertUnit.bind(14, unit.previous)
    insertUnit.bind(15, unit.next)
    insertUnit.bind(16, unit.sourceLanguage?.tag)
    insertUnit.bind(17, UnitRecord.details(of: unit))
    try insertUnit.step()
    for (place, variant) in unit.variants.enumerated() {
      if languages.insert(variant.language.tag).inserted {
        try database.execute(
          sql: "INSERT INTO language VALUES (?)", arguments: [variant.language.tag])
      }
      insertVariant.clear()
      insertVariant.bind(1, id << 8 | place)
      insertVariant.bind(2, variant.language.tag)
      insertVariant.bind(3, variant.text)
      insertVariant.bind(4, UnitRecord.details(of: variant))
      try insertVariant.step()
    }
    // Left as they are, statements would hold the transaction open.
    insertUnit.clear()
    insertVariant.clear()
  }
}
