// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Penalties and context")
struct PenaltyTests {
  private let folder: TemporaryFolder
  private let memory: SearchableMemory

  init() throws {
    folder = try TemporaryFolder()
    memory = try SearchableMemory(path: folder.path("a.memory"), .create)
  }

  private func add(
    _ text: String, tags: [InlineTag] = [], previous: String? = nil, next: String? = nil
  ) throws {
    var unit = TranslationUnit([Variant(.french, text, tags: tags)])
    (unit.previous, unit.next) = (previous, next)
    _ = try memory.store.add(unit, by: Stamp())
  }

  @Test("Differences that are easily overlooked come after those that are none")
  func penalties() throws {
    try add("Le Contrat 14 prend fin")
    try add("Le contrat 12 prend fin.")
    try add("Le contrat 12 prend fin", tags: [InlineTag(.begin, at: 3, pair: 1, code: "<b>")])
    try add("Le contrat 12 prend fin")
    let searcher = MemorySearcher(memory)
    var request = MemoryRequest(minimum: MatchRate(percent: 50))
    request.tags = []
    let found = try searcher.matches(for: "Le contrat 12 prend fin", request)
    #expect(found.map(\.unit) == [4, 3, 2, 1])
    #expect(
      found.map { $0.penalties.map(\.kind) } == [
        [], [.tags], [.punctuation], [.case, .numbers],
      ])
    #expect(found.map(\.rate.percent) == [100, 98, 500.0 / 6 - 1, 77])
    request.tags = nil
    #expect(
      try searcher.matches(for: "Le contrat 12 prend fin", request).map(\.unit) == [3, 4, 2, 1])
    request.metric = .plain
    let plain = try searcher.matches(for: "Le contrat 12 prend fin", request)
    #expect(plain.map(\.unit) == [3, 4, 2, 1])
    #expect(plain.allSatisfy { $0.penalties.isEmpty })
    #expect(plain.map(\.rate.percent) == [100, 100, 500.0 / 6, 80])
  }

  @Test("The rate that is asked for is the one after penalties")
  func minimum() throws {
    try add("Article 14 de la loi")
    let searcher = MemorySearcher(memory)
    for (percent, count) in [(78.0, 1), (78.1, 0), (80, 0)] {
      let request = MemoryRequest(minimum: MatchRate(percent: percent))
      #expect(try searcher.matches(for: "Article 12 de la loi", request).count == count)
    }
  }

  /// Every unit that reaches the rate after penalties is found, in the right order.
  @Test("Matches with penalties are what a comparison with every unit gives", arguments: 0..<4)
  func isComplete(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 40)
    let words = ["le", "Le", "contrat", "Contrat", "12", "14", ".", ",", "prend", "fin"]
    func text() -> String {
      (0..<random.number(in: 1..<7)).map { _ in random.one(of: words) }.joined(separator: " ")
    }
    let texts = (0..<120).map { _ in text() }
    for text in texts { try add(text) }
    let searcher = MemorySearcher(memory)
    for _ in 0..<20 {
      let query = text()
      let request = MemoryRequest(minimum: MatchRate(percent: 60), limit: 7)
      let expected = texts.enumerated().compactMap { place, text -> (Int, MatchRate)? in
        let difference = TokenDifference(unit: text, query: query)
        let rate = difference.rate.less(difference.penalties())
        return rate >= request.minimum ? (place + 1, rate) : nil
      }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.prefix(7)
      let found = try searcher.matches(for: query, request)
      #expect(found.map(\.unit) == expected.map(\.0), "seed \(seed), '\(query)'")
      #expect(found.map(\.rate) == expected.map(\.1), "seed \(seed), '\(query)'")
    }
  }

  @Test("An exact match between the same segments comes first, even beyond the limit")
  func context() throws {
    for number in 0..<20 {
      try add("Oui.", previous: "Question \(number) ?", next: number == 3 ? nil : "Fin.")
    }
    try add("Oui.")
    try add("OUI.", previous: "Question 17 ?", next: "Fin.")
    let searcher = MemorySearcher(memory)
    func units(_ previous: String?, _ next: String?) throws -> [Int] {
      var request = MemoryRequest(limit: 2)
      (request.previous, request.next) = (previous, next)
      let found = try searcher.matches(for: "Oui.", request)
      #expect(found.count == 2)
      return found.filter(\.isInContext).map(\.unit)
    }
    #expect(try units("Question 17 ?", "Fin.") == [18])
    #expect(try units("question  17 ?", "Fin.") == [18])
    #expect(try units("Question 17 ?", "Suite.") == [])
    #expect(try units("Question 17 ?", nil) == [])
    #expect(try units("Question 3 ?", "Suite.") == [4])
    #expect(try units(nil, "Fin.") == [])
    #expect(try units(nil, nil) == [])
  }
}
