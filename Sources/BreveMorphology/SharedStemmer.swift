// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// A ``Stemmer`` that several threads use, one at a time.
package final class SharedStemmer: Sendable {
  private let stemmer: Mutex<Stemmer>

  /// Nil where Snowball has no rules for `language` (a primary subtag, as `de`).
  package init?(language: String) {
    guard Stemmer(language: language).knowsLanguage else { return nil }
    stemmer = Mutex(Stemmer(language: language))
  }

  /// The stem of a word in small letters.
  package func stem(_ word: String) -> String { stemmer.withLock { $0.stem(word) } }
}
