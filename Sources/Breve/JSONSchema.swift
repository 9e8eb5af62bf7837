// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData

/// The JSON Schemas (draft 2020-12) of the machine interface.
package enum JSONSchema {
  /// In the order they are listed.
  package static let names = [
    "segments", "brief", "bilingual", "glossary-matches", "glossary-candidates",
    "glossary-verification", "memory-matches", "memory-concordance",
    "memory-analysis", "memory-check",
  ]

  /// The schema called `name`; nil if there is none.
  package static func named(_ name: String) -> [UInt8]? {
    names.contains(name) ? LinkedData.bytes(of: name + ".schema.json") : nil
  }
}
