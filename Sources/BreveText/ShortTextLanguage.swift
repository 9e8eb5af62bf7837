// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveMorphology

/// Tells French and English in texts of a few words by the dictionaries.
///
/// CLD2 counts groups of four letters: of "Moscou a dit non." it is sure that it is Galician. All words but names have to be
/// known in one of the two languages and not in the other.
enum ShortTextLanguage {
  /// How far a language that was told so may be trusted.
  static let confidence = 0.5
  /// Texts of more UTF-16 units are left to the detector.
  private static let mostUnits = 120

  /// The language of a short text; nil where the dictionaries do not tell, or `guess` is one that they are of.
  static func language(
    of units: [UInt16], besides guess: Language, _ dictionaries: SpellingDictionaries
  ) -> Language? {
    guard units.count <= mostUnits, guess != .french, guess != .english, dictionaries.hasBoth,
      let french = dictionaries.french, let english = dictionaries.english
    else { return nil }
    let words = words(of: String(utf16: units.span))
    let isFrench = known(words, french)
    let isEnglish = known(words, english)
    // One word is told only where the detector is at a loss.
    let least = guess == .undetermined ? 1 : 2
    switch (isFrench, isEnglish) {
    case (let count?, nil) where count >= least: return .french
    case (nil, let count?) where count >= least: return .english
    default: return nil
    }
  }

  private struct Word {
    let text: String
    /// Whether it begins the text with a capital: it may be a name.
    let mayBeName: Bool
  }

  /// How many words a dictionary knows; nil if there is one that it does not know, or no dictionary.
  private static func known(_ words: [Word], _ dictionary: SpellingDictionary) -> Int? {
    var count = 0
    for word in words {
      guard let isKnown = dictionary.knows(word.text) else { return nil }
      if isKnown || word.mayBeName && dictionary.knows(word.text.lowercased()) == true {
        count += 1
      } else if !word.mayBeName {
        return nil
      }
    }
    return count
  }

  /// The words but for names and elided letters.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var isFirst = true
    let pieces = text.unicodeScalars.split(omittingEmptySubsequences: true) {
      !$0.properties.isAlphabetic && $0 != "'" && $0 != "\u{2019}" && $0 != "-"
    }
    for piece in pieces {
      let parts = piece.split { $0 == "'" || $0 == "\u{2019}" }
      for (place, part) in parts.enumerated() {
        defer { isFirst = false }
        // The letters beside an apostrophe: l', d', 's.
        if parts.count > 1, part.count < 2 || place == 0 && part.count == 2 { continue }
        let isCapital = part.first?.properties.isUppercase ?? false
        if isCapital, !isFirst { continue }
        words.append(Word(text: String(String.UnicodeScalarView(part)), mayBeName: isCapital))
      }
    }
    return words
  }
}
