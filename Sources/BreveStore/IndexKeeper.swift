// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveIndex
internal import BreveMemory
internal import BreveSystem
internal import BreveText
internal import GRDB

/// Keeps the indexes beside a memory in step with it: one a language, each in a folder of `MEMORY.index/`.
///
/// The stamp of an index is the number of the last change it knows, and 24 bits of that change's mark. So an index that is
/// behind is told from one of another memory, as after a copy was put back: the first one is brought up to date from
/// the history, the other is built anew. The memory is always right; an index can be thrown away at any time.
struct IndexKeeper {
  /// As many changes are taken up in memory when a reader finds an index behind; more are written down.
  static let mostInMemory = 64

  let memory: String
  /// Whether nothing may be written beside the memory: what an index lacks is then taken up in memory.
  let isReadOnly: Bool

  init(_ memory: String, isReadOnly: Bool = false) {
    self.memory = memory
    self.isReadOnly = isReadOnly
  }

  private var folder: String { memory + ".index" }

  /// The folder of a language's index.
  func path(_ language: String) -> String { folder + "/" + language }

  /// The languages that have an index, sorted.
  var languages: [String] {
    SystemFolder.names(folder).filter { SystemFile.kind(path($0)) == .folder }
  }

  // MARK: Reading

  /// The index of a language, of the state that the database has now.
  ///
  /// - Parameters:
  ///   - language: Its tag.
  ///   - old: An earlier state of it, of which what did not change is taken over.
  ///   - database: Within a transaction.
  /// - Returns: The state on the disk, nothing if there is none that may be used or made, and the same with what it lacks.
  /// - Throws: What the database says, or the system where an index has to be written.
  func index(
    _ language: String, reusing old: TokenIndexFolder?, _ database: Database
  ) throws -> (TokenIndexFolder?, TokenIndex) {
    let stamp = try Self.stamp(database)
    var folder = try? old.map { try $0.refreshed() } ?? TokenIndexFolder(path(language))
    if let known = folder?.index.stamp, known != stamp {
      let isKnown = try Self.isOfThisMemory(known, database)
      let lag = Self.generation(stamp) - Self.generation(known)
      if isKnown, isReadOnly || lag <= Self.mostInMemory, let folder {
        return (folder, try caughtUp(folder.index, language, database))
      }
      folder = nil
    }
    if let folder { return (folder, folder.index) }
    if isReadOnly {
      return (nil, try caughtUp(TokenIndex(stamp: 0), language, database))
    }
    try bringUpToDate(language, database)
    let written = try TokenIndexFolder(path(language))
    return (written, written.index)
  }

  private func caughtUp(
    _ index: TokenIndex, _ language: String, _ database: Database
  ) throws -> TokenIndex {
    var recent = index.recent
    try Self.changes(after: Self.generation(index.stamp), language, database) { unit, text in
      if let text {
        recent.put(unit: unit, text: text.utf8Span.span)
      } else {
        recent.remove(unit: unit)
      }
    }
    return TokenIndex(
      segments: index.segments, recent: recent, stamp: try Self.stamp(database))
  }

  // MARK: Writing

  /// Brings the index of a language to the state of the database, on the disk.
  @discardableResult
  func bringUpToDate(_ language: String, _ database: Database) throws -> TokenIndexWriter {
    guard SystemFolder.make(folder) else {
      throw StoreError(.notWritable("the folder \(folder) cannot be made"), memory)
    }
    var writer: TokenIndexWriter
    do { writer = try TokenIndexWriter(path(language)) } catch is IndexError {
      writer = try TokenIndexWriter(path(language), replacing: true)
    }
    let stamp = try Self.stamp(database)
    if writer.stamp == stamp, stamp != 0 || SystemFile.kind(path(language) + "/index") == .regular {
      return writer
    }
    var start = Self.generation(writer.stamp)
    if try !Self.isOfThisMemory(writer.stamp, database) || start == 0 {
      // Its lock is given back before it is taken anew.
      writer = try Self.replaced(consume writer, path(language))
      start = 0
    }
    try Self.changes(after: start, language, database) { unit, text in
      if let text {
        try writer.put(unit: unit, text: text.utf8Span.span)
      } else if start > 0 {
        try writer.remove(unit: unit)
      }
    }
    try writer.commit(stamp: stamp, durably: false)
    return writer
  }

  /// A writer of an index; a new one begins with nothing, whatever is there.
  func writer(_ language: String, isNew: Bool) throws -> TokenIndexWriter {
    guard SystemFolder.make(folder) else {
      throw StoreError(.notWritable("the folder \(folder) cannot be made"), memory)
    }
    return try TokenIndexWriter(path(language), replacing: isNew)
  }

  private static func replaced(
    _ writer: consuming TokenIndexWriter, _ path: String
  ) throws -> TokenIndexWriter {
    _ = consume writer
    return try TokenIndexWriter(path, replacing: true)
  }

  /// Brings all indexes that there are to the state of the database.
  func bringUpToDate(_ database: Database) throws {
    for language in languages { try bringUpToDate(language, database) }
  }

  /// Makes one segment of each index, without what is no longer there; one that is damaged is built anew.
  func compact(_ database: Database) throws {
    for language in languages {
      let isIntact = (try? TokenIndexFolder(path(language)).isIntact) ?? false
      if !isIntact {
        SystemFolder.removeFile(path(language) + "/index")
      }
      try bringUpToDate(language, database).compact()
    }
  }

  // MARK: Stamps

  /// The stamp of the state that the database has.
  static func stamp(_ database: Database) throws -> UInt64 {
    let generation = try UnitWriter.generation(database)
    return UInt64(generation) << 24 | (try mark(generation, database) ?? 0)
  }

  static func generation(_ stamp: UInt64) -> Int { Int(stamp >> 24) }

  /// Whether the memory was once in the state that a stamp tells.
  static func isOfThisMemory(_ stamp: UInt64, _ database: Database) throws -> Bool {
    try mark(generation(stamp), database) == stamp & 0xFF_FFFF
  }

  /// 24 bits of the mark of a change that ended a transaction; nil if there is none of this number.
  private static func mark(_ generation: Int, _ database: Database) throws -> UInt64? {
    if generation == 0 { return 0 }
    let mark = try Int64.fetchOne(
      database,
      sql: """
        SELECT mark FROM change WHERE number = ?1 UNION ALL
        SELECT mark FROM run WHERE number = (SELECT max(number) FROM run WHERE number <= ?1)
          AND number + count - 1 = ?1
        """, arguments: [generation])
    return mark.map { UInt64(bitPattern: $0) & 0xFF_FFFF }
  }

  /// Gives each unit that was touched since, with its text now; nil if it has none any more.
  private static func changes(
    after generation: Int, _ language: String, _ database: Database,
    _ body: (UInt32, String?) throws -> Void
  ) throws {
    let (added, changed) = try MemoryStore.touched(after: generation, database)
    let rows = try unsafe RawStatement(
      "SELECT id >> 8, text FROM variant WHERE id >= ?1 AND id < ?2 AND language = ?3 ORDER BY id",
      UnitWriter.connection(database))
    func each(_ ids: Range<Int>, _ body: (UInt32, String) throws -> Void) throws {
      rows.clear()
      rows.bind(1, ids.lowerBound << 8)
      rows.bind(2, ids.upperBound << 8)
      rows.bind(3, language)
      while try rows.step() { try body(UInt32(truncatingIfNeeded: rows.number(0)), rows.text(1)) }
      rows.clear()
    }
    let later = Set(changed)
    for range in added {
      try each(range) { unit, text in if !later.contains(Int(unit)) { try body(unit, text) } }
    }
    for id in changed {
      var text: String?
      try each(id..<id + 1) { text = $1 }
      try body(UInt32(truncatingIfNeeded: id), text)
    }
  }
}
