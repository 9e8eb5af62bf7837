// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTestSupport
internal import Testing

@Suite("Laws of briefs")
struct BriefLawTests {
  static let rankers: [any Ranker] = [
    LeadRanker(), CentroidRanker(), LexRank(), TextRank(), FusedRanker(), LuhnRanker(),
    SumBasicRanker(), KLRanker(), LSARanker(), PacSumRanker(), CoverageRanker(),
  ]

  private static func length(_ generator: inout SeededGenerator) -> BriefLength {
    let kinds = generator.number(in: 1..<16)
    return BriefLength(
      sentences: kinds & 1 != 0 ? generator.number(in: 1..<8) : nil,
      words: kinds & 2 != 0 ? generator.number(in: 1..<200) : nil,
      characters: kinds & 4 != 0 ? generator.number(in: 1..<900) : nil,
      share: kinds & 8 != 0 ? generator.number(in: 1..<101) : nil)
  }

  @Test("Hold for the seeds under any limits", arguments: Repository.seeds)
  func seeds(path: String) throws {
    let article = try Articles.seed(path)
    var generator = SeededGenerator(seed: 7)
    for ranker in Self.rankers {
      for _ in 0..<12 {
        let length = Self.length(&generator)
        let brief = Summarizer(ranker: ranker, length: length).brief(of: article)
        #expect(BriefLaws(brief, length).faults == [], "\(ranker.name), \(length)")
        #expect(brief.ranker == ranker.name)
      }
    }
  }

  @Test("Hold for random articles", arguments: 0..<4)
  func randomArticles(group: Int) throws {
    var articles = Articles()
    for seed in group * 20..<group * 20 + 20 {
      var random = RandomText(seed: UInt64(seed))
      let article = try articles.text(
        random.article(sentences: random.generator.number(in: 1..<30)))
      for ranker in Self.rankers {
        let length = Self.length(&random.generator)
        let brief = Summarizer(ranker: ranker, length: length).brief(of: article)
        #expect(BriefLaws(brief, length).faults == [], "seed \(seed), \(ranker.name), \(length)")
      }
    }
  }

  @Test("A brief of any text is made, and is the same each time")
  func anyText() throws {
    var articles = Articles()
    var others = Articles()
    for seed in 0..<60 {
      var random = RandomText(seed: UInt64(seed))
      let text = random.soup(random.generator.number(in: 1..<120)) + "a"
      let (article, again) = (try articles.text(text), try others.text(text))
      for ranker in Self.rankers {
        let brief = Summarizer(ranker: ranker).brief(of: article)
        let other = Summarizer(ranker: ranker).brief(of: again)
        #expect(!brief.sentences.isEmpty, "seed \(seed)")
        for format in BriefFormat.allCases {
          let texts = [brief, other].map { $0.formatted(format, explains: true) }
          #expect(texts[0].utf8.elementsEqual(texts[1].utf8), "seed \(seed), \(ranker.name)")
        }
      }
    }
  }

  @Test("Quotations are kept whole", arguments: BriefLawTests.rankers.indices)
  func quotations(number: Int) throws {
    let text = """
      Le Mali a signé un accord. « La coopération sera renforcée. Elle est utile aux deux pays, dit-on. \
      Rien ne presse. » Le ministre russe est reparti lundi vers Moscou après cette visite.
      """
    let article = try Articles.text(text)
    #expect(article.document.segments.count == 5)
    for sentences in 1...5 {
      let length = BriefLength.sentences(sentences)
      let brief = Summarizer(ranker: Self.rankers[number], length: length).brief(of: article)
      #expect(BriefLaws(brief, length).faults == [])
      let inQuotation = brief.sentences.count {
        (1...3).contains(article.document.segments.firstIndex(of: $0.segment) ?? 0)
      }
      #expect([0, 3].contains(inQuotation))
    }
  }

  @Test("Where nothing fits that is said, and the lead is given")
  func nothingFits() throws {
    let article = try Articles.text(
      "Le Mali a signé un accord de défense.\n\nLa Russie en est contente.")
    for (length, words) in [
      (BriefLength(words: 2), "2 words"), (BriefLength(characters: 1), "1 character"),
      (
        BriefLength(sentences: 1, words: 1, share: 1),
        "1 sentence and 1 word and 1 % of the article's words"
      ),
    ] {
      let brief = Summarizer(length: length).brief(of: article)
      #expect(brief.summary == "Le Mali a signé un accord de défense.")
      #expect(
        brief.notes.filter { $0.kind == .budget }.map(\.text)
          == ["no sentence fits into \(words); the article's first is given whole"])
    }
  }

  @Test("A lead that is part of a quotation is given with the whole quotation")
  func leadInQuotation() throws {
    let article = try Articles.text(
      "« Le Mali a signé un accord. Il est utile. » La Russie en est contente.")
    let brief = Summarizer(length: .words(1)).brief(of: article)
    #expect(brief.notes.contains { $0.kind == .budget })
    #expect(brief.summary == "« Le Mali a signé un accord. Il est utile. »")
  }

  @Test("Nothing is said not to fit that fits, however low its score")
  func lowScores() throws {
    var articles = Articles()
    for text in ["Il est là. Elle est là. Nous y sommes.", "*** ! 12 ? — !", "Que ? Où ? Et ?"] {
      for ranker in Self.rankers {
        for length in [BriefLength.standard, .words(50), BriefLength(characters: 500)] {
          let brief = Summarizer(ranker: ranker, length: length).brief(of: try articles.text(text))
          #expect(BriefLaws(brief, length).faults == [], "\(ranker.name), \(length), \(text)")
        }
      }
    }
  }

  @Test("Only where nothing else is left is a quotation chosen, or whatever there is")
  func lastResorts() throws {
    let quote = "« Nous irons ensemble » Awa Traoré, ministre"
    let only = try Articles.text("Le titre\n\n\(quote)")
    #expect(Summarizer().brief(of: only).summary == quote)
    let beside = try Articles.text("\(quote)\n\nLe Mali a signé un accord.")
    #expect(Summarizer().brief(of: beside).summary == "Le Mali a signé un accord.")
    #expect(Summarizer().brief(of: try Articles.text("Imedias.net")).summary == "Imedias.net")
  }

  @Test("Too short an article is noted")
  func shortArticle() throws {
    let brief = Summarizer(length: .sentences(4)).brief(
      of: try Articles.text("Le Mali a signé un accord."))
    #expect(
      brief.notes.filter { $0.kind == .content }.map(\.text)
        == ["the article has only 1 sentence that can be chosen"])
  }
}
