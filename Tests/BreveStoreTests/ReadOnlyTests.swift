// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Memories that may only be read")
struct ReadOnlyTests {
  private static let texts = ["Le contrat prend fin", "Le contrat dure", "La paix est signée"]

  /// A memory with its index, closed again.
  private static func made(_ count: Int, indexed: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let memory = try SearchableMemory(path: folder.path("été 100%?.memory"), .create)
    for (number, text) in texts.prefix(count).enumerated() {
      let unit = TranslationUnit([Variant(.french, text), Variant(.english, "\(number)")])
      _ = try memory.store.add(unit, by: Stamp())
      guard number + 1 == indexed else { continue }
      // A look-up makes the index.
      _ = try MemorySearcher(memory).matches(for: text, MemoryRequest())
      try memory.updateIndexes()
    }
    return folder
  }

  @Test(
    "What is there is found, whatever the index has of it, and nothing is made beside it",
    arguments: [0, 1, 3])
  func found(indexed: Int) throws {
    let folder = try Self.made(3, indexed: indexed)
    let before = try folder.names()
    #expect(before.contains { $0.contains(".index/fr/") } == (indexed > 0))
    let path = folder.path("été 100%?.memory")
    do {
      let store = try MemoryStore(path: path, .read, isWritable: false)
      let searcher = MemorySearcher(SearchableMemory(store))
      for (number, text) in Self.texts.enumerated() {
        let found = try searcher.matches(for: text, MemoryRequest(minimum: .exact))
        #expect(found.map(\.unit) == [number + 1], "\(text)")
        #expect(found.first?.target == "\(number)")
      }
      #expect(try store.statistics().units == 3)
      #expect(try store.faults() == [])
      #expect(throws: StoreError.self) { try store.add(TranslationUnit([]), by: Stamp()) }
    }
    #expect(try folder.names() == before)
  }

  @Test("What another is writing is read as it is")
  func beingWritten() throws {
    let folder = try Self.made(1, indexed: 1)
    let path = folder.path("été 100%?.memory")
    let writer = try MemoryStore(path: path, .write)
    for text in Self.texts.dropFirst() {
      _ = try writer.add(TranslationUnit([Variant(.french, text)]), by: Stamp())
    }
    #expect(try folder.names().contains { $0.hasSuffix("-wal") })
    let reader = try MemoryStore(path: path, .read, isWritable: false)
    #expect(try reader.statistics().units == 3)
  }

  @Test("A memory that somebody else only reads is read on, though an empty log lies beside it")
  func readBesides() throws {
    let folder = try Self.made(2, indexed: 2)
    let path = folder.path("été 100%?.memory")
    let early = MemorySearcher(
      SearchableMemory(try MemoryStore(path: path, .read, isWritable: false)))
    let other = try MemorySearcher(path: path)
    _ = try other.matches(for: Self.texts[1], MemoryRequest())
    #expect(try folder.names().contains { $0.hasSuffix("-wal") })
    let late = MemorySearcher(
      SearchableMemory(try MemoryStore(path: path, .read, isWritable: false)))
    for searcher in [early, late] {
      #expect(try searcher.matches(for: Self.texts[0], MemoryRequest()).count == 1)
    }
    withExtendedLifetime(other) {}
  }

  @Test("What somebody begins to change while it is read is not read on")
  func changedMeanwhile() throws {
    let folder = try Self.made(2, indexed: 2)
    let path = folder.path("été 100%?.memory")
    func reader() throws -> MemorySearcher {
      MemorySearcher(SearchableMemory(try MemoryStore(path: path, .read, isWritable: false)))
    }
    let early = try reader()
    #expect(try early.matches(for: Self.texts[0], MemoryRequest()).count == 1)
    do {
      let writer = try MemoryStore(path: path, .write)
      _ = try writer.add(TranslationUnit([Variant(.french, Self.texts[2])]), by: Stamp())
      #expect(throws: StoreError.self) { try early.matches(for: Self.texts[2], MemoryRequest()) }
      let late = try reader()
      #expect(try late.matches(for: Self.texts[2], MemoryRequest(minimum: .exact)).count == 1)
    }
    // The log is gone, the file is another.
    #expect(try !folder.names().contains { $0.hasSuffix("-wal") })
    #expect(throws: StoreError.self) { try early.matches(for: Self.texts[2], MemoryRequest()) }
  }
}
