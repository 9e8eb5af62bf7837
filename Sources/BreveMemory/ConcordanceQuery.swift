// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Words that a concordance looks for, without case and accents.
package struct ConcordanceQuery: Equatable, Sendable {
  /// One form of a word.
  package struct Form: Hashable, Sendable {
    /// Folded; see ``FoldedSpelling``.
    let units: [UInt16]
    /// Whether words that only begin with it count.
    let isPrefix: Bool

    package init(_ word: some StringProtocol, isPrefix: Bool = false) {
      units = FoldedSpelling.units(of: word)
      self.isPrefix = isPrefix
    }

    /// Whether `word`, which is folded, is this form.
    func matches(_ word: [UInt16]) -> Bool {
      isPrefix ? word.starts(with: units) : word == units
    }
  }

  /// For each word of the query, the forms that count as it.
  package let words: [[Form]]
  /// Whether they must stand one after the other.
  package let isPhrase: Bool

  /// Words beyond this number are not looked for.
  package static let mostWords = 63

  package init(words: [[Form]], isPhrase: Bool) {
    self.words = Array(words.filter { !$0.isEmpty }.prefix(Self.mostWords))
    self.isPhrase = isPhrase
  }

  /// The places in the query where a word, which is folded, fits, a bit each.
  func places(of word: [UInt16]) -> UInt64 {
    var fits: UInt64 = 0
    for (place, forms) in words.enumerated() where forms.contains(where: { $0.matches(word) }) {
      fits |= 1 << UInt64(place)
    }
    return fits
  }

  /// Reads what a user typed: words; `eau*` stands for all words that begin with it.
  ///
  /// Marks count in a phrase and are passed over else.
  ///
  /// - Parameters:
  ///   - text: What is looked for.
  ///   - isPhrase: Whether the words must stand one after the other.
  ///   - otherForms: More forms of a word, as its inflections.
  package init(_ text: String, isPhrase: Bool, otherForms: (String) -> [String] = { _ in [] }) {
    let bytes = Array(text.utf8)
    var tokenizer = MatchTokenizer()
    var tokens: [MatchToken] = []
    tokenizer.tokens(of: bytes.span, into: &tokens)
    var words: [[Form]] = []
    var end = -1
    for token in tokens {
      let word = String(decoding: bytes[token.range], as: UTF8.self)
      if word == "*", token.range.lowerBound == end, let last = words.last?.first {
        words[words.count - 1] = [
          Form(String(decoding: last.units, as: UTF16.self), isPrefix: true)
        ]
        end = -1
        continue
      }
      end = token.kind == .mark ? -1 : token.range.upperBound
      if token.kind == .mark, !isPhrase { continue }
      words.append([Form(word)] + otherForms(word).map { Form($0) })
    }
    self.init(words: words, isPhrase: isPhrase)
  }
}
