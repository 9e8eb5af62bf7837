// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText

/// A unit that holds some words.
public struct ConcordanceMatch: Hashable, Sendable {
  /// The number of the unit.
  public let unit: Int
  public let state: UnitState
  /// The number of the unit or line, from 0, in the file it was imported from.
  public let line: Int?
  /// Nil if the unit has no variant of the language.
  public package(set) var source: Text?
  public package(set) var target: Text?

  /// One side of a unit.
  public struct Text: Hashable, Sendable {
    public let text: String
    /// Where the words stand in it, in UTF-8 bytes, ascending; none may be on this side.
    public let hits: [Range<Int>]
    /// Where the words that stand for the hits of the other side are likely to be; nil if nothing is known of words.
    public package(set) var likely: [Range<Int>]? = nil
  }
}

/// Which words are looked for in a memory.
public struct ConcordanceRequest: Hashable, Sendable {
  /// Where words are looked for.
  public enum Side: String, CaseIterable, Sendable { case both, source, target }

  /// The words; `eau*` stands for all that begin with it.
  ///
  /// Empty takes every unit, for a filter to choose.
  public var words: String
  /// Whether the words must stand one after the other.
  public var isPhrase: Bool
  /// Whether inflections of the words count.
  public var hasInflections: Bool
  public var side: Side
  public var source: Language
  public var target: Language
  /// The greatest number of units.
  public var limit: Int
  /// The states that units may have.
  public var states: Set<UnitState>

  /// A request; rejected units are left out if nothing else is said.
  public init(
    words: String, isPhrase: Bool = false, hasInflections: Bool = true, side: Side = .both,
    source: Language = .french, target: Language = .english, limit: Int = 20,
    states: Set<UnitState> = Set(UnitState.allCases).subtracting([.rejected])
  ) {
    self.words = words
    self.isPhrase = isPhrase
    self.hasInflections = hasInflections
    self.side = side
    self.source = source
    self.target = target
    self.limit = limit
    self.states = states
  }
}
