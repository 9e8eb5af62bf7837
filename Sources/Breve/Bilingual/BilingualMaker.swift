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
public struct BilingualMaker {
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
    return BilingualBrief(brief: brief, language: .english, rows: rows, notes: [])
  }

  private func row(
    _ sentence: RankedSegment, _ number: Int, _ matches: [TermMatch], _ document: Document
  ) -> BilingualRow {
    let text = sentence.segment.text
    let target = target(of: sentence.segment, number, document)
    let placed = Self.placed(matches, in: text, at: sentence.segment)
    let findings = target.text.map { english in
      checker.issues(source: text, target: english, terms: placed)
    }
    let terms = placed.map { term in
      RowTerm(
        match: term.match, range: term.range,
        isRendered: target.text.map { english in
          checker.isRendered(term.match, in: english)
        })
    }
    return BilingualRow(
      source: sentence, target: target, terms: terms, findings: findings ?? [],
      facts: form.facts(of: text))
  }

  private func target(of segment: Segment, _ number: Int, _ document: Document) -> RowTarget {
    let neighbours = Self.neighbours(of: number, in: document)
    if let match = memory.exactMatch(
      segment.text, previous: neighbours.previous, next: neighbours.next, states: options.states)
    {
      let isMachine = match.entry.state == .machine
      return RowTarget(
        text: match.entry.target,
        label: isMachine ? .engine : match.isInContext ? .memoryContext : .memoryExact,
        rate: .exact, unit: match.entry.reference, state: match.entry.state)
    }
    guard
      let match = memory.fuzzyMatch(
        segment.text, minimum: options.minimumRate, states: options.states)
    else { return RowTarget(label: .termsOnly) }
    return RowTarget(
      label: .memoryFuzzy, rate: match.rate,
      suggestion: Suggestion(
        source: match.entry.source, target: match.entry.target, rate: match.rate,
        unit: match.entry.reference, state: match.entry.state,
        difference: WordDiff(from: match.entry.source, to: segment.text)))
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
    _ matches: [TermMatch], in text: String, at segment: Segment
  ) -> [(match: TermMatch, range: Range<Int>)] {
    let units = Array(text.utf16)
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
