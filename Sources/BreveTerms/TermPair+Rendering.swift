// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension TermPair {
  /// An English rendering in the number of the French: `suspected jihadists` for `jihadistes présumés`.
  ///
  /// - Parameters:
  ///   - english: The rendering as the glossary has it.
  ///   - text: The term as it stands in a text.
  /// - Returns: The plural of a noun whose French is plural and whose dictionary form is not; else `english`.
  package func rendering(_ english: String, of text: String) -> String {
    guard partOfSpeech == .noun, matching == .inflect, Self.isPlural(text), !Self.isPlural(source)
    else { return english }
    return EnglishInflection.plural(english)
  }

  private static func isPlural(_ text: String) -> Bool {
    guard let word = text.split(whereSeparator: { $0 == " " || $0 == "-" }).first else {
      return false
    }
    return word.hasSuffix("s") || word.hasSuffix("x")
  }
}
