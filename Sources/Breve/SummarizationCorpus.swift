// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveFormats
package import BreveRanking
internal import BreveText

/// Articles with references, made ready for ranking and scoring many times.
package struct SummarizationCorpus: Sendable {
  package struct Item: Sendable {
    package let id: String
    package let text: RankingText
    /// The sentences as they would be written.
    package let sentences: [String]
    /// Their tokens as ROUGE counts them.
    package let tokens: [[UInt64]]
    package let rouge: Rouge
  }

  package let items: [Item]

  /// - Throws: ``SegmentationError`` if ICU has no rules for a language.
  package init(_ articles: [ReferenceArticle], withTitles: Bool) throws(SegmentationError) {
    var reader = DocumentReader(dictionaries: .none)
    var items: [Item] = []
    items.reserveCapacity(articles.count)
    for article in articles {
      let document = try reader.document(SourceText(article.text), language: article.language)
      let chosen = Summarizer.choosable(document)
      let sentences = chosen.map { document.segments[$0].text }
      items.append(
        Item(
          id: article.id,
          text: RankingText(document, segments: chosen, title: withTitles ? article.title : nil),
          sentences: sentences, tokens: sentences.map { RougeTokens($0).keys },
          rouge: Rouge(references: article.summaries.map { RougeTokens($0).keys })))
    }
    self.items = items
  }
}

extension SummarizationCorpus.Item {
  /// The sentences that are taken in rank order until they hold `limit` tokens, in the order of the text.
  package func chosen(by scores: [Double], limit: Int) -> [Int] {
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    var chosen: [Int] = []
    var count = 0
    for index in order {
      if count >= limit { break }
      chosen.append(index)
      count += tokens[index].count
    }
    return chosen.sorted()
  }

  /// The ROUGE of that choice, its end cut at `limit` tokens.
  package func score(of chosen: [Int], limit: Int, withSubsequence: Bool = true) -> Rouge.Scores {
    rouge.scores(
      of: chosen.flatMap { tokens[$0] }, limit: limit, withSubsequence: withSubsequence)
  }

  /// The choice that a greedy search with the references in hand makes: the ceiling of any ranker.
  package func oracle(limit: Int) -> [Int] {
    var chosen: [Int] = []
    var best = 0.0
    while true {
      var next: (sentence: Int, value: Double)?
      for index in tokens.indices where !chosen.contains(index) {
        let scores = score(of: (chosen + [index]).sorted(), limit: limit, withSubsequence: false)
        let value = scores.r1F + scores.r2F
        if value > max(best, next?.value ?? 0) + 1e-12 { next = (index, value) }
      }
      guard let next else { return chosen.sorted() }
      chosen.append(next.sentence)
      best = next.value
      if chosen.reduce(0, { $0 + tokens[$1].count }) >= limit { return chosen.sorted() }
    }
  }
}
