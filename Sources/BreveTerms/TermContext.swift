// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
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
  let first: Int
  let last: Int

  func allows(_ form: TermForm, morphology: inout TermMorphology) -> Bool {
    if form.needsHyphens, !hasHyphens(at: first + 1..<last + 1) { return false }
    if form.needsCapital, !(first...last).contains(where: { word(at: $0).isCapitalized }) {
      return false
    }
    if isPartOfCompound(&morphology) { return false }
    if let place = form.pluralPlace, !mayBePlural(at: first + place, &morphology) { return false }
    switch form.context {
    case .none: break
    case .region: return !isPartOfName(&morphology)
    case .place: return standsAsPlace
    case .language: return standsAsLanguage
    }
    switch form.kind {
    case .noun, .adjective: break
    case .verb: return standsAsVerb(&morphology)
    case .acronym: return !form.isSingle || standsAsAcronym(&morphology)
    case .name, .other: return true
    }
    guard agrees(form, &morphology) else { return false }
    return !form.isSingle || standsAsNoun(form, &morphology)
  }

  // MARK: - Neighbours

  func word(at index: Int) -> FoldedWord {
    TermTokenizer.spelling(of: tokens[index], in: units)
  }

  /// The word before token `index`; nil at the beginning of the sentence and after punctuation.
  private func before(_ index: Int) -> WordKey? {
    guard index > 0, tokens[index - 1].kind != .mark else { return nil }
    return WordKey(units: word(at: index - 1).folded)
  }

  private func isWord(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind != .mark
  }

  private func hasHyphens(at range: Range<Int>) -> Bool {
    range.allSatisfy { tokens[$0].gap == .hyphen || tokens[$0 - 1].kind == .elided }
  }

  /// Whether the match begins or ends inside a word that is written with hyphens and has its own meaning
  /// (`porte-parole`); what is joined for the occasion (`anti-junte`, `Mali-Russie`) is none.
  private func isPartOfCompound(_ morphology: inout TermMorphology) -> Bool {
    var start = first
    while start > 0, tokens[start].gap == .hyphen { start -= 1 }
    var end = last
    while end + 1 < tokens.count, tokens[end + 1].gap == .hyphen { end += 1 }
    guard start < first || end > last else { return false }
    if end == last + 1 || end == last + 2, isInverted(end) { return false }
    let compound = (start...end).map { index in
      (index > start ? "-" : "") + String(utf16: units[tokens[index].start..<tokens[index].end])
    }.joined()
    if let isKnown = morphology.knowsCompound(FoldedWord(compound)) { return isKnown }
    return start < first && Self.prefixes.contains(WordKey(units: word(at: start).folded))
  }

  private static let prefixes = WordSet(
    ["vice", "sous", "contre", "porte", "demi", "semi", "mi"].map { WordKey(folding: $0) })

  /// Whether a pronoun stands after a hyphen at `index`: `frappe-t-il`.
  private func isInverted(_ index: Int) -> Bool {
    FunctionWords.inverted.contains(WordKey(units: word(at: index).folded))
  }

  // MARK: - Numbers and genders

  private func mayBePlural(at index: Int, _ morphology: inout TermMorphology) -> Bool {
    let word = word(at: index)
    let marks = morphology.readings(of: word).filter {
      !$0.kind.isDisjoint(with: [.noun, .adjective, .pastParticiple])
    }.map(\.marks)
    if marks.isEmpty { return word.folded.last == 0x73 || word.folded.last == 0x78 }
    return marks.contains { $0.contains(.plural) || $0.isDisjoint(with: [.singular, .plural]) }
  }

  /// Whether the article before it has the gender of the term: `la poste` is not `le poste`.
  private func agrees(_ form: TermForm, _ morphology: inout TermMorphology) -> Bool {
    guard form.kind == .noun, form.isSingle, let gender = form.gender, let article = before(first)
    else {
      return true
    }
    let isFeminine = FunctionWords.feminine.contains(article)
    let isMasculine = FunctionWords.masculine.contains(article)
    guard isFeminine || isMasculine, first < 2 || !isPronoun(at: first - 1) else { return true }
    let wanted: WordReading.Marks = gender == 0x66 ? .feminine : .masculine
    if (wanted == .feminine) == isFeminine { return true }
    // la présidente, la ministre: the noun changes with its article.
    let word = word(at: first)
    let shown: WordReading.Marks = isFeminine ? .feminine : .masculine
    if FunctionWords.ofTwoGenders.contains(WordKey(units: word.folded)) { return false }
    return morphology.readings(of: word).contains {
      $0.kind.contains(.noun)
        && ($0.marks.contains([.masculine, .feminine])
          || ($0.marks.contains(shown) && FoldedWord($0.lemma).folded != word.folded))
    }
  }

  // MARK: - Word classes

  /// Whether `le`, `la`, `les` at `index` is a pronoun: something that comes before verbs only comes before it.
  private func isPronoun(at index: Int) -> Bool {
    guard let article = self.before(index + 1), FunctionWords.ambiguous.contains(article),
      let before = before(index)
    else { return false }
    return FunctionWords.preverbal.contains(before)
  }

  private enum Surroundings { case nominal, verbal, participial, unknown }

  private var surroundings: Surroundings {
    if last + 1 < tokens.count, tokens[last + 1].gap == .hyphen, isInverted(last + 1) {
      return .verbal
    }
    guard let before = before(first) else { return .unknown }
    if FunctionWords.ambiguous.contains(before) {
      return isPronoun(at: first - 1) ? .verbal : .nominal
    }
    if FunctionWords.determiners.contains(before) { return .nominal }
    if FunctionWords.preverbal.contains(before) { return .verbal }
    if FunctionWords.auxiliaries.contains(before) { return .participial }
    var index = first - 1
    while index >= 0, tokens[index].kind != .mark, first - index < 4 {
      let word = word(at: index)
      let key = WordKey(units: word.folded)
      if FunctionWords.auxiliaries.contains(key) { return .participial }
      let isAdverb =
        FunctionWords.adverbs.contains(key) || word.folded.suffix(4).elementsEqual("ment".utf16)
      guard isAdverb else { break }
      index -= 1
    }
    return FunctionWords.prepositions.contains(before) ? .nominal : .unknown
  }

  private func standsAsNoun(_ form: TermForm, _ morphology: inout TermMorphology) -> Bool {
    let word = word(at: first)
    let readings = morphology.readings(of: word)
    if isName(word, form, readings) { return false }
    if form.kind == .noun, isOtherNoun(word, readings, form) { return false }
    let isAdjective = readings.contains {
      $0.kind.contains(.adjective) && $0.kind.isDisjoint(with: .verb)
    }
    if form.kind == .noun, form.gender != nil, isAdjective, followsNoun(&morphology) {
      // classe dirigeante
      return false
    }
    let isFinite = readings.contains { $0.kind.contains(.finite) }
    let isParticiple = readings.contains { $0.kind.contains(.pastParticiple) }
    guard isFinite || isParticiple else { return true }
    if !readings.contains(where: {
      !$0.kind.isDisjoint(with: [.noun, .adjective]) && $0.kind.isDisjoint(with: .verb)
    }) {
      // A participle that the glossary has as a noun or adjective.
      return surroundings != .participial || form.kind == .adjective
    }
    switch surroundings {
    case .nominal: return true
    case .verbal: return false
    case .participial: return !isParticiple
    case .unknown: return !followsNoun(&morphology)
    }
  }

  /// Whether the word before is a noun, after which no other noun stands but a verb does.
  private func followsNoun(_ morphology: inout TermMorphology) -> Bool {
    guard let before = before(first), tokens[first].gap == .space,
      !FunctionWords.determiners.contains(before), !FunctionWords.prepositions.contains(before)
    else { return false }
    let word = word(at: first - 1)
    let readings = morphology.readings(of: word)
    if readings.isEmpty { return word.isCapitalized }
    return readings.contains { !$0.kind.isDisjoint(with: [.noun, .name, .personName]) }
      && !readings.contains {
        !$0.kind.isDisjoint(with: [.adjective, .pastParticiple, .adverb, .grammatical])
      }
  }

  /// Whether a word with a capital is rather a name: `Marine Le Pen`, `Bruno Le Maire`.
  private func isName(
    _ word: FoldedWord, _ form: TermForm, _ readings: [WordReading]
  ) -> Bool {
    guard word.isCapitalized, !word.isAllCapitals else { return false }
    let isNamed = readings.contains {
      !$0.kind.isDisjoint(with: [.name, .personName]) && FoldedWord($0.lemma).isCapitalized
    }
    let next = isWord(last + 1) ? self.word(at: last + 1) : nil
    let previous = isWord(first - 1) ? self.word(at: first - 1) : nil
    if isNamed,
      readings.contains(where: { $0.kind.contains(.noun) && !FoldedWord($0.lemma).isCapitalized })
    {
      if next?.isCapitalized == true || previous?.isCapitalized == true { return true }
      if first > 0, readings.contains(where: { $0.kind.contains(.personName) }) { return true }
    }
    // Le Maire, La Marche: an article with a capital inside the sentence, after a name.
    if let previous, previous.isCapitalized, first > 1, isWord(first - 2),
      FunctionWords.determiners.contains(WordKey(units: previous.folded)),
      self.word(at: first - 2).isCapitalized
    {
      return true
    }
    return false
  }

  /// Whether the word is another noun at the same time, and rather that one: `la marine` for `marin`, `le cours` for
  /// `cour`.
  private func isOtherNoun(
    _ word: FoldedWord, _ readings: [WordReading], _ form: TermForm
  ) -> Bool {
    if let term = form.word, word.spells(term) { return false }
    let nouns = readings.filter { $0.kind.contains(.noun) && $0.kind.isDisjoint(with: .verb) }
    guard nouns.contains(where: { FoldedWord($0.lemma).folded == word.folded }) else {
      return false
    }
    let derived = nouns.filter { FoldedWord($0.lemma).folded != word.folded }
    guard let one = derived.first else { return false }
    if one.marks.contains(.plural), !one.marks.contains(.singular) {
      // The plural needs an article in the plural.
      guard let article = before(first) else { return true }
      return !FunctionWords.plural.contains(article)
    }
    return true
  }

  private func standsAsVerb(_ morphology: inout TermMorphology) -> Bool {
    let readings = morphology.readings(of: word(at: first))
    let isNoun = readings.contains {
      $0.kind.contains(.noun) && $0.kind.isDisjoint(with: .verb)
    }
    guard isNoun else { return true }
    switch surroundings {
    case .nominal: return false
    case .verbal, .participial: return true
    case .unknown: return last > first || (isWord(first - 1) && followsNoun(&morphology))
    }
  }

  // MARK: - Names

  /// Whether an acronym that is also a word is none of a line of capitals.
  private func standsAsAcronym(_ morphology: inout TermMorphology) -> Bool {
    let word = word(at: first)
    guard tokens[first].kind != .dotted, word.isAllCapitals else { return true }
    let neighbours = [first - 1, last + 1].filter { isWord($0) }.map { self.word(at: $0) }
    guard neighbours.contains(where: \.isAllCapitals) else { return true }
    let readings = morphology.readings(of: FoldedWord(word.folded))
    return !readings.contains { $0.kind.isDisjoint(with: [.name, .personName]) }
  }

  /// Whether the name of a country is a part of another: a word with a capital or a short number follows at once, but
  /// after `en` and `au` (`France 3`; `en France Emmanuel Macron`), or a noun comes before without a preposition
  /// (`Météo France`, `Hauts-de-France`).
  private func isPartOfName(_ morphology: inout TermMorphology) -> Bool {
    guard !word(at: last).isAllCapitals else { return false }
    let before = before(first)
    if let before, tokens[first].gap == .hyphen, FunctionWords.prepositions.contains(before) {
      return true
    }
    if isWord(last + 1), tokens[last + 1].gap == .space {
      let next = word(at: last + 1)
      let isNumber =
        next.folded.count < 3
        && next.folded.allSatisfy { CharacterClass.table[Int($0)] == .digit }
      if isNumber || next.isCapitalized, before.map({ !Self.locatives.contains($0) }) ?? true {
        return true
      }
    }
    guard let before, tokens[first].gap == .space, tokens[first - 1].kind == .word,
      !FunctionWords.determiners.contains(before), !FunctionWords.prepositions.contains(before)
    else { return false }
    let word = word(at: first - 1)
    let readings = morphology.readings(of: word)
    if readings.isEmpty { return word.isCapitalized }
    return readings.allSatisfy {
      $0.kind.isDisjoint(with: [.verb, .grammatical, .adverb])
    }
  }

  private static let locatives = WordSet(["en", "au", "aux"].map { WordKey(folding: $0) })

  private var standsAsPlace: Bool {
    if isWord(last + 1), word(at: last + 1).isCapitalized { return false }
    guard let before = before(first) else { return false }
    return Self.placeWords.contains(before)
  }

  private static let placeWords = WordSet(
    ["la", "à", "en", "île"].map { WordKey(folding: $0) })

  private var standsAsLanguage: Bool {
    guard let before = before(first), !word(at: first).isCapitalized else { return false }
    return Self.languageWords.contains(before)
  }

  private static let languageWords = WordSet(
    [
      "en", "langue", "langues", "parler", "parle", "parlent", "parlait", "parlaient", "parlant",
      "dialecte", "idiome",
    ].map { WordKey(folding: $0) })
}
