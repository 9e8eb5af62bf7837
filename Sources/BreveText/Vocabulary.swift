// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData

/// The number of a word in a ``Vocabulary``.
package typealias TokenID = UInt32

/// Numbers words: equal words, case and a final plural mark aside, have one number.
package struct Vocabulary: Sendable {
  private var numbers = WordTable<TokenID>()
  /// Whether each word is a stop word, by number.
  package private(set) var isStopWord: [Bool] = []
  private let stopWords: StopWords
  private let personalWords: WordSet
  /// Whether a word of the first or second person has been read since this was last set to false.
  package var hasPersonalWord = false

  package init(stopWords: StopWords, personalWords: WordSet = WordSet()) {
    self.stopWords = stopWords
    self.personalWords = personalWords
  }

  package var count: Int { isStopWord.count }

  /// Appends the words of `range` to `tokens`: runs of letters and digits; each ideograph or kana is a word.
  package mutating func appendTokens(
    of units: [UInt16], in range: Range<Int>, to tokens: inout [TokenID]
  ) {
    let classes = CharacterClass.table
    let folds = WordKey.folds
    var index = range.lowerBound
    while index < range.upperBound {
      guard classes[Int(units[index])].isWordPart else {
        index += 1
        continue
      }
      var key = WordKey()
      var previous = key
      var length = 0
      var last: UInt16 = 0
      let isIdeograph = Self.isUnspaced(units[index])
      repeat {
        last = folds[Int(units[index])]
        previous = key
        key.append(last)
        length += 1
        index += 1
      } while index < range.upperBound && !isIdeograph && classes[Int(units[index])].isWordPart
        && !Self.isUnspaced(units[index])
      let isStop = stopWords.contains(key)
      if !personalWords.isEmpty, personalWords.contains(key) { hasPersonalWord = true }
      // A final s or x is a plural mark more often than not.
      if !isStop, length > 3, last == 0x73 || last == 0x78 { key = previous }
      tokens.append(number(of: key, isStop: isStop || (length == 1 && !isIdeograph)))
    }
  }

  private mutating func number(of key: WordKey, isStop: Bool) -> TokenID {
    if let known = numbers[key] { return known }
    let number = TokenID(isStopWord.count)
    numbers[key] = number
    isStopWord.append(isStop)
    return number
  }

  /// Han, kana, Thai, Lao, Khmer, Burmese: scripts without spaces between words.
  private static func isUnspaced(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x0E00...0x0EFF, 0x1000...0x109F,
      0x1780...0x17FF:
      true
    default: false
    }
  }
}

/// The words of a language that say nothing of a text's subject.
package struct StopWords: Sendable {
  private let keys: WordSet

  /// The list linked in for `language` (`Languages/<language>.stopwords.txt`); empty if there is none.
  package init(for language: Language) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".stopwords.txt") else {
      keys = WordSet()
      return
    }
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    keys = WordSet(list.entries.flatMap(\.words).map { WordKey(folding: $0) })
  }

  var isEmpty: Bool { keys.isEmpty }

  func contains(_ key: WordKey) -> Bool { keys.contains(key) }
}
