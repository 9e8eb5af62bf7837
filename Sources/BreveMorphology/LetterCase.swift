// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How a word is written: in small letters, with a capital, in capitals or mixed.
///
/// For the letters up to U+017F; all others count as having no case.
/// - Source: the kinds are hunspell's (`csutil.cxx`).
enum LetterCase {
  case small, capitalized, capitals, mixed

  init(_ scalars: [UInt32]) {
    var capitals = 0
    var neutral = 0
    for scalar in scalars {
      let lower = Self.lower(scalar)
      if lower != scalar { capitals += 1 }
      if Self.upper(scalar) == lower { neutral += 1 }
    }
    let startsWithCapital = scalars.first.map { Self.lower($0) != $0 } ?? false
    self =
      if capitals == 0 {
        .small
      } else if capitals == 1, startsWithCapital {
        .capitalized
      } else if capitals == scalars.count || capitals + neutral == scalars.count {
        .capitals
      } else {
        .mixed
      }
  }

  static func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar }
    return scalar < end ? UInt32(lowers[Int(scalar)]) : scalar
  }

  static func upper(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7A ? scalar - 32 : scalar }
    return scalar < end ? UInt32(uppers[Int(scalar)]) : scalar
  }

  /// Whether the case of a scalar is the same in all tables of Unicode: a letter, a figure or a hyphen.
  static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // Letters whose other case lies elsewhere, or is two letters.
    case 0xD7, 0xDF, 0xF7, 0x130, 0x131, 0x138, 0x149, 0x17F: false
    default: scalar >= 0xC0 && scalar < end
    }
  }

  private static let end: UInt32 = 0x180
  private static let lowers = table { $0.properties.lowercaseMapping }
  private static let uppers = table { $0.properties.uppercaseMapping }

  private static func table(_ mapping: (Unicode.Scalar) -> String) -> [UInt16] {
    (0..<end).map { value in
      guard value >= 0xC0, isPlain(value), let scalar = Unicode.Scalar(value) else {
        return UInt16(value)
      }
      let mapped = mapping(scalar).unicodeScalars
      return mapped.count == 1
        ? UInt16(truncatingIfNeeded: mapped.first?.value ?? value) : UInt16(value)
    }
  }
}

/// The scalars of UTF-8 that is known to be well formed, and back.
enum UTF8Scalars {
  static func append(_ bytes: [UInt8], _ range: Range<Int>, to scalars: inout [UInt32]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let first = UInt32(bytes[index])
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      var value = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
      for place in 1..<max(length, 1) where index + place < range.upperBound {
        value = value << 6 | UInt32(bytes[index + place] & 0x3F)
      }
      scalars.append(value)
      index += length
    }
  }

  /// The scalar that ends at `end`, which moves to its beginning.
  static func last(_ bytes: [UInt8], _ end: inout Int) -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    end -= 1
    while bytes[end] & 0xC0 == 0x80 {
      value |= UInt32(bytes[end] & 0x3F) << shift
      shift += 6
      end -= 1
    }
    let first = UInt32(bytes[end])
    return first < 0x80 ? first : value | (first & (0x7F >> (shift / 6 + 1))) << shift
  }

  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(scalar))
    case 0x80..<0x800: bytes += [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
    case 0x800..<0x10000:
      bytes += [
        UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F),
      ]
    default:
      bytes += [
        UInt8(0xF0 | scalar >> 18 & 7), UInt8(0x80 | scalar >> 12 & 0x3F),
        UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F),
      ]
    }
  }
}
