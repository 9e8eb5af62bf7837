// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText
internal import GRDB

/// The statements of look-ups.
final class MatchRows {
  private let unit: RawStatement
  private let variants: RawStatement
  private let variant: RawStatement
  private let neighbours: RawStatement

  init(_ database: Database) throws {
    let connection = unsafe try UnitWriter.connection(database)
    unsafe unit = try RawStatement("SELECT state, line FROM unit WHERE id = ?1", connection)
    unsafe variants = try RawStatement(
      "SELECT language, text FROM variant WHERE id >= ?1 AND id < ?2 ORDER BY id", connection)
    unsafe variant = try RawStatement(
      "SELECT text, details FROM variant WHERE id >= ?1 AND id < ?2 AND language = ?3", connection)
    unsafe neighbours = try RawStatement(
      "SELECT previous, next FROM unit WHERE id = ?1", connection)
  }

  /// Ends what is running, so that no old state of the file is held.
  func clear() {
    unit.clear()
    variants.clear()
    variant.clear()
    neighbours.clear()
  }

  /// The state and the line of a unit; nil if it is not there.
  func facts(_ id: Int) throws -> (state: UnitState, line: Int?)? {
    unit.clear()
    unit.bind(1, id)
    guard try unit.step() else { return nil }
    guard let code = UInt8(exactly: unit.number(0)), let state = UnitState(code: code) else {
      throw RecordReader.Damage()
    }
    return (state, unit.isNull(1) ? nil : unit.number(1))
  }

  /// The texts of a unit, without their tags.
  func variants(of id: Int) throws -> [Variant] {
    variants.clear()
    variants.bind(1, id << 8)
    variants.bind(2, (id + 1) << 8)
    var found: [Variant] = []
    while try variants.step() {
      found.append(Variant(Language(variants.text(0)), variants.text(1)))
    }
    return found
  }

  /// The variant of a unit in one language, with its tags.
  func variant(of id: Int, _ tag: String) throws -> Variant? {
    variant.clear()
    variant.bind(1, id << 8)
    variant.bind(2, (id + 1) << 8)
    variant.bind(3, tag)
    guard try variant.step() else { return nil }
    var found = Variant(Language(tag), variant.text(0))
    if !variant.isNull(1) { try UnitRecord.read(variant.blob(1), into: &found) }
    return found
  }

  /// The source segments before and after a unit, where they are known.
  func neighbours(of id: Int) throws -> (previous: String?, next: String?) {
    neighbours.clear()
    neighbours.bind(1, id)
    guard try neighbours.step() else { return (nil, nil) }
    return (
      neighbours.isNull(0) ? nil : neighbours.text(0),
      neighbours.isNull(1) ? nil : neighbours.text(1)
    )
  }
}
