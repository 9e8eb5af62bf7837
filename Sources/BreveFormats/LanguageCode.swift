// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveText

/// The ways in which files write a language: `fr`, `fr-FR`, `FR_fr`, `fra`, `fre`.
package enum LanguageCode {
  /// ISO 639-2 and 639-3 codes of languages that have one of two letters.
  private static let short = [
    "ara": "ar", "bam": "bm", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da",
    "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "est": "et", "eus": "eu", "fas": "fa",
    "fin": "fi", "fra": "fr", "fre": "fr", "ful": "ff", "ger": "de", "gle": "ga", "gre": "el",
    "hau": "ha", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ita": "it", "jpn": "ja",
    "kor": "ko", "lav": "lv", "lit": "lt", "mlt": "mt", "nld": "nl", "nor": "nb", "per": "fa",
    "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk",
    "slv": "sl", "spa": "es", "swa": "sw", "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi",
    "zho": "zh", "chi": "zh",
  ]

  /// The language that `written` means, with two letters where there are two: `fr-fr` for `FRA_fr`.
  package static func language(_ written: String) -> Language {
    let plain = Language(written)
    guard let first = plain.tag.split(separator: "-").first, let two = short[String(first)] else {
      return plain
    }
    return Language(two + plain.tag.dropFirst(first.count))
  }

  /// Whether `written` is `language` or a region of it.
  package static func matches(_ written: String, _ language: Language) -> Bool {
    self.language(written).primary == language.primary
  }

  /// Whether `written` can be a code of a language at all: two or three letters, then subtags.
  package static func isCode(_ written: String) -> Bool {
    let parts = written.utf8.split(whereSeparator: {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    })
    guard let first = parts.first, 2...3 ~= first.count,
      first.allSatisfy({ 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 })
    else { return false }
    if parts.count == 1, first.count == 3 { return short[written.lowercased()] != nil }
    return parts.dropFirst().allSatisfy { part in
      1...8 ~= part.count
        && part.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
    }
  }
}
