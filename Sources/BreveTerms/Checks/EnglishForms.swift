// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveText

/// Finds English terms in English sentences, inflected or not.
///
/// Words are compared by Snowball's stems after irregular forms were brought back (`held` is `hold`); hyphens are blanks,
/// articles count for nothing, and a term of several words may hold two more inside (`special UN envoy`).
final class EnglishForms {
  private let stemmer: Stemmer
  private let isEnglish: Bool
  private var stems: [String: String] = [:]

  /// - Parameter language: Of the sentences; of others than English, words are compared by their stems alone.
  init(language: Language = .english) {
    isEnglish = language.primary == "en"
    stemmer = Stemmer(language: language.primary)
  }

  /// What two words have alike if one is a form of the other.
  func stem(_ word: PlainWord) -> String {
    if let known = stems[word.folded] { return known }
    let plain = isEnglish ? Self.irregular[word.folded] ?? Self.britished(word.folded) : word.folded
    let stem = stemmer.stem(plain)
    stems[word.folded] = stem
    return stem
  }

  /// Where `term` stands in a sentence, as a range of UTF-16 units; nil if it does not.
  func range(of term: String, in sentence: EnglishSentence) -> Range<Int>? {
    let wanted = content(of: term)
    guard !wanted.isEmpty else { return nil }
    for order in Self.orders(wanted) {
      if let range = range(of: order, isAcronym: isAcronym(term), in: sentence) { return range }
    }
    return nil
  }

  /// `Ministry of Defence` is also `Defence Ministry`.
  private static func orders(_ words: [PlainWord]) -> [[PlainWord]] {
    guard let of = words.firstIndex(where: { $0.folded == "of" }), of > 0, of + 1 < words.count,
      words.count <= 6
    else { return [words] }
    return [words, Array(words[(of + 1)...] + words[..<of])]
  }

  private func range(
    of words: [PlainWord], isAcronym: Bool, in sentence: EnglishSentence
  ) -> Range<Int>? {
    let stems = words.map(stem)
    for start in sentence.words.indices {
      var place = start
      var next = 1
      if !matches(words[0], stems[0], start, isAcronym, sentence) {
        guard words.count > 1, isJoined(words[0], words[1], start, sentence) else { continue }
        next = 2
      }
      var skipped = 0
      while next < words.count {
        place += 1
        guard place < sentence.words.count else { break }
        if matches(words[next], stems[next], place, isAcronym, sentence) {
          next += 1
        } else if next + 1 < words.count, isJoined(words[next], words[next + 1], place, sentence) {
          next += 2
        } else {
          skipped += 1
          if skipped > 2 || sentence.words[place].followsMark { break }
        }
      }
      if next == words.count {
        return sentence.words[start].range.lowerBound..<sentence.words[place].range.upperBound
      }
    }
    return nil
  }

  private func matches(
    _ word: PlainWord, _ stem: String, _ place: Int, _ isAcronym: Bool, _ sentence: EnglishSentence
  ) -> Bool {
    if isAcronym {
      return sentence.words[place].text == word.text
        || sentence.words[place].text == word.text + "s"
    }
    return sentence.stems[place] == stem || sentence.words[place].folded == word.folded
  }

  /// `non-governmental` and `nongovernmental`.
  private func isJoined(
    _ one: PlainWord, _ other: PlainWord, _ place: Int, _ sentence: EnglishSentence
  ) -> Bool {
    other.followsHyphen && sentence.words[place].folded == one.folded + other.folded
  }

  /// Whether two terms are the same but for inflection.
  func isForm(_ one: String, of other: String) -> Bool {
    content(of: one).map(stem) == content(of: other).map(stem)
  }

  private func isAcronym(_ term: String) -> Bool {
    term.utf8.count <= 6 && term.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The words without articles and the possessive's s.
  func content(of text: String) -> [PlainWord] {
    guard isEnglish else { return PlainWord.words(of: text) }
    return PlainWord.words(of: text).filter { word in
      !Self.articles.contains(word.folded) && !(word.followsApostrophe && word.folded == "s")
    }
  }

  private static let articles: Set<String> = ["the", "a", "an"]

  /// American spellings as British ones, where the stem would differ.
  private static func britished(_ word: String) -> String {
    for (american, british) in endings where word.contains(american) {
      return word.replacingFirst(american, by: british)
    }
    return word
  }

  private static let endings: [(String, String)] = [
    ("izat", "isat"), ("ize", "ise"), ("izing", "ising"), ("defense", "defence"),
    ("offense", "offence"),
    ("labor", "labour"), ("program", "program"), ("center", "centre"), ("armor", "armour"),
    ("harbor", "harbour"),
  ]

  private static let irregular: [String: String] = {
    var table: [String: String] = [:]
    for forms in EnglishInflection.irregular {
      for form in forms.dropFirst() { table[form] = forms[0] }
    }
    return table
  }()
}

/// An English sentence made ready for many look-ups.
struct EnglishSentence {
  let text: String
  let words: [PlainWord]
  let stems: [String]

  init(_ text: String, _ forms: EnglishForms) {
    self.text = text
    words = forms.content(of: text)
    stems = words.map(forms.stem)
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, by other: String) -> String {
    guard let range = self.firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
