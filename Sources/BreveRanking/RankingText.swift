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

  package let language: Language
  package let sentences: [Sentence]
  /// The tokens of all sentences.
  package let tokens: [TokenID]
  package let titleTokens: [TokenID]
  package let vocabulary: Vocabulary
  /// How much each sentence speaks of what was asked about, 0 to 1; empty where nothing was asked, or nothing was found.
  package let focus: [Double]
  /// The sentences as vectors of their words.
  let vectors: TermVectors

  package init(
    _ document: Document, segments: [Int], title: String?, year: Int? = nil, focus: Focus? = nil
  ) {
    let cues = document.lexicon.cues
    let units = document.text.units
    var vocabulary = Vocabulary(
      stopWords: document.lexicon.stopWords, personalWords: cues.personalWords,
      capacity: min(units.count / 8, 1 << 16))
    var tokens: [TokenID] = []
    tokens.reserveCapacity(units.count / 5)
    var surfaces: [(surface: SentenceSurface, tokens: Range<Int>)] = []
    surfaces.reserveCapacity(segments.count)
    for index in segments {
      let start = tokens.count
      let surface = vocabulary.appendTokens(
        of: units, in: document.segments[index].normalizedRange, to: &tokens)
      surfaces.append((surface, start..<tokens.count))
    }
    let latestYear = surfaces.lazy.compactMap(\.surface.latestYear).max().map { max($0, year ?? 0) }
    var sentences: [Sentence] = []
    sentences.reserveCapacity(segments.count)
    var paragraph = -1
    var block = -1
    for (index, (surface, tokens)) in zip(segments, surfaces) {
      let segment = document.segments[index]
      if segment.block != block {
        block = segment.block
        paragraph += 1
      }
      let range = segment.normalizedRange
      let ends = SentenceEnds(units, range)
      sentences.append(
        Sentence(
          segment: index, tokens: tokens, words: surface.words,
          characters: surface.hasJoinedLine
            ? segment.text.unicodeScalars.count : surface.characters,
          names: surface.names, isQuestion: ends.isQuestion,
          startsWithQuotation: ends.startsWithQuotation, endsOpen: ends.endsOpen,
          hasSmallLetters: surface.hasSmallLetters, isPersonal: surface.isPersonal,
          isBackground: Self.isBackground(surface.latestYear, beside: latestYear ?? year),
          dependence: cues.dependence(of: units, in: range), paragraph: paragraph))
    }
    var titleTokens: [TokenID] = []
    if let title {
      let units = Array(title.utf16)
      vocabulary.appendTokens(of: units, in: 0..<units.count, to: &titleTokens)
    }
    language = document.language
    let shares = focus?.shares(of: segments.map { document.segments[$0].text }) ?? []
    self.focus = shares.contains { $0 > 0 } ? shares : []
    self.sentences = sentences
    self.tokens = tokens
    self.titleTokens = titleTokens
    self.vocabulary = vocabulary
    vectors = TermVectors(
      contents: sentences.lazy.map { Self.contents(tokens, $0.tokens, vocabulary.isStopWord) },
      vocabularySize: vocabulary.count)
  }

  /// Whether a sentence whose latest year is `year` tells of years long before those of the article.
  private static func isBackground(_ year: Int?, beside latestOfArticle: Int?) -> Bool {
    guard let year, let latestOfArticle else { return false }
    return year < latestOfArticle - reach
  }

  /// News goes back so many years; what is older is background.
  private static let reach = 5

  /// The tokens of a sentence that are no stop words.
  package func contentTokens(of sentence: Int) -> [TokenID] {
    Self.contents(tokens, sentences[sentence].tokens, vocabulary.isStopWord)
  }

  private static func contents(
    _ tokens: [TokenID], _ range: Range<Int>, _ isStopWord: [Bool]
  ) -> [TokenID] {
    var contents: [TokenID] = []
    contents.reserveCapacity(range.count)
    for place in range where !isStopWord[Int(tokens[place])] { contents.append(tokens[place]) }
    return contents
  }
}

/// What the marks at the two ends of a sentence tell.
private struct SentenceEnds {
  private(set) var isQuestion = false
  private(set) var startsWithQuotation = false
  private(set) var endsOpen = true

  init(_ units: [UInt16], _ range: Range<Int>) {
    let classes = CharacterClass.table
    let terminals = CharacterClass.terminals
    if let first = range.first.map({ units[$0] }) {
      startsWithQuotation = first == 0xAB || first == 0x22 || first == 0x201C
    }
    for index in range.reversed() {
      let unit = units[index]
      if unit == 0x3F || unit == 0x61F { isQuestion = true }
      if terminals[Int(unit)] { endsOpen = false }
      if terminals[Int(unit)] || classes[Int(unit)].isWordPart || unit == 0x3A { break }
    }
  }
}
