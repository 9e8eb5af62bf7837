// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms

/// A bilingual brief as plain text, for a terminal: each sentence with its English below it, and where that comes from.
struct TextBilingual {
  let bilingual: BilingualBrief

  var document: String {
    let brief = bilingual.brief
    var out = brief.heading
    if let outlet = brief.article.facts.outlet { out += " · \(outlet)" }
    out += " · " + (brief.article.date.map(\.value.description) ?? "no date") + "\n"
    for row in bilingual.rows {
      out += "\n\(brief.article.language.tag)  \(row.source.segment.text)\n"
      for (number, line) in english(row).enumerated() {
        let margin = number == 0 && row.target.text != nil ? "\(bilingual.language.tag)  " : "    "
        out += margin + line + "\n"
      }
    }
    out += "\n" + bilingual.coverageInWords + "\n"
    for note in bilingual.notes { out += "Note (\(note.kind.rawValue)): \(note.text).\n" }
    return out
  }

  private func english(_ row: BilingualRow) -> [String] {
    var lines: [String] = []
    if row.target.text != nil { lines.append(row.shownEnglish.map(\.text).joined()) }
    lines.append("[\(row.target.labelInWords)]")
    lines += row.details.map { "\($0.label.lowercased()): \($0.text)" }
    return lines + row.findings.map { "⚠ \($0.inWords)" }
  }
}

extension BilingualBrief {
  /// The brief as plain text, with a line break at its end.
  public var plainText: String { TextBilingual(bilingual: self).document }
}
