// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A segment as exact matches compare it: spaces, apostrophes and quotation marks made equal.
struct SegmentKey: Hashable, Sendable {
  let text: String

  /// The key of a segment in NFC.
  init(_ segment: String) {
    var out = String.UnicodeScalarView()
    var isBlank = true
    for scalar in segment.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{2009}", "\u{B}":
        isBlank = true
        continue
      case "«", "»", "“", "”", "„", "\"": append("\"", &isBlank, to: &out, glued: true)
      case "’", "‘", "ʼ", "'": append("'", &isBlank, to: &out, glued: false)
      case "\u{AD}", "\u{200B}", "\u{FEFF}": continue
      default: append(scalar, &isBlank, to: &out, glued: false)
      }
    }
    text = String(out)

    /// Blanks beside quotation marks count for nothing: `« oui »` is `"oui"`.
    func append(
      _ scalar: Unicode.Scalar, _ isBlank: inout Bool, to out: inout String.UnicodeScalarView,
      glued: Bool
    ) {
      if isBlank, let last = out.last, last != "\"", !glued { out.append(" ") }
      out.append(scalar)
      isBlank = false
    }
  }
}
