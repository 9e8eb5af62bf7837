// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension SegmentBuilder {
  /// Adds the units of another segment for which `isWanted` says so.
  ///
  /// - Complexity: O(*tokens*); texts are not needed.
  package mutating func append(_ segment: IndexSegment, isWanted: (UInt32) -> Bool) {
    let layout = segment.layout
    var known = [UInt32](repeating: .max, count: layout.vocabularyCount)
    segment.bytes.withSpans { bytes, numbers, _ in
      for (number, run) in segment.runs.enumerated() {
        for place in run.first..<segment.end(ofRun: number) {
          let unit = numbers[layout.numbers(.units) + place]
          guard isWanted(unit) else { continue }
          let range = tokenBytes(of: place, numbers, layout)
          guard !range.isEmpty else { continue }
          begin(unit: unit, length: run.length)
          var index = range.lowerBound
          for _ in 0..<run.length {
            var id = 0
            if index < range.upperBound {
              id = Int(TokenCode.next(bytes, &index, end: range.upperBound))
            }
            if id >= known.count { id = 0 }
            if known[id] == .max { known[id] = self.id(of: id, in: layout, bytes, numbers) }
            append(id: known[id])
          }
        }
      }
    }
  }

  private mutating func id(
    of id: Int, in layout: SegmentLayout, _ bytes: Span<UInt8>, _ numbers: Span<UInt32>
  ) -> UInt32 {
    let at = layout.numbers(.keys) + id * 2
    let key = UInt64(numbers[at]) | UInt64(numbers[at + 1]) << 32
    let spelling = bytes.extracting(spellingBytes(of: id, numbers, layout))
    return self.id(key: key, common: EqualMarks.common(of: key), spelling: spelling)
  }
}

/// Where the spelling of a token stands in the bytes of a segment.
func spellingBytes(of id: Int, _ numbers: Span<UInt32>, _ layout: SegmentLayout) -> Range<Int> {
  let spellings = layout[.spellings]
  let at = layout.numbers(.spellingOffsets) + id
  let start = spellings.lowerBound + Int(numbers[at])
  let end = spellings.lowerBound + Int(numbers[at + 1])
  return start <= end && end <= spellings.upperBound
    ? start..<end : spellings.lowerBound..<spellings.lowerBound
}
