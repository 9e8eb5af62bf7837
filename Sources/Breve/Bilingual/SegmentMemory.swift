// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
public import BreveMemory
public import BreveText

/// The units of one or more exchange files, held in memory for look-ups from one language to another.
public struct SegmentMemory: Sendable {
  /// A unit with both languages.
  struct Entry: Sendable {
    let source: String
    let target: String
    let state: UnitState
    let reference: UnitReference
    let previous: SegmentKey?
    let next: SegmentKey?
    let tokens: [UInt64]
  }

  private(set) var entries: [Entry] = []
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

  /// Adds a unit, unless it lacks one of the languages, is a draft or was rejected.
  public mutating func add(_ unit: TranslationUnit, reference: UnitReference) {
    guard let source = unit.variant(sourceLanguage), let target = unit.variant(targetLanguage),
      !target.text.isEmpty, unit.state != .draft, unit.state != .rejected
    else { return }
    let tokens = Self.tokens(of: source.text)
    exact[SegmentKey(source.text), default: []].append(entries.count)
    byLength[tokens.count, default: []].append(entries.count)
    entries.append(
      Entry(
        source: source.text, target: target.text, state: unit.state, reference: reference,
        previous: unit.previous.map { SegmentKey($0) }, next: unit.next.map { SegmentKey($0) },
        tokens: tokens))
  }

  public var isEmpty: Bool { entries.isEmpty }

  /// The best unit with the same text.
  ///
  /// - Parameters:
  ///   - text: The sentence.
  ///   - previous: The segment before it; nil at the beginning.
  ///   - next: The segment after it; nil at the end.
  ///   - states: The states that may be taken.
  /// - Returns: A unit between the same neighbours first, then approved, reviewed, imported, machine, then in the order of
  ///   the files; nil if there is none.
  func exactMatch(
    _ text: String, previous: String?, next: String?, states: Set<UnitState>
  ) -> (entry: Entry, isInContext: Bool)? {
    let found = (exact[SegmentKey(text)] ?? []).filter { states.contains(entries[$0].state) }
    let (before, after) = (previous.map { SegmentKey($0) }, next.map { SegmentKey($0) })
    func isInContext(_ entry: Entry) -> Bool {
      (entry.previous != nil || entry.next != nil) && entry.previous == before
        && entry.next == after
    }
    let best = found.min { one, other in
      let (left, right) = (entries[one], entries[other])
      let (near, far) = (isInContext(left), isInContext(right))
      if near != far { return near }
      if left.state != right.state { return Self.rank(left.state) < Self.rank(right.state) }
      return one < other
    }
    return best.map { (entries[$0], isInContext(entries[$0])) }
  }

  /// The unit that is most like `text`, at `minimum` or more.
  ///
  /// - Complexity: O(units of a like length).
  func fuzzyMatch(
    _ text: String, minimum: MatchRate, states: Set<UnitState>
  ) -> (entry: Entry, rate: MatchRate)? {
    let tokens = Self.tokens(of: text)
    guard !tokens.isEmpty else { return nil }
    var best: (index: Int, rate: MatchRate)?
    let least = Int((Double(tokens.count) * minimum.percent / 100).rounded(.up))
    let most = Int(Double(tokens.count) * 100 / max(minimum.percent, 1))
    for length in least...max(least, most) {
      for index in byLength[length] ?? [] where states.contains(entries[index].state) {
        let distance = EditDistance.between(tokens, entries[index].tokens)
        let rate = MatchRate(distance: distance, length: max(tokens.count, length))
        guard rate >= minimum else { continue }
        if let known = best, (known.rate, index) >= (rate, known.index) { continue }
        best = (index, rate)
      }
    }
    return best.map { (entries[$0.index], $0.rate) }
  }

  private static func rank(_ state: UnitState) -> Int {
    switch state {
    case .approved: 0
    case .reviewed: 1
    case .imported: 2
    default: 3
    }
  }

  private static func tokens(of text: String) -> [UInt64] {
    var tokenizer = MatchTokenizer()
    var tokens: [MatchToken] = []
    let bytes = Array(text.utf8)
    tokenizer.tokens(of: bytes.span, into: &tokens)
    return tokens.map(\.commonKey)
  }
}
