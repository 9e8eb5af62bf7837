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
  public func language(of text: String) -> Language { detect(text).language }

  /// The language of `text` and how sure that is, 0 to 1.
  public func detect(_ text: String) -> (language: Language, confidence: Double) {
    detect(Array(text.utf16), in: nil)
  }

  package func detect(
    _ units: [UInt16], in range: Range<Int>?
  ) -> (language: Language, confidence: Double) {
    let range = range ?? 0..<units.count
    let end = min(range.upperBound, range.lowerBound + Self.sample)
    let utf8 = Array(String(utf16: units.span.extracting(range.lowerBound..<end)).utf8)
    guard let guess = LanguageGuess.of(utf8.span) else { return (.undetermined, 0) }
    // CLD2 is often wrong where it does not trust itself.
    return (Language(guess.tag), Double(guess.percent) / 100 * (guess.reliable ? 1 : 0.5))
  }
}
