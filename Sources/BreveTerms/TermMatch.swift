// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// A term that stands in a text.
///
/// A form that belongs to several concepts gives one match each, with the same range.
public struct TermMatch: Hashable, Sendable {
  /// A pair that all its matches share: a text may have a million.
  final class Entry: Sendable {
    let pair: TermPair

    init(_ pair: TermPair) { self.pair = pair }
  }

  private let entry: Entry
  /// What stands in the source at ``range``, unit for unit.
  public let text: String
  /// Where it stands in the source.
  public let range: SourceRange
  /// The number of the segment it begins in.
  public let segment: Int

  /// A match of `pair`.
  package init(pair: TermPair, text: String, range: SourceRange, segment: Int) {
    self.init(entry: Entry(pair), text: text, range: range, segment: segment)
  }

  init(entry: Entry, text: String, range: SourceRange, segment: Int) {
    self.entry = entry
    self.text = text
    self.range = range
    self.segment = segment
  }

  /// The pair whose target is best used: preferred before admitted, deprecated and superseded.
  public var pair: TermPair { entry.pair }

  /// What the term is in the target language: the target, or the source where the term is not translated.
  public var translation: String {
    let pair = entry.pair
    return pair.target.isEmpty && pair.isUntranslated ? pair.source : pair.target
  }

  public static func == (one: TermMatch, other: TermMatch) -> Bool {
    one.range == other.range && one.segment == other.segment && one.text == other.text
      && (one.entry === other.entry || one.pair == other.pair)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(pair.id)
  }
}
