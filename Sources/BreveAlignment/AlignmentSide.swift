// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// One side of an alignment as numbers: the tokens of each sentence, and how long it is.
struct AlignmentSide: Sendable {
  /// Numbers of ``types``, sentence after sentence.
  private(set) var tokens: [UInt32] = []
  /// Where in ``tokens`` each sentence begins, and the end of the last.
  private(set) var offsets: [Int] = [0]
  /// Letters and digits of each sentence.
  private(set) var lengths: [Float] = []
  private(set) var startsParagraph: [Bool]?
  private(set) var types: [AlignmentToken] = []
  /// The numbers of stems.
  private(set) var stems = WordTable<UInt32>()

  var count: Int { lengths.count }

  /// For each sentence, whether it has no token.
  var isEmpty: [Bool] { (0..<count).map { offsets[$0] == offsets[$0 + 1] } }

  func tokenRange(_ sentence: Int) -> Range<Int> { offsets[sentence]..<offsets[sentence + 1] }

  init(_ text: AlignmentText) {
    startsParagraph = text.startsParagraph
    var reader = AlignmentTokenReader(language: text.language)
    for sentence in text.sentences {
      lengths.append(reader.read(sentence, into: &tokens))
      offsets.append(tokens.count)
    }
    types = reader.types
    stems = reader.stems
  }

  /// The number of a stem without accents; nil if the text has it not.
  func number(ofStem stem: [UInt16]) -> UInt32? {
    var key = WordKey()
    for unit in stem { key.append(unit) }
    return stems[key]
  }

  /// The same with `size` sentences taken as one, and with the tokens only that are worth looking at.
  func blocks(of size: Int, telling isTelling: [Bool]) -> AlignmentSide {
    var side = self
    let starts = Array(stride(from: 0, to: count, by: size))
    side.tokens = []
    side.offsets = [0]
    for start in starts {
      let range = offsets[start]..<offsets[min(start + size, count)]
      side.tokens += tokens[range].filter { isTelling[Int($0)] }
      side.offsets.append(side.tokens.count)
    }
    side.lengths = starts.map { lengths[$0..<min($0 + size, count)].reduce(0, +) }
    side.startsParagraph = nil
    return side
  }
}

/// A word, a number or a mark, as alignment compares them.
struct AlignmentToken: Sendable {
  enum Kind: UInt8, Sendable { case word, number, mark, finalMark, opening }

  let kind: Kind
  /// Without case and accents.
  let spelling: [UInt16]
  /// What the inflections have in common, without accents.
  let stem: [UInt16]
  /// How often it stands in the text.
  var count = 0
  /// How often of these with a capital, not as the first word.
  var capitals = 0

  /// Whether it is a name more often than not.
  var isName: Bool { kind == .word && capitals * 2 > count }
}

/// Cuts sentences into tokens and numbers these.
struct AlignmentTokenReader {
  private(set) var types: [AlignmentToken] = []
  private var words = WordTable<UInt32>()
  private(set) var stems = WordTable<UInt32>()
  private let stemmer: WordStems

  init(language: Language) { stemmer = WordStems(language: language) }

  /// Appends the tokens of `sentence`.
  ///
  /// - Returns: How many letters and digits it has.
  mutating func read(_ sentence: String, into tokens: inout [UInt32]) -> Float {
    let units = Array(sentence.utf16)
    let classes = CharacterClass.table
    var length = 0
    var index = 0
    var isFirst = true
    var lastMark: UInt16 = 0
    var opening: UInt16 = 0
    while index < units.count {
      let kind = classes[Int(units[index])]
      guard kind.isWordPart else {
        if let mark = Self.mark(units[index], kind) {
          if opening == 0 { opening = mark }
          lastMark = mark
          tokens.append(number(of: [mark], kind: .mark))
        }
        index += 1
        continue
      }
      let start = index
      let isUnspaced = Self.isUnspaced(units[index])
      repeat {
        index += 1
      } while index < units.count && !isUnspaced
        && classes[Int(units[index])].isWordPart && !Self.isUnspaced(units[index])
        && (kind == .digit) == (classes[Int(units[index])] == .digit)
      length += index - start
      if opening == 0 { opening = kind == .lower ? 1 : kind == .digit ? 2 : 3 }
      lastMark = 0
      let token = word(Array(units[start..<index]), isNumber: kind == .digit)
      types[Int(token)].count += 1
      if kind == .upper, !isFirst { types[Int(token)].capitals += 1 }
      isFirst = false
      tokens.append(token)
    }
    if opening != 0 {
      tokens.append(number(of: [lastMark], kind: .finalMark))
      tokens.append(number(of: [opening], kind: .opening))
    }
    return Float(length)
  }

  private mutating func word(_ units: [UInt16], isNumber: Bool) -> UInt32 {
    var key = WordKey()
    for unit in units { key.append(WordKey.folds[Int(unit)]) }
    if let known = words[key] { return known }
    let small = String(decoding: units.map { WordKey.folds[Int($0)] }, as: UTF16.self)
    let spelling = FoldedLetters.of(small)
    let stem = isNumber ? spelling : FoldedLetters.of(stemmer.stem(small))
    var stemKey = WordKey()
    for unit in stem { stemKey.append(unit) }
    let number: UInt32
    if let known = stems[stemKey] {
      number = known
    } else {
      number = UInt32(types.count)
      types.append(
        AlignmentToken(kind: isNumber ? .number : .word, spelling: spelling, stem: stem))
      stems[stemKey] = number
    }
    words[key] = number
    return number
  }

  private mutating func number(of units: [UInt16], kind: AlignmentToken.Kind) -> UInt32 {
    var key = WordKey()
    key.append(UInt16(kind.rawValue) + 0xE000)
    for unit in units { key.append(unit) }
    let number: UInt32
    if let known = words[key] {
      number = known
    } else {
      number = UInt32(types.count)
      types.append(AlignmentToken(kind: kind, spelling: units, stem: units))
      words[key] = number
    }
    types[Int(number)].count += 1
    return number
  }

  /// What a mark counts as: all quotation marks are one, all dashes are one; nil for what is no mark.
  private static func mark(_ unit: UInt16, _ kind: CharacterClass) -> UInt16? {
    switch kind {
    case .initialQuote, .finalQuote: unit == 0x2019 ? nil : 0x22
    case .dash: unit == 0x2D ? nil : 0x2014
    case .punctuation: unit == 0x27 ? nil : unit == 0x3C || unit == 0x3E ? 0x22 : unit
    case .symbol, .open, .close: unit == 0x201E || unit == 0x201A ? 0x22 : unit
    default: nil
    }
  }

  /// Han, kana, Thai, Lao, Khmer, Burmese: scripts without spaces between words.
  private static func isUnspaced(_ unit: UInt16) -> Bool {
    guard unit >= 0x0E00 else { return false }
    return switch unit {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x0E00...0x0EFF, 0x1000...0x109F,
      0x1780...0x17FF:
      true
    default: false
    }
  }
}

/// Words without case and accents.
enum FoldedLetters {
  private static let letters = CaseFolding.baseLetters(0x2000)

  static func of(_ word: String) -> [UInt16] {
    var units: [UInt16] = []
    for unit in word.utf16 {
      switch unit {
      case 0xE6, 0xC6: units += [0x61, 0x65]
      case 0x152, 0x153: units += [0x6F, 0x65]
      case 0xDF: units += [0x73, 0x73]
      case 0..<0x2000:
        let letter = letters[Int(unit)]
        if letter != 0 { units.append(letter) }
      default: units.append(unit)
      }
    }
    return units
  }
}
