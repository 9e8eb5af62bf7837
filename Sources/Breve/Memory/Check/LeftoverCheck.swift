// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Finds words of the source that stand in the target untranslated.
struct LeftoverCheck {
  private let source: StopWords
  private let target: StopWords

  init(source: Language, target: Language) {
    self.source = StopWords(for: source)
    self.target = StopWords(for: target)
  }

  private struct Word {
    let text: Substring.UTF8View
    let hash: UInt64
    let isSmall: Bool
    /// Whether only blanks and apostrophes stand before it.
    let isJoined: Bool
  }

  /// Three or more words in small letters that stand in both, one after the other, one of them a small word of the
  /// source language only; nil if there are none.
  func first(source: String, target: String) -> String? {
    let ones = Self.words(source)
    let others = Self.words(target)
    guard ones.count >= 3, others.count >= 3 else { return nil }
    var pairs: Set<UInt64> = []
    for place in 1..<ones.count where ones[place].isJoined {
      pairs.insert(Self.pair(ones[place - 1], ones[place]))
    }
    var start = 0
    for place in 1...others.count {
      let isGoingOn =
        place < others.count && others[place].isJoined && others[place].isSmall
        && others[place - 1].isSmall && pairs.contains(Self.pair(others[place - 1], others[place]))
      if isGoingOn { continue }
      if place - start >= 3 {
        let run = others[start..<place]
        if run.contains(where: isForeign), let first = run.first, let last = run.last,
          !Self.isSetApart(first.text.startIndex, in: target)
        {
          return String(target[first.text.startIndex..<last.text.endIndex])
        }
      }
      start = place
    }
    return nil
  }

  /// Whether a word stands in parentheses or begins a quotation: there a term is named.
  private static func isSetApart(_ place: String.Index, in text: String) -> Bool {
    var depth = 0
    for byte in text.utf8[..<place] {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    guard depth <= 0 else { return true }
    let before = text.unicodeScalars[..<place].last { !$0.properties.isWhitespace }
    return before.map { "\"“«‘*`".unicodeScalars.contains($0) } ?? false
  }

  /// How many small words of one language only there are: of the source's, and of the target's.
  func evidence(_ text: String) -> (source: Int, target: Int) {
    var counts = (source: 0, target: 0)
    for word in Self.words(text) {
      let key = WordKey(folding: String(Substring(word.text)))
      switch (source.contains(key), target.contains(key)) {
      case (true, false): counts.source += 1
      case (false, true): counts.target += 1
      default: continue
      }
    }
    return counts
  }

  private func isForeign(_ word: Word) -> Bool {
    let key = WordKey(folding: String(Substring(word.text)))
    return source.contains(key) && !target.contains(key)
  }

  private static func pair(_ one: Word, _ other: Word) -> UInt64 {
    (one.hash &* 0x9E37_79B9_7F4A_7C15) ^ other.hash
  }

  /// Stretches of letters; ASCII marks and blanks stand between them.
  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    let utf8 = text.utf8
    var index = utf8.startIndex
    var isJoined = false
    while index < utf8.endIndex {
      guard isLetter(utf8[index]) else {
        let byte = utf8[index]
        if byte != 0x20, byte != 0x27 { isJoined = false }
        index = utf8.index(after: index)
        continue
      }
      let start = index
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while index < utf8.endIndex, isLetter(utf8[index]) {
        hash = (hash ^ UInt64(utf8[index])) &* 0x100_0000_01B3
        index = utf8.index(after: index)
      }
      let isSmall = !(0x41...0x5A).contains(utf8[start])
      words.append(
        Word(text: text[start..<index].utf8, hash: hash, isSmall: isSmall, isJoined: isJoined))
      isJoined = true
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
