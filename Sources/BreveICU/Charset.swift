// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CICU

/// Charset detection and decoding.
package enum Charset {
  package struct Guess: Equatable, Sendable {
    /// IANA name, as `windows-1252`.
    package let name: String
    /// Percent, as ICU gives it.
    package let confidence: Int
  }

  /// Text decoded, with the way back.
  package struct Decoded: Sendable {
    package let units: [UInt16]
    /// For each unit, where it began in the bytes.
    package let offsets: [Int32]
  }

  /// ICU's guesses for `bytes`, best first.
  package static func guesses(for bytes: Span<UInt8>) throws(ICUError) -> [Guess] {
    var status: Int32 = 0
    let capacity = 16
    let width = 32
    var names = [CChar](repeating: 0, count: capacity * width)
    var confidences = [Int32](repeating: 0, count: capacity)
    let found = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe names.withUnsafeMutableBytes { raw in
        let rows = unsafe raw.baseAddress?.assumingMemoryBound(to: NameRow.self)
        return unsafe bicu_detect(
          buffer.baseAddress, Int32(buffer.count), rows, &confidences, Int32(capacity), &status)
      }
    }
    try ICUError.check(status, "ucsdet_detectAll")
    return (0..<Int(found)).map { index in
      let name = names[index * width..<(index + 1) * width].prefix { $0 != 0 }
      return Guess(
        name: String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self),
        confidence: Int(confidences[index]))
    }
  }

  /// Decodes `bytes`, which are in `charset`.
  ///
  /// - Throws: ``ICUError`` at the first byte that the charset does not have, or if ICU does not know it.
  package static func decode(_ bytes: Span<UInt8>, as charset: String) throws(ICUError) -> Decoded {
    var status: Int32 = 0
    let room = bytes.count * 2 + 16
    var offsets = [Int32](repeating: 0, count: room)
    let units = unsafe [UInt16](unsafeUninitializedCapacity: room) { buffer, count in
      count = unsafe bytes.withUnsafeBufferPointer {
        Int(
          unsafe bicu_decode(
            charset, $0.baseAddress, Int32($0.count), buffer.baseAddress, &offsets, Int32(room),
            &status))
      }
    }
    try ICUError.check(status, "ucnv_toUnicode")
    offsets.removeLast(room - units.count)
    return Decoded(units: units, offsets: offsets)
  }

  /// UTF-8 to UTF-16; nil if `bytes` are not valid UTF-8.
  package static func utf16(fromUTF8 bytes: Span<UInt8>) -> [UInt16]? {
    var status: Int32 = 0
    let units = unsafe [UInt16](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      count = unsafe bytes.withUnsafeBufferPointer {
        max(
          0,
          Int(
            unsafe bicu_from_utf8(
              $0.baseAddress, Int32($0.count), buffer.baseAddress, Int32(buffer.count), &status)))
      }
    }
    return status > 0 ? nil : units
  }

  private typealias NameRow = (
    CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar,
    CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar,
    CChar, CChar, CChar, CChar, CChar, CChar
  )
}
