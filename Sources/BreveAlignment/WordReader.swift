// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// A word of a sentence, as word alignment sees it.
struct AlignedWord: Equatable, Sendable {
  /// The hash of its stem, without case and accents; of its digits if it is a number.
  let stem: UInt64
  /// Where it stands, in UTF-8 bytes.
  let range: Range<Int>
}

/// Cuts sentences into words and numbers; marks are left out.
struct AlignedWordReader {
  private let stemmer: WordStems
  /// Stems by the words in small letters that were read.
  private var stems = WordTable<UInt64>()

  init(language: Language) { stemmer = WordStems(language: language) }

  /// The words of a sentence, in order.
  mutating func words(_ text: String) -> [AlignedWord] {
    let units = Array(text.utf16)
    let classes = CharacterClass.table
    var words: [AlignedWord] = []
    var index = 0
    var byte = 0
    while index < units.count {
      let kind = classes[Int(units[index])]
      guard kind.isWordPart || kind == .mark else {
        byte += Self.length(units[index])
        index += 1
        continue
      }
      let (start, first) = (index, byte)
      repeat {
        byte += Self.length(units[index])
        index += 1
      } while index < units.count && Self.continues(classes[Int(units[index])], kind)
      let stem = stem(of: units[start..<index], isNumber: kind == .digit)
      words.append(AlignedWord(stem: stem, range: first..<byte))
    }
    return words
  }

  /// Whether a unit belongs to a word that began with one of class `first`.
  private static func continues(_ kind: CharacterClass, _ first: CharacterClass) -> Bool {
    kind == .mark || (kind.isWordPart && (kind == .digit) == (first == .digit))
  }

  /// The bytes of a unit in UTF-8; each half of a pair counts two.
  private static func length(_ unit: UInt16) -> Int {
    switch unit {
    case 0..<0x80: 1
    case 0..<0x800, 0xD800..<0xE000: 2
    default: 3
    }
  }

  private mutating func stem(of units: ArraySlice<UInt16>, isNumber: Bool) -> UInt64 {
    var key = WordKey()
    for unit in units { key.append(WordKey.folds[Int(unit)]) }
    if let known = stems[key] { return known }
    let small = String(decoding: units.map { WordKey.folds[Int($0)] }, as: UTF16.self)
    var stem = WordKey()
    for unit in FoldedLetters.of(isNumber ? small : stemmer.stem(small)) { stem.append(unit) }
    stems[key] = stem.value
    return stem.value
  }
}
