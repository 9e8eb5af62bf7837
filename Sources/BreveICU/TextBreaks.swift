// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CICU

/// ICU's boundaries of one kind and locale (UAX #29, untailored).
///
/// A value holds an ICU iterator; open one a worker and reuse it.
@safe package struct TextBreaks: ~Copyable {
  package enum Kind: Int32 {
    case word = 1
    case sentence = 3
  }

  private let iterator: OpaquePointer

  /// - Throws: ``ICUError`` if ICU has no rules; an unknown locale falls back to the root rules.
  package init(_ kind: Kind, locale: String) throws(ICUError) {
    var status: Int32 = 0
    let opened = unsafe bicu_breaks_open(kind.rawValue, locale, &status)
    try ICUError.check(status, "ubrk_open")
    guard let opened = unsafe opened else {
      throw ICUError(function: "ubrk_open", code: "no iterator")
    }
    unsafe iterator = opened
  }

  deinit { unsafe bicu_breaks_close(iterator) }

  /// Replaces `boundaries` by every boundary of `text` after 0, its end included, in UTF-16 units; none if it is empty.
  ///
  /// - Complexity: O(*n*).
  package func boundaries(in text: Span<UInt16>, into boundaries: inout [Int32]) throws(ICUError) {
    var status: Int32 = 0
    let room = max(boundaries.capacity, text.count / 48 + 16)
    var found = 0
    func fill(_ room: Int) {
      boundaries = unsafe [Int32](unsafeUninitializedCapacity: room) { buffer, count in
        found = unsafe text.withUnsafeBufferPointer { units in
          unsafe bicu_breaks_all(
            iterator, units.baseAddress, Int32(units.count), buffer.baseAddress, nil, room, &status)
        }
        count = min(found, room)
      }
    }
    fill(room)
    if found > room { fill(found) }
    try ICUError.check(status, "ubrk_setText")
  }

  /// The words of `text` as ranges of UTF-16 units: the stretches that ICU gives a word status (letters, numbers,
  /// kana, ideographs), spaces and punctuation left out.
  package func words(in text: Span<UInt16>) throws(ICUError) -> [Range<Int>] {
    var status: Int32 = 0
    let room = text.count
    var statuses = [Int32](repeating: 0, count: room)
    var boundaries = [Int32](repeating: 0, count: room)
    let found = unsafe text.withUnsafeBufferPointer { units in
      unsafe bicu_breaks_all(
        iterator, units.baseAddress, Int32(units.count), &boundaries, &statuses, room, &status)
    }
    try ICUError.check(status, "ubrk_setText")
    var words: [Range<Int>] = []
    var start = 0
    for index in 0..<min(found, room) {
      let end = Int(boundaries[index])
      if statuses[index] >= 100 { words.append(start..<end) }
      start = end
    }
    return words
  }
}
