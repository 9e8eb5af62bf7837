// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Looks for words among the terms of a glossary, both languages, without regard to case and accents.
package struct GlossarySearch: Sendable {
  /// How well a pair answers; less is better.
  private struct Rank: Comparable {
    /// 0 the whole term, 1 its beginning, 2 whole words in it, 3 letters in it, 4 nearly.
    let kind: Int
    let distance: Int
    let length: Int

    static func < (one: Rank, other: Rank) -> Bool {
      (one.kind, one.distance, one.length) < (other.kind, other.distance, other.length)
    }
  }

  private let query: [UInt16]
  /// A letter in four may be wrong, and one in a short word.
  private let limit: Int

  package init(_ query: String) {
    self.query = SearchKey(query).units
    limit = self.query.count < 3 ? 0 : max(1, self.query.count / 4)
  }

  /// The places of the pairs that answer, best first; ties in the order of `pairs`.
  ///
  /// Pairs that come near are given only where none holds the words.
  package func places(in pairs: [TermPair]) -> [Int] {
    if query.isEmpty { return [] }
    let keys = pairs.map { pair in
      ([pair.source, pair.target, pair.id] + pair.sourceVariants + pair.targetVariants)
        .map { SearchKey($0).units }
    }
    var ranked = ranks(keys, containing)
    if ranked.isEmpty { ranked = ranks(keys, near) }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
  }

  private func ranks(
    _ keys: [[[UInt16]]], _ rank: ([UInt16]) -> Rank?
  ) -> [(place: Int, rank: Rank)] {
    keys.enumerated().compactMap { place, texts in
      texts.compactMap(rank).min().map { (place, $0) }
    }
  }

  private func containing(_ text: [UInt16]) -> Rank? {
    guard let start = firstPlace(in: text) else { return nil }
    let end = start + query.count
    let isWhole =
      (start == 0 || text[start - 1] == 0x20) && (end == text.count || text[end] == 0x20)
    let kind = text.count == query.count ? 0 : start == 0 && isWhole ? 1 : isWhole ? 2 : 3
    return Rank(kind: kind, distance: 0, length: text.count)
  }

  /// Where the query begins in a text, at the beginning of a word if it does so anywhere.
  private func firstPlace(in text: [UInt16]) -> Int? {
    guard text.count >= query.count else { return nil }
    var first: Int?
    for start in 0...(text.count - query.count)
    where text[start] == query[0] && text[start..<(start + query.count)] == query[...] {
      if start == 0 || text[start - 1] == 0x20 { return start }
      first = first ?? start
    }
    return first
  }

  private func near(_ text: [UInt16]) -> Rank? {
    let words = text.split(separator: 0x20)
    let count = query.count { $0 == 0x20 } + 1
    var best: Int?
    if words.count >= count {
      for start in 0...(words.count - count) {
        let stretch = text[words[start].startIndex..<words[start + count - 1].endIndex]
        if let distance = EditDistance.between(query[...], stretch, limit: best ?? limit) {
          best = distance
        }
      }
    }
    if let distance = EditDistance.between(query[...], text[...], limit: best ?? limit) {
      best = distance
    }
    return best.map { Rank(kind: 4, distance: $0, length: text.count) }
  }
}
