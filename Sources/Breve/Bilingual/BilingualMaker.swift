// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
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

  private let memory: SegmentMemory
  private let options: Options
  private var recognizer: TermRecognizer
  private let checker: TranslationChecker
  private let form = EnglishForm()
  /// Reads the French of units.
  private var reader: DocumentReader

  /// A maker by memories and a glossary.
  ///
  /// - Parameters:
  ///   - memory: The units that English is taken from.
  ///   - glossary: The terms.
  ///   - dictionaries: The French dictionary, for terms and names.
  ///   - options: What may be taken.
  public init(
    memory: SegmentMemory, glossary: Glossary,
    dictionaries: SpellingDictionaries = SpellingDictionaries(), options: Options = Options()
  ) {
    self.memory = memory
    self.options = options
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
    guard document.language.primary == Language.french.primary else {
      let rows = brief.sentences.map {
        BilingualRow(
          source: $0, target: RowTarget(label: .termsOnly), terms: [], findings: [], facts: [])
      }
      let note = Note(
        kind: .language,
        text: "the article is in '\(document.language)'; English is known for French only")
      return BilingualBrief(brief: brief, language: .english, rows: rows, notes: [note])
    }
    let matches = Dictionary(grouping: recognizer.matches(in: document), by: \.segment)
    var rows: [BilingualRow] = []
    for sentence in brief.sentences {
      let number = document.segments.firstIndex(of: sentence.segment) ?? 0
      rows.append(row(sentence, number, matches[number] ?? [], document))
    }
    var listed = brief
    listed.terms = rows.flatMap { $0.terms.map(\.match) }
    return BilingualBrief(brief: listed, language: .english, rows: rows, notes: [])
  }

  private mutating func row(
    _ sentence: RankedSegment, _ number: Int, _ matches: [TermMatch], _ document: Document
  ) -> BilingualRow {
    let side = MatchRepairer.Side(
      text: sentence.segment.text, terms: Self.placed(matches, in: sentence.segment),
      facts: form.facts(of: sentence.segment.text))
    let target = target(of: side, number, document)
    let findings = target.text.map { english in
      checker.issues(source: side.text, target: english, terms: side.terms)
    }
    let terms = side.terms.map { term in
      RowTerm(
        match: term.match, range: term.range,
        isRendered: target.text.map { checker.isRendered(term.match, in: $0) })
    }
    return BilingualRow(
      source: sentence, target: target, terms: terms, findings: findings ?? [], facts: side.facts)
  }

  private mutating func target(
    of side: MatchRepairer.Side, _ number: Int, _ document: Document
  ) -> RowTarget {
    let neighbours = Self.neighbours(of: number, in: document)
    if let match = memory.exactMatch(
      side.text, previous: neighbours.previous, next: neighbours.next, states: options.states)
    {
      let isMachine = match.entry.state == .machine
      return RowTarget(
        text: match.entry.target,
        label: isMachine ? .engine : match.isInContext ? .memoryContext : .memoryExact,
        rate: .exact, unit: match.entry.reference, state: match.entry.state)
    }
    guard
      let match = memory.fuzzyMatch(side.text, minimum: options.minimumRate, states: options.states)
    else { return RowTarget(label: .termsOnly) }
    let suggestion = Suggestion(
      source: match.entry.source, target: match.entry.target, rate: match.rate,
      unit: match.entry.reference, state: match.entry.state,
      difference: WordDiff(from: match.entry.source, to: side.text))
    guard match.entry.state != .machine, let unit = self.side(of: match.entry.source),
      let repaired = MatchRepairer.repaired(unit, english: match.entry.target, for: side),
      isSound(repaired.text, of: side, beside: match.entry.target, of: unit)
    else { return RowTarget(label: .memoryFuzzy, rate: match.rate, suggestion: suggestion) }
    return RowTarget(
      text: repaired.text, label: .memoryRepaired, rate: match.rate, unit: match.entry.reference,
      state: match.entry.state, repairs: repaired.repairs, suggestion: suggestion)
  }

  /// Whether a repaired sentence has no more against it than the unit that it was made from.
  private func isSound(
    _ text: String, of side: MatchRepairer.Side, beside english: String, of unit: MatchRepairer.Side
  ) -> Bool {
    let after = checker.issues(source: side.text, target: text, terms: side.terms)
    let before = checker.issues(source: unit.text, target: english, terms: unit.terms)
    return after.count <= before.count
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
