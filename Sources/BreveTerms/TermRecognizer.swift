// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveMorphology
public import BreveText

/// Finds the terms of a glossary in texts, as a French speaker would: in the plural and the feminine, conjugated, after an
/// elision, in capitals; not in other words, and not a noun in a verb.
///
/// Longer matches win over those within them; matches that overlap are both reported. A match stays within its sentence
/// and crosses no punctuation that the term does not have. A value keeps what it has learnt of words; use one a worker.
///
/// ```swift
/// var recognizer = TermRecognizer(glossary, dictionaries: dictionaries)
/// for match in recognizer.matches(in: document) { print(match.text, match.translation) }
/// ```
public struct TermRecognizer: Sendable {
  public let glossary: Glossary
  private let pairs: [TermPair]
  private let automaton: TermAutomaton
  private let tokenizer: TermTokenizer
  private var morphology: TermMorphology
  private var states = TermStates()
  /// The class of each word met, by its spelling.
  private var classes = WordTable<Int32>()
  private var tokens: [TermToken] = []
  private var segmentOfToken: [(first: Int, segment: Int)] = []

  /// - Parameters:
  ///   - glossary: Its terms.
  ///   - dictionaries: Where word classes are looked up; nothing is opened before it is needed. Without the French one the
  ///     rules of spelling stand in.
  ///   - includesLocaleNames: Whether countries, languages and currencies that the glossary does not have are found by
  ///     ICU's names (French to English only).
  public init(
    _ glossary: Glossary, dictionaries: SpellingDictionaries, includesLocaleNames: Bool = true
  ) {
    self.glossary = glossary
    let isFrench = glossary.sourceLanguage.primary == "fr"
    let tokenizer = TermTokenizer(elides: isFrench)
    var builder = TermAutomatonBuilder(tokenizer: tokenizer, inflects: isFrench)
    for pair in glossary.pairs { builder.insert(pair) }
    if isFrench, includesLocaleNames, glossary.targetLanguage.primary == "en" {
      for name in LocaleTerms.frenchToEnglish() {
        builder.insert(name.pair, demanding: name.demand, ifMissing: true)
      }
    }
    pairs = builder.pairs
    automaton = builder.automaton
    self.tokenizer = tokenizer
    morphology = TermMorphology(dictionary: isFrench ? dictionaries.french : nil)
  }

  /// The terms in `document`, in the order of the text; of the matches at one place the longer first, then in the order of
  /// the glossary.
  ///
  /// - Complexity: O(*n*) for the text, whatever the number of terms.
  public mutating func matches(in document: Document) -> [TermMatch] {
    states.trim()
    let units = document.text.units
    var found: [TermMatch] = []
    var cursor = UTF8Cursor()
    var number = 0
    while number < document.segments.count {
      tokens.removeAll(keepingCapacity: true)
      segmentOfToken.removeAll(keepingCapacity: true)
      var last = number
      appendTokens(of: number, in: document)
      while Self.continues(last, in: document) {
        last += 1
        appendTokens(of: last, in: document)
      }
      for match in scan(units) {
        let start = tokens[match.first].start
        let range = start..<tokens[match.last].end
        let sourceRange = document.text.sourceRange(of: range)
        found.append(
          TermMatch(
            pair: pairs[match.pair], text: document.source.text(in: sourceRange),
            range: document.source.range(sourceRange, from: &cursor),
            segment: segmentOfToken.last { $0.first <= match.first }?.segment ?? number))
      }
      number = last + 1
    }
    return found
  }

  /// Whether one term stands for all of `text`, whatever would stand around it.
  mutating func recognizes(_ text: String) -> Bool {
    states.trim()
    let units = Array(text.utf16)
    tokens.removeAll(keepingCapacity: true)
    tokenizer.append(units.span, 0..<units.count, to: &tokens)
    return scan(units).contains { $0.first == 0 && $0.last == tokens.count - 1 }
  }

  private mutating func appendTokens(of number: Int, in document: Document) {
    let segment = document.segments[number]
    if let language = segment.language, language.primary != glossary.sourceLanguage.primary {
      return
    }
    segmentOfToken.append((tokens.count, number))
    tokenizer.append(document.text.units.span, segment.normalizedRange, to: &tokens)
  }

  /// Whether a segment goes on in the next one: a line that was cut in its middle and taken for a paragraph.
  private static func continues(_ number: Int, in document: Document) -> Bool {
    guard number + 1 < document.segments.count else { return false }
    let (one, other) = (document.segments[number], document.segments[number + 1])
    guard one.block != other.block, one.language == other.language else { return false }
    let units = document.text.units
    let classes = CharacterClass.table
    let (end, start) = (one.normalizedRange.upperBound, other.normalizedRange.lowerBound)
    guard classes[Int(units[end - 1])].isWordPart, classes[Int(units[start])] == .lower else {
      return false
    }
    let breaks = units[end..<start].count { $0 == 0x0A }
    return breaks == 1
  }

  /// A pair that matches the tokens from `first` to `last`.
  private struct Hit {
    let first: Int
    let last: Int
    let pair: Int
  }

  private mutating func scan(_ units: [UInt16]) -> [Hit] {
    var hits: [(first: Int, last: Int, form: TermForm)] = []
    var state: Int32 = 0
    for index in tokens.indices {
      state = states.next(state, wordClass(at: index, units), in: automaton)
      if state == 0 { continue }
      for node in states.endings[Int(state)] {
        for form in automaton.forms[Int(node)] {
          let first = index - form.length + 1
          let context = TermContext(tokens: tokens, units: units, first: first, last: index)
          if context.allows(form, morphology: &morphology) { hits.append((first, index, form)) }
        }
      }
    }
    return hits.isEmpty ? [] : longest(hits)
  }

  /// Leaves out what lies within a longer match, and keeps the best pair of each concept at a place.
  private func longest(_ hits: [(first: Int, last: Int, form: TermForm)]) -> [Hit] {
    // les parlementaires: where a noun may stand, an adjective of the same form does not.
    let nouns = hits.filter { $0.form.kind == .noun && $0.form.isSingle }.map(\.first)
    let hits = hits.filter {
      !($0.form.kind == .adjective && $0.form.isSingle && nouns.contains($0.first))
    }
    let sorted = hits.sorted {
      ($0.first, -$0.last, pairs[$0.form.pair].status.rank, $0.form.isVariant ? 1 : 0, $0.form.pair)
        < (
          $1.first, -$1.last, pairs[$1.form.pair].status.rank, $1.form.isVariant ? 1 : 0,
          $1.form.pair
        )
    }
    var kept: [Hit] = []
    var widest: (first: Int, last: Int) = (-1, -1)
    var ids: [String] = []
    for hit in sorted {
      if hit.first == widest.first, hit.last == widest.last {
        guard !ids.contains(pairs[hit.form.pair].id) else { continue }
      } else if hit.last <= widest.last {
        continue
      } else {
        widest = (hit.first, hit.last)
        ids.removeAll()
      }
      ids.append(pairs[hit.form.pair].id)
      kept.append(Hit(first: hit.first, last: hit.last, pair: hit.form.pair))
    }
    // Of the matches of one place, the order of the glossary.
    return kept.sorted { ($0.first, -$0.last, $0.pair) < ($1.first, -$1.last, $1.pair) }
  }

  private mutating func wordClass(at index: Int, _ units: [UInt16]) -> Int32 {
    let token = tokens[index]
    // A dotted acronym and the word of its letters are not the same word.
    var key = token.key
    if token.kind == .dotted { key.append(0x2E) }
    if let known = classes[key] { return known }
    let word = TermTokenizer.spelling(of: token, in: units)
    var numbers: [Int32] = []
    if token.kind == .mark || token.kind == .elided {
      automaton.byFolded.append(WordKey(units: word.folded), to: &numbers)
    } else {
      automaton.appendElements(
        for: word, isDotted: token.kind == .dotted, morphology: &morphology, to: &numbers)
    }
    numbers.sort()
    let number = states.classNumber(of: numbers)
    classes[key] = number
    return number
  }
}
