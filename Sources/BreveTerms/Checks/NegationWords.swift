// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The words by which a language denies, and those in whose sense a denial lies.
struct NegationWords: Sendable {
  /// `pas`, `not`.
  let negators: Set<String>
  /// Of French: what may stand before `ne`.
  let negatorsBefore: Set<String>
  /// Of the negators, those that are nouns after a word of ``beforeNouns``: `un pas`.
  let nouns: Set<String>
  let beforeNouns: Set<String>
  /// Before an apostrophe: `don't`.
  let joined: Set<String>
  /// What lets one denial hold for two things: `or`.
  let joins: Set<String>
  /// After these `ne` denies nothing by itself.
  let expletive: [[String]]
  /// Verbs with which `ne` denies nothing.
  let undenying: Set<String>
  let restriction: Set<String>
  /// Negations without `ne`.
  let negatives: Set<String>
  /// Of these, and words in a row, what denies at the beginning of a sentence.
  let first: [[String]]
  /// Words in a row that deny nothing.
  let phrases: [[String]]
  /// Of French: words that are denied, and the English that says the same without a denial.
  private let denied: [(word: WordPatterns, answers: WordPatterns)]
  private let inSense: WordPatterns
  private let perhaps: WordPatterns
  private let endings: [String]
  private let exceptions: WordPatterns

  init(_ list: SectionedList) {
    func words(_ section: String) -> Set<String> {
      Set(list.words(in: section).map(PlainWord.folded))
    }
    func rows(_ section: String) -> [[String]] {
      list.entries.filter { $0.section == section }.map { $0.words.map(PlainWord.folded) }
    }
    negators = words("negators")
    negatorsBefore = words("negators before")
    nouns = words("nouns too")
    beforeNouns = words("before nouns")
    joined = words("negators joined")
    joins = words("joins denied")
    expletive = rows("no negation after")
    undenying = words("no negation with")
    restriction = words("restriction")
    negatives = words("negatives")
    first = rows("negatives first")
    phrases = rows("not negative")
    denied = rows("denied is").map { (WordPatterns([$0[0]]), WordPatterns(Array($0.dropFirst()))) }
    inSense = WordPatterns(list.words(in: "negative in sense"))
    perhaps = WordPatterns(list.words(in: "perhaps negative"))
    endings = list.words(in: "negative endings")
    exceptions = WordPatterns(list.words(in: "not negative words"))
  }

  /// Whether a word of `others`, which are English, says that one of `words` is not so: `different` for `pas … même`.
  func isSaid(_ words: some Sequence<PlainWord>, in others: [PlainWord]) -> Bool {
    words.contains { word in
      denied.contains { row in
        row.word.contains(word.folded) && others.contains { row.answers.contains($0.folded) }
      }
    }
  }

  /// Whether a denial lies, or may lie, in the sense of a word: `unable`, `little`.
  func mayBeNegative(_ word: PlainWord) -> Bool {
    isNegativeInSense(word) || perhaps.contains(word.folded)
  }

  /// Whether a denial lies in the sense of a word: `refuser`, `unable`, `homeless`.
  func isNegativeInSense(_ word: PlainWord) -> Bool {
    if inSense.contains(word.folded) { return true }
    return endings.contains {
      word.folded.hasSuffix($0) && word.folded.utf8.count > $0.utf8.count + 2
    }
      && !exceptions.contains(word.folded)
  }
}

/// Words, and beginnings of words with an asterisk.
private struct WordPatterns: Sendable {
  private var words: Set<String> = []
  /// By their first two letters.
  private var beginnings: [String: [String]] = [:]

  init(_ patterns: [String]) {
    for pattern in patterns {
      guard pattern.hasSuffix("*") else {
        words.insert(PlainWord.folded(pattern))
        continue
      }
      let beginning = PlainWord.folded(String(pattern.dropLast()))
      beginnings[String(beginning.prefix(2)), default: []].append(beginning)
    }
  }

  func contains(_ folded: String) -> Bool {
    words.contains(folded)
      || beginnings[String(folded.prefix(2))]?.contains(where: folded.hasPrefix) ?? false
  }
}
