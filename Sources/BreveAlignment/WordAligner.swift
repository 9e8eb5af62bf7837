// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Finds which words of a translation stand for words of its source, or the other way round, by a ``WordModel``.
///
/// Both directions are laid out over the whole pair (``WordLattice``) and brought together (``WordLinks``), so that words
/// outside of what is sought claim their own translations; what is left is the stretch (``WordSpan``).
///
/// - Source: for posteriors of both directions taken together Liang, Taskar and Klein 2006, "Alignment by agreement", §3.
public struct WordAligner {
  /// From which side to which words are followed.
  public enum Direction: Sendable { case sourceToTarget, targetToSource }

  private let model: WordModel
  private let prior = DiagonalPrior(tension: 2.5)
  /// How many words of either side the model was learned from.
  private let totals: (Float, Float)
  private var readers: (AlignedWordReader, AlignedWordReader)

  /// The probability of two words that are written alike and of which the model knows nothing.
  private static let alike: Float = 0.5
  /// The same of a word that is not known, with any other.
  private static let unknown: Float = 0.002
  /// Longer texts are no sentences: each table of all pairs takes four bytes a pair, and the way through them its time.
  private static let mostPairs = 1 << 18
  /// The part of a word's probability that goes to words the model does not give it, by how frequent they are.
  private static let rest: Float = 0.02

  public init(_ model: WordModel) {
    self.model = model
    func total(_ side: WordModel.Side) -> Float { Float(side.counts.reduce(1) { $0 + Int($1) }) }
    totals = (total(model.sources), total(model.targets))
    readers = (AlignedWordReader(language: model.source), AlignedWordReader(language: model.target))
  }

  /// Where the likely translation of some words stands.
  ///
  /// - Parameters:
  ///   - hits: Where the words stand in the text they are followed from, in UTF-8 bytes, ascending; neighbours count as one.
  ///   - source: A text in the model's source language.
  ///   - target: Its translation.
  ///   - direction: Whether `hits` are of the source or of the target.
  /// - Returns: Ranges of the other text in UTF-8 bytes, ascending, none over another; none where nothing is likely, or the
  ///   texts are as long as documents.
  /// - Complexity: O(*n*·*m*) for *n* and *m* words, of which no more than 262,144 pairs are looked at.
  public mutating func ranges(
    of hits: [Range<Int>], source: String, target: String, _ direction: Direction
  ) -> [Range<Int>] {
    let words = (readers.0.words(source), readers.1.words(target))
    guard !hits.isEmpty, !words.0.isEmpty, !words.1.isEmpty,
      words.0.count * words.1.count <= Self.mostPairs
    else { return [] }
    let forward = posteriors(words.0, words.1, model.sources, model.targets, totals.1)
    let backward = posteriors(words.1, words.0, model.targets, model.sources, totals.0)
    let isForward = direction == .sourceToTarget
    let (own, other) = isForward ? (words.0, words.1) : (words.1, words.0)
    let links = WordLinks(
      own, other, back: isForward ? forward : backward, there: isForward ? backward : forward)
    var ranges: [Range<Int>] = []
    for group in Self.groups(hits, own) {
      for stretch in WordSpan(links, group).stretches() {
        ranges.append(
          other[stretch.lowerBound].range
            .lowerBound..<other[stretch.upperBound - 1].range.upperBound)
      }
    }
    return Self.joined(ranges)
  }

  /// How likely each of `words` is what each of `others` (rows) stands for.
  private func posteriors(
    _ words: [AlignedWord], _ others: [AlignedWord], _ side: WordModel.Side,
    _ otherSide: WordModel.Side, _ all: Float
  ) -> [Float] {
    let numbers = others.map { otherSide.number(of: $0.stem) }
    let known = numbers.indices.compactMap { row in
      numbers[row].map { (number: UInt32($0), row: row) }
    }
    .sorted { $0 < $1 }
    let strange = numbers.indices.filter { numbers[$0] == nil }
    let background = numbers.map { ($0.map { Float(otherSide.counts[$0]) } ?? 1) / all }
    var likelihoods = [Float](repeating: 0, count: words.count * others.count)
    for (column, word) in words.enumerated() {
      if let number = side.number(of: word.stem) {
        var entries = side.table.range(number)
        for other in known {
          entries = entries.drop { side.table.columns[$0] < other.number }
          guard let entry = entries.first else { break }
          guard side.table.columns[entry] == other.number else { continue }
          likelihoods[other.row * words.count + column] = side.table.values[entry] / 65_535
        }
      } else {
        for row in others.indices {
          likelihoods[row * words.count + column] =
            word.stem == others[row].stem ? Self.alike : Self.unknown
        }
      }
      for row in strange {
        likelihoods[row * words.count + column] =
          word.stem == others[row].stem ? Self.alike : Self.unknown
      }
    }
    let places = words.indices.map { DiagonalPrior.place($0, of: words.count) }
    for row in others.indices {
      let place = DiagonalPrior.place(row, of: others.count)
      let mean = prior.mean(place)
      for column in words.indices {
        let index = row * words.count + column
        likelihoods[index] =
          ((1 - Self.rest) * likelihoods[index] + Self.rest * background[row])
          * prior.weight(places[column], place) * mean
      }
    }
    return WordLattice(
      states: words.count, seen: others.count, likelihoods: likelihoods, background: background
    ).posteriors()
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
