// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// A memory that cannot be opened, read or written.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Kind: Hashable, Sendable {
    /// There is no file.
    case notFound
    /// The file is no memory of Breve.
    case notMemory
    /// A later Breve wrote it.
    case newerSchema(found: Int, known: Int)
    /// Another program holds it for longer than one may wait.
    case busy
    /// It may only be read here, and somebody else changed it while it was.
    case changed
    /// The file is damaged.
    case damaged(String)
    /// The disk is full, the folder is read-only, or the like.
    case notWritable(String)
    /// There is no unit with this number.
    case noUnit(Int)
    /// A unit that cannot be kept, and why.
    case badUnit(String)
    /// Anything else that SQLite says.
    case database(String)
  }

  public let kind: Kind
  /// The file of the memory.
  public let path: String

  init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  init(_ error: any Error, _ path: String) {
    self.path = path
    switch error {
    case let error as StoreError: kind = error.kind
    case let error as DatabaseError:
      let message = error.message ?? "error \(error.extendedResultCode.rawValue)"
      kind = Self.kind(of: error.resultCode.rawValue, message)
    case is RecordReader.Damage: kind = .damaged("a unit cannot be read")
    default: kind = .database("\(error)")
    }
  }

  /// The kind of a result code of SQLite.
  static func kind(of code: Int32, _ message: String) -> Kind {
    switch code & 0xFF {
    case 5, 6: .busy
    case 26: .notMemory
    case 11: .damaged(message)
    case 8, 10, 13, 14, 3: .notWritable(message)
    default: .database(message)
    }
  }

  public var description: String {
    switch kind {
    case .notFound:
      "\(path): there is no such memory; make one with breve memory import FILE --memory \(path)"
    case .notMemory: "\(path): this is not a memory of Breve; name another file with --memory"
    case .newerSchema(let found, let known):
      """
      \(path): a later Breve wrote this memory (schema \(found), and this one knows up to \(known)); \
      update Breve
      """
    case .busy: "\(path): another program is writing to this memory; try again when it is done"
    case .changed:
      "\(path): another program began to change this memory, which may only be read here; run the command again"
    case .damaged(let message):
      "\(path): the memory is damaged (\(message)); restore a copy made by breve memory backup"
    case .notWritable(let message):
      "\(path): the memory cannot be written (\(message)); check the disk and the permissions"
    case .noUnit(let id):
      "\(path): there is no unit \(id); breve memory match and concordance print the numbers"
    case .badUnit(let reason): "\(path): the unit cannot be kept: \(reason)"
    case .database(let message): "\(path): SQLite says: \(message); try again"
    }
  }
}
