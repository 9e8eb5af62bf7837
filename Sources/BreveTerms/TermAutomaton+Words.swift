// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

extension TermAutomaton {
  /// Appends the elements that a word of a text stands for, none twice.
  ///
  /// The tables give candidates; the dictionary is asked about those only.
  func appendElements(
    for word: FoldedWord, isDotted: Bool, morphology: inout TermMorphology,
    to numbers: inout [Int32]
  ) {
    var candidates: [Int32] = []
    byFolded.append(WordKey(units: word.folded), to: &candidates)
    if word.isCapitalized {
      byBare.append(WordKey(units: word.bare), to: &candidates)
      // ONGs
      if word.hasInnerCapital, word.folded.last == 0x73 {
        byBare.append(WordKey(units: word.bare.dropLast()), to: &candidates)
      }
    }
    if !isDotted {
      byStem.append(FrenchForms.stem(word.bare), to: &candidates)
      var key = WordKey()
      for unit in word.bare.prefix(longestBeginning) {
        key.append(unit)
        let first = candidates.count
        byBeginning.append(key, to: &candidates)
        // No ending of a verb is longer than `-eraient` by more than the infinitive's.
        for index in (first..<candidates.count).reversed()
        where words[Int(candidates[index])].bare.count + 6 < word.bare.count {
          candidates.remove(at: index)
        }
      }
    }
    candidates.sort()
    var last: Int32 = -1
    for number in candidates where number != last {
      last = number
      if stands(word, isDotted, for: elements[Int(number)], words[Int(number)], &morphology) {
        numbers.append(number)
      }
    }
  }

  private func stands(
    _ word: FoldedWord, _ isDotted: Bool, for element: TermElement, _ term: FoldedWord,
    _ morphology: inout TermMorphology
  ) -> Bool {
    if isDotted, element.mode != .acronym { return false }
    return switch element.mode {
    case .literal: word.spells(term)
    case .caseSensitive: word.surface == term.surface
    case .name: word.isCapitalized == term.isCapitalized && word.spells(term)
    case .acronym: isAcronym(word, isDotted, term, &morphology)
    case .nominal: morphology.isForm(word, of: term, isHead: false)
    case .head: morphology.isForm(word, of: term, isHead: true)
    case .capitalHead: word.isCapitalized && morphology.isForm(word, of: term, isHead: true)
    case .verb: morphology.isForm(word, ofVerb: term)
    case .reflexive, .lastPreposition:
      word.spells(term) || element.alternatives.contains(String(utf16: word.folded))
    }
  }

  private func isAcronym(
    _ word: FoldedWord, _ isDotted: Bool, _ term: FoldedWord, _ morphology: inout TermMorphology
  ) -> Bool {
    if word.surface == term.surface { return true }
    // ONGs
    if word.surface.last == 0x73, word.surface.dropLast().elementsEqual(term.surface) {
      return true
    }
    // Cédéao: written as a word, an acronym takes accents.
    guard word.spells(term) || (word.isCapitalized && word.bare == term.bare) else { return false }
    if isDotted || word.isAllCapitals { return true }
    // Onu, but not Pas for PAS, nor Ua, which nobody writes
    guard word.isCapitalized, !word.hasInnerCapital, term.folded.count > 2 else { return false }
    let readings = morphology.readings(of: FoldedWord(word.folded))
    return !readings.contains { $0.kind.isDisjoint(with: [.name, .personName]) }
  }
}

/// Makes a ``TermAutomaton``.
struct TermAutomatonBuilder {
  let tokenizer: TermTokenizer
  let inflects: Bool
  private(set) var automaton = TermAutomaton()
  private(set) var pairs: [TermPair] = []
  private var own = Set<[UInt16]>()

  init(tokenizer: TermTokenizer, inflects: Bool) {
    self.tokenizer = tokenizer
    self.inflects = inflects
  }

  /// - Parameters:
  ///   - pair: A pair of the glossary, or a name of ICU.
  ///   - demand: What must stand around it.
  ///   - ifMissing: Whether it is left out where the glossary has the form, however it is matched there.
  mutating func insert(
    _ pair: TermPair, demanding demand: TermContext.Demand = .none, ifMissing: Bool = false
  ) {
    let number = pairs.count
    var isUsed = false
    for (index, text) in ([pair.source] + pair.sourceVariants).enumerated() {
      let elements = TermElement.elements(
        of: text, for: pair, inflects: inflects, by: tokenizer
      ).elements
      var key: [UInt16] = []
      for element in elements { key += FoldedWord(element.surface).folded + [0x20] }
      if elements.isEmpty || (ifMissing && own.contains(key)) { continue }
      if !ifMissing { own.insert(key) }
      automaton.insert(
        elements, form(of: pair, number, elements, isVariant: index > 0, text: text, demand))
      isUsed = true
      guard inflects, pair.matching == .inflect else { continue }
      for other in PrefixSpellings.others(of: text) {
        let elements = TermElement.elements(
          of: other, for: pair, inflects: inflects, by: tokenizer
        ).elements
        automaton.insert(
          elements, form(of: pair, number, elements, isVariant: true, text: text, demand))
      }
    }
    if isUsed { pairs.append(pair) }
  }

  private func form(
    of pair: TermPair, _ number: Int, _ elements: [TermElement],
    isVariant: Bool, text: String, _ demand: TermContext.Demand
  ) -> TermForm {
    let partOfSpeech = pair.partOfSpeech ?? PartOfSpeech.guess(text)
    let kind: TermForm.Kind =
      switch partOfSpeech {
      case .noun: .noun
      case .adjective: .adjective
      case .verb: .verb
      case .name: .name
      case .acronym: .acronym
      default: .other
      }
    let isPlural = pair.gender.hasSuffix("pl") && pair.matching == .inflect
    return TermForm(
      pair: number, kind: kind, length: elements.count, isSingle: elements.count == 1,
      word: elements.count == 1 ? FoldedWord(elements[0].surface) : nil, isVariant: isVariant,
      needsCapital: partOfSpeech == .name
        && text.unicodeScalars.contains { $0.properties.isUppercase },
      pluralPlace: isPlural
        ? elements.firstIndex { $0.mode == .head || $0.mode == .capitalHead } : nil,
      gender: pair.gender.utf8.first, needsHyphens: partOfSpeech == .adverb && text.contains("-"),
      context: demand)
  }
}
