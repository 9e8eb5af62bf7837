// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveMorphology
internal import BreveText

/// Says whether a word of a text is a form of a word of a term: by a dictionary, and by rule where it knows nothing.
///
/// Keeps what it has looked up; a value for each worker.
struct TermMorphology {
  /// Nouns and adjectives by their lemma; past participles, whose lemma is an infinitive, apart.
  struct Form: Hashable {
    let lemma: String
    let isParticiple: Bool
  }

  private let dictionary: SpellingDictionary?
  private var known: [[UInt16]: [WordReading]] = [:]
  private var forms: [FormsKey: Set<Form>] = [:]

  private struct FormsKey: Hashable {
    let word: [UInt16]
    let isHead: Bool
  }

  init(dictionary: SpellingDictionary?) { self.dictionary = dictionary }

  /// What `word` can be; empty if that is not known.
  ///
  /// A word in capitals is looked up in small letters, a capital that may have lost its accent with each accent, and `oe`
  /// as `œ`.
  mutating func readings(of word: FoldedWord) -> [WordReading] {
    // The spelling with its capital tells names.
    let key = word.isAllCapitals ? word.folded : word.surface
    if let known = known[key] { return known }
    var readings: [WordReading] = []
    for spelling in Self.spellings(of: word) {
      readings = dictionary?.readings(of: spelling) ?? []
      if !readings.isEmpty { break }
    }
    known[key] = readings
    return readings
  }

  /// Whether the dictionary has a compound written with hyphens; nil without a dictionary.
  mutating func knowsCompound(_ compound: FoldedWord) -> Bool? {
    let readings = readings(of: compound)
    guard let dictionary, !dictionary.isMissing else { return nil }
    return !readings.isEmpty
  }

  private static func spellings(of word: FoldedWord) -> [String] {
    let folded = String(utf16: word.folded.span)
    var spellings = word.isAllCapitals ? [folded] : [String(utf16: word.surface.span)]
    if word.isCapitalized {
      spellings.append(folded)
      for accented in accents[folded.unicodeScalars.first ?? "-"] ?? [] {
        spellings.append(accented + folded.dropFirst())
        if !word.isAllCapitals {
          let rest = String(utf16: word.surface.dropFirst())
          spellings.append(accented.uppercased() + rest)
        }
      }
    }
    if folded.contains("oe") {
      spellings.append(
        folded.split(separator: "oe", omittingEmptySubsequences: false).joined(separator: "œ"))
    }
    return spellings
  }

  private static let accents: [Unicode.Scalar: [String]] = [
    "e": ["é", "è", "ê"], "a": ["à", "â"], "c": ["ç"], "o": ["ô"], "i": ["î"],
  ]

  /// Whether `word` is a form of the noun, adjective or participle `term`.
  ///
  /// - Parameters:
  ///   - word: A word of a text.
  ///   - term: A word of a term.
  ///   - isHead: Whether `term` is the noun that the term is about, which keeps the readings away that have another lemma
  ///     (`marine` of a term is not the feminine of `marin`).
  /// - Returns: By the dictionary where it knows both words, by rule otherwise.
  mutating func isForm(_ word: FoldedWord, of term: FoldedWord, isHead: Bool) -> Bool {
    if word.spells(term) { return true }
    let wanted = nominalForms(of: term, isHead: isHead)
    let found = nominalForms(of: word, isHead: false)
    if !wanted.isEmpty, !found.isEmpty { return !wanted.isDisjoint(with: found) }
    // In capitals without accents the dictionary knows no word, or another.
    if word.isAllCapitals {
      return sharesForm(word.bare, term.bare)
    }
    return found.isEmpty && readings(of: word).isEmpty || wanted.isEmpty
      ? sharesForm(word.folded, term.folded) : false
  }

  private func sharesForm(_ one: [UInt16], _ other: [UInt16]) -> Bool {
    let forms = FrenchForms.dictionaryForms(of: one)
    return FrenchForms.dictionaryForms(of: other).contains { forms.contains($0) }
  }

  private mutating func nominalForms(of word: FoldedWord, isHead: Bool) -> Set<Form> {
    let key = FormsKey(word: word.surface, isHead: isHead)
    if let known = forms[key] { return known }
    let result = Self.nominalForms(of: word, isHead: isHead, in: readings(of: word))
    forms[key] = result
    return result
  }

  private static func nominalForms(
    of word: FoldedWord, isHead: Bool, in readings: [WordReading]
  ) -> Set<Form> {
    var forms: Set<Form> = []
    var ownForms: Set<Form> = []
    for reading in readings {
      let isParticiple = reading.kind.contains(.pastParticiple)
      guard isParticiple || reading.kind.isDisjoint(with: .verb),
        isParticiple || !reading.kind.isDisjoint(with: [.noun, .adjective])
      else { continue }
      let lemma = irregularLemmas[reading.lemma] ?? reading.lemma
      let form = Form(lemma: lemma, isParticiple: isParticiple)
      forms.insert(form)
      if !isParticiple, FoldedWord(lemma).folded == word.folded { ownForms.insert(form) }
    }
    return isHead && !ownForms.isEmpty ? ownForms : forms
  }

  /// Plurals that the dictionary has as words of their own.
  private static let irregularLemmas = Dictionary(
    FrenchForms.irregular.map { ($0.form, $0.lemma) }, uniquingKeysWith: { first, _ in first })

  /// Whether `word` is a form of the verb `infinitive`.
  mutating func isForm(_ word: FoldedWord, ofVerb infinitive: FoldedWord) -> Bool {
    if word.spells(infinitive) { return true }
    let readings = readings(of: word)
    guard !readings.isEmpty else {
      return FrenchForms.isForm(word.folded, ofVerb: infinitive.folded)
    }
    // précises is an adjective; the press does not say `tu`.
    let isOther = readings.contains { $0.kind.isDisjoint(with: .verb) }
    return readings.contains {
      !$0.kind.isDisjoint(with: isOther ? [.finite, .pastParticiple] : .verb)
        && FoldedWord($0.lemma).folded == infinitive.folded
    }
  }
}
