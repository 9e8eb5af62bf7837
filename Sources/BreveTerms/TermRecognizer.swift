// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveMorphology
public import BreveText

/// Finds the terms of a glossary in texts, as a French speaker would.
///
/// In the plural and the feminine, conjugated, after an elision, in capitals; not in other words, and not a noun in a verb.
/// In another language forms are found by Snowball's stems, and words as they stand where it has none.
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
  private let pairs: TermMatch.Pairs
  private let automaton: TermAutomaton
  private let tokenizer: TermTokenizer
  private var states = TermStates()
  private var words: TermVocabulary
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
    var builder = TermAutomatonBuilder(
      tokenizer: tokenizer, inflects: isFrench,
      stems: isFrench ? nil : TermStems(language: glossary.sourceLanguage))
    for pair in glossary.pairs { builder.insert(pair) }
    if isFrench, includesLocaleNames, glossary.targetLanguage.primary == "en" {
      for name in LocaleTerms.frenchToEnglish() {
        builder.insert(name.pair, demanding: name.demand, ifMissing: true)
      }
    }
    pairs = TermMatch.Pairs(builder.pairs)
    automaton = builder.automaton
    self.tokenizer = tokenizer
    words = TermVocabulary(
      morphology: TermMorphology(dictionary: isFrench ? dictionaries.french : nil),
      isFrench: isFrench)
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
            match.pair, of: pairs, text: document.source.text(in: sourceRange),
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
  private struct Hit: Comparable {
    let first: Int
    let last: Int
    let pair: Int32

    static func < (one: Hit, other: Hit) -> Bool {
      (one.first, -one.last, one.pair) < (other.first, -other.last, other.pair)
    }
  }

  /// A form that stands at the tokens from `first` to `last`.
  private struct Candidate {
    let first: Int
    let last: Int
    let form: Int32
  }

  private mutating func scan(_ units: [UInt16]) -> [Hit] {
    for index in 0..<tokens.count { tokens[index].word = number(of: tokens[index], units) }
    var context = TermContext(tokens, in: units)
    var candidates: [Candidate] = []
    var state: Int32 = 0
    for index in 0..<context.tokens.count {
      let word = words.words[Int(context.tokens[index].word)].number
      state = states.next(state, word, in: automaton)
      if state == 0 { continue }
      for place in states.formRange(state) {
        let number = states.forms[place]
        let form = automaton.forms[Int(number)]
        context.first = index - form.length + 1
        context.last = index
        if context.allows(form, in: automaton, &words) {
          candidates.append(Candidate(first: context.first, last: index, form: number))
        }
      }
    }
    return candidates.isEmpty ? [] : longest(candidates)
  }

  /// Leaves out what lies within a longer match, and keeps the best pair of each concept at a place.
  private func longest(_ candidates: [Candidate]) -> [Hit] {
    let forms = automaton.forms
    if candidates.count == 1 {
      let one = candidates[0]
      return [Hit(first: one.first, last: one.last, pair: forms[Int(one.form)].pair)]
    }
    // les parlementaires: where a noun may stand, an adjective of the same form does not.
    let nouns = candidates.filter {
      forms[Int($0.form)].isSingle && forms[Int($0.form)].kind == .noun
    }.map(\.first)
    let sorted = candidates.filter {
      !(forms[Int($0.form)].isSingle && forms[Int($0.form)].kind == .adjective
        && nouns.contains($0.first))
    }.sorted { one, other in
      if one.first != other.first { return one.first < other.first }
      if one.last != other.last { return one.last > other.last }
      let (form, otherForm) = (forms[Int(one.form)], forms[Int(other.form)])
      if form.rank != otherForm.rank { return form.rank < otherForm.rank }
      if form.isVariant != otherForm.isVariant { return otherForm.isVariant }
      return form.pair < otherForm.pair
    }
    var kept: [Hit] = []
    var widest: (first: Int, last: Int) = (-1, -1)
    var concepts: [Int32] = []
    for candidate in sorted {
      let form = forms[Int(candidate.form)]
      if candidate.first == widest.first, candidate.last == widest.last {
        guard !concepts.contains(form.concept) else { continue }
      } else if candidate.last <= widest.last {
        continue
      } else {
        widest = (candidate.first, candidate.last)
        concepts.removeAll(keepingCapacity: true)
      }
      concepts.append(form.concept)
      kept.append(Hit(first: candidate.first, last: candidate.last, pair: form.pair))
    }
    // Of the matches of one place, the order of the glossary.
    kept.sort()
    return kept
  }

  /// The number of the word at a token in the vocabulary.
  private mutating func number(of token: TermToken, _ units: [UInt16]) -> Int32 {
    // A dotted acronym and the word of its letters are not the same word.
    var key = token.key
    let isDotted = if case .dotted = token.kind { true } else { false }
    if isDotted { key.append(0x2E) }
    let known = words.number(key)
    if known >= 0 { return known }
    let word = TermTokenizer.spelling(of: token, in: units.span)
    var elements: [Int32] = []
    switch token.kind {
    case .mark, .elided: automaton.byFolded.append(WordKey(units: word.folded), to: &elements)
    case .word, .dotted:
      automaton.appendElements(
        for: word, isDotted: isDotted, morphology: &words.morphology, to: &elements)
    }
    elements.sort()
    let wordClass = TermWord(
      number: states.classNumber(of: elements), traits: TermWord.Traits(word))
    return words.add(wordClass, key)
  }
}
