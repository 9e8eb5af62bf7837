// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms
public import BreveText

/// Checks finished translations against their source, pair by pair; the languages are those of the glossary.
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
  private let language: Language

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
    language = glossary.sourceLanguage
    recognizer = TermRecognizer(glossary, dictionaries: dictionaries)
    checker = TranslationChecker(glossary, dictionaries: dictionaries, options: checks)
  }

  /// What is found in one pair, in the order of the source.
  ///
  /// - Parameters:
  ///   - source: The sentence, French or what the glossary is of.
  ///   - target: Its translation.
  /// - Returns: None for a translation that has all; ranges are UTF-16 units of the two texts.
  /// - Throws: ``SegmentationError`` if ICU has no rules for the language.
  public mutating func issues(
    source: String, target: String
  ) throws(SegmentationError) -> [ConsistencyIssue] {
    checker.issues(source: source, target: target, terms: try terms(of: source))
  }

  /// What became of each term of the source in its translation, in the order of the source: why it is or is not reported.
  ///
  /// - Parameters:
  ///   - source: The sentence.
  ///   - target: Its translation.
  /// - Returns: One judgement for each place at which a term stands.
  /// - Throws: ``SegmentationError`` if ICU has no rules for the language.
  public mutating func judgements(
    source: String, target: String
  ) throws(SegmentationError) -> [TermJudgement] {
    checker.judgements(target: target, terms: try terms(of: source))
  }

  private mutating func terms(
    of source: String
  ) throws(SegmentationError) -> [(match: TermMatch, range: Range<Int>)] {
    let document = try reader.document(SourceText(source), language: language)
    return recognizer.matches(in: document).map { (match: $0, range: $0.range.utf16) }
  }
}
