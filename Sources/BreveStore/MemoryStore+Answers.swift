// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import GRDB

/// What engines answered, by a digest of what they were asked.
///
/// Answers are no units: no look-up finds them, and no export writes them.
extension MemoryStore {
  /// The answers that are kept for `keys`.
  ///
  /// - Parameter keys: Digests.
  /// - Returns: By key; those that are not kept are missing.
  /// - Throws: ``StoreError`` if the memory cannot be read.
  public func answers(for keys: [String]) throws(StoreError) -> [String: String] {
    try read { database in
      let statement = try database.cachedStatement(sql: "SELECT text FROM answer WHERE key = ?")
      var answers: [String: String] = [:]
      for key in keys {
        answers[key] = try String.fetchOne(statement, arguments: [key])
      }
      return answers
    }
  }

  /// Keeps answers of an engine, all of them or none; an older one of the same key is replaced.
  ///
  /// - Parameters:
  ///   - answers: Keys with what is kept for them.
  ///   - engine: The engine and its version.
  /// - Throws: ``StoreError`` if the memory cannot be written.
  public func keep(answers: [(key: String, text: String)], of engine: String) throws(StoreError) {
    guard !answers.isEmpty else { return }
    do {
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          let statement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO answer (key, engine, text) VALUES (?, ?, ?)")
          for answer in answers {
            try statement.execute(arguments: [answer.key, engine, answer.text])
          }
          return .commit
        }
      }
    } catch {
      throw StoreError(error, path)
    }
  }
}
