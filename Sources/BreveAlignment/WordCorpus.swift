// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// Sentences and their translations as numbers of words, for a ``WordModel`` to be learned from.
public struct WordCorpus {
  /// One language of it.
  struct Side: Sendable {
    /// Numbers of ``stems``, sentence after sentence.
    var words: [UInt32] = []
    /// Where each word stands in its sentence, from 0 to 255.
    var places: [UInt8] = []
    /// Where in ``words`` each sentence begins, and the end of the last.
    var offsets: [Int] = [0]
    /// By number.
    var stems: [UInt64] = []
    /// How often each stands in the sentences.
    var counts: [UInt32] = []
    private var numbers = WordTable<UInt32>()

    mutating func append(_ sentence: [AlignedWord]) {
      for (place, word) in sentence.enumerated() {
        var key = WordKey()
        for shift in [UInt64](arrayLiteral: 0, 16, 32, 48) {
          key.append(UInt16(truncatingIfNeeded: word.stem >> shift))
        }
        let number = numbers[key] ?? UInt32(stems.count)
        if Int(number) == stems.count {
          numbers[key] = number
          stems.append(word.stem)
          counts.append(0)
        }
        counts[Int(number)] += 1
        words.append(number)
        places.append(DiagonalPrior.place(place, of: sentence.count))
      }
      offsets.append(words.count)
    }
  }

  /// Pairs with more words than this on a side are left out: they say little, and take long.
  private static let mostWords = 160
  /// Pairs of which one side has so many times the words of the other are no translations.
  private static let mostRatio = 6

  public let source: Language
  public let target: Language
  private(set) var sources = Side()
  private(set) var targets = Side()
  private var readers: (AlignedWordReader, AlignedWordReader)

  /// An empty corpus.
  public init(source: Language, target: Language) {
    self.source = source
    self.target = target
    readers = (AlignedWordReader(language: source), AlignedWordReader(language: target))
  }

  /// How many pairs are in it.
  public var count: Int { sources.offsets.count - 1 }

  /// Adds a sentence and its translation; pairs that are empty, very long or very unlike in length are passed over.
  public mutating func append(_ source: String, _ target: String) {
    let one = readers.0.words(source)
    let other = readers.1.words(target)
    guard !one.isEmpty, !other.isEmpty, max(one.count, other.count) <= Self.mostWords,
      max(one.count, other.count) <= Self.mostRatio * min(one.count, other.count) + 3
    else { return }
    sources.append(one)
    targets.append(other)
  }
}
