// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveMemory
internal import BreveSystem

extension TokenIndex {
  /// An index that is kept in memory only, of the units that were put into a builder.
  ///
  /// - Parameter builder: The units; it can take more afterwards, which this index does not know. Nil if there is not
  ///   enough memory.
  package init?(inMemory builder: SegmentBuilder) {
    guard !builder.isEmpty else {
      self.init()
      return
    }
    let sink = MemorySink()
    guard (try? builder.finish(into: sink)) != nil, let bytes = MappedBytes(sink.bytes),
      let segment = try? IndexSegment(bytes)
    else { return nil }
    self.init(segments: [segment])
  }
}

/// A segment that is written to memory.
private final class MemorySink: SegmentSink {
  private(set) var bytes: [UInt8] = []

  func append(_ more: Span<UInt8>) {
    bytes.reserveCapacity(bytes.count + more.count)
    for index in more.indices { bytes.append(more[index]) }
  }

  func writeHeader(_ header: Span<UInt8>) {
    for index in header.indices { bytes[index] = header[index] }
  }
}
