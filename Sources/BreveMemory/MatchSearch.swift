// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What a search wants.
package struct MatchRequest: Sendable {
  /// What the texts are compared by.
  package var metric: MatchMetric
  /// The least rate, not rounded.
  package var minimum: MatchRate
  /// The greatest number of matches; where more are tied, those of the smallest unit numbers are taken.
  package var limit: Int

  package init(
    metric: MatchMetric = .normalized, minimum: MatchRate = MatchRate(percent: 70), limit: Int = 5
  ) {
    self.metric = metric
    self.minimum = minimum
    self.limit = limit
  }
}

/// Searches segments; it holds the buffers of one thread.
///
/// The result is what a comparison with every unit would give: the signatures and the token bag only leave out units that
/// cannot reach the least rate asked for, or that of the last of enough matches found.
struct MatchSearch: Sendable {
  private(set) var query = MatchQuery()
  private var pattern = EditPattern()
  private var isPatternMade = false
  private var tokenizer = MatchTokenizer()
  private var tokens: [MatchToken] = []

  /// The slot of each token id of the segment that is searched.
  private var slotOfID: [UInt32] = []
  private var touched: [UInt32] = []
  private var commonIDs: [UInt32] = []
  private var rest: [UInt32] = []
  private var text: [UInt32] = []
  private var scan = SignatureScan()
  private var survivors: [Survivor] = []

  init() {}

  /// Prepares for `text`, which is UTF-8.
  mutating func begin(_ text: Span<UInt8>, metric: MatchMetric) {
    tokenizer.tokens(of: text, into: &tokens)
    query = MatchQuery(tokens, metric: metric)
    isPatternMade = false
  }

  /// The tokens of the text that is looked for.
  var queryTokens: [MatchToken] { tokens }

  /// Finds the units of `segment` that may be among the best, as survivors of the signatures, the likeliest first.
  private mutating func findSurvivors(
    in segment: IndexSegment, minimum: MatchRate, _ numbers: Span<UInt32>,
    _ vectors: Span<SIMD4<UInt64>>
  ) {
    survivors.removeAll(keepingCapacity: true)
    let layout = segment.layout
    guard query.length > 0, layout.unitCount > 0 else { return }
    let window = minimum.lengths(for: query.length, longest: layout.longest)
    let first = segment.runs.firstIndex { $0.length >= window.lowerBound } ?? segment.runs.count
    var end = first
    scan.needed.removeAll(keepingCapacity: true)
    while end < segment.runs.count, segment.runs[end].length < window.upperBound {
      let longer = max(query.length, segment.runs[end].length)
      scan.needed.append(longer - minimum.largestDistance(length: longer))
      end += 1
    }
    guard first < end else { return }
    scan.runs = first..<end
    findIDs(numbers, layout)
    for signatureClass in segment.classes {
      let classEnd = signatureClass.firstUnit + signatureClass.unitCount
      guard signatureClass.firstUnit < segment.end(ofRun: end - 1),
        classEnd > segment.runs[first].first
      else { continue }
      findSlices(of: signatureClass, numbers, layout)
      scanSignatures(scan, of: signatureClass, in: segment, vectors, into: &survivors)
    }
    let length = query.length
    survivors.sort { one, other in
      let left = Int(one.overlap) * max(length, Int(other.length))
      let right = Int(other.overlap) * max(length, Int(one.length))
      return left != right ? left > right : one.place < other.place
    }
  }

  private mutating func findIDs(_ numbers: Span<UInt32>, _ layout: SegmentLayout) {
    if slotOfID.count < layout.vocabularyCount {
      slotOfID += [UInt32](repeating: 0, count: layout.vocabularyCount - slotOfID.count)
    }
    commonIDs.removeAll(keepingCapacity: true)
    commonIDs.append(contentsOf: repeatElement(.max, count: query.commonKeys.count))
    for member in query.members {
      guard let id = tokenID(member.key, numbers, layout) else { continue }
      commonIDs[member.common] = min(commonIDs[member.common], id)
      if member.slot > 0 {
        slotOfID[Int(id)] = member.slot
        touched.append(id)
      }
    }
  }

  private mutating func findSlices(
    of signatureClass: SignatureClass, _ numbers: Span<UInt32>, _ layout: SegmentLayout
  ) {
    scan.starts.removeAll(keepingCapacity: true)
    scan.slack = 0
    let section = layout.numbers(.ranks)
    let ranks = numbers.extracting(section..<section + layout.numberCount(.ranks))
    for pair in query.pairs {
      let id = commonIDs[pair.common]
      guard id != .max else { continue }
      guard scan.starts.count < SignatureScan.mostSlices else {
        scan.slack += 1
        continue
      }
      let slice = signatureClass.slice(
        rank: SignatureClass.rank(of: Int(id), occurrence: pair.occurrence, in: ranks),
        key: query.commonKeys[pair.common], occurrence: pair.occurrence)
      scan.starts.append(signatureClass.firstVector + slice * signatureClass.vectorsInSlice)
    }
    // The slices of frequent tokens stand first in a class.
    scan.starts.sort(by: >)
  }

  /// Puts the matches of `segment` into `best`.
  ///
  /// - Parameters:
  ///   - segment: What is searched.
  ///   - best: The matches so far.
  ///   - judge: The rate that counts for a unit and its rate by the metric, which it never exceeds; nil to leave it out.
  /// - Throws: What `judge` throws.
  mutating func search<Failure: Error>(
    _ segment: IndexSegment, best: inout BestCandidates,
    judge: (MatchCandidate) throws(Failure) -> MatchRate?
  ) throws(Failure) {
    try segment.bytes.withSpans { (bytes, numbers, vectors) throws(Failure) in
      defer { forgetIDs() }
      findSurvivors(in: segment, minimum: best.threshold, numbers, vectors)
      let units = segment.layout.numbers(.units)
      for index in survivors.indices {
        let survivor = survivors[index]
        let longer = max(query.length, Int(survivor.length))
        let threshold = best.threshold
        let bound = MatchRate(distance: longer - Int(survivor.overlap), length: longer)
        if bound < threshold { break }
        let limit = threshold.largestDistance(length: longer)
        guard let distance = distance(to: survivor, limit: limit, bytes, numbers, segment.layout)
        else { continue }
        let candidate = MatchCandidate(
          unit: numbers[units + Int(survivor.place)],
          rate: MatchRate(distance: distance, length: longer))
        guard best.takes(candidate), let rate = try judge(candidate) else { continue }
        best.insert(MatchCandidate(unit: candidate.unit, rate: min(rate, candidate.rate)))
      }
    }
  }

  private mutating func forgetIDs() {
    for id in touched { slotOfID[Int(id)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }

  /// The distance to a unit; nil if it is above `limit`.
  private mutating func distance(
    to survivor: Survivor, limit: Int, _ bytes: Span<UInt8>, _ numbers: Span<UInt32>,
    _ layout: SegmentLayout
  ) -> Int? {
    let length = Int(survivor.length)
    rest.removeAll(keepingCapacity: true)
    rest.append(contentsOf: query.slotCounts)
    if text.count < length { text = [UInt32](repeating: 0, count: max(length, text.count * 2)) }
    let overlap = readSlots(
      tokenBytes(of: Int(survivor.place), numbers, layout), bytes, count: length, slotOfID,
      rest: &rest, into: &text)
    guard max(query.length, length) - overlap <= limit else { return nil }
    if !isPatternMade {
      query.pattern(into: &pattern)
      isPatternMade = true
    }
    let distance = pattern.distance(to: text, count: length, limit: limit)
    return distance <= limit ? distance : nil
  }

  /// Puts the matches among recently added units into `best`.
  mutating func search<Failure: Error>(
    _ recent: RecentUnits, best: inout BestCandidates,
    judge: (MatchCandidate) throws(Failure) -> MatchRate?
  ) throws(Failure) {
    guard query.length > 0 else { return }
    for (unit, tokens) in zip(recent.units, recent.tokens) {
      let longer = max(query.length, tokens.count)
      let limit = best.threshold.largestDistance(length: longer)
      guard !tokens.isEmpty, longer - min(query.length, tokens.count) <= limit else { continue }
      text.removeAll(keepingCapacity: true)
      for token in tokens { text.append(query.slot(of: token)) }
      if !isPatternMade {
        query.pattern(into: &pattern)
        isPatternMade = true
      }
      let distance = pattern.distance(to: text, count: tokens.count, limit: limit)
      guard distance <= limit else { continue }
      let candidate = MatchCandidate(
        unit: unit, rate: MatchRate(distance: distance, length: longer))
      guard best.takes(candidate), let rate = try judge(candidate) else { continue }
      best.insert(MatchCandidate(unit: unit, rate: min(rate, candidate.rate)))
    }
  }
}

/// Reads a unit's tokens as slots of the query and returns how many it shares with it.
private func readSlots(
  _ range: Range<Int>, _ bytes: Span<UInt8>, count: Int, _ slots: [UInt32],
  rest restArray: inout [UInt32], into textArray: inout [UInt32]
) -> Int {
  let slotOfID = slots.span
  var rest = restArray.mutableSpan
  var text = textArray.mutableSpan
  var index = range.lowerBound
  var overlap = 0
  for place in 0..<count {
    guard index < range.upperBound else {
      text[place] = 0
      continue
    }
    let id = Int(TokenCode.next(bytes, &index, end: range.upperBound))
    let slot = id < slotOfID.count ? slotOfID[id] : 0
    text[place] = slot
    if slot != 0, rest[Int(slot)] > 0 {
      rest[Int(slot)] -= 1
      overlap += 1
    }
  }
  return overlap
}
