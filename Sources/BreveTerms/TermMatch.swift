// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// A term that stands in a text.
///
/// A form that belongs to several concepts gives one match each, with the same range.
public struct TermMatch: Hashable, Sendable {
  /// The pairs of a recognizer, which all its matches share: a text may have a million.
  final class Pairs: Sendable {
    let all: [TermPair]

    init(_ all: [TermPair]) { self.all = all }
  }

  private let pairs: Pairs
  /// The place of the pair among them.
  private let number: Int32
  /// What stands in the source at ``range``, unit for unit.
  public let text: String
  /// Where it stands in the source.
  public let range: SourceRange
  /// The number of the segment it begins in.
  public let segment: Int

  /// A match of `pair`.
  package init(pair: TermPair, text: String, range: SourceRange, segment: Int) {
    self.init(0, of: Pairs([pair]), text: text, range: range, segment: segment)
  }

  init(_ number: Int32, of pairs: Pairs, text: String, range: SourceRange, segment: Int) {
    self.number = number
    self.pairs = pairs
    self.text = text
    self.range = range
    self.segment = segment
  }

  /// The pair whose target is best used: preferred before admitted, deprecated and superseded.
  public var pair: TermPair { pairs.all[Int(number)] }

  /// What the term is in the target language: the target, or the source where the term is not translated.
  public var translation: String {
    let pair = pair
    return pair.target.isEmpty && pair.isUntranslated ? pair.source : pair.target
  }

  public static func == (one: TermMatch, other: TermMatch) -> Bool {
    one.range == other.range && one.segment == other.segment && one.text == other.text
      && (one.pairs === other.pairs && one.number == other.number || one.pair == other.pair)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(pair.id)
  }
}
