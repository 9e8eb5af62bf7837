// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

/// Reads the table of `breve bilingual --format tsv` after a person worked on it.
package enum RowTable {
  /// The rows; columns are known by their names and may stand in any order.
  ///
  /// - Parameters:
  ///   - bytes: The table, UTF-8.
  ///   - path: What it is called in errors.
  /// - Returns: In the order of the lines.
  /// - Throws: ``LoadingError`` if a column is missing.
  package static func rows(_ bytes: [UInt8], path: String) throws(LoadingError) -> ExchangeRows {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
        .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let names = lines.first ?? []
    guard let source = names.firstIndex(of: "source"), let target = names.firstIndex(of: "target"),
      let mark = names.firstIndex(of: "row")
    else {
      throw LoadingError(
        .malformed("the columns source, target and row are not all there"),
        at: SourceLocation(path: path, line: 1))
    }
    let state = names.firstIndex(of: "state")
    let file = names.firstIndex(of: "file")
    let previous = names.firstIndex(of: "previous")
    let next = names.firstIndex(of: "next")
    var rows: [ExchangeRow] = []
    for (number, fields) in lines.enumerated().dropFirst() where fields != [""] {
      func field(_ place: Int?) -> String {
        guard let place, place < fields.count else { return "" }
        return unquoted(fields[place])
      }
      var row = ExchangeRow(
        mark: RowMark(field(mark)), source: field(source).words, english: field(target).words)
      row.state = UnitState(rawValue: field(state))
      let name = field(file).split(separator: "/").last.map(String.init)
      row.document = name.flatMap { $0 == "-" ? nil : stem($0) }
      func neighbour(_ place: Int?) -> String? {
        let text = field(place).words
        return text.isEmpty ? nil : text
      }
      (row.previous, row.next) = (neighbour(previous), neighbour(next))
      row.place = "line \(number + 1)"
      rows.append(row)
    }
    return ExchangeRows(rows: rows)
  }

  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Spreadsheets put a field with quotation marks into quotation marks and double those in it.
  private static func unquoted(_ field: String) -> String {
    guard field.utf8.count > 1, field.hasPrefix("\""), field.hasSuffix("\"") else { return field }
    let inner = field.dropFirst().dropLast()
    guard inner.replacing("\"\"", with: "").contains("\"") == false,
      inner.contains("\"\"")
    else { return field }
    return String(inner.replacing("\"\"", with: "\""))
  }
}
