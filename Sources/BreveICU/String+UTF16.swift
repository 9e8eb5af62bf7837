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
