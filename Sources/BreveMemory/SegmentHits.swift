// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The units of a segment that may hold the words of a query: those that hold each of them somewhere.
struct SegmentHits: Sendable {
  /// For each token id of the segment, the places in the query where it fits, a bit each.
  private var places: [UInt64] = []
  private var touched: [UInt32] = []
  /// A bit for each unit.
  private var found: [UInt64] = []
  private var one: [UInt64] = []
  /// Whether every unit that is marked holds the words.
  private var isExact = false
  /// Whether there is none.
  private(set) var isEmpty = true

  /// Marks the units of `segment`.
  mutating func prepare(_ query: ConcordanceQuery, _ segment: IndexSegment) {
    let layout = segment.layout
    for id in touched { places[Int(id)] = 0 }
    touched.removeAll(keepingCapacity: true)
    if places.count < layout.vocabularyCount {
      places += [UInt64](repeating: 0, count: layout.vocabularyCount - places.count)
    }
    isEmpty = true
    isExact = query.words.count == 1
    let words = (layout.unitCount + 63) / 64 + 1
    found.removeAll(keepingCapacity: true)
    found.append(contentsOf: repeatElement(.max, count: words))
    segment.bytes.withSpans { bytes, numbers, vectors in
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
      isEmpty = false
    }
  }

  /// Appends the units of so many tokens that hold the words.
  func appendUnits(
    ofLength length: Int, _ query: ConcordanceQuery, _ segment: IndexSegment,
    to units: inout [UInt32]
  ) {
    guard let run = segment.runs.firstIndex(where: { $0.length == length }) else { return }
    let layout = segment.layout
    let (first, end) = (segment.runs[run].first, segment.end(ofRun: run))
    guard first < end else { return }
    let last = UInt64(1) << UInt64(query.words.count - 1)
    segment.bytes.withSpans { bytes, numbers, _ in
      let start = layout.numbers(.units)
      let placesOfID = places.span
      for word in first / 64...(end - 1) / 64 {
        var bits = found[word]
        if word == first / 64 { bits &= .max << UInt64(first % 64) }
        if word == end / 64 { bits &= (1 << UInt64(end % 64)) &- 1 }
        while bits != 0 {
          let place = word * 64 + bits.trailingZeroBitCount
          bits &= bits &- 1
          let range = tokenBytes(of: place, numbers, layout)
          if isExact || holds(last, isPhrase: query.isPhrase, bytes, range, placesOfID) {
            units.append(numbers[start + place])
          }
        }
      }
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
func tokenIDs(
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
