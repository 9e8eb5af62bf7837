// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

@Suite("Rankers")
struct RankerTests {
  static let all: [any Ranker] = [
    LeadRanker(), CentroidRanker(), LexRank(), TextRank(), FusedRanker(), LuhnRanker(),
    SumBasicRanker(), KLRanker(), LSARanker(), PacSumRanker(), CoverageRanker(),
  ]

  private func text(
    _ string: String, language: String = "und", title: String? = nil
  ) throws -> RankingText {
    var options = ReadingOptions()
    options.structure = .plain
    var reader = DocumentReader(options: options)
    let document = try reader.document(SourceText(string), language: Language(language))
    return RankingText(document, segments: Array(document.segments.indices), title: title)
  }

  private func close(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  /// Two sentences that share a word, and one that shares none.
  private static let pairAndOne = "Alpha beta. Alpha gamma. Delta."
  /// The middle sentence shares a word with each of the others, which share none.
  private static let star = "Alpha beta. Beta gamma. Gamma delta."

  @Test("Lead falls with the place")
  func lead() throws {
    #expect(close(LeadRanker().scores(of: try text(Self.pairAndOne)), [1, 1.0 / 2, 1.0 / 3]))
  }

  @Test("Centroid is the product with the sum of all sentences, the greatest made 1")
  func centroid() throws {
    // log(1 + n / n(t)): alpha stands in two sentences of three, the others in one.
    let (shared, own) = (log(2.5), log(4.0))
    let length = (shared * shared + own * own).squareRoot()
    let pair = (2 * shared * shared + own * own) / (length * length)
    let found = CentroidRanker().scores(of: try text(Self.pairAndOne))
    #expect(close(found, [1, 1, 1 / pair]))
  }

  @Test("LexRank and TextRank are the stationary distribution of the walk", arguments: [1, 2])
  func walks(number: Int) throws {
    let ranker: any Ranker = number == 1 ? LexRank() : TextRank()
    // x = base + 0.85 x and y = base: y / x is 0.15.
    #expect(close(ranker.scores(of: try text(Self.pairAndOne)), [1, 1, 0.15]))
    // c = 0.05 + 2 · 0.85 l and l = 0.05 + 0.85 c / 2.
    let centre = (0.05 + 1.7 * 0.05) / (1 - 1.7 * 0.425)
    let leaf = 0.05 + 0.425 * centre
    #expect(close(ranker.scores(of: try text(Self.star)), [leaf / centre, 1, leaf / centre]))
  }

  @Test("Below the threshold of LexRank there is no edge")
  func threshold() throws {
    let filler = (0..<40).map { "wb\($0)q" }
    let one = "Alpha " + filler[..<20].joined(separator: " ")
    let other = "Alpha " + filler[20...].joined(separator: " ")
    // The long sentences are like the short one, and like one another too little to count: a star.
    let found = LexRank().scores(of: try text("\(one). \(other). Alpha."))
    let centre = (0.05 + 1.7 * 0.05) / (1 - 1.7 * 0.425)
    let leaf = (0.05 + 0.425 * centre) / centre
    #expect(close(found, [leaf, leaf, 1]))
  }

  @Test("The fused score is the sum of its shares")
  func fused() throws {
    let string =
      "Le Mali a signé un accord avec la Russie à Bamako lundi. Il est là. Que faire ? « Nous irons. »"
    let ranked = try text(string, language: "fr", title: "Le Mali et la Russie")
    let ranker = FusedRanker()
    let shares = ranker.shares(of: ranked)
    let scores = ranker.scores(of: ranked)
    for (score, parts) in zip(scores, shares) {
      #expect(abs(score - max(0.01, 1 + parts.reduce(0) { $0 + $1.contribution })) < 1e-12)
    }
    func features(_ index: Int) -> Set<FusedRanker.Share.Feature> {
      Set(shares[index].map(\.feature))
    }
    #expect(features(0).isSuperset(of: [.position, .centrality, .title, .names]))
    #expect(features(1).contains(.dependence) && !features(0).contains(.dependence))
    #expect(features(2).contains(.question) && !features(0).contains(.question))
    #expect(features(3).isSuperset(of: [.quotation, .personal]))
    #expect(scores[0] == scores.max())
    let untitled = ranker.shares(of: try text(string, language: "fr"))
    #expect(!untitled.joined().contains { $0.feature == .title })
  }

  @Test("Give one finite score a sentence, the same each time", arguments: 0..<30)
  func deterministic(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    let string = seed % 2 == 0 ? random.soup(seed * 8 + 1) : random.article(sentences: seed)
    let ranked = try text(string, language: "fr", title: seed % 3 == 0 ? nil : "Le Mali")
    let again = try text(string, language: "fr", title: seed % 3 == 0 ? nil : "Le Mali")
    for ranker in Self.all {
      let scores = ranker.scores(of: ranked)
      #expect(scores.count == ranked.sentences.count, "\(ranker.name), seed \(seed)")
      #expect(scores.allSatisfy { $0.isFinite && $0 >= 0 }, "\(ranker.name), seed \(seed)")
      #expect(scores == ranker.scores(of: again), "\(ranker.name), seed \(seed)")
      #expect(ranker.name == "fused" || (scores.max() ?? 0) <= 1 + 1e-12, "\(ranker.name)")
    }
  }

  @Test("Equal words have one number, whatever their case and plural")
  func vocabulary() {
    var vocabulary = Vocabulary(stopWords: StopWords(for: .french))
    var tokens: [TokenID] = []
    let units = Array("Accords accord ACCORD d’Accord le Le É é bas 東京 a".utf16)
    vocabulary.appendTokens(of: units, in: 0..<units.count, to: &tokens)
    #expect(tokens == [0, 0, 0, 1, 0, 2, 2, 3, 3, 4, 5, 6, 7])
    #expect(vocabulary.isStopWord[2])
    #expect(!vocabulary.isStopWord[0])
    #expect(vocabulary.count == 8)
  }
}
