// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Numbers and letters that count the items of a list inside of a paragraph.
extension SentenceDecision {
  /// `2.`, `b)`, `(iii)`.
  struct ListMarker {
    let number: Int
    let isLetter: Bool
    let hasStop: Bool
    let hasBracket: Bool
  }

  /// Remembers the marker that stands at `index`, where a sentence begins.
  mutating func readListMarker(at index: Int) {
    if let marker = listMarker(at: index) { lastMarker = marker }
  }

  /// The marker at `index` if it counts on from the last one.
  func nextListMarker(at index: Int) -> ListMarker? {
    guard let last = lastMarker, index > sentenceBegin, CharacterClass.isBlank(units[index - 1]),
      let marker = listMarker(at: index), marker.number == last.number + 1,
      marker.isLetter == last.isLetter, marker.hasStop == last.hasStop,
      marker.hasBracket == last.hasBracket
    else { return nil }
    return marker
  }

  private func listMarker(at place: Int) -> ListMarker? {
    var index = place
    if index < range.upperBound, units[index] == 0x28 || units[index] == 0x2043 { index += 1 }
    let start = index
    var number = 0
    while index < range.upperBound, index - start < 3, (0x30...0x39).contains(units[index]) {
      number = number * 10 + Int(units[index] - 0x30)
      index += 1
    }
    let isLetter = index == start
    if isLetter, index < range.upperBound, (0x61...0x7A).contains(units[index]) {
      number = Int(units[index]) - 0x60
      index += 1
    }
    guard index > start, number > 0 else { return nil }
    let hasStop = index < range.upperBound && units[index] == 0x2E
    if hasStop { index += 1 }
    let hasBracket = index < range.upperBound && units[index] == 0x29
    if hasBracket { index += 1 }
    guard hasStop || hasBracket, index < range.upperBound, CharacterClass.isBlank(units[index])
    else {
      return nil
    }
    return ListMarker(number: number, isLetter: isLetter, hasStop: hasStop, hasBracket: hasBracket)
  }

  /// Whether a number or letter with a stop stands where a sentence begins, or after `:` or `;`: it is no sentence itself.
  func isListMarker(_ token: Token) -> Bool {
    guard token.range.count <= 8, token.isNumber || (token.letters == 1 && token.digits == 0) else {
      return false
    }
    var index = token.range.lowerBound
    while index > sentenceBegin {
      let kind = classes[Int(units[index - 1])]
      guard
        kind == .space || kind == .open || kind == .initialQuote || units[index - 1] == 0x22
          || units[index - 1] == 0x2043
      else { break }
      index -= 1
    }
    if index == sentenceBegin { return true }
    let before = units[index - 1]
    return token.isNumber && (before == 0x3A || before == 0x3B) && index < token.range.lowerBound
  }
}
