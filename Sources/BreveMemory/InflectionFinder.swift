// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveText

/// Finds the inflections of a word among the words of an index: those with the same stem.
package struct InflectionFinder {
  private let stems: WordStems

  /// - Parameter language: The language of the words.
  package init(language: Language) { stems = WordStems(language: language) }

  /// The words of `index` that are forms of `word`, sorted; none for words of one or two letters.
  package func forms(of word: String, in index: TokenIndex) -> [String] {
    let folded = FoldedSpelling.units(of: word)
    guard folded.count > 2 else { return [] }
    let stem = key(of: word)
    // An ending may change two letters of the stem: cheval, chevaux.
    let length = min(folded.count, max(3, stem.count - 2))
    let beginning = ConcordanceQuery.Form(
      String(decoding: folded.prefix(length), as: UTF16.self), isPrefix: true)
    var forms: Set<String> = []
    for segment in index.segments {
      let layout = segment.layout
      segment.bytes.withSpans { bytes, numbers, _ in
        for id in tokenIDs(of: beginning, bytes, numbers, layout) {
          let range = spellingBytes(of: Int(id), numbers, layout)
          let form = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
          if key(of: form) == stem { forms.insert(form) }
        }
      }
    }
    for (tokens, text) in zip(index.recent.tokens, index.recent.texts) {
      for token in tokens where token.kind == .word {
        guard beginning.matches(FoldedSpelling.units(of: text.span, token.range)) else { continue }
        let form = String(decoding: text[token.range], as: UTF8.self)
        if key(of: form) == stem { forms.insert(form) }
      }
    }
    return forms.sorted()
  }

  /// The stem without accents, which a user may leave out.
  private func key(of word: String) -> [UInt16] {
    FoldedSpelling.units(of: stems.stem(word.lowercased()))
  }
}
