// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A unit that the index has found.
public struct MatchCandidate: Equatable, Sendable {
  /// The number it was added under.
  public let unit: UInt32
  /// The rate: what the index computed, or what the caller made of it.
  public let rate: MatchRate

  package init(unit: UInt32, rate: MatchRate) {
    self.unit = unit
    self.rate = rate
  }

  /// Whether this one comes before `other`: the better rate, then the smaller number.
  package func precedes(_ other: MatchCandidate) -> Bool {
    rate != other.rate ? rate > other.rate : unit < other.unit
  }
}

/// What two texts are compared by.
public enum MatchMetric: String, CaseIterable, Sendable {
  /// Tokens in lower case and NFC, and nothing else made equal.
  case plain
  /// The same with apostrophes made equal, and quotation marks.
  case normalized
}

/// The best candidates so far, best first.
package struct BestCandidates: Sendable {
  package private(set) var list: [MatchCandidate] = []
  private let limit: Int
  private let minimum: MatchRate

  package init(limit: Int, minimum: MatchRate) {
    self.limit = max(0, limit)
    self.minimum = minimum
  }

  /// The least rate that can still come in; it rises once there are enough.
  package var threshold: MatchRate {
    list.count < limit || list.isEmpty ? minimum : max(minimum, list[list.count - 1].rate)
  }

  /// Whether `candidate` is good enough to come in.
  package func takes(_ candidate: MatchCandidate) -> Bool {
    guard limit > 0, candidate.rate >= minimum, candidate.rate.percent > 0 else { return false }
    return list.count < limit || candidate.precedes(list[limit - 1])
  }

  /// Takes `candidate` in if it is good enough.
  package mutating func insert(_ candidate: MatchCandidate) {
    guard takes(candidate) else { return }
    if list.count == limit { list.removeLast() }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].precedes(candidate) { low = middle + 1 } else { high = middle }
    }
    list.insert(candidate, at: low)
  }
}
