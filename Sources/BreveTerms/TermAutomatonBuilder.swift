// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Makes a ``TermAutomaton``.
struct TermAutomatonBuilder {
  let tokenizer: TermTokenizer
  let inflects: Bool
  private(set) var automaton: TermAutomaton
  private(set) var pairs: [TermPair] = []
  private var own = NumberTable()
  private var concepts: [String: Int32] = [:]

  init(tokenizer: TermTokenizer, inflects: Bool, stems: TermStems?) {
    self.tokenizer = tokenizer
    self.inflects = inflects
    automaton = TermAutomaton(stems: stems)
  }

  /// - Parameters:
  ///   - pair: A pair of the glossary, or a name of ICU.
  ///   - demand: What must stand around it.
  ///   - ifMissing: Whether it is left out where the glossary has the form, however it is matched there.
  mutating func insert(
    _ pair: TermPair, demanding demand: TermContext.Demand = .none, ifMissing: Bool = false
  ) {
    var isUsed = insert(pair.source, of: pair, demand, ifMissing: ifMissing, isVariant: false)
    for variant in pair.sourceVariants
    where insert(variant, of: pair, demand, ifMissing: ifMissing, isVariant: true) {
      isUsed = true
    }
    if isUsed { pairs.append(pair) }
  }

  private mutating func insert(
    _ text: String, of pair: TermPair, _ demand: TermContext.Demand, ifMissing: Bool,
    isVariant: Bool
  ) -> Bool {
    let elements = elements(of: text, for: pair)
    if elements.isEmpty { return false }
    let numbers = elements.map { automaton.number(of: $0) }
    var key = WordKey()
    for number in numbers {
      for unit in automaton.words[Int(number)].folded { key.append(unit) }
      key.append(0x20)
    }
    if ifMissing, own[key.value] >= 0 { return false }
    if !ifMissing { own[key.value] = 0 }
    let form = form(of: pair, elements, numbers, isVariant: isVariant, text: text, demand)
    automaton.insert(numbers, form)
    guard inflects, pair.matching == .inflect else { return true }
    for other in PrefixSpellings.others(of: text) {
      let elements = self.elements(of: other, for: pair)
      let numbers = elements.map { automaton.number(of: $0) }
      automaton.insert(
        numbers, self.form(of: pair, elements, numbers, isVariant: true, text: text, demand))
    }
    return true
  }

  private func elements(of text: String, for pair: TermPair) -> [TermElement] {
    TermElement.elements(
      of: text, for: pair, inflects: inflects, stems: automaton.stems, by: tokenizer
    ).elements
  }

  private mutating func concept(of id: String) -> Int32 {
    if let known = concepts[id] { return known }
    let number = Int32(concepts.count)
    concepts[id] = number
    return number
  }

  private mutating func form(
    of pair: TermPair, _ elements: [TermElement], _ numbers: [Int32], isVariant: Bool, text: String,
    _ demand: TermContext.Demand
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
      pair: Int32(pairs.count), concept: concept(of: pair.id), element: numbers.first ?? 0,
      length: elements.count, kind: kind, rank: UInt8(pair.status.rank),
      isSingle: elements.count == 1, isVariant: isVariant,
      needsCapital: partOfSpeech == .name
        && text.unicodeScalars.contains { $0.properties.isUppercase },
      pluralPlace: isPlural
        ? elements.firstIndex { $0.mode == .head || $0.mode == .capitalHead } : nil,
      gender: pair.gender.utf8.first, needsHyphens: partOfSpeech == .adverb && text.contains("-"),
      context: demand)
  }
}
