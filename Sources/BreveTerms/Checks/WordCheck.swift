// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveText

/// Finds the words of a machine's English that are no English: what it did not know, or took from a third language.
struct WordCheck {
  private let english: SpellingDictionary

  init(english: SpellingDictionary) { self.english = english }

  /// Words of `target` that the dictionary does not know and that are neither names of `source` nor in `accepted`.
  ///
  /// A word with a capital is a name, unless it begins the sentence and does not stand in the source.
  func unknown(
    in target: String, source: String, accepted: [String], besides known: [Range<Int>]
  ) -> [ConsistencyIssue] {
    let named = Set(PlainWord.words(of: source).filter(\.isCapital).map(\.folded))
    let allowed = Set(accepted.flatMap { PlainWord.words(of: $0).map(\.folded) })
    let words = PlainWord.words(of: target)
    return words.enumerated().compactMap { index, word in
      guard word.folded.utf8.count >= 4,
        word.folded.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
        !word.isCapital || word.isFirst, !word.followsApostrophe,
        !named.contains(word.folded), !allowed.contains(word.folded),
        !known.contains(where: { $0.overlaps(word.range) }), !isKnown(word.text)
      else { return nil }
      // What is put together with a hyphen is a word more often than its parts are.
      if word.followsHyphen || index + 1 < words.count && words[index + 1].followsHyphen {
        return nil
      }
      return ConsistencyIssue(.leftover, "not English: '\(word.text)'", target: word.range)
    }
  }

  /// Yes where there is no dictionary.
  private func isKnown(_ word: String) -> Bool {
    let small = word.lowercased()
    return ([word, small] + Self.british(small)).contains { english.knows($0) ?? true }
  }

  /// What a word of American spelling is in British, if it is one.
  static func british(_ word: String) -> [String] {
    let endings = [
      ("or", "our"), ("ors", "ours"), ("ored", "oured"), ("er", "re"), ("ers", "res"),
      ("ense", "ence"), ("enses", "ences"), ("eled", "elled"), ("eling", "elling"),
      ("yze", "yse"), ("yzed", "ysed"), ("og", "ogue"),
    ]
    return endings.filter { word.hasSuffix($0.0) }.map { word.dropLast($0.0.count) + $0.1 }
  }
}

extension TranslationChecker {
  /// The words of a machine's English that are no English, in their order; none without a dictionary of English.
  ///
  /// - Parameters:
  ///   - source: The French; its names may stand in the English as they are.
  ///   - target: The English.
  ///   - terms: The terms of the French; their renderings are English.
  ///   - issues: What was found already; a word that it speaks of is not told twice.
  /// - Returns: One a word.
  public func unknownWords(
    source: String, target: String, terms: [TermMatch], besides issues: [ConsistencyIssue]
  ) -> [ConsistencyIssue] {
    guard let words else { return [] }
    return words.unknown(
      in: target, source: source, accepted: terms.flatMap { accepted(for: $0.pair) },
      besides: issues.compactMap(\.target))
  }
}
