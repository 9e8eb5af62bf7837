// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension CoherenceCues {
  /// Whether the sentences in `range` quote somebody whom only the text before them names.
  ///
  /// So do `« … », a-t-il déclaré`, `"…", he said`, and a quotation with nothing beside it.
  package func lacksSpeaker(
    _ units: [UInt16], in range: Range<Int>, stopWords: StopWords
  ) -> Bool {
    let units = units.span
    guard !pronouns.isEmpty, mayQuote(units, in: range) else { return false }
    var reader = SpeakerReader(pronouns: pronouns, stopWords: stopWords)
    return reader.lacksSpeaker(units, in: range)
  }

  /// Whether a quotation is opened in it, or a hyphen may follow a comma or a closing mark: in most sentences neither.
  private func mayQuote(_ units: Span<UInt16>, in range: Range<Int>) -> Bool {
    let sentence = units.extracting(range)
    return sentence.holdsOpeningQuote
      || sentence.holds(0x2D)
        && (sentence.holds(0x2C) || sentence.holds(0xBB) || sentence.holds(0x201D))
  }
}

/// One pass over some sentences that may quote.
private struct SpeakerReader {
  let pronouns: WordSet
  let stopWords: StopWords

  private var depth = 0
  /// The mark of the outermost quotation that is open.
  private var outer: UInt16 = 0
  private var hasQuotation = false
  /// Words outside of quotations.
  private var words = 0
  /// Words since the last comma or closing mark; nil before the first.
  private var sinceMark: Int?
  private var followsClosing = false
  private var lastWord = 0..<0
  private var lastOutside: UInt16 = 0
  private var endOfName = -1
  /// Whether what stands before the quotation tells who speaks: a name of two words, or words that end in a colon.
  private var namesSpeaker = false

  init(pronouns: WordSet, stopWords: StopWords) {
    self.pronouns = pronouns
    self.stopWords = stopWords
  }

  mutating func lacksSpeaker(_ units: Span<UInt16>, in range: Range<Int>) -> Bool {
    let table = CharacterClass.table
    let classes = table.span
    var index = range.lowerBound
    while index < range.upperBound {
      let unit = units[index]
      if readMark(unit) {
        index += 1
      } else if depth == 0, classes[Int(unit)].isWordPart {
        let end = endOfWord(units, classes, from: index, to: range.upperBound)
        if isPronounOfSpeech(units, index..<end),
          isSpeech(units, classes, before: end..<range.upperBound)
        {
          return !(hasQuotation && namesSpeaker)
        }
        readWord(units, index..<end)
        index = end
      } else {
        if depth == 0, !CharacterClass.isWhite(unit) {
          lastOutside = unit
          if unit == 0x2C { sinceMark = 0 }
        }
        index += 1
      }
    }
    return hasQuotation && depth == 0 && words == 0
  }

  /// Reads a quotation mark; false if it is none.
  private mutating func readMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x22 where depth > 0 && outer != 0x22: break
    case 0x22 where depth == 0, 0xAB, 0x201C, 0x201E:
      if depth == 0 {
        outer = unit
        if lastOutside == 0x3A, words > 0 { namesSpeaker = true }
      }
      depth += 1
      hasQuotation = true
    case 0x22, 0xBB, 0x201D:
      depth = max(0, depth - 1)
      sinceMark = 0
      followsClosing = true
    default: return false
    }
    return true
  }

  /// Hyphens and apostrophes between letters are part of a word here: `s'est-il`.
  private func endOfWord(
    _ units: Span<UInt16>, _ classes: Span<CharacterClass>, from start: Int, to limit: Int
  ) -> Int {
    var end = start
    while end < limit {
      if !classes[Int(units[end])].isWordPart {
        let isJoint = units[end] == 0x2D || units[end] == 0x27 || units[end] == 0x2019
        guard isJoint, end + 1 < limit, classes[Int(units[end + 1])].isLetter else { break }
      }
      end += 1
    }
    return end
  }

  /// `a-t-il` after a comma or a quotation, or `il` and `he` straight after a quotation that opens the sentence.
  private func isPronounOfSpeech(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
    guard let sinceMark else { return false }
    if followsClosing, words == 0, sinceMark == 0, pronouns.contains(key(units, range)) {
      return true
    }
    // A clitic may stand before the verb: `lui a-t-il répondu`.
    guard sinceMark == 0 || sinceMark == 1 && lastWord.count <= Self.longestClitic,
      let hyphen = range.last(where: { units[$0] == 0x2D })
    else { return false }
    return pronouns.contains(key(units, hyphen + 1..<range.upperBound))
  }

  private static let longestClitic = 4

  /// Whether somebody is quoted, if without marks: `Rien, a-t-il dit, n'est signé` and not `Aussi, est-il prévu que …`.
  private func isSpeech(
    _ units: Span<UInt16>, _ classes: Span<CharacterClass>, before rest: Range<Int>
  ) -> Bool {
    if hasQuotation || words - (sinceMark ?? 0) > Self.longestOpening { return true }
    var count = 0
    var index = rest.lowerBound
    while index < rest.upperBound, units[index] != 0x2C {
      if classes[Int(units[index])].isWordPart {
        count += 1
        if count > Self.longestOpening { return false }
        index = endOfWord(units, classes, from: index, to: rest.upperBound)
      } else {
        index += 1
      }
    }
    return true
  }

  /// So many words before a comma may open a sentence and quote nobody; so many follow the pronoun of one who is quoted.
  private static let longestOpening = 2

  private mutating func readWord(_ units: Span<UInt16>, _ range: Range<Int>) {
    words += 1
    sinceMark = sinceMark.map { $0 + 1 }
    lastOutside = 0
    // The M of `M. Diop` is a stop word, as in `m'a-t-il dit`.
    let isTitle =
      range.count == 1 && range.upperBound < units.count && units[range.upperBound] == 0x2E
    if CharacterClass.table[Int(units[range.lowerBound])] == .upper,
      isTitle || !stopWords.contains(key(units, range))
    {
      if !hasQuotation, endOfName >= 0, isAdjacent(units, endOfName..<range.lowerBound) {
        namesSpeaker = true
      }
      endOfName = range.upperBound
    } else {
      endOfName = -1
    }
    lastWord = range
  }

  /// Blanks, and the stop of `M. Diop`.
  private func isAdjacent(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
    range.allSatisfy {
      CharacterClass.isBlank(units[$0]) || units[$0] == 0x2E && lastWord.count <= 3
    }
  }

  private func key(_ units: Span<UInt16>, _ range: Range<Int>) -> WordKey {
    let folds = WordKey.folds
    var key = WordKey()
    for index in range { key.append(folds[Int(units[index])]) }
    return key
  }
}
