// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText
internal import GRDB

/// The statements of look-ups.
final class MatchRows {
  private let unit: RawStatement
  private let variants: RawStatement
  private let whole: RawStatement
  private let neighbours: RawStatement

  init(_ database: Database) throws {
    let connection = unsafe try UnitWriter.connection(database)
    unsafe unit = try RawStatement("SELECT state, line FROM unit WHERE id = ?1", connection)
    unsafe variants = try RawStatement(
      "SELECT language, text FROM variant WHERE id >= ?1 AND id < ?2 ORDER BY id", connection)
    // In one go: the texts of a match are most of what a look-up costs.
    unsafe whole = try RawStatement(
      """
      SELECT unit.state, unit.line, variant.language, variant.text, variant.details
      FROM unit CROSS JOIN variant
      WHERE unit.id = ?1 AND variant.id >= ?2 AND variant.id < ?3 ORDER BY variant.id
      """, connection)
    unsafe neighbours = try RawStatement(
      "SELECT previous, next FROM unit WHERE id = ?1", connection)
  }

  /// Ends what is running, so that no old state of the file is held.
  func clear() {
    unit.clear()
    variants.clear()
    whole.clear()
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

  /// What a match says of a unit.
  struct Unit {
    let state: UnitState
    let line: Int?
    fileprivate(set) var texts: [(tag: String, text: String, details: [UInt8]?)] = []

    /// Its variant in one language, with its tags; nil if it has none.
    func variant(_ tag: String) throws -> Variant? {
      guard let own = texts.first(where: { $0.tag == tag }) else { return nil }
      var found = Variant(Language(tag), own.text)
      if let details = own.details { try UnitRecord.read(details, into: &found) }
      return found
    }
  }

  /// A unit with its texts; nil if it is not there.
  func unit(_ id: Int) throws -> Unit? {
    whole.clear()
    whole.bind(1, id)
    whole.bind(2, id << 8)
    whole.bind(3, (id + 1) << 8)
    var found: Unit?
    while try whole.step() {
      if found == nil {
        guard let code = UInt8(exactly: whole.number(0)), let state = UnitState(code: code) else {
          throw RecordReader.Damage()
        }
        found = Unit(state: state, line: whole.isNull(1) ? nil : whole.number(1))
      }
      found?.texts.append((whole.text(2), whole.text(3), whole.isNull(4) ? nil : whole.blob(4)))
    }
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
