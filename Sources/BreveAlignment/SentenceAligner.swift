// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Finds which sentences of two texts say the same.
///
/// First the texts are laid side by side roughly, in blocks of sentences; around that way all links of up to seven
/// sentences are weighed by words, lengths and paragraphs. From likely links the words of the two texts are learned, and
/// the links weighed again. What has no counterpart, be it a sentence or a chapter, is left alone.
///
/// - Source: Gale and Church 1993; Moore 2002; Braune and Fraser 2010 for weighing the likely links only.
public struct SentenceAligner: Sendable {
  private let words: [KnownTranslation]
  var parameters: AlignmentParameters

  /// - Parameter words: Words of the source's language with their translations, as far as they are known beforehand.
  public init(words: [KnownTranslation] = []) {
    self.words = words
    parameters = AlignmentParameters()
  }

  /// The links of two texts, in order.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - target: The target.
  /// - Returns: Links that tile both sides: every sentence stands in one link, those without counterpart in one with an
  ///   empty side.
  /// - Complexity: O(*n* + *m*) in memory, and in time but for the rough way.
  public func links(_ source: AlignmentText, _ target: AlignmentText) -> [SentenceLink] {
    var cells = 0
    return links(source, target, mostCells: &cells)
  }

  /// The same; `mostCells` is the size of the greatest table that was made, which the memory goes by.
  package func links(
    _ source: AlignmentText, _ target: AlignmentText, mostCells: inout Int
  ) -> [SentenceLink] {
    let sides = (AlignmentSide(source), AlignmentSide(target))
    guard sides.0.count > 0, sides.1.count > 0 else { return Self.oneSided(sides.0, sides.1) }
    let seeds = SeedLexicon(
      sides.0, sides.1, languages: (source.language, target.language), words: words
    ).table
    var model = LexicalModel(
      forward: seeds, backward: seeds.transposed(rows: sides.1.types.count),
      sourceShares: LexicalModel.shares(sides.0), targetShares: LexicalModel.shares(sides.1),
      mostRatio: parameters.mostRatio)
    let seedModel = model
    let sum = (sides.0.lengths.reduce(0, +), sides.1.lengths.reduce(0, +))
    var lengths = LengthModel(
      ratio: max(0.3, min(3, (sum.1 + 100) / (sum.0 + 100))), variance: parameters.lengthVariance)
    var band = RoughWay(parameters: parameters)
      .band(sides.0, sides.1, model, lengths, mostCells: &mostCells)
    for _ in 0..<(max(sides.0.count, sides.1.count) > 4000 ? 2 : parameters.passes) {
      let lattice = AlignmentLattice(sides.0, sides.1, model, lengths, parameters, band)
      mostCells = max(mostCells, band.cells)
      let likely = lattice.likely(least: 0.2)
      band = narrowed(lattice.best(), sides.0.count, sides.1.count)
      lengths.ratio = Self.ratio(likely, sides.0, sides.1, lengths.ratio)
      model = learned(likely, sides.0, sides.1, seedModel)
    }
    let lattice = AlignmentLattice(sides.0, sides.1, model, lengths, parameters, band)
    return Self.scored(lattice)
  }

  private func narrowed(
    _ path: [(source: Range<Int>, target: Range<Int>)], _ rows: Int, _ columns: Int
  ) -> AlignmentBand {
    let places =
      [(source: 0, target: 0)]
      + path.map { (source: $0.source.upperBound, target: $0.target.upperBound) }
    return AlignmentBand(around: places, rows: rows + 1, columns: columns + 1, margin: 8)
  }

  private func learned(
    _ links: [AlignmentLattice.LikelyLink], _ source: AlignmentSide, _ target: AlignmentSide,
    _ seeds: LexicalModel
  ) -> LexicalModel {
    LexicalModel(
      forward: LexiconLearner(
        links, source, target, seeds: seeds.forward, shares: seeds.targetShares,
        parameters: parameters, isTurned: false
      ).table(rounds: 3),
      backward: LexiconLearner(
        links, target, source, seeds: seeds.backward, shares: seeds.sourceShares,
        parameters: parameters, isTurned: true
      ).table(rounds: 3),
      sourceShares: seeds.sourceShares, targetShares: seeds.targetShares,
      mostRatio: parameters.mostRatio)
  }

  /// Letters of the target a letter of the source, over likely links.
  private static func ratio(
    _ links: [AlignmentLattice.LikelyLink], _ source: AlignmentSide, _ target: AlignmentSide,
    _ before: Float
  ) -> Float {
    var sums = (before * 500, Float(500))
    for link in links {
      for row in link.row..<link.row + link.m { sums.1 += source.lengths[row] * link.probability }
      for column in link.column..<link.column + link.n {
        sums.0 += target.lengths[column] * link.probability
      }
    }
    return sums.0 / sums.1
  }

  private static func scored(_ lattice: AlignmentLattice) -> [SentenceLink] {
    var probabilities: [SentenceLink: Float] = [:]
    for link in lattice.likely(least: 0.001) {
      let key = SentenceLink(
        source: link.row..<link.row + link.m, target: link.column..<link.column + link.n, score: 0)
      probabilities[key] = link.probability
    }
    let path = lattice.best()
    let own = path.map {
      probabilities[SentenceLink(source: $0.source, target: $0.target, score: 0)] ?? 0
    }
    return path.enumerated().map { number, link in
      guard !link.source.isEmpty, !link.target.isEmpty else {
        return SentenceLink(source: link.source, target: link.target, score: 0)
      }
      let (lexical, deviation, tokens) = lattice.evidence(of: link)
      let evidence = LinkScore.Evidence(
        probability: own[number], before: number == 0 ? 1 : own[number - 1],
        after: number + 1 == own.count ? 1 : own[number + 1], lexical: lexical,
        deviation: deviation, m: link.source.count, n: link.target.count, tokens: tokens)
      return SentenceLink(
        source: link.source, target: link.target, score: LinkScore.value(evidence))
    }
  }

  private static func oneSided(
    _ source: AlignmentSide, _ target: AlignmentSide
  ) -> [SentenceLink] {
    (0..<source.count).map { SentenceLink(source: $0..<$0 + 1, target: 0..<0, score: 0) }
      + (0..<target.count).map {
        SentenceLink(source: source.count..<source.count, target: $0..<$0 + 1, score: 0)
      }
  }
}
