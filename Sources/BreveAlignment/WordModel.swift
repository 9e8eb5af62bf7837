// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// Which words of two languages stand for each other, learned from a memory.
///
/// Words are known by hashes of their stems; for each, the likeliest words of the other language with their
/// probabilities, in both directions.
public struct WordModel: Equatable, Sendable {
  /// The words of one language, and what they stand for.
  struct Side: Equatable, Sendable {
    /// The hashes of the stems, ascending.
    let stems: [UInt64]
    /// How often each stands in what the model was learned from.
    let counts: [UInt32]
    /// Probabilities of the words of the other side, as parts of 65,535, ascending by word.
    let table: WordProbabilities

    /// The number of a stem; nil if it is not known.
    func number(of stem: UInt64) -> Int? {
      var (low, high) = (0, stems.count)
      while low < high {
        let middle = (low + high) / 2
        if stems[middle] < stem { low = middle + 1 } else { high = middle }
      }
      return low < stems.count && stems[low] == stem ? low : nil
    }
  }

  public let source: Language
  public let target: Language
  /// The state of the memory it was learned from.
  public let state: UInt64
  /// How many pairs it was learned from.
  public let pairs: Int
  let sources: Side
  let targets: Side

  init(
    source: Language, target: Language, state: UInt64, pairs: Int, sources: Side, targets: Side
  ) {
    (self.source, self.target, self.state, self.pairs) = (source, target, state, pairs)
    (self.sources, self.targets) = (sources, targets)
  }

  /// A word keeps so many of the other language.
  static let mostTranslations = 32
  /// Words that stand in the memory less often are left out.
  static let leastCount = 2

  /// Learns a model.
  ///
  /// - Parameters:
  ///   - corpus: Sentences and their translations.
  ///   - state: The state of the memory they are from.
  ///   - threads: How many threads work; the model is the same for every number.
  ///   - progress: Is told how much is done, from 0 to 1.
  /// - Complexity: O(*n*·*m*) for each pair of *n* and *m* words.
  public init(
    learnedFrom corpus: WordCorpus, state: UInt64, threads: Int, progress: (Double) -> Void
  ) {
    let all = Double(2 * WordTrainer.rounds)
    let forward = WordTrainer(corpus.sources, corpus.targets, threads: threads)
      .table { progress(Double($0) / all) }
    let backward = WordTrainer(corpus.targets, corpus.sources, threads: threads)
      .table { progress(0.5 + Double($0) / all) }
    let orders = (Self.order(corpus.sources), Self.order(corpus.targets))
    self.init(
      source: corpus.source, target: corpus.target, state: state, pairs: corpus.count,
      sources: Self.side(corpus.sources, forward, orders.0, orders.1, corpus.targets.stems.count),
      targets: Self.side(corpus.targets, backward, orders.1, orders.0, corpus.sources.stems.count))
  }

  /// The words that are kept, by their hashes.
  private static func order(_ side: WordCorpus.Side) -> [Int] {
    side.stems.indices.filter { side.counts[$0] >= leastCount }
      .sorted { side.stems[$0] < side.stems[$1] }
  }

  private static func side(
    _ words: WordCorpus.Side, _ table: WordProbabilities, _ order: [Int], _ otherOrder: [Int],
    _ others: Int
  ) -> Side {
    var numbers = [UInt32?](repeating: nil, count: others)
    for (number, word) in otherOrder.enumerated() { numbers[word] = UInt32(number) }
    var kept = WordProbabilities()
    for word in order {
      var entries: [(column: UInt32, value: Float)] = []
      for entry in table.range(word) {
        guard let column = numbers[Int(table.columns[entry])] else { continue }
        entries.append((column, (table.values[entry] * 65_535).rounded()))
      }
      entries.sort { ($1.value, $0.column) < ($0.value, $1.column) }
      for entry in entries.prefix(mostTranslations).sorted(by: { $0.column < $1.column }) {
        kept.append(entry.column, min(65_535, entry.value))
      }
      kept.endRow()
    }
    return Side(
      stems: order.map { words.stems[$0] }, counts: order.map { words.counts[$0] }, table: kept)
  }
}
