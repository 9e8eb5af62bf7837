// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The default: position, centrality, length, closeness to the title and names, less what makes a sentence a bad one to
/// stand in a brief.
///
/// The weights follow the additive combination that did best among those measured on OrangeSum at equal length.
public struct FusedRanker: Ranker {
  public var name: String { "fused" }

  public init() {}

  /// One part of a score.
  public struct Share: Hashable, Sendable {
    public enum Feature: String, Sendable, CaseIterable {
      case position, centrality, title, length, names
      case question, quotation, personal, dependence, openEnd
    }

    public let feature: Feature
    /// Between 0 and 1.
    public let value: Double
    /// What it adds to the score; negative for a penalty.
    public let contribution: Double
  }

  public func scores(of text: RankingText) -> [Double] {
    shares(of: text).map { shares in
      // A floor, so that every sentence is worth more than none.
      max(0.01, shares.reduce(0) { $0 + $1.contribution })
    }
  }

  /// The parts of each sentence's score.
  public func shares(of text: RankingText) -> [[Share]] {
    let centrality = CentroidRanker().scores(of: text)
    let titles = titleLikeness(text)
    return text.sentences.indices.map { index in
      let sentence = text.sentences[index]
      func share(_ feature: Share.Feature, _ value: Double) -> Share? {
        value == 0
          ? nil
          : Share(feature: feature, value: value, contribution: value * Self.weight(feature))
      }
      return [
        share(.position, Self.position(index)),
        share(.centrality, centrality[index]),
        share(.title, titles[index]),
        share(.length, Self.length(sentence.words)),
        share(.names, min(1, Double(sentence.names) / 6)),
        share(.question, sentence.isQuestion ? 1 : 0),
        share(.quotation, sentence.startsWithQuotation ? 1 : 0),
        share(.personal, sentence.isPersonal ? 1 : 0),
        share(.dependence, Self.dependence(sentence.dependence)),
        share(.openEnd, sentence.endsOpen ? 1 : 0),
      ].compactMap(\.self)
    }
  }

  private static func weight(_ feature: Share.Feature) -> Double {
    switch feature {
    case .position: 0.5
    case .centrality: 0.3
    case .title: 0.3
    case .length: 0.15
    case .names: 0.1
    case .question: -0.3
    case .quotation: -0.1
    case .personal: -0.1
    case .dependence: -0.2
    case .openEnd: -0.3
    }
  }

  /// 1 for the first sentence, falling to nothing at the end of a long article.
  private static func position(_ index: Int) -> Double { 1 / (1 + 0.35 * Double(index)) }

  /// 1 for a sentence of 14 to 40 words; a short one says little, a long one costs much.
  private static func length(_ words: Int) -> Double {
    switch words {
    case ..<14: Double(words) / 14
    case 14...40: 1
    default: max(0, 1 - Double(words - 40) / 40)
    }
  }

  private static func dependence(_ dependence: Dependence) -> Double {
    switch dependence {
    case .none: 0
    case .leansBack: 0.4
    case .needsAntecedent: 1
    }
  }

  private func titleLikeness(_ text: RankingText) -> [Double] {
    let title = text.titleTokens.filter { !text.vocabulary.isStopWord[Int($0)] }
    guard !title.isEmpty else { return text.sentences.map { _ in 0 } }
    let vectors = TermVectors(text)
    let vector = vectors.vector(of: title)
    return vectors.sentences.map { TermVectors.cosine($0, vector) }.normalizedToOne()
  }
}
