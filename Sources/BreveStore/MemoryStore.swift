// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveSystem
internal import FoundationEssentials
internal import GRDB

/// A translation memory in one SQLite file.
///
/// Every change is on the disk when its call returns, and a process that is killed loses nothing of it. Any number of
/// processes may read while one writes.
///
/// ```swift
/// let memory = try MemoryStore(path: "breve.memory", .create)
/// let unit = TranslationUnit([Variant(.french, "Bonjour."), Variant(.english, "Hello.")])
/// let id = try memory.add(unit, by: Stamp(user: "anne"))
/// print(try memory.units([id]))
/// ```
public final class MemoryStore: TranslationMemory {
  public typealias Failure = StoreError

  /// What is to be done with the file.
  public enum Access: Hashable, Sendable {
    /// Opened for reading; the file and its folder need not be writable.
    case read
    /// Opened for changes.
    case write
    /// Opened for changes, and made if it is not there.
    case create
  }

  /// The file.
  public let path: String
  let queue: DatabaseQueue
  /// Whether this process may not write to the memory: then nothing is made beside it either.
  let isReadOnly: Bool
  /// The file as it was when it was opened as one that nobody writes to; nil if it was not.
  private let unwritten: SystemFile.Mark?

  /// Opens a memory; an older one is brought to the present schema.
  ///
  /// - Parameters:
  ///   - path: The file. SQLite keeps `PATH-wal` and `PATH-shm` beside it while it is open.
  ///   - access: What is to be done with it.
  /// - Throws: ``StoreError``, also if a later Breve wrote the memory.
  public convenience init(path: String, _ access: Access = .read) throws(StoreError) {
    try self.init(
      path: path, access,
      isWritable: SystemFile.isWritable(path)
        && SystemFile.isWritable(SystemFolder.parent(of: path)))
  }

  /// The same, told whether the file and its folder may be written to.
  package init(path: String, _ access: Access, isWritable: Bool) throws(StoreError) {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || access == .create else { throw StoreError(.notFound, path) }
    isReadOnly = access == .read && !isWritable
    unwritten = isReadOnly && !Self.hasLog(path) ? SystemFile.mark(path) : nil
    do {
      queue = try DatabaseQueue(
        path: unwritten != nil ? Self.unwrittenAddress(path) : path,
        configuration: Self.configuration(isReadOnly: isReadOnly))
      try queue.writeWithoutTransaction { database in
        if isReadOnly {
          guard try !StoreSchema.needsMigration(database, path) else {
            throw StoreError(.notWritable("an older Breve made it, and it has to be adapted"), path)
          }
          return
        }
        try StoreSchema.migrate(database, path)
        if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal", access != .read {
          try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
      }
    } catch {
      throw StoreError(error, path)
    }
  }

  /// What is thrown for a unit that is not there.
  public func noUnit(_ id: Int) -> StoreError { StoreError(.noUnit(id), path) }

  /// Whether somebody wrote what is not in the file yet; who only reads may leave an empty log.
  private static func hasLog(_ path: String) -> Bool {
    SystemFile.mark(path + "-wal")?.size ?? 0 > 0
  }

  /// How SQLite opens a file beside which it may make none and nobody has: as one that nobody writes to.
  private static func unwrittenAddress(_ path: String) -> String {
    let unreserved = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var escaped: [UInt8] = []
    for byte in path.utf8 {
      escaped +=
        unreserved.contains(byte)
        ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return "file:" + String(decoding: escaped, as: UTF8.self) + "?immutable=1"
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(60)
    configuration.label = "memory"
    configuration.prepareDatabase { database in
      // FULL: a commit is on the disk when it returns. 32 MB of pages; temporary tables stay in memory.
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;
          PRAGMA journal_size_limit = 16777216
          """)
    }
    return configuration
  }

  /// Hands out the connection to read; all reading goes through here.
  ///
  /// SQLite takes no locks on a file that nobody writes to: where somebody began to, what was read does not count.
  func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let result = Swift.Result { try queue.unsafeRead(body) }
    if let unwritten, Self.hasLog(path) || SystemFile.mark(path) != unwritten {
      throw StoreError(.changed, path)
    }
    return try result.get()
  }

  /// Reads from one state of the memory, whatever others write meanwhile.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try reading { database in
        var result: Result?
        try database.inTransaction(.deferred) {
          result = try body(database)
          return .commit
        }
        guard let result else { throw StoreError(.database("no result"), path) }
        return result
      }
    } catch {
      throw StoreError(error, path)
    }
  }

  /// Changes the memory: all of it, or nothing if `body` throws.
  func write<Result>(_ body: (UnitWriter) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.writeWithoutTransaction { database in
        var result: Result?
        try database.inTransaction(.immediate) {
          let writer = try UnitWriter(database)
          result = try body(writer)
          try writer.finish()
          return .commit
        }
        guard let result else { throw StoreError(.database("no result"), path) }
        return result
      }
    } catch {
      throw StoreError(error, path)
    }
  }
}
