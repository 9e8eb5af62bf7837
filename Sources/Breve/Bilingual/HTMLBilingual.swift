// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTerms
internal import BreveText

/// Bilingual briefs as one HTML page that needs no other file: French left, English right, one under the other where the
/// window is narrow.
package struct HTMLBilingual {
  let briefs: [BilingualBrief]

  package init(briefs: [BilingualBrief]) { self.briefs = briefs }

  package var document: String {
    let title = briefs.count == 1 ? briefs[0].brief.heading : "Bilingual briefs"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTML.escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      \(briefs.enumerated().map { article($1, number: $0 + 1) }.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func article(_ bilingual: BilingualBrief, number: Int) -> String {
    let brief = bilingual.brief
    let language = brief.article.language.tag
    let rows = bilingual.rows.enumerated().map { row($1, $0 + 1, bilingual, number) }
    return """
      <article>
      <h1 lang="\(brief.article.title == nil ? "en" : language)">\(HTML.escaped(brief.heading))</h1>
      <p class="facts">\(facts(bilingual))</p>
      <p class="making">\(HTML.escaped(bilingual.coverageInWords)) \(HTML.escaped(bilingual.makingInWords))</p>
      <div class="rows">
      <div class="row head" aria-hidden="true"><span>French</span><span>English</span></div>
      \(rows.joined(separator: "\n"))
      </div>
      \(keyTerms(bilingual, number))
      <footer>\(footer(bilingual))</footer>
      </article>
      """
  }

  private func facts(_ bilingual: BilingualBrief) -> String {
    let article = bilingual.brief.article
    var facts: [String] = []
    if let outlet = article.facts.outlet { facts.append(HTML.escaped(outlet)) }
    facts.append(article.date.map { HTML.escaped($0.inWords) } ?? "date not known")
    facts.append("\(article.language.tag) → \(bilingual.language.tag)")
    if let url = article.facts.url { facts.append(HTML.link(url)) }
    return facts.joined(separator: " · ")
  }

  // MARK: Rows

  private func row(
    _ row: BilingualRow, _ number: Int, _ bilingual: BilingualBrief, _ article: Int
  ) -> String {
    let range = row.source.segment.range.utf8
    let source = marked(
      row.source.segment.text, row.terms.map { ($0.range, $0.match.pair.id) }, article)
    return """
      <section class="row" id="a\(article)-s\(number)">
      <div class="fr"><span class="n">\(number)</span><p lang="\(bilingual.brief.article.language.tag)">\(source)</p>
      <small title="bytes of the source">bytes \(range.lowerBound)–\(range.upperBound)</small></div>
      <div class="en">\(english(row, bilingual, article))</div>
      </section>
      """
  }

  private func english(_ row: BilingualRow, _ bilingual: BilingualBrief, _ article: Int) -> String {
    let target = row.target
    var parts: [String] = []
    if target.text != nil {
      let source = bilingual.brief.article.language.tag
      let text = row.shownEnglish.map { piece in
        let text = HTML.escaped(piece.text)
        return piece.isAdded ? "<span class=\"added\" lang=\"\(source)\">\(text)</span>" : text
      }
      parts.append("<p lang=\"\(bilingual.language.tag)\">\(text.joined())</p>")
    }
    parts.append(
      "<span class=\"chip \(target.label.rawValue)\(target.state == .imported ? " imported" : "")\">\(HTML.escaped(target.labelInWords))</span>"
    )
    if let suggestion = target.suggestion {
      parts.append(
        """
        <div class="suggestion"><p class="from">\(Self.origin(of: suggestion, target))</p>
        <p lang="\(bilingual.language.tag)">\(HTML.escaped(suggestion.target))</p>
        <p lang="\(bilingual.brief.article.language.tag)" class="diff">\(difference(suggestion.difference))</p></div>
        """)
    }
    if target.text == nil {
      let known = row.knownForms.map { form in
        let origin = form.origin.map { " <small>(\(HTML.escaped($0)))</small>" } ?? ""
        return
          "<span lang=\"fr\">\(HTML.escaped(form.source))</span> = \(link(form.target, form.entry, article))\(origin)"
      }
      parts.append(
        "<p class=\"terms\">\(known.isEmpty ? "No term is known." : known.joined(separator: "; "))</p>"
      )
    }
    for repair in target.repairs {
      parts.append(
        "<p class=\"repair\">\(repair.kind): <del>\(HTML.escaped(repair.before))</del> <ins>\(HTML.escaped(repair.after))</ins></p>"
      )
    }
    if !row.findings.isEmpty {
      let items = row.findings.map { "<li>\(HTML.escaped($0.inWords))</li>" }
      parts.append("<ul class=\"findings\">\(items.joined())</ul>")
    }
    return parts.joined(separator: "\n")
  }

  /// What a unit beside a row is, as `Suggestion · 72 % · imported · unit 7 of desk.memory`.
  private static func origin(of suggestion: Suggestion, _ target: RowTarget) -> String {
    HTML.escaped(
      [
        target.label == .memoryRepaired ? "Made from" : "Suggestion", suggestion.rate.inWords,
        suggestion.state.rawValue, "unit \(suggestion.unit.name) of \(suggestion.unit.memory)",
      ].joined(separator: " · "))
  }

  private func link(_ text: String, _ entry: String?, _ article: Int) -> String {
    guard let entry else { return HTML.escaped(text) }
    return "<a href=\"#\(anchor(entry, article))\">\(HTML.escaped(text))</a>"
  }

  private func anchor(_ entry: String, _ article: Int) -> String {
    "a\(article)-t-"
      + String(
        entry.unicodeScalars.map {
          $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
            ? Character($0) : "-"
        })
  }

  /// `text` with a link on each stretch.
  private func marked(
    _ text: String, _ marks: [(range: Range<Int>, entry: String)], _ article: Int
  ) -> String {
    let units = Array(text.utf16)
    var out = ""
    var done = 0
    for mark in marks where mark.range.lowerBound >= done {
      out += HTML.escaped(String(decoding: units[done..<mark.range.lowerBound], as: UTF16.self))
      let inside = HTML.escaped(String(decoding: units[mark.range], as: UTF16.self))
      out += "<a class=\"term\" href=\"#\(anchor(mark.entry, article))\">\(inside)</a>"
      done = mark.range.upperBound
    }
    return out + HTML.escaped(String(decoding: units[done...], as: UTF16.self))
  }

  private func difference(_ diff: WordDiff) -> String {
    diff.pieces.map { piece in
      switch piece {
      case .same(let text): HTML.escaped(text)
      case .inserted(let text): "<ins>\(HTML.escaped(text))</ins>"
      case .deleted(let text): "<del>\(HTML.escaped(text))</del>"
      case .changed(let old, let new):
        "<del>\(HTML.escaped(old))</del> <ins>\(HTML.escaped(new))</ins>"
      }
    }.joined()
  }

  // MARK: Key terms and source

  private func keyTerms(_ bilingual: BilingualBrief, _ article: Int) -> String {
    let terms = bilingual.brief.terms.firstOfEachEntry
    guard !terms.isEmpty else { return "" }
    let rows = terms.map { term in
      """
      <tr id="\(anchor(term.pair.id, article))"><td lang="fr">\(HTML.escaped(term.pair.source))</td>\
      <td>\(HTML.escaped(term.translation))</td><td>\(HTML.escaped(term.pair.status.rawValue))</td>\
      <td class="id">\(HTML.escaped(term.pair.id))</td></tr>
      """
    }
    return """
      <details class="key" open><summary>Key terms</summary>
      <div class="scroll"><table>
      <thead><tr><th>French</th><th>English</th><th>Status</th><th class="id">Entry</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div></details>
      """
  }

  private func footer(_ bilingual: BilingualBrief) -> String {
    let brief = bilingual.brief
    var lines = [brief.size + "."]
    if let leftOut = brief.leftOut { lines.append("Left out besides: \(leftOut).") }
    let repairs = brief.article.document.repairs.count
    if repairs > 0 { lines.append("Repairs of the source: \(repairs).") }
    let file =
      brief.article.path?.split(separator: "/").last.map { HTML.escaped(String($0)) + ", " } ?? ""
    lines.append("Source: \(file)sha256 <code>\(brief.article.sha256)</code>.")
    lines += (brief.notes + bilingual.notes).map {
      "Note (\($0.kind.rawValue)): \(HTML.escaped($0.text))."
    }
    return lines.joined(separator: "<br>\n")
  }

  /// The style sheet of the page.
  package static let style = """
    :root { color-scheme: light dark; --ink: #1c1b1a; --soft: #5b5853; --paper: #fdfcfa; --line: #d9d5cd; --link: #1f4f8f;
      --good: #1d5c35; --good-back: #e2f0e6; --warn: #7a4a00; --warn-back: #f8ecd6; --plain-back: #ecebe8; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ece9e4; --soft: #b0aba3; --paper: #1b1a19; --line: #45423d; --link: #9cc2f5;
        --good: #9fdcb4; --good-back: #1d3526; --warn: #f0c987; --warn-back: #3c2d12; --plain-back: #302e2b; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Georgia, "Liberation Serif", serif; }
    main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
    article + article { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; overflow-wrap: anywhere; }
    .facts, .making, footer, small, .terms, .repair, .diff { color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
    .row { display: grid; grid-template-columns: 1fr 1fr; gap: 1.75rem; padding: .9rem 0; border-top: 1px solid var(--line); }
    .row > div { min-width: 0; }
    .row p { margin: 0 0 .35rem; overflow-wrap: anywhere; }
    .head { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); padding: .3rem 0; border: 0; }
    .fr { position: relative; padding-left: 1.9rem; }
    .n { position: absolute; left: 0; color: var(--soft); font-variant-numeric: tabular-nums; }
    a { color: var(--link); }
    a.term { color: inherit; text-decoration: underline dotted var(--link) .09em; text-underline-offset: .18em; }
    .chip { display: inline-block; font: .75rem/1.5 system-ui, "Liberation Sans", sans-serif; padding: .05rem .55rem; border-radius: 1rem;
      color: var(--ink); background: var(--plain-back); }
    .chip.memory-context, .chip.memory-exact { color: var(--good); background: var(--good-back); }
    .chip.imported, .chip.memory-repaired, .chip.engine, .chip.memory-fuzzy { color: var(--warn); background: var(--warn-back); }
    .chip + .terms, .chip + .repair { margin-top: .4rem; }
    .added { color: var(--soft); }
    .suggestion { margin: .5rem 0; padding: .4rem .8rem; border-left: 3px solid var(--line); font-style: italic; }
    .from { color: var(--soft); font: normal .8rem/1.4 system-ui, "Liberation Sans", sans-serif; }
    del { color: var(--warn); } ins { color: var(--good); text-decoration: none; border-bottom: 2px solid currentColor; }
    .findings { margin: .4rem 0 0; padding-left: 1.1rem; color: var(--warn); font-size: .875rem; }
    .key { margin-top: 1.2rem; } summary { cursor: pointer; font-weight: bold; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; margin-top: .5rem; }
    th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
    .id { color: var(--soft); }
    tr:target { background: var(--warn-back); }
    footer { border-top: 1px solid var(--line); padding-top: .8rem; margin-top: 1.5rem; }
    @media (max-width: 640px) { .row { grid-template-columns: 1fr; gap: .4rem; } .head { display: none; } .en { padding-left: 1.9rem; } .id { display: none; } }
    @media print { :root { --ink: #000; --soft: #333; --paper: #fff; } main { padding: 0; max-width: none; } .row { break-inside: avoid; } }
    """
}

/// Text that HTML shows as it is.
enum HTML {
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A link, if the address is one of the web; else its text.
  static func link(_ address: String) -> String {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      return escaped(address)
    }
    return "<a href=\"\(escaped(address))\">\(escaped(address))</a>"
  }
}
