// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology

/// What the inflections of a word have in common, for languages that Snowball knows; else the word.
package struct WordStems {
  private let stemmer: Stemmer

  /// - Parameter language: The language of the words.
  package init(language: Language) { stemmer = Stemmer(language: language.primary) }

  /// The stem of a word in small letters.
  package func stem(_ word: String) -> String { stemmer.stem(word) }
}
