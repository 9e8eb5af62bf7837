// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Finds which words of a translation stand for words of its source, or the other way round, by a ``WordModel``.
///
/// Each word of either side is laid to words of the other by how likely these are. What a word brings is the geometric mean
/// of both ways; the stretch is the one with the greatest sum of what its words bring above a cost: a word far off drops out,
/// because the way to it costs more than it brings.
///
/// - Source: for posteriors of both directions taken together Liang, Taskar and Klein 2006, "Alignment by agreement", §3.
public struct WordAligner {
  /// From which side to which words are followed.
  public enum Direction: Sendable { case sourceToTarget, targetToSource }

  private let model: WordModel
  private let prior = DiagonalPrior()
  private var readers: (AlignedWordReader, AlignedWordReader)

  /// What a word has to bring, for a stretch to take it in; set on concordances other than those of the report.
  private static let cost: Float = 0.25
  /// What a stretch has to bring.
  private static let least: Float = 0.1
  /// The probability of two words that are written alike and of which the model knows nothing.
  private static let alike: Float = 0.5
  /// The same of a word that is not known, with any other.
  private static let unknown: Float = 0.002

  public init(_ model: WordModel) {
    self.model = model
    readers = (AlignedWordReader(language: model.source), AlignedWordReader(language: model.target))
  }

  /// Where the likely translation of some words stands.
  ///
  /// - Parameters:
  ///   - hits: Where the words stand in the text they are followed from, in UTF-8 bytes, ascending; neighbours count as one.
  ///   - source: A text in the model's source language.
  ///   - target: Its translation.
  ///   - direction: Whether `hits` are of the source or of the target.
  /// - Returns: Ranges of the other text in UTF-8 bytes, ascending, none over another; none where nothing is likely.
  /// - Complexity: O(*n*·*m*) for *n* and *m* words.
  public mutating func ranges(
    of hits: [Range<Int>], source: String, target: String, _ direction: Direction
  ) -> [Range<Int>] {
    let words = (readers.0.words(source), readers.1.words(target))
    guard !hits.isEmpty, !words.0.isEmpty, !words.1.isEmpty else { return [] }
    let forward = posteriors(words.0, words.1, model.sources, model.targets)
    let backward = posteriors(words.1, words.0, model.targets, model.sources)
    let isForward = direction == .sourceToTarget
    let (own, other) = isForward ? (words.0, words.1) : (words.1, words.0)
    let (there, back) = isForward ? (forward, backward) : (backward, forward)
    var ranges: [Range<Int>] = []
    for group in Self.groups(hits, own) {
      // How much each word of the other side is laid to the group, and the group to it: both must agree.
      let gains = other.indices.map { column in
        var given: Float = 0
        var taken: Float = 0
        for row in group {
          given += there[row * other.count + column]
          taken = max(taken, back[column * own.count + row])
        }
        return (min(1, given) * taken).squareRoot()
      }
      guard let best = Self.stretch(gains) else { continue }
      ranges.append(
        other[best.lowerBound].range.lowerBound..<other[best.upperBound - 1].range.upperBound)
    }
    return Self.joined(ranges)
  }

  /// How likely each word of `others` (columns) stands for each of `words` (rows): for each column, the rows and the empty
  /// word add up to 1.
  private func posteriors(
    _ words: [AlignedWord], _ others: [AlignedWord], _ side: WordModel.Side,
    _ otherSide: WordModel.Side
  ) -> [Float] {
    let rows = words.map { side.number(of: $0.stem) }
    let all = otherSide.total
    var values = [Float](repeating: 0, count: words.count * others.count)
    for (column, word) in others.enumerated() {
      let number = otherSide.number(of: word.stem)
      let place = DiagonalPrior.place(column, of: others.count)
      let factor = prior.factor(place, words.count)
      let count = number.map { Float(otherSide.counts[$0]) } ?? 1
      var sum = DiagonalPrior.empty * count / all
      for row in words.indices {
        let value =
          Self.probability(words[row], rows[row], word, number, side)
          * prior.weight(DiagonalPrior.place(row, of: words.count), place) * factor
        values[row * others.count + column] = value
        sum += value
      }
      for row in words.indices { values[row * others.count + column] /= sum }
    }
    return values
  }

  private static func probability(
    _ word: AlignedWord, _ row: Int?, _ other: AlignedWord, _ column: Int?, _ side: WordModel.Side
  ) -> Float {
    guard let row, let column else { return word.stem == other.stem ? alike : unknown }
    return side.table.value(row, UInt32(column)) / 65_535
  }

  /// The words in `hits`, those that stand one after the other together.
  private static func groups(_ hits: [Range<Int>], _ words: [AlignedWord]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var hit = 0
    for (number, word) in words.enumerated() {
      while hit < hits.count, hits[hit].upperBound <= word.range.lowerBound { hit += 1 }
      guard hit < hits.count, hits[hit].lowerBound < word.range.upperBound else { continue }
      if let last = groups.last, last.upperBound == number {
        groups[groups.count - 1] = last.lowerBound..<number + 1
      } else {
        groups.append(number..<number + 1)
      }
    }
    return groups
  }

  /// The stretch with the greatest sum of what its words bring above the cost; the first and shortest of equals.
  private static func stretch(_ gains: [Float]) -> Range<Int>? {
    var best: (sum: Float, range: Range<Int>)?
    var sum: Float = 0
    var start = 0
    for (index, gain) in gains.enumerated() {
      if sum <= 0 { (sum, start) = (0, index) }
      sum += gain - cost
      if sum > best?.sum ?? least { best = (sum, start..<index + 1) }
    }
    return best?.range
  }

  /// Ascending, and those that overlap as one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
