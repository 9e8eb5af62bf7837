// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// A word and a word of the other language that stands for it.
public struct KnownTranslation: Hashable, Sendable {
  public let source: String
  public let target: String
  /// How likely the one stands for the other, from 0 to 1.
  public let probability: Double
  /// Whether they are stems already, without accents.
  let areStems: Bool

  /// Two words as a dictionary has them.
  public init(_ source: String, _ target: String) {
    (self.source, self.target, probability, areStems) = (source, target, 0.5, false)
  }

  private init(stems source: [UInt16], _ target: [UInt16], probability: Double) {
    self.source = String(decoding: source, as: UTF16.self)
    self.target = String(decoding: target, as: UTF16.self)
    self.probability = probability
    areStems = true
  }

  /// Learns words from sentences and their translations.
  ///
  /// - Parameters:
  ///   - sources: Sentences.
  ///   - targets: The translation of each.
  /// - Returns: Words that stand for each other in more than a tenth of the cases, by the order in which they come.
  public static func learned(
    from sources: AlignmentText, _ targets: AlignmentText
  ) -> [KnownTranslation] {
    precondition(
      sources.sentences.count == targets.sentences.count,
      "\(sources.sentences.count) sentences and \(targets.sentences.count) translations")
    let (source, target) = (AlignmentSide(sources), AlignmentSide(targets))
    let parameters = AlignmentParameters()
    let seeds = SeedLexicon(
      source, target, languages: (sources.language, targets.language), words: []
    ).table
    let links = (0..<source.count).map {
      AlignmentLattice.LikelyLink(row: $0, column: $0, m: 1, n: 1, probability: 1)
    }
    let table = LexiconLearner(
      links, source, target, seeds: seeds, shares: LexicalModel.shares(target),
      parameters: parameters, isTurned: false
    ).table(rounds: 4)
    var known: [KnownTranslation] = []
    for (row, type) in source.types.enumerated() where type.kind == .word {
      for place in table.range(row) where table.values[place] > 0.1 {
        let other = target.types[Int(table.columns[place])]
        guard other.kind == .word else { continue }
        known.append(
          KnownTranslation(stems: type.stem, other.stem, probability: Double(table.values[place])))
      }
    }
    return known
  }
}
