// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// A word of a sentence, as word alignment sees it.
struct AlignedWord: Equatable, Sendable {
  /// The hash of its stem, without case and accents; of its digits if it is a number.
  let stem: UInt64
  /// Where it stands, in UTF-8 bytes.
  let range: Range<Int>
  /// What it is in the sentence.
  let kind: Kind
  /// How it stands after the word before.
  let joint: Joint

  var isFunction: Bool { kind != .content }

  enum Kind: Sendable {
    case content
    /// A word of grammar that ties others, as `of` and `the`.
    case connector
    /// Another one, or a single letter.
    case function
  }

  /// What stands between two words.
  enum Joint: Sendable {
    /// Both are parts of one: `self-employed`, `Children’s`, `U.S`.
    case inside
    /// Nothing but white space.
    case space
    /// Marks, or there is no word before.
    case mark
  }
}

/// Cuts sentences into words and numbers; marks are left out.
struct AlignedWordReader {
  private let stemmer: WordStems
  private let functionWords: StopWords
  /// Stems by the words in small letters that were read.
  private var stems = WordTable<Known>()

  private struct Known {
    let stem: UInt64
    let kind: AlignedWord.Kind
  }

  init(language: Language) {
    stemmer = WordStems(language: language)
    functionWords = StopWords(for: language)
  }

  /// The words of a sentence, in order.
  mutating func words(_ text: String) -> [AlignedWord] {
    let units = Array(text.utf16)
    let classes = CharacterClass.table
    var words: [AlignedWord] = []
    var index = 0
    var byte = 0
    /// The word before.
    var last = 0..<0
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
      let known = known(units[start..<index], isNumber: kind == .digit)
      words.append(
        AlignedWord(
          stem: known.stem, range: first..<byte, kind: known.kind,
          joint: last.isEmpty ? .mark : Self.joint(units, last, start..<index)))
      last = start..<index
    }
    return words
  }

  /// Whether a unit belongs to a word that began with one of class `first`.
  private static func continues(_ kind: CharacterClass, _ first: CharacterClass) -> Bool {
    kind == .mark || (kind.isWordPart && (kind == .digit) == (first == .digit))
  }

  /// What follows an apostrophe in one word of English: `Children’s`, `don’t`, `we’ll`; French `l’on` and `qu’il` are two.
  private static let ends: [[UInt16]] = ["s", "t", "d", "m", "ll", "re", "ve"].map {
    Array($0.utf16)
  }

  private static func joint(
    _ units: [UInt16], _ last: Range<Int>, _ word: Range<Int>
  ) -> AlignedWord.Joint {
    let gap = units[last.upperBound..<word.lowerBound]
    guard let first = gap.first else { return .inside }
    if gap.count == 1 {
      switch first {
      case 0x2D, 0x2010, 0x2011: return .inside
      case 0x27, 0x2019:
        return last.count > 1 && ends.contains(Array(units[word])) ? .inside : .space
      case 0x2E where last.count == 1 && word.count == 1: return .inside
      default: break
      }
    }
    return gap.allSatisfy({ $0 == 0x20 || $0 == 0xA0 || $0 == 0x202F || $0 == 0x27 || $0 == 0x2019 }
    )
      ? .space : .mark
  }

  /// The bytes of a unit in UTF-8; each half of a pair counts two.
  private static func length(_ unit: UInt16) -> Int {
    switch unit {
    case 0..<0x80: 1
    case 0..<0x800, 0xD800..<0xE000: 2
    default: 3
    }
  }

  private mutating func known(_ units: ArraySlice<UInt16>, isNumber: Bool) -> Known {
    var key = WordKey()
    for unit in units { key.append(WordKey.folds[Int(unit)]) }
    if let known = stems[key] { return known }
    let small = String(decoding: units.map { WordKey.folds[Int($0)] }, as: UTF16.self)
    var stem = WordKey()
    for unit in FoldedLetters.of(isNumber ? small : stemmed(small)) { stem.append(unit) }
    let known = Known(
      stem: stem.value,
      kind: functionWords.mayStandInside(key)
        ? .connector
        : functionWords.contains(key) || (units.count == 1 && !isNumber) ? .function : .content)
    stems[key] = known
    return known
  }

  /// The stem; of a long word that leaves a short one, the word itself: `loyer` is not `loi`.
  private func stemmed(_ word: String) -> String {
    let stem = stemmer.stem(word)
    guard stem.utf16.count < 4, word.utf16.count > 4 else { return stem }
    return word.last == "s" ? String(word.dropLast()) : word
  }
}
