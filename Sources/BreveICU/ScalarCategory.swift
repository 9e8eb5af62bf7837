// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CICU

/// Unicode general categories, by table for the Basic Multilingual Plane.
package enum ScalarCategory {
  /// The general category (ICU's `UCharCategory`) of every UTF-16 unit, surrogates as such: 65,536 entries.
  package static func table() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 0x10000) { buffer, count in
      unsafe bicu_categories(buffer.baseAddress)
      count = 0x10000
    }
  }

  /// Whether each UTF-16 unit is a Sentence_Terminal (UAX #44): 65,536 entries of 1 or 0.
  package static func sentenceTerminals() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 0x10000) { buffer, count in
      unsafe bicu_sentence_terminals(buffer.baseAddress)
      count = 0x10000
    }
  }

  package static func of(_ scalar: UInt32) -> UInt8 { UInt8(bicu_category(scalar)) }
}
