// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Gives the blocks of an article their roles.
struct RoleReader {
  let units: [UInt16]
  let cues: RoleCues

  /// Headings and credits are short; a longer block is a paragraph.
  private static let shortBlock = 160
  private static let headingWords = 16

  /// `blocks` with their roles; the first may be cut in two (a header and what follows it on its line).
  func roles(of blocks: [Block]) -> [Block] {
    var blocks = splitHeader(blocks)
    for index in blocks.indices where blocks[index].role != .metadata {
      blocks[index].role = role(
        of: blocks[index], isFirst: index == 0, isLast: index == blocks.count - 1)
    }
    // Headings, captions and headers stand with an article; without one they are the text.
    for allowed in [[BlockRole.heading], [.caption, .byline, .credit], [.metadata]] {
      if blocks.contains(where: {
        $0.role == .paragraph || $0.role == .listItem || $0.role == .quote
      }) {
        break
      }
      for index in blocks.indices where allowed.contains(blocks[index].role) {
        blocks[index].role = .paragraph
      }
    }
    return blocks
  }

  private func role(of block: Block, isFirst: Bool, isLast: Bool) -> BlockRole {
    if block.role == .listItem { return .listItem }
    if isPullQuote(block.range) { return .quote }
    guard block.range.count <= Self.shortBlock else { return .paragraph }
    let text = RoleCues.folded(units[block.range])
    let words = wordCount(block.range)
    let isOpen = !Lines.endsSentence(block.range, in: units)
    if isAddress(block.range) || cues.creditLines.contains(text) { return .credit }
    if cues.creditStarts.contains(where: { text.starts(with: $0) }), isOpen || words <= 12 {
      return .credit
    }
    guard isOpen else { return .paragraph }
    if cues.captionStarts.contains(where: { text.starts(with: $0) })
      || cues.captionParts.contains(where: { contains(text, $0) })
    {
      return .caption
    }
    if words <= 12, isByline(block.range, text) || (isLast && !isFirst && isName(block.range)) {
      return .byline
    }
    // The last line of a text is more often a sentence without its stop than a heading of nothing.
    if isLast, !isFirst, words >= 9 { return .paragraph }
    return words <= Self.headingWords && !endsInComma(block.range) ? .heading : .paragraph
  }

  /// ` date 2023-02 ` at the start of the text, and a photo's caption after it on the same line.
  private func splitHeader(_ blocks: [Block]) -> [Block] {
    guard let first = blocks.first else { return blocks }
    if blocks.count > 1, isDay(first.range) {
      return [Block(range: first.range, role: .metadata)] + blocks.dropFirst()
    }
    guard let end = headerEnd(first.range) else { return blocks }
    var head = [Block(range: first.range.lowerBound..<end, role: .metadata)]
    let rest = units.span.trimmed(end..<first.range.upperBound)
    if !rest.isEmpty { head.append(Block(range: rest, role: .paragraph)) }
    return head + blocks.dropFirst()
  }

  /// `2024-05-06` or `06/05/2024` and nothing else.
  private func isDay(_ range: Range<Int>) -> Bool {
    guard range.count == 10 else { return false }
    let marks = range.filter { !(0x30...0x39).contains(units[$0]) }.map { $0 - range.lowerBound }
    guard marks == [4, 7] || marks == [2, 5] else { return false }
    let mark = units[range.lowerBound + marks[0]]
    return mark == units[range.lowerBound + marks[1]]
      && (mark == 0x2D || mark == 0x2F || mark == 0x2E && marks[0] == 2)
  }

  /// The end of `date 2023`, `date 2023-02` or `date 2023-02-14` at the start of `range`.
  private func headerEnd(_ range: Range<Int>) -> Int? {
    let word = Array("date ".utf16)
    guard range.count > word.count, units[range].starts(with: word) else { return nil }
    var index = range.lowerBound + word.count
    guard let year = digits(4, at: index, range) else { return nil }
    index = year
    for _ in 0..<2 {
      guard index < range.upperBound, units[index] == 0x2D,
        let next = digits(2, at: index + 1, range)
      else { break }
      index = next
    }
    guard index == range.upperBound || CharacterClass.isWhite(units[index]) else { return nil }
    return index
  }

  private func digits(_ count: Int, at start: Int, _ range: Range<Int>) -> Int? {
    guard start + count <= range.upperBound else { return nil }
    for index in start..<start + count where !(0x30...0x39).contains(units[index]) { return nil }
    return start + count
  }

  /// A quotation and then its speaker, without a verb between: `"Nous souhaitons …" Abdoulaye Diop, ministre`.
  private func isPullQuote(_ range: Range<Int>) -> Bool {
    let opening = units[range.lowerBound]
    guard opening == 0x22 || opening == 0xAB || opening == 0x201C else { return false }
    let closing: UInt16 = opening == 0x22 ? 0x22 : opening == 0xAB ? 0xBB : 0x201D
    guard let end = units[range].dropFirst().lastIndex(of: closing),
      units[range.lowerBound + 1..<end].firstIndex(of: closing) == nil
    else { return false }
    var index = end + 1
    var hasDash = false
    while index < range.upperBound {
      let kind = CharacterClass.table[Int(units[index])]
      guard kind == .space || kind == .dash else { break }
      hasDash = hasDash || kind == .dash
      index += 1
    }
    guard index < range.upperBound else { return false }
    return CharacterClass.table[Int(units[index])] == .upper
      && !Lines.endsSentence(range, in: units)
      && (!hasDash || wordCount(index..<range.upperBound) <= 12)
  }

  /// `Imedias.net`, `www.example.org/page`: one word with a dot and a top-level domain.
  private func isAddress(_ range: Range<Int>) -> Bool {
    guard let dot = units[range].lastIndex(of: 0x2E), dot > range.lowerBound + 1 else {
      return false
    }
    var ending = 0
    for index in range {
      let unit = units[index]
      if CharacterClass.isWhite(unit) { return false }
      if index > dot {
        if unit == 0x2F { break }
        guard (0x61...0x7A).contains(unit) else { return false }
        ending += 1
      }
    }
    return (2...6).contains(ending)
  }

  private func isByline(_ range: Range<Int>, _ text: [UInt16]) -> Bool {
    for cue in cues.bylineStarts where text.count > cue.count + 1 && text.starts(with: cue) {
      guard text[cue.count] == 0x20 || cue.last == 0x27 || cue.last == 0x3A else { continue }
      // `Par` alone may open a heading; before a name it opens a by-line.
      var index = range.lowerBound + cue.count
      while index < range.upperBound, !CharacterClass.table[Int(units[index])].isLetter {
        index += 1
      }
      if cue.contains(0x20)
        || index < range.upperBound && CharacterClass.table[Int(units[index])] == .upper
      {
        return true
      }
    }
    return false
  }

  /// Two to four words that all begin with a capital.
  private func isName(_ range: Range<Int>) -> Bool {
    let words = units[range].split(whereSeparator: CharacterClass.isBlank)
    return (2...4).contains(words.count)
      && words.allSatisfy { word in
        word.first.map { CharacterClass.table[Int($0)] == .upper } ?? false
          && word.allSatisfy {
            CharacterClass.table[Int($0)].isLetter || $0 == 0x2D || $0 == 0x27 || $0 == 0x2019
          }
      }
  }

  private func endsInComma(_ range: Range<Int>) -> Bool {
    let last = units[range.upperBound - 1]
    return last == 0x2C || last == 0x3B
  }

  private func wordCount(_ range: Range<Int>) -> Int {
    units[range].split(whereSeparator: CharacterClass.isBlank).count
  }

  private func contains(_ text: [UInt16], _ part: [UInt16]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }
}
