// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

@_exported public import BreveRanking
package import BreveText

/// Makes briefs of articles.
///
/// ```swift
/// let article = try Article(contentsOf: "seeds/004_e2e9d8274ffd42f5.txt")
/// let brief = Summarizer(length: .words(80)).brief(of: article)
/// for sentence in brief.sentences { print(sentence.segment.text) }
/// ```
public struct Summarizer: Sendable {
  public let ranker: any Ranker
  public let length: BriefLength
  /// What the brief should speak of, as `coopération militaire`; nil for what the article says first of all.
  public let focus: String?
  /// How many key phrases a brief comes with.
  public let keyPhrases: Int
  /// What words of phrases can be; only where phrases are wanted.
  fileprivate let words: PhraseWords?

  /// A summarizer that ranks by `ranker`, pulled toward `focus`, and takes what fits into `length`.
  ///
  /// - Parameters:
  ///   - ranker: What sentences are worth.
  ///   - length: The limits.
  ///   - focus: What the brief should speak of.
  ///   - keyPhrases: How many key phrases a brief comes with.
  ///   - dictionaries: The French one, which tells verbs from nouns in phrases.
  public init(
    ranker: any Ranker = FusedRanker(), length: BriefLength = .standard, focus: String? = nil,
    keyPhrases: Int = 0, dictionaries: SpellingDictionaries = SpellingDictionaries()
  ) {
    self.ranker = ranker
    self.length = length
    self.focus = focus
    self.keyPhrases = keyPhrases
    words = keyPhrases > 0 ? dictionaries.french.map(PhraseWords.init) : nil
  }

  /// The brief of `article`: never empty, the same for the same bytes.
  public func brief(of article: Article) -> Brief {
    BriefMaker(article: article, summarizer: self).brief()
  }

  /// Paragraphs and list items; where nothing else is left a quotation, and in an odd text whatever there is.
  package static func choosable(_ document: Document) -> [Int] {
    for allowed in choosableRoles {
      let found = document.segments.indices.filter { allowed.contains(document.segments[$0].role) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static let choosableRoles: [[BlockRole]] = [
    [.paragraph, .listItem], [.quote], [.heading, .caption], [.credit, .byline], [.metadata],
  ]
}

/// The steps from one article to its brief.
private struct BriefMaker {
  let article: Article
  private let summarizer: Summarizer
  private let text: RankingText
  private let scores: [Double]
  /// From 1, by sentence.
  private let ranks: [Int]
  private let units: [SegmentSelection.Unit]
  private let explainer: Explainer

  private var length: BriefLength { summarizer.length }

  /// What a sentence that speaks of all that was asked gets beside a score between 0 and 1.
  private static let pull = 2.0

  init(article: Article, summarizer: Summarizer) {
    self.article = article
    self.summarizer = summarizer
    let ranker = summarizer.ranker
    let document = article.document
    let chosen = Summarizer.choosable(document)
    text = RankingText(
      document, segments: chosen, title: article.title, year: article.date?.value.year,
      focus: summarizer.focus.map { Focus($0, language: article.language) })
    let fused = (ranker as? FusedRanker)?.scoresAndShares(of: text)
    let scores = fused?.scores ?? Self.pulled(ranker.scores(of: text), by: text.focus)
    self.scores = scores
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    var ranks = [Int](repeating: 0, count: scores.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank + 1 }
    self.ranks = ranks
    units = BriefUnits(document: document, text: text, scores: scores).units
    explainer = Explainer(text: text, shares: fused?.shares)
  }

  /// The scores of a ranker that knows no focus, between 0 and 1, and the pull of the focus.
  private static func pulled(_ scores: [Double], by focus: [Double]) -> [Double] {
    guard !focus.isEmpty, let greatest = scores.max(), greatest > 0 else { return scores }
    return zip(scores, focus).map { $0 / greatest + pull * $1 }
  }

  func brief() -> Brief {
    var notes = article.notes
    if let focus = summarizer.focus, text.focus.isEmpty {
      notes.append(
        Note(
          kind: .content,
          text: "no sentence speaks of '\(focus)'; the brief is of the article as a whole"))
    }
    let limits = self.limits()
    let anchor = BriefAnchor(
      article: article, text: text, units: units, focus: summarizer.focus, limits: limits)
    var chosen = sentences(within: limits, with: anchor.unit)
    if chosen.isEmpty, !text.sentences.isEmpty {
      // The quotation that it opens is not cut.
      chosen = units.first.map { Array($0.sentences) } ?? []
      notes.append(
        Note(
          kind: .budget,
          text: "no sentence fits into \(length.inWords); the article's first is given whole"))
    }
    if let note = anchor.note { notes.append(note) }
    if let note = shortage(chosen) { notes.append(note) }
    let phrases =
      summarizer.keyPhrases == 0
      ? []
      : KeyPhrases(article.document, text: text, title: article.title) {
        summarizer.words?.use(of: $0, in: article.language) ?? .unknown
      }.best(summarizer.keyPhrases)
    return Brief(
      article: article, sentences: chosen.map { ranked($0) },
      omitted: omitted(except: chosen, limits),
      notes: notes, ranker: summarizer.ranker.name, focus: summarizer.focus,
      keyPhrases: phrases)
  }

  /// The best that fits; who is called by the surname alone is presented first, or stays away if others are as good.
  private func sentences(within limits: SegmentSelection.Limits, with anchor: Int?) -> [Int] {
    let likeness = SentenceLikeness(text)
    var names = BriefNames(article.document, text)
    var units = units
    for number in items(saidBy: likeness) { units[number] = units[number].worth(Self.item) }
    var chosen: [Int] = []
    for round in 0...Self.corrections {
      let numbers = SegmentSelection.choose(from: units, limits: limits, anchor: anchor) {
        likeness.between(units[$0].sentences, units[$1].sentences)
      }
      chosen = numbers.flatMap { Array(units[$0].sentences) }
      let strangers = names.unpresented(in: chosen)
      guard round < Self.corrections, !strangers.isEmpty else { break }
      for number in numbers where strangers.contains(where: units[number].sentences.contains) {
        units[number] = units[number].worth(Self.stranger)
      }
    }
    return chosen
  }

  /// The items of lists that a sentence of the text says in full.
  private func items(saidBy likeness: SentenceLikeness) -> [Int] {
    func role(_ sentence: Int) -> BlockRole {
      article.document.segments[text.sentences[sentence].segment].role
    }
    let items = units.indices.filter { role(units[$0].sentences.lowerBound) == .listItem }
    guard !items.isEmpty else { return [] }
    let index = SentenceIndex(
      text, of: text.sentences.indices.lazy.filter { role($0) == .paragraph })
    return items.filter { number in
      let item = units[number].sentences.lowerBound
      return index.sentences(like: item).contains { other in
        text.sentences[other].words >= text.sentences[item].words
          && likeness.between(item..<item + 1, other..<other + 1) > 1
      }
    }
  }

  private static let item = 0.3
  private static let corrections = 2
  /// What part of its worth a sentence keeps in which somebody is called by a name that says nothing yet.
  private static let stranger = 0.7

  private func limits() -> SegmentSelection.Limits {
    var words = length.words
    if let share = length.share {
      let all = article.document.segments.reduce(0) { $0 + $1.wordCount }
      words = min(words ?? .max, all * share / 100)
    }
    return SegmentSelection.Limits(
      sentences: length.sentences, words: words, characters: length.characters)
  }

  private func shortage(_ chosen: [Int]) -> Note? {
    guard let wanted = length.sentences, text.sentences.count < wanted else { return nil }
    return Note(
      kind: .content,
      text: "the article has only \(text.sentences.count) "
        + (text.sentences.count == 1 ? "sentence" : "sentences") + " that can be chosen")
  }

  private func ranked(_ index: Int) -> RankedSegment {
    RankedSegment(
      segment: article.document.segments[text.sentences[index].segment], score: scores[index],
      rank: ranks[index], why: explainer.explanation(of: index, rank: ranks[index]))
  }

  private func omitted(
    except chosen: [Int], _ limits: SegmentSelection.Limits
  ) -> [OmittedSegment] {
    var isTaken = [Bool](repeating: false, count: text.sentences.count)
    for index in chosen { isTaken[index] = true }
    let obstacles = BriefObstacles(units: units, chosen: isTaken, limits: limits)
    let lowest = chosen.map { ranks[$0] }.max() ?? 0
    var omitted: [OmittedSegment] = []
    omitted.reserveCapacity(article.document.segments.count - chosen.count)
    // The sentences are in the order of the segments.
    var next = 0
    var unit = 0
    for (number, segment) in article.document.segments.enumerated() {
      guard next < text.sentences.count, text.sentences[next].segment == number else {
        omitted.append(
          OmittedSegment(segment: segment, rank: nil, reason: Explainer.never(segment.role)))
        continue
      }
      while units[unit].sentences.upperBound <= next { unit += 1 }
      if !isTaken[next] {
        omitted.append(
          OmittedSegment(
            segment: segment, rank: ranks[next],
            reason: explainer.omission(
              rank: ranks[next],
              needs: units[unit].antecedent != nil && units[unit].sentences.lowerBound == next,
              obstacle: ranks[next] < lowest ? obstacles.obstacle(of: unit) : nil)))
      }
      next += 1
    }
    return omitted
  }
}

/// How alike sentences are: the cosine of their words, or more than 1 where one has all the words of the other.
private struct SentenceLikeness {
  private let vectors: SentenceVectors

  /// Nothing is left of the worth of the second.
  private static let same = 2.0
  /// Sentences that have fewer words in common need no closer look.
  private static let leastOfSame = 0.2

  init(_ text: RankingText) { vectors = SentenceVectors(text) }

  func between(_ one: Range<Int>, _ other: Range<Int>) -> Double {
    var greatest = 0.0
    for left in one {
      for right in other {
        let likeness = vectors.likeness(left, right)
        let isSame = likeness > Self.leastOfSame && vectors.says(left, what: right)
        greatest = max(greatest, isSame ? Self.same : likeness)
      }
    }
    return greatest
  }
}

extension BriefLength {
  /// `80 words`, `2 sentences and 300 characters`.
  var inWords: String {
    var parts: [String] = []
    if let sentences { parts.append("\(sentences) sentence\(sentences == 1 ? "" : "s")") }
    if let words { parts.append("\(words) word\(words == 1 ? "" : "s")") }
    if let characters { parts.append("\(characters) character\(characters == 1 ? "" : "s")") }
    if let share { parts.append("\(share) % of the article's words") }
    return parts.joined(separator: " and ")
  }
}
