// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// Finds what has to be changed in a text before it is read and shown.
struct TextRepairs {
  let language: Language

  /// The changes, ascending and without overlaps.
  func edits(for units: [UInt16]) -> [TextEdit] {
    guard let changes = try? Normalization.changes(in: units.span) else { return [] }
    return changes.map {
      TextEdit(kind: .normalization, range: $0.range, replacement: $0.replacement)
    }
  }
}
