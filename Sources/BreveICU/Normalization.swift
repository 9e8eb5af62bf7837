// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CICU

/// Unicode normalization form C (UAX #15) over UTF-16.
package enum Normalization {
  /// One stretch that NFC changes.
  package struct Change: Equatable, Sendable {
    /// Where it stands, in UTF-16 units of the text given.
    package let range: Range<Int>
    package let replacement: [UInt16]
  }

  /// The changes that bring `text` into NFC, in order; none if it is NFC already.
  ///
  /// - Complexity: O(*n*); text that is NFC costs one quick scan.
  package static func changes(in text: Span<UInt16>) throws(ICUError) -> [Change] {
    var changes: [Change] = []
    var position = 0
    while position < text.count {
      let rest = text.extracting(position..<text.count)
      var status: Int32 = 0
      let span = unsafe rest.withUnsafeBufferPointer {
        unsafe bicu_nfc_span($0.baseAddress, Int32($0.count), &status)
      }
      try ICUError.check(status, "unorm2_spanQuickCheckYes")
      let start = position + Int(span)
      if start >= text.count { break }
      let end = nextBoundary(in: text, after: start)
      let before = text.extracting(start..<end)
      let after = try normalized(before)
      if !equal(before, after.span) {
        changes.append(Change(range: start..<end, replacement: after))
      }
      position = end
    }
    return changes
  }

  /// `text` in NFC.
  package static func normalized(_ text: Span<UInt16>) throws(ICUError) -> [UInt16] {
    var status: Int32 = 0
    let room = text.count * 3 + 16  // no scalar grows by more than three in NFC
    let out = unsafe [UInt16](unsafeUninitializedCapacity: room) { buffer, count in
      count = unsafe text.withUnsafeBufferPointer {
        Int(
          unsafe bicu_nfc(
            $0.baseAddress, Int32($0.count), buffer.baseAddress, Int32(room), &status))
      }
    }
    try ICUError.check(status, "unorm2_normalize")
    return out
  }

  /// `text` in normalization form KD, where letters and their accents stand apart.
  package static func decomposed(_ text: Span<UInt16>) throws(ICUError) -> [UInt16] {
    var room = text.count * 4 + 16
    while true {
      var status: Int32 = 0
      var needed = 0
      let out = unsafe [UInt16](unsafeUninitializedCapacity: room) { buffer, count in
        needed = unsafe text.withUnsafeBufferPointer {
          Int(
            unsafe bicu_nfkd(
              $0.baseAddress, Int32($0.count), buffer.baseAddress, Int32(room), &status))
        }
        count = status > 0 ? 0 : min(needed, room)
      }
      // One scalar may become eighteen.
      if needed > room {
        room = needed
        continue
      }
      try ICUError.check(status, "unorm2_normalize")
      return out
    }
  }

  private static func nextBoundary(in text: Span<UInt16>, after start: Int) -> Int {
    var index = start
    repeat {
      index += UTF16.isLeadSurrogate(text[index]) && index + 1 < text.count ? 2 : 1
    } while index < text.count && bicu_nfc_boundary_before(scalar(in: text, at: index)) == 0
    return min(index, text.count)
  }

  private static func scalar(in text: Span<UInt16>, at index: Int) -> UInt32 {
    let unit = text[index]
    guard UTF16.isLeadSurrogate(unit), index + 1 < text.count,
      UTF16.isTrailSurrogate(text[index + 1])
    else { return UInt32(unit) }
    return 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(text[index + 1]) - 0xDC00)
  }

  private static func equal(_ one: Span<UInt16>, _ other: Span<UInt16>) -> Bool {
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
  }
}
