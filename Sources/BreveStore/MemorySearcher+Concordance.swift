// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText
internal import GRDB

extension MemorySearcher {
  /// The units that hold some words, in either language.
  ///
  /// Units with the words in the source come first, then those with them in the target; the shortest first, then by
  /// number. No more is read than the limit needs.
  ///
  /// Without words, every unit is looked at, by number, on all processors.
  ///
  /// - Parameters:
  ///   - request: The words, the languages, and how many.
  ///   - filter: What else is asked for; units with it on neither side that is searched are left out.
  ///   - progress: Where every unit is looked at, is told the greatest number so far, and that of the last unit.
  /// - Returns: At most `request.limit` units, each once.
  /// - Throws: ``StoreError``.
  public func concordance(
    _ request: ConcordanceRequest, filter: TextFilter? = nil,
    progress: (_ unit: Int, _ last: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> [ConcordanceMatch] {
    do {
      return try memory.store.reading { database in
        try refresh(database)
        let finder = ConcordanceFinder(request, filter?.make(), try matchRows(database))
        defer { finder.rows.clear() }
        guard request.limit > 0 else { return [] }
        for language in finder.languages {
          for tag in tags(of: language) {
            finder.queries[tag] = try query(request, tag, database)
          }
        }
        if request.words.isEmpty {
          guard let filter else { return [] }
          let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM unit") ?? 0
          let scan = PatternScan(memory.store.path, filter, languages: finder.languages)
          try scan.forEachUnit(to: last, progress: { progress($0, last) }) {
            try finder.take($0, nil)
          }
          return finder.found
        }
        for language in finder.languages {
          for tag in tags(of: language) {
            guard let query = finder.queries[tag], finder.found.count < request.limit else {
              continue
            }
            try concordances.forEachUnit(with: query, in: try index(tag, database)) {
              try finder.take(Int($0), tag)
            }
          }
        }
        return finder.found
      }
    } catch { throw StoreError(error, memory.store.path) }
  }

  private func query(
    _ request: ConcordanceRequest, _ tag: String, _ database: Database
  ) throws -> ConcordanceQuery {
    let index = try index(tag, database)
    let inflections = InflectionFinder(language: Language(tag))
    return ConcordanceQuery(request.words, isPhrase: request.isPhrase) { word in
      request.hasInflections ? inflections.forms(of: word, in: index) : []
    }
  }
}

/// Collects the units of a concordance.
private final class ConcordanceFinder {
  let request: ConcordanceRequest
  let filter: ((String) -> [Range<Int>])?
  let rows: MatchRows
  /// By the tag of the language.
  var queries: [String: ConcordanceQuery] = [:]
  private(set) var found: [ConcordanceMatch] = []
  private var seen: Set<Int> = []

  init(
    _ request: ConcordanceRequest, _ filter: ((String) -> [Range<Int>])?, _ rows: MatchRows
  ) {
    self.request = request
    self.filter = filter
    self.rows = rows
  }

  /// The languages that are searched.
  var languages: [Language] {
    switch request.side {
    case .both: [request.source, request.target]
    case .source: [request.source]
    case .target: [request.target]
    }
  }

  /// Takes a unit if it is asked for.
  ///
  /// - Returns: Whether more are wanted.
  func take(_ id: Int, _ tag: String?) throws -> Bool {
    guard !seen.contains(id), let facts = try rows.facts(id), request.states.contains(facts.state)
    else { return true }
    let unit = TranslationUnit(try rows.variants(of: id))
    let source = side(.source, of: unit, request.source, tag)
    let target = side(.target, of: unit, request.target, tag)
    if filter != nil, !source.passes, !target.passes { return true }
    seen.insert(id)
    found.append(
      ConcordanceMatch(
        unit: id, state: facts.state, line: facts.line, source: source.text, target: target.text))
    return found.count < request.limit
  }

  private func side(
    _ side: ConcordanceRequest.Side, of unit: TranslationUnit, _ language: Language,
    _ tag: String?
  ) -> (text: ConcordanceMatch.Text?, passes: Bool) {
    let exact = unit.variants.first { $0.language.tag == tag }
    let variant =
      exact.flatMap { $0.language.primary == language.primary ? $0 : nil }
      ?? unit.variant(language)
    guard let variant else { return (nil, false) }
    guard request.side == .both || request.side == side else {
      return (ConcordanceMatch.Text(text: variant.text, hits: []), false)
    }
    let filtered = filter.map { $0(variant.text) } ?? []
    let hits =
      request.words.isEmpty
      ? filtered : queries[variant.language.tag]?.ranges(in: variant.text) ?? []
    return (ConcordanceMatch.Text(text: variant.text, hits: hits), !filtered.isEmpty)
  }
}
