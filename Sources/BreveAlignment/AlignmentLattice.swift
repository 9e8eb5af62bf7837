// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// All ways to link two texts within a band: the best one, and how likely each link is among all.
struct AlignmentLattice {
  /// The links that are tried, by the numbers of their sentences.
  static let shapes: [(m: Int, n: Int)] = [
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1), (3, 3),
    (2, 4), (4, 2), (1, 5), (5, 1), (3, 4), (4, 3), (2, 5), (5, 2),
  ]
  private static let never: Float = -1e30

  let band: AlignmentBand
  private let source: AlignmentSide
  private let target: AlignmentSide
  private let parameters: AlignmentParameters
  private let lengths: LengthModel
  private let field: LexicalField
  private let costs: [Float]
  /// Sums of lengths, and of the logs of their likelihoods, up to each position.
  private let sourceSums: [Float]
  private let targetSums: [Float]
  private let sourceOwn: [Float]
  private let targetOwn: [Float]
  /// How many sentences before each position have no token: they are left out, and cost nothing.
  private let sourceEmpty: [Int]
  private let targetEmpty: [Int]
  private let sourceParagraphs: [Int]
  private let targetParagraphs: [Int]

  init(
    _ source: AlignmentSide, _ target: AlignmentSide, _ model: LexicalModel,
    _ lengths: LengthModel, _ parameters: AlignmentParameters, _ band: AlignmentBand
  ) {
    self.source = source
    self.target = target
    self.parameters = parameters
    self.lengths = lengths
    self.band = band
    field = LexicalField(source, target, model, band)
    costs = Self.shapes.map { parameters.cost($0.m, $0.n) }
    sourceSums = Self.sums(source.lengths)
    targetSums = Self.sums(target.lengths)
    sourceOwn = Self.sums(source.lengths.map(LengthModel.own))
    targetOwn = Self.sums(target.lengths.map(LengthModel.own))
    sourceEmpty = Self.counts(source.isEmpty)
    targetEmpty = Self.counts(target.isEmpty)
    let both = source.startsParagraph != nil && target.startsParagraph != nil
    sourceParagraphs = both ? Self.counts(source.startsParagraph ?? []) : []
    targetParagraphs = both ? Self.counts(target.startsParagraph ?? []) : []
  }

  private static func sums(_ values: [Float]) -> [Float] {
    var sums: [Double] = [0]
    for value in values { sums.append(sums[sums.count - 1] + Double(value)) }
    return sums.map { Float($0) }
  }

  private static func counts(_ marks: [Bool]) -> [Int] {
    var counts = [0]
    for mark in marks { counts.append(counts[counts.count - 1] + (mark ? 1 : 0)) }
    return counts
  }

  /// What a link gains; `row` and `column` are its first sentences.
  @inline(__always)
  private func gain(_ row: Int, _ column: Int, _ shape: Int) -> Float {
    let (m, n) = Self.shapes[shape]
    let lexical = field.value(band, row, column, m, n)
    let length = lengths.value(
      sourceSums[row + m] - sourceSums[row], targetSums[column + n] - targetSums[column],
      sourceOwn[row + m] - sourceOwn[row], targetOwn[column + n] - targetOwn[column], m, n)
    var gain = parameters.lexicalWeight * lexical + parameters.lengthWeight * length - costs[shape]
    if !sourceParagraphs.isEmpty {
      let one = sourceParagraphs[row + 1] > sourceParagraphs[row]
      let other = targetParagraphs[column + 1] > targetParagraphs[column]
      if one && other {
        gain += parameters.paragraphGain
      } else if one || other {
        gain -= parameters.paragraphLoss
      }
      let inner = sourceParagraphs[row + m] - sourceParagraphs[row + 1]
      let innerTarget = targetParagraphs[column + n] - targetParagraphs[column + 1]
      gain -= parameters.innerParagraph * Float(abs(inner - innerTarget))
      gain -= parameters.innerParagraph / 2 * Float(min(inner, innerTarget))
    }
    return gain
  }

  /// How much likelier the words of a link are than by chance, a token; how far its lengths are from what is expected, in
  /// standard deviations; and its tokens.
  func evidence(
    of link: (source: Range<Int>, target: Range<Int>)
  ) -> (lexical: Float, deviation: Float, tokens: Int) {
    let (row, column) = (link.source.lowerBound, link.target.lowerBound)
    let tokens =
      source.offsets[link.source.upperBound] - source.offsets[row]
      + target.offsets[link.target.upperBound] - target.offsets[column]
    let lexical = field.value(band, row, column, link.source.count, link.target.count)
    let deviation = lengths.deviation(
      sourceSums[link.source.upperBound] - sourceSums[row],
      targetSums[link.target.upperBound] - targetSums[column])
    return (lexical * 2 / Float(max(1, tokens)), deviation, tokens)
  }

  /// Whether a link of a shape may begin at a position: all its sentences and its end are in the band.
  @inline(__always)
  private func fits(_ row: Int, _ column: Int, _ m: Int, _ n: Int) -> Bool {
    guard row + m <= source.count, column + n <= target.count,
      sourceEmpty[row + m] == sourceEmpty[row], targetEmpty[column + n] == targetEmpty[column]
    else { return false }
    return band.contains(row + m, column + n) && band.contains(row + m - 1, column)
      && column + n <= band.upper[row]
  }

  /// The cell after one sentence of a side, the source being 0, and whether the sentence is empty; nil if there is none.
  @inline(__always)
  private func step(_ row: Int, _ column: Int, _ side: Int) -> (cell: Int, isEmpty: Bool)? {
    if side == 0 {
      guard row < source.count, band.contains(row + 1, column) else { return nil }
      return (band.cell(row + 1, column), sourceEmpty[row + 1] > sourceEmpty[row])
    }
    guard column < target.count, band.contains(row, column + 1) else { return nil }
    return (band.cell(row, column + 1), targetEmpty[column + 1] > targetEmpty[column])
  }

  /// The best way through the band.
  func best() -> [(source: Range<Int>, target: Range<Int>)] {
    let count = band.cells
    var linked = [Float](repeating: Self.never, count: count)
    var gapped = linked
    // 0…: a shape; 100: a gap of the source, 101: of the target; 102 and 103: an empty sentence; + 200 if it came from a
    // gap.
    var linkedFrom = [UInt16](repeating: 999, count: count)
    var gappedFrom = linkedFrom
    linked[band.cell(0, 0)] = 0
    for row in 0..<band.rows {
      for column in band.lower[row]..<band.upper[row] {
        let cell = band.cell(row, column)
        let here = max(linked[cell], gapped[cell])
        guard here > Self.never else { continue }
        let came: UInt16 = gapped[cell] > linked[cell] ? 200 : 0
        let opened = linked[cell] - parameters.gapOpening
        let extended = gapped[cell] - parameters.gapExtension
        let gap = max(opened, extended)
        let gapCame: UInt16 = extended > opened ? 200 : 0
        for side in 0...1 {
          guard let (next, isEmpty) = step(row, column, side) else { continue }
          let code = UInt16(100 + side)
          if isEmpty {
            if linked[cell] > linked[next] {
              (linked[next], linkedFrom[next]) = (linked[cell], code + 2)
            }
            if gapped[cell] > gapped[next] {
              (gapped[next], gappedFrom[next]) = (gapped[cell], code + 202)
            }
          } else if gap > gapped[next] {
            (gapped[next], gappedFrom[next]) = (gap, code + gapCame)
          }
        }
        for (shape, size) in Self.shapes.enumerated() where fits(row, column, size.m, size.n) {
          let next = band.cell(row + size.m, column + size.n)
          let value = here + gain(row, column, shape)
          if value > linked[next] {
            (linked[next], linkedFrom[next]) = (value, UInt16(shape) + came)
          }
        }
      }
    }
    return trace(linked, gapped, linkedFrom, gappedFrom)
  }

  private func trace(
    _ linked: [Float], _ gapped: [Float], _ linkedFrom: [UInt16], _ gappedFrom: [UInt16]
  ) -> [(source: Range<Int>, target: Range<Int>)] {
    var links: [(source: Range<Int>, target: Range<Int>)] = []
    var (row, column) = (source.count, target.count)
    let end = band.cell(row, column)
    var isGap = gapped[end] > linked[end]
    while row > 0 || column > 0 {
      let cell = band.cell(row, column)
      let from = isGap ? gappedFrom[cell] : linkedFrom[cell]
      precondition(from != 999, "no way to \(row), \(column)")
      let step = Int(from % 200)
      let (m, n) = step < 100 ? Self.shapes[step] : step % 2 == 0 ? (1, 0) : (0, 1)
      isGap = from >= 200
      links.append((row - m..<row, column - n..<column))
      row -= m
      column -= n
    }
    return links.reversed()
  }

  /// A link and how likely it is among all ways through the band.
  struct LikelyLink {
    let row: Int
    let column: Int
    let m: Int
    let n: Int
    let probability: Float
  }

  /// All links that are at least `least` likely.
  func likely(least: Float) -> [LikelyLink] {
    let count = band.cells
    let scale = 1 / parameters.temperature
    let opening = parameters.gapOpening * scale
    let extending = parameters.gapExtension * scale
    var gains = [Float](repeating: Self.never, count: count * Self.shapes.count)
    var linked = [Float](repeating: Self.never, count: count)
    var gapped = linked
    linked[band.cell(0, 0)] = 0
    for row in 0..<band.rows {
      for column in band.lower[row]..<band.upper[row] {
        let cell = band.cell(row, column)
        let here = AlignmentMath.logAdd(linked[cell], gapped[cell])
        guard here > Self.never / 2 else { continue }
        let gap = AlignmentMath.logAdd(linked[cell] - opening, gapped[cell] - extending)
        for side in 0...1 {
          guard let (next, isEmpty) = step(row, column, side) else { continue }
          if isEmpty {
            linked[next] = AlignmentMath.logAdd(linked[next], linked[cell])
            gapped[next] = AlignmentMath.logAdd(gapped[next], gapped[cell])
          } else {
            gapped[next] = AlignmentMath.logAdd(gapped[next], gap)
          }
        }
        for (shape, size) in Self.shapes.enumerated() where fits(row, column, size.m, size.n) {
          let next = band.cell(row + size.m, column + size.n)
          let gain = gain(row, column, shape) * scale
          gains[cell * Self.shapes.count + shape] = gain
          linked[next] = AlignmentMath.logAdd(linked[next], here + gain)
        }
      }
    }
    return backward(linked, gapped, gains, least: least)
  }

  private func backward(
    _ linked: [Float], _ gapped: [Float], _ gains: [Float], least: Float
  ) -> [LikelyLink] {
    let scale = 1 / parameters.temperature
    let opening = parameters.gapOpening * scale
    let extending = parameters.gapExtension * scale
    let shapes = Self.shapes.count
    let end = band.cell(source.count, target.count)
    let whole = AlignmentMath.logAdd(linked[end], gapped[end])
    let floor = AlignmentMath.log(least)
    var afterLink = [Float](repeating: Self.never, count: band.cells)
    var afterGap = afterLink
    (afterLink[end], afterGap[end]) = (0, 0)
    var links: [LikelyLink] = []
    for row in (0..<band.rows).reversed() {
      for column in (band.lower[row]..<band.upper[row]).reversed() {
        let cell = band.cell(row, column)
        let here = AlignmentMath.logAdd(linked[cell], gapped[cell])
        guard here > Self.never / 2 else { continue }
        var gap = Self.never
        var link = cell == end ? 0 : Self.never
        var skipped = (link: Self.never, gap: Self.never)
        for side in 0...1 {
          guard let (next, isEmpty) = step(row, column, side) else { continue }
          if isEmpty {
            skipped.link = AlignmentMath.logAdd(skipped.link, afterLink[next])
            skipped.gap = AlignmentMath.logAdd(skipped.gap, afterGap[next])
          } else {
            gap = AlignmentMath.logAdd(gap, afterGap[next])
          }
        }
        for (shape, size) in Self.shapes.enumerated() {
          let gain = gains[cell * shapes + shape]
          guard gain > Self.never / 2 else { continue }
          let next = afterLink[band.cell(row + size.m, column + size.n)]
          guard next > Self.never / 2 else { continue }
          link = AlignmentMath.logAdd(link, gain + next)
          let share = here + gain + next - whole
          if share > floor {
            links.append(
              LikelyLink(
                row: row, column: column, m: size.m, n: size.n,
                probability: Float(min(1, AlignmentMath.exponential(Double(share))))))
          }
        }
        afterLink[cell] = AlignmentMath.logAdd(
          AlignmentMath.logAdd(link, gap - opening), skipped.link)
        afterGap[cell] = AlignmentMath.logAdd(
          AlignmentMath.logAdd(link, gap - extending), skipped.gap)
      }
    }
    return links.reversed()
  }
}
