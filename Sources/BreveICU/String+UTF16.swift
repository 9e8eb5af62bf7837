// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The text of UTF-16 units; an unpaired surrogate becomes U+FFFD.
  ///
  /// `String(decoding:as:)` goes through a generic transcoder that is some forty times slower.
  package init(utf16 units: Span<UInt16>) {
    self = unsafe String(unsafeUninitializedCapacity: units.count * 3) { buffer in
      var out = 0
      var index = 0
      while index < units.count {
        let unit = UInt32(units[index])
        index += 1
        if unit < 0x80 {
          unsafe buffer[out] = UInt8(truncatingIfNeeded: unit)
          out += 1
          continue
        }
        var scalar = unit
        if unit & 0xF800 == 0xD800 {
          let next = index < units.count ? UInt32(units[index]) : 0
          if unit < 0xDC00, next & 0xFC00 == 0xDC00 {
            scalar = 0x10000 + (unit - 0xD800) << 10 + (next - 0xDC00)
            index += 1
          } else {
            scalar = 0xFFFD
          }
        }
        if scalar < 0x800 {
          unsafe buffer[out] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
          out += 1
        } else {
          if scalar < 0x10000 {
            unsafe buffer[out] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            out += 1
          } else {
            unsafe buffer[out] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            unsafe buffer[out + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
            out += 2
          }
          unsafe buffer[out] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
          out += 1
        }
        unsafe buffer[out] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        out += 1
      }
      return out
    }
  }
}

extension Array where Element == UInt16 {
  /// The UTF-16 units of a text.
  ///
  /// `Array(text.utf16)` counts the units first and then goes through them one call at a time: some ten times slower.
  package init(utf16 text: String) {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8.span
    // No text has more units than bytes.
    self = unsafe [UInt16](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      var index = 0
      var out = 0
      while index < bytes.count {
        let lead = UInt32(bytes[index])
        if lead < 0x80 {
          unsafe buffer[out] = UInt16(truncatingIfNeeded: lead)
          index += 1
        } else if lead < 0xE0 {
          unsafe buffer[out] = UInt16(
            truncatingIfNeeded: (lead & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F)
          index += 2
        } else {
          var scalar = (lead & 0xF) << 6 | UInt32(bytes[index + 1]) & 0x3F
          scalar = scalar << 6 | UInt32(bytes[index + 2]) & 0x3F
          index += 3
          if lead < 0xF0 {
            unsafe buffer[out] = UInt16(truncatingIfNeeded: scalar)
          } else {
            scalar = (scalar & 0x7FFF) << 6 | UInt32(bytes[index]) & 0x3F
            index += 1
            unsafe buffer[out] = UInt16(truncatingIfNeeded: 0xD7C0 + scalar >> 10)
            out += 1
            unsafe buffer[out] = UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF)
          }
        }
        out += 1
      }
      count = out
    }
  }
}
