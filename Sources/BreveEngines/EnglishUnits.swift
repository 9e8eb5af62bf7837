// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// An English text by its UTF-16 units, for edits of stretches.
struct EnglishUnits {
  private let units: [UInt16]
  var count: Int { units.count }

  init(_ text: String) { units = Array(text.utf16) }

  subscript(range: Range<Int>) -> String { String(decoding: units[range], as: UTF16.self) }

  private func isWord(_ place: Int) -> Bool {
    units.indices.contains(place) && CharacterClass.table[Int(units[place])].isWordPart
  }

  /// Whether a letter or digit stands in `range`.
  func hasWord(in range: Range<Int>) -> Bool { range.contains(where: isWord) }

  /// The word that stands before a stretch with nothing but blanks between; nil if there is none.
  func wordRange(before range: Range<Int>) -> Range<Int>? {
    var end = range.lowerBound
    while end > 0, CharacterClass.isWhite(units[end - 1]) { end -= 1 }
    guard end < range.lowerBound else { return nil }
    var start = end
    while start > 0, isWord(start - 1) { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Up to three words before a stretch, in small letters and in their order.
  func words(before range: Range<Int>) -> [String] {
    var words: [String] = []
    var next = range
    while words.count < 3, let word = wordRange(before: next) {
      words.insert(self[word].lowercased(), at: 0)
      next = word
    }
    return words
  }

  /// Where `text` stands first as words of its own; nil if it does not.
  func place(of text: String) -> Range<Int>? { places(of: text).first }

  /// Where `text` stands as words of its own; nil if nowhere or in several places.
  func onlyPlace(of text: String) -> Range<Int>? {
    let places = places(of: text)
    return places.count == 1 ? places[0] : nil
  }

  private func places(of text: String) -> [Range<Int>] {
    let wanted = Array(text.utf16)
    guard let first = wanted.first, wanted.count <= units.count else { return [] }
    var places: [Range<Int>] = []
    for start in 0...(units.count - wanted.count) where units[start] == first {
      let range = start..<start + wanted.count
      guard units[range].elementsEqual(wanted),
        !(isWord(start) && isWord(start - 1)),
        !(isWord(range.upperBound - 1) && isWord(range.upperBound))
      else { continue }
      places.append(range)
    }
    return places
  }
}
