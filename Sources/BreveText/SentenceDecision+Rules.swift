// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The rules, in order of precedence.
extension SentenceDecision {
  /// Whether a sentence ends at `mark`.
  func decides(_ mark: Mark, proposed: Bool) -> Bool {
    guard tailoring.isTailored else { return proposed }
    guard mark.hasSpace else { return decidesUnspaced(mark, proposed: proposed) }
    if mark.isBracketed, mark.isEllipsis { return false }  // (…)
    let following = units[mark.next]
    if endsNothing(before: following, at: mark.next) || isInsideBrackets(mark) { return false }
    let next = opening(at: mark.next)
    if following == 0x40 || following == 0x23 { return true }  // @name, #tag
    if mark.isSingleStop, !mark.hasCloser { return decidesStop(mark, next) }
    if mark.isSingleStop, units[mark.start + 1] == 0x29, isListMarker(token(before: mark.start)) {
      return false  // 1.)
    }
    if mark.last == 0x2E || mark.isEllipsis { return decidesEllipsisOrCloser(mark, next) }
    return decidesExclamation(mark, next, proposed: proposed)
  }

  /// A mark before another mark, a colon or a comma is no end yet; `,,` opens a quotation.
  private func endsNothing(before unit: UInt16, at index: Int) -> Bool {
    switch unit {
    case 0x3A, 0x3B: return true
    case 0x2C: return index + 1 < range.upperBound && units[index + 1] != 0x2C
    case 0x2E, 0x21, 0x3F:
      // `. ...et`: an ellipsis with a word attached opens a sentence.
      var end = index
      while end < range.upperBound, terminals[Int(units[end])] { end += 1 }
      return end >= range.upperBound || !classes[Int(units[end])].isWordPart
    default: return false
    }
  }

  /// Whether a mark stands inside of brackets that the language does not break in: 《吧！爸爸》.
  private func isInsideBrackets(_ mark: Mark) -> Bool {
    guard !tailoring.unbrokenBrackets.isEmpty else { return false }
    let reach = 200
    var index = mark.start - 1
    var depth = 0
    while index >= max(sentenceBegin, mark.start - reach) {
      if let pair = tailoring.unbrokenBrackets.first(where: {
        $0.closing == units[index] || $0.opening == units[index]
      }) {
        if pair.closing == units[index] {
          depth += 1
        } else if depth > 0 {
          depth -= 1
        } else {
          let end = min(range.upperBound, mark.end + reach)
          return units[mark.end..<end].contains(pair.closing)
        }
      }
      index -= 1
    }
    return false
  }

  /// No white space after the mark: a boundary where the script needs none, or where it was left out.
  private func decidesUnspaced(_ mark: Mark, proposed: Bool) -> Bool {
    let next = mark.next
    guard next < range.upperBound else { return true }
    let kind = classes[Int(units[next])]
    if tailoring.settings.joinsAfterClosingQuote, mark.hasCloser { return false }
    if isInsideBrackets(mark) { return false }
    if mark.last == 0xFF0E {
      return
        !(kind == .digit && mark.start > range.lowerBound
        && classes[Int(units[mark.start - 1])] == .digit)
    }
    if kind == .letter {
      // Scripts without spaces between words; `.` between letters stands in names.
      if mark.last == 0x2E { return false }
      return mark.last > 0x7F
        ? proposed || mark.last == 0xFF01 || mark.last == 0xFF1F : isCaseless(at: mark.start - 1)
    }
    if mark.last > 0x7F, mark.last != 0x2026 { return proposed }
    guard kind == .upper, !mark.hasCloser else { return false }
    return isMissingSpace(mark)
  }

  private func isCaseless(at index: Int) -> Bool {
    index >= range.lowerBound && classes[Int(units[index])] == .letter
  }

  /// `gouvernement.Il`, `(691).O`: a word, the mark, and a word that opens sentences.
  private func isMissingSpace(_ mark: Mark) -> Bool {
    let start = tokenStart(mark.start)
    let isAfterBracket = mark.start > range.lowerBound && units[mark.start - 1] == 0x29
    guard mark.start - start >= 3 || isAfterBracket,
      !(start..<mark.start).contains(where: { units[$0] == 0x2E })
    else { return false }
    let word = mark.next..<wordEnd(from: mark.next)
    if word.upperBound < range.upperBound,
      units[word.upperBound] == 0x2E || units[word.upperBound] == 0x2D
    {
      return false
    }
    return isListed(word, in: tailoring.openers)
  }

  // MARK: One full stop

  private func decidesStop(_ mark: Mark, _ next: Opening) -> Bool {
    let token = token(before: mark.start)
    if next.hasEllipsis { return true }
    if token.range.isEmpty {
      return next.kind != .lower || tailoring.settings.breaksBeforeLowerCase
    }
    if isListMarker(token) { return false }
    // .iii. ans: a numeral between stops, as old texts have it.
    if next.kind == .lower, token.range.lowerBound > range.lowerBound,
      units[token.range.lowerBound - 1] == 0x2E
    {
      return false
    }
    if token.isNumber { return decidesNumber(token, next) }
    if isListed(next.word, in: tailoring.afterOrdinal), isRoman(token.range) { return false }
    if beginsChain(token, next: next.word.lowerBound) { return false }
    if next.kind == .digit, isCapitalsOfReference(token) { return false }
    if let kind = abbreviation(token), !isCapitalInitial(token, next) {
      return decidesAbbreviation(kind, next, token)
    }
    if token.isInitials || token.isDigraph && next.kind == .upper {
      return next.kind == .upper && isOpener(next) || next.hasDash && next.kind == .upper
    }
    if tailoring.settings.ordinalStop == .beforeAll, isRoman(token.range), token.letters > 1 {
      return next.kind == .upper && isOpener(next)
    }
    if token.isOneLowerLetter { return next.kind != .lower && next.kind != .digit }
    if next.kind == .lower, !next.hasDash { return tailoring.settings.breaksBeforeLowerCase }
    return true
  }

  /// A capital letter is an initial, whatever the small one abbreviates; before a digit it may be either.
  private func isCapitalInitial(_ token: Token, _ next: Opening) -> Bool {
    guard token.letters == 1, token.startsUpper, token.range.count == 1, next.kind != .digit else {
      return false
    }
    return !tailoring.capitalAbbreviations.contains(key(token.range))
  }

  /// `SEC. 12`: in a line in capitals, what small letters would abbreviate.
  private func isCapitalsOfReference(_ token: Token) -> Bool {
    token.range.count == 3 && isAllCapitals(token.range)
      && tailoring.abbreviations[WordKey(string(token.range).lowercased())] == .beforeNumber
  }

  private func decidesNumber(_ token: Token, _ next: Opening) -> Bool {
    if next.kind == .lower, isListed(next.word, in: tailoring.afterOrdinal) { return false }
    if isListed(next.word, in: tailoring.afterOrdinal), token.digits <= 2 { return false }
    let ordinal = tailoring.settings.ordinalStop
    if next.kind == .lower, !next.hasDash {
      return ordinal == .none && tailoring.settings.breaksBeforeLowerCase
    }
    guard ordinal == .beforeAll, token.range.count <= 2 else { return true }
    if next.kind == .digit { return false }
    if isDayAndMonth(token) { return next.kind == .upper }
    return next.kind == .upper && isOpener(next) || next.hasDash
  }

  /// `21. 5.`: the number is the month of a date.
  private func isDayAndMonth(_ token: Token) -> Bool {
    var index = token.range.lowerBound
    while index > range.lowerBound, CharacterClass.isBlank(units[index - 1]) { index -= 1 }
    return index < token.range.lowerBound && index - 2 >= range.lowerBound
      && units[index - 1] == 0x2E
      && classes[Int(units[index - 2])] == .digit
  }

  private func decidesAbbreviation(
    _ kind: SentenceTailoring.AbbreviationClass, _ next: Opening, _ token: Token
  ) -> Bool {
    if next.hasBracket || (next.hasDash && next.kind != .upper) { return false }
    switch kind {
    case .neverFinal: return false
    case .beforeNumber:
      if next.kind == .digit || next.kind == .lower || isRoman(next.word) { return false }
      return !isArticleLetter(next.word)
    case .finalBeforeOpener: return next.kind == .upper && isOpener(next)
    case .finalBeforeCapital:
      if next.kind == .letter { return isOpener(next) }
      return next.kind == .upper && !isAllCapitals(next.word) && !isShortSentence(token)
    case .beforeCapital: return next.kind == .upper ? isOpener(next) : next.kind != .lower
    }
  }

  /// `At 5 a.m.`: too little for a sentence.
  private func isShortSentence(_ token: Token) -> Bool {
    units[sentenceBegin..<token.range.lowerBound].count(where: { CharacterClass.isBlank($0) }) < 3
      && token.range.lowerBound - sentenceBegin < 24
  }

  /// `art. L. 123-4`: one capital with a stop.
  private func isArticleLetter(_ word: Range<Int>) -> Bool {
    word.count == 1 && word.upperBound < range.upperBound && units[word.upperBound] == 0x2E
      && classes[Int(units[word.lowerBound])] == .upper
  }

  // MARK: Other marks

  private func decidesEllipsisOrCloser(_ mark: Mark, _ next: Opening) -> Bool {
    switch next.kind {
    case .lower:
      // « … . » a indiqué
      return mark.isEllipsis && !mark.hasCloser && isLowerCased(around: mark.start)
    case .letter: return !mark.isEllipsis || tailoring.settings.breaksExclamationBeforeLowerCase
    default: break
    }
    if mark.hasClosingQuote, next.hasDash, next.kind == .lower { return false }
    // An abbreviation in brackets or quotes is still one: (B.I.P.) Le.
    return true
  }

  private func decidesExclamation(_ mark: Mark, _ next: Opening, proposed: Bool) -> Bool {
    switch next.kind {
    case .lower:
      guard !mark.hasCloser, !next.hasDash,
        tailoring.settings.breaksExclamationBeforeLowerCase || isLowerCased(around: mark.start)
      else { return false }
      return !isName(mark) && !isSpeechVerb(next.word)
    case .letter, .upper, .digit: return true
    default: return proposed || next.hasDash || next.hasBracket
    }
  }

  /// Whether the words after full stops are mostly in lower case, as in a transcript; told by the stops around `place`.
  private func isLowerCased(around place: Int) -> Bool {
    var lower = 0
    var others = 0
    var index = max(range.lowerBound, place - 2_000)
    let end = min(range.upperBound, place + 2_000) - 2
    while index < end {
      if units[index] == 0x2E, CharacterClass.isBlank(units[index + 1]) {
        if classes[Int(units[index + 2])] == .lower { lower += 1 } else { others += 1 }
      }
      index += 1
    }
    return lower >= 2 && lower > others * 4
  }

  /// `Yahoo! in`: the mark stands after a capitalised word.
  private func isName(_ mark: Mark) -> Bool {
    let start = tokenStart(mark.start)
    return start < mark.start && start > sentenceBegin && classes[Int(units[start])] == .upper
      && units[mark.start] == 0x21
  }

  /// `he yelled`, `asks Ms Brown`: who spoke.
  private func isSpeechVerb(_ word: Range<Int>) -> Bool {
    isListed(word, in: tailoring.speechVerbs)
      || isListed(wordAfter(word), in: tailoring.speechVerbs)
  }

  // MARK: Without a mark

  /// Where the stop before a strong opener was dropped.
  func isDroppedStop(at index: Int) -> Bool {
    guard classes[Int(units[index])] == .upper, index - 2 >= range.lowerBound,
      CharacterClass.isBlank(units[index - 1])
    else { return false }
    var before = index - 1
    while before > range.lowerBound, CharacterClass.isBlank(units[before - 1]) { before -= 1 }
    guard before > sentenceBegin else { return false }
    let last = classes[Int(units[before - 1])]
    guard
      last.isWordPart || units[before - 1] == 0x25
        || (units[before - 1] == 0x29 && !isNumberInBrackets(before))
    else { return false }
    let word = index..<wordEnd(from: index)
    let previous = tokenStart(before)..<before
    let follower = word.upperBound < range.upperBound ? units[word.upperBound] : 0x20
    guard !isListed(previous, in: tailoring.unfinishedWords), follower != 0x2D, follower != 0x29
    else { return false }
    // Me Pierre-Olivier Sur, l'avocat
    if follower == 0x2C, !previous.isEmpty, classes[Int(units[previous.lowerBound])] == .upper {
      return false
    }
    if isListed(word, in: tailoring.strongOpeners) {
      return tailoring.settings.droppedStop == .always || isBeforeSmallLetters(word)
    }
    // An article opens a sentence or a name; not after a word that no sentence ends with.
    return isListed(word, in: tailoring.weakOpeners) && isBeforeSmallLetters(word)
      && last.isLetter && classes[Int(units[tokenStart(before)])] != .upper
  }

  private func isBeforeSmallLetters(_ word: Range<Int>) -> Bool {
    if let apostrophe = word.last(where: { units[$0] == 0x27 || units[$0] == 0x2019 }),
      apostrophe + 1 < word.upperBound
    {
      return classes[Int(units[apostrophe + 1])] == .lower
    }
    let next = skipBlanks(word.upperBound)
    guard next < range.upperBound else { return false }
    return (units[next] == 0x2C && word.count > 1) || classes[Int(units[next])] == .lower
  }

  private func isNumberInBrackets(_ end: Int) -> Bool {
    var index = end - 2
    while index > range.lowerBound, classes[Int(units[index])].isWordPart, end - index < 6 {
      index -= 1
    }
    return index >= range.lowerBound && units[index] == 0x28
  }

  /// `;` before a capitalised word that opens sentences.
  func endsAtSemicolon(before next: Int) -> Bool {
    switch tailoring.settings.semicolon {
    case .never: false
    case .always: true
    case .beforeOpener: classes[Int(units[next])] == .upper && isOpener(opening(at: next))
    }
  }

  /// Whether the word before the blank at `index` has an ending that closes a sentence without a stop, as in Korean.
  func endsAtFinalEnding(at index: Int) -> Bool {
    var end = index
    while end > range.lowerBound, Self.expressive.contains(units[end - 1]) { end -= 1 }
    let start = max(range.lowerBound, end - 3)
    let next = skipBlanks(index)
    guard end - start >= 2, next < range.upperBound, units[next] != 0x2C else { return false }
    let kind = classes[Int(units[next])]
    guard kind != .close, kind != .finalQuote else { return false }
    for length in [3, 2, 1] where end - length >= range.lowerBound {
      if tailoring.finalEndings.contains(key(end - length..<end)) { return true }
    }
    return false
  }

  /// What people put after the last word: `~`, `^`, `!`, `ㅋ`, `ㅎ`, `ㅠ`, `ㅜ`, `♥`.
  private static let expressive: Set<UInt16> = [
    0x7E, 0x5E, 0x3B, 0x314B, 0x314E, 0x3160, 0x315C, 0x2665,
  ]
}
