// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveEngines
internal import BreveFormats
internal import BreveMemory
public import BreveTerms
internal import BreveText

/// Sentences as engines are asked for them, with the terms, days and numbers that are known.
///
/// A value keeps what it has learnt of words; use one a worker.
public struct EngineSentenceReader: ~Copyable {
  private var reader: DocumentReader
  private var recognizer: TermRecognizer
  private let form = EnglishForm()

  /// A reader by a glossary.
  ///
  /// - Parameters:
  ///   - glossary: The terms.
  ///   - dictionaries: The French dictionary.
  public init(
    _ glossary: Glossary, dictionaries: SpellingDictionaries = SpellingDictionaries()
  ) {
    var options = ReadingOptions()
    options.repairs = false
    options.structure = .plain
    reader = DocumentReader(options: options, dictionaries: .none)
    recognizer = TermRecognizer(glossary, dictionaries: dictionaries)
  }

  /// A French sentence with what is known of it, and its terms.
  ///
  /// - Parameter text: On one line.
  /// - Returns: What engines are asked, and the terms with their ranges in UTF-16 units.
  /// - Throws: ``SegmentationError`` if ICU has no rules for French.
  public mutating func sentence(
    _ text: String
  ) throws(SegmentationError) -> (
    sentence: EngineSentence, terms: [(match: TermMatch, range: Range<Int>)]
  ) {
    let document = try reader.document(SourceText(text), language: .french)
    let terms = recognizer.matches(in: document).map { (match: $0, range: $0.range.utf16) }
    return (
      EngineSentence(text, known: KnownForm.known(facts: form.facts(of: text), terms: terms)), terms
    )
  }
}

extension KnownForm {
  /// Days and numbers, and the terms that lie outside of them; concepts with the same range are one form.
  static func known(
    facts: [RowFact], terms: [(match: TermMatch, range: Range<Int>)]
  ) -> [KnownForm] {
    var known = facts.map {
      KnownForm(
        $0.source, english: $0.target, otherForms: $0.otherForms, isDate: $0.isDate,
        range: $0.range)
    }
    var groups: [(range: Range<Int>, matches: [TermMatch])] = []
    for term in terms {
      if groups.last?.range == term.range {
        groups[groups.count - 1].matches.append(term.match)
      } else {
        groups.append((term.range, [term.match]))
      }
    }
    for group in groups where !facts.contains(where: { $0.range.overlaps(group.range) }) {
      known.append(KnownForm(term: group.matches, range: group.range))
    }
    return known
  }
}
