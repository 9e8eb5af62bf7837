// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension SegmentWriter {
  /// Writes the keys, the hash table, the spellings and their alphabetical order.
  mutating func writeVocabulary(_ sink: some SegmentSink) throws {
    var keys: [UInt32] = []
    keys.reserveCapacity(oldIDs.count * 2)
    for old in oldIDs {
      let key = builder.keys[Int(old)]
      keys += [UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)]
    }
    try section(.keys, keys, sink)

    var size = 16
    while size < oldIDs.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (new, old) in oldIDs.enumerated() {
      var place = Int(truncatingIfNeeded: builder.keys[Int(old)]) & (size - 1)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = UInt32(new + 1)
    }
    try section(.slots, slots, sink)

    var offsets: [UInt32] = [0]
    var spellings: [UInt8] = []
    spellings.reserveCapacity(builder.spellings.count)
    for old in oldIDs {
      spellings.append(contentsOf: builder.spellings[spelling(of: old)])
      offsets.append(UInt32(spellings.count))
    }
    try section(.spellingOffsets, offsets, sink)
    try section(.spellings, bytes: spellings, sink)
    try section(.alphabet, alphabet(), sink)
  }

  private func spelling(of old: UInt32) -> Range<Int> {
    Int(builder.spellingOffsets[Int(old)])..<Int(builder.spellingOffsets[Int(old) + 1])
  }

  private func alphabet() -> [UInt32] {
    let bytes = builder.spellings.span
    let folded = oldIDs.map { FoldedSpelling.units(of: bytes, spelling(of: $0)) }
    return oldIDs.indices.map(UInt32.init).sorted {
      let (one, other) = (folded[Int($0)], folded[Int($1)])
      return one == other ? $0 < $1 : FoldedSpelling.precedes(one, other)
    }
  }

  /// Writes the classes, the ranks and the slices.
  mutating func writeSignatures(pairs: [UInt32], _ sink: some SegmentSink) throws {
    let ranked = pairs.indices.sorted { pairs[$0] != pairs[$1] ? pairs[$0] > pairs[$1] : $0 < $1 }
    var ranks = [UInt32](repeating: .max, count: pairs.count)
    for (rank, pair) in ranked.enumerated() where pairs[pair] > 0 { ranks[pair] = UInt32(rank) }
    try section(.ranks, ranks, sink)

    // The classes stand before the signatures and say where these begin.
    var classes = signatureClasses(firstVector: 0)
    let bytes = (classes.count * 6 * 4 + 63) / 64 * 64
    classes = signatureClasses(firstVector: (position + bytes + 31) / 32)
    try section(.classes, classes.flatMap(\.numbers), sink)

    begin(.signatures)
    var sum = IndexChecksum()
    var seen = [UInt16](repeating: 0, count: oldIDs.count)
    for signatureClass in classes {
      let words = self.words(of: signatureClass, ranks: ranks, seen: &seen)
      var chunk: [UInt8] = []
      for word in words {
        for shift in 0..<8 { chunk.append(UInt8(truncatingIfNeeded: word >> (8 * UInt64(shift)))) }
        if chunk.count == 1 << 18 { try flush(&chunk, &sum, sink) }
      }
      try flush(&chunk, &sum, sink)
    }
    try end(.signatures, sum, sink)
  }

  private func signatureClasses(firstVector: Int) -> [SignatureClass] {
    var classes: [SignatureClass] = []
    var start = 0
    var vector = firstVector
    for shape in SignatureClass.shapes {
      var end = start
      while end < order.count, Int(builder.lengths[Int(order[end])]) <= shape.longest { end += 1 }
      guard end > start else { continue }
      let made = SignatureClass(
        firstUnit: start, unitCount: end - start, bits: shape.bits, firstVector: vector)
      vector += made.vectorsInSlice * made.bits
      classes.append(made)
      start = end
    }
    return classes
  }

  private func words(
    of signatureClass: SignatureClass, ranks: [UInt32], seen: inout [UInt16]
  ) -> [UInt64] {
    let wordsInSlice = signatureClass.vectorsInSlice * SignatureClass.unitsInVector / 64
    var words = [UInt64](repeating: 0, count: wordsInSlice * signatureClass.bits)
    for place in 0..<signatureClass.unitCount {
      let unit = order[signatureClass.firstUnit + place]
      forEachToken(of: unit) { id in
        let common = Int(commonIDs[Int(id)])
        let occurrence = Int(seen[common])
        seen[common] &+= 1
        let slice = signatureClass.slice(
          rank: SignatureClass.rank(of: common, occurrence: occurrence, in: ranks.span),
          key: builder.commonKeys[Int(oldIDs[common])], occurrence: occurrence)
        words[slice * wordsInSlice + place / 64] |= 1 << UInt64(place % 64)
      }
      forEachToken(of: unit) { seen[Int(commonIDs[Int($0)])] = 0 }
    }
    return words
  }
}

extension SignatureClass {
  /// The rank of one occurrence of a token among the most frequent pairs.
  @inline(__always)
  static func rank(of common: Int, occurrence: Int, in ranks: Span<UInt32>) -> UInt32 {
    guard common < rankedTokens, occurrence < rankedOccurrences else { return .max }
    return ranks[common * rankedOccurrences + occurrence]
  }
}
