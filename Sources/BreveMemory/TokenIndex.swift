// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The units of one language of a memory, as matching and concordances look them up.
///
/// A value is one state of the index: segments that never change, the oldest first, and the units added since. Any number
/// of threads may search it, each with a ``TokenMatcher`` of its own. It knows unit numbers and tokens, no texts.
package struct TokenIndex: Sendable {
  package let segments: [IndexSegment]
  package let recent: RecentUnits
  /// What the writer said of the state it brought the index to, as the number of the last change in the store.
  package let stamp: UInt64

  package init(
    segments: [IndexSegment] = [], recent: RecentUnits = RecentUnits(), stamp: UInt64 = 0
  ) {
    self.segments = segments
    self.recent = recent
    self.stamp = stamp
  }

  /// Units in it, those included that were taken away or put anew and still stand in an old segment.
  package var unitCount: Int { segments.reduce(recent.units.count) { $0 + $1.layout.unitCount } }

  /// Tokens of these units.
  package var tokenCount: Int {
    segments.reduce(recent.tokens.reduce(0) { $0 + $1.count }) { $0 + $1.layout.tokenCount }
  }

  /// Whether `unit` of the segment at `index` was neither taken away nor put anew since.
  package func isValid(_ unit: UInt32, inSegment index: Int) -> Bool {
    if recent.removed.contains(unit) { return false }
    for newer in segments.dropFirst(index + 1) where newer.removes(unit) { return false }
    return true
  }
}

/// Finds the units that are most like a text; it holds the buffers of one thread.
package struct TokenMatcher: Sendable {
  private var search = MatchSearch()

  package init() {}

  /// The units that reach the rate asked for, best first, equal rates by unit number; at most as many as asked for.
  ///
  /// Nothing is left out that a comparison with every unit would find.
  ///
  /// - Parameters:
  ///   - text: The text, UTF-8.
  ///   - index: Where to look.
  ///   - request: The metric, the least rate, and how many.
  ///   - judge: The rate that counts for a unit whose rate by the metric is given, as that less the penalties; never more
  ///     than that. Nil leaves the unit out. It is asked only of units that are good enough so far.
  /// - Returns: The matches, with the rates that `judge` gave.
  /// - Throws: What `judge` throws.
  package mutating func matches<Failure: Error>(
    for text: Span<UInt8>, in index: TokenIndex, _ request: MatchRequest,
    judge: (MatchCandidate) throws(Failure) -> MatchRate?
  ) throws(Failure) -> [MatchCandidate] {
    search.begin(text, metric: request.metric)
    var best = BestCandidates(limit: request.limit, minimum: request.minimum)
    for (place, segment) in index.segments.enumerated() {
      try search.search(segment, best: &best) { (candidate) throws(Failure) in
        index.isValid(candidate.unit, inSegment: place) ? try judge(candidate) : nil
      }
    }
    try search.search(index.recent, best: &best, judge: judge)
    return best.list
  }

  /// The same with the rate of the metric, without penalties.
  package mutating func matches(
    for text: Span<UInt8>, in index: TokenIndex, _ request: MatchRequest
  ) -> [MatchCandidate] {
    matches(for: text, in: index, request) { $0.rate }
  }

  /// The units with the same tokens, by number; at most `limit`.
  package mutating func exactMatches(
    for text: Span<UInt8>, in index: TokenIndex, metric: MatchMetric = .normalized,
    limit: Int = .max
  ) -> [UInt32] {
    let request = MatchRequest(metric: metric, minimum: .exact, limit: limit)
    return matches(for: text, in: index, request).map(\.unit)
  }
}
