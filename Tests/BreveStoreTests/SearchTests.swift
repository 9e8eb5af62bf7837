// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

@Suite("Look-ups in a memory")
struct SearchTests {
  /// Whatever is done to the memory and to its indexes, every unit is found and no other.
  @Test(
    "A look-up finds what the store holds, in any state of the indexes",
    arguments: 1...2 as ClosedRange<UInt64>)
  func findsWhatIsThere(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let path = folder.path("a.memory")
    var live: [Int: String] = [:]
    var backup: [Int: String]?
    var searcher: MemorySearcher? = nil
    var (damaged, restored, found) = (0, 0, 0)
    for step in 0..<40 {
      let memory = try SearchableMemory(path: path, .create)
      switch random.number(in: 0..<10) {
      case 0, 1:
        try memory.importUnits(by: Stamp(), file: "f") { session in
          for _ in 0..<random.number(in: 1..<80) {
            let text = Self.sentence(&random, step)
            if case .added(let id) = try session.add(TranslationUnit([Variant(.french, text)])) {
              live[id] = text
            }
          }
        }
      case 2, 3:
        let text = Self.sentence(&random, step)
        live[try memory.store.add(TranslationUnit([Variant(.french, text)]), by: Stamp())] = text
        if random.isOne(in: 2) { try memory.updateIndexes() }
      case 4:
        if let id = live.keys.sorted().first {
          try memory.store.remove(id, by: Stamp())
          live[id] = nil
          if random.isOne(in: 2) { try memory.updateIndexes() }
        }
      case 5:
        if let id = live.keys.sorted().last, var unit = try memory.store.units([id]).first {
          unit.variants[0].text = Self.sentence(&random, step)
          try memory.store.replace(with: unit, as: .edited, by: Stamp())
          live[id] = unit.variants[0].text
        }
      case 6: if try Self.damage(path + ".index/fr", &random) { damaged += 1 }
      case 7: try? FileManager.default.removeItem(atPath: path + ".index")
      case 8:
        // An older state of the memory comes back, and its index is of another future.
        searcher = nil
        let copy = folder.path("copy")
        if let old = backup {
          for ending in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + ending)
          }
          try FileManager.default.moveItem(atPath: copy, toPath: path)
          live = old
          backup = nil
          restored += 1
        } else {
          try memory.store.backUp(to: copy)
          backup = live
        }
        continue
      default: try memory.compact()
      }
      let used = try searcher ?? MemorySearcher(path: path)
      searcher = random.isOne(in: 2) ? used : nil
      try Self.expectEverything(live, used, "seed \(seed), step \(step)")
      if !live.isEmpty { found += 1 }
    }
    // Else it would say nothing of damage, of older states or of units.
    #expect(damaged > 0 && restored > 0 && found > 20, "\(damaged) \(restored) \(found)")
  }

  /// The index knows as many changes as the memory has or fewer, and they are not its own.
  @Test("An index of another future of the memory is built anew", arguments: [true, false])
  func otherFuture(isImport: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.memory")
    func add(_ texts: [String], to memory: SearchableMemory) throws {
      let units = texts.map { TranslationUnit([Variant(.french, $0)]) }
      if isImport {
        try memory.importUnits(by: Stamp(), file: "f") { session in
          for unit in units { _ = try session.add(unit) }
        }
      } else {
        for unit in units { _ = try memory.store.add(unit, by: Stamp()) }
      }
    }
    do {
      let memory = try SearchableMemory(path: path, .create)
      try add(["passé 0", "passé 1"], to: memory)
      try memory.store.backUp(to: folder.path("copy"))
      try add((0..<5).map { "futur \($0)" }, to: memory)
      // Makes the index.
      #expect(try MemorySearcher(memory).matches(for: "futur 3", MemoryRequest()).count > 0)
      try memory.updateIndexes()
      #expect(try folder.names().contains { $0.hasPrefix("a.memory.index/fr/segment") })
    }
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    try FileManager.default.moveItem(atPath: folder.path("copy"), toPath: path)
    let memory = try SearchableMemory(path: path, .write)
    // As many at once as before, so that the number of the index's state is one of this memory's too.
    try add((0..<5).map { "autre \($0)" }, to: memory)
    try add((5..<9).map { "autre \($0)" }, to: memory)
    let searcher = try MemorySearcher(path: path)
    for (text, units) in [
      ("passé 1", [2]), ("futur 3", []), ("autre 1", [4]), ("autre 8", [11]),
    ] as [(String, [Int])] {
      let found = try searcher.matches(for: text, MemoryRequest(minimum: .exact))
      #expect(found.map(\.unit) == units, "\(text)")
    }
  }

  private static func expectEverything(
    _ live: [Int: String], _ searcher: MemorySearcher, _ comment: Comment
  ) throws {
    let request = MemoryRequest(metric: .plain, minimum: .exact, limit: 1_000)
    var byText: [String: [Int]] = [:]
    for (id, text) in live { byText[text, default: []].append(id) }
    for (text, ids) in byText {
      let found = try searcher.matches(for: text, request)
      #expect(found.map(\.unit) == ids.sorted(), comment)
      #expect(found.allSatisfy { $0.source == text }, comment)
    }
    let all = try searcher.matches(
      for: "mot", MemoryRequest(metric: .plain, minimum: MatchRate(percent: 0.001), limit: 10_000))
    // Every text holds the word, so the rate leaves out none.
    #expect(all.map(\.unit).sorted() == live.keys.sorted(), comment)
  }

  private static func sentence(_ random: inout SeededGenerator, _ step: Int) -> String {
    let words = (0..<random.number(in: 1..<7)).map { _ in "m\(random.number(in: 0..<30))" }
    return "mot " + words.joined(separator: " ") + " \(step)"
  }

  /// Cuts a file of an index, or writes over its beginning, or puts nothing in its place.
  ///
  /// - Returns: Whether there was something to damage.
  private static func damage(_ folder: String, _ random: inout SeededGenerator) throws -> Bool {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0 != "lock" }.sorted()
    guard !names.isEmpty else { return false }
    let file = folder + "/" + random.one(of: names)
    var data = (try? Data(contentsOf: URL(filePath: file))) ?? Data()
    switch random.number(in: 0..<3) {
    case 0: data = data.prefix(data.count / 2)
    case 1: for place in data.indices.prefix(40) { data[place] ^= 0x55 }
    default: data = Data()
    }
    // A new file, as a program that is killed leaves it: who has the old one mapped keeps it.
    try FileManager.default.removeItem(atPath: file)
    try data.write(to: URL(filePath: file))
    return true
  }

  @Test("Regions, states and missing translations")
  func requests() throws {
    let folder = try TemporaryFolder()
    let memory = try SearchableMemory(path: folder.path("a.memory"), .create)
    func add(_ tag: String, _ text: String, _ english: String?, _ state: UnitState) throws {
      var variants = [Variant(Language(tag), text)]
      if let english { variants.append(Variant(Language("en-GB"), english)) }
      _ = try memory.store.add(TranslationUnit(variants, state: state), by: Stamp())
    }
    try add("fr", "un deux trois", "one two three", .approved)
    try add("fr-CA", "un deux trois", nil, .imported)
    try add("fr-FR", "un deux quatre", "one two four", .draft)
    try add("fr", "un deux trois", "wrong", .rejected)
    let searcher = MemorySearcher(memory)
    var request = MemoryRequest(source: Language("fr-FR"), minimum: MatchRate(percent: 60))
    #expect(try searcher.matches(for: "un deux trois", request).map(\.unit) == [1, 2, 3])
    #expect(
      try searcher.matches(for: "un deux trois", request).map(\.target)
        == ["one two three", nil, "one two four"])
    request.limit = 1
    #expect(try searcher.matches(for: "un deux trois", request).map(\.unit) == [1])
    request.limit = 9
    request.states = [.rejected, .draft]
    #expect(try searcher.matches(for: "un deux trois", request).map(\.unit) == [4, 3])
    request.source = Language("en")
    request.target = .french
    request.states = Set(UnitState.allCases)
    #expect(
      try searcher.matches(for: "one two four", request).map(\.target) == [
        "un deux quatre", "un deux trois",
      ])
    request.source = Language("de")
    #expect(try searcher.matches(for: "eins", request) == [])
    #expect(try searcher.matches(for: "", request) == [])
  }

  @Test("What another connection writes is found by the next look-up")
  func seesOthers() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.memory")
    let memory = try SearchableMemory(path: path, .create)
    _ = try memory.store.add(TranslationUnit([Variant(.french, "phrase zéro")]), by: Stamp())
    let searcher = try MemorySearcher(path: path)
    for number in 1...60 {
      let text = "phrase numéro \(number)"
      let id = try memory.store.add(TranslationUnit([Variant(.french, text)]), by: Stamp())
      if number % 7 == 0 { try memory.updateIndexes() }
      let found = try searcher.matches(for: text, MemoryRequest(minimum: .exact))
      #expect(found.map(\.unit) == [id])
    }
  }
}
