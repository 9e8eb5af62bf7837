// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveStore
public import BreveTerms
public import BreveText

/// Sets English beside briefs, from memories and a glossary, and says where each sentence of it comes from.
///
/// ```swift
/// var memory = SegmentMemory()
/// try memory.add(contentsOf: "Glossary/memory/seeds.fr-en.tmx")
/// var maker = BilingualMaker(memory: memory, glossary: glossary)
/// let bilingual = maker.bilingual(brief)
/// ```
/// It never writes a sentence of its own. A value keeps what it has learnt of words; use one a worker.
public struct BilingualMaker: ~Copyable {
  /// What may be taken from the memory.
  public struct Options: Sendable {
    /// A unit that is less like a sentence is no suggestion.
    public var minimumRate = MatchRate(percent: 70)
    /// Which units may be taken; drafts and rejected ones never are.
    public var states: Set<UnitState> = [.approved, .reviewed, .imported, .machine]

    /// The usual ones.
    public init() {}
  }

  private var memories: [any SegmentSource]
  /// What could not be looked up, and why.
  private var failures: [String] = []
  /// Is told when a memory cannot be read; the notes of the brief say it, too.
  package var onFault: (@Sendable (String) -> Void)?
  private let options: Options
  private var recognizer: TermRecognizer
  private let checker: TranslationChecker
  private let form = EnglishForm()
  private let dictionaries: SpellingDictionaries
  /// Reads the French of units.
  private var reader: DocumentReader

  /// A maker by memories and a glossary.
  ///
  /// - Parameters:
  ///   - memory: The units that English is taken from.
  ///   - stores: Durable memories, which are asked first.
  ///   - glossary: The terms.
  ///   - dictionaries: The French dictionary, for terms and names.
  ///   - options: What may be taken.
  public init(
    memory: SegmentMemory, stores: [StoredSegments] = [], glossary: Glossary,
    dictionaries: SpellingDictionaries = SpellingDictionaries(), options: Options = Options()
  ) {
    memories = stores + [memory]
    self.options = options
    self.dictionaries = dictionaries
    recognizer = TermRecognizer(glossary, dictionaries: dictionaries)
    checker = TranslationChecker(
      glossary, dictionaries: dictionaries, options: .init(includesStyle: true))
    var plain = ReadingOptions()
    plain.repairs = false
    plain.structure = .plain
    reader = DocumentReader(options: plain, dictionaries: .none)
  }

  /// The brief with its English.
  public mutating func bilingual(_ brief: Brief) -> BilingualBrief {
    let document = brief.article.document
    failures = []
    guard document.language.primary == Language.french.primary else {
      let rows = brief.sentences.map {
        BilingualRow(source: $0, target: RowTarget(label: .termsOnly))
      }
      let note = Note(
        kind: .language,
        text: "the article is in '\(document.language)'; English is known for French only")
      return BilingualBrief(brief: brief, language: .english, rows: rows, notes: [note])
    }
    let found = recognizer.matches(in: document)
    let matches = Dictionary(grouping: found, by: \.segment)
    var names = NameResolver(document, found, dictionaries.french)
    var rows: [BilingualRow] = []
    for sentence in brief.sentences {
      let number = document.segments.firstIndex(of: sentence.segment) ?? 0
      rows.append(
        row(sentence, number, matches[number] ?? [], document, names.hints(inSegment: number)))
    }
    var listed = brief
    listed.terms = rows.flatMap { $0.terms.map(\.match) }
    return BilingualBrief(
      brief: listed, language: .english, rows: rows,
      notes: failures.map { Note(kind: .content, text: $0) })
  }

  private mutating func row(
    _ sentence: RankedSegment, _ number: Int, _ matches: [TermMatch], _ document: Document,
    _ names: [RowHint]
  ) -> BilingualRow {
    let side = MatchRepairer.Side(
      text: sentence.segment.text, terms: Self.placed(matches, in: sentence.segment),
      facts: form.facts(of: sentence.segment.text))
    let (target, rivals) = target(of: side, number, document)
    let findings = target.text.map { english in
      checker.issues(source: side.text, target: english, terms: side.terms)
        + Self.disagreement(of: target.unit, rivals)
    }
    let terms = side.terms.map { term in
      RowTerm(
        match: term.match, range: term.range,
        isRendered: target.text.map { checker.isRendered(term.match, in: $0) })
    }
    let parts = target.text == nil ? parts(of: side) : []
    return BilingualRow(
      source: sentence, target: target, terms: terms, findings: findings ?? [], facts: side.facts,
      hints: (names + parts).sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// The parts of a sentence that stand in a memory as units of their own, but for what the glossary and the rules know.
  private mutating func parts(of side: MatchRepairer.Side) -> [RowHint] {
    let states = options.states.subtracting([.machine])
    let known = side.terms.map(\.range) + side.facts.map(\.range)
    // `find` may not change what it is called from.
    var sources = memories
    let found = MemoryPart.known(in: side.text) { range in
      known.contains { $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
    } find: { part in
      for index in sources.indices {
        let units = (try? sources[index].units(of: part, states: states)) ?? []
        if let unit = units.mostFrequent { return unit }
      }
      return nil as FoundUnit?
    }
    return found.map { part, unit in
      RowHint(
        kind: .memory, source: part.text, target: unit.target, range: part.range,
        unit: unit.reference, state: unit.state)
    }
  }

  private mutating func target(
    of side: MatchRepairer.Side, _ number: Int, _ document: Document
  ) -> (target: RowTarget, rivals: [UnitReference]) {
    let neighbours = Self.neighbours(of: number, in: document)
    let (exact, rejected, rivals) = exactMatch(side.text, neighbours)
    if let (unit, isInContext) = exact {
      let label: RowTarget.Label = isInContext ? .memoryContext : .memoryExact
      return (
        RowTarget(
          text: unit.target, label: unit.state == .machine ? .engine : label, rate: .exact,
          unit: unit.reference, state: unit.state, engine: unit.engine), rivals
      )
    }
    guard let (found, rate) = fuzzyMatch(side.text, rejected) else {
      return (RowTarget(label: .termsOnly), [])
    }
    let suggestion = Suggestion(
      source: found.source, target: found.target, rate: rate, unit: found.reference,
      state: found.state, difference: WordDiff(from: found.source, to: side.text))
    guard found.state != .machine, let unit = self.side(of: found.source),
      let repaired = MatchRepairer.repaired(unit, english: found.target, for: side),
      isSound(repaired.text, of: side, beside: found.target, of: unit),
      !rejected.contains(SegmentKey(repaired.text))
    else { return (RowTarget(label: .memoryFuzzy, rate: rate, suggestion: suggestion), []) }
    return (
      RowTarget(
        text: repaired.text, label: .memoryRepaired, rate: rate, unit: found.reference,
        state: found.state, repairs: repaired.repairs, suggestion: suggestion), []
    )
  }

  /// What is to be said of units that are as good as the one that was taken, and have other English.
  private static func disagreement(
    of unit: UnitReference?, _ rivals: [UnitReference]
  ) -> [ConsistencyIssue] {
    guard let unit, !rivals.isEmpty else { return [] }
    let isOne = rivals.allSatisfy { $0.memory == unit.memory }
    let names = ([unit] + rivals).map { isOne ? $0.name : "\($0.memory):\($0.name)" }
      .joined(separator: ", ")
    return [
      ConsistencyIssue(
        .inconsistent,
        "\(rivals.count + 1) units of the \(isOne ? "memory" : "memories") disagree about the "
          + "English (\(names))")
    ]
  }

  /// The best unit with the same text: between the same neighbours first, then by state, then in the order of the memories;
  /// the English that was rejected for it, which no memory may offer again; and what is as good and has other English.
  private mutating func exactMatch(
    _ text: String, _ neighbours: (previous: String?, next: String?)
  ) -> (
    best: (unit: FoundUnit, isInContext: Bool)?, rejected: Set<SegmentKey>, rivals: [UnitReference]
  ) {
    let before = neighbours.previous.map { SegmentKey($0) }
    let after = neighbours.next.map { SegmentKey($0) }
    let states = options.states.union([.rejected])
    var found: [FoundUnit] = []
    for index in memories.indices {
      found += asking(index) { try $0.exactMatches(text, states: states) } ?? []
    }
    let rejected = Set(found.filter { $0.state == .rejected }.map { SegmentKey($0.target) })
    var best: (unit: FoundUnit, isInContext: Bool)?
    for unit in found where rejected.isEmpty || !rejected.contains(SegmentKey(unit.target)) {
      let isInContext = unit.isBetween(before, after)
      if let known = best {
        if known.isInContext != isInContext {
          if known.isInContext { continue }
        } else if known.unit.rank <= unit.rank {
          continue
        }
      }
      best = (unit, isInContext)
    }
    guard let best, best.unit.state != .machine else { return (best, rejected, []) }
    var known = rejected.union([SegmentKey(best.unit.target)])
    let rivals = found.filter { unit in
      unit.rank == best.unit.rank && unit.isBetween(before, after) == best.isInContext
        && known.insert(SegmentKey(unit.target)).inserted
    }
    return (best, rejected, rivals.map(\.reference))
  }

  private mutating func fuzzyMatch(
    _ text: String, _ rejected: Set<SegmentKey>
  ) -> (unit: FoundUnit, rate: MatchRate)? {
    let options = options
    var best: (unit: FoundUnit, rate: MatchRate)?
    for index in memories.indices {
      let found = asking(index) {
        try $0.fuzzyMatch(
          text, minimum: options.minimumRate, states: options.states, rejected: rejected)
      }
      guard let found, let found else { continue }
      if best.map({ found.rate > $0.rate }) ?? true { best = found }
    }
    return best
  }

  /// What a memory answers; nil if it cannot be read, which is noted.
  private mutating func asking<Answer>(
    _ index: Int, _ question: (inout any SegmentSource) throws -> Answer
  ) -> Answer? {
    do {
      return try question(&memories[index])
    } catch {
      let failure = "\(error)"
      if !failures.contains(failure) { failures.append(failure) }
      onFault?(failure)
      return nil
    }
  }

  /// Whether a repaired sentence has no more against it than the unit that it was made from.
  private func isSound(
    _ text: String, of side: MatchRepairer.Side, beside english: String, of unit: MatchRepairer.Side
  ) -> Bool {
    let after = checker.issues(source: side.text, target: text, terms: side.terms)
    let before = checker.issues(source: unit.text, target: english, terms: unit.terms)
    return after.count <= before.count
  }

  /// What a person has to look at in the English of a sentence.
  ///
  /// - Parameters:
  ///   - english: The English.
  ///   - source: The French.
  /// - Returns: The findings, in the order of the checks.
  public mutating func findings(in english: String, of source: String) -> [ConsistencyIssue] {
    guard let side = side(of: source) else { return [] }
    return checker.issues(source: source, target: english, terms: side.terms)
  }

  private mutating func side(of text: String) -> MatchRepairer.Side? {
    guard let document = try? reader.document(SourceText(text), language: .french) else {
      return nil
    }
    let terms = recognizer.matches(in: document).map { (match: $0, range: $0.range.utf16) }
    return MatchRepairer.Side(text: text, terms: terms, facts: form.facts(of: text))
  }

  /// The segments before and after one, headers left out.
  package static func neighbours(
    of number: Int, in document: Document
  ) -> (previous: String?, next: String?) {
    let before = document.segments[..<number].last { $0.role != .metadata }
    let after = document.segments[(number + 1)...].first { $0.role != .metadata }
    return (before?.text, after?.text)
  }

  /// Where the terms of the source stand in the sentence as it is shown.
  ///
  /// What is shown may be repaired or joined from lines; a term is looked for from where the last one was.
  private static func placed(
    _ matches: [TermMatch], in segment: Segment
  ) -> [(match: TermMatch, range: Range<Int>)] {
    let units = Array(segment.text.utf16)
    let start = segment.range.utf16.lowerBound
    var placed: [(match: TermMatch, range: Range<Int>)] = []
    for match in matches {
      let wanted = Array(match.text.utf16)
      let guess = match.range.utf16.lowerBound - start
      guard !wanted.isEmpty, let place = nearest(wanted, in: units, to: guess) else { continue }
      placed.append((match, place..<place + wanted.count))
    }
    return placed
  }

  private static func nearest(_ wanted: [UInt16], in units: [UInt16], to guess: Int) -> Int? {
    let last = units.count - wanted.count
    guard last >= 0 else { return nil }
    for distance in 0...max(guess, units.count) {
      for place in distance == 0 ? [guess] : [guess - distance, guess + distance]
      where place >= 0 && place <= last && units[place] == wanted[0] {
        if units[place..<place + wanted.count].elementsEqual(wanted) { return place }
      }
    }
    return nil
  }
}
