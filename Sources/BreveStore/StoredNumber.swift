// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import GRDB

extension Row {
  /// A number of a row; GRDB's own subscript traps where a damaged file has none.
  ///
  /// - Parameter column: Its place, from 0.
  /// - Returns: What is stored.
  /// - Throws: ``RecordReader/Damage`` if there is no number that this program could have written.
  func number(_ column: Int) throws(RecordReader.Damage) -> Int {
    guard let number = try optionalNumber(column) else { throw RecordReader.Damage() }
    return number
  }

  /// A number of a row, or nothing where the column is empty.
  ///
  /// - Parameter column: Its place, from 0.
  /// - Returns: Nothing for NULL.
  /// - Throws: ``RecordReader/Damage`` if something else than a number is stored.
  func optionalNumber(_ column: Int) throws(RecordReader.Damage) -> Int? {
    let value: DatabaseValue = self[column]
    if value.isNull { return nil }
    guard let number = Int.fromDatabaseValue(value), number.magnitude < 1 << 52 else {
      throw RecordReader.Damage()
    }
    return number
  }

  /// A short text of a row, which ends at a NUL.
  ///
  /// - Parameter column: Its place, from 0.
  /// - Returns: Nothing for NULL, and for what is no text.
  func shortText(_ column: Int) -> String? {
    String.fromDatabaseValue(self[column] as DatabaseValue)
  }
}
