// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CStemmer

/// Cuts the endings of words, so that `coopération` and `coopérer` are alike; for where no dictionary knows the language.
///
/// - Source: the Snowball algorithms (Porter 2001), in libstemmer.
@safe package final class Stemmer {
  private let handle: OpaquePointer?

  /// A stemmer that leaves every word as it is where Snowball has none for `language` (a primary subtag, as `fr`).
  package init(language: String) {
    unsafe handle = bstem_open(language == "nb" ? "no" : language)
  }

  deinit { if let handle = unsafe handle { unsafe bstem_close(handle) } }

  /// Whether Snowball has rules for the language.
  package var knowsLanguage: Bool { unsafe handle != nil }

  /// The stem of a word in small letters.
  package func stem(_ word: String) -> String {
    guard let handle = unsafe handle else { return word }
    let bytes = Array(word.utf8)
    let stem = unsafe bytes.withUnsafeBufferPointer {
      unsafe bstem_stem(handle, $0.baseAddress, Int32($0.count))
    }
    guard let stem = unsafe stem else { return word }
    return unsafe String(cString: stem)
  }
}
