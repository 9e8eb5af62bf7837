// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveAlignment
public import BreveMemory
public import BreveStore
internal import BreveSystem
internal import BreveTerms
public import BreveText

/// Looks for what is doubtful in the units of a memory.
///
/// The memory is read twice: what is usual in it is learned first. Nothing is changed. Units are looked at on all
/// processors; what is found comes in the order of the units.
/// ```swift
/// var checker = MemoryChecker(source: .french, target: .english)
/// let count = try checker.check(store) { print($0.unit, $0.kind, $0.message) }
/// ```
public struct MemoryChecker: Sendable {
  /// Units that one thread looks at without a pause, and how often it does so in a round.
  private static let batch = (units: 512, count: 8)

  private let source: Language
  private let target: Language
  private let kinds: Set<MemoryFinding.Kind>
  private let states: Set<UnitState>
  private let detector = LanguageDetector()
  private let numbers: NumberCheck
  private let leftovers: LeftoverCheck
  private var lengths = LengthModel()
  /// For each source, by its hash, the first target's hash and its unit; and whether there are others.
  private var targets: [UInt64: (target: UInt64, unit: Int, differs: Bool)] = [:]
  /// The first unit of each pair that is there more than once.
  private var pairs: [UInt64: (unit: Int, count: Int)] = [:]

  /// A checker of two languages.
  ///
  /// - Parameters:
  ///   - source: The language of the sources.
  ///   - target: That of the targets.
  ///   - kinds: What is looked for.
  ///   - states: The states of the units that are looked at.
  public init(
    source: Language, target: Language,
    kinds: Set<MemoryFinding.Kind> = Set(MemoryFinding.Kind.allCases),
    states: Set<UnitState> = Set(UnitState.allCases).subtracting([.rejected])
  ) {
    self.source = source
    self.target = target
    self.kinds = kinds
    self.states = states
    numbers = NumberCheck(source: source, target: target)
    leftovers = LeftoverCheck(source: source, target: target)
  }

  /// Looks at all units of a memory.
  ///
  /// - Parameters:
  ///   - store: The memory.
  ///   - body: Is given what is found, by unit and then by kind.
  /// - Returns: How many units were looked at.
  /// - Throws: ``StoreError``, or what `body` throws.
  public mutating func check(
    _ store: MemoryStore, _ body: (MemoryFinding) throws -> Void
  ) throws -> Int {
    begin()
    try store.forEachUnit { learn($0) }
    lengths.finish()
    var count = 0
    var waiting: [TranslationUnit] = []
    let threads = Machine.processors
    try store.forEachUnit { unit in
      guard states.contains(unit.state), unit.variant(source) != nil else { return }
      count += 1
      waiting.append(unit)
      guard waiting.count == Self.batch.units * Self.batch.count * threads else { return }
      for finding in findings(of: waiting, threads: threads) { try body(finding) }
      waiting.removeAll(keepingCapacity: true)
    }
    for finding in findings(of: waiting, threads: threads) { try body(finding) }
    return count
  }

  /// Looks at units at hand.
  ///
  /// - Parameter units: All there are, with their ids.
  /// - Returns: By unit, then by kind.
  public mutating func findings(in units: [TranslationUnit]) -> [MemoryFinding] {
    begin()
    for unit in units { learn(unit) }
    lengths.finish()
    return units.filter { states.contains($0.state) }.flatMap(findings)
  }

  /// What is found in units, in their order.
  private func findings(of units: [TranslationUnit], threads: Int) -> [MemoryFinding] {
    let batches = (units.count + Self.batch.units - 1) / Self.batch.units
    return ParallelShards.map(batches, threads: threads) { number in
      let start = number * Self.batch.units
      return units[start..<min(units.count, start + Self.batch.units)].flatMap(findings)
    }.flatMap { $0 }
  }

  private mutating func begin() {
    lengths = LengthModel()
    targets = [:]
    pairs = [:]
  }

  // MARK: What is usual

  private mutating func learn(_ unit: TranslationUnit) {
    guard states.contains(unit.state), let (one, other) = sides(unit), let other else { return }
    let size = (Self.size(one.text), Self.size(other.text))
    if size.0 > 0, size.1 > 0 { lengths.add(source: size.0, target: size.1) }
    let key = Self.hash(one.text)
    let value = Self.hash(other.text)
    if let known = targets[key] {
      if known.target != value { targets[key]?.differs = true }
    } else {
      targets[key] = (value, unit.id, false)
    }
    let pair = (key &* 0x9E37_79B9_7F4A_7C15) ^ value
    pairs[pair, default: (unit.id, 0)].count += 1
  }

  private func sides(_ unit: TranslationUnit) -> (Variant, Variant?)? {
    guard let one = unit.variant(source) else { return nil }
    let other = unit.variant(target)
    return (one, other?.language == one.language ? nil : other)
  }

  // MARK: Findings

  private func findings(_ unit: TranslationUnit) -> [MemoryFinding] {
    guard let (one, other) = sides(unit) else { return [] }
    var found: [MemoryFinding] = []
    func add(_ kind: MemoryFinding.Kind, _ message: String?) {
      guard let message, kinds.contains(kind) else { return }
      found.append(
        MemoryFinding(
          unit: unit.id, kind: kind, message: message, source: one.text, target: other?.text))
    }
    guard let other else {
      add(.empty, "there is no translation")
      return found
    }
    let size = (Self.size(one.text), Self.size(other.text))
    if size.0 == 0 || size.1 == 0 {
      if size.0 != size.1 {
        add(.empty, "there is nothing in the \(size.0 == 0 ? "source" : "target")")
      }
      return found
    }
    add(.inconsistent, inconsistency(one.text, other.text, unit.id))
    let isSame = EndingCheck.trimmed(one.text) == EndingCheck.trimmed(other.text)
    let isText = Self.smallWords(one.text) >= 3
    if isSame, isText { add(.untranslated, "the target is the source") }
    if kinds.contains(.number) {
      add(.number, numbers.difference(source: one.text, target: other.text))
    }
    if !isSame, kinds.contains(.language) { add(.language, language(one.text, other.text)) }
    if !isSame, kinds.contains(.leftover) {
      add(
        .leftover,
        leftovers.first(source: one.text, target: other.text).map { "'\($0)' is not translated" })
    }
    add(.tag, MarkupCheck.difference(one, other))
    for text in [one.text, other.text] {
      if let characters = Mojibake.first(in: text) {
        add(.mojibake, "'\(characters)' was read in a wrong encoding")
        break
      }
    }
    if lengths.isOutlier(source: size.0, target: size.1) {
      add(.length, "\(size.1) letters of target for \(size.0) of source")
    }
    add(.ending, EndingCheck.difference(one.text, other.text))
    let pair = (Self.hash(one.text) &* 0x9E37_79B9_7F4A_7C15) ^ Self.hash(other.text)
    if let known = pairs[pair], known.count > 1, known.unit != unit.id {
      add(.duplicate, "unit \(known.unit) is the same")
    }
    return found
  }

  private func inconsistency(_ source: String, _ target: String, _ unit: Int) -> String? {
    guard let known = targets[Self.hash(source)], known.differs else { return nil }
    return known.target == Self.hash(target)
      ? "the same source has other targets"
      : "unit \(known.unit) has another target for the same source"
  }

  /// Whether a side is in the language of the other, or, if it is long, in a third one.
  private func language(_ one: String, _ other: String) -> String? {
    for (text, wanted, opposite, side) in [
      (one, source, target, "source"), (other, target, source, "target"),
    ] where Self.smallWords(text) >= 4 {
      let (guess, confidence) = detector.detect(text)
      guard guess.primary != wanted.primary, guess != .undetermined else { continue }
      let evidence = leftovers.evidence(text)
      let own = side == "source" ? evidence.source : evidence.target
      let others = side == "source" ? evidence.target : evidence.source
      let isSure =
        guess.primary == opposite.primary
        ? others > own && others >= 2
        : confidence >= 0.9 && Self.smallWords(text) >= 6 && own == 0
      if isSure { return "the \(side) is in '\(guess.primary)', not in '\(wanted.primary)'" }
    }
    return nil
  }

  /// How many letters and digits there are.
  private static func size(_ text: String) -> Int {
    var size = 0
    for byte in text.utf8 {
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      if isLetter || byte >= 0xC3 { size += 1 }
    }
    return size
  }

  /// Words of two letters or more that begin with a small one.
  private static func smallWords(_ text: String) -> Int {
    var count = 0
    var length = 0
    var isSmall = false
    func isPart(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
    for byte in text.utf8 {
      if isPart(byte) {
        if length == 0 { isSmall = byte >= 0x61 }
        length += 1
        if length == 2, isSmall { count += 1 }
      } else {
        length = 0
      }
    }
    return count
  }

  /// - Source: Fowler, Noll and Vo, FNV-1a.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
