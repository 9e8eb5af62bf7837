// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
internal import BreveMorphology

/// What the inflections of a word have in common, for languages that Snowball knows; else the word.
package struct WordStems {
  private let stemmer: Stemmer
  private let exceptions: [String: String]

  /// - Parameter language: The language of the words.
  package init(language: Language) {
    stemmer = Stemmer(language: language.primary)
    var exceptions: [String: String] = [:]
    if let bytes = LinkedData.bytes(of: language.primary + ".stems.txt") {
      let list = SectionedList(String(decoding: bytes, as: UTF8.self))
      for entry in list.entries {
        for word in entry.words { exceptions[word] = entry.words[0] }
      }
    }
    self.exceptions = exceptions
  }

  /// The stem of a word in small letters.
  package func stem(_ word: String) -> String { exceptions[word] ?? stemmer.stem(word) }
}
