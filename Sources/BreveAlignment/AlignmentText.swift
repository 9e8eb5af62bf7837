// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// One side of what is to be aligned: its sentences, and where its paragraphs begin.
public struct AlignmentText: Sendable {
  public let language: Language
  public let sentences: [String]
  /// For each sentence, whether a paragraph begins with it; nil where the text has no marks of paragraphs.
  public let startsParagraph: [Bool]?

  /// - Parameters:
  ///   - language: The language of the sentences.
  ///   - sentences: The sentences, in order; an empty one is never linked.
  ///   - startsParagraph: One value a sentence; nil if nothing is known of paragraphs.
  public init(language: Language, sentences: [String], startsParagraph: [Bool]? = nil) {
    self.language = language
    self.sentences = sentences
    self.startsParagraph = startsParagraph?.count == sentences.count ? startsParagraph : nil
  }
}

/// Sentences of the source and the sentences of the target that say the same.
public struct SentenceLink: Hashable, Sendable {
  /// The sentences of the source; empty for what only the target has.
  public let source: Range<Int>
  /// The sentences of the target; empty for what only the source has.
  public let target: Range<Int>
  /// How likely the link is right, from 0 to 1; 0 where a side is empty.
  public let score: Double

  public init(source: Range<Int>, target: Range<Int>, score: Double) {
    self.source = source
    self.target = target
    self.score = score
  }

  /// Whether a side is empty.
  public var isOneSided: Bool { source.isEmpty || target.isEmpty }
}

/// A word and a word of the other language that stands for it.
public struct KnownTranslation: Hashable, Sendable {
  public let source: String
  public let target: String

  public init(_ source: String, _ target: String) {
    self.source = source
    self.target = target
  }
}
