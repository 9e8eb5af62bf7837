// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("The store of a memory")
struct MemoryStoreTests {
  @Test("What is kept comes back, every field of it", arguments: 1...20 as ClosedRange<UInt64>)
  func comesBack(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = RandomUnits(seed: seed)
    var kept: [TranslationUnit] = []
    do {
      let store = try MemoryStore(path: folder.path("a.memory"), .create)
      for _ in 0..<10 {
        var unit = random.unit()
        unit.id = try store.add(unit, by: Stamp())
        kept.append(unit)
      }
    }
    let store = try MemoryStore(path: folder.path("a.memory"))
    #expect(try store.units(kept.map(\.id).reversed()) == kept.reversed())
    #expect(try store.units(after: 0, limit: 100) == kept)
    // Byte by byte: two spellings of one letter are equal strings.
    #expect("\(try store.units(after: 0, limit: 100))".utf8.elementsEqual("\(kept)".utf8))
    #expect(try store.units(after: kept[3].id, limit: 3) == Array(kept[4...6]))
    #expect(try store.units([0, -1, 99_999]) == [])
    #expect(try store.generation() == 10)
  }

  @Test(
    "Any changes, then undo for each of them, lead back", arguments: 1...12 as ClosedRange<UInt64>)
  func undoLeadsBack(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try MemoryStore(path: folder.path("a.memory"), .create)
    var random = RandomUnits(seed: seed)
    var states: [[TranslationUnit?]] = []
    for _ in 0..<4 {
      var unit = random.unit()
      unit.id = try store.add(unit, by: random.stamp())
      states.append([nil, unit])
    }
    for _ in 0..<40 {
      let place = random.text.generator.number(in: 0..<4)
      if states[place].last.flatMap({ $0 }) == nil { continue }
      if random.text.generator.isOne(in: 5) {
        try store.remove(place + 1, by: random.stamp())
        states[place].append(nil)
      } else {
        var unit = random.unit()
        unit.id = place + 1
        try store.replace(with: unit, as: .edited, by: random.stamp())
        states[place].append(unit)
      }
    }
    for (place, past) in states.enumerated() {
      let history = try store.history(of: place + 1)
      #expect(history.map(\.before) == Array(past.dropLast()))
      #expect(history.map(\.after) == Array(past.dropFirst()))
      #expect(history.map(\.number) == history.map(\.number).sorted())
      for state in past.dropLast().reversed() {
        let change = try store.undo(place + 1, by: Stamp(user: "undo"))
        #expect(change?.kind == .undone)
        #expect(change?.after == state)
        #expect(try store.units([place + 1]).first == state)
      }
      #expect(try store.undo(place + 1, by: Stamp()) == nil)
      #expect(try store.history(of: place + 1).count == 2 * (past.count - 1))
    }
  }

  @Test("Changes are given in order, each once, from any number on")
  func changes() throws {
    let folder = try TemporaryFolder()
    let store = try MemoryStore(path: folder.path("a.memory"), .create)
    try store.importUnits(by: Stamp(user: "i"), file: "f") { session in
      for number in 0..<7 {
        _ = try session.add(TranslationUnit([Variant(.french, "phrase \(number)")]))
      }
    }
    try store.remove(3, by: Stamp())
    _ = try store.add(TranslationUnit([Variant(.french, "encore")]), by: Stamp())
    _ = try store.undo(3, by: Stamp())
    let all = try store.changes(after: 0, limit: 100)
    #expect(all.map(\.number) == Array(1...10))
    #expect(all.map(\.unit) == [1, 2, 3, 4, 5, 6, 7, 3, 8, 3])
    #expect(all[2].after?.variants[0].text == "phrase 2")
    #expect(all[7].after == nil)
    #expect(all[9].after?.variants[0].text == "phrase 2")
    for start in 0...10 {
      #expect(try store.changes(after: start, limit: 100) == Array(all.dropFirst(start)))
      #expect(try store.changes(after: start, limit: 3) == Array(all.dropFirst(start).prefix(3)))
    }
  }

  @Test("A number is never given twice")
  func numbersAreNotReused() throws {
    let folder = try TemporaryFolder()
    let store = try MemoryStore(path: folder.path("a.memory"), .create)
    let unit = TranslationUnit([Variant(.french, "a")])
    let first = try store.add(unit, by: Stamp())
    try store.remove(first, by: Stamp())
    #expect(try store.add(unit, by: Stamp()) == first + 1)
  }

  @Test("Says what is wrong with a file that cannot be opened")
  func refusals() throws {
    let folder = try TemporaryFolder()
    func message(_ name: String) -> String {
      do {
        _ = try MemoryStore(path: folder.path(name), .write)
        return "opened"
      } catch { return String(error.description.dropFirst(folder.path(name).count)) }
    }
    try folder.write(Array("no database at all, but long enough to be taken for one".utf8), to: "x")
    #expect(message("x") == ": this is not a memory of Breve; name another file with --memory")
    #expect(
      message("none")
        == ": there is no such memory; make one with breve memory import FILE --memory \(folder.path("none"))"
    )
  }

  @Test("An import keeps everything or nothing")
  func importIsWhole() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let store = try MemoryStore(path: folder.path("a.memory"), .create)
    #expect(throws: Stop.self) {
      try store.importUnits(by: Stamp(), file: nil) { session in
        _ = try session.add(TranslationUnit([Variant(.french, "a")]))
        throw Stop()
      }
    }
    #expect(try store.generation() == 0)
    #expect(try store.units(after: 0, limit: 9) == [])
  }

  @Test("An import finds what is there")
  func duplicates() throws {
    let folder = try TemporaryFolder()
    let store = try MemoryStore(path: folder.path("a.memory"), .create)
    let french = Variant(.french, "Bonjour.")
    let english = Variant(.english, "Hello.")
    let other = Variant(.english, "Good morning.")
    let german = Variant(Language("de"), "Guten Tag.")
    let units: [([Variant], ImportSession.Outcome)] = [
      ([french], .added(1)), ([french], .duplicate(of: 1)), ([french, english], .updated(1)),
      ([english, french], .duplicate(of: 1)), ([english], .duplicate(of: 1)),
      ([french, other], .added(2)), ([german], .added(3)), ([english, french], .duplicate(of: 1)),
      ([Variant(.french, "")], .skipped("there is no text in it")),
      ([Variant(.french, "Bonjour. ")], .added(4)), ([], .skipped("there is no text in it")),
    ]
    for round in 0..<2 {
      try store.importUnits(by: Stamp(), file: nil) { session in
        for (variants, expected) in units {
          let outcome = try session.add(TranslationUnit(variants))
          switch (round, expected) {
          case (1, .added(let id)), (1, .updated(let id)): #expect(outcome == .duplicate(of: id))
          default: #expect(outcome == expected)
          }
        }
      }
    }
    #expect(try store.units([1])[0].variants == [french, english])
    #expect(try store.history(of: 1).map(\.kind) == [.added, .updated])
    #expect(try store.units(after: 0, limit: 9).count == 4)
  }

  @Test("A unit that a file brings again under its name takes the place of the old one")
  func sameNames() throws {
    let folder = try TemporaryFolder()
    let memory = try SearchableMemory(path: folder.path("a.memory"), .create)
    func unit(_ name: String?, _ french: String, _ english: String) -> TranslationUnit {
      var unit = TranslationUnit([Variant(.french, french), Variant(.english, english)])
      unit.name = name
      return unit
    }
    func take(_ units: [TranslationUnit], from file: String) throws -> [ImportSession.Outcome] {
      var outcomes: [ImportSession.Outcome] = []
      try memory.importUnits(by: Stamp(user: "i"), file: file) { session in
        for unit in units { outcomes.append(try session.add(unit)) }
      }
      return outcomes
    }
    let first = [unit("a", "un", "one"), unit("b", "deux", "two"), unit("c", "trois", "three")]
    #expect(try take(first, from: "x/m.tmx") == [.added(1), .added(2), .added(3)])
    #expect(
      try take(first, from: "m.tmx.gz")
        == [.duplicate(of: 1), .duplicate(of: 2), .duplicate(of: 3)])
    try memory.store.replace(
      with: {
        var edited = unit("c", "trois", "three!")
        edited.id = 3
        return edited
      }(), as: .edited, by: Stamp(user: "anne"))
    let second = [
      unit("a", "un", "one of them"), unit("b", "deux mille", "two"), unit("c", "trois", "3"),
      unit("a", "un", "an"), unit("d", "quatre", "four"), unit(nil, "un", "1"),
    ]
    #expect(
      try take(second, from: "y/m.tmx") == [
        .updated(1), .updated(2),
        .skipped("unit 3 was changed in the memory since it was imported"),
        .added(4), .added(5), .added(6),
      ])
    let texts = try memory.store.units(after: 0, limit: 10).map { $0.variants.map(\.text) }
    #expect(
      texts == [
        ["un", "one of them"], ["deux mille", "two"], ["trois", "three!"], ["un", "an"],
        ["quatre", "four"], ["un", "1"],
      ])
    let history = try memory.store.history(of: 1)
    #expect(history.map(\.kind) == [.added, .updated])
    #expect(history.last?.before?.variants.last?.text == "one")
    let searcher = MemorySearcher(memory)
    #expect(try searcher.matches(for: "deux mille", MemoryRequest()).map(\.unit) == [2])
    #expect(try searcher.matches(for: "deux", MemoryRequest()).isEmpty)
    // Another file with the same names is another matter.
    #expect(try take([unit("a", "un", "uno")], from: "other.tmx") == [.added(7)])
    #expect(try memory.store.undo(1, by: Stamp())?.after?.variants.last?.text == "one")
  }
}
