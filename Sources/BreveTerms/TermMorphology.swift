// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveMorphology
internal import BreveText

/// Says whether a word of a text is a form of a word of a term: by a dictionary, and by rule where it knows nothing.
///
/// Keeps what it has looked up; a value for each worker.
struct TermMorphology {
  private let dictionary: SpellingDictionary?
  private var numbers = NumberTable()
  private var known: [[TermReading]] = []
  private var formNumbers = NumberTable()
  private var forms: [[UInt64]] = []

  init(dictionary: SpellingDictionary?) { self.dictionary = dictionary }

  /// What `word` can be; empty if that is not known.
  ///
  /// A word in capitals is looked up in small letters, a capital that may have lost its accent with each accent, and `oe`
  /// as `œ`.
  mutating func readings(of word: FoldedWord) -> [TermReading] {
    // The spelling with its capital tells names.
    let first = word.isAllCapitals ? word.folded : word.surface
    let key = WordKey(units: first).value
    let number = numbers[key]
    if number >= 0 { return known[Int(number)] }
    var readings = dictionary?.readings(of: String(utf16: first.span)) ?? []
    if readings.isEmpty, let dictionary { readings = Self.otherReadings(of: word, in: dictionary) }
    numbers[key] = Int32(known.count)
    known.append(readings.map(TermReading.init))
    return known[known.count - 1]
  }

  /// Whether the dictionary has a compound written with hyphens; nil without a dictionary.
  mutating func knowsCompound(_ compound: FoldedWord) -> Bool? {
    let readings = readings(of: compound)
    guard let dictionary, !dictionary.isMissing else { return nil }
    return !readings.isEmpty
  }

  /// What a word can be that is not in the dictionary as it stands.
  private static func otherReadings(
    of word: FoldedWord, in dictionary: SpellingDictionary
  ) -> [WordReading] {
    func readings(_ spelling: String) -> [WordReading] { dictionary.readings(of: spelling) ?? [] }
    // The dictionary has looked for a word with one capital in small letters too.
    let isCovered = !word.hasInnerCapital
    let folded = String(utf16: word.folded.span)
    if word.isCapitalized {
      if !word.isAllCapitals, !isCovered {
        let found = readings(folded)
        if !found.isEmpty { return found }
      }
      for accented in accents[folded.unicodeScalars.first ?? "-"] ?? [] {
        var capitalized: [WordReading] = []
        if !word.isAllCapitals {
          let rest = String(utf16: word.surface.span.extracting(droppingFirst: 1))
          capitalized = readings(accented.uppercased() + rest)
          if capitalized.isEmpty, isCovered { continue }
        }
        let found = readings(accented + folded.dropFirst())
        if !found.isEmpty { return found }
        if !capitalized.isEmpty { return capitalized }
      }
    }
    guard folded.contains("oe") else { return [] }
    let parts = folded.split(separator: "oe", omittingEmptySubsequences: false)
    return readings(parts.joined(separator: "œ"))
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
    if !wanted.isEmpty, !found.isEmpty { return wanted.contains { found.contains($0) } }
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

  /// The dictionary forms of a noun, an adjective or a participle, as numbers.
  private mutating func nominalForms(of word: FoldedWord, isHead: Bool) -> [UInt64] {
    let key = WordKey(units: word.surface).value ^ (isHead ? 1 : 0)
    let number = formNumbers[key]
    if number >= 0 { return forms[Int(number)] }
    let result = Self.nominalForms(of: word, isHead: isHead, in: readings(of: word))
    formNumbers[key] = Int32(forms.count)
    forms.append(result)
    return result
  }

  private static func nominalForms(
    of word: FoldedWord, isHead: Bool, in readings: [TermReading]
  ) -> [UInt64] {
    let own = WordKey(units: word.folded)
    var forms: [UInt64] = []
    var ownForms: [UInt64] = []
    for reading in readings {
      let isParticiple = reading.kind.contains(.pastParticiple)
      guard isParticiple || reading.kind.isDisjoint(with: .verb),
        isParticiple || !reading.kind.isDisjoint(with: [.noun, .adjective])
      else { continue }
      // Past participles, whose lemma is an infinitive, are apart.
      let form = isParticiple ? ~reading.base.value : reading.base.value
      forms.append(form)
      if !isParticiple, reading.foldedBase == own { ownForms.append(form) }
    }
    return isHead && !ownForms.isEmpty ? ownForms : forms
  }

  /// Whether `word` is a form of the verb `infinitive`.
  mutating func isForm(_ word: FoldedWord, ofVerb infinitive: FoldedWord) -> Bool {
    if word.spells(infinitive) { return true }
    let readings = readings(of: word)
    guard !readings.isEmpty else {
      return FrenchForms.isForm(word.folded, ofVerb: infinitive.folded)
    }
    // précises is an adjective; the press does not say `tu`.
    let isOther = readings.contains { $0.kind.isDisjoint(with: .verb) }
    let wanted = WordKey(units: infinitive.folded)
    return readings.contains {
      !$0.kind.isDisjoint(with: isOther ? [.finite, .pastParticiple] : .verb)
        && $0.folded == wanted
    }
  }
}
