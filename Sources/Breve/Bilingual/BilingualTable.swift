// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveText

/// The rows of bilingual briefs for other tools: a table, or a TMX file.
package enum BilingualTable {
  /// `file number source target label rate state unit engine row previous next`, TAB between, one row a line after a header.
  ///
  /// A field with quotation marks stands in quotation marks, and they are doubled, as spreadsheets read and write it.
  ///
  /// - Parameter briefs: Their rows in order; a row without English has an empty target.
  /// - Returns: UTF-8.
  package static func tsv(_ briefs: [BilingualBrief]) -> [UInt8] {
    var out =
      "file\tnumber\tsource\ttarget\tlabel\trate\tstate\tunit\tengine\trow\tprevious\tnext\n"
    for bilingual in briefs {
      let file = bilingual.brief.article.path ?? "-"
      let exchange = bilingual.exchangeRows
      for (number, row) in bilingual.rows.enumerated() {
        let target = row.target
        let fields = [
          file, String(number + 1), row.source.segment.text, target.text ?? "",
          target.label.rawValue,
          target.rate.map { String(Int($0.percent)) } ?? "", exchange[number].state?.rawValue ?? "",
          target.unit.map { "\($0.memory):\($0.name)" } ?? "", target.engine ?? "",
          exchange[number].mark?.text ?? "", exchange[number].previous ?? "",
          exchange[number].next ?? "",
        ]
        out += RowTable.line(fields.map(Brief.oneLine))
      }
    }
    return Array(out.utf8)
  }

  /// The rows as translation units; those without English have one variant.
  ///
  /// - Parameter briefs: Their rows in order.
  /// - Returns: A TMX 1.4 file.
  package static func tmx(_ briefs: [BilingualBrief]) -> [UInt8] {
    RowUnits.tmx(briefs.flatMap(\.exchangeRows), target: briefs.first?.language ?? .english)
  }

  /// The rows as units of XLIFF 2.1.
  ///
  /// - Parameter briefs: Their rows in order.
  /// - Returns: A file that holds a `<file>` for each article.
  package static func xliff(_ briefs: [BilingualBrief]) -> [UInt8] {
    RowUnits.xliff(
      briefs.flatMap(\.exchangeRows), source: briefs.first?.brief.article.language ?? .french,
      target: briefs.first?.language ?? .english)
  }
}
