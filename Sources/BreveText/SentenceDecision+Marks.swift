// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Reading a mark: a run of terminals and what closes after it.
extension SentenceDecision {
  /// A run of terminals with the closing quotes, brackets and references after it.
  struct Mark {
    /// The first terminal.
    let start: Int
    /// The last terminal.
    var last: UInt16
    /// One full stop and no other terminal.
    var isSingleStop: Bool
    var isEllipsis: Bool
    /// `(…)`: the mark is all that stands in brackets.
    var isBracketed: Bool
    /// After the closing marks.
    var end: Int
    /// The first unit after the white space that follows.
    var next: Int
    /// Whether a quote or bracket closes after it.
    var hasCloser: Bool
    var hasClosingQuote: Bool
    var hasSpace: Bool { next > end }
  }

  mutating func readMark(at start: Int) -> Mark {
    let limit = range.upperBound
    var index = start
    var stops = 0
    var onlyStops = true
    var last = units[start]
    while index < limit, terminals[Int(units[index])] || index == start {
      last = units[index]
      if last == 0x2E { stops += 1 } else { onlyStops = false }
      index += 1
      // `! !` and `. . .` are one mark; `. …et` are two.
      let after = skipBlanks(index)
      if after > index, after < limit, terminals[Int(units[after])],
        joinsSpaced(last, units[after], at: after)
      {
        index = after
      }
    }
    let before = start > range.lowerBound ? units[start - 1] : 0x20
    var mark = Mark(
      start: start, last: last, isSingleStop: onlyStops && stops == 1,
      isEllipsis: (onlyStops && stops > 1) || last == 0x2026,
      isBracketed: before == 0x28 || before == 0x5B, end: index, next: index, hasCloser: false,
      hasClosingQuote: false)
    if tailoring.isTailored { readClosers(into: &mark) } else { readAttachedClosers(into: &mark) }
    mark.next = skipBlanks(mark.end)
    return mark
  }

  private func joinsSpaced(_ last: UInt16, _ next: UInt16, at index: Int) -> Bool {
    guard last == 0x2E, next == 0x2E || next == 0x2026 else { return true }
    // A stop, then an ellipsis with a word attached, begins something new.
    var end = index
    while end < range.upperBound, terminals[Int(units[end])] { end += 1 }
    return end >= range.upperBound || !classes[Int(units[end])].isWordPart
  }

  /// UAX #29, SB9: closing marks without white space before them.
  private func readAttachedClosers(into mark: inout Mark) {
    while mark.end < range.upperBound {
      let kind = classes[Int(units[mark.end])]
      guard kind == .close || kind == .finalQuote || units[mark.end] == 0x22 else { return }
      mark.end += 1
    }
  }

  private mutating func readClosers(into mark: inout Mark) {
    let limit = range.upperBound
    var index = mark.end
    while index < limit {
      let unit = units[index]
      if CharacterClass.isBlank(unit) {
        let after = skipBlanks(index)
        guard after < limit,
          isSpacedCloser(at: after) || referenceEnd(at: after) != nil
            || isEmojiStart(at: after)
        else { return }
        index = after
        continue
      }
      if let end = referenceEnd(at: index) ?? attachedNumberEnd(at: index, mark) {
        index = end
      } else if let end = emojiEnd(at: index) {
        index = end
      } else if isCloser(at: index) {
        if unit == 0x22 {
          isStraightQuoteOpen = false
          quotesInSentence += 1
        }
        mark.hasCloser = true
        mark.hasClosingQuote = mark.hasClosingQuote || classes[Int(unit)] != .close
        index += 1
      } else {
        return
      }
      mark.end = index
    }
  }

  /// A closing mark; one that both opens and closes does what the spaces around it say.
  private func isCloser(at index: Int) -> Bool {
    let unit = units[index]
    let next = index + 1 < range.upperBound ? units[index + 1] : 0x20
    let isBeforeWord = classes[Int(next)].isWordPart
    switch unit {
    case 0x22: return isStraightQuoteOpen || !isBeforeWord
    case 0x27, 0x2019, 0x201D, 0xBB, 0x203A: return !isBeforeWord || unit == 0xBB || unit == 0x201D
    case 0x201C, 0xAB: return !isBeforeWord && tailoring.closingQuotes.contains(unit)
    default:
      let kind = classes[Int(unit)]
      return kind == .close || kind == .finalQuote
    }
  }

  /// A closing mark that white space stands before: `. »`, `. ''`, `. "` where a quote is open.
  private func isSpacedCloser(at index: Int) -> Bool {
    let unit = units[index]
    let next = index + 1 < range.upperBound ? units[index + 1] : 0x20
    guard !classes[Int(next)].isWordPart else { return false }
    switch unit {
    case 0x22: return quotesInSentence % 2 == 1
    case 0xBB: return !tailoring.openingQuotes.contains(0xBB)
    case 0x201D: return !tailoring.openingQuotes.contains(0x201D)
    case 0x27: return next == 0x27
    case 0x29, 0x5D: return true
    default: return false
    }
  }

  /// A straight quote outside of a mark: what the spaces around it say, or else the other of what the last one was.
  mutating func readStraightQuote(at index: Int) {
    quotesInSentence += 1
    let before = index > range.lowerBound ? units[index - 1] : 0x20
    let after = index + 1 < range.upperBound ? units[index + 1] : 0x20
    let isAfterSpace = CharacterClass.isWhite(before) || classes[Int(before)] == .open
    let isBeforeSpace = !classes[Int(after)].isWordPart
    if isAfterSpace != isBeforeSpace {
      isStraightQuoteOpen = isAfterSpace
    } else {
      isStraightQuoteOpen.toggle()
    }
  }

  /// The end of `[17]`, `[1, 2]`, `[…]` at `index`, as encyclopedias put them after the stop.
  private func referenceEnd(at index: Int) -> Int? {
    guard units[index] == 0x5B else { return nil }
    var end = index + 1
    while end < range.upperBound, end - index < 16 {
      switch units[end] {
      case 0x30...0x39, 0x2C, 0x2013, 0x2D, 0x2026, 0x20: end += 1
      case 0x5D: return end > index + 1 ? end + 1 : nil
      default: return nil
      }
    }
    return nil
  }

  /// The end of `11 12` in `consultation.11 12 Take`: numbers of notes, attached to the stop after a word.
  private func attachedNumberEnd(at index: Int, _ mark: Mark) -> Int? {
    guard index == mark.end, mark.isSingleStop, classes[Int(units[index])] == .digit,
      mark.start - tokenStart(mark.start) >= 4, classes[Int(units[mark.start - 1])] == .lower
    else { return nil }
    var end = index
    while true {
      let start = end
      while end < range.upperBound, classes[Int(units[end])] == .digit, end - start < 4 { end += 1 }
      let next = skipBlanks(end)
      guard end > start, end - start < 4, next > end, next < range.upperBound else { return nil }
      if classes[Int(units[next])] == .upper { return end }
      end = next
    }
  }

  // MARK: Emoji

  func isEmojiStart(at index: Int) -> Bool {
    switch units[index] {
    case 0xD83C...0xD83E, 0x2600...0x27BF: classes[Int(units[index])] != .punctuation
    default: false
    }
  }

  /// The end of the run of emoji at `index`; nil if there is none.
  private func emojiEnd(at index: Int) -> Int? {
    var end = index
    while end < range.upperBound, isEmojiStart(at: end) {
      end += units[end] >= 0xD800 && units[end] <= 0xDBFF ? 2 : 1
      while end < range.upperBound, units[end] == 0xFE0F || units[end] == 0x200D { end += 1 }
    }
    return end > index ? min(end, range.upperBound) : nil
  }

  /// Emoji and a capital after them end a sentence without a stop: where the next one begins, and where the emoji end.
  func endOfEmoji(at index: Int) -> (next: Int?, end: Int) {
    guard isEmojiStart(at: index), var end = emojiEnd(at: index) else { return (nil, index + 1) }
    var next = skipBlanks(end)
    while next < range.upperBound, let more = emojiEnd(at: next) {
      end = more
      next = skipBlanks(end)
    }
    guard next > end, next < range.upperBound else { return (nil, end) }
    let isNew =
      classes[Int(units[next])] == .upper || units[next] == 0x40 || units[next] == 0x23
    return (isNew ? next : nil, end)
  }

  /// A character that ends sentences in this language only, as `;` in Greek and `|` for the danda.
  func isExtraTerminal(at index: Int) -> Bool {
    guard tailoring.extraTerminals.contains(units[index]) else { return false }
    let after = index + 1
    return after >= range.upperBound || CharacterClass.isWhite(units[after])
  }
}
