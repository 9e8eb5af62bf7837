// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Something in which a translation differs from its source, for a person to look at; nothing is ever rewritten for it.
public struct ConsistencyIssue: Hashable, Sendable {
  /// What differs.
  public enum Kind: String, Sendable, CaseIterable {
    /// No rendering that the glossary allows stands in the translation.
    case term
    /// A rendering that the glossary deprecates stands in it.
    case deprecated
    /// A term that is not to be translated was changed.
    case untranslatable
    /// A number of one side has none of its value on the other.
    case number
    /// A day, month or weekday differs.
    case date
    /// A name of the source is missing, or is written another way.
    case name
    /// A negation of the source is missing.
    case negation
    /// The translation is much longer or shorter than the source.
    case length
    /// Quotation marks of one side have none on the other.
    case quotation
    /// Words of the source language, or words that are no English, stand in the translation.
    case leftover
    /// Units of a memory that are as good as the one that was taken have other English.
    case inconsistent
  }

  public let kind: Kind
  /// In plain words.
  public let message: String
  /// Where in the source, in UTF-16 units; nil where it is about the whole.
  public let source: Range<Int>?
  /// Where in the translation, in UTF-16 units; nil where it is about something missing.
  public let target: Range<Int>?
  /// The entry of the glossary it is about.
  public let entry: String?

  /// An issue.
  public init(
    _ kind: Kind, _ message: String, source: Range<Int>? = nil, target: Range<Int>? = nil,
    entry: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.source = source
    self.target = target
    self.entry = entry
  }
}
