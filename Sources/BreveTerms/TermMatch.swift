// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// A term that stands in a text.
///
/// A form that belongs to several concepts gives one match each, with the same range.
public struct TermMatch: Hashable, Sendable {
  /// The pair whose target is best used: preferred before admitted, deprecated and superseded.
  public let pair: TermPair
  /// What stands in the source at ``range``, unit for unit.
  public let text: String
  /// Where it stands in the source.
  public let range: SourceRange
  /// The number of the segment it begins in.
  public let segment: Int

  /// A match of `pair`.
  package init(pair: TermPair, text: String, range: SourceRange, segment: Int) {
    self.pair = pair
    self.text = text
    self.range = range
    self.segment = segment
  }

  /// What the term is in the target language: the target, or the source where the term is not translated.
  public var translation: String {
    pair.target.isEmpty && pair.isUntranslated ? pair.source : pair.target
  }
}
