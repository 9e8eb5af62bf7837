// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A word that is likely to stand for one of the other language, as it is shown.
enum LikelyWord {
  /// Underlined, or in braces where there is no colour.
  static func marked(_ word: String, isColoured: Bool) -> String {
    isColoured ? "\u{1B}[4;36m\(word)\u{1B}[0m" : "{\(word)}"
  }
}
