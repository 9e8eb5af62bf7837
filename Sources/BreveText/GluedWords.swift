// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
internal import BreveICU
internal import BreveMorphology

/// Finds words that stand glued together: `paysdepuis`.
///
/// A word is cut only where the language's dictionary knows both halves and not the whole, where one half is a frequent
/// small word, and where no other cut would do. Without a dictionary nothing is cut.
struct GluedWords: Sendable {
  private let dictionary: SpellingDictionary
  /// Frequent small words, and what they begin with: from three letters on, whether it is one.
  private let smallWords: WordTable<Bool>
  /// Those that may be glued to the end of a word, read backwards.
  ///
  /// Short words are endings of other words (spaces, développementaux) more often than words glued on.
  private let endings: WordTable<Bool>
  private let prefixes: WordSet
  /// Whether a word is in the dictionary, as far as it was asked for.
  private var known = WordTable<Bool>()
  /// Where words that hold a small one are cut, as far as they were asked for; 0 for those that are whole: nearly all.
  private var cuts = WordTable<Int>()

  /// So many words are kept of what was asked for; then it is forgotten.
  private static let most = 1 << 18

  private static let shortestHalf = 3
  /// Shorter words are never cut.
  static let shortest = 2 * shortestHalf
  private static let longestWord = 40
  private static let shortButClear: Set<String> = ["par", "qui", "que"]

  /// Nil if the language has no list of small words.
  init?(language: Language, dictionary: SpellingDictionary) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".repairs.txt") else { return nil }
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    let words = list.words(in: "glued words").filter { $0.utf16.count >= Self.shortestHalf }
    smallWords = Self.table(words.map { Array($0.utf16) })
    endings = Self.table(
      words.filter { $0.utf16.count > Self.shortestHalf || Self.shortButClear.contains($0) }
        .map { $0.utf16.reversed() })
    prefixes = WordSet(list.words(in: "prefixes").map { WordKey($0) })
    self.dictionary = dictionary
  }

  private static func table(_ words: [[UInt16]]) -> WordTable<Bool> {
    var table = WordTable<Bool>()
    for word in words {
      for length in shortestHalf..<word.count {
        let key = key(word, 0..<length)
        table[key] = table[key] ?? false
      }
      table[key(word, 0..<word.count)] = true
    }
    return table
  }

  /// Where the word in `range` (small letters only) is to be cut; nil if it is whole.
  mutating func cut(_ units: [UInt16], _ range: Range<Int>) -> Int? {
    // Nine words of ten are settled by their first and last letters.
    guard range.count >= Self.shortest, range.count <= Self.longestWord,
      hasSmallWord(units.span, range)
    else { return nil }
    let key = Self.key(units, range)
    if let cut = cuts[key] { return cut == 0 ? nil : range.lowerBound + cut }
    if cuts.count + known.count > Self.most { forget() }
    let cut = findCut(units, range)
    cuts[key] = cut
    return cut == 0 ? nil : range.lowerBound + cut
  }

  private mutating func forget() {
    cuts = WordTable()
    known = WordTable()
  }

  /// Whether a small word stands where a cut could make it a word of its own.
  private func hasSmallWord(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
    let last = range.count - Self.shortestHalf
    var key = WordKey()
    for length in 1...last {
      key.append(units[range.lowerBound + length - 1])
      guard length >= Self.shortestHalf else { continue }
      guard let isWord = smallWords[key] else { break }
      if isWord { return true }
    }
    key = WordKey()
    for length in 1..<last {
      key.append(units[range.upperBound - length])
      guard length >= Self.shortestHalf else { continue }
      guard let isWord = endings[key] else { break }
      if isWord { return true }
    }
    return false
  }

  private mutating func findCut(_ units: [UInt16], _ range: Range<Int>) -> Int {
    guard !knows(units, range) else { return 0 }
    let lengths = Self.shortestHalf...(range.count - Self.shortestHalf)
    // The dictionary is asked last: it costs the most.
    guard
      let found = lengths.first(where: {
        hasSmallHalf(units, range, at: $0) && areKnown(units, range, at: $0)
      })
    else { return 0 }
    // Where there is a second way to cut it, the word is left alone.
    let isOnly = lengths.allSatisfy { $0 == found || !areKnown(units, range, at: $0) }
    let left = range.lowerBound..<range.lowerBound + found
    return isOnly && !prefixes.contains(Self.key(units, left)) ? found : 0
  }

  private func hasSmallHalf(_ units: [UInt16], _ range: Range<Int>, at length: Int) -> Bool {
    let middle = range.lowerBound + length
    return smallWords[Self.key(units, range.lowerBound..<middle)] == true
      || length > Self.shortestHalf
        && endings[Self.backwardKey(units, middle..<range.upperBound)] == true
  }

  private mutating func areKnown(_ units: [UInt16], _ range: Range<Int>, at length: Int) -> Bool {
    let middle = range.lowerBound + length
    return knows(units, range.lowerBound..<middle) && knows(units, middle..<range.upperBound)
  }

  private mutating func knows(_ units: [UInt16], _ range: Range<Int>) -> Bool {
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

  private static func backwardKey(_ units: [UInt16], _ range: Range<Int>) -> WordKey {
    var key = WordKey()
    for index in range.reversed() { key.append(units[index]) }
    return key
  }
}
