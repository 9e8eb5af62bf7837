// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How like two texts are, in percent; 100 is the same tokens.
///
/// The rate of two texts of `n` and `m` tokens at edit distance `d` is `100 · (max(n, m) − d) / max(n, m)`, less the
/// penalties (see MatchPenalty). It is not rounded. A text without a token matches nothing.
public struct MatchRate: Comparable, Hashable, Sendable {
  /// 0 to 100.
  public let percent: Double

  /// A rate of `percent`, brought into 0 to 100.
  public init(percent: Double) { self.percent = percent > 0 ? min(100, percent) : 0 }

  /// The rate, without penalties, of two sequences whose longer one has `length` tokens.
  package init(distance: Int, length: Int) {
    percent =
      length == 0 ? 0 : Double((length - min(distance, length)) * 100) / Double(length)
  }

  /// The same tokens, and no penalty.
  public static let exact = MatchRate(percent: 100)

  public static func < (one: MatchRate, other: MatchRate) -> Bool { one.percent < other.percent }

  /// The greatest distance at which a pair whose longer text has `length` tokens reaches this rate; -1 if none does.
  ///
  /// A rate of 0 is taken as any rate above 0: what shares no token is no match.
  package func largestDistance(length: Int) -> Int {
    guard length > 0 else { return -1 }
    var distance = min(length - 1, Int(Double(length) * (100 - percent) / 100) + 1)
    while distance >= 0, MatchRate(distance: distance, length: length) < self { distance -= 1 }
    return distance
  }

  /// The lengths that a text can have to reach this rate with one of `length` tokens; empty if `length` is 0.
  package func lengths(for length: Int, longest: Int) -> Range<Int> {
    guard length > 0 else { return 0..<0 }
    let shortest = length - largestDistance(length: length)
    var low = length
    var high = max(length, longest)
    while low < high {
      let middle = (low + high + 1) / 2
      if middle - length <= largestDistance(length: middle) {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return max(1, shortest)..<low + 1
  }
}
