// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveRanking
public import BreveTerms
public import BreveText

/// The sentences chosen from an article, in its order.
public struct Brief: Sendable {
  public let article: Article
  public let sentences: [RankedSegment]
  /// Every other segment, in the order of the text, and why it was left out.
  public let omitted: [OmittedSegment]
  public let notes: [Note]
  /// The name of the ranker.
  public let ranker: String
  /// What the brief was asked to speak of; nil if nothing was asked.
  public let focus: String?
  /// What the article speaks of, as many phrases as were asked for, best first.
  public let keyPhrases: [KeyPhrase]
  /// The terms of a glossary in its sentences, in their order; none where no glossary was asked (``TermLister``).
  public internal(set) var terms: [TermMatch] = []

  /// The sentences joined by a space.
  public var summary: String { sentences.map(\.segment.text).joined(separator: " ") }
  /// Each entry of ``terms`` once, where it stands first; without those that English writes as French does, and those of the
  /// domain `media` that only say that something is said.
  public var keyTerms: [TermMatch] {
    let cues = article.document.lexicon.cues
    return terms.firstOfEachEntry.filter {
      $0.translation != $0.pair.source
        && !($0.pair.domain == "media" && cues.isSpeechVerb($0.pair.source))
    }
  }
  public var words: Int { Segment.wordCount(of: summary) }
  /// Unicode scalar values of ``summary``.
  public var characters: Int { summary.unicodeScalars.count }
}

/// A sentence of a brief.
public struct RankedSegment: Sendable {
  public let segment: Segment
  /// Only the order of scores has meaning.
  public let score: Double
  /// From 1, among all sentences that could be chosen.
  public let rank: Int
  public let why: Explanation
}

/// A segment that is not in the brief.
public struct OmittedSegment: Sendable {
  public let segment: Segment
  /// Nil for what is never chosen.
  public let rank: Int?
  public let reason: String
}

/// Why a sentence has its score.
public struct Explanation: Hashable, Sendable {
  /// In plain words.
  public let text: String
  /// The parts of the score; empty for rankers that have none.
  public let shares: [FusedRanker.Share]
}
