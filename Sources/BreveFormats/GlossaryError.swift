// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A change of a glossary that was not made.
package struct GlossaryError: Error, Sendable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    /// The file cannot be read or written.
    case file
    /// What was asked for is not there.
    case notFound
    /// The change would harm the glossary.
    case refused
  }

  package let kind: Kind
  package let description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  package init(_ error: LoadingError) { self.init(.file, error.description) }
}
