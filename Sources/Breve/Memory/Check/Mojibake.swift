// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Finds and mends characters that were written as UTF-8 and read as windows-1252 (`Ã©` for `é`).
enum Mojibake {
  /// What windows-1252 has for the bytes 0x80 to 0x9F; 0 where it has nothing.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152,
    0, 0x17D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
    0x203A, 0x153, 0, 0x17E, 0x178,
  ]

  /// The byte that a character was read from; nil if none has it.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return upper.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  }

  /// The first characters of `text` that look so; nil if none do.
  static func first(in text: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return question(in: text) }
    let scalars = Array(text.unicodeScalars)
    for place in scalars.indices {
      if scalars[place] == "\u{FFFD}" { return "\u{FFFD}" }
      if let length = length(scalars, place) {
        return String(String.UnicodeScalarView(scalars[place..<place + length]))
      }
    }
    return question(in: text)
  }

  /// `text` with them put right.
  static func mended(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      if let length = length(scalars, place) {
        let bytes = scalars[place..<place + length].compactMap(byte)
        result.append(contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars)
        place += length
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return String(result)
  }

  /// How many characters from `place` are the bytes of one; only leads that stand before no such character in real text.
  private static func length(_ scalars: [Unicode.Scalar], _ place: Int) -> Int? {
    let count: Int
    switch scalars[place].value {
    case 0xC2, 0xC3, 0xC4, 0xC5: count = 2
    case 0xE2: count = 3
    default: return nil
    }
    guard place + count <= scalars.count else { return nil }
    for scalar in scalars[place + 1..<place + count] {
      guard let byte = byte(scalar), byte & 0xC0 == 0x80 else { return nil }
    }
    // "Â »", "Ã " and the like at the end of a word in capitals are text.
    let isCapital =
      place > 0 && scalars[place - 1].properties.isUppercase
      && scalars[place].properties.isUppercase
    return isCapital && count == 2 && scalars[place + 1].value <= 0xBF
      && !scalars[place + 1].properties.isAlphabetic && scalars[place].value == 0xC2 ? nil : count
  }

  /// A question mark inside of a word: what a program wrote for a letter it did not have.
  ///
  /// Addresses are left out.
  private static func question(in text: String) -> String? {
    let bytes = Array(text.utf8)
    func isLetter(_ place: Int) -> Bool {
      bytes.indices.contains(place)
        && (bytes[place] >= 0x80 || (0x61...0x7A).contains(bytes[place]))
    }
    for place in bytes.indices
    where bytes[place] == UInt8(ascii: "?") && isLetter(place - 1) && isLetter(place + 1) {
      var start = place
      while start > 0, bytes[start - 1] > 0x20 { start -= 1 }
      var end = place
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      let word = bytes[start..<end]
      if word.contains(UInt8(ascii: "/")) || word.contains(UInt8(ascii: "=")) { continue }
      return String(decoding: word, as: UTF8.self)
    }
    return nil
  }
}
