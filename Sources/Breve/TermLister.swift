// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms
public import BreveText

/// Lists the terms of a glossary that stand in briefs, so that an English reader can follow the French.
///
/// A value keeps what it has learnt of words; use one a worker.
public struct TermLister: Sendable {
  private var recognizer: TermRecognizer

  /// A lister of the terms of `glossary`.
  public init(
    _ glossary: Glossary, dictionaries: SpellingDictionaries = SpellingDictionaries()
  ) {
    recognizer = TermRecognizer(glossary, dictionaries: dictionaries)
  }

  /// The brief with ``Brief/terms``; as it was, where the article is in another language than the glossary's.
  public mutating func listing(_ brief: Brief) -> Brief {
    let document = brief.article.document
    guard document.language.primary == recognizer.glossary.sourceLanguage.primary else {
      return brief
    }
    let chosen = brief.sentences.map(\.segment.range.utf16)
    var listed = brief
    listed.terms = recognizer.matches(in: document).filter { match in
      chosen.contains { $0.contains(match.range.utf16.lowerBound) }
    }
    return listed
  }
}

extension [TermMatch] {
  /// The first match of each entry.
  var firstOfEachEntry: [TermMatch] {
    var seen: Set<String> = []
    return filter { seen.insert($0.pair.id).inserted }
  }
}
