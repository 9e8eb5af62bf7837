// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveMorphology

/// The spelling dictionaries that repairs go by, opened when they are needed and shared by all readers.
public final class SpellingDictionaries: Sendable {
  /// The French one; nil where none is to be used.
  package let french: SpellingDictionary?
  /// The English one, which tells a slip in a name from a word; nil where none is to be used.
  package let english: SpellingDictionary?

  /// Looks for hunspell's dictionaries where systems install them; in `folders`, if given.
  ///
  /// Where many texts are to be read, the dictionaries' files are read at once; where it may be one, not before a thousand
  /// words were asked for. The answers are the same.
  public init(folders: [String]? = nil, forManyTexts: Bool = false) {
    func dictionary(_ language: String) -> SpellingDictionary {
      SpellingDictionary(
        language: language, folders: folders ?? SpellingDictionary.folders,
        libraryWords: forManyTexts ? 0 : SpellingDictionary.libraryWords)
    }
    french = dictionary("fr")
    english = dictionary("en")
  }

  private init(french: SpellingDictionary?) {
    self.french = french
    english = nil
  }

  /// No dictionaries: words that are glued together stay so.
  public static let none = SpellingDictionaries(french: nil)

  /// Opens the French dictionary, if there is one, so that what comes next need not wait for it.
  public func prepareFrench() { _ = french?.knows("a") }

  /// Whether a French text was read and no French dictionary was found.
  public var isFrenchMissing: Bool { french?.isMissing ?? false }

  /// Whether there is an English dictionary; opens it.
  package var hasEnglish: Bool { english?.knows("a") != nil }

  /// Whether there is a French one too; opens both.
  package var hasBoth: Bool { hasEnglish && french?.knows("a") != nil }

  func gluedWords(for language: Language) -> GluedWords? {
    guard language.primary == "fr", let french else { return nil }
    return GluedWords(language: language, dictionary: french)
  }
}
