// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The rules, in order of precedence.
extension SentenceDecision {
  /// Whether a sentence ends at `mark`.
  func decides(_ mark: Mark, proposed: Bool) -> Bool {
    guard tailoring.isTailored else { return proposed }
    guard mark.hasSpace else { return decidesUnspaced(mark, proposed: proposed) }
    let next = opening(at: mark.next)
    if mark.last == 0x2E || mark.isEllipsis {
      return mark.isSingleStop && !mark.hasClosingQuote
        ? decidesStop(mark, next) : decidesEllipsisOrQuote(mark, next)
    }
    switch next.kind {
    case .lower:
      return tailoring.settings.breaksExclamationBeforeLowerCase && !mark.hasClosingQuote
        && !next.isDash
    case .upper, .digit: return true
    default: return proposed
    }
  }

  /// No white space after the mark: a boundary only where the script needs none.
  private func decidesUnspaced(_ mark: Mark, proposed: Bool) -> Bool {
    guard mark.next < range.upperBound else { return true }
    return mark.last > 0x7F && mark.last != 0x2026 && proposed
  }

  private func decidesStop(_ mark: Mark, _ next: Opening) -> Bool {
    let token = self.token(before: mark.start)
    if token.isNumber {
      if token.range.lowerBound == sentenceBegin { return false }  // a list marker
      if isListed(next.range, in: tailoring.afterOrdinal) { return false }
      if tailoring.settings.hasOrdinalStop, token.range.count <= 2 {
        return next.kind != .lower && isOpener(next)
      }
      return true
    }
    if let kind = abbreviation(token) { return decidesAbbreviation(kind, next) }
    if token.isInitials {
      return next.kind == .upper && isOpener(next)
    }
    switch next.kind {
    case .lower: return tailoring.settings.breaksBeforeLowerCase
    default: return true
    }
  }

  private func decidesAbbreviation(
    _ kind: SentenceTailoring.AbbreviationClass, _ next: Opening
  ) -> Bool {
    switch kind {
    case .neverFinal: false
    case .beforeNumber:
      next.kind == .digit || next.isRoman
        ? false : next.kind == .lower ? tailoring.settings.breaksBeforeLowerCase : true
    case .finalBeforeOpener: next.kind == .upper && isOpener(next)
    case .finalBeforeCapital: next.kind == .upper
    case .beforeCapital: next.kind == .upper ? isOpener(next) : next.kind != .lower
    }
  }

  private func decidesEllipsisOrQuote(_ mark: Mark, _ next: Opening) -> Bool {
    switch next.kind {
    case .lower:
      // « … . » a indiqué
      return !mark.hasClosingQuote && !mark.isEllipsis && tailoring.settings.breaksBeforeLowerCase
    default: return true
    }
  }

  /// Where the stop before a strong opener was dropped.
  func isDroppedStop(at index: Int) -> Bool {
    guard classes[Int(units[index])] == .upper, index - 2 >= range.lowerBound,
      CharacterClass.isBlank(units[index - 1])
    else { return false }
    var before = index - 1
    while before > range.lowerBound, CharacterClass.isBlank(units[before - 1]) { before -= 1 }
    guard before > range.lowerBound else { return false }
    guard classes[Int(units[before - 1])].isWordPart,
      before > sentenceBegin
    else { return false }
    let end = wordEnd(from: index)
    return isListed(index..<end, in: tailoring.strongOpeners)
      && !classes[Int(units[tokenStart(before)])].isUpper
  }

  // MARK: What follows

  /// How the text after a mark begins.
  struct Opening {
    enum Kind { case upper, lower, digit, letter, symbol, none }
    let kind: Kind
    /// The first word, after opening quotes and brackets.
    let range: Range<Int>
    let isDash: Bool
    let isRoman: Bool
  }

  private func opening(at place: Int) -> Opening {
    var index = place
    var isDash = false
    while index < range.upperBound {
      let unit = units[index]
      switch classes[Int(unit)] {
      case .open, .initialQuote, .finalQuote, .space: index += 1
      case .dash:
        isDash = true
        index += 1
      case .punctuation where unit == 0x22 || unit == 0x27 || unit == 0xBF || unit == 0xA1:
        index += 1
      default:
        let end = wordEnd(from: index)
        let kind: Opening.Kind =
          switch classes[Int(unit)] {
          case .upper: .upper
          case .lower: .lower
          case .digit: .digit
          case .letter: .letter
          default: .symbol
          }
        return Opening(
          kind: kind, range: index..<end, isDash: isDash, isRoman: isRoman(index..<end))
      }
    }
    return Opening(kind: .none, range: place..<place, isDash: isDash, isRoman: false)
  }

  private func isOpener(_ opening: Opening) -> Bool { isListed(opening.range, in: tailoring.openers) }

  /// Whether a word, or its part up to an apostrophe (`L'`), is in `list`.
  private func isListed(_ word: Range<Int>, in list: Set<String>) -> Bool {
    guard !list.isEmpty, !word.isEmpty, word.count <= 24 else { return false }
    if let apostrophe = word.first(where: { units[$0] == 0x27 || units[$0] == 0x2019 }),
      list.contains(string(word.lowerBound..<apostrophe + 1))
    {
      return true
    }
    return list.contains(string(word))
  }

  private func isRoman(_ word: Range<Int>) -> Bool {
    guard !word.isEmpty, word.count <= 6 else { return false }
    for index in word {
      switch units[index] {
      case 0x49, 0x56, 0x58, 0x4C, 0x43: continue  // I V X L C
      default: return false
      }
    }
    return true
  }

  // MARK: What comes before

  /// The word that a full stop stands after.
  struct Token {
    let range: Range<Int>
    let isNumber: Bool
    /// One letter, or letters with stops or hyphens between them: `S`, `J.-P`, `F.L`.
    let isInitials: Bool
  }

  private func token(before stop: Int) -> Token {
    let start = tokenStart(stop)
    let range = start..<stop
    var digits = 0
    var letters = 0
    var run = 0
    var longestRun = 0
    var hasUpper = false
    for index in range {
      let kind = classes[Int(units[index])]
      if kind == .digit { digits += 1 }
      if kind.isLetter || kind == .mark {
        if kind != .mark { letters += 1 }
        if kind != .mark { run += 1 }
        longestRun = max(longestRun, run)
        hasUpper = hasUpper || kind == .upper
      } else {
        run = 0
      }
    }
    return Token(
      range: range, isNumber: digits > 0 && letters == 0,
      isInitials: letters > 0 && digits == 0 && longestRun == 1 && hasUpper)
  }

  /// The start of the word that ends at `end`: letters, digits, and stops, hyphens and the like inside.
  private func tokenStart(_ end: Int) -> Int {
    var index = end
    while index > sentenceBegin, end - index < 40 {
      let unit = units[index - 1]
      let isInner = unit == 0x2E || unit == 0x2D || unit == 0x2010 || unit == 0x2011
      guard classes[Int(unit)].isWordPart || isInner else { break }
      index -= 1
    }
    while index < end, !classes[Int(units[index])].isWordPart { index += 1 }
    return min(index, max(end - 1, sentenceBegin))
  }

  private func abbreviation(_ token: Token) -> SentenceTailoring.AbbreviationClass? {
    guard !token.range.isEmpty, token.range.count <= 16 else { return nil }
    if let kind = tailoring.abbreviations[string(token.range)] { return kind }
    guard let hyphen = token.range.last(where: { units[$0] == 0x2D }), hyphen + 1 < token.range.upperBound
    else { return nil }
    return tailoring.abbreviations[string(hyphen + 1..<token.range.upperBound)]
  }

  private func wordEnd(from start: Int) -> Int {
    var index = start
    while index < range.upperBound, index - start < 40 {
      let unit = units[index]
      guard classes[Int(unit)].isWordPart || unit == 0x27 || unit == 0x2019 else { break }
      index += 1
    }
    return index
  }

  private func string(_ word: Range<Int>) -> String {
    var text = ""
    for index in word {
      let unit = units[index] == 0x2019 ? 0x27 : units[index]
      text.unicodeScalars.append(Unicode.Scalar(unit) ?? "\u{FFFD}")
    }
    return text
  }
}

extension CharacterClass {
  var isUpper: Bool { self == .upper }
}
