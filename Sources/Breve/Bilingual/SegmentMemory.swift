// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
internal import BreveIndex
public import BreveMemory
public import BreveText

/// A unit that was found, with both languages.
struct FoundUnit: Sendable {
  let source: String
  let target: String
  let state: UnitState
  let reference: UnitReference
  let previous: SegmentKey?
  let next: SegmentKey?
  /// The engine that made it, where it is a machine's and the memory knows which.
  var engine: String?

  /// Whether it stands between the same neighbours; no where it knows none.
  func isBetween(_ before: SegmentKey?, _ after: SegmentKey?) -> Bool {
    (previous != nil || next != nil) && previous == before && next == after
  }

  /// The place of its state: approved, reviewed, imported, others.
  var rank: Int {
    switch state {
    case .approved: 0
    case .reviewed: 1
    case .imported: 2
    default: 3
    }
  }
}

/// Where units are looked up.
protocol SegmentSource {
  /// The units with the same text, in their order.
  mutating func exactMatches(_ text: String, states: Set<UnitState>) throws -> [FoundUnit]

  /// The unit that is most like `text`, at `minimum` or more, with English that is not `rejected`; of equals the first.
  mutating func fuzzyMatch(
    _ text: String, minimum: MatchRate, states: Set<UnitState>, rejected: Set<SegmentKey>
  ) throws -> (unit: FoundUnit, rate: MatchRate)?

  /// The units with the same tokens as `part`, a part of a sentence, whatever its capitals; in their order.
  mutating func units(of part: MemoryPart, states: Set<UnitState>) throws -> [FoundUnit]
}

/// The units of one or more exchange files, held in memory for look-ups from one language to another.
///
/// It is a value: look-ups in copies go on beside one another.
public struct SegmentMemory: SegmentSource, Sendable {
  private var units: [FoundUnit] = []
  private var exact: [SegmentKey: [Int]] = [:]
  /// The units that are short enough to stand in sentences, by their tokens.
  private var parts: [UInt64: [Int]] = [:]
  private var builder = SegmentBuilder()
  private var index: TokenIndex?
  private var matcher = TokenMatcher()
  private var tokenizer = MatchTokenizer()
  private var tokens: [MatchToken] = []
  private let sourceLanguage: Language
  private let targetLanguage: Language

  /// An empty memory.
  public init(from sourceLanguage: Language = .french, to targetLanguage: Language = .english) {
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
  }

  /// Adds the units of a TMX file that have both languages.
  ///
  /// - Parameter path: The file; gzip and xz are unpacked.
  /// - Throws: ``LoadingError`` at the first fault of the file.
  public mutating func add(contentsOf path: String) throws(LoadingError) {
    let reader = try TMXReader(contentsOf: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var number = 0
    while let unit = try reader.next() {
      number += 1
      add(unit, reference: UnitReference(name: unit.name ?? String(number), memory: name))
    }
  }

  /// Adds a unit, unless it lacks one of the languages or is a draft.
  ///
  /// One that was rejected is never given out; its English is not taken from other memories either.
  public mutating func add(_ unit: TranslationUnit, reference: UnitReference) {
    guard let source = unit.variant(sourceLanguage), let target = unit.variant(targetLanguage),
      !target.text.isEmpty, unit.state != .draft
    else { return }
    let number = units.count
    exact[SegmentKey(source.text), default: []].append(number)
    let text = source.text.utf8Span.span
    tokenizer.tokens(of: text, into: &tokens)
    if MemoryPart.lengths.contains(tokens.count) {
      parts[MemoryPart.key(of: tokens[...]), default: []].append(number)
    }
    builder.append(unit: UInt32(number), text: text)
    index = nil
    units.append(
      FoundUnit(
        source: source.text, target: target.text, state: unit.state, reference: reference,
        previous: unit.previous.map { SegmentKey($0) }, next: unit.next.map { SegmentKey($0) },
        engine: unit.state == .machine ? unit.engine : nil))
  }

  public var isEmpty: Bool { units.isEmpty }

  /// Makes the index that look-ups need, if it is not made yet; copies made afterwards share it.
  public mutating func prepare() {
    guard index == nil else { return }
    index = TokenIndex(inMemory: builder) ?? TokenIndex()
  }

  func exactMatches(_ text: String, states: Set<UnitState>) -> [FoundUnit] {
    (exact[SegmentKey(text)] ?? []).map { units[$0] }.filter { states.contains($0.state) }
  }

  mutating func fuzzyMatch(
    _ text: String, minimum: MatchRate, states: Set<UnitState>, rejected: Set<SegmentKey>
  ) -> (unit: FoundUnit, rate: MatchRate)? {
    prepare()
    guard let index else { return nil }
    let units = units
    let best = matcher.matches(
      for: text.utf8Span.span, in: index, MatchRequest(minimum: minimum, limit: 1)
    ) { candidate in
      let unit = units[Int(candidate.unit)]
      guard states.contains(unit.state) else { return nil }
      return rejected.isEmpty || !rejected.contains(SegmentKey(unit.target)) ? candidate.rate : nil
    }
    return best.first.map { (units[Int($0.unit)], $0.rate) }
  }

  func units(of part: MemoryPart, states: Set<UnitState>) -> [FoundUnit] {
    (parts[part.key] ?? []).map { units[$0] }.filter { states.contains($0.state) }
  }
}
