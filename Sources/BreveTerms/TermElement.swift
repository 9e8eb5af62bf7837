// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// One word of a term, and which words of a text stand for it.
struct TermElement: Hashable, Sendable {
  enum Mode: UInt8, Hashable, Sendable {
    /// The word itself.
    case literal
    /// The word itself, capitals and all.
    case caseSensitive
    /// The word itself, with a capital.
    case name
    /// Capitals, with or without dots, or a capital at the beginning alone.
    case acronym
    /// The forms of a noun, an adjective, a participle.
    case nominal
    /// The same of the noun that the term is about.
    case head
    /// The same, with a capital: `État` of a term is not `état`.
    case capitalHead
    /// The forms of a verb.
    case verb
    /// The words with its stem.
    case stemmed
    /// The same, with a capital.
    case capitalStemmed
    /// `se` of a verb, in every person.
    case reflexive
    /// A preposition at the end, with or without an article grown together: `de`, `du`, `des`, `d'`.
    case lastPreposition
  }

  let surface: [UInt16]
  let mode: Mode

  /// The other words that stand for this one.
  var alternatives: [String] {
    switch mode {
    case .reflexive: ["se", "s'", "me", "m'", "te", "t'", "nous", "vous"]
    case .lastPreposition: surface.count == 2 ? ["de", "d'", "du", "des"] : ["à", "au", "aux"]
    default: []
    }
  }
}

extension TermElement {
  /// The elements of a term.
  ///
  /// - Parameters:
  ///   - term: The term or a variant of it.
  ///   - pair: Its pair, which says how it is matched.
  ///   - inflects: Whether French forms are found.
  ///   - stems: What finds forms in another language.
  ///   - tokenizer: The one that cuts the texts.
  /// - Returns: One element for each token of the term, and the tokens.
  static func elements(
    of term: String, for pair: TermPair, inflects: Bool, stems: TermStems?,
    by tokenizer: TermTokenizer
  ) -> (elements: [TermElement], tokens: [TermToken]) {
    let units = Array(utf16: NormalForm.composed(term))
    var tokens: [TermToken] = []
    tokenizer.append(units.span, 0..<units.count, to: &tokens)
    let words = tokens.map { TermTokenizer.spelling(of: $0, in: units.span) }
    var kind = pair.partOfSpeech ?? PartOfSpeech.guess(term)
    let isFullName = isFullName(words)
    let namesHaveCapitals = stems?.capitalizesNouns != true
    if kind == .noun, words.count > 1, isFullName, namesHaveCapitals { kind = .name }
    if pair.matching == .caseSensitive {
      return (words.map { TermElement(surface: $0.surface, mode: .caseSensitive) }, tokens)
    }
    if kind == .acronym, tokens.count == 1 {
      return ([TermElement(surface: words[0].surface, mode: .acronym)], tokens)
    }
    let isInflected =
      (inflects || stems != nil) && pair.matching == .inflect && kind != .acronym
      && kind != .adverb && (kind != .name || stems?.declinesNames == true)
    var elements: [TermElement] = []
    var hasHead = false
    for (index, word) in words.enumerated() {
      let isWord = tokens[index].kind == .word
      var mode = TermElement.Mode.literal
      if tokens[index].kind == .dotted || (isWord && word.isAllCapitals) {
        mode = .acronym
      } else if isWord, word.isCapitalized,
        words.count == 1 || (kind == .name && isFullName) || !namesHaveCapitals
      {
        mode = !isInflected ? .name : stems == nil ? .capitalHead : .capitalStemmed
      } else if stems != nil {
        if isWord, isInflected { mode = .stemmed }
      } else if !isWord || FunctionWords.all.contains(WordKey(units: word.folded)) {
        let isLast = index == words.count - 1 && index > 0
        let text = String(utf16: word.folded.span)
        if isLast, text == "de" || text == "à", kind != .name { mode = .lastPreposition }
        if index == 0, kind == .verb, text == "se" || text == "s'", words.count > 1 {
          mode = .reflexive
        }
      } else if isInflected {
        if kind == .verb || kind == .phrase {
          if !hasHead, elements.allSatisfy({ $0.mode == .reflexive }),
            kind == .verb || PartOfSpeech.guess(String(utf16: word.surface.span)) == .verb
          {
            mode = .verb
          }
          hasHead = true
        } else {
          mode = hasHead ? .nominal : .head
          hasHead = true
        }
      }
      elements.append(
        TermElement(
          surface: mode == .name || mode == .acronym ? word.surface : word.folded, mode: mode))
    }
    return (elements, tokens)
  }

  /// Whether all words but the small ones have a capital, as in the name of a person or place.
  private static func isFullName(_ words: [FoldedWord]) -> Bool {
    words.allSatisfy {
      $0.isCapitalized || FunctionWords.all.contains(WordKey(units: $0.folded))
        || CharacterClass.table[Int($0.surface.first ?? 0)] != .lower
    }
  }
}
