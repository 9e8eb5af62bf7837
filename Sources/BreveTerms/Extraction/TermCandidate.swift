// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// A word or phrase of texts that may be a term, and that the glossary lacks.
public struct TermCandidate: Hashable, Sendable {
  /// A sentence that it stands in.
  public struct Context: Hashable, Sendable {
    /// The number of the document, in the order they were added.
    public let document: Int
    /// Where the sentence stands in the source.
    public let range: SourceRange
    /// The sentence as it is shown.
    public let text: String
  }

  /// An English phrase that stands opposite to it more often than chance would have it.
  public struct Translation: Hashable, Sendable {
    public let text: String
    /// In how many of the sentences with the candidate it stands.
    public let count: Int
    /// Dice's coefficient of the two, 0 to 1.
    public let association: Double
  }

  /// Its words as the texts write them most often; one that only begins sentences is in lower case.
  public let text: String
  /// How often it stands in the texts.
  public let count: Int
  /// Has an order and no unit; see ``TermExtractor``.
  public let score: Double
  /// The first sentences that it stands in.
  public let contexts: [Context]
  /// The likely English, best first; empty without pairs of sentences.
  public var translations: [Translation] = []
}
