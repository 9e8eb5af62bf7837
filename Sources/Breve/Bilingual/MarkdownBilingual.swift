// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTerms

/// A bilingual brief as Markdown: a table with the French on the left and the English on the right.
struct MarkdownBilingual {
  let bilingual: BilingualBrief

  var document: String {
    let brief = bilingual.brief
    let article = brief.article
    var out = "# \(escaped(brief.heading))\n\n"
    var facts: [String] = []
    if let outlet = article.facts.outlet { facts.append("**Outlet:** \(escaped(outlet))") }
    facts.append("**Date:** " + (article.date.map { escaped($0.inWords) } ?? "not known"))
    facts.append("**Languages:** \(article.language.tag) → \(bilingual.language.tag)")
    if let url = article.facts.url { facts.append("**Link:** \(Markdown.destination(url))") }
    out += facts.joined(separator: " · ") + "\n\n"
    out += bilingual.coverageInWords + " " + bilingual.makingInWords + "\n\n"
    out += "| | French | English |\n|--:|---|---|\n"
    for (number, row) in bilingual.rows.enumerated() {
      out += "| \(number + 1) | \(cell(row.source.segment.text)) | \(english(row)) |\n"
    }
    out += keyTerms
    return out + "\n" + MarkdownBrief(brief: brief, explains: false).source + notes
  }

  private func english(_ row: BilingualRow) -> String {
    var lines: [String] = []
    if row.target.text != nil { lines.append(row.shownEnglish.map { cell($0.text) }.joined()) }
    lines.append("*\(row.target.labelInWords)*")
    if let suggestion = row.target.suggestion {
      let label = row.target.label == .memoryRepaired ? "Made from" : "Suggestion"
      lines.append("\(label): \(cell(suggestion.target))")
      lines.append("It stands for: \(difference(suggestion.difference))")
    }
    if row.target.text == nil {
      let known = row.knownForms.map { cell($0.inWords) }
      lines.append("Terms: " + (known.isEmpty ? "none known" : known.joined(separator: "; ")))
    }
    for repair in row.target.repairs {
      lines.append("Repaired (\(repair.kind)): \(cell(repair.before)) → \(cell(repair.after))")
    }
    lines += row.findings.map { "⚠ \(cell($0.inWords))" }
    return lines.joined(separator: "<br>")
  }

  /// The French of a suggestion, what the article lacks struck out and what it has beside it in bold.
  private func difference(_ diff: WordDiff) -> String {
    diff.pieces.map { piece in
      switch piece {
      case .same(let text): cell(text)
      case .inserted(let text): wrapped(text, "**")
      case .deleted(let text): wrapped(text, "~~")
      case .changed(let old, let new): wrapped(old, "~~") + " " + wrapped(new, "**")
      }
    }.joined()
  }

  /// Markup holds only without blanks inside.
  private func wrapped(_ text: String, _ mark: String) -> String {
    let words = text.split(separator: " ").joined(separator: " ")
    guard !words.isEmpty else { return text }
    let before = text.first == " " ? " " : ""
    let after = text.last == " " ? " " : ""
    return before + mark + cell(words) + mark + after
  }

  private var keyTerms: String {
    let terms = bilingual.brief.keyTerms
    guard !terms.isEmpty else { return "" }
    var out = "\n**Key terms**\n\n| French | English | Status | Entry |\n|---|---|---|---|\n"
    for term in terms {
      out += "| \(cell(term.pair.source)) | \(cell(term.translation)) "
      out += "| \(cell(term.pair.status.rawValue)) | \(cell(term.pair.id)) |\n"
    }
    return out
  }

  private var notes: String {
    bilingual.notes.map { "\nNote (\($0.kind.rawValue)): \(escaped($0.text)).\n" }.joined()
  }

  private func escaped(_ text: String) -> String { Markdown.escaped(text) }
  private func cell(_ text: String) -> String { Markdown.escaped(text) }
}

extension BilingualBrief {
  /// The brief as Markdown (with tables, as GitHub has them), with a line break at its end.
  public var markdown: String { MarkdownBilingual(bilingual: self).document }

  /// The brief as an HTML page that needs no other file.
  public var html: String { HTMLBilingual(briefs: [self]).document }
}
