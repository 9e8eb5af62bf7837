// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
public import BreveStore
internal import BreveText

/// The units of a durable memory (`breve memory`), looked up by its index.
public struct StoredSegments: SegmentSource {
  private let searcher: MemorySearcher
  private let store: MemoryStore
  private let name: String
  /// Units that are told apart where many have the same text.
  private static let most = 50

  /// Opens the memory at `path` for look-ups.
  ///
  /// - Parameter path: Its file.
  /// - Throws: ``StoreError``.
  public init(path: String) throws(StoreError) {
    let memory = try SearchableMemory(path: path)
    searcher = MemorySearcher(memory)
    store = memory.store
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  func exactMatches(_ text: String, states: Set<UnitState>) throws -> [FoundUnit] {
    let key = SegmentKey(text)
    let request = MemoryRequest(minimum: .exact, limit: Self.most, states: states)
    let matches = try searcher.matches(for: text, request).filter {
      $0.target != nil && SegmentKey($0.source) == key
    }
    let units = try store.units(matches.map(\.unit))
    return matches.map { match in
      let unit = units.first { $0.id == match.unit }
      var found = found(match, previous: unit?.previous, next: unit?.next)
      if match.state == .machine { found.engine = unit?.engine }
      return found
    }
  }

  func fuzzyMatch(
    _ text: String, minimum: MatchRate, states: Set<UnitState>, rejected: Set<SegmentKey>
  ) throws -> (unit: FoundUnit, rate: MatchRate)? {
    let request = MemoryRequest(minimum: minimum, limit: Self.most, states: states)
    let match = try searcher.matches(for: text, request).first { match in
      guard let target = match.target, !target.isEmpty else { return false }
      return rejected.isEmpty || !rejected.contains(SegmentKey(target))
    }
    return match.map { (found($0, previous: nil, next: nil), $0.rate) }
  }

  func units(of part: MemoryPart, states: Set<UnitState>) throws -> [FoundUnit] {
    // Other capitals take one percent off; one token of so few takes off eight.
    let request = MemoryRequest(minimum: MatchRate(percent: 97), limit: Self.most, states: states)
    return try searcher.matches(for: part.text, request).filter { $0.target?.isEmpty == false }
      .map { found($0, previous: nil, next: nil) }
  }

  private func found(_ match: MemoryMatch, previous: String?, next: String?) -> FoundUnit {
    FoundUnit(
      source: match.source, target: match.target ?? "", state: match.state,
      reference: UnitReference(name: String(match.unit), memory: name),
      previous: previous.map { SegmentKey($0) }, next: next.map { SegmentKey($0) })
  }
}
