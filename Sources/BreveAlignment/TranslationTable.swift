// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Sparse probabilities that a token of one text stands for a token of another.
struct TranslationTable: Sendable {
  /// Where the row of each token begins, and the end of the last.
  private(set) var offsets: [Int] = [0]
  private(set) var columns: [UInt32] = []
  private(set) var values: [Float] = []

  /// The most that the values of a row add up to; the rest is left to what is not known.
  static let mostMass: Float = 0.9

  init() {}

  var rows: Int { offsets.count - 1 }

  func range(_ row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

  /// Appends the next row, scaled down if its values add up to more than ``mostMass``.
  mutating func appendRow(_ entries: [(column: UInt32, value: Float)]) {
    var sum: Float = 0
    for entry in entries { sum += entry.value }
    let scale = sum > Self.mostMass ? Self.mostMass / sum : 1
    for entry in entries {
      columns.append(entry.column)
      values.append(entry.value * scale)
    }
    offsets.append(columns.count)
  }

  /// Rows and columns changed over; each row scaled as in ``appendRow(_:)``.
  func transposed(rows count: Int) -> TranslationTable {
    var turned = [[(column: UInt32, value: Float)]](repeating: [], count: count)
    for row in 0..<rows {
      for place in range(row) {
        turned[Int(columns[place])].append((UInt32(row), values[place]))
      }
    }
    var table = TranslationTable()
    for row in turned { table.appendRow(row) }
    return table
  }
}
