// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension SegmentWriter {
  /// What the pass over the tokens counts for later sections.
  struct Counts {
    /// How many units have each of the most frequent pairs of token and occurrence.
    var pairs: [UInt32]
    /// How many units have each token.
    var units: [UInt32]
    /// The bytes of each token's postings.
    var postingBytes: [Int]
  }

  /// Writes where each unit's tokens begin and the tokens, in two passes, and counts.
  mutating func writeTokens(_ sink: some SegmentSink) throws -> Counts {
    var counts = Counts(
      pairs: [UInt32](
        repeating: 0,
        count: SignatureClass.rankedTokens * SignatureClass.rankedOccurrences),
      units: [UInt32](repeating: 0, count: oldIDs.count),
      postingBytes: [Int](repeating: 0, count: oldIDs.count))
    var offsets: [UInt32] = []
    offsets.reserveCapacity(order.count + 1)
    var total = 0
    for unit in order {
      offsets.append(UInt32(total))
      forEachToken(of: unit) { total += TokenCode.length($0) }
    }
    offsets.append(UInt32(total))
    try section(.tokenOffsets, offsets, sink)

    begin(.tokens)
    var coded: [UInt8] = []
    var sum = IndexChecksum()
    var last = [UInt32](repeating: 0, count: oldIDs.count)
    var occurrences = [UInt8](repeating: 0, count: SignatureClass.rankedTokens)
    for (place, unit) in order.enumerated() {
      forEachToken(of: unit) { id in
        TokenCode.append(id, to: &coded)
        count(id, at: UInt32(place + 1), &last, &counts)
        let common = Int(commonIDs[Int(id)])
        if common < SignatureClass.rankedTokens {
          let occurrence = Int(occurrences[common])
          if occurrence < SignatureClass.rankedOccurrences {
            counts.pairs[common * SignatureClass.rankedOccurrences + occurrence] += 1
            occurrences[common] += 1
          }
        }
      }
      for token in 0..<SignatureClass.rankedTokens { occurrences[token] = 0 }
      if coded.count >= 1 << 18 { try flush(&coded, &sum, sink) }
    }
    try flush(&coded, &sum, sink)
    try end(.tokens, sum, sink)
    return counts
  }

  private func count(
    _ id: UInt32, at place: UInt32, _ last: inout [UInt32], _ counts: inout Counts
  ) {
    guard last[Int(id)] != place else { return }
    counts.units[Int(id)] += 1
    counts.postingBytes[Int(id)] += GapCode.length(place - last[Int(id)])
    last[Int(id)] = place
  }

  /// Writes the units of each token that few units have.
  mutating func writePostings(_ counts: Counts, _ sink: some SegmentSink) throws {
    let most = Self.mostPostings(units: order.count)
    var starts: [UInt32] = []
    starts.reserveCapacity(oldIDs.count + 1)
    var total = 0
    for id in oldIDs.indices {
      starts.append(UInt32(total))
      if counts.units[id] <= most { total += counts.postingBytes[id] }
    }
    starts.append(UInt32(total))
    try section(.postingOffsets, starts, sink)

    var bytes = [UInt8](repeating: 0, count: total)
    var next = starts
    var last = [UInt32](repeating: 0, count: oldIDs.count)
    for (index, unit) in order.enumerated() {
      let place = UInt32(index + 1)
      forEachToken(of: unit) { id in
        guard counts.units[Int(id)] <= most, last[Int(id)] != place else { return }
        var gap = place - last[Int(id)]
        var offset = Int(next[Int(id)])
        while gap >= 0x80 {
          bytes[offset] = UInt8(gap & 0x7F | 0x80)
          gap >>= 7
          offset += 1
        }
        bytes[offset] = UInt8(gap)
        next[Int(id)] = UInt32(offset + 1)
        last[Int(id)] = place
      }
    }
    try section(.postings, bytes: bytes, sink)
  }

  /// Tokens that more units than this have are not worth a list: their slices say as much.
  static func mostPostings(units: Int) -> UInt32 { UInt32(max(1024, units / 32)) }

  /// Calls `body` with the new id of each token of the unit that came as number `unit`.
  @inline(__always)
  func forEachToken(of unit: UInt32, _ body: (UInt32) -> Void) {
    let bytes = builder.stream.span
    var index = Int(builder.offsets[Int(unit)])
    for _ in 0..<builder.lengths[Int(unit)] {
      body(newIDs[Int(TokenCode.next(bytes, &index, end: bytes.count))])
    }
  }
}
