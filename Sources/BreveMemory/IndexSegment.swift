// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// One segment, open for reading.
///
/// Whatever the bytes hold beyond the header, reading them never leaves them: a damaged segment gives wrong answers, not
/// an end of the program. `isIntact` says whether it is damaged.
package final class IndexSegment: Sendable {
  package let layout: SegmentLayout
  let bytes: any IndexBytes
  /// The lengths that units have, ascending, each with its first unit.
  let runs: [(length: Int, first: Int)]
  let classes: [SignatureClass]

  /// Opens a segment; only the header and two short lists are read.
  ///
  /// - Throws: ``IndexError`` if it is damaged or of another version.
  package init(_ bytes: any IndexBytes) throws(IndexError) {
    self.bytes = bytes
    let opened = try bytes.withSpans {
      (
        text, numbers, _
      ) throws(IndexError) -> (SegmentLayout, [(length: Int, first: Int)], [SignatureClass]) in
      let layout = try SegmentLayout(text)
      return (
        layout, try Self.runs(numbers, layout), try Self.classes(numbers, layout)
      )
    }
    (layout, runs, classes) = opened
  }

  private static func runs(
    _ numbers: Span<UInt32>, _ layout: SegmentLayout
  ) throws(IndexError) -> [(length: Int, first: Int)] {
    var runs: [(length: Int, first: Int)] = []
    let start = layout.numbers(.runs)
    for index in 0..<layout.numberCount(.runs) / 2 {
      let run = (Int(numbers[start + index * 2]), Int(numbers[start + index * 2 + 1]))
      guard run.1 < layout.unitCount, run.0 > 0, run.0 <= layout.longest,
        runs.last.map({ $0.length < run.0 && $0.first < run.1 }) ?? (run.1 == 0)
      else { throw .damaged("the lengths do not agree") }
      runs.append(run)
    }
    return runs
  }

  private static func classes(
    _ numbers: Span<UInt32>, _ layout: SegmentLayout
  ) throws(IndexError) -> [SignatureClass] {
    var classes: [SignatureClass] = []
    var next = 0
    for index in 0..<layout.numberCount(.classes) / 6 {
      let start = layout.numbers(.classes) + index * 6
      guard let made = SignatureClass(numbers, at: start, layout: layout), made.firstUnit == next
      else { throw .damaged("the signatures do not agree") }
      next += made.unitCount
      classes.append(made)
    }
    guard next == layout.unitCount else { throw .damaged("the signatures do not agree") }
    return classes
  }

  /// Whether nothing in it has changed since it was written; reads all of it.
  package var isIntact: Bool { bytes.withSpans { text, _, _ in layout.isIntact(text) } }

  /// The unit numbers it declares invalid in older segments, ascending.
  package var removed: [UInt32] {
    bytes.withSpans { _, numbers, _ in
      let start = layout.numbers(.removed)
      return (0..<layout.numberCount(.removed)).map { numbers[start + $0] }
    }
  }

  /// Whether it declares `unit` invalid in older segments.
  ///
  /// - Complexity: O(log *n*).
  package func removes(_ unit: UInt32) -> Bool {
    let count = layout.numberCount(.removed)
    guard count > 0 else { return false }
    return bytes.withSpans { _, numbers, _ in
      let start = layout.numbers(.removed)
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if numbers[start + middle] < unit { low = middle + 1 } else { high = middle }
      }
      return low < count && numbers[start + low] == unit
    }
  }

  /// The run of units of one length that `place` belongs to, by number.
  func run(of place: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].first <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// The first unit that is longer than those of run `index`.
  func end(ofRun index: Int) -> Int {
    index + 1 < runs.count ? runs[index + 1].first : layout.unitCount
  }
}

/// The id of the token with `key` in a segment; nil if it has none.
func tokenID(_ key: UInt64, _ numbers: Span<UInt32>, _ layout: SegmentLayout) -> UInt32? {
  let slots = layout.numbers(.slots)
  let keys = layout.numbers(.keys)
  let mask = layout.numberCount(.slots) - 1
  var place = Int(truncatingIfNeeded: key) & mask
  for _ in 0...mask {
    let slot = numbers[slots + place]
    guard slot != 0, slot <= layout.vocabularyCount else { return nil }
    let at = keys + (Int(slot) - 1) * 2
    if UInt64(numbers[at]) | UInt64(numbers[at + 1]) << 32 == key { return slot - 1 }
    place = (place + 1) & mask
  }
  return nil
}

/// Where the tokens of the unit at `place` stand in the bytes of a segment; empty if the offsets make no sense.
@inline(__always)
func tokenBytes(of place: Int, _ numbers: Span<UInt32>, _ layout: SegmentLayout) -> Range<Int> {
  let tokens = layout[.tokens]
  let offsets = layout.numbers(.tokenOffsets) + place
  let start = tokens.lowerBound + Int(numbers[offsets])
  let end = tokens.lowerBound + Int(numbers[offsets + 1])
  return start <= end && end <= tokens.upperBound ? start..<end : 0..<0
}
