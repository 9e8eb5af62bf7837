// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveText

/// Compares the names of a sentence with those of its translation.
///
/// A name is a capitalised word inside the sentence that no dictionary of French has in small letters, or a word with an
/// inner capital or a digit (`FAMa`, `Mi-35M`). It is the same in English if the letters are, accents aside, or nearly so:
/// transliterations differ in a letter or two (`Choïgou`, `Shoigu`).
struct NameCheck {
  private let dictionary: SpellingDictionary?

  init(dictionary: SpellingDictionary?) { self.dictionary = dictionary }

  /// Compares the names of `source` with those of `english`.
  ///
  /// What the glossary speaks for (`terms`) is none of this check's business.
  func issues(
    source: String, english: EnglishSentence, terms: [Range<Int>]
  ) -> [ConsistencyIssue] {
    let targets = PlainWord.words(of: english.text)
    let spellings = Set(targets.map(\.folded))
    let sources = PlainWord.words(of: source)
    let names = Set(sources.filter(\.isCapital).map(\.folded))
    var issues: [ConsistencyIssue] = []
    for (index, word) in sources.enumerated() where isName(word) {
      if terms.contains(where: { $0.overlaps(word.range) }) { continue }
      // `Aujourd'hui`, `Jusqu'à`: the part before an apostrophe is no word.
      if index + 1 < sources.count, sources[index + 1].followsApostrophe { continue }
      if spellings.contains(word.folded) || spellings.contains(word.folded + "s") { continue }
      if isJoined(word, in: english.text) { continue }
      let candidates = targets.filter { $0.isCapital && !names.contains($0.folded) }
      if let near = candidates.first(where: { Self.isNear(word.folded, $0.folded) }) {
        // One letter of a name that was copied is a slip; a transliteration changes its shape.
        if Self.isSlip(word.folded, near.folded) {
          issues.append(
            ConsistencyIssue(
              .name, "'\(word.text)' is '\(near.text)' in the translation", source: word.range,
              target: near.range))
        }
        continue
      }
      issues.append(
        ConsistencyIssue(
          .name, "the name '\(word.text)' is not in the translation", source: word.range))
    }
    return issues
  }

  private func isName(_ word: PlainWord) -> Bool {
    word.isCapital && word.folded.utf8.count >= 4 && !word.isNumber && isForeign(word)
  }

  /// Whether the dictionary does not have the word in small letters, which would make it a French word.
  private func isForeign(_ word: PlainWord) -> Bool {
    guard let dictionary else { return false }
    let small = word.text.lowercased()
    if dictionary.knows(small) ?? true { return false }
    // A feminine or plural of a demonym is known with a capital; a place with a French form is known by itself.
    return !(dictionary.knows(word.text) ?? false)
  }

  /// `Al-Qaïda` and `Alqaida`, `Bin Laden` and `Ben Laden` are written together or apart.
  private func isJoined(_ word: PlainWord, in text: String) -> Bool {
    PlainWord.folded(text).contains(word.folded)
  }

  /// Whether two names begin alike and have most letters in common.
  private static func isNear(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    let limit = max(one.count, other.count) / 3
    return one.first == other.first && distance(one, other) <= max(1, limit)
  }

  /// Whether they differ by one letter and have the same length, or by two neighbours that changed places.
  private static func isSlip(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    let differing = zip(one, other).count { $0 != $1 }
    return one.count == other.count && differing <= 2
      || one.count != other.count && distance(one, other) == 1
  }

  /// Levenshtein's distance.
  static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for place in other.indices {
        let above = row[place + 1]
        row[place + 1] = min(above + 1, row[place] + 1, corner + (letter == other[place] ? 0 : 1))
        corner = above
      }
    }
    return row[other.count]
  }
}
