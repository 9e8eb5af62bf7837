// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
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
    if let suggestion = row.target.suggestion {
      let label = row.target.label == .memoryRepaired ? "made from" : "suggestion"
      lines.append("\(label): \(suggestion.target)")
      lines.append("it stands for: \(difference(suggestion.difference))")
    }
    if row.target.text == nil {
      let known = row.knownForms.map(\.inWords)
      lines.append("terms: " + (known.isEmpty ? "none known" : known.joined(separator: "; ")))
    }
    for repair in row.target.repairs {
      lines.append("repaired (\(repair.kind)): \(repair.before) → \(repair.after)")
    }
    return lines + row.findings.map { "⚠ \($0.inWords)" }
  }

  /// What the article lacks in `[-…-]`, what it has beside it in `{+…+}`.
  private func difference(_ diff: WordDiff) -> String {
    diff.pieces.map { piece in
      switch piece {
      case .same(let text): text
      case .inserted(let text): "{+\(text)+}"
      case .deleted(let text): "[-\(text)-]"
      case .changed(let old, let new): "[-\(old)-]{+\(new)+}"
      }
    }.joined()
  }
}

extension BilingualBrief {
  /// The brief as plain text, with a line break at its end.
  public var plainText: String { TextBilingual(bilingual: self).document }
}
