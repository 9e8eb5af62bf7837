// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Memories that are damaged")
struct DamagedMemoryTests {
  private static func damaged(_ damage: String, in folder: TemporaryFolder) throws -> MemoryStore {
    let path = folder.path("a.memory")
    do {
      let store = try MemoryStore(path: path, .create)
      try store.importUnits(by: Stamp(), file: "a.tmx") { session in
        for number in 0..<3 {
          _ = try session.add(TranslationUnit([Variant(.french, "phrase \(number)")]))
        }
      }
    }
    try SchemaTests.run(damage, on: path)
    return try MemoryStore(path: path, .write)
  }

  @Test(
    "A run of additions that cannot be is reported as damage",
    arguments: ["count = -5", "first = -2"])
  func runs(damage: String) throws {
    let folder = try TemporaryFolder()
    let store = try Self.damaged("UPDATE run SET \(damage)", in: folder)
    #expect {
      try store.changes(after: 0, limit: 100)
    } throws: { error in
      if case .damaged = (error as? StoreError)?.kind { true } else { false }
    }
  }

  @Test("A run that is said to be endless is read as far as is asked")
  func endless() throws {
    let folder = try TemporaryFolder()
    let store = try Self.damaged("UPDATE run SET count = 1 << 48", in: folder)
    let changes = try store.changes(after: 0, limit: 4)
    #expect(changes.map(\.number) == [1, 2, 3, 4])
    #expect(changes.map(\.unit) == [1, 2, 3, 4])
    let later = try store.changes(after: 1 << 40, limit: 2)
    #expect(later.map(\.number) == [(1 << 40) + 1, (1 << 40) + 2])
  }
}
