// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// One change between the source text and the text that is shown.
public struct Repair: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Unicode normalization form C.
    case normalization
    /// A soft hyphen, a zero-width or another invisible character taken out.
    case invisible
    /// A typographic ligature (`ﬁ`) written out.
    case ligature
    /// UTF-8 that had been read as Windows-1252 (`FranÃ§aise`).
    case mojibake
    /// A space put in after a punctuation mark (`2021,le`).
    case missingSpace
    /// A space taken out before a comma or stop (`gouverneur ,M.`).
    case extraSpace
    /// The second of two stops taken out (`interdites..`).
    case doubledStop
    /// A space put in between two words (`paysdepuis`).
    case gluedWords
    /// A quotation mark turned the other way (`« Wagner «`).
    case quotationMark
  }

  public let kind: Kind
  /// What the source has: the change with the words it touches.
  public let before: String
  /// The same as it is shown.
  public let after: String
  /// Where `before` stands in the source.
  public let range: SourceRange
}

/// An edit of the source's UTF-16 units.
package struct TextEdit: Sendable {
  package let kind: Repair.Kind
  package let range: Range<Int>
  package let replacement: [UInt16]
  /// The words around it by which a reader knows it again.
  package private(set) var context: Range<Int>

  package init(
    kind: Repair.Kind, range: Range<Int>, replacement: [UInt16], context: Range<Int>? = nil
  ) {
    self.kind = kind
    self.range = range
    self.replacement = replacement
    self.context = context ?? range
  }

  /// The edit with as much of its context as lies in `bounds`.
  package func clipped(to bounds: Range<Int>) -> TextEdit {
    var clipped = self
    clipped.context =
      max(
        context.lowerBound, bounds.lowerBound)..<max(
        range.upperBound, min(context.upperBound, bounds.upperBound))
    return clipped
  }
}
