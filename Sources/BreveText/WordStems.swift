// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology

/// What the inflections of a word have in common, for languages that Snowball knows; else the word.
package struct WordStems {
  private let stemmer: Stemmer
  private let exceptions: [String: String]

  /// - Parameter language: The language of the words.
  package init(language: Language) {
    stemmer = Stemmer(language: language.primary)
    exceptions = language.primary == "fr" ? Self.frenchExceptions : [:]
  }

  /// The stem of a word in small letters.
  package func stem(_ word: String) -> String { exceptions[word] ?? stemmer.stem(word) }

  /// Nouns that Snowball takes for verbs (as `emploi` is the stem of `employer`), so that they have the stem of another word:
  /// `loi`, `foi`.
  private static let frenchExceptions = [
    "loyer": "loyer", "loyers": "loyer", "foyer": "foyer", "foyers": "foyer",
  ]
}
