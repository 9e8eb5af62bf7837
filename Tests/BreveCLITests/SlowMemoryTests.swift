// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Synchronization
internal import Testing

private let isSlowSuiteOn = ProcessInfo.processInfo.environment["BREVE_SLOW"] == "1"

/// What takes longer than a minute: `make test` runs it after the quick suite, with `BREVE_SLOW=1`.
@Suite("A memory under attack", .enabled(if: isSlowSuiteOn), .serialized)
struct SlowMemoryTests {
  /// Kills; `BREVE_KILLS` asks for another number.
  static let kills = Int(ProcessInfo.processInfo.environment["BREVE_KILLS"] ?? "") ?? 200

  /// `breve` is killed at a random moment of an import, of edits or of a compaction, again and again.
  @Test("A killed process loses nothing that it acknowledged")
  func kills() async throws {
    var random = SeededGenerator(seed: 20_250_403)
    var folder = try TemporaryFolder()
    var known = Known()
    var struck = 0
    var durations = [0.3, 0.15, 0.15]
    for round in 0..<Self.kills {
      if round % 25 == 0 {
        folder = try TemporaryFolder()
        known = Known()
        try await Self.run(known.importArguments(&random, folder, files: 1), folder)
        try known.accept(folder)
      }
      let kind = random.number(in: 0..<3)
      let arguments =
        switch kind {
        case 0: try known.importArguments(&random, folder, files: 3)
        case 1: known.reviewArguments(&random)
        default: ["memory", "compact", "--memory", "m"]
        }
      let limit = Double(random.number(in: 0..<1_000)) / 1_000 * durations[kind] * 1.2
      let start = ContinuousClock.now
      let run = try await KilledProcess.run(arguments, in: folder.path, after: limit)
      if run.isKilled {
        struck += 1
      } else {
        // So that kills fall everywhere: the next limit goes by how long such a run takes.
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        durations[kind] = 0.7 * durations[kind] + 0.3 * max(0.005, seconds)
      }
      durations[kind] *= run.isKilled ? 1.02 : 1
      try known.check(folder, acknowledged: run.output, isDone: !run.isKilled, kind, round)
    }
    print("killed \(struck) of \(Self.kills) runs")
    #expect(struck * 3 > Self.kills)
  }

  private static func run(_ arguments: [String], _ folder: TemporaryFolder) async throws {
    let run = try await BreveProcess.run(arguments, in: folder.path)
    try #require(run.status == 0, "\(run.errors)")
  }

  /// One process adds units one by one; others look up, all the while, what it says it has added.
  @Test("Readers find each unit while a writer adds more")
  func readersAndWriter() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("m")
    let count = Int(ProcessInfo.processInfo.environment["BREVE_ADDITIONS"] ?? "") ?? 3_000
    let memory = try SearchableMemory(path: path, .create)
    let progress = Progress()
    async let readings = Self.readings(folder, progress)
    do {
      defer { progress.end() }
      for number in 0..<count {
        let id = try memory.store.add(
          TranslationUnit([Variant(.french, Self.phrase(number))]), by: Stamp())
        try memory.updateIndexes()
        try #require(id == number + 1)
        progress.added(number)
      }
    }
    let (rounds, missed) = try await readings
    #expect(missed == [])
    #expect(rounds >= 5)
    let searcher = try MemorySearcher(path: path)
    for number in stride(from: 0, to: count, by: max(1, count / 500)) {
      let found = try searcher.matches(
        for: Self.phrase(number), MemoryRequest(minimum: .exact))
      #expect(found.map(\.unit) == [number + 1])
    }
    #expect(try memory.store.faults() == [])
  }

  private static func phrase(_ number: Int) -> String { "phrase \(number) du \(number % 97)" }

  /// How far the writer is.
  private final class Progress: Sendable {
    private let state = Mutex<(last: Int?, isDone: Bool)>((nil, false))

    var last: Int? { state.withLock { $0.last } }
    var isDone: Bool { state.withLock { $0.isDone } }
    func added(_ number: Int) { state.withLock { $0.last = number } }
    func end() { state.withLock { $0.isDone = true } }
  }

  /// How many look-ups were made until the writer was done, and of what they did not find, what was printed.
  private static func readings(
    _ folder: TemporaryFolder, _ progress: Progress
  ) async throws -> (rounds: Int, missed: [String]) {
    var rounds = 0
    var missed: [String] = []
    while !progress.isDone {
      guard let last = progress.last else {
        try await Task.sleep(for: .milliseconds(5))
        continue
      }
      // The newest unit, and one of long ago.
      for number in [last, last / 2] {
        let run = try await BreveProcess.run(
          ["memory", "match", phrase(number), "--memory", "m", "--minimum-rate", "100"],
          in: folder.path)
        rounds += 1
        if run.status != 0 || !run.output.contains("unit \(number + 1) ") {
          missed.append("\(number): \(run.status) \(run.output)\(run.errors)")
        }
      }
    }
    return (rounds, missed)
  }
}

/// What a memory must hold.
private struct Known {
  /// The texts of units, by file: those that were acknowledged.
  var texts: [String] = []
  var states: [Int: UnitState] = [:]
  /// Files that were begun: name and texts, in order.
  var pending: [(name: String, texts: [String])] = []
  var review: (units: [Int], state: UnitState)?
  private var number = 0

  mutating func importArguments(
    _ random: inout SeededGenerator, _ folder: TemporaryFolder, files: Int
  ) throws -> [String] {
    pending = []
    for _ in 0..<files {
      number += 1
      let texts = (0..<random.number(in: 20..<400)).map { "fichier \(number) phrase \($0) mot" }
      let name = "f\(number).tsv"
      try folder.write(texts.map { $0 + "\tfile\n" }.joined(), to: name)
      pending.append((name, texts))
    }
    return ["memory", "import"] + pending.map(\.name) + ["--memory", "m"]
  }

  mutating func reviewArguments(_ random: inout SeededGenerator) -> [String] {
    let ids = (0..<60).map { _ in random.number(in: 0..<max(1, texts.count)) + 1 }
    let state = random.one(of: [UnitState.reviewed, .approved, .draft])
    let units = Array(Set(ids)).sorted()
    review = (units, state)
    return ["memory", "review"] + units.map(String.init)
      + ["--state", state.rawValue, "--memory", "m"]
  }

  /// Takes over what the first import brought.
  mutating func accept(_ folder: TemporaryFolder) throws {
    for file in pending { texts += file.texts }
    pending = []
  }

  mutating func check(
    _ folder: TemporaryFolder, acknowledged: String, isDone: Bool, _ kind: Int, _ round: Int
  ) throws {
    let comment: Comment = "round \(round), kind \(kind)"
    let store = try MemoryStore(path: folder.path("m"), .write)
    #expect(try store.faults() == [], comment)
    let units = try store.units(after: 0, limit: .max)
    if kind == 0 {
      // Files come in one after the other, each whole or not at all; what was reported is there.
      let said = acknowledged.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      var there = 0
      for file in pending {
        guard units.count > texts.count else { break }
        texts += file.texts
        there += 1
      }
      #expect(there >= said, comment)
      if isDone { #expect(there == pending.count, comment) }
      pending = []
    }
    #expect(units.map { $0.variants[0].text } == texts, comment)
    if kind == 1, let review {
      // Units are reviewed in order, so those that have the new state come first.
      for unit in units where review.units.contains(unit.id) {
        if isDone { #expect(unit.state == review.state, comment) }
        if unit.state == review.state { states[unit.id] = review.state }
      }
    }
    for unit in units { #expect(unit.state == states[unit.id, default: .imported], comment) }
    let searcher = try MemorySearcher(path: folder.path("m"))
    let request = MemoryRequest(minimum: .exact, limit: 3)
    for (place, text) in texts.enumerated()
    where place % 7 == round % 7 || place + 400 > texts.count {
      #expect(try searcher.matches(for: text, request).map(\.unit) == [place + 1], comment)
    }
  }
}
