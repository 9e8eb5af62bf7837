// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Where a segment is written to.
package protocol SegmentSink: AnyObject {
  /// Writes `bytes` behind what was written so far.
  func append(_ bytes: Span<UInt8>) throws
  /// Writes `bytes` over the beginning, when all the rest is written.
  func writeHeader(_ bytes: Span<UInt8>) throws
}

extension SegmentBuilder {
  /// Writes the segment.
  ///
  /// - Complexity: O(*tokens*), four passes; the memory needed on top is that of the postings and of the largest class.
  package consuming func finish(into sink: some SegmentSink) throws {
    var writer = SegmentWriter(self)
    try writer.write(into: sink)
  }
}

/// Puts what a builder has into the order of a segment, section by section.
struct SegmentWriter {
  let builder: SegmentBuilder
  var layout = SegmentLayout()
  /// New ids by old ones: the most frequent token is 0.
  let newIDs: [UInt32]
  /// Old ids by new ones.
  let oldIDs: [UInt32]
  /// For each new id, the smallest one with the same common key.
  let commonIDs: [UInt32]
  /// The units in the order of their lengths, then as they came.
  let order: [UInt32]
  private var written = 0

  init(_ builder: SegmentBuilder) {
    self.builder = builder
    let frequencies = builder.frequencies
    let ids = frequencies.indices.map(UInt32.init).sorted {
      let (one, other) = (frequencies[Int($0)], frequencies[Int($1)])
      return one != other ? one > other : $0 < $1
    }
    var newIDs = [UInt32](repeating: 0, count: ids.count)
    for (new, old) in ids.enumerated() { newIDs[Int(old)] = UInt32(new) }
    oldIDs = ids
    self.newIDs = newIDs
    commonIDs = Self.commonIDs(of: builder, oldIDs: ids)
    order = Self.order(of: builder.lengths, without: builder.replacedUnits())
  }

  private static func commonIDs(of builder: SegmentBuilder, oldIDs: [UInt32]) -> [UInt32] {
    var common = oldIDs.indices.map(UInt32.init)
    // Few tokens have equals; the others are their own.
    var shared: Set<UInt64> = []
    for id in builder.keys.indices where builder.keys[id] != builder.commonKeys[id] {
      shared.insert(builder.commonKeys[id])
    }
    var first: [UInt64: UInt32] = [:]
    for (new, old) in oldIDs.enumerated() where shared.contains(builder.commonKeys[Int(old)]) {
      let key = builder.commonKeys[Int(old)]
      if let known = first[key] { common[new] = known } else { first[key] = UInt32(new) }
    }
    return common
  }

  private static func order(of lengths: [UInt32], without replaced: [Bool]?) -> [UInt32] {
    var starts = [Int](repeating: 0, count: Int(lengths.max() ?? 0) + 2)
    var count = 0
    for (unit, length) in lengths.enumerated() where replaced?[unit] != true {
      starts[Int(length) + 1] += 1
      count += 1
    }
    for length in 1..<starts.count { starts[length] += starts[length - 1] }
    var order = [UInt32](repeating: 0, count: count)
    for (unit, length) in lengths.enumerated() where replaced?[unit] != true {
      order[starts[Int(length)]] = UInt32(unit)
      starts[Int(length)] += 1
    }
    return order
  }

  mutating func write(into sink: some SegmentSink) throws {
    layout.unitCount = order.count
    layout.tokenCount = order.reduce(0) { $0 + Int(builder.lengths[Int($1)]) }
    layout.vocabularyCount = oldIDs.count
    layout.longest = Int(order.last.map { builder.lengths[Int($0)] } ?? 0)
    try put([UInt8](repeating: 0, count: SegmentLayout.headerBytes), sink)
    written = SegmentLayout.headerBytes

    try section(.runs, runs(), sink)
    try section(.units, order.map { builder.unitNumbers[Int($0)] }, sink)
    let passes = try writeTokens(sink)
    try writeVocabulary(sink)
    try writeSignatures(pairs: passes.pairs, sink)
    try writePostings(passes, sink)
    try section(.removed, Array(Set(builder.removed.map(\.unit))).sorted(), sink)
    try sink.writeHeader(layout.header().span)
  }

  private func runs() -> [UInt32] {
    var runs: [UInt32] = []
    var last = UInt32.max
    for (place, unit) in order.enumerated() where builder.lengths[Int(unit)] != last {
      last = builder.lengths[Int(unit)]
      runs += [last, UInt32(place)]
    }
    return runs
  }

  // MARK: Sections

  mutating func section(
    _ section: SegmentLayout.Section, _ numbers: [UInt32], _ sink: some SegmentSink
  ) throws {
    begin(section)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(numbers.count * 4, 1 << 18))
    var sum = IndexChecksum()
    for number in numbers {
      bytes.append(UInt8(truncatingIfNeeded: number))
      bytes.append(UInt8(truncatingIfNeeded: number >> 8))
      bytes.append(UInt8(truncatingIfNeeded: number >> 16))
      bytes.append(UInt8(truncatingIfNeeded: number >> 24))
      if bytes.count == 1 << 18 { try flush(&bytes, &sum, sink) }
    }
    try flush(&bytes, &sum, sink)
    try end(section, sum, sink)
  }

  mutating func section(
    _ section: SegmentLayout.Section, bytes: [UInt8], _ sink: some SegmentSink
  ) throws {
    begin(section)
    var sum = IndexChecksum()
    sum.add(bytes.span)
    try put(bytes, sink)
    written += bytes.count
    try end(section, sum, sink)
  }

  mutating func begin(_ section: SegmentLayout.Section) {
    layout.sections[section.rawValue] = written..<written
  }

  mutating func flush(
    _ bytes: inout [UInt8], _ sum: inout IndexChecksum, _ sink: some SegmentSink
  ) throws {
    sum.add(bytes.span)
    try put(bytes, sink)
    written += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  /// Closes a section and fills up to the next multiple of 64.
  mutating func end(
    _ section: SegmentLayout.Section, _ sum: IndexChecksum, _ sink: some SegmentSink
  ) throws {
    layout.sections[section.rawValue] = layout[section].lowerBound..<written
    layout.checksums[section.rawValue] = sum.value
    let padding = (64 - written % 64) % 64
    if padding > 0 { try put([UInt8](repeating: 0, count: padding), sink) }
    written += padding
  }

  private func put(_ bytes: [UInt8], _ sink: some SegmentSink) throws {
    try sink.append(bytes.span)
  }

  var position: Int { written }
}
