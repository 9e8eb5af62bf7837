// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveData

/// The number of a word in a ``Vocabulary``.
package typealias TokenID = UInt32

/// Numbers words: equal words, case and a final plural mark aside, have one number.
package struct Vocabulary: Sendable {
  private var numbers: [UInt64: TokenID] = [:]
  /// Whether each word is a stop word, by number.
  package private(set) var isStopWord: [Bool] = []
  private let stopWords: StopWords

  package init(stopWords: StopWords) {
    self.stopWords = stopWords
  }

  package var count: Int { isStopWord.count }

  /// Appends the words of `range` to `tokens`: runs of letters and digits; each ideograph or kana is a word.
  package mutating func appendTokens(
    of units: [UInt16], in range: Range<Int>, to tokens: inout [TokenID]
  ) {
    let classes = CharacterClass.table
    let folds = Self.folds
    var index = range.lowerBound
    while index < range.upperBound {
      guard classes[Int(units[index])].isWordPart else {
        index += 1
        continue
      }
      var hash = Self.offset
      var previous = Self.offset
      var length = 0
      var last: UInt16 = 0
      let isIdeograph = Self.isUnspaced(units[index])
      repeat {
        last = folds[Int(units[index])]
        previous = hash
        hash = (hash ^ UInt64(last)) &* Self.prime
        length += 1
        index += 1
      } while index < range.upperBound && !isIdeograph && classes[Int(units[index])].isWordPart
        && !Self.isUnspaced(units[index])
      let isStop = stopWords.contains(hash)
      // A final s or x is a plural mark more often than not.
      if !isStop, length > 3, last == 0x73 || last == 0x78 { hash = previous }
      tokens.append(number(of: hash, isStop: isStop || (length == 1 && !isIdeograph)))
    }
  }

  private mutating func number(of hash: UInt64, isStop: Bool) -> TokenID {
    if let known = numbers[hash] { return known }
    let number = TokenID(isStopWord.count)
    numbers[hash] = number
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

  static let folds = CaseFolding.simpleTable()
  /// FNV-1a, 64 bits.
  static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3
}

/// The words of a language that say nothing of a text's subject.
package struct StopWords: Sendable {
  private let hashes: Set<UInt64>

  /// The list linked in for `language` (`Languages/<language>.stopwords.txt`); empty if there is none.
  package init(for language: Language) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".stopwords.txt") else {
      hashes = []
      return
    }
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    hashes = Set(list.entries.flatMap(\.words).map(Self.hash))
  }

  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  private static func hash(_ word: String) -> UInt64 {
    var hash = Vocabulary.offset
    for unit in word.utf16 {
      hash = (hash ^ UInt64(Vocabulary.folds[Int(unit)])) &* Vocabulary.prime
    }
    return hash
  }
}
