// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Something that is wrong with a line of a glossary.
package struct GlossaryFinding: Hashable, Sendable {
  /// What kind of thing.
  package enum Kind: String, CaseIterable, Sendable {
    case malformed, untrimmed, spacing, normalization, apostrophe, lineEnd = "line-end", empty,
      value
    case date, variant, untranslated, order, duplicate, contradiction, shadow, preferred
    case ambiguity, cycle
  }

  /// The line; from 1.
  package let line: Int
  package let kind: Kind
  /// What is wrong and what to do, without the place.
  package let text: String

  package init(_ kind: Kind, line: Int, _ text: String) {
    self.line = line
    self.kind = kind
    self.text = text
  }
}
