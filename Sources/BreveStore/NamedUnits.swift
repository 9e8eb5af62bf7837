// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import GRDB

/// The units that a file brought when it was imported before, by their names (`tuid`).
///
/// A file is the same if its name is, without folders and packing. Units that people changed since are told, so that an
/// old file does not undo their work.
struct NamedUnits {
  /// What there is of a name.
  enum Answer {
    /// A unit that may be brought up to date.
    case unit(TranslationUnit)
    /// A unit that was changed in the memory since.
    case changed(Int)
    case none
  }

  private var places = Fingerprints()
  private var isEmpty = true
  /// Ids that an earlier unit of this import has answered to.
  private var taken: Set<Int> = []

  init(file: String?, _ database: Database) throws {
    guard let file else { return }
    let name = Self.plain(file)
    let runs = try Row.fetchAll(database, sql: "SELECT first, count, file FROM run ORDER BY number")
    for run in runs {
      guard let other = run.shortText(2), Self.plain(other) == name else { continue }
      let (first, count) = (try run.number(0), try run.number(1))
      let units = try unsafe RawStatement(
        "SELECT id, name FROM unit WHERE id >= ? AND id < ? AND name IS NOT NULL ORDER BY id",
        UnitWriter.connection(database))
      units.bind(1, first)
      units.bind(2, first + count)
      while try units.step() {
        places.insert(Self.key(units.text(1)), units.number(0))
        isEmpty = false
      }
    }
  }

  /// What the memory has of a unit of the file: the one with its name that is most like it.
  ///
  /// - Parameters:
  ///   - unit: As the file has it.
  ///   - database: Within the transaction.
  /// - Returns: Nothing if the unit has no name, or there was none of that name.
  /// - Throws: What the database says.
  mutating func answer(to unit: TranslationUnit, _ database: Database) throws -> Answer {
    guard !isEmpty, let name = unit.name else { return .none }
    var best: (unit: TranslationUnit, alike: Int)?
    for id in places.ids(of: Self.key(name)) where !taken.contains(id) {
      guard let stored = try UnitReader.unit(id, database), stored.name == name else { continue }
      let alike = unit.variants.count { variant in stored.variants.contains { $0.isLike(variant) } }
      let isShared = unit.variants.contains { variant in
        stored.variants.contains { $0.language == variant.language }
      }
      if isShared, best.map({ alike > $0.alike }) ?? true { best = (stored, alike) }
    }
    guard let best else { return .none }
    taken.insert(best.unit.id)
    if best.alike == unit.variants.count { return .unit(best.unit) }
    let byHand = try Int.fetchOne(
      database, sql: "SELECT 1 FROM change WHERE unit = ? AND kind <> ? LIMIT 1",
      arguments: [best.unit.id, UnitChange.Kind.updated.rawValue])
    return byHand == nil ? .unit(best.unit) : .changed(best.unit.id)
  }

  /// The name of a file without folders, `.gz` and `.xz`.
  private static func plain(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".gz", ".xz"] where name.hasSuffix(ending) { name.removeLast(3) }
    return name
  }

  private static func key(_ name: String) -> UInt64 { Fingerprints.variant("", name) }
}

extension Variant {
  /// Whether it says the same, with the same tags.
  func isLike(_ other: Variant) -> Bool {
    language == other.language && text == other.text && tags == other.tags
  }
}
