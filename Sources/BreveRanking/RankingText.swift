// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveText

/// The sentences of a document that may be chosen, as rankers see them: token numbers and plain facts.
public struct RankingText: Sendable {
  /// What is known of one sentence beside its tokens.
  package struct Sentence: Sendable {
    /// Index in ``Document/segments``.
    package let segment: Int
    /// Its tokens, stop words included, as a range of ``RankingText/tokens``.
    package let tokens: Range<Int>
    package let words: Int
    package let characters: Int
    /// Capitalised words inside the sentence and numbers.
    package let names: Int
    package let isQuestion: Bool
    package let startsWithQuotation: Bool
    package let endsOpen: Bool
    /// Whether it is more than capitals, digits and marks.
    package let hasSmallLetters: Bool
    package let isPersonal: Bool
    /// Whether it tells of years long before the latest that the article names.
    package let isBackground: Bool
    package let dependence: Dependence
    /// Index among the document's blocks that hold choosable sentences.
    package let paragraph: Int
  }

  package let sentences: [Sentence]
  /// The tokens of all sentences.
  package let tokens: [TokenID]
  package let titleTokens: [TokenID]
  package let vocabulary: Vocabulary
  /// The sentences as vectors of their words.
  let vectors: TermVectors

  package init(
    _ document: Document, segments: [Int], title: String?, year: Int? = nil
  ) {
    let cues = document.lexicon.cues
    let stopWords = document.lexicon.stopWords
    var vocabulary = Vocabulary(stopWords: stopWords, personalWords: cues.personalWords)
    var tokens: [TokenID] = []
    tokens.reserveCapacity(document.text.units.count / 5)
    var sentences: [Sentence] = []
    sentences.reserveCapacity(segments.count)
    let units = document.text.units
    let latestYear =
      segments.compactMap {
        Years(units, document.segments[$0].normalizedRange).latest
      }.max().map { max($0, year ?? 0) } ?? year
    var paragraph = -1
    var block = -1
    for index in segments {
      let segment = document.segments[index]
      if segment.block != block {
        block = segment.block
        paragraph += 1
      }
      let range = segment.normalizedRange
      let start = tokens.count
      vocabulary.hasPersonalWord = false
      vocabulary.appendTokens(of: units, in: range, to: &tokens)
      let surface = Surface(units, range)
      sentences.append(
        Sentence(
          segment: index, tokens: start..<tokens.count, words: segment.wordCount,
          characters: segment.text.unicodeScalars.count, names: surface.names,
          isQuestion: surface.isQuestion, startsWithQuotation: surface.startsWithQuotation,
          endsOpen: surface.endsOpen, hasSmallLetters: surface.hasSmallLetters,
          isPersonal: vocabulary.hasPersonalWord,
          isBackground: Years(units, range).areBackground(beside: latestYear),
          dependence: cues.dependence(of: units, in: range), paragraph: paragraph))
    }
    var titleTokens: [TokenID] = []
    if let title {
      let units = Array(title.utf16)
      vocabulary.appendTokens(of: units, in: 0..<units.count, to: &titleTokens)
    }
    self.sentences = sentences
    self.tokens = tokens
    self.titleTokens = titleTokens
    self.vocabulary = vocabulary
    vectors = TermVectors(
      contents: sentences.map { sentence in
        tokens[sentence.tokens].filter { !vocabulary.isStopWord[Int($0)] }
      }, vocabularySize: vocabulary.count)
  }

  /// The tokens of a sentence that are no stop words.
  package func contentTokens(of sentence: Int) -> [TokenID] {
    tokens[sentences[sentence].tokens].filter { !vocabulary.isStopWord[Int($0)] }
  }
}

/// What the letters and marks of a sentence tell.
private struct Surface {
  private(set) var names = 0
  private(set) var isQuestion = false
  private(set) var startsWithQuotation = false
  private(set) var endsOpen = true
  private(set) var hasSmallLetters = false

  init(_ units: [UInt16], _ range: Range<Int>) {
    let classes = CharacterClass.table
    var isInWord = false
    var isFirst = true
    for index in range {
      let kind = classes[Int(units[index])]
      if kind == .lower || kind == .letter { hasSmallLetters = true }
      if kind.isWordPart {
        if !isInWord, !isFirst, kind == .upper || kind == .digit { names += 1 }
        if !isInWord { isFirst = false }
        isInWord = true
      } else {
        isInWord = false
      }
    }
    if let first = range.first.map({ units[$0] }) {
      startsWithQuotation = first == 0xAB || first == 0x22 || first == 0x201C
    }
    for index in range.reversed() {
      let unit = units[index]
      if unit == 0x3F || unit == 0x61F { isQuestion = true }
      if CharacterClass.terminals[Int(unit)] { endsOpen = false }
      if CharacterClass.terminals[Int(unit)] || classes[Int(unit)].isWordPart || unit == 0x3A {
        break
      }
    }
  }
}

/// The years that are written in a stretch of text, in four digits.
private struct Years {
  private(set) var latest: Int?

  /// News goes back so far; what is older is background.
  private static let reach = 5

  init(_ units: [UInt16], _ range: Range<Int>) {
    var digits = 0
    var value = 0
    for index in range.lowerBound...range.upperBound {
      let unit = index < range.upperBound ? units[index] : 0x20
      if (0x30...0x39).contains(unit) {
        digits += 1
        value = digits <= 4 ? value * 10 + Int(unit - 0x30) : 0
      } else {
        if digits == 4, (1900...2100).contains(value) { latest = max(latest ?? 0, value) }
        digits = 0
        value = 0
      }
    }
  }

  func areBackground(beside latestOfArticle: Int?) -> Bool {
    guard let latest, let latestOfArticle else { return false }
    return latest < latestOfArticle - Self.reach
  }
}
