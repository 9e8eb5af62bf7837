// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What is taken off a match rate for a difference that needs a second look, whatever its size.
public struct MatchPenalty: Hashable, Sendable {
  /// What differs.
  public enum Kind: String, CaseIterable, Sendable {
    /// A word that is the same is written with other capitals.
    case `case`
    /// A mark is changed, added or left out.
    case punctuation
    /// A number is changed, added or left out.
    case numbers
    /// The inline tags are not the same.
    case tags

    /// Percent taken off, once, however often it occurs.
    public var percent: Double {
      switch self {
      case .case, .punctuation: 1
      case .numbers, .tags: 2
      }
    }
  }

  public let kind: Kind
  /// Percent taken off.
  public var percent: Double { kind.percent }

  /// The penalty of one kind of difference.
  public init(kind: Kind) { self.kind = kind }
}

extension TokenDifference {
  /// The penalties of a match, in the order of `MatchPenalty.Kind`.
  ///
  /// - Parameter tagsDiffer: Whether the inline tags of the two texts are not the same.
  /// - Returns: Each kind at most once.
  public func penalties(tagsDiffer: Bool = false) -> [MatchPenalty] {
    MatchPenalty.Kind.allCases.filter {
      differing.contains($0) || ($0 == .tags && tagsDiffer)
    }.map(MatchPenalty.init(kind:))
  }
}

extension MatchRate {
  /// The rate less the penalties, never below 0.
  public func less(_ penalties: [MatchPenalty]) -> MatchRate {
    MatchRate(percent: penalties.reduce(percent) { $0 - $1.percent })
  }
}
