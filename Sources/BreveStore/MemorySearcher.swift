// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveIndex
internal import BreveMemory
internal import BreveText
internal import GRDB

/// Looks texts up in a memory; it holds the buffers of one thread, and a connection of its own.
///
/// What another process or thread has changed is found from the next look-up on.
///
/// ```swift
/// let searcher = try MemorySearcher(path: "breve.memory")
/// for match in try searcher.matches(for: "Le ministre a signé.", MemoryRequest(limit: 3)) {
///   print(match.rate.percent, match.source, match.target ?? "-")
/// }
/// ```
public final class MemorySearcher {
  let memory: SearchableMemory
  private var matcher = TokenMatcher()
  private var folders: [String: (folder: TokenIndexFolder?, index: TokenIndex)] = [:]
  private var languages: Set<String> = []
  var concordances = ConcordanceSearch()
  private var rows: MatchRows?
  /// SQLite's count of the commits of others when the indexes were looked at; nil before.
  private var version: Int?

  /// Opens a memory to look texts up.
  ///
  /// - Parameter path: Its file.
  /// - Throws: ``StoreError``.
  public convenience init(path: String) throws(StoreError) {
    self.init(try SearchableMemory(path: path))
  }

  /// Looks texts up in a memory that is open; what is changed through it is found with the next look-up.
  public init(_ memory: SearchableMemory) { self.memory = memory }

  /// The units that are most like a text, best first, equal rates by number.
  ///
  /// Nothing that reaches the least rate is missing, but for the limit.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - request: Languages, least rate, and how many.
  /// - Returns: At most `request.limit` matches.
  /// - Throws: ``StoreError``.
  public func matches(
    for text: String, _ request: MemoryRequest
  ) throws(StoreError)
    -> [MemoryMatch]
  {
    do {
      return try memory.store.reading { database in
        try refresh(database)
        return try find(text, request, database)
      }
    } catch { throw StoreError(error, memory.store.path) }
  }

  func refresh(_ database: Database) throws {
    let statement = try database.cachedStatement(sql: "PRAGMA data_version")
    let now = try Int.fetchOne(statement).map { $0 &+ database.totalChangesCount << 32 }
    if now == version { return }
    version = now
    languages = try UnitWriter.languages(database)
    folders = folders.mapValues { ($0.folder, TokenIndex(stamp: .max)) }
  }

  /// The index of a language as the database is now.
  func index(_ language: String, _ database: Database) throws -> TokenIndex {
    if let known = folders[language], known.index.stamp != .max { return known.index }
    let found = try memory.keeper.index(language, reusing: folders[language]?.folder, database)
    folders[language] = found
    return found.1
  }

  /// The variants of a language that there are, sorted.
  func tags(of language: Language) -> [String] {
    languages.filter { Language($0).primary == language.primary }.sorted()
  }

  func matchRows(_ database: Database) throws -> MatchRows {
    if let rows { return rows }
    let rows = try MatchRows(database)
    self.rows = rows
    return rows
  }

  private func find(
    _ text: String, _ request: MemoryRequest, _ database: Database
  ) throws -> [MemoryMatch] {
    let tags = tags(of: request.source)
    let rows = try matchRows(database)
    defer { rows.clear() }
    let judge = MatchJudge(text, request, rows)
    var found: [MemoryMatch] = []
    for tag in tags {
      let index = try index(tag, database)
      let query = text.utf8Span.span
      var wanted = MatchRequest(
        metric: request.metric, minimum: request.minimum, limit: request.limit)
      let candidates = try matcher.matches(for: query, in: index, wanted) {
        try judge.rate(of: $0, tag)
      }
      var inContext: [MatchCandidate] = []
      if judge.hasContext {
        wanted.minimum = .exact
        inContext = try matcher.matches(for: query, in: index, wanted) {
          try judge.isInContext(Int($0.unit)) ? try judge.rate(of: $0, tag) : nil
        }
      }
      let known = Set(inContext.map(\.unit))
      for candidate in inContext {
        if let match = try match(candidate, tag, request, judge, isInContext: true) {
          found.append(match)
        }
      }
      for candidate in candidates where !known.contains(candidate.unit) {
        if let match = try match(candidate, tag, request, judge) { found.append(match) }
      }
    }
    if tags.count > 1 {
      found.sort {
        $0.rate != $1.rate
          ? $0.rate > $1.rate
          : $0.isInContext != $1.isInContext ? $0.isInContext : $0.unit < $1.unit
      }
      var seen: Set<Int> = []
      found = found.filter { seen.insert($0.unit).inserted }
    }
    return Array(found.prefix(request.limit))
  }

  private func match(
    _ candidate: MatchCandidate, _ tag: String, _ request: MemoryRequest, _ judge: MatchJudge,
    isInContext: Bool = false
  ) throws -> MemoryMatch? {
    let id = Int(candidate.unit)
    guard let unit = try judge.unit(id),
      let source = unit.texts.first(where: { $0.tag == tag })
    else { return nil }
    let variants = unit.texts.map { Variant(Language($0.tag), $0.text) }
    return MemoryMatch(
      unit: id, rate: candidate.rate, penalties: try judge.penalties(id, tag),
      isInContext: isInContext, source: source.text,
      target: TranslationUnit(variants).variant(request.target)?.text, line: unit.line,
      state: unit.state)
  }
}
