// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The likeness of any two sentences of a text.
package struct SentenceVectors {
  private let vectors: TermVectors

  package init(_ text: RankingText) { vectors = text.vectors }

  /// The cosine of two sentences over TF-IDF, 0 to 1.
  package func likeness(_ one: Int, _ other: Int) -> Double {
    TermVectors.cosine(vectors.sentences[one], vectors.sentences[other])
  }

  /// Whether one of two sentences has all the words of the other that are no stop words, two at least.
  package func says(_ one: Int, what other: Int) -> Bool {
    let (short, long) =
      vectors.sentences[one].count <= vectors.sentences[other].count ? (one, other) : (other, one)
    let words = vectors.sentences[short]
    guard words.count > 1 else { return false }
    var place = 0
    let all = vectors.sentences[long]
    for word in words {
      while place < all.count, all[place].token < word.token { place += 1 }
      guard place < all.count, all[place].token == word.token else { return false }
    }
    return true
  }
}
