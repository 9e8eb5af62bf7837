// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Columns for a terminal.
package struct TextTable: Sendable {
  private let rows: [[String]]
  private let rightAligned: Set<Int>

  /// Aligns the columns in `rightAligned` to the right, as numbers are.
  package init(header: [String], rows: [[String]], rightAligned: Set<Int> = []) {
    self.rows = [header] + rows
    self.rightAligned = rightAligned
  }

  package var text: String {
    let widths = rows[0].indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        let isLast = column + 1 == row.count
        line += rightAligned.contains(column) ? padding + cell : isLast ? cell : cell + padding
        if !isLast { line += "  " }
      }
      return line + "\n"
    }.joined()
  }
}
