// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Learns which words stand for which from links of two texts.
///
/// One direction of IBM model 1, by expectation and maximization over links that are each counted as much as they are
/// likely. What was known before counts as some occurrences; a fixed part of an occurrence is taken off, so that two words
/// that met once say nothing: the link they met in would prove itself.
///
/// - Source: Brown et al. 1993, model 1.
struct LexiconLearner {
  /// One link: the sentences of either side, and its weight.
  typealias Link = AlignmentLattice.LikelyLink

  private let source: AlignmentSide
  private let target: AlignmentSide
  private let seeds: TranslationTable
  private let shares: [Float]
  private let parameters: AlignmentParameters

  /// Tokens of the source, and for each the links it stands in: link numbers in ascending order, repeated with the token.
  private var postings: [UInt32] = []
  private var postingOffsets: [Int] = []
  /// The tokens of the target of each link.
  private var targets: [UInt32] = []
  private var targetOffsets: [Int] = [0]
  private var weights: [Float] = []

  init(
    _ links: [Link], _ source: AlignmentSide, _ target: AlignmentSide, seeds: TranslationTable,
    shares: [Float], parameters: AlignmentParameters, isTurned: Bool
  ) {
    self.source = source
    self.target = target
    self.seeds = seeds
    self.shares = shares
    self.parameters = parameters
    var counts = [Int](repeating: 0, count: source.types.count + 1)
    for link in links {
      for token in source.tokens[Self.range(source, link, isRow: !isTurned)] {
        counts[Int(token) + 1] += 1
      }
      targets += target.tokens[Self.range(target, link, isRow: isTurned)]
      targetOffsets.append(targets.count)
      weights.append(link.probability)
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    postingOffsets = counts
    postings = [UInt32](repeating: 0, count: counts[counts.count - 1])
    for (number, link) in links.enumerated() {
      for token in source.tokens[Self.range(source, link, isRow: !isTurned)] {
        postings[counts[Int(token)]] = UInt32(number)
        counts[Int(token)] += 1
      }
    }
  }

  private static func range(_ side: AlignmentSide, _ link: Link, isRow: Bool) -> Range<Int> {
    let first = isRow ? link.row : link.column
    let count = isRow ? link.m : link.n
    return side.offsets[first]..<side.offsets[first + count]
  }

  /// The table after `rounds` rounds.
  func table(rounds: Int) -> TranslationTable {
    var table = start()
    for round in 0..<rounds { table = next(table, isLast: round == rounds - 1) }
    return table
  }

  /// How much more often than by chance tokens stand in linked sentences, and what is known.
  private func start() -> TranslationTable {
    var table = TranslationTable()
    var sums = [Float](repeating: 0, count: target.types.count)
    for row in 0..<source.types.count {
      var touched: [UInt32] = []
      collect(row, &sums, &touched) { _, _ in 1 }
      addSeeds(row, to: &sums, &touched, strength: 2)
      let own = Float(source.types[row].count)
      let entries = touched.map { column -> (column: UInt32, value: Float) in
        let sum = sums[Int(column)]
        let all = own + Float(target.types[Int(column)].count)
        return (column, sum * sum / all / all)
      }
      for column in touched { sums[Int(column)] = 0 }
      table.appendRow(entries)
    }
    return table
  }

  private func addSeeds(
    _ row: Int, to sums: inout [Float], _ touched: inout [UInt32], strength: Float
  ) {
    for entry in seeds.range(row) {
      let column = seeds.columns[entry]
      if sums[Int(column)] == 0 { touched.append(column) }
      sums[Int(column)] += seeds.values[entry] * strength
    }
  }

  /// Adds up weights of target tokens over the links of a source token.
  @inline(__always)
  private func collect(
    _ row: Int, _ sums: inout [Float], _ touched: inout [UInt32],
    _ weight: (_ place: Int, _ token: UInt32) -> Float
  ) {
    for posting in postingOffsets[row]..<postingOffsets[row + 1] {
      let link = Int(postings[posting])
      for place in targetOffsets[link]..<targetOffsets[link + 1] {
        let token = targets[place]
        let value = weights[link] * weight(place, token)
        guard value > 0 else { continue }
        if sums[Int(token)] == 0 { touched.append(token) }
        sums[Int(token)] += value
      }
    }
  }

  /// One round.
  private func next(_ table: TranslationTable, isLast: Bool) -> TranslationTable {
    // What all words of the source say of each token of the target, the empty word first.
    var whole = targets.map { shares[Int($0)] }
    var values = [Float](repeating: 0, count: target.types.count)
    for row in 0..<source.types.count {
      let range = table.range(row)
      for entry in range { values[Int(table.columns[entry])] = table.values[entry] }
      for posting in postingOffsets[row]..<postingOffsets[row + 1] {
        let link = Int(postings[posting])
        for place in targetOffsets[link]..<targetOffsets[link + 1] {
          whole[place] += values[Int(targets[place])]
        }
      }
      for entry in range { values[Int(table.columns[entry])] = 0 }
    }
    var next = TranslationTable()
    var sums = [Float](repeating: 0, count: target.types.count)
    for row in 0..<source.types.count {
      let range = table.range(row)
      for entry in range { values[Int(table.columns[entry])] = table.values[entry] }
      var touched: [UInt32] = []
      collect(row, &sums, &touched) { place, token in values[Int(token)] / whole[place] }
      addSeeds(row, to: &sums, &touched, strength: parameters.seedStrength)
      for entry in range { values[Int(table.columns[entry])] = 0 }
      var all = parameters.seedStrength
      for posting in postingOffsets[row]..<postingOffsets[row + 1] {
        all += weights[Int(postings[posting])]
      }
      let discount = isLast ? parameters.discount : 0
      var entries: [(column: UInt32, value: Float)] = []
      for column in touched.sorted() {
        let value = (sums[Int(column)] - discount) / all
        if value > 0.01 { entries.append((column, value)) }
        sums[Int(column)] = 0
      }
      next.appendRow(entries)
    }
    return next
  }
}
