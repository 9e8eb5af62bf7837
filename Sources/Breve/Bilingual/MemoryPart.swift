// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

/// A stretch of a sentence that may stand in the memory as a unit of its own: three words or more, without a mark at its ends.
struct MemoryPart: Sendable {
  /// As many tokens as parts have.
  static let lengths = 3...12

  let text: String
  /// Where it stands in the sentence, in UTF-16 units.
  let range: Range<Int>
  /// The hash of its tokens.
  let key: UInt64

  /// The hash of tokens, whatever their capitals.
  static func key(of tokens: ArraySlice<MatchToken>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for token in tokens { key = (key ^ token.commonKey) &* 0x9E37_79B9_7F4A_7C15 }
    return key ^ (key >> 29)
  }

  /// The parts of a sentence that a memory knows, in the order of the sentence, none in another, longer ones first.
  ///
  /// - Parameters:
  ///   - sentence: The sentence.
  ///   - isTaken: Whether a range of it, in UTF-16 units, is known from elsewhere.
  ///   - find: What the memory has for a part.
  /// - Returns: The parts with what was found.
  static func known<Found>(
    in sentence: String, isTaken: (Range<Int>) -> Bool, find: (MemoryPart) -> Found?
  ) -> [(part: MemoryPart, found: Found)] {
    var tokenizer = MatchTokenizer()
    var tokens: [MatchToken] = []
    tokenizer.tokens(of: sentence.utf8Span.span, into: &tokens)
    let bytes = Array(sentence.utf8)
    var free = [Bool](repeating: true, count: tokens.count)
    var known: [(part: MemoryPart, found: Found)] = []
    // The whole sentence was looked for already.
    let longest = min(lengths.upperBound, tokens.count - 1)
    guard longest >= lengths.lowerBound else { return [] }
    for length in (lengths.lowerBound...longest).reversed() {
      for start in 0...(tokens.count - length) {
        let places = start..<start + length
        guard tokens[start].kind != .mark, tokens[start + length - 1].kind != .mark,
          free[places].allSatisfy({ $0 }), words(tokens[places]) >= lengths.lowerBound
        else { continue }
        let range = tokens[start].range.lowerBound..<tokens[start + length - 1].range.upperBound
        let text = String(decoding: bytes[range], as: UTF8.self)
        let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).utf16.count
        let part = MemoryPart(
          text: text, range: before..<before + text.utf16.count, key: key(of: tokens[places]))
        guard !isTaken(part.range), let found = find(part) else { continue }
        for place in places { free[place] = false }
        known.append((part, found))
      }
    }
    return known.sorted { $0.part.range.lowerBound < $1.part.range.lowerBound }
  }

  private static func words(_ tokens: ArraySlice<MatchToken>) -> Int {
    tokens.count { $0.kind != .mark }
  }
}

extension [FoundUnit] {
  /// The English of the best state that most of the units have; of equals the first.
  var mostFrequent: FoundUnit? {
    guard let rank = map(\.rank).min() else { return nil }
    let best = filter { $0.rank == rank }
    var counts: [SegmentKey: Int] = [:]
    for unit in best { counts[SegmentKey(unit.target), default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return best.first { counts[SegmentKey($0.target)] == most }
  }
}
