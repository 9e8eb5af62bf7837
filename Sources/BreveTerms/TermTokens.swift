// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// A word, an elided word or a mark of a text.
struct TermToken: Sendable {
  enum Kind: UInt8, Sendable {
    case word
    /// A word that has lost its vowel, with its apostrophe: `l'`, `qu'`.
    case elided
    /// Punctuation or a symbol.
    case mark
    /// `O.N.U.`; its key is that of `ONU`.
    case dotted
  }

  /// What stands before it.
  enum Gap: UInt8, Sendable { case none, space, hyphen }

  /// UTF-16 units.
  let start: Int
  var end: Int
  let kind: Kind
  var gap: Gap
  /// Of the word as it is written, apostrophes made equal, invisible characters left out.
  let key: WordKey
  /// What ``TermVocabulary`` calls it.
  var word: Int32 = -1
}

/// Cuts French text into what terms are compared by.
///
/// Hyphens between letters are gaps like spaces; a word that is elided is a token of its own; an apostrophe in any other
/// word belongs to it (`aujourd'hui`); letters with dots between them are one word.
struct TermTokenizer: Sendable {
  /// Words that lose their vowel before another.
  private static let elidable = WordSet(
    [
      "l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    ].map { WordKey(folding: $0) })

  private let elidable: WordSet

  /// - Parameter elides: Whether the language elides as French does.
  init(elides: Bool) { elidable = elides ? Self.elidable : WordSet() }

  /// Appends the tokens of `range`.
  ///
  /// - Complexity: O(*n*).
  func append(_ units: Span<UInt16>, _ range: Range<Int>, to tokens: inout [TermToken]) {
    let classes = CharacterClass.table
    var gap = TermToken.Gap.space
    var index = range.lowerBound
    while index < range.upperBound {
      let unit = units[index]
      let kind = classes[Int(unit)]
      if kind.isWordPart {
        let token =
          kind == .upper ? dotted(units, index, range.upperBound, gap) : nil
        let next = token ?? word(units, index, range.upperBound, gap)
        tokens.append(next)
        index = next.end
        gap = .none
      } else if kind == .space || kind == .lineBreak {
        gap = .space
        index += 1
      } else if Self.isInvisible(unit) {
        index += 1
      } else if Self.isHyphen(unit), gap == .none, index + 1 < range.upperBound,
        classes[Int(units[index + 1])].isWordPart, tokens.last?.kind != .mark
      {
        gap = .hyphen
        index += 1
      } else {
        var key = WordKey()
        key.append(Self.isApostrophe(unit) ? 0x27 : unit)
        tokens.append(TermToken(start: index, end: index + 1, kind: .mark, gap: gap, key: key))
        gap = .none
        index += 1
      }
    }
  }

  private func word(
    _ units: Span<UInt16>, _ start: Int, _ end: Int, _ gap: TermToken.Gap
  ) -> TermToken {
    let classes = CharacterClass.table
    var key = WordKey()
    var index = start
    var hasApostrophe = false
    while index < end {
      let unit = units[index]
      if classes[Int(unit)].isWordPart {
        key.append(unit)
        index += 1
      } else if Self.isApostrophe(unit), index + 1 < end,
        classes[Int(units[index + 1])].isWordPart
      {
        key.append(0x27)
        if !hasApostrophe, isElidable(units, start..<index) {
          return TermToken(start: start, end: index + 1, kind: .elided, gap: gap, key: key)
        }
        hasApostrophe = true
        index += 1
      } else if Self.isInvisible(unit), index + 1 < end,
        classes[Int(units[index + 1])].isWordPart
      {
        index += 1
      } else {
        break
      }
    }
    return TermToken(start: start, end: index, kind: .word, gap: gap, key: key)
  }

  private func isElidable(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
    var folded = WordKey()
    var length = 0
    for index in range where !Self.isInvisible(units[index]) {
      folded.append(WordKey.folds[Int(units[index])])
      length += 1
      if length > 6 { return false }
    }
    return elidable.contains(folded)
  }

  /// Two or more capitals, each with its full stop; the last may lack it.
  private func dotted(
    _ units: Span<UInt16>, _ start: Int, _ end: Int, _ gap: TermToken.Gap
  ) -> TermToken? {
    let classes = CharacterClass.table
    var key = WordKey()
    var letters = 0
    var index = start
    while index < end, classes[Int(units[index])] == .upper {
      let hasDot = index + 1 < end && units[index + 1] == 0x2E
      let isEnd = index + 1 >= end || !classes[Int(units[index + 1])].isWordPart
      guard hasDot || (isEnd && letters > 0) else { break }
      key.append(units[index])
      letters += 1
      index += hasDot ? 2 : 1
      if !hasDot { break }
    }
    guard letters > 1, index >= end || !classes[Int(units[index])].isWordPart else { return nil }
    return TermToken(start: start, end: index, kind: .dotted, gap: gap, key: key)
  }

  static func isApostrophe(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x27, 0x2019, 0x2018, 0x2032, 0x02BC, 0x201B, 0xB4, 0x60, 0xFF07: true
    default: false
    }
  }

  private static func isHyphen(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2D, 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  static func isInvisible(_ unit: UInt16) -> Bool {
    switch unit {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// The word that stands at a token, as it is compared.
  static func spelling(of token: TermToken, in units: Span<UInt16>) -> FoldedWord {
    var out: [UInt16] = []
    out.reserveCapacity(token.end - token.start)
    for index in token.start..<token.end {
      let unit = units[index]
      if isInvisible(unit) || (token.kind == .dotted && unit == 0x2E) { continue }
      out.append(isApostrophe(unit) ? 0x27 : unit)
    }
    return FoldedWord(out)
  }
}
