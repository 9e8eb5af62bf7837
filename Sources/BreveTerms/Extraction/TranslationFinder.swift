// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Finds English phrases that stand opposite to French ones in pairs of sentences more often than chance would have it.
///
/// Of the stretches of at most four English words that begin and end with no stop word, those are taken that have the
/// highest Dice coefficient with the French phrase and whose log-likelihood ratio is significant.
///
/// - Source: Dunning 1993, "Accurate methods for the statistics of surprise and coincidence", §5; Smadja, McKeown and
///   Hatzivassiloglou 1996, "Translating collocations for bilingual lexicons", §3.2, for Dice's coefficient.
public struct TranslationFinder {
  /// An English phrase of at most so many words.
  private static let mostWords = 4
  /// 10.83: the chance that two phrases are independent is 1 in 1,000 (χ² with one degree of freedom).
  private static let significance = 10.83
  /// Sentences of a phrase that are looked at; more say nothing new.
  private static let mostPairs = 2000

  private let pairs: [(source: String, target: String)]
  private let stopWords = StopWords(for: Language("en"))

  /// - Parameter pairs: Sentences and their English.
  public init(pairs: [(source: String, target: String)]) { self.pairs = pairs }

  /// The candidates with their likely English, three each at most.
  ///
  /// - Complexity: O(*n*) for the pairs, and the English of each candidate's pairs.
  public func translated(_ candidates: [TermCandidate]) -> [TermCandidate] {
    let places = places(of: candidates.map(\.text))
    var tables: [[WordKey: Phrase]] = []
    var totals: [WordKey: Int] = [:]
    for pairNumbers in places {
      var table: [WordKey: Phrase] = [:]
      for number in pairNumbers {
        for (key, text) in phrases(pairs[number].target) {
          table[key, default: Phrase(text: text)].count += 1
        }
      }
      // What stands opposite once of many times is chance.
      table = table.filter { $0.value.count * 4 >= pairNumbers.count }
      for key in table.keys { totals[key] = 0 }
      tables.append(table)
    }
    for pair in pairs {
      var seen = WordSet()
      forEachPhrase(of: Self.words(pair.target, TermTokenizer(elides: false))) { key, _ in
        guard let total = totals[key], !seen.contains(key) else { return }
        seen.insert(CollectionOfOne(key))
        totals[key] = total + 1
      }
    }
    return candidates.indices.map { index in
      var candidate = candidates[index]
      candidate.translations = best(tables[index], of: places[index].count, totals)
      return candidate
    }
  }

  private struct Phrase {
    let text: String
    var count = 0
  }

  private func best(
    _ table: [WordKey: Phrase], of sourceCount: Int, _ totals: [WordKey: Int]
  ) -> [TermCandidate.Translation] {
    var found: [TermCandidate.Translation] = []
    for (key, phrase) in table {
      let total = totals[key] ?? phrase.count
      guard
        Self.logLikelihood(
          both: phrase.count, one: sourceCount, other: total, all: pairs.count)
          >= Self.significance, phrase.count * pairs.count > sourceCount * total
      else { continue }
      found.append(
        TermCandidate.Translation(
          text: phrase.text, count: phrase.count,
          association: 2 * Double(phrase.count) / Double(sourceCount + total)))
    }
    // Of phrases with the same figures the longer says more.
    found.sort {
      if $0.association != $1.association { return $0.association > $1.association }
      if $0.text.utf8.count != $1.text.utf8.count {
        return $0.text.utf8.count > $1.text.utf8.count
      }
      return $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
    }
    return Array(found.prefix(3))
  }

  /// Twice the logarithm of how much likelier the counts are if the two depend on each other.
  static func logLikelihood(both: Int, one: Int, other: Int, all: Int) -> Double {
    func term(_ observed: Int, _ row: Int, _ column: Int) -> Double {
      guard observed > 0, row > 0, column > 0 else { return 0 }
      return Double(observed)
        * Logarithm.of(Double(observed) * Double(all) / (Double(row) * Double(column)))
    }
    return 2
      * (term(both, one, other) + term(one - both, one, all - other)
        + term(other - both, all - one, other)
        + term(all - one - other + both, all - one, all - other))
  }

  // MARK: Reading

  /// For each phrase, the pairs whose French has it.
  private func places(of phrases: [String]) -> [[Int]] {
    let tokenizer = TermTokenizer(elides: true)
    var wanted: [WordKey: [(index: Int, words: [WordKey])]] = [:]
    for (index, phrase) in phrases.enumerated() {
      let words = Self.words(phrase, tokenizer).map(\.key)
      if let first = words.first { wanted[first, default: []].append((index, words)) }
    }
    var places = [[Int]](repeating: [], count: phrases.count)
    for (number, pair) in pairs.enumerated() where !pair.target.isEmpty {
      let words = Self.words(pair.source, tokenizer).map(\.key)
      for start in words.indices {
        for (index, phrase) in wanted[words[start]] ?? []
        where places[index].last != number && places[index].count < Self.mostPairs
          && words[start...].starts(with: phrase)
        {
          places[index].append(number)
        }
      }
    }
    return places
  }

  /// The phrases of an English sentence, as they are written first.
  private func phrases(_ text: String) -> [WordKey: String] {
    let words = Self.words(text, TermTokenizer(elides: false))
    var phrases: [WordKey: String] = [:]
    forEachPhrase(of: words) { key, range in
      if phrases[key] == nil { phrases[key] = Self.text(words[range]) }
    }
    return phrases
  }

  /// Gives each phrase with its key, as often as it stands there.
  private func forEachPhrase(of words: [Word], _ body: (WordKey, Range<Int>) -> Void) {
    for start in words.indices where isContent(words[start]) {
      var key = WordKey()
      for end in start..<min(words.count, start + Self.mostWords) {
        if words[end].isMark { break }
        for shift in [UInt64](arrayLiteral: 0, 16, 32, 48) {
          key.append(UInt16(truncatingIfNeeded: words[end].key.value >> shift))
        }
        if isContent(words[end]) { body(key, start..<end + 1) }
      }
    }
  }

  private func isContent(_ word: Word) -> Bool {
    !word.isMark && word.form.count > 1 && !stopWords.contains(word.key)
      && !word.form.allSatisfy { CharacterClass.table[Int($0)] == .digit }
  }

  private struct Word {
    /// Of the word in lower case.
    let key: WordKey
    let form: [UInt16]
    let isMark: Bool
    let isHyphenated: Bool
  }

  private static func text(_ words: ArraySlice<Word>) -> String {
    var units: [UInt16] = []
    for word in words {
      if !units.isEmpty { units.append(word.isHyphenated ? 0x2D : 0x20) }
      units += word.form
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func words(_ text: String, _ tokenizer: TermTokenizer) -> [Word] {
    let units = Array(text.utf16)
    var tokens: [TermToken] = []
    tokenizer.append(units.span, 0..<units.count, to: &tokens)
    return tokens.map { token in
      let form = WordReader.form(units, token.start..<token.end)
      return Word(
        key: WordKey(units: FoldedWord(form).folded), form: form, isMark: token.kind == .mark,
        isHyphenated: token.gap == .hyphen)
    }
  }
}
