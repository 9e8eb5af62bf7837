// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
public import BreveMemory
public import BreveStore
internal import BreveText

/// Fills the empty targets of an XLIFF file from a memory.
public struct Pretranslator {
  /// What is done with a text that is only like that of a unit.
  public enum Fuzzy: String, CaseIterable, Sendable {
    /// It is left empty.
    case none
    /// The best unit is put beside it, to choose.
    case matches
    /// It is filled from the best unit, and marked as in need of review.
    case targets
  }

  /// What became of the segments.
  public struct Outcome: Hashable, Sendable {
    /// Segments that were empty and might be filled.
    public fileprivate(set) var segments = 0
    public fileprivate(set) var inContext = 0
    public fileprivate(set) var exact = 0
    /// Filled with, or given, a unit that is alike.
    public fileprivate(set) var fuzzy = 0
    /// Segments for which there was a unit that could not be put in: the line and why.
    public fileprivate(set) var refused: [Refusal] = []
    /// Nothing in the memory is like them.
    public var without: Int { segments - inContext - exact - fuzzy - refused.count }
  }

  /// A segment that was not filled.
  public struct Refusal: Hashable, Sendable {
    /// From 1.
    public let line: Int
    public let reason: String
  }

  private let searcher: MemorySearcher
  private let store: MemoryStore
  private let fuzzy: Fuzzy
  private let minimum: MatchRate
  private let states: Set<UnitState>

  /// A pretranslator.
  ///
  /// - Parameters:
  ///   - memory: Where translations are from.
  ///   - fuzzy: What is done with what is only alike.
  ///   - minimum: The least rate of that.
  ///   - states: The states that units may have.
  public init(
    _ memory: SearchableMemory, fuzzy: Fuzzy = .matches,
    minimum: MatchRate = MatchRate(percent: 70),
    states: Set<UnitState> = Set(UnitState.allCases).subtracting([.rejected])
  ) {
    searcher = MemorySearcher(memory)
    store = memory.store
    self.fuzzy = fuzzy
    self.minimum = minimum
    self.states = states
  }

  /// Fills what is empty.
  ///
  /// - Parameters:
  ///   - editor: The file.
  ///   - target: The language of the targets where the file names none.
  /// - Returns: What became of the segments.
  /// - Throws: ``StoreError`` if the memory cannot be read.
  public func fill(
    _ editor: inout XLIFFEditor, target: Language
  ) throws(StoreError) -> Outcome {
    var outcome = Outcome()
    var request = MemoryRequest(
      source: editor.sourceLanguage, target: editor.targetLanguage ?? target,
      minimum: fuzzy == .none ? .exact : minimum, limit: 5, states: states)
    for segment in editor.openSegments {
      outcome.segments += 1
      request.tags = segment.tags
      request.previous = segment.previous
      request.next = segment.next
      let matches = try searcher.matches(for: segment.text, request).filter { $0.target != nil }
      if let refusal = try fill(segment, matches, &editor, &outcome) {
        outcome.refused.append(Refusal(line: segment.line, reason: refusal))
      }
    }
    return outcome
  }

  /// - Returns: Why the segment got nothing though there is something; nil if it got it, or there is nothing.
  private func fill(
    _ segment: XLIFFEditor.OpenSegment, _ matches: [MemoryMatch], _ editor: inout XLIFFEditor,
    _ outcome: inout Outcome
  ) throws(StoreError) -> String? {
    var refusal: String?
    for match in matches where match.rate == .exact {
      guard let unit = try store.units([match.unit]).first else { continue }
      if let reason = editor.fill(segment.number, from: unit, match.isInContext ? .context : .exact)
      {
        refusal = refusal ?? reason
        continue
      }
      if match.isInContext { outcome.inContext += 1 } else { outcome.exact += 1 }
      return nil
    }
    guard let best = matches.first, let target = best.target, fuzzy != .none else {
      return refusal
    }
    let rate = min(99, Int(best.rate.percent))
    if fuzzy == .matches {
      if let reason = editor.suggest(
        segment.number, source: best.source, target: target, rate: rate)
      {
        return reason
      }
    } else {
      guard let unit = try store.units([best.unit]).first else { return refusal }
      if let reason = editor.fill(segment.number, from: unit, .fuzzy(rate)) { return reason }
    }
    outcome.fuzzy += 1
    return nil
  }
}
