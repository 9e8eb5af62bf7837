// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveMorphology

/// Says in what language a text is.
public struct LanguageDetector: Sendable {
  /// How much of a text is looked at, in UTF-16 units.
  private static let sample = 4096

  public init() {}

  /// The language of `text`; ``Language/undetermined`` if it cannot be told.
  public func language(of text: String) -> Language {
    language(of: Array(text.utf16.prefix(Self.sample)))
  }

  package func language(of units: [UInt16]) -> Language {
    let utf8 = Array(String(utf16: units.span.extracting(0..<min(units.count, Self.sample))).utf8)
    guard let guess = LanguageGuess.of(utf8.span) else { return .undetermined }
    return Language(guess.tag)
  }
}
