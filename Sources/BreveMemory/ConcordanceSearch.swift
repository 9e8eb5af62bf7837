// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Finds every unit that holds some words; it holds the buffers of one thread.
package struct ConcordanceSearch: Sendable {
  private var hits: [SegmentHits] = []

  package init() {}

  /// The units with the words of `query`, ascending.
  ///
  /// - Complexity: O(*units with the rarest word*), at least one bit for each unit.
  package mutating func units(with query: ConcordanceQuery, in index: TokenIndex) -> [UInt32] {
    var units: [UInt32] = []
    forEachUnit(with: query, in: index) {
      units.append($0)
      return true
    }
    return units.sorted()
  }

  /// Gives the units with the words of `query`, those of fewest tokens first, then by number, until there are enough.
  ///
  /// The order does not depend on how the index is cut into segments. Texts are compared with the query only as far as
  /// they are asked for, so that a few units with very common words are found at once.
  ///
  /// - Parameters:
  ///   - query: The words.
  ///   - index: Where to look.
  ///   - body: Takes a unit; says whether more are wanted.
  /// - Throws: What `body` throws.
  package mutating func forEachUnit<Failure: Error>(
    with query: ConcordanceQuery, in index: TokenIndex,
    _ body: (UInt32) throws(Failure) -> Bool
  ) throws(Failure) {
    guard !query.words.isEmpty else { return }
    while hits.count < index.segments.count { hits.append(SegmentHits()) }
    var lengths: Set<Int> = []
    for (place, segment) in index.segments.enumerated() {
      hits[place].prepare(query, segment)
      if !hits[place].isEmpty { lengths.formUnion(segment.runs.map(\.length)) }
    }
    let recent = Self.units(with: query, in: index.recent)
    lengths.formUnion(recent.keys)
    var units: [UInt32] = []
    for length in lengths.sorted() {
      units.removeAll(keepingCapacity: true)
      for (place, segment) in index.segments.enumerated() where !hits[place].isEmpty {
        let first = units.count
        hits[place].appendUnits(ofLength: length, query, segment, to: &units)
        if index.segments.count > place + 1 || !index.recent.removed.isEmpty {
          let valid = units[first...].filter { index.isValid($0, inSegment: place) }
          units.replaceSubrange(first..., with: valid)
        }
      }
      units += recent[length] ?? []
      units.sort()
      for unit in units where try !body(unit) { return }
    }
  }

  /// The units that were added last, by their lengths in tokens.
  private static func units(
    with query: ConcordanceQuery, in recent: RecentUnits
  ) -> [Int: [UInt32]] {
    let all = UInt64(1) << UInt64(query.words.count) &- 1
    var units: [Int: [UInt32]] = [:]
    for (index, unit) in recent.units.enumerated() {
      var state: UInt64 = 0
      var seen: UInt64 = 0
      var isFound = false
      let text = recent.texts[index]
      for token in recent.tokens[index] {
        let fits = query.places(of: FoldedSpelling.units(of: text.span, token.range))
        state = (state << 1 | 1) & fits
        seen |= fits
        isFound = isFound || state >> UInt64(query.words.count - 1) & 1 != 0
      }
      if query.isPhrase ? isFound : seen == all {
        units[recent.tokens[index].count, default: []].append(unit)
      }
    }
    return units
  }
}
