// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveText

/// Who is called by the surname alone: `Mukendi, 43 ans`, after a `Jean-Pierre Mukendi` that a brief may leave out.
struct BriefNames {
  /// By sentence.
  private let names: [[CapitalName]]

  init(_ document: Document, _ text: RankingText) {
    let stopWords = document.lexicon.stopWords
    names = text.sentences.map { sentence in
      CapitalName.names(
        in: document.segments[sentence.segment].normalizedRange, of: document.text.units, stopWords)
    }
  }

  /// Which of `sentences` call somebody by the surname alone whom another of the article, and none of `sentences` before
  /// it, calls by the whole name.
  func unpresented(in sentences: [Int]) -> [Int] {
    var presented = WordSet()
    var found: [Int] = []
    for sentence in sentences {
      presented.insert(names[sentence].lazy.filter(\.isFull).map(\.last))
      let isBare = names[sentence].contains { name in
        !name.isFull && !presented.contains(name.last)
          && names[..<sentence].contains { $0.contains { $0.isFull && $0.last == name.last } }
      }
      if isBare { found.append(sentence) }
    }
    return found
  }
}
