// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Finds the sentences that may say all that another says, by its rarest word.
package struct SentenceIndex {
  private let vectors: TermVectors
  /// By token; the first sentences only where it is in many.
  private var places: [[Int]]

  /// Of a word that stands in many sentences only so many are looked at.
  package static let mostSentences = 256

  /// An index of `sentences` of a text, which are ascending.
  package init(_ text: RankingText, of sentences: some Sequence<Int>) {
    vectors = text.vectors
    places = Array(repeating: [], count: vectors.inverseFrequencies.count)
    for sentence in sentences {
      for term in vectors.sentences[sentence]
      where places[Int(term.token)].count < Self.mostSentences {
        places[Int(term.token)].append(sentence)
      }
    }
  }

  /// The sentences that have the word of `sentence` which the fewest have, ascending; none if one of its words is in none.
  ///
  /// - Complexity: O(*n*), where *n* is the number of words of the sentence.
  package func sentences(like sentence: Int) -> [Int] {
    vectors.sentences[sentence].lazy.map { places[Int($0.token)] }.min { $0.count < $1.count } ?? []
  }
}
