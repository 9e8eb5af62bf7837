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
    if !isDotted, let stems {
      byStem.append(stems.key(word), to: &candidates)
    } else if !isDotted {
      byStem.append(FrenchForms.stem(word.bare), to: &candidates)
      var key = WordKey()
      for place in 0..<min(longestBeginning, word.bare.count) {
        key.append(word.bare[place])
        let first = candidates.count
        byBeginning.append(key, to: &candidates)
        // No ending of a verb is longer than `-eraient` by more than the infinitive's.
        for index in (first..<candidates.count).reversed()
        where words[Int(candidates[index])].bare.count + 6 < word.bare.count {
          candidates.remove(at: index)
        }
      }
    }
    if candidates.isEmpty { return }
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
    case .stemmed: stems?.isForm(word, of: term) ?? false
    case .capitalStemmed: word.isCapitalized && stems?.isForm(word, of: term) ?? false
    case .reflexive, .lastPreposition:
      word.spells(term) || element.alternatives.contains(String(utf16: word.folded.span))
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
