// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// Words as concordances compare them: without case and accents, ligatures as two letters.
package enum FoldedSpelling {
  /// Latin, Greek, Cyrillic and what else stands below U+2000.
  private static let letters = CaseFolding.baseLetters(0x2000)

  /// `word` without case and accents.
  package static func units(of word: some StringProtocol) -> [UInt16] {
    var units: [UInt16] = []
    for unit in word.utf16 { append(unit, to: &units) }
    return units
  }

  /// The same for the UTF-8 bytes of `range`.
  static func units(of bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt16] {
    var units: [UInt16] = []
    var index = range.lowerBound
    let word = bytes.extracting(0..<range.upperBound)
    while index < range.upperBound {
      let scalar = MatchTokenizer.scalar(in: word, at: &index)
      if scalar < 0x10000 {
        append(UInt16(truncatingIfNeeded: scalar), to: &units)
      } else {
        units.append(UInt16(truncatingIfNeeded: 0xD800 + (scalar - 0x10000) >> 10))
        units.append(UInt16(truncatingIfNeeded: 0xDC00 + scalar & 0x3FF))
      }
    }
    return units
  }

  private static func append(_ unit: UInt16, to units: inout [UInt16]) {
    guard unit < 0x2000 else {
      units.append(unit == 0x2019 || unit == 0x2018 ? 0x27 : unit)
      return
    }
    switch unit {
    case 0xE6, 0xC6: units += [0x61, 0x65]
    case 0x153, 0x152: units += [0x6F, 0x65]
    case 0xDF: units += [0x73, 0x73]
    default:
      let letter = letters[Int(unit)]
      if letter != 0 { units.append(letter) }
    }
  }

  /// Whether `one` comes before `other` in the order of their units.
  static func precedes(_ one: [UInt16], _ other: [UInt16]) -> Bool {
    one.lexicographicallyPrecedes(other)
  }
}
