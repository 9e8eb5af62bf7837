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
  /// Frequent small words.
  private let smallWords: WordSet
  /// Those that may be glued to the end of a word, read backwards.
  ///
  /// Short words are endings of other words (spaces, développementaux) more often than words glued on.
  private let endings: WordSet
  private let longestSmallWord: Int
  private let prefixes: WordSet
  /// Whether a word is in the dictionary, as far as it was asked for.
  private var known = WordTable<Bool>()
  /// Words that are not cut, as far as they were asked for: nearly all.
  private var whole = WordSet()
  /// The last words that were found among them, by a part of their key.
  ///
  /// Asked first, as all of them do not fit into the processor's caches. Few at first: in a process of one article the
  /// allocator tidies up whenever 64 KB are given back, for 20 ms.
  private var frequent = [UInt64](repeating: 0, count: 1 << 12)
  private static let mostFrequent = 1 << 15
  /// Where the other words are cut.
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
    smallWords = WordSet(words.map { WordKey($0) })
    endings = WordSet(
      words.filter { $0.utf16.count > Self.shortestHalf || Self.shortButClear.contains($0) }
        .map { word in
          var key = WordKey()
          for unit in word.utf16.reversed() { key.append(unit) }
          return key
        })
    longestSmallWord = words.map(\.utf16.count).max() ?? 0
    prefixes = WordSet(list.words(in: "prefixes").map { WordKey($0) })
    self.dictionary = dictionary
  }

  /// Where the word in `range` (small letters only), whose key is `key`, is to be cut; nil if it is whole.
  mutating func cut(_ units: [UInt16], _ range: Range<Int>, _ key: WordKey) -> Int? {
    guard range.count >= Self.shortest, range.count <= Self.longestWord else { return nil }
    let place = Int(truncatingIfNeeded: key.value >> 48) & (frequent.count - 1)
    if frequent[place] == key.value { return nil }
    if whole.contains(key) {
      frequent[place] = key.value
      return nil
    }
    if let cut = cuts[key] { return range.lowerBound + cut }
    if whole.count + known.count > Self.most { forget() }
    let cut = hasSmallWord(units, range) ? findCut(units, range) : 0
    if cut == 0 {
      whole.insert(key)
      if whole.count > frequent.count, frequent.count < Self.mostFrequent {
        frequent = [UInt64](repeating: 0, count: Self.mostFrequent)
      }
      return nil
    }
    cuts[key] = cut
    return range.lowerBound + cut
  }

  private mutating func forget() {
    whole = WordSet()
    cuts = WordTable()
    known = WordTable()
  }

  /// Whether a small word stands where a cut could make it a word of its own.
  private func hasSmallWord(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    let lengths = 1...min(longestSmallWord, range.count - Self.shortestHalf)
    var start = WordKey()
    var end = WordKey()
    for length in lengths {
      start.append(units[range.lowerBound + length - 1])
      if length >= Self.shortestHalf, smallWords.contains(start) { return true }
      end.append(units[range.upperBound - length])
      if length < range.count - Self.shortestHalf, endings.contains(end) { return true }
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
    return smallWords.contains(Self.key(units, range.lowerBound..<middle))
      || length > Self.shortestHalf
        && endings.contains(Self.backwardKey(units, middle..<range.upperBound))
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
