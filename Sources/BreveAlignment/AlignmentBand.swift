// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The cells of a table of sentences that are looked at: for each row a range of columns.
struct AlignmentBand: Sendable {
  /// For each row, the first column and the one past the last.
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  /// Where the cells of each row begin, and the end of the last.
  private(set) var offsets: [Int]

  var rows: Int { lower.count }
  var cells: Int { offsets[rows] }

  /// All cells of `rows` rows and `columns` columns.
  init(rows: Int, columns: Int) {
    self.init(
      lower: [Int](repeating: 0, count: rows), upper: [Int](repeating: columns, count: rows))
  }

  private init(lower: [Int], upper: [Int]) {
    (self.lower, self.upper) = (lower, upper)
    offsets = [0]
    for row in lower.indices { offsets.append(offsets[row] + upper[row] - lower[row]) }
  }

  /// The cells that are not further than `margin` rows and columns from a path of positions.
  ///
  /// - Parameters:
  ///   - path: Positions between sentences, ascending on both sides.
  ///   - rows: The number of positions of the source.
  ///   - columns: The number of positions of the target.
  ///   - margin: How far cells may be from the path.
  init(around path: [(source: Int, target: Int)], rows: Int, columns: Int, margin: Int) {
    var first = [Int](repeating: .max, count: rows)
    var last = [Int](repeating: -1, count: rows)
    for (index, place) in path.enumerated() {
      let from = index == 0 ? place : path[index - 1]
      for row in from.source...place.source where row < rows {
        first[row] = min(first[row], from.target)
        last[row] = max(last[row], place.target)
      }
    }
    // What a row may see is what the rows around it see; both ends ascend.
    let lower = (0..<rows).map { max(0, first[max(0, $0 - margin)] - margin) }
    let upper = (0..<rows).map { min(columns, last[min(rows - 1, $0 + margin)] + margin + 1) }
    self.init(lower: lower, upper: upper)
  }

  @inline(__always)
  func contains(_ row: Int, _ column: Int) -> Bool {
    row < rows && column >= lower[row] && column < upper[row]
  }

  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Int { offsets[row] + column - lower[row] }
}
