// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Learns one direction of a ``WordModel``: how likely each word of the target stands for a word of the source.
///
/// IBM model 1 with a prior for the diagonal, by expectation and maximization. A round first adds up what all words of a
/// sentence say of each word opposite, sentences in shards, then what each word stands for, words in shards. A shard is
/// worked on by one thread and in one order, so that every number of threads gives the same bits.
///
/// - Source: Brown et al. 1993, model 1; Dyer, Chahuneau and Smith 2013 for the prior;
///   Moore 2004, "Improving IBM word-alignment Model 1", §4, for the doubt about rare words.
struct WordTrainer: Sendable {
  private let source: WordCorpus.Side
  private let target: WordCorpus.Side
  private let threads: Int
  private let prior = DiagonalPrior()
  /// For each word of the source, the places in `source.words` it stands at, ascending.
  private let postings: [UInt32]
  private let postingOffsets: [Int]
  /// The sentence of each word of the source.
  private let sentences: [UInt32]
  /// Where the shards of words begin, and the end of the last.
  private let wordShards: [Int]

  /// How many rounds are made.
  static let rounds = 6
  /// Words that stand for none of those that are seen, added to what each word stands for: without these a rare word takes
  /// all words opposite that nothing else stands for.
  private static let doubt: Float = 4
  /// Sentences in a shard.
  private static let sentenceShard = 8_192
  /// Shards of words.
  private static let wordShardCount = 64

  init(_ source: WordCorpus.Side, _ target: WordCorpus.Side, threads: Int) {
    self.source = source
    self.target = target
    self.threads = threads
    var offsets = [0]
    for count in source.counts { offsets.append(offsets[offsets.count - 1] + Int(count)) }
    postingOffsets = offsets
    var postings = [UInt32](repeating: 0, count: source.words.count)
    for (place, word) in source.words.enumerated() {
      postings[offsets[Int(word)]] = UInt32(place)
      offsets[Int(word)] += 1
    }
    self.postings = postings
    var sentences = [UInt32](repeating: 0, count: source.words.count)
    for sentence in 0..<source.offsets.count - 1 {
      for place in source.offsets[sentence]..<source.offsets[sentence + 1] {
        sentences[place] = UInt32(sentence)
      }
    }
    self.sentences = sentences
    var shards = [0]
    var load = 0
    for (word, count) in source.counts.enumerated() {
      load += Int(count)
      if load * Self.wordShardCount > source.words.count {
        shards.append(word + 1)
        load = 0
      }
    }
    if shards[shards.count - 1] < source.counts.count { shards.append(source.counts.count) }
    wordShards = shards
  }

  /// The table after all rounds.
  ///
  /// - Parameter progress: Is told how many rounds are done.
  /// - Returns: For each word of the source, likely words of the target.
  func table(progress: (Int) -> Void) -> WordProbabilities {
    var scales = startScales()
    var table: WordProbabilities?
    for round in 0..<Self.rounds {
      if let known = table { scales = nextScales(known) }
      let least: Float = [0.0001, 0.0002, 0.0005, 0.001][min(round, 3)]
      let isLast = round == Self.rounds - 1
      table = next(table, scales, least: isLast ? 0.005 : least, isLast: isLast)
      progress(round + 1)
    }
    return table ?? WordProbabilities()
  }

  private var sentenceCount: Int { source.offsets.count - 1 }

  /// What a word of the source says of a word opposite is multiplied with, at the start: all words are as likely.
  private func startScales() -> [Float] {
    var scales = [Float](repeating: 0, count: target.words.count)
    for sentence in 0..<sentenceCount {
      let count = source.offsets[sentence + 1] - source.offsets[sentence]
      for place in target.offsets[sentence]..<target.offsets[sentence + 1] {
        scales[place] = prior.factor(target.places[place], count)
      }
    }
    return scales
  }

  /// The same by a table: what a word says is divided by what all words say, the empty word among them.
  private func nextScales(_ table: WordProbabilities) -> [Float] {
    let count = (sentenceCount + Self.sentenceShard - 1) / Self.sentenceShard
    return ParallelShards.map(count, threads: threads) { shard in
      let first = shard * Self.sentenceShard
      return scales(table, first..<min(sentenceCount, first + Self.sentenceShard))
    }.flatMap { $0 }
  }

  private func scales(_ table: WordProbabilities, _ range: Range<Int>) -> [Float] {
    let base = target.offsets[range.lowerBound]
    var sums = [Float](repeating: 0, count: target.offsets[range.upperBound] - base)
    var values = [Float](repeating: 0, count: target.stems.count)
    // The words of the shard, equal ones together: a row is laid out once for all of them.
    let places = Array(source.offsets[range.lowerBound]..<source.offsets[range.upperBound])
      .sorted { (source.words[$0], $0) < (source.words[$1], $1) }
    var index = 0
    while index < places.count {
      let word = Int(source.words[places[index]])
      let row = table.range(word)
      for entry in row { values[Int(table.columns[entry])] = table.values[entry] }
      while index < places.count, Int(source.words[places[index]]) == word {
        let place = places[index]
        let own = source.places[place]
        let sentence = Int(sentences[place])
        for other in target.offsets[sentence]..<target.offsets[sentence + 1] {
          sums[other - base] +=
            values[Int(target.words[other])] * prior.weight(own, target.places[other])
        }
        index += 1
      }
      for entry in row { values[Int(table.columns[entry])] = 0 }
    }
    let all = Float(target.words.count)
    for sentence in range {
      let count = source.offsets[sentence + 1] - source.offsets[sentence]
      for place in target.offsets[sentence]..<target.offsets[sentence + 1] {
        let factor = prior.factor(target.places[place], count)
        let share = DiagonalPrior.empty * Float(target.counts[Int(target.words[place])]) / all
        sums[place - base] = factor / (share + factor * sums[place - base])
      }
    }
    return sums
  }

  /// One round.
  private func next(
    _ table: WordProbabilities?, _ scales: [Float], least: Float, isLast: Bool
  ) -> WordProbabilities {
    let shards = ParallelShards.map(wordShards.count - 1, threads: threads) { shard in
      rows(wordShards[shard]..<wordShards[shard + 1], table, scales, least, isLast)
    }
    var next = WordProbabilities()
    for shard in shards { next.append(shard) }
    return next
  }

  private func rows(
    _ range: Range<Int>, _ table: WordProbabilities?, _ scales: [Float], _ least: Float,
    _ isLast: Bool
  ) -> WordProbabilities {
    var rows = WordProbabilities()
    var values = [Float](repeating: table == nil ? 1 : 0, count: target.stems.count)
    var sums = [Float](repeating: 0, count: target.stems.count)
    var touched: [UInt32] = []
    for word in range {
      let row = table?.range(word) ?? 0..<0
      if let table { for entry in row { values[Int(table.columns[entry])] = table.values[entry] } }
      for posting in postingOffsets[word]..<postingOffsets[word + 1] {
        let place = Int(postings[posting])
        let own = source.places[place]
        let sentence = Int(sentences[place])
        for other in target.offsets[sentence]..<target.offsets[sentence + 1] {
          let column = target.words[other]
          let value =
            values[Int(column)] * prior.weight(own, target.places[other]) * scales[other]
          guard value > 0 else { continue }
          if sums[Int(column)] == 0 { touched.append(column) }
          sums[Int(column)] += value
        }
      }
      if let table { for entry in row { values[Int(table.columns[entry])] = 0 } }
      touched.sort()
      var all: Float = 0
      for column in touched { all += sums[Int(column)] }
      // Two words that met once prove nothing.
      let discount: Float = isLast ? 0.3 : 0
      for column in touched {
        let value = (sums[Int(column)] - discount) / (all + Self.doubt)
        if value >= least { rows.append(column, value) }
        sums[Int(column)] = 0
      }
      rows.endRow()
      touched.removeAll(keepingCapacity: true)
    }
    return rows
  }
}
