// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What a reader asks an article about: `coopération militaire`, in any inflection.
package struct Focus: Sendable {
  /// As it was asked.
  package let text: String
  /// The stems of its words that are no stop words, in order, each once.
  private let stems: [String]
  private let language: Language

  /// What `text` asks an article in `language` about.
  package init(_ text: String, language: Language) {
    self.text = text
    self.language = language
    let stemmer = WordStems(language: language)
    let stopWords = StopWords(for: language)
    let words = text.contentWords(stopWords).map(stemmer.stem)
    var stems: [String] = []
    for word in words where !stems.contains(word) { stems.append(word) }
    self.stems = stems
  }

  /// Whether it holds nothing but stop words.
  package var isEmpty: Bool { stems.isEmpty }

  /// How much each of `sentences` speaks of it, 0 to 1: the share of its words that stand in the sentence.
  ///
  /// A word that stands in few of the sentences counts more; one that stands in none counts as the rarest, so that half an
  /// answer is never a whole one.
  package func shares(of sentences: [String]) -> [Double] {
    let stemmer = WordStems(language: language)
    let stopWords = StopWords(for: language)
    let found = sentences.map { sentence in
      Set(sentence.contentWords(stopWords).map(stemmer.stem))
    }
    let weights = stems.map { stem in
      let count = found.count { $0.contains(stem) }
      return 1 + 1 / Double(max(1, count))
    }
    let total = weights.reduce(0, +)
    return found.map { words in
      zip(stems, weights).reduce(0) { $0 + (words.contains($1.0) ? $1.1 : 0) } / max(total, 1)
    }
  }
}

extension String {
  /// The words that are no stop words, in small letters; an elided article is a word by itself and left out.
  fileprivate func contentWords(_ stopWords: StopWords) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars {
      if CharacterClass.of(scalar).isWordPart {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words.filter { $0.unicodeScalars.count > 1 && !stopWords.contains(WordKey(folding: $0)) }
  }
}
