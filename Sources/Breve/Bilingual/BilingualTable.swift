// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveText

/// The rows of bilingual briefs for other tools: a table, or a TMX file.
package enum BilingualTable {
  /// `file number source target label rate state unit engine`, TAB between, one row a line after a header.
  ///
  /// - Parameter briefs: Their rows in order; a row without English has an empty target.
  /// - Returns: UTF-8.
  package static func tsv(_ briefs: [BilingualBrief]) -> [UInt8] {
    var out = "file\tnumber\tsource\ttarget\tlabel\trate\tstate\tunit\tengine\n"
    for bilingual in briefs {
      let file = bilingual.brief.article.path ?? "-"
      for (number, row) in bilingual.rows.enumerated() {
        let target = row.target
        let fields = [
          file, String(number + 1), row.source.segment.text, target.text ?? "",
          target.label.rawValue,
          target.rate.map { String(Int($0.percent)) } ?? "", target.state?.rawValue ?? "",
          target.unit.map { "\($0.memory):\($0.name)" } ?? "", target.engine ?? "",
        ]
        out += fields.map(Brief.oneLine).joined(separator: "\t") + "\n"
      }
    }
    return Array(out.utf8)
  }

  /// The rows as translation units; those without English have one variant.
  ///
  /// - Parameter briefs: Their rows in order.
  /// - Returns: A TMX 1.4 file.
  package static func tmx(_ briefs: [BilingualBrief]) -> [UInt8] {
    var header = TMXHeader()
    header.sourceLanguage = .french
    var writer = TMXWriter(header: header)
    for bilingual in briefs {
      for row in bilingual.rows {
        var variants = [Variant(bilingual.brief.article.language, row.source.segment.text)]
        if let text = row.target.text { variants.append(Variant(bilingual.language, text)) }
        var unit = TranslationUnit(variants, state: row.target.state ?? .draft)
        unit.sourceLanguage = bilingual.brief.article.language
        unit.document = bilingual.brief.article.path.map { Brief.stem($0) }
        unit.range = row.source.segment.range.utf8
        writer.append(unit)
      }
    }
    return writer.finish()
  }
}
