// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The word lists of a language that ranking asks for; read once, and shared by the documents of a reader.
package final class Lexicon: Sendable {
  package let stopWords: StopWords
  package let cues: CoherenceCues

  package init(for language: Language) {
    stopWords = StopWords(for: language)
    cues = CoherenceCues(for: language)
  }
}
