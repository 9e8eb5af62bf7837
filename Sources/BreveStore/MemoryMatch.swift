// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText

/// A unit that was found for a text.
public struct MemoryMatch: Hashable, Sendable {
  /// The number of the unit.
  public let unit: Int
  /// How like the source is to the text, less the penalties; not rounded.
  public let rate: MatchRate
  /// What was taken off; none by the plain metric.
  public let penalties: [MatchPenalty]
  /// Whether it is exact and stands between the same segments as the text; see ``MemoryRequest/previous``.
  public let isInContext: Bool
  /// The unit's variant in the language of the text.
  public let source: String
  /// Its variant in the language wanted; nil if it has none.
  public let target: String?
  /// The number of the unit or line, from 0, in the file it was imported from.
  public let line: Int?
  public let state: UnitState
  /// Where in the target the words are likely to be that stand for those the text changes or leaves out, in UTF-8 bytes,
  /// ascending; nil if nothing is known of words.
  public package(set) var likely: [Range<Int>]? = nil
}

/// What is looked for in a memory.
public struct MemoryRequest: Hashable, Sendable {
  /// The language of the text; a variant of any region of it is found.
  public var source: Language
  /// The language that is wanted.
  public var target: Language
  /// How texts are compared.
  public var metric: MatchMetric
  /// The least rate, not rounded.
  public var minimum: MatchRate
  /// The greatest number of matches; of equal rates the smaller unit numbers are taken.
  public var limit: Int
  /// The states that units may have.
  public var states: Set<UnitState>
  /// The inline tags of the text; nil where they are not known, and then no penalty is taken off for them.
  public var tags: [InlineTag]?
  /// The segment before the text; nil where it is not known.
  public var previous: String?
  /// The segment after the text.
  public var next: String?

  /// A request; rejected units are left out if nothing else is said.
  public init(
    source: Language = .french, target: Language = .english, metric: MatchMetric = .normalized,
    minimum: MatchRate = MatchRate(percent: 70), limit: Int = 5,
    states: Set<UnitState> = Set(UnitState.allCases).subtracting([.rejected])
  ) {
    self.source = source
    self.target = target
    self.metric = metric
    self.minimum = minimum
    self.limit = limit
    self.states = states
  }
}
