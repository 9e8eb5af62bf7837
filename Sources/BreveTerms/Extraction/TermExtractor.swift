// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
public import BreveText

/// Finds words and phrases in French texts that may be terms and that a glossary lacks.
///
/// A candidate is a stretch of at most six words that crosses no mark, begins and ends with a noun, an adjective, a
/// participle or a word that the dictionary does not know, and has nothing but `de`, `à`, `en` and their like between
/// them. ``CandidateScore`` says which are the best. Forms are told apart: `éolienne` and `éoliennes` are two.
///
/// ```swift
/// var extractor = TermExtractor(glossary, dictionaries: dictionaries)
/// extractor.add(document)
/// for candidate in extractor.candidates(limit: 20) { print(candidate.text, candidate.count) }
/// ```
/// - Source: weirdness as in Ahmad, Gillam and Tostevin 1999, "University of Surrey participation in TREC 8", §2.3.
public struct TermExtractor: Sendable {
  /// At most so many words, those between the first and the last included.
  static let mostWords = 6
  /// At most so many sentences are kept for each candidate.
  static let mostContexts = 3

  /// A stretch of words, by the numbers of its words.
  struct Stretch: Sendable {
    let words: [Int32]
    var count = 0
    /// The sentences it stands in first.
    var sentences: [Int32] = []
  }

  private struct Sentence: Sendable {
    let document: Int
    let text: String
    let range: SourceRange
  }

  private let stopWords: StopWords
  private let englishStopWords: StopWords
  private var reader = WordReader()
  private var lexicon: CandidateLexicon
  private var numbers = WordTable<Int32>()
  private var words: [CandidateWord] = []
  private var total = 0
  private var stretches: [Stretch] = []
  private var stretchNumbers = WordTable<Int32>()
  private var sentences: [Sentence] = []
  private var documents = 0

  /// - Parameters:
  ///   - glossary: What it has is no candidate, in whatever form; its source language is French.
  ///   - dictionaries: Where word classes are looked up; without the French one every word is taken for one that may be
  ///     part of a term.
  public init(_ glossary: Glossary, dictionaries: SpellingDictionaries) {
    stopWords = StopWords(for: .french)
    englishStopWords = StopWords(for: Language("en"))
    lexicon = CandidateLexicon(glossary, dictionaries: dictionaries)
  }

  /// How many words the texts have that were added.
  public var wordCount: Int { total }

  /// Takes in a text; sentences in another language are left out.
  ///
  /// - Complexity: O(*n*).
  public mutating func add(_ document: Document) {
    let units = document.text.units
    for segment in document.segments {
      if let language = segment.language, language.primary != "fr" { continue }
      add(units, segment)
    }
    documents += 1
  }

  /// The best candidates.
  ///
  /// - Parameter limit: At most so many.
  /// - Returns: Best first; equals in the order of their letters.
  public mutating func candidates(limit: Int) -> [TermCandidate] {
    let frame = CandidateScore.Frame(words: words, total: total, lexicon: &lexicon)
    let scores = CandidateScore.scores(of: stretches, numbers: stretchNumbers, in: frame)
    let ranked = scores.indices.compactMap { index in
      scores[index].map { (index: index, score: $0, key: key(stretches[index])) }
    }.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.key.lexicographicallyPrecedes($1.key)
    }
    var candidates: [TermCandidate] = []
    for entry in ranked where candidates.count < limit {
      let text = text(stretches[entry.index], frame)
      if lexicon.glossaryHas(text) { continue }
      candidates.append(candidate(stretches[entry.index], text: text, score: entry.score))
    }
    return candidates
  }

  // MARK: Reading

  private mutating func add(_ units: [UInt16], _ segment: Segment) {
    let items = reader.items(units, in: segment.normalizedRange)
    var run: [Int32] = []
    var number: Int32?
    if isEnglish(units, items) { return }
    for (index, item) in items.enumerated() {
      if item.isMark {
        add(run, from: segment, &number)
        run.removeAll(keepingCapacity: true)
      } else {
        run.append(add(WordReader.form(units, item.range), opensSentence: index == 0))
      }
    }
    add(run, from: segment, &number)
  }

  /// Whether a sentence has more English stop words than French ones.
  private func isEnglish(_ units: [UInt16], _ items: [WordReader.Item]) -> Bool {
    var english = 0
    var french = 0
    for item in items where !item.isMark {
      var key = WordKey()
      for unit in WordReader.form(units, item.range) where unit != 0x27 {
        key.append(WordKey.folds[Int(unit)])
      }
      let isFrench = stopWords.contains(key)
      if isFrench { french += 1 }
      if englishStopWords.contains(key), !isFrench { english += 1 }
    }
    return english > french
  }

  /// Counts a word, and gives its number.
  private mutating func add(_ form: [UInt16], opensSentence: Bool) -> Int32 {
    let word = FoldedWord(form)
    let key = WordKey(units: word.folded)
    let number: Int32
    if let known = numbers[key] {
      number = known
    } else {
      number = Int32(words.count)
      numbers[key] = number
      words.append(CandidateWord(folded: word.folded, role: role(of: word.folded)))
    }
    words[Int(number)].add(form, opensSentence: opensSentence)
    total += 1
    return number
  }

  private func role(of folded: [UInt16]) -> CandidateWord.Role {
    if folded.last == 0x27 {
      let key = WordKey(units: folded.dropLast())
      return stopWords.mayStandInside(key) ? .connector : .stop
    }
    let key = WordKey(units: folded)
    if stopWords.mayStandInside(key) { return .connector }
    if stopWords.contains(key) { return .stop }
    let parts = folded.split(separator: 0x2D)
    guard parts.count > 1 else { return .content }
    // A compound of function words (vis-à-vis), or a verb with its pronoun (dit-il).
    let isStop =
      parts.allSatisfy { stopWords.contains(WordKey(units: $0)) }
      || FunctionWords.pronouns.contains(WordKey(units: parts[parts.count - 1]))
    return isStop ? .stop : .content
  }

  /// Counts the stretches of a run of words between two marks.
  private mutating func add(_ run: [Int32], from segment: Segment, _ sentence: inout Int32?) {
    for start in run.indices where words[Int(run[start])].role == .content {
      var key = WordKey()
      for end in start..<min(run.count, start + Self.mostWords) {
        let role = words[Int(run[end])].role
        if role == .stop { break }
        key.append(number: run[end])
        if role == .connector {
          if joins(run[end], after: run[end - 1]) { continue }
          break
        }
        let index: Int32
        if let known = stretchNumbers[key] {
          index = known
        } else {
          index = Int32(stretches.count)
          stretchNumbers[key] = index
          stretches.append(Stretch(words: Array(run[start...end])))
        }
        stretches[Int(index)].count += 1
        if stretches[Int(index)].sentences.count < Self.mostContexts {
          let place = sentence ?? Int32(sentences.count)
          if sentence == nil {
            sentence = place
            sentences.append(
              Sentence(document: documents, text: segment.text, range: segment.range))
          }
          if stretches[Int(index)].sentences.last != place {
            stretches[Int(index)].sentences.append(place)
          }
        }
      }
    }
  }

  /// Whether a connector may follow a word: an article only follows `de` and `à`.
  private func joins(_ connector: Int32, after word: Int32) -> Bool {
    let folded = words[Int(connector)].folded
    if Self.plainArticles.contains(WordKey(units: folded)) { return false }
    guard Self.articles.contains(WordKey(units: folded)) else { return true }
    return Self.articleBearers.contains(WordKey(units: words[Int(word)].folded))
  }

  private static let plainArticles = WordSet(["le", "les"].map { WordKey($0) })
  private static let articles = WordSet(["la", "l'"].map { WordKey($0) })
  private static let articleBearers = WordSet(["de", "à"].map { WordKey($0) })

  // MARK: Writing

  private func key(_ stretch: Stretch) -> [UInt16] {
    var key: [UInt16] = []
    for word in stretch.words { key += words[Int(word)].folded + [0x20] }
    return key
  }

  private func text(_ stretch: Stretch, _ frame: CandidateScore.Frame) -> String {
    var units: [UInt16] = []
    for word in stretch.words {
      if let last = units.last, last != 0x27 { units.append(0x20) }
      units += frame.forms[Int(word)]
    }
    return String(decoding: units, as: UTF16.self)
  }

  private func candidate(_ stretch: Stretch, text: String, score: Double) -> TermCandidate {
    TermCandidate(
      text: text, count: stretch.count, score: score,
      contexts: stretch.sentences.map { number in
        let sentence = sentences[Int(number)]
        return TermCandidate.Context(
          document: sentence.document, range: sentence.range, text: sentence.text)
      })
  }
}

extension WordKey {
  /// Appends the number of a word.
  mutating func append(number: Int32) {
    append(UInt16(truncatingIfNeeded: number))
    append(UInt16(truncatingIfNeeded: number >> 16))
  }
}
