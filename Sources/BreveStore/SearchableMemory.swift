// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveSystem
internal import GRDB

/// A memory with its indexes: what is changed through it is found at once.
///
/// The indexes lie in `PATH.index/`, may be thrown away, and are built anew when they are needed.
public struct SearchableMemory: Sendable {
  /// The units and their history.
  public let store: MemoryStore
  let keeper: IndexKeeper

  /// Opens a memory.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - access: What is to be done with it.
  /// - Throws: ``StoreError``.
  public init(path: String, _ access: MemoryStore.Access = .read) throws(StoreError) {
    self.init(try MemoryStore(path: path, access))
  }

  /// The same over a store that is open, with the indexes beside its file.
  package init(_ store: MemoryStore) {
    self.store = store
    keeper = IndexKeeper(store.path, isReadOnly: store.isReadOnly)
  }

  /// Takes units in, all or none; see ``MemoryStore/importUnits(by:file:_:)``.
  public func importUnits(
    by stamp: Stamp, file: String?, _ body: (ImportSession) throws -> Void
  ) throws {
    let feed = IndexFeed(keeper)
    try store.importUnits(by: stamp, file: file, begin: feed.begin, sink: feed.put, body)
    let state = try store.read { try IndexKeeper.stamp($0) }
    feed.finish(stamp: state)
  }

  /// Gives the room of what was removed back, in the store and in the indexes; damaged indexes are built anew.
  public func compact() throws(StoreError) {
    try store.compact()
    try store.read { try keeper.compact($0) }
  }

  /// What the present state of the memory is told by: the number of its last change and a mark of it.
  package func state() throws(StoreError) -> UInt64 { try store.read { try IndexKeeper.stamp($0) } }

  /// Whether the memory was once in a state.
  package func wasInState(_ state: UInt64) throws(StoreError) -> Bool {
    try store.read { try IndexKeeper.isOfThisMemory(state, $0) }
  }

  /// The file beside the indexes that has what was learned of the words of two languages.
  package static func wordsPath(_ memory: String, _ source: String, _ target: String) -> String {
    memory + ".index/\(source)-\(target).words"
  }

  /// Makes the folder of the indexes; false if that fails.
  package static func makeFolder(_ memory: String) -> Bool { SystemFolder.make(memory + ".index") }

  /// Writes down in the indexes what was changed in the store since.
  ///
  /// Look-ups find the changes without it; they are quicker with it.
  public func updateIndexes() throws(StoreError) {
    try store.read { try keeper.bringUpToDate($0) }
  }

  /// The same; what goes wrong is left to the next look-up, which builds what is missing.
  public func updateIndexesIfPossible() { try? updateIndexes() }
}
