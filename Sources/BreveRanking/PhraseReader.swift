// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Cuts sentences into words and words into the phrases that could be named.
struct PhraseReader {
  let stopWords: StopWords

  struct Word {
    let range: Range<Int>
    let stem: WordKey
    let isStop: Bool
    let isConnector: Bool
    let isCapital: Bool
    let isNumber: Bool
    /// Whether a mark stands between it and the word before.
    let followsMark: Bool
    var use = KeyPhrases.WordUse.unknown
  }

  func words(_ units: [UInt16]) -> [Word] { words(units, in: 0..<units.count) }

  func words(_ units: [UInt16], in range: Range<Int>) -> [Word] {
    let classes = CharacterClass.table
    let folds = WordKey.folds
    var words: [Word] = []
    var followsMark = true
    var index = range.lowerBound
    while index < range.upperBound {
      let unit = units[index]
      guard classes[Int(unit)].isWordPart else {
        // An apostrophe ends an elided word; blanks and hyphens join.
        if !CharacterClass.isBlank(unit), unit != 0x27, unit != 0x2019, unit != 0x2D {
          followsMark = true
        }
        index += 1
        continue
      }
      let start = index
      var key = WordKey()
      var previous = key
      var last: UInt16 = 0
      var hasLetter = false
      while index < range.upperBound,
        classes[Int(units[index])].isWordPart
          || isHyphen(units, at: index, in: range, classes)
      {
        hasLetter = hasLetter || classes[Int(units[index])].isLetter
        last = folds[Int(units[index])]
        previous = key
        key.append(last)
        index += 1
      }
      let isStop = stopWords.contains(key) || index - start == 1
      let isPlural = !isStop && index - start > 3 && (last == 0x73 || last == 0x78)
      words.append(
        Word(
          range: start..<index, stem: isPlural ? previous : key, isStop: isStop,
          isConnector: stopWords.mayStandInside(key),
          isCapital: isUpper(classes[Int(units[start])]),
          isNumber: !hasLetter, followsMark: followsMark))
      followsMark = false
    }
    return words
  }

  /// The stretches of `words` that begin and end with a word that is no stop word, with connectors between at most.
  func phrases(_ words: [Word], mostWords: Int) -> [Range<Int>] {
    var phrases: [Range<Int>] = []
    for start in words.indices where isContent(words[start]) && words[start].use != .participle {
      // `5 août`, `300 millions`: what a number counts is no subject.
      if start > 0, words[start - 1].isNumber, !words[start].followsMark { continue }
      var content = 0
      var connectors = 0
      for index in start..<words.count {
        let word = words[index]
        if index > start, word.followsMark { break }
        if isContent(word) {
          content += 1
          connectors = 0
          if content > mostWords { break }
          if index == start, word.use == .adjective { continue }
          phrases.append(start..<index + 1)
        } else {
          connectors += 1
          if !word.isConnector || connectors > 2 { break }
        }
      }
    }
    return phrases
  }

  private func isContent(_ word: Word) -> Bool {
    !word.isStop && !word.isNumber && word.use != .verb
  }

  private func isUpper(_ kind: CharacterClass) -> Bool {
    if case .upper = kind { true } else { false }
  }

  /// A hyphen between two letters is a part of the word: `cessez-le-feu`.
  private func isHyphen(
    _ units: [UInt16], at index: Int, in range: Range<Int>, _ classes: [CharacterClass]
  ) -> Bool {
    units[index] == 0x2D && index > range.lowerBound && index + 1 < range.upperBound
      && classes[Int(units[index - 1])].isLetter && classes[Int(units[index + 1])].isLetter
  }
}
