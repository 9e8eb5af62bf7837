// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

/// Commands that change many units at once.
@Suite("Many changes at once")
struct MemoryBatchTests {
  private static let count = 4_200
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let store = try MemoryStore(path: folder.path("made"), .create)
    try store.importUnits(by: Stamp(), file: nil) { session in
      for number in 0..<2 * Self.count {
        _ = try session.add(Self.unit(number < Self.count ? number : -number))
      }
    }
    // An import passes over what is there; the second half gets the texts of the first one afterwards.
    try store.change(Array(Self.count + 1...2 * Self.count), by: Stamp()) { unit in
      var other = Self.unit(unit.id - 1 - Self.count)
      other.id = unit.id
      return .replace(other, as: .edited)
    }
  }

  private static func unit(_ number: Int) -> TranslationUnit {
    TranslationUnit(
      [Variant(.french, "phrase \(number) "), Variant(.english, "sentence \(number) ")],
      state: .imported)
  }

  /// A memory with each of 4,200 units twice.
  private func copy() throws -> MemoryStore {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("m-") || name == "m" {
      try folder.remove(name)
    }
    try FileManager.default.copyItem(atPath: folder.path("made"), toPath: folder.path("m"))
    return try MemoryStore(path: folder.path("m"), .write)
  }

  @Test("A thousand changes are one transaction, each with its line in the history")
  func batches() throws {
    let store = try copy()
    let reader = try MemoryStore(path: folder.path("m"))
    let before = try store.generation()
    var told: [[Int]] = []
    var looked = 0
    let ids = [0, 99_999] + Array(1...2_500)
    let stamp = Stamp(user: "anne")
    try store.change(ids, by: stamp) { unit in
      // What others see meanwhile is what was told, and nothing of the open transaction.
      if unit.id % 499 == 0 {
        looked += 1
        #expect((try? reader.generation()) == before + told.reduce(0) { $0 + $1.count })
      }
      if unit.id == 7 { return nil }
      if unit.id.isMultiple(of: 2) { return .remove }
      var other = unit
      other.state = .rejected
      return .replace(other, as: .reviewed)
    } done: {
      told.append($0)
      #expect((try? reader.units([$0[0]]).first?.state) != .imported)
    }
    #expect(looked == 5 && told.map(\.count) == [997, 1_000, 502])
    #expect(told.flatMap { $0 } == (1...2_500).filter { $0 != 7 })
    #expect(try store.units([7]) == [Self.stored(7, store)])
    for id in [1, 2, 998, 999, 1_000, 2_500] {
      let history = try store.history(of: id)
      #expect(history.map(\.kind) == [.added, id.isMultiple(of: 2) ? .removed : .reviewed])
      #expect(history.last?.stamp == stamp)
      _ = try store.undo(id, by: Stamp())
      #expect(try store.units([id]).first?.state == .imported)
    }
    #expect(try store.faults() == [])
  }

  private static func stored(_ id: Int, _ store: MemoryStore) throws -> TranslationUnit? {
    try store.history(of: id).last?.after
  }

  /// What a command prints is done; the rest of its thousand is done whole or not at all.
  @Test("A deduplication that is killed has removed what it says it has")
  func killed() async throws {
    var struck = 0
    for round in 0..<12 {
      _ = try copy()
      let run = try await KilledProcess.run(
        ["memory", "deduplicate", "--memory", "m"], in: folder.path,
        after: 0.04 * Double(round))
      struck += run.isKilled ? 1 : 0
      let store = try MemoryStore(path: folder.path("m"), .write)
      #expect(try store.faults() == [])
      let left = Set(try store.units(after: 0, limit: .max).map(\.id))
      #expect(left.isSuperset(of: 1...Self.count), "round \(round)")
      let removed = 2 * Self.count - left.count
      #expect(removed.isMultiple(of: 1_000) || removed == Self.count, "round \(round)")
      let said = run.output.split(separator: "\n").compactMap { line in
        line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      }
      #expect(said.allSatisfy { !left.contains($0) } && said.count <= removed, "round \(round)")
      if !run.isKilled { #expect(said.count == Self.count) }
      if let unit = said.last {
        #expect(try store.undo(unit, by: Stamp())?.after?.id == unit)
      }
    }
    #expect(struck > 0)
  }

  @Test("Units that are moved or put right are so, and each can be taken back")
  func commands() async throws {
    let store = try copy()
    let fixed = try await BreveProcess.run(
      ["memory", "check", "--fix", "duplicate", "--kind", "duplicate", "--memory", "m"],
      in: folder.path)
    #expect(fixed.status == 1 && fixed.errors.contains("4200 units changed"), "\(fixed.errors)")
    #expect(try store.units(after: 0, limit: .max).map(\.id) == Array(1...Self.count))
    let moved = try await BreveProcess.run(
      ["memory", "split", "n", "--state", "imported", "--move", "--memory", "m"], in: folder.path)
    #expect(moved.output == "m: 4200 added, 0 updated, 0 duplicate, 0 skipped\n")
    #expect(try store.units(after: 0, limit: 1) == [])
    #expect(try MemoryStore(path: folder.path("n")).units(after: 4_199, limit: 9).count == 1)
    for id in [1, 1_001, 8_400] {
      #expect(try store.history(of: id).last?.kind == .removed)
      #expect(try store.undo(id, by: Stamp()) != nil)
    }
    #expect(try store.units([1, 1_001, 8_400]).count == 3)
  }
}
