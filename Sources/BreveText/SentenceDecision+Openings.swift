// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What follows a mark: how the text goes on.
extension SentenceDecision {
  struct Opening {
    enum Kind { case upper, lower, digit, letter, symbol, none }
    let kind: Kind
    /// The first word, after opening quotes, brackets and dashes.
    let word: Range<Int>
    let hasDash: Bool
    let hasBracket: Bool
    /// `…et`: an ellipsis is attached to the word.
    let hasEllipsis: Bool
  }

  func opening(at place: Int) -> Opening {
    var index = place
    var hasDash = false
    var hasBracket = false
    var hasEllipsis = false
    // A run of marks longer than this opens nothing that could be told.
    while index < range.upperBound, index - place < 64 {
      let unit = units[index]
      switch classes[Int(unit)] {
      case .open:
        hasBracket = true
      case .initialQuote, .finalQuote: break
      case .space, .format: break
      case .dash: hasDash = true
      case .punctuation
      where unit == 0x22 || unit == 0x27 || unit == 0xBF || unit == 0xA1
        || unit == 0x2C && isDoubleComma(index):
        break
      case .punctuation where terminals[Int(unit)]: hasEllipsis = true
      default:
        return Opening(
          kind: Self.kind(of: classes[Int(unit)]), word: index..<wordEnd(from: index),
          hasDash: hasDash, hasBracket: hasBracket, hasEllipsis: hasEllipsis)
      }
      index += 1
    }
    return Opening(
      kind: .none, word: place..<place, hasDash: hasDash, hasBracket: hasBracket,
      hasEllipsis: hasEllipsis)
  }

  private static func kind(of character: CharacterClass) -> Opening.Kind {
    switch character {
    case .upper: .upper
    case .lower: .lower
    case .digit: .digit
    case .letter, .mark: .letter
    default: .symbol
    }
  }

  /// `,,` opens a quotation in Dutch.
  private func isDoubleComma(_ index: Int) -> Bool {
    index > range.lowerBound && units[index - 1] == 0x2C
      || index + 1 < range.upperBound && units[index + 1] == 0x2C
  }

  /// Whether the word shows that a sentence begins; a name's `Le` or `Di` before a capital, and a letter with a stop, do
  /// not.
  func isOpener(_ opening: Opening) -> Bool {
    let word = opening.word
    guard isListed(word, in: tailoring.openers) else { return false }
    if word.count <= 2, word.upperBound < range.upperBound, units[word.upperBound] == 0x2E {
      return false
    }
    guard isListed(word, in: tailoring.nameParticles) else { return true }
    var next = skipBlanks(word.upperBound)
    if let apostrophe = apostrophe(in: word), apostrophe + 1 < word.upperBound {
      next = apostrophe + 1
    }
    return next >= range.upperBound || classes[Int(units[next])] != .upper
  }

  /// Whether a word, or its part up to an apostrophe (`L'`), is in `list`; a word ends at a hyphen (`A-t-il`).
  func isListed(_ word: Range<Int>, in list: WordSet) -> Bool {
    guard !list.isEmpty, !word.isEmpty, word.count <= 24 else { return false }
    if let apostrophe = apostrophe(in: word), list.contains(key(word.lowerBound..<apostrophe + 1)) {
      return true
    }
    return list.contains(key(word))
  }

  private func apostrophe(in word: Range<Int>) -> Int? {
    word.first { units[$0] == 0x27 || units[$0] == 0x2019 }
  }

  /// Whether a word is a Roman numeral.
  func isRoman(_ word: Range<Int>) -> Bool {
    guard !word.isEmpty, word.count <= 7 else { return false }
    return word.allSatisfy { [0x49, 0x56, 0x58, 0x4C, 0x43, 0x4D].contains(units[$0]) }
  }

  /// Two to four capitals and nothing else: `EDT`, `KG`.
  func isAllCapitals(_ word: Range<Int>) -> Bool {
    (2...4).contains(word.count) && word.allSatisfy { classes[Int(units[$0])] == .upper }
  }

  func wordEnd(from start: Int) -> Int {
    var index = start
    while index < range.upperBound, index - start < 40 {
      let unit = units[index]
      let kind = classes[Int(unit)]
      guard kind.isWordPart || kind == .format || unit == 0x27 || unit == 0x2019 else { break }
      index += 1
    }
    return index
  }

  /// The word after `word`, if only blanks stand between.
  func wordAfter(_ word: Range<Int>) -> Range<Int> {
    let start = skipBlanks(word.upperBound)
    return start..<wordEnd(from: start)
  }
}
