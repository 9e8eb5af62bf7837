// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveRanking
package import BreveText

/// Who is called by the surname alone: `Mukendi, 43 ans`, after a `Jean-Pierre Mukendi` that a brief may leave out.
package struct BriefNames {
  private let document: Document
  private let text: RankingText
  /// By sentence, as far as they were asked for.
  private var names: [[CapitalName]] = []
  /// The first sentence that has a last name in full.
  private var first = WordTable<Int>()

  package init(_ document: Document, _ text: RankingText) {
    self.document = document
    self.text = text
  }

  /// Which of `sentences` call somebody by the surname alone whom another of the article, and none of `sentences` before
  /// it, calls by the whole name.
  package mutating func unpresented(in sentences: [Int]) -> [Int] {
    read(upTo: sentences.max() ?? -1)
    var presented = WordSet()
    var found: [Int] = []
    for sentence in sentences {
      presented.insert(names[sentence].lazy.filter(\.isFull).map(\.last))
      let isBare = names[sentence].contains { name in
        !name.isFull && !presented.contains(name.last) && first[name.last] ?? sentence < sentence
      }
      if isBare { found.append(sentence) }
    }
    return found
  }

  private mutating func read(upTo last: Int) {
    while names.count <= last {
      let segment = document.segments[text.sentences[names.count].segment]
      let own = CapitalName.names(
        in: segment.normalizedRange, of: document.text.units, document.lexicon.stopWords)
      for name in own where name.isFull && first[name.last] == nil {
        first[name.last] = names.count
      }
      names.append(own)
    }
  }
}
