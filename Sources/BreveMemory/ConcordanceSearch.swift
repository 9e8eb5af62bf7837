// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Finds every unit that holds some words; it holds the buffers of one thread.
package struct ConcordanceSearch: Sendable {
  /// For each token id of a segment, the places in the query where it fits, a bit each.
  private var places: [UInt64] = []
  private var touched: [UInt32] = []
  private var found: [UInt64] = []
  private var one: [UInt64] = []

  package init() {}

  /// The units with the words of `query`, ascending.
  ///
  /// - Complexity: O(*units with the rarest word*), at least one bit for each unit.
  package mutating func units(with query: ConcordanceQuery, in index: TokenIndex) -> [UInt32] {
    guard !query.words.isEmpty else { return [] }
    var units: [UInt32] = []
    for (place, segment) in index.segments.enumerated() {
      let first = units.count
      search(query, segment, into: &units)
      if index.segments.count > place + 1 || !index.recent.removed.isEmpty {
        let valid = units[first...].filter { index.isValid($0, inSegment: place) }
        units.replaceSubrange(first..., with: valid)
      }
    }
    search(query, index.recent, into: &units)
    return units.sorted()
  }

  private mutating func search(
    _ query: ConcordanceQuery, _ segment: IndexSegment, into units: inout [UInt32]
  ) {
    let layout = segment.layout
    if places.count < layout.vocabularyCount {
      places += [UInt64](repeating: 0, count: layout.vocabularyCount - places.count)
    }
    defer {
      for id in touched { places[Int(id)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    let words = (layout.unitCount + 63) / 64 + 1
    segment.bytes.withSpans { bytes, numbers, vectors in
      found = [UInt64](repeating: .max, count: words)
      var isExact = query.words.count == 1
      for (place, forms) in query.words.enumerated() {
        one.removeAll(keepingCapacity: true)
        one.append(contentsOf: repeatElement(0, count: words))
        let ids = Set(forms.flatMap { tokenIDs(of: $0, bytes, numbers, layout) })
        if ids.isEmpty { return }
        for id in ids {
          places[Int(id)] |= 1 << UInt64(place)
          touched.append(id)
          let start = layout.numbers(.postingOffsets) + Int(id)
          let postings = layout[.postings]
          let range = Int(numbers[start])..<max(Int(numbers[start]), Int(numbers[start + 1]))
          if range.isEmpty || range.upperBound > postings.count {
            addSlice(of: id, segment, numbers, vectors, to: &one)
            isExact = false
          } else {
            let base = postings.lowerBound
            addPostings(
              bytes, base + range.lowerBound..<base + range.upperBound,
              unitCount: layout.unitCount, to: &one)
          }
        }
        for word in found.indices { found[word] &= one[word] }
      }
      let start = layout.numbers(.units)
      let placesOfID = places.span
      let last = UInt64(1) << UInt64(query.words.count - 1)
      for word in 0..<words - 1 {
        var bits = found[word]
        while bits != 0 {
          let place = word * 64 + bits.trailingZeroBitCount
          bits &= bits &- 1
          guard place < layout.unitCount else { break }
          let range = tokenBytes(of: place, numbers, layout)
          if isExact || holds(last, isPhrase: query.isPhrase, bytes, range, placesOfID) {
            units.append(numbers[start + place])
          }
        }
      }
    }
  }

  private func search(
    _ query: ConcordanceQuery, _ recent: RecentUnits, into units: inout [UInt32]
  ) {
    let all = UInt64(1) << UInt64(query.words.count) &- 1
    for (index, unit) in recent.units.enumerated() {
      var state: UInt64 = 0
      var seen: UInt64 = 0
      var isFound = false
      let text = recent.texts[index]
      for token in recent.tokens[index] {
        let word = FoldedSpelling.units(of: text.span, token.range)
        var fits: UInt64 = 0
        for (place, forms) in query.words.enumerated()
        where forms.contains(where: { $0.matches(word) }) { fits |= 1 << UInt64(place) }
        state = (state << 1 | 1) & fits
        seen |= fits
        isFound = isFound || state >> UInt64(query.words.count - 1) & 1 != 0
      }
      if query.isPhrase ? isFound : seen == all { units.append(unit) }
    }
  }
}

/// Whether the tokens of a unit have the words, as bits of the places where each fits say.
///
/// - Source: Baeza-Yates and Gonnet 1992, "A new approach to text searching", for phrases.
@inline(__always)
private func holds(
  _ last: UInt64, isPhrase: Bool, _ bytes: Span<UInt8>, _ range: Range<Int>,
  _ places: Span<UInt64>
) -> Bool {
  let all = last &* 2 &- 1
  var index = range.lowerBound
  var state: UInt64 = 0
  var seen: UInt64 = 0
  while index < range.upperBound {
    let id = Int(TokenCode.next(bytes, &index, end: range.upperBound))
    let fits = id < places.count ? places[id] : 0
    state = (state << 1 | 1) & fits
    seen |= fits
    if isPhrase ? state & last != 0 : seen == all { return true }
  }
  return false
}

/// Marks the units of a list.
private func addPostings(
  _ bytes: Span<UInt8>, _ range: Range<Int>, unitCount: Int, to bits: inout [UInt64]
) {
  var index = range.lowerBound
  var place = 0
  while index < range.upperBound {
    place += Int(GapCode.next(bytes, &index, end: range.upperBound))
    guard place > 0, place <= unitCount else { return }
    bits[(place - 1) / 64] |= 1 << UInt64((place - 1) % 64)
  }
}

/// Marks the units that may have a frequent token, by its slices.
private func addSlice(
  of id: UInt32, _ segment: IndexSegment, _ numbers: Span<UInt32>,
  _ vectors: Span<SIMD4<UInt64>>, to bits: inout [UInt64]
) {
  let layout = segment.layout
  let section = layout.numbers(.ranks)
  let ranks = numbers.extracting(section..<section + layout.numberCount(.ranks))
  let at = layout.numbers(.keys) + Int(id) * 2
  let key = EqualMarks.common(of: UInt64(numbers[at]) | UInt64(numbers[at + 1]) << 32)
  // The slices are those of the most frequent mark among equals.
  let common =
    (EqualMarks.keys(common: key) ?? [key]).compactMap {
      tokenID($0, numbers, layout)
    }.min() ?? id
  for signatureClass in segment.classes {
    let slice = signatureClass.slice(
      rank: SignatureClass.rank(of: Int(common), occurrence: 0, in: ranks), key: key,
      occurrence: 0)
    let first = signatureClass.firstVector + slice * signatureClass.vectorsInSlice
    for vector in 0..<signatureClass.vectorsInSlice {
      let four = vectors[first + vector]
      for lane in 0..<4 where four[lane] != 0 {
        let bit = signatureClass.firstUnit + vector * 256 + lane * 64
        let shift = UInt64(bit % 64)
        if bit / 64 < bits.count { bits[bit / 64] |= four[lane] << shift }
        if shift > 0, bit / 64 + 1 < bits.count {
          bits[bit / 64 + 1] |= four[lane] >> (64 - shift)
        }
      }
    }
  }
}

/// The tokens of a segment whose folded spelling is `form`, or begins with it.
private func tokenIDs(
  of form: ConcordanceQuery.Form, _ bytes: Span<UInt8>, _ numbers: Span<UInt32>,
  _ layout: SegmentLayout
) -> [UInt32] {
  let alphabet = layout.numbers(.alphabet)
  func spelling(_ place: Int) -> [UInt16] {
    let id = Int(numbers[alphabet + place])
    guard id < layout.vocabularyCount else { return [] }
    return FoldedSpelling.units(of: bytes, spellingBytes(of: id, numbers, layout))
  }
  var low = 0
  var high = layout.vocabularyCount
  while low < high {
    let middle = (low + high) / 2
    if FoldedSpelling.precedes(spelling(middle), form.units) {
      low = middle + 1
    } else {
      high = middle
    }
  }
  var ids: [UInt32] = []
  while low < layout.vocabularyCount, form.matches(spelling(low)) {
    let id = numbers[alphabet + low]
    if id < layout.vocabularyCount { ids.append(id) }
    low += 1
  }
  return ids
}
