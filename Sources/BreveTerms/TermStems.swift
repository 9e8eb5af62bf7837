// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveMorphology
internal import BreveText

/// Says whether a word is a form of a word of a term by Snowball's stems, for languages other than French.
///
/// Stems alone confuse words: in Spanish `puerto` and `puerta` have one, `negociar` and `negociación` too. Where nouns in -o
/// and -a are different words, a form keeps the vowel; what is made of a verb by an ending is no form of it; and where the
/// stem is short, one of the two words must begin with the other.
///
/// - Source: the Snowball algorithms (Porter 2001), in libstemmer.
struct TermStems: Sendable {
  private let stemmer: SharedStemmer
  private let isRomance: Bool
  private let derivations: [[UInt16]]
  /// Whether a name has forms: `Россия`, `России`.
  let declinesNames: Bool
  /// Whether every noun has a capital, so that capitals make no name.
  let capitalizesNouns: Bool

  /// Shorter words have no other forms.
  static let shortest = 3
  /// A stem of fewer letters belongs to many words.
  private static let shortestStem = 4
  private static let romance: Set<String> = ["es", "it", "pt", "ca"]
  /// What makes nouns of verbs.
  private static let derivations: [String: [String]] = [
    "ca": ["ció", "cions"], "de": ["ung", "ungen"], "en": ["tion", "tions"],
    "es": ["ción", "ciones"], "it": ["zione", "zioni"], "pt": ["ção", "ções"],
  ]
  private static let declining: Set<String> = [
    "de", "el", "eu", "fi", "ga", "hu", "hy", "lt", "ru", "sr", "ta", "tr",
  ]

  /// Nil where Snowball has no rules for `language`.
  init?(language: Language) {
    guard let stemmer = SharedStemmer(language: language.primary) else { return nil }
    self.stemmer = stemmer
    isRomance = Self.romance.contains(language.primary)
    derivations = (Self.derivations[language.primary] ?? []).map { Array(utf16: $0) }
    declinesNames = Self.declining.contains(language.primary)
    capitalizesNouns = language.primary == "de"
  }

  private func stem(_ word: FoldedWord) -> String {
    stemmer.stem(String(utf16: word.folded.span))
  }

  /// What all words with the stem of `word` are found by.
  func key(_ word: FoldedWord) -> WordKey { WordKey(stem(word)) }

  /// Whether `word` is a form of `term`.
  func isForm(_ word: FoldedWord, of term: FoldedWord) -> Bool {
    if word.spells(term) { return true }
    guard min(word.folded.count, term.folded.count) >= Self.shortest else { return false }
    let stem = stem(term)
    guard self.stem(word) == stem, isDerived(word.folded) == isDerived(term.folded),
      !isRomance || Self.keepsVowel(word.folded, of: term.folded)
    else { return false }
    return stem.unicodeScalars.count >= Self.shortestStem || word.folded.starts(with: term.folded)
      || term.folded.starts(with: word.folded)
  }

  private func isDerived(_ word: [UInt16]) -> Bool {
    derivations.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
  }

  /// Whether two words do not end in -o and -a (-os and -as).
  private static func keepsVowel(_ word: [UInt16], of term: [UInt16]) -> Bool {
    func vowel(_ word: [UInt16]) -> UInt16? { word.last == 0x73 ? word.dropLast().last : word.last }
    switch (vowel(word), vowel(term)) {
    case (0x61, 0x6F), (0x6F, 0x61): return false
    default: return true
    }
  }
}
