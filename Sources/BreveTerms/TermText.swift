// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Text as a glossary wants it.
package enum TermText {
  /// `text` in NFC with straight apostrophes, single spaces inside and none at its ends.
  package static func normalized(_ text: String) -> String {
    var result = ""
    var isSpacePending = false
    for scalar in NormalForm.composed(text).unicodeScalars {
      if isSpace(scalar) {
        isSpacePending = !result.isEmpty
        continue
      }
      if isSpacePending { result.unicodeScalars.append(" ") }
      isSpacePending = false
      result.unicodeScalars.append(isCurledApostrophe(scalar) ? "'" : scalar)
    }
    return result
  }

  /// ’ and the letter that some keyboards write for it.
  package static func isCurledApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2019}" || scalar == "\u{02BC}"
  }

  /// White space of any width, and the ends of lines.
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  /// Whether `date` is a day of the calendar, as `2026-11-21`.
  package static func isDay(_ date: String) -> Bool {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }

  /// Whether `id` is made of ASCII letters and figures in lower case, with single hyphens between them.
  package static func isSlug(_ id: String) -> Bool {
    !id.isEmpty
      && id.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { isDigit($0) || (0x61...0x7A).contains($0) }
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
