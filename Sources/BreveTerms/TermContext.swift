// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// A place in a text where a term may stand, and what stands around it.
///
/// Tells nouns from verbs and words from names by their neighbours: articles, pronouns, auxiliaries, capitals.
struct TermContext {
  /// What must stand around a name that is a common word too.
  enum Demand: UInt8, Sendable {
    case none
    /// The name of a country, which is also part of others: `France 3`, `Europe 1`.
    case region
    /// The name of a country that is also a word or a first name: `la Réunion`, `à Maurice`.
    case place
    /// The name of a language: `en russe`, `parler russe`, `langue russe`.
    case language
  }

  let tokens: [TermToken]
  let units: [UInt16]
  var first = 0
  var last = 0

  init(_ tokens: [TermToken], in units: [UInt16]) {
    self.tokens = tokens
    self.units = units
  }

  func allows(
    _ form: TermForm, in automaton: TermAutomaton, _ words: inout TermVocabulary
  ) -> Bool {
    if form.needsHyphens, !hasHyphens(at: first + 1..<last + 1) { return false }
    if form.needsCapital, !(first...last).contains(where: { has(.capitalized, $0, words) }) {
      return false
    }
    if isPartOfCompound(&words) { return false }
    guard words.isFrench else { return true }
    if let place = form.pluralPlace, !grammar(first + place, &words).contains(.maybePlural) {
      return false
    }
    switch form.context {
    case .none: break
    case .region: return !isPartOfName(&words)
    case .place: return standsAsPlace(words)
    case .language: return standsAsLanguage(words)
    }
    switch form.kind {
    case .noun, .adjective: break
    case .verb: return standsAsVerb(&words)
    case .acronym: return !form.isSingle || standsAsAcronym(&words)
    case .name, .other: return true
    }
    guard form.isSingle else { return true }
    return agrees(form, &words) && standsAsNoun(form, automaton, &words)
  }

  // MARK: - Neighbours

  private func word(at index: Int) -> FoldedWord {
    TermTokenizer.spelling(of: tokens[index], in: units.span)
  }

  private func traits(_ index: Int, _ words: borrowing TermVocabulary) -> TermWord.Traits {
    words.traits(tokens[index].word)
  }

  private func has(
    _ trait: TermWord.Traits, _ index: Int, _ words: borrowing TermVocabulary
  ) -> Bool {
    words.traits(tokens[index].word).contains(trait)
  }

  private func grammar(_ index: Int, _ words: inout TermVocabulary) -> TermWord.Grammar {
    words.grammar(of: tokens[index], in: units.span)
  }

  /// The word before token `index`; nil at the beginning of the sentence and after punctuation.
  private func before(_ index: Int, _ words: borrowing TermVocabulary) -> TermWord.Traits? {
    isWord(index - 1) ? traits(index - 1, words) : nil
  }

  private func isWord(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    if case .mark = tokens[index].kind { return false }
    return true
  }

  private func isHyphen(_ index: Int) -> Bool {
    guard index < tokens.count, case .hyphen = tokens[index].gap else { return false }
    return true
  }

  private func isSpace(_ index: Int) -> Bool {
    guard index < tokens.count, case .space = tokens[index].gap else { return false }
    return true
  }

  private func hasHyphens(at range: Range<Int>) -> Bool {
    range.allSatisfy { isHyphen($0) || tokens[$0 - 1].kind == .elided }
  }

  /// Whether the match begins or ends inside a word that is written with hyphens and has its own meaning
  /// (`porte-parole`); what is joined for the occasion (`anti-junte`, `Mali-Russie`) is none.
  private func isPartOfCompound(_ words: inout TermVocabulary) -> Bool {
    var start = first
    while start > 0, isHyphen(start) { start -= 1 }
    var end = last
    while isHyphen(end + 1) { end += 1 }
    guard start < first || end > last else { return false }
    if end == last + 1 || end == last + 2, has(.inverted, end, words) { return false }
    var compound: [UInt16] = []
    for index in start...end {
      if index > start { compound.append(0x2D) }
      compound += units[tokens[index].start..<tokens[index].end]
    }
    if let isKnown = words.morphology.knowsCompound(FoldedWord(compound)) { return isKnown }
    return start < first && has(.prefix, start, words)
  }

  // MARK: - Numbers and genders

  /// Whether the article before it has the gender of the term: `la poste` is not `le poste`.
  private func agrees(_ form: TermForm, _ words: inout TermVocabulary) -> Bool {
    guard case .noun = form.kind, let gender = form.gender, let article = before(first, words)
    else {
      return true
    }
    let isFeminine = article.contains(.feminine)
    guard isFeminine || article.contains(.masculine), first < 2 || !isPronoun(first - 1, words)
    else { return true }
    if (gender == 0x66) == isFeminine { return true }
    // la présidente, la ministre: the noun changes with its article.
    if has(.ofTwoGenders, first, words) { return false }
    return grammar(first, &words).contains(isFeminine ? .feminine : .masculine)
  }

  // MARK: - Word classes

  /// Whether `le`, `la`, `les` at `index` is a pronoun: something that comes before verbs only comes before it.
  private func isPronoun(_ index: Int, _ words: borrowing TermVocabulary) -> Bool {
    guard isWord(index), has(.ambiguous, index, words), let before = before(index, words) else {
      return false
    }
    return before.contains(.preverbal)
  }

  private enum Surroundings { case nominal, verbal, participial, unknown }

  private func surroundings(_ words: borrowing TermVocabulary) -> Surroundings {
    if isHyphen(last + 1), has(.inverted, last + 1, words) { return .verbal }
    guard let before = before(first, words) else { return .unknown }
    if before.contains(.ambiguous) { return isPronoun(first - 1, words) ? .verbal : .nominal }
    if before.contains(.determiner) { return .nominal }
    if before.contains(.preverbal) { return .verbal }
    if before.contains(.auxiliary) { return .participial }
    var index = first - 1
    while isWord(index), first - index < 4 {
      let traits = traits(index, words)
      if traits.contains(.auxiliary) { return .participial }
      guard traits.contains(.adverb) else { break }
      index -= 1
    }
    return before.contains(.preposition) ? .nominal : .unknown
  }

  private func standsAsNoun(
    _ form: TermForm, _ automaton: TermAutomaton, _ words: inout TermVocabulary
  ) -> Bool {
    let grammar = grammar(first, &words)
    if isName(grammar, words) { return false }
    let isNoun = if case .noun = form.kind { true } else { false }
    if isNoun, grammar.contains(.twoNouns), isOtherNoun(form, automaton, grammar, words) {
      return false
    }
    if isNoun, form.gender != nil, grammar.contains(.adjective), followsNoun(&words) {
      // classe dirigeante
      return false
    }
    let isParticiple = grammar.contains(.participle)
    guard isParticiple || grammar.contains(.finite) else {
      // s'opposant à
      if case .verbal = surroundings(words) { return false }
      return true
    }
    if grammar.isDisjoint(with: [.noun, .adjective]) {
      // A participle that the glossary has as a noun or adjective.
      guard case .participial = surroundings(words) else { return true }
      return !isNoun
    }
    switch surroundings(words) {
    case .nominal: return true
    case .verbal: return false
    case .participial: return !isParticiple
    case .unknown: return !followsNoun(&words)
    }
  }

  /// Whether the word before is a noun, after which no other noun stands but a verb does.
  private func followsNoun(_ words: inout TermVocabulary) -> Bool {
    guard let before = before(first, words), isSpace(first),
      before.isDisjoint(with: [.determiner, .preposition])
    else { return false }
    let grammar = grammar(first - 1, &words)
    if !grammar.contains(.isKnown) { return before.contains(.capitalized) }
    return grammar.contains(.nounOrName) && !grammar.contains(.otherThanNoun)
  }

  /// Whether a word with a capital is rather a name: `Marine Le Pen`, `Bruno Le Maire`.
  private func isName(
    _ grammar: TermWord.Grammar, _ words: borrowing TermVocabulary
  ) -> Bool {
    let own = traits(first, words)
    guard own.contains(.capitalized), !own.contains(.allCapitals) else { return false }
    let previous = before(first, words)
    if grammar.isSuperset(of: [.name, .smallNoun]) {
      if isWord(last + 1), has(.capitalized, last + 1, words) { return true }
      if let previous, previous.contains(.capitalized) { return true }
      if first > 0, grammar.contains(.personName) { return true }
    }
    // Le Maire, La Marche: an article with a capital inside the sentence, after a name.
    guard let previous, previous.isSuperset(of: [.capitalized, .determiner]), first > 1 else {
      return false
    }
    return before(first - 1, words)?.contains(.capitalized) ?? false
  }

  /// Whether the word, which is another noun at the same time, is rather that one: `la marine` for `marin`, `le cours` for
  /// `cour`.
  private func isOtherNoun(
    _ form: TermForm, _ automaton: TermAutomaton, _ grammar: TermWord.Grammar,
    _ words: borrowing TermVocabulary
  ) -> Bool {
    if word(at: first).spells(automaton.words[Int(form.element)]) { return false }
    guard grammar.contains(.pluralOfOther) else { return true }
    // The plural needs an article in the plural.
    guard let article = before(first, words) else { return true }
    return !article.contains(.plural)
  }

  private func standsAsVerb(_ words: inout TermVocabulary) -> Bool {
    let grammar = grammar(first, &words)
    if last == first, grammar.isSuperset(of: [.finite, .adjective]),
      !grammar.contains(.participle)
    {
      return standsAsVerbNotAdjective(words)
    }
    guard grammar.contains(.noun) else { return true }
    switch surroundings(words) {
    case .nominal: return false
    case .verbal, .participial: return true
    case .unknown: return last > first || (isWord(first - 1) && followsNoun(&words))
    }
  }

  /// Whether a word that is an adjective too has a subject before it or an object after it: `il précise`, `la note précise
  /// que`, and not `la date précise`, `plus précise`.
  private func standsAsVerbNotAdjective(_ words: borrowing TermVocabulary) -> Bool {
    if isHyphen(last + 1), has(.inverted, last + 1, words) { return true }
    if let before = before(first, words) {
      if before.contains(.preverbal) || isPronoun(first - 1, words) { return true }
      if !before.isDisjoint(with: [.determiner, .auxiliary, .adverb]) { return false }
    }
    guard isWord(last + 1) else { return false }
    var next = WordKey()
    for unit in word(at: last + 1).folded { next.append(unit == 0x2019 ? 0x27 : unit) }
    if Self.openings.contains(next) { return true }
    // The speaker after the words said.
    if before(first, words) == nil, has(.capitalized, last + 1, words) { return true }
    return has(.determiner, last + 1, words) && !Self.partitives.contains(next)
  }

  /// What a verb of saying is followed by, and an adjective is not.
  private static let openings = keys("que qu qu' avoir être également ainsi")
  /// Articles that follow an adjective as well: `la date précise du départ`.
  private static let partitives = keys("du des au aux")

  private static func keys(_ list: String) -> WordSet {
    WordSet(list.split(separator: " ").map { WordKey(folding: $0) })
  }

  // MARK: - Names

  /// Whether an acronym that is also a word is none of a line of capitals.
  private func standsAsAcronym(_ words: inout TermVocabulary) -> Bool {
    if case .dotted = tokens[first].kind { return true }
    guard has(.allCapitals, first, words) else { return true }
    let isInCapitals =
      isWord(first - 1) && has(.allCapitals, first - 1, words)
      || isWord(last + 1) && has(.allCapitals, last + 1, words)
    guard isInCapitals else { return true }
    let readings = words.morphology.readings(of: FoldedWord(word(at: first).folded))
    return !readings.contains { $0.kind.isDisjoint(with: [.name, .personName]) }
  }

  /// Whether the name of a country is a part of another: a word with a capital or a short number follows at once, but
  /// after `en` and `au` (`France 3`; `en France Emmanuel Macron`), or a noun comes before without a preposition
  /// (`Météo France`, `Hauts-de-France`).
  private func isPartOfName(_ words: inout TermVocabulary) -> Bool {
    guard !has(.allCapitals, last, words) else { return false }
    let before = before(first, words)
    if let before, isHyphen(first), before.contains(.preposition) { return true }
    if isWord(last + 1), isSpace(last + 1),
      !traits(last + 1, words).isDisjoint(with: [.shortNumber, .capitalized]),
      before.map({ !$0.contains(.locative) }) ?? true
    {
      return true
    }
    guard let before, isSpace(first), tokens[first - 1].kind == .word,
      before.isDisjoint(with: [.determiner, .preposition])
    else { return false }
    let grammar = grammar(first - 1, &words)
    if !grammar.contains(.isKnown) { return before.contains(.capitalized) }
    return !grammar.contains(.otherThanName)
  }

  private func standsAsPlace(_ words: borrowing TermVocabulary) -> Bool {
    if isWord(last + 1), has(.capitalized, last + 1, words) { return false }
    return before(first, words)?.contains(.placeWord) ?? false
  }

  private func standsAsLanguage(_ words: borrowing TermVocabulary) -> Bool {
    guard !has(.capitalized, first, words) else { return false }
    return before(first, words)?.contains(.languageWord) ?? false
  }
}
