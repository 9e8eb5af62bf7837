// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How an English term may be used for a French one.
///
/// Open: a value that is not one of the four is kept as it was read, so that a check can name it and nothing is lost.
/// - Source: the four are TBX's `administrativeStatus` (ISO 30042:2019, TBX-Basic) without `-admn-sts`.
public struct TermStatus: RawRepresentable, Hashable, Sendable {
  /// The word in the file, as `preferred`.
  public let rawValue: String

  /// The status that is written `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Use this one.
  public static let preferred = TermStatus(rawValue: "preferred")
  /// Right, as a second choice or in some contexts.
  public static let admitted = TermStatus(rawValue: "admitted")
  /// Not to be used.
  public static let deprecated = TermStatus(rawValue: "deprecated")
  /// Was right once.
  public static let superseded = TermStatus(rawValue: "superseded")

  /// The four, best first.
  public static let known: [TermStatus] = [.preferred, .admitted, .deprecated, .superseded]

  /// The place among the four, best first; four for any other word.
  public var rank: Int { Self.known.firstIndex(of: self) ?? Self.known.count }
}

/// The class of a French term, which says how it is inflected.
///
/// Open: a value that is not one of the seven is kept as it was read.
public struct PartOfSpeech: RawRepresentable, Hashable, Sendable {
  /// The word in the file, as `noun`.
  public let rawValue: String

  /// The class that is written `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let noun = PartOfSpeech(rawValue: "noun")
  public static let verb = PartOfSpeech(rawValue: "verb")
  public static let adjective = PartOfSpeech(rawValue: "adjective")
  public static let adverb = PartOfSpeech(rawValue: "adverb")
  public static let phrase = PartOfSpeech(rawValue: "phrase")
  public static let name = PartOfSpeech(rawValue: "name")
  public static let acronym = PartOfSpeech(rawValue: "acronym")

  /// The seven.
  public static let known: [PartOfSpeech] = [
    .noun, .verb, .adjective, .adverb, .phrase, .name, .acronym,
  ]
}

/// Which forms of a term are found in a text.
///
/// Open: a value that is not one of the three is kept as it was read.
public struct TermMatching: RawRepresentable, Hashable, Sendable {
  /// The word in the file, as `inflect`.
  public let rawValue: String

  /// The way that is written `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Plural, feminine, conjugation.
  public static let inflect = TermMatching(rawValue: "inflect")
  /// As written; the rules for accents, capitals and dots of acronyms hold.
  public static let exact = TermMatching(rawValue: "exact")
  /// As written, and capitals count.
  public static let caseSensitive = TermMatching(rawValue: "case")

  /// The three.
  public static let known: [TermMatching] = [.inflect, .exact, .caseSensitive]
}
