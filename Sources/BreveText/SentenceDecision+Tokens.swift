// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What comes before a mark: words, abbreviations, initials.
extension SentenceDecision {
  /// The word that a full stop stands after.
  struct Token {
    let range: Range<Int>
    let digits: Int
    let letters: Int
    /// One letter, or single letters with stops or hyphens between them: `S`, `J.-P`, `F.L`.
    let isInitials: Bool
    /// One of the two-letter initials: `Ch`, `Дж`.
    let isDigraph: Bool
    let startsUpper: Bool

    var isNumber: Bool { digits > 0 && letters == 0 }
    var isOneLowerLetter: Bool { letters == 1 && digits == 0 && !startsUpper }
  }

  func token(before stop: Int) -> Token {
    let range = tokenStart(stop)..<stop
    var digits = 0
    var letters = 0
    var run = 0
    var longestRun = 0
    var hasUpper = false
    for index in range {
      let kind = classes[Int(units[index])]
      if kind == .digit { digits += 1 }
      if kind.isLetter {
        letters += 1
        run += 1
        longestRun = max(longestRun, run)
        hasUpper = hasUpper || kind == .upper
      } else if kind != .mark, kind != .format {
        run = 0
      }
    }
    let startsUpper = range.first.map { classes[Int(units[$0])] == .upper } ?? false
    return Token(
      range: range, digits: digits, letters: letters,
      isInitials: letters > 0 && digits == 0 && longestRun == 1 && hasUpper,
      isDigraph: letters == 2 && range.count == 2 && startsUpper && isDigraph(range),
      startsUpper: startsUpper)
  }

  private static let digraphs = WordSet(
    [
      "Ch", "Cz", "Sz", "Rz", "Dz", "Dž", "Th", "Ph", "Дж", "Ст", "Yu", "Ya", "Gy", "Cs", "Zs",
      "Ny",
    ].map { WordKey($0) })

  private func isDigraph(_ range: Range<Int>) -> Bool { Self.digraphs.contains(key(range)) }

  /// The start of the word that ends at `end`: letters, digits, and stops, hyphens and apostrophes inside.
  func tokenStart(_ end: Int) -> Int {
    var index = end
    while index > range.lowerBound, end - index < 40 {
      let unit = units[index - 1]
      let kind = classes[Int(unit)]
      let isInner =
        unit == 0x2E || unit == 0x2D || unit == 0x2010 || unit == 0x2011 || unit == 0x27
        || unit == 0x2019 || unit == 0xB0 || kind == .format
      guard kind.isWordPart || isInner else { break }
      index -= 1
    }
    while index < end, !classes[Int(units[index])].isWordPart { index += 1 }
    return index
  }

  /// The class of the abbreviation before a stop: the whole word, what follows its apostrophe, or the chain of
  /// short pieces that it ends (`т. д`, `z. B`).
  func abbreviation(_ token: Token) -> SentenceTailoring.AbbreviationClass? {
    guard !token.range.isEmpty, token.range.count <= 20 else { return nil }
    if token.letters <= 4, let chain = chain(token) { return chain }
    if let kind = lookUp(token.range) { return kind }
    for separator: UInt16 in [0x27, 0x2019] {
      if let place = token.range.last(where: { units[$0] == separator }),
        place + 1 < token.range.upperBound, let kind = lookUp(place + 1..<token.range.upperBound)
      {
        return kind
      }
    }
    guard !tailoring.suffixes.isEmpty else { return nil }
    let word = string(token.range)
    return tailoring.suffixes.first { word.hasSuffix($0.ending) && word != $0.ending }?.kind
  }

  private func lookUp(_ word: Range<Int>) -> SentenceTailoring.AbbreviationClass? {
    tailoring.abbreviations[key(word)]
  }

  /// The class of a chain such as `т. д` or `i. d. R`, written without its spaces.
  private func chain(_ token: Token) -> SentenceTailoring.AbbreviationClass? {
    var pieces = [token.range]
    var found: SentenceTailoring.AbbreviationClass?
    for _ in 0..<3 {
      guard let piece = pieceBefore(pieces[0].lowerBound) else { break }
      pieces.insert(piece, at: 0)
      if let kind = tailoring.abbreviations[key(pieces)] { found = kind }
    }
    return found
  }

  /// The short word before `start` that has a stop and blanks after it.
  private func pieceBefore(_ start: Int) -> Range<Int>? {
    var end = start
    while end > range.lowerBound, CharacterClass.isBlank(units[end - 1]) { end -= 1 }
    guard end < start, end - 1 > range.lowerBound, units[end - 1] == 0x2E else { return nil }
    let piece = tokenStart(end - 1)..<end - 1
    return !piece.isEmpty && piece.count <= 4 ? piece : nil
  }

  /// Whether the word and the short pieces after it make one abbreviation: `т.` before `д.`.
  func beginsChain(_ token: Token, next: Int) -> Bool {
    guard token.letters > 0, token.letters <= 4, token.range.count <= 8,
      next < range.upperBound
    else { return false }
    var pieces = [token.range]
    var start = next
    for _ in 0..<3 {
      let end = wordEnd(from: start)
      guard end > start, end - start <= 4 else { return false }
      pieces.append(start..<end)
      guard end < range.upperBound, units[end] == 0x2E else { return false }
      if tailoring.abbreviations[key(pieces)] != nil { return true }
      start = skipBlanks(end + 1)
      guard start < range.upperBound else { return false }
    }
    return false
  }

  /// The key of a word with straight apostrophes, invisible characters left out.
  func key(_ word: Range<Int>) -> WordKey {
    var key = WordKey()
    append(word, to: &key)
    return key
  }

  /// The key of short words with stops between them.
  private func key(_ pieces: [Range<Int>]) -> WordKey {
    var key = WordKey()
    for (number, piece) in pieces.enumerated() {
      if number > 0 { key.append(0x2E) }
      append(piece, to: &key)
    }
    return key
  }

  private func append(_ word: Range<Int>, to key: inout WordKey) {
    for index in word {
      let unit = units[index]
      if unit == 0x2019 {
        key.append(0x27)
      } else if unit < 0x80 || classes[Int(unit)] != .format {
        key.append(unit)
      }
    }
  }

  /// A word with straight apostrophes, invisible characters left out.
  func string(_ word: Range<Int>) -> String {
    var text = ""
    for index in word {
      let unit = units[index]
      if classes[Int(unit)] == .format { continue }
      text.unicodeScalars.append(Unicode.Scalar(unit == 0x2019 ? 0x27 : unit) ?? "\u{FFFD}")
    }
    return text
  }
}
