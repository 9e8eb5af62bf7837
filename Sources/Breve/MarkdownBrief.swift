// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A brief as Markdown (CommonMark).
struct MarkdownBrief {
  let brief: Brief
  let explains: Bool

  var document: String {
    let article = brief.article
    var out = "# \(escaped(brief.heading))\n\n"
    var facts: [String] = []
    if let outlet = article.facts.outlet { facts.append("**Outlet:** \(escaped(outlet))") }
    facts.append("**Date:** " + (article.date.map { escaped($0.inWords) } ?? "not known"))
    facts.append("**Language:** \(article.language.tag)")
    if let url = article.facts.url { facts.append("**Link:** <\(url)>") }
    out += facts.joined(separator: " · ") + "\n\n"
    for (number, sentence) in brief.sentences.enumerated() {
      out += "\(number + 1). \(escaped(sentence.segment.text))\n"
      if explains { out += "   *\(escaped(sentence.why.text))*\n" }
    }
    if explains { out += runnersUp }
    out += "\n" + source
    return out
  }

  private var runnersUp: String {
    let next = brief.runnersUp(2)
    guard !next.isEmpty else { return "" }
    return "\n**What came next**\n\n"
      + next.map { "- \(escaped($0.segment.text)) *\(escaped($0.reason))*\n" }.joined()
  }

  private var source: String {
    let article = brief.article
    var lines = ["\(brief.size)."]
    if let leftOut = brief.leftOut { lines[0] += " Left out besides: \(leftOut)." }
    let places = brief.sentences.map {
      "\($0.segment.range.utf8.lowerBound)–\($0.segment.range.utf8.upperBound)"
    }
    var source = "sha256 `\(article.sha256)`; bytes \(places.joined(separator: ", "))."
    if let path = article.path, path != "-" {
      source = "Source: `\(path.split(separator: "/").last ?? "")`, " + source
    }
    lines.append(source)
    lines += brief.notes.map { "Note (\($0.kind.rawValue)): \(escaped($0.text))." }
    return "---\n\n" + lines.joined(separator: "  \n") + "\n"
  }

  /// `text` with a backslash before what Markdown would read as markup.
  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { out.unicodeScalars.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}

/// The table of several briefs in one folder.
package struct BriefIndex: Sendable {
  /// A brief and the name of its file.
  package let entries: [(brief: Brief, file: String)]

  package init(_ entries: [(brief: Brief, file: String)]) { self.entries = entries }

  /// `index.md`.
  package var markdown: String {
    var out = "# Briefs\n\n| Brief | Date | Sentences | Words | Source |\n|---|---|--:|--:|---|\n"
    for (brief, file) in entries {
      let date = brief.article.date?.value.description ?? "–"
      let source = brief.article.path?.split(separator: "/").last.map(String.init) ?? "-"
      out +=
        "| [\(brief.heading)](\(file)) | \(date) | \(brief.sentences.count) | \(brief.words) | `\(source)` |\n"
    }
    return out
  }

  /// The same as columns for a terminal.
  package var text: String {
    let rows = entries.map { brief, file in
      [
        file, brief.article.date?.value.description ?? "–", "\(brief.sentences.count)",
        "\(brief.words)",
      ]
    }
    return TextTable(
      header: ["brief", "date", "sentences", "words"], rows: rows, rightAligned: [2, 3]
    ).text
  }
}
