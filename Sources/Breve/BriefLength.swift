// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How long a brief may be.
///
/// Every limit that is set binds; none is ever passed.
public struct BriefLength: Hashable, Sendable {
  public var sentences: Int?
  /// Stretches without white space that hold a letter or a digit.
  public var words: Int?
  /// Unicode scalar values of the brief, spaces included.
  public var characters: Int?
  /// Percent of the article's words, rounded down.
  public var share: Int?

  /// What `breve brief` gives where nothing is asked for.
  public static let standard = BriefLength(sentences: 3)

  public init(sentences: Int? = nil, words: Int? = nil, characters: Int? = nil, share: Int? = nil) {
    self.sentences = sentences
    self.words = words
    self.characters = characters
    self.share = share
  }

  public static func sentences(_ count: Int) -> BriefLength { BriefLength(sentences: count) }
  public static func words(_ count: Int) -> BriefLength { BriefLength(words: count) }
}
