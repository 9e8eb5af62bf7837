// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText

/// The table of `breve bilingual --format tsv`: its lines, and its rows after a person worked on it.
package enum RowTable {
  private static let tab = UInt8(ascii: "\t")

  /// A line as spreadsheets write it: a field with quotation marks stands in quotation marks.
  ///
  /// - Parameter fields: Without tabs and line ends.
  /// - Returns: The line with its end.
  package static func line(_ fields: [String]) -> String {
    DelimitedText.line(fields, delimiter: tab, hasQuotes: true)
  }

  /// The rows; columns are known by their names and may stand in any order.
  ///
  /// - Parameters:
  ///   - bytes: The table in any encoding that a spreadsheet writes; see ``TextDecoder``.
  ///   - path: What it is called in errors.
  /// - Returns: In the order of the lines.
  /// - Throws: ``LoadingError`` if it is no text, a column is missing, or a quotation mark is not closed.
  package static func rows(_ bytes: [UInt8], path: String) throws(LoadingError) -> ExchangeRows {
    let text = try TextDecoder().text(bytes, at: SourceLocation(path: path)).utf16
    let records = try records(String(decoding: text.drop { $0 == 0xFEFF }, as: UTF16.self), path)
    let names = records.first?.fields ?? []
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
    for record in records.dropFirst() where !record.fields.allSatisfy(\.isEmpty) {
      func field(_ place: Int?) -> String {
        guard let place, place < record.fields.count else { return "" }
        return record.fields[place]
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
      row.place = "line \(record.line)"
      rows.append(row)
    }
    return ExchangeRows(rows: rows)
  }

  private static func records(
    _ text: String, _ path: String
  ) throws(LoadingError) -> [DelimitedText.Record] {
    var table = DelimitedText(delimiter: tab, hasQuotes: true)
    table.append(Array(text.utf8))
    table.finish()
    var records: [DelimitedText.Record] = []
    while let record = table.popRecord() {
      // No field has a tab: where one has, a mark began it that belongs to the text of another row.
      guard !record.isOpen, !record.fields.contains(where: { $0.utf8.contains(tab) }) else {
        throw LoadingError(
          .malformed("a quotation mark is not closed"),
          at: SourceLocation(path: path, line: record.line))
      }
      records.append(record)
    }
    return records
  }

  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
