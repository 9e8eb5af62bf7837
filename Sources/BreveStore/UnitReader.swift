// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText
internal import GRDB

/// Reads units from the tables.
enum UnitReader {
  static func unit(_ id: Int, _ database: Database) throws -> TranslationUnit? {
    let statement = try database.cachedStatement(sql: "SELECT * FROM unit WHERE id = ?")
    // A cursor's row, not a copied one: that has strings of GRDB, which end at a NUL.
    let rows = try Row.fetchCursor(statement, arguments: [id])
    guard let row = try rows.next() else { return nil }
    var unit = try unit(row)
    let variants = try database.cachedStatement(
      sql: "SELECT id, language, text, details FROM variant WHERE id >= ? AND id < ? ORDER BY id")
    let cursor = try Row.fetchCursor(variants, arguments: [id << 8, (id + 1) << 8])
    while let row = try cursor.next() { unit.variants.append(try variant(row)) }
    return unit
  }

  /// Units by ascending id, with two cursors side by side.
  static func units(after id: Int, limit: Int, _ database: Database) throws -> [TranslationUnit] {
    var result: [TranslationUnit] = []
    try forEach(after: id, limit: limit, database) { result.append($0) }
    return result
  }

  static func forEach(
    after id: Int, limit: Int, _ database: Database, _ body: (TranslationUnit) throws -> Void
  ) throws {
    let units = try Row.fetchCursor(
      try database.cachedStatement(sql: "SELECT * FROM unit WHERE id > ? ORDER BY id LIMIT ?"),
      arguments: [id, limit])
    let variants = try Row.fetchCursor(
      try database.cachedStatement(
        sql: "SELECT id, language, text, details FROM variant WHERE id >= ? ORDER BY id"),
      arguments: [(id + 1) << 8])
    var next = try variants.next()
    while let row = try units.next() {
      var unit = try unit(row)
      while let row = next {
        let owner = try row.number(0) >> 8
        if owner > unit.id { break }
        if owner == unit.id { unit.variants.append(try variant(row)) }
        next = try variants.next()
      }
      try body(unit)
    }
  }

  private static func unit(_ row: Row) throws -> TranslationUnit {
    guard let code = UInt8(exactly: try row.number(1)), let state = UnitState(code: code) else {
      throw RecordReader.Damage()
    }
    var unit = TranslationUnit(id: try row.number(0), [], state: state)
    unit.line = try row.optionalNumber(2)
    unit.created = stamp(try row.optionalNumber(3), try text(row, 4))
    unit.changed = stamp(try row.optionalNumber(5), try text(row, 6))
    unit.name = try text(row, 7)
    unit.project = try text(row, 8)
    unit.domain = try text(row, 9)
    unit.document = try text(row, 10)
    unit.range = UnitRecord.range(try row.optionalNumber(11), try row.optionalNumber(12))
    unit.previous = try text(row, 13)
    unit.next = try text(row, 14)
    unit.sourceLanguage = try text(row, 15).map { Language($0) }
    if let details = try bytes(row, 16) { try UnitRecord.read(details, into: &unit) }
    return unit
  }

  private static func variant(_ row: Row) throws -> Variant {
    guard let language = row.shortText(1) else { throw RecordReader.Damage() }
    var variant = Variant(Language(language), try text(row, 2) ?? "")
    if let details = try bytes(row, 3) { try UnitRecord.read(details, into: &variant) }
    return variant
  }

  /// GRDB's own strings end at a NUL, which texts may hold.
  private static func text(_ row: Row, _ column: Int) throws -> String? {
    try row.withUnsafeData(atIndex: column) { data in
      data.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func bytes(_ row: Row, _ column: Int) throws -> [UInt8]? {
    try row.withUnsafeData(atIndex: column) { data in data.map { [UInt8]($0) } }
  }

  static func stamp(_ date: Int?, _ user: String?) -> Stamp {
    Stamp(date: date.map { Moment(seconds: $0) }, user: user)
  }
}
