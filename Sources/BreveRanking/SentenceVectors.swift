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
}
