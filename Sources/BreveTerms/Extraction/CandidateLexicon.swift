// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveText

/// What is known of words beforehand: by the dictionary, in general text, and in the glossary.
struct CandidateLexicon: Sendable {
  private let frequencies = WordFrequencies.french
  private var morphology: TermMorphology
  private var recognizer: TermRecognizer
  private let written: WordSet
  private let dictionaries: SpellingDictionaries

  init(_ glossary: Glossary, dictionaries: SpellingDictionaries) {
    self.dictionaries = dictionaries
    morphology = TermMorphology(dictionary: dictionaries.french)
    recognizer = TermRecognizer(glossary, dictionaries: dictionaries)
    written = WordSet(
      glossary.pairs.flatMap { [$0.source] + $0.sourceVariants }
        .map { WordKey(folding: TermText.normalized($0)) })
  }

  /// Whether there is a dictionary, so that a word it does not know tells something.
  var hasDictionary: Bool { dictionaries.french != nil && !dictionaries.isFrenchMissing }

  /// What the dictionary says of a word: in small letters, or else as it is written.
  mutating func readings(of word: CandidateWord) -> [TermReading] {
    let readings = morphology.readings(of: FoldedWord(word.folded))
    return readings.isEmpty ? morphology.readings(of: FoldedWord(word.form)) : readings
  }

  /// The share of a word in general text; that of a compound is a tenth of its rarest part's if it is not listed itself.
  func share(of folded: [UInt16]) -> Double {
    let share = frequencies.share(of: WordKey(units: folded))
    guard share == 0, folded.contains(0x2D) else { return share }
    let parts = folded.split(separator: 0x2D)
    return (parts.map { frequencies.share(of: WordKey(units: $0)) }.min() ?? 0) * 0.1
  }

  /// Whether a pair of the glossary, or a name of ICU's, stands for all of `text`.
  mutating func glossaryHas(_ text: String) -> Bool {
    written.contains(WordKey(folding: text)) || recognizer.recognizes(text)
  }
}
