// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
internal import BreveICU
internal import BreveMorphology

/// Finds words that stand glued together: `paysdepuis`.
///
/// A word is cut only where the language's dictionary knows both halves and not the whole, where one half is a frequent
/// small word, and where no other cut would do. Without a dictionary nothing is cut.
final class GluedWords {
  private let dictionary: SpellingDictionary
  /// Frequent small words, longest first.
  private let smallWords: [[UInt16]]
  private let prefixes: WordSet
  /// Whether a word is in the dictionary, as far as it was asked for.
  private var known = WordTable<Bool>()
  /// Where a word is to be cut, 0 for nowhere, as far as it was asked for.
  private var cuts = WordTable<Int>()

  private static let shortestHalf = 3
  private static let longestWord = 40
  private static let shortButClear = WordSet(["par", "qui", "que"].map { WordKey($0) })

  /// Nil if the language has no list of small words.
  init?(language: Language, dictionary: SpellingDictionary) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".repairs.txt") else { return nil }
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    smallWords = Set(list.words(in: "glued words")).map { Array($0.utf16) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
    prefixes = WordSet(list.words(in: "prefixes").map { WordKey($0) })
    self.dictionary = dictionary
  }

  /// Where the word in `range` (small letters only) is to be cut; nil if it is whole.
  func cut(_ units: [UInt16], _ range: Range<Int>) -> Int? {
    guard range.count >= 2 * Self.shortestHalf, range.count <= Self.longestWord else { return nil }
    let key = Self.key(units, range)
    if let cut = cuts[key] { return cut == 0 ? nil : range.lowerBound + cut }
    let cut = hasSmallWord(units, range) ? findCut(units, range) : 0
    cuts[key] = cut
    return cut == 0 ? nil : range.lowerBound + cut
  }

  private func hasSmallWord(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    smallWords.contains { word in
      range.count - word.count >= Self.shortestHalf
        && (matches(word, units, at: range.lowerBound)
          || matches(word, units, at: range.upperBound - word.count))
    }
  }

  private func matches(_ word: [UInt16], _ units: [UInt16], at place: Int) -> Bool {
    for index in word.indices where units[place + index] != word[index] { return false }
    return true
  }

  private func findCut(_ units: [UInt16], _ range: Range<Int>) -> Int {
    guard !knows(units, range) else { return 0 }
    var found = 0
    for length in Self.shortestHalf...(range.count - Self.shortestHalf) {
      let middle = range.lowerBound + length
      let left = range.lowerBound..<middle
      let right = middle..<range.upperBound
      guard knows(units, left), knows(units, right) else { continue }
      // A second way to cut it: the word is left alone.
      if found != 0 { return 0 }
      found = length
    }
    guard found != 0 else { return 0 }
    let left = range.lowerBound..<range.lowerBound + found
    let right = left.upperBound..<range.upperBound
    let hasSmallHalf = smallWords.contains { word in
      if word.count == left.count, matches(word, units, at: left.lowerBound) { return true }
      // Short words are endings of other words (spaces, développementaux) more often than words glued on.
      return word.count == right.count && matches(word, units, at: right.lowerBound)
        && left.count > Self.shortestHalf
        && (word.count > Self.shortestHalf || Self.shortButClear.contains(Self.key(units, right)))
    }
    return hasSmallHalf && !prefixes.contains(Self.key(units, left)) ? found : 0
  }

  private func knows(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    let key = Self.key(units, range)
    if let answer = known[key] { return answer }
    // Without a dictionary every word is whole.
    let answer = dictionary.knows(String(utf16: units.span.extracting(range))) ?? true
    known[key] = answer
    return answer
  }

  private static func key(_ units: [UInt16], _ range: Range<Int>) -> WordKey {
    var key = WordKey()
    for index in range { key.append(units[index]) }
    return key
  }
}
