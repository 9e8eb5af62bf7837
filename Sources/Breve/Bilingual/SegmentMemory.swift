// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
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
}

/// The units of one or more exchange files, held in memory for look-ups from one language to another.
public struct SegmentMemory: SegmentSource, Sendable {
  private struct Entry: Sendable {
    let unit: FoundUnit
    let tokens: [UInt64]
  }

  private var entries: [Entry] = []
  private var exact: [SegmentKey: [Int]] = [:]
  /// The entries by the number of their tokens.
  private var byLength: [Int: [Int]] = [:]
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
    let tokens = Self.tokens(of: source.text)
    exact[SegmentKey(source.text), default: []].append(entries.count)
    byLength[tokens.count, default: []].append(entries.count)
    entries.append(
      Entry(
        unit: FoundUnit(
          source: source.text, target: target.text, state: unit.state, reference: reference,
          previous: unit.previous.map { SegmentKey($0) }, next: unit.next.map { SegmentKey($0) }),
        tokens: tokens))
  }

  public var isEmpty: Bool { entries.isEmpty }

  func exactMatches(_ text: String, states: Set<UnitState>) -> [FoundUnit] {
    (exact[SegmentKey(text)] ?? []).map { entries[$0].unit }.filter { states.contains($0.state) }
  }

  /// The unit that is most like `text`, at `minimum` or more.
  ///
  /// - Complexity: O(units of a like length).
  func fuzzyMatch(
    _ text: String, minimum: MatchRate, states: Set<UnitState>, rejected: Set<SegmentKey>
  ) -> (unit: FoundUnit, rate: MatchRate)? {
    let tokens = Self.tokens(of: text)
    guard !tokens.isEmpty else { return nil }
    var best: (index: Int, rate: MatchRate)?
    let least = Int((Double(tokens.count) * minimum.percent / 100).rounded(.up))
    let most = Int(Double(tokens.count) * 100 / max(minimum.percent, 1))
    for length in least...max(least, most) {
      for index in byLength[length] ?? [] where states.contains(entries[index].unit.state) {
        let distance = EditDistance.between(tokens, entries[index].tokens)
        let rate = MatchRate(distance: distance, length: max(tokens.count, length))
        guard rate >= minimum, !rejected.contains(SegmentKey(entries[index].unit.target)) else {
          continue
        }
        if let known = best, (known.rate, index) >= (rate, known.index) { continue }
        best = (index, rate)
      }
    }
    return best.map { (entries[$0.index].unit, $0.rate) }
  }

  private static func tokens(of text: String) -> [UInt64] {
    var tokenizer = MatchTokenizer()
    var tokens: [MatchToken] = []
    let bytes = Array(text.utf8)
    tokenizer.tokens(of: bytes.span, into: &tokens)
    return tokens.map(\.commonKey)
  }
}
