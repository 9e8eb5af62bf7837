// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How much more likely the words of sentences are when they are translations than when they are not, in a band.
///
/// For each cell: the tokens of one target sentence given one to ``most`` sentences of the source, and the other way
/// round. The likelihood is that of IBM model 1, with what is not known left to the frequency of words.
///
/// - Source: Brown et al. 1993, model 1; Moore 2002, links against sentences on their own.
struct LexicalField {
  /// The most sentences of a side that make a link.
  static let most = 5

  /// For each cell ``most`` values: target sentence given 1, 2 … sentences of the source from this one on.
  private(set) var forward: [Float]
  /// The same with the sides changed over.
  private(set) var backward: [Float]

  init(
    _ source: AlignmentSide, _ target: AlignmentSide, _ model: LexicalModel, _ band: AlignmentBand
  ) {
    let most = Self.most
    let sourceTokens = source.tokens.span
    let targetTokens = target.tokens.span
    forward = [Float](repeating: 0, count: band.cells * most)
    backward = forward
    var scorer = GroupScorer(target, model.forward, model.targetShares, model.mostRatio)
    for row in 0..<source.count {
      scorer.clear()
      for extra in 0..<min(most, source.count - row) {
        scorer.add(source, row + extra)
        for column in band.lower[row]..<min(band.upper[row], target.count) {
          forward[band.cell(row, column) * most + extra] = scorer.score(
            targetTokens.extracting(target.offsets[column]..<target.offsets[column + 1]))
        }
      }
    }
    // Rows that see a column.
    var reverse = GroupScorer(source, model.backward, model.sourceShares, model.mostRatio)
    var first = 0
    var past = 0
    for column in 0..<target.count {
      while first < source.count, band.upper[first] <= column { first += 1 }
      while past < source.count, band.lower[past] <= column { past += 1 }
      guard first < past else { continue }
      reverse.clear()
      for extra in 0..<min(most, target.count - column) {
        reverse.add(target, column + extra)
        for row in first..<past {
          backward[band.cell(row, column) * most + extra] = reverse.score(
            sourceTokens.extracting(source.offsets[row]..<source.offsets[row + 1]))
        }
      }
    }
  }

  /// The likelihood of a link of `m` and `n` sentences from `row` and `column` on, all in the band; both ways, halved.
  @inline(__always)
  func value(_ band: AlignmentBand, _ row: Int, _ column: Int, _ m: Int, _ n: Int) -> Float {
    var sum: Float = 0
    let cell = band.cell(row, column)
    for step in 0..<n { sum += forward[(cell + step) * Self.most + m - 1] }
    for step in 0..<m {
      sum += backward[band.cell(row + step, column) * Self.most + n - 1]
    }
    return sum / 2
  }
}

/// Probabilities of words given words, both ways, and of words on their own.
struct LexicalModel {
  let forward: TranslationTable
  let backward: TranslationTable
  let sourceShares: [Float]
  let targetShares: [Float]
  let mostRatio: Float

  /// How often each token stands in a text, as a share of all.
  static func shares(_ side: AlignmentSide) -> [Float] {
    let sum = Float(side.tokens.count + side.types.count) * 0.7
    return side.types.map { (Float($0.count) + 0.4) / sum }
  }
}

/// Sums up what a group of sentences says of the words of others.
private struct GroupScorer {
  private let table: TranslationTable
  private let shares: [Float]
  private let mostRatio: Float
  private var sums: [Float]
  private var touched: [UInt32] = []
  private var unknown: Float = 1
  private var tokens: Float = 1

  init(_ other: AlignmentSide, _ table: TranslationTable, _ shares: [Float], _ mostRatio: Float) {
    self.table = table
    self.shares = shares
    self.mostRatio = mostRatio
    sums = [Float](repeating: 0, count: other.types.count)
  }

  mutating func clear() {
    for number in touched { sums[Int(number)] = 0 }
    touched.removeAll(keepingCapacity: true)
    unknown = 1
    tokens = 1
  }

  /// Adds the tokens of a sentence to the group.
  mutating func add(_ side: AlignmentSide, _ sentence: Int) {
    for place in side.tokenRange(sentence) {
      var mass: Float = 0
      for entry in table.range(Int(side.tokens[place])) {
        let number = table.columns[entry]
        let value = table.values[entry]
        mass += value
        if sums[Int(number)] == 0 { touched.append(number) }
        sums[Int(number)] += value / shares[Int(number)]
      }
      unknown += 1 - mass
      tokens += 1
    }
  }

  /// The log of how much likelier the tokens of a sentence are with the group than without it.
  @inline(__always)
  func score(_ tokens: Span<UInt32>) -> Float {
    let base = AlignmentMath.log(unknown / self.tokens)
    var score = base * Float(tokens.count)
    let sums = sums.span
    for place in tokens.indices {
      let sum = sums[Int(tokens[place])]
      if sum > 0 {
        score += AlignmentMath.log(min((unknown + sum) / self.tokens, mostRatio)) - base
      }
    }
    return score
  }
}
