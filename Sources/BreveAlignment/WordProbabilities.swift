// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Sparse probabilities of words of one language for each word of another; columns ascend within a row.
struct WordProbabilities: Equatable, Sendable {
  /// Where the row of each word begins, and the end of the last.
  private(set) var offsets: [Int] = [0]
  private(set) var columns: [UInt32] = []
  private(set) var values: [Float] = []

  func range(_ row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

  /// Adds to the row that is not ended yet.
  mutating func append(_ column: UInt32, _ value: Float) {
    columns.append(column)
    values.append(value)
  }

  mutating func endRow() { offsets.append(columns.count) }

  /// Adds the rows of another table.
  mutating func append(_ other: WordProbabilities) {
    let base = columns.count
    columns += other.columns
    values += other.values
    for offset in other.offsets.dropFirst() { offsets.append(base + offset) }
  }
}
