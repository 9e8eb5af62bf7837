// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Compares the white space at both ends, and the mark at the end, of two texts.
enum EndingCheck {
  /// What differs, in words; nil if nothing does.
  static func difference(_ source: String, _ target: String) -> String? {
    if isBlank(source.unicodeScalars.first) != isBlank(target.unicodeScalars.first) {
      return "only one side begins with white space"
    }
    if isBlank(source.unicodeScalars.last) != isBlank(target.unicodeScalars.last) {
      return "only one side ends with white space"
    }
    let one = mark(source)
    let other = mark(target)
    guard one != other, one != .other, other != .other else { return nil }
    return "the source ends with \(one.rawValue), the target with \(other.rawValue)"
  }

  /// Without the white space at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(text[start...end])
  }

  private static func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map(\.properties.isWhitespace) ?? false
  }

  private enum Mark: String {
    case word = "a word"
    case stop = "a full stop or an exclamation mark"
    case question = "a question mark"
    /// What differs between languages: a colon, a comma, a dash.
    case other
  }

  private static func mark(_ text: String) -> Mark {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar {
      case "?": return .question
      case ".", "!", "…", "。": return .stop
      case "\"", "'", "’", "”", "»", ")", "]", "›": continue
      default:
        if scalar.properties.isWhitespace { continue }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          ? .word : .other
      }
    }
    return .other
  }
}
