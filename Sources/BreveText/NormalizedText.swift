// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// The text that is worked on and shown: the source after its repairs, with the way back.
package struct NormalizedText: Sendable {
  /// The repaired text.
  ///
  /// The line breaks of wrapped lines are ``joinedLine`` in it.
  package private(set) var units: [UInt16]
  /// Whether it is the source, unit for unit.
  package private(set) var isSource: Bool
  /// Where it differs from the source, ascending: ranges of `units` and of the source.
  private let changes: [(normalized: Range<Int>, source: Range<Int>)]

  /// Stands for the line break between two lines of one paragraph: white space, but no line break, to ICU.
  package static let joinedLine: UInt16 = 0x0B

  /// Applies `edits`, which are ascending and do not overlap, to `source`.
  package init(_ source: [UInt16], edits: [TextEdit]) {
    guard !edits.isEmpty else {
      units = source
      isSource = true
      changes = []
      return
    }
    var out: [UInt16] = []
    out.reserveCapacity(source.count + 16)
    var changes: [(normalized: Range<Int>, source: Range<Int>)] = []
    changes.reserveCapacity(edits.count)
    var copied = 0
    for edit in edits {
      out.append(contentsOf: source[copied..<edit.range.lowerBound])
      let start = out.count
      out.append(contentsOf: edit.replacement)
      changes.append((start..<out.count, edit.range))
      copied = edit.range.upperBound
    }
    out.append(contentsOf: source[copied...])
    units = out
    isSource = false
    self.changes = changes
  }

  /// Makes the line break at `index` a ``joinedLine``.
  package mutating func joinLine(at index: Int) {
    units[index] = Self.joinedLine
    isSource = false
  }

  /// The stretch of the source that `range` of `units` was made from.
  ///
  /// A range that begins or ends inside a change takes
  /// the whole change.
  ///
  /// - Complexity: O(log *changes*).
  package func sourceRange(of range: Range<Int>) -> Range<Int> {
    let lower = sourceOffset(range.lowerBound, end: false)
    return lower..<max(lower, sourceOffset(range.upperBound, end: true))
  }

  private func sourceOffset(_ offset: Int, end: Bool) -> Int {
    // The last change that begins before the offset (or at it, for a start).
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      let start = changes[middle].normalized.lowerBound
      if end ? start < offset : start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let (normalized, source) = changes[low - 1]
    if offset < normalized.upperBound || (end && offset == normalized.upperBound) {
      return end ? source.upperBound : source.lowerBound
    }
    return source.upperBound + (offset - normalized.upperBound)
  }

  /// Whether `range` is shown as `sourceRange` of `source`, unit for unit.
  func isUnchanged(_ range: Range<Int>, as sourceRange: Range<Int>, of source: [UInt16]) -> Bool {
    guard range.count == sourceRange.count else { return false }
    let offset = sourceRange.lowerBound - range.lowerBound
    for place in range
    where units[place] != source[place + offset] || units[place] == Self.joinedLine {
      return false
    }
    return true
  }

  /// The text of a range as it is shown: a joined line break with the white space around it is one space.
  package func shown(_ range: Range<Int>) -> String {
    guard !isSource, units[range].contains(Self.joinedLine) else {
      return String(utf16: units.span.extracting(range))
    }
    var out: [UInt16] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      var joined = false
      while end < range.upperBound, CharacterClass.isBlank(units[end]) {
        joined = joined || units[end] == Self.joinedLine
        end += 1
      }
      if joined {
        out.append(0x20)
      } else if end > index {
        out.append(contentsOf: units[index..<end])
      } else {
        out.append(units[index])
        end = index + 1
      }
      index = end
    }
    return String(utf16: out.span)
  }
}
