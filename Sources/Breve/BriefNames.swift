// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveText

/// Who is called by the surname alone: `Mukendi, 43 ans`, after a `Jean-Pierre Mukendi` that a brief may leave out.
struct BriefNames {
  /// By sentence.
  private let names: [[Name]]

  /// Words with a capital that stand together.
  private struct Name {
    let last: WordKey
    let isFull: Bool
  }

  init(_ document: Document, _ text: RankingText) {
    let stopWords = document.lexicon.stopWords
    names = text.sentences.map { sentence in
      Self.names(
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

  private static func names(
    in range: Range<Int>, of units: [UInt16], _ stopWords: StopWords
  ) -> [Name] {
    let classes = CharacterClass.table
    let folds = WordKey.folds
    var names: [Name] = []
    var words = 0
    var last = WordKey()
    func end() -> Name? { words == 0 ? nil : Name(last: last, isFull: words > 1) }
    var index = range.lowerBound
    while index < range.upperBound {
      let kind = classes[Int(units[index])]
      guard kind.isWordPart else {
        // Blanks join; the stop of `M. Diop` as well.
        let joins = CharacterClass.isBlank(units[index]) || units[index] == 0x2E && words == 1
        if !joins, let name = end() {
          names.append(name)
          words = 0
        }
        index += 1
        continue
      }
      let start = index
      var key = WordKey()
      repeat {
        key.append(folds[Int(units[index])])
        index += 1
      } while index < range.upperBound
        && (classes[Int(units[index])].isWordPart || units[index] == 0x2D)
      // The M of `M. Diop` is a stop word too.
      let isTitle = index - start == 1 && index < range.upperBound && units[index] == 0x2E
      if kind == .upper, isTitle || !stopWords.contains(key) {
        words += 1
        last = key
      } else if let name = end() {
        names.append(name)
        words = 0
      }
    }
    if let name = end() { names.append(name) }
    return names
  }
}
