// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveText

/// Who is called by the surname alone: `Mukendi, 43 ans`, after a `Jean-Pierre Mukendi` that a brief may leave out.
struct BriefNames {
  private let document: Document
  private let text: RankingText
  /// By sentence, as far as they were asked for.
  private var names: [[CapitalName]] = []

  init(_ document: Document, _ text: RankingText) {
    self.document = document
    self.text = text
  }

  /// Which of `sentences` call somebody by the surname alone whom another of the article, and none of `sentences` before
  /// it, calls by the whole name.
  mutating func unpresented(in sentences: [Int]) -> [Int] {
    read(upTo: sentences.max() ?? -1)
    var presented: [WordKey] = []
    var found: [Int] = []
    for sentence in sentences {
      for name in names[sentence] where name.isFull { presented.append(name.last) }
      let isBare = names[sentence].contains { name in
        !name.isFull && !presented.contains(name.last)
          && names[..<sentence].contains { $0.contains { $0.isFull && $0.last == name.last } }
      }
      if isBare { found.append(sentence) }
    }
    return found
  }

  private mutating func read(upTo last: Int) {
    while names.count <= last {
      let segment = document.segments[text.sentences[names.count].segment]
      names.append(
        CapitalName.names(
          in: segment.normalizedRange, of: document.text.units, document.lexicon.stopWords))
    }
  }
}
