// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Counts the words of texts, and makes a list of frequencies of them.
///
/// Texts belong to sources; each source has a weight, so that a large one of a narrow kind does not drown the others.
package struct FrequencyCounter {
  /// The words of one source.
  private struct Source {
    let weight: Double
    var total = 0
    var counts: [[UInt16]: Int] = [:]
  }

  private let tokenizer = TermTokenizer(elides: true)
  private var sources: [Source] = []
  private var tokens: [TermToken] = []

  package init() {}

  /// Begins a source; the texts that are added next belong to it.
  package mutating func beginSource(weight: Double) { sources.append(Source(weight: weight)) }

  /// Counts the words of a text: in lower case, ligatures written out, each part of a compound by itself.
  package mutating func add(_ text: String) {
    precondition(!sources.isEmpty, "a text was added before a source was begun")
    let units = Array(text.utf16)
    tokens.removeAll(keepingCapacity: true)
    tokenizer.append(units.span, 0..<units.count, to: &tokens)
    let last = sources.count - 1
    for token in tokens where token.kind != .mark {
      let word = TermTokenizer.spelling(of: token, in: units.span).folded
      sources[last].total += 1
      sources[last].counts[word, default: 0] += 1
    }
  }

  /// How many words were counted in all.
  package var total: Int { sources.reduce(0) { $0 + $1.total } }

  /// The list: a word of French letters, TAB and its count in ``WordFrequencies/total`` words a line; the most frequent
  /// first, equals in the order of their units.
  package func lines(limit: Int) -> [String] {
    let weights = sources.reduce(0) { $0 + ($1.total == 0 ? 0 : $1.weight) }
    var shares: [[UInt16]: Double] = [:]
    for source in sources where source.total > 0 {
      let scale = source.weight / weights / Double(source.total) * WordFrequencies.total
      for (word, count) in source.counts where FrenchLetters.spell(word) {
        shares[word, default: 0] += Double(count) * scale
      }
    }
    let list = shares.map { (word: $0.key, count: Int($0.value.rounded())) }
      .filter { $0.count > 0 }
      .sorted {
        $0.count != $1.count
          ? $0.count > $1.count : $0.word.lexicographicallyPrecedes($1.word)
      }
    return list.prefix(limit).map { "\(String(decoding: $0.word, as: UTF16.self))\t\($0.count)" }
  }
}

/// The letters that French words are written with.
enum FrenchLetters {
  /// Whether all units of a word in lower case are letters of French, apostrophes or hyphens.
  static func spell(_ word: some Sequence<UInt16>) -> Bool {
    word.allSatisfy { unit in
      switch unit {
      case 0x61...0x7A, 0x27, 0x2D: true
      default: accented.contains(unit)
      }
    }
  }

  private static let accented = Set("àâäáãçéèêëîïíñôöóùûüúÿœæ".utf16)
}
