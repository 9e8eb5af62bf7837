// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The tables that link the documents of bilingual briefs in one folder.
package struct BilingualIndex: Sendable {
  /// A brief and the names of its documents: `STEM.md`, `STEM.fr-en.md`, `STEM.fr-en.html`, as far as they are there.
  package let entries: [(brief: BilingualBrief, files: [String])]

  package init(_ entries: [(brief: BilingualBrief, files: [String])]) { self.entries = entries }

  /// `index.md`.
  package var markdown: String {
    var out = "# Briefs\n\n| Brief | Date | English | Sentences | Words | Documents |\n"
    out += "|---|---|---|--:|--:|---|\n"
    for (bilingual, files) in entries {
      let brief = bilingual.brief
      let links = files.map { "[\(Markdown.escaped(kind($0, of: brief)))](\(destination($0)))" }
      out += "| \(Markdown.escaped(brief.heading)) "
      out += "| \(brief.article.date?.value.description ?? "–") | \(state(bilingual)) "
      out += "| \(brief.sentences.count) | \(brief.words) | \(links.joined(separator: " · ")) |\n"
    }
    return out
  }

  /// `index.html`.
  package var html: String {
    let rows = entries.map { bilingual, files in
      let brief = bilingual.brief
      let links = files.map {
        "<a href=\"\(HTML.escaped($0))\">\(HTML.escaped(kind($0, of: brief)))</a>"
      }
      return """
        <tr><td>\(HTML.escaped(brief.heading))</td><td>\(brief.article.date?.value.description ?? "–")</td>\
        <td>\(HTML.escaped(state(bilingual)))</td><td>\(brief.sentences.count)</td><td>\(brief.words)</td>\
        <td>\(links.joined(separator: " · "))</td></tr>
        """
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Briefs</title>
      <style>
      \(HTMLBilingual.style)
      </style>
      </head>
      <body>
      <main>
      <h1>Briefs</h1>
      <div class="scroll"><table>
      <thead><tr><th>Brief</th><th>Date</th><th>English</th><th>Sentences</th><th>Words</th><th>Documents</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      </main>
      </body>
      </html>

      """
  }

  private func state(_ bilingual: BilingualBrief) -> String {
    "\(bilingual.rows.count { $0.target.text != nil }) of \(bilingual.rows.count)"
  }

  private func kind(_ file: String, of brief: Brief) -> String {
    let ending = file.split(separator: ".").last.map(String.init) ?? file
    return file.contains(".fr-en.") ? "bilingual \(ending)" : "brief \(ending)"
  }

  private func destination(_ file: String) -> String {
    Brief.oneLine(file) == file && !file.contains(where: { " ()<>\\".contains($0) })
      ? file : Markdown.destination(file)
  }
}
