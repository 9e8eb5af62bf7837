// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The numbers by which ``FusedRanker`` judges a sentence.
///
/// Each is between 0 and 1, so that the weights can be compared.
package struct SentenceFeatures: Sendable {
  /// One value a feature for each sentence, in the order of ``FusedRanker/Share/Feature/allCases``.
  package let rows: [[Double]]

  package init(_ text: RankingText) {
    let vectors = text.vectors
    let centrality = Self.centroidScores(vectors, tokens: text.vocabulary.count)
    let forward = Self.forwardCentrality(vectors)
    let title = Self.titleLikeness(text, vectors)
    let substance = Self.substance(text)
    let terseness = Self.terseness(text)
    let count = text.sentences.count
    let features = FusedRanker.Share.Feature.allCases
    rows = text.sentences.indices.map { index in
      let sentence = text.sentences[index]
      let startsParagraph = index == 0 || text.sentences[index - 1].paragraph != sentence.paragraph
      return features.map { feature -> Double in
        switch feature {
        case .position: 1 / (1 + 0.35 * Double(index))
        case .first: index == 0 ? 1 : 0
        case .second: index == 1 ? 1 : 0
        case .late: count > 1 ? Double(index) / Double(count - 1) : 0
        case .paragraph: startsParagraph && index > 0 ? 1 : 0
        case .centrality: centrality[index]
        case .forward: forward[index]
        case .title: title[index]
        case .short: max(0, 1 - Double(sentence.words) / 14)
        case .long: min(1, max(0, Double(sentence.words - 32) / 30))
        case .substance: substance[index]
        case .terse: substance[index] * terseness
        case .names: min(1, Double(sentence.names) / 6)
        case .question: sentence.isQuestion ? 1 : 0
        case .quotation: sentence.startsWithQuotation ? 1 : 0
        case .personal: sentence.isPersonal ? 1 : 0
        case .leaning: sentence.dependence == .leansBack ? 1 : 0
        case .dependence: sentence.dependence == .needsAntecedent && index > 0 ? 1 : 0
        case .openEnd: sentence.endsOpen ? 1 : 0
        case .background: sentence.isBackground ? 1 : 0
        case .focus: text.focus.isEmpty ? 0 : text.focus[index]
        }
      }
    }
  }

  /// How many words that are no stop words a sentence has, against twice the mean of the article.
  private static func substance(_ text: RankingText) -> [Double] {
    let sizes = text.vectors.sentences.map { Double($0.count) }
    let mean = sizes.reduce(0, +) / Double(max(1, sizes.count))
    return sizes.map { mean > 0 ? min(1, $0 / (2 * mean)) : 0 }
  }

  /// How short the sentences of a text are: nothing from a mean of 17 words on, all at 12.
  private static func terseness(_ text: RankingText) -> Double {
    let words = text.sentences.reduce(0) { $0 + $1.words }
    let mean = Double(words) / Double(max(1, text.sentences.count))
    return min(1, max(0, (17 - mean) / 5))
  }

  private static func centroidScores(_ vectors: TermVectors, tokens: Int) -> [Double] {
    var centroid = [Double](repeating: 0, count: tokens)
    for vector in vectors.sentences {
      for term in vector { centroid[Int(term.token)] += term.weight }
    }
    return vectors.sentences.map { vector in
      vector.reduce(0) { $0 + $1.weight * centroid[Int($1.token)] }
    }.normalizedToOne()
  }

  /// How much of what follows a sentence it is like: the directed centrality of PacSum.
  ///
  /// - Source: Zheng and Lapata 2019, "Sentence Centrality Revisited", §3.
  private static func forwardCentrality(_ vectors: TermVectors) -> [Double] {
    var later = [Double](repeating: 0, count: vectors.inverseFrequencies.count)
    var scores = [Double](repeating: 0, count: vectors.sentences.count)
    for index in vectors.sentences.indices.reversed() {
      var sum = 0.0
      for term in vectors.sentences[index] { sum += term.weight * later[Int(term.token)] }
      for term in vectors.sentences[index] { later[Int(term.token)] += term.weight }
      scores[index] = sum
    }
    return scores.normalizedToOne()
  }

  private static func titleLikeness(_ text: RankingText, _ vectors: TermVectors) -> [Double] {
    let title = text.titleTokens.filter { !text.vocabulary.isStopWord[Int($0)] }
    guard !title.isEmpty else { return text.sentences.map { _ in 0 } }
    let vector = vectors.vector(of: title)
    return vectors.sentences.map { TermVectors.cosine($0, vector) }.normalizedToOne()
  }
}
