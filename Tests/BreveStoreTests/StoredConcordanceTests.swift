// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Concordances of a memory")
struct StoredConcordanceTests {
  private let folder: TemporaryFolder
  private let memory: SearchableMemory

  init() throws {
    folder = try TemporaryFolder()
    memory = try SearchableMemory(path: folder.path("a.memory"), .create)
    for (french, english, state) in [
      ("Une mise en demeure lui fut adressée hier.", "He got a formal notice.", .approved),
      ("Mises en demeure", "Formal notices", .imported),
      ("Sa demeure est mise en vente", "", .imported),
      ("Les chevaux mangent", "The horses eat", .imported),
      ("Le cheval", "The horse", .rejected),
      ("L’élève", "The pupil", .imported),
      ("", "A notice on the page", .imported),
    ] as [(String, String, UnitState)] {
      let variants = [Variant(.french, french), Variant(Language("en-GB"), english)]
      _ = try memory.store.add(
        TranslationUnit(variants.filter { !$0.text.isEmpty }, state: state), by: Stamp())
    }
  }

  @Test(
    "Words are found on both sides, in their inflections, the shortest unit first",
    arguments: [
      ("mise en demeure", true, true, [2, 1]), ("mise en demeure", true, false, [1]),
      ("mise en demeure", false, true, [2, 3, 1]), ("cheval", false, true, [4]),
      ("cheval", false, false, []), ("eleve", false, true, [6]), ("notice", true, true, [2, 7, 1]),
      ("formal notice", true, true, [2, 1]), ("absent", false, true, []),
      ("not*", false, true, [2, 7, 1]),
    ] as [(String, Bool, Bool, [Int])])
  func finds(words: String, isPhrase: Bool, hasInflections: Bool, expected: [Int]) throws {
    for isWritten in [false, true] {
      if isWritten { try memory.compact() }
      let searcher = MemorySearcher(memory)
      var request = ConcordanceRequest(
        words: words, isPhrase: isPhrase, hasInflections: hasInflections)
      let all = try searcher.concordance(request)
      #expect(all.map(\.unit) == expected, "\(words)")
      for limit in 1..<4 {
        request.limit = limit
        #expect(try searcher.concordance(request) == Array(all.prefix(limit)))
      }
    }
  }

  @Test("Hits are the words, on the side where they stand")
  func hits() throws {
    let searcher = MemorySearcher(memory)
    func words(_ side: ConcordanceMatch.Text?) -> [String]? {
      side.map { side in
        side.hits.map { String(decoding: Array(side.text.utf8)[$0], as: UTF8.self) }
      }
    }
    let phrase = try searcher.concordance(
      ConcordanceRequest(words: "mise en demeure", isPhrase: true))
    #expect(phrase.map { words($0.source) } == [["Mises en demeure"], ["mise en demeure"]])
    #expect(phrase.map { words($0.target) } == [[], []])
    let one = try searcher.concordance(ConcordanceRequest(words: "eleve"))
    #expect(words(one.first?.source) == ["élève"])
    let page = try searcher.concordance(ConcordanceRequest(words: "page"))
    #expect(page.map(\.source) == [nil] && words(page.first?.target) == ["page"])
  }

  @Test("Sides, states and filters")
  func requests() throws {
    let searcher = MemorySearcher(memory)
    var request = ConcordanceRequest(words: "notice", side: .source)
    #expect(try searcher.concordance(request).isEmpty)
    (request.source, request.target) = (Language("en"), .french)
    #expect(try searcher.concordance(request).map(\.unit).sorted() == [1, 2, 7])
    request.states = [.approved]
    #expect(try searcher.concordance(request).map(\.unit) == [1])
    request = ConcordanceRequest(words: "cheval", states: Set(UnitState.allCases))
    #expect(try searcher.concordance(request).map(\.unit) == [5, 4])
    request = ConcordanceRequest(words: "demeure")
    func holding(_ text: String, literals: [String] = []) -> TextFilter {
      TextFilter(literals: literals) { { $0.contains(text) ? [0..<text.utf8.count] : [] } }
    }
    let filtered = try searcher.concordance(request, filter: holding("vente"))
    #expect(filtered.map(\.unit) == [3])
    request.words = ""
    let all = try searcher.concordance(request, filter: holding("The"))
    #expect(all.map(\.unit) == [4, 6])
    #expect(try searcher.concordance(request, filter: holding("The", literals: ["tHE"])) == all)
    #expect(try searcher.concordance(request, filter: holding("The", literals: ["thx"])).isEmpty)
    #expect(all.first?.target?.hits == [0..<3])
  }
}
