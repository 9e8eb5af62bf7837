// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveText
internal import GRDB

/// An import in progress: units go in one by one, and all of them are kept at the end, or none.
///
/// What is there already is found by the texts of all variants: a unit whose variants all stand in one unit of the memory
/// is a duplicate; one that has a variant of the memory's and languages that are missing there completes it; all others
/// are added, also a second translation of one source. A unit with a name (`tuid`) that the same file brought before takes
/// the place of that one, with a line in its history, unless people changed it since.
public final class ImportSession {
  /// What became of a unit.
  public enum Outcome: Hashable, Sendable {
    case added(Int)
    /// A unit that was there got the languages it had not, or what the file says now.
    case updated(Int)
    case duplicate(of: Int)
    /// It has no text, or the memory has it otherwise since.
    case skipped(String)
  }

  private let writer: UnitWriter
  private let stamp: Stamp
  private let file: String?
  private var known = Fingerprints()
  private var named: NamedUnits
  private let variants: RawStatement
  /// Told of each variant that is new, with the id of its unit.
  private let sink: (Int, Variant) -> Void

  init(
    _ writer: UnitWriter, _ stamp: Stamp, file: String?,
    sink: @escaping (Int, Variant) -> Void
  ) throws {
    self.writer = writer
    self.stamp = stamp
    self.file = file
    self.sink = sink
    named = try NamedUnits(file: file, writer.database)
    variants = try unsafe RawStatement(
      "SELECT language, text, details FROM variant WHERE id >= ? AND id < ? ORDER BY id",
      UnitWriter.connection(writer.database))
    try readFingerprints()
  }

  /// Takes a unit in.
  ///
  /// - Parameter unit: Its `id` is not looked at; variants without text are left out.
  /// - Returns: What became of it.
  /// - Throws: ``StoreError`` if the memory cannot be written.
  public func add(_ unit: TranslationUnit) throws -> Outcome {
    var unit = unit
    if unit.variants.contains(where: \.text.isEmpty) {
      unit.variants.removeAll { $0.text.isEmpty && $0.tags.isEmpty }
    }
    if unit.variants.isEmpty { return .skipped("there is no text in it") }
    if unit.variants.count > 256 { return .skipped("it has more than 256 variants") }
    let hashes = unit.variants.map { Fingerprints.variant($0.language.tag, $0.text) }
    switch try named.answer(to: unit, writer.database) {
    case .none: break
    case .changed(let id):
      return .skipped("unit \(id) was changed in the memory since it was imported")
    case .unit(let stored): return try update(stored, to: unit)
    }
    if let id = try duplicate(of: unit, hashes) { return .duplicate(of: id) }
    if let id = try incomplete(unit, hashes), try complete(id, with: unit) {
      return .updated(id)
    }
    let id = try writer.add(unit, stamp, file: file)
    known.insert(unit: id, variants: hashes)
    for variant in unit.variants { sink(id, variant) }
    return .added(id)
  }

  /// Brings a unit up to date; languages that the file does not have stay.
  private func update(_ before: TranslationUnit, to unit: TranslationUnit) throws -> Outcome {
    let news = unit.variants.filter { variant in !before.variants.contains { $0.isLike(variant) } }
    if news.isEmpty { return .duplicate(of: before.id) }
    var after = unit
    after.id = before.id
    after.variants += before.variants.filter { variant in
      !unit.variants.contains { $0.language == variant.language }
    }.prefix(256 - unit.variants.count)
    try writer.replace(before, with: after, as: .updated, stamp)
    for variant in news { sink(before.id, variant) }
    known.insert(
      unit: before.id,
      variants: after.variants.map { Fingerprints.variant($0.language.tag, $0.text) })
    return .updated(before.id)
  }

  /// A unit of the memory that has all the variants of another.
  private func duplicate(of unit: TranslationUnit, _ hashes: [UInt64]) throws -> Int? {
    for key in [Fingerprints.unit(hashes), hashes[0]] {
      for id in known.ids(of: key) {
        let stored = try storedVariants(id)
        let isContained = unit.variants.allSatisfy { variant in
          stored.contains { $0.isLike(variant) }
        }
        if isContained { return id }
      }
    }
    return nil
  }

  /// A unit of the memory that has one of the variants and no other.
  private func incomplete(_ unit: TranslationUnit, _ hashes: [UInt64]) throws -> Int? {
    guard hashes.count > 1 else { return nil }
    for (place, hash) in hashes.enumerated() {
      for id in known.ids(of: Fingerprints.unit([hash])) {
        let stored = try storedVariants(id)
        let variant = unit.variants[place]
        if stored.count == 1, stored[0].isLike(variant) { return id }
      }
    }
    return nil
  }

  private func complete(_ id: Int, with unit: TranslationUnit) throws -> Bool {
    guard let before = try UnitReader.unit(id, writer.database) else { return false }
    var after = before
    for variant in unit.variants
    where !after.variants.contains(where: { $0.language == variant.language }) {
      after.variants.append(variant)
      sink(id, variant)
    }
    after.changed = unit.changed
    try writer.replace(before, with: after, as: .updated, stamp)
    known.insert(
      unit: id,
      variants: after.variants.map { Fingerprints.variant($0.language.tag, $0.text) })
    return true
  }

  private func storedVariants(_ id: Int) throws -> [Variant] {
    var found: [Variant] = []
    variants.clear()
    variants.bind(1, id << 8)
    variants.bind(2, (id + 1) << 8)
    while try variants.step() {
      var variant = Variant(Language(variants.text(0)), variants.text(1))
      if !variants.isNull(2) { try UnitRecord.read(variants.blob(2), into: &variant) }
      found.append(variant)
    }
    variants.clear()
    return found
  }

  private func readFingerprints() throws {
    let all = try unsafe RawStatement(
      "SELECT id >> 8, language, text FROM variant ORDER BY id",
      UnitWriter.connection(writer.database))
    var id = 0
    var hashes: [UInt64] = []
    while try all.step() {
      let next = all.number(0)
      if next != id, !hashes.isEmpty {
        known.insert(unit: id, variants: hashes)
        hashes.removeAll(keepingCapacity: true)
      }
      id = next
      hashes.append(Fingerprints.variant(all.text(1), all.text(2)))
    }
    if !hashes.isEmpty { known.insert(unit: id, variants: hashes) }
  }
}
