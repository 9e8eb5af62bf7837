// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms
public import BreveText

/// Checks finished translations against their French, pair by pair.
///
/// ```swift
/// var verifier = PairVerifier(glossary)
/// for issue in try verifier.issues(source: french, target: english) { print(issue.message) }
/// ```
/// A value keeps what it has learnt of words; use one a worker.
public struct PairVerifier: ~Copyable {
  private var reader: DocumentReader
  private var recognizer: TermRecognizer
  private let checker: TranslationChecker

  /// A verifier by the renderings of a glossary.
  ///
  /// - Parameters:
  ///   - glossary: What terms may be called.
  ///   - dictionaries: The French dictionary, for terms and names.
  ///   - checks: What is looked at.
  public init(
    _ glossary: Glossary, dictionaries: SpellingDictionaries = SpellingDictionaries(),
    checks: TranslationChecker.Options = .init()
  ) {
    var options = ReadingOptions()
    options.repairs = false
    options.structure = .plain
    reader = DocumentReader(options: options, dictionaries: .none)
    recognizer = TermRecognizer(glossary, dictionaries: dictionaries)
    checker = TranslationChecker(glossary, dictionaries: dictionaries, options: checks)
  }

  /// What is found in one pair, in the order of the source.
  ///
  /// - Parameters:
  ///   - source: The French.
  ///   - target: The English.
  /// - Returns: None for a translation that has all; ranges are UTF-16 units of the two texts.
  /// - Throws: ``SegmentationError`` if ICU has no rules for French.
  public mutating func issues(
    source: String, target: String
  ) throws(SegmentationError) -> [ConsistencyIssue] {
    let document = try reader.document(SourceText(source), language: .french)
    let terms = recognizer.matches(in: document).map { (match: $0, range: $0.range.utf16) }
    return checker.issues(source: source, target: target, terms: terms)
  }
}
