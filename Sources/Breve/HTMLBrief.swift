// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Briefs as one HTML page that needs no other file.
package struct HTMLBrief {
  let briefs: [Brief]
  let explains: Bool

  package init(briefs: [Brief], explains: Bool) {
    self.briefs = briefs
    self.explains = explains
  }

  package var document: String {
    let title = briefs.count == 1 ? briefs[0].heading : "Briefs"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      \(briefs.map(article).joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func article(_ brief: Brief) -> String {
    let article = brief.article
    let language = article.language.tag
    let sentences = brief.sentences.map { sentence in
      let range = sentence.segment.range.utf8
      let why = explains ? "\n<p class=\"why\">\(escaped(sentence.why.text))</p>" : ""
      return """
        <li><span lang="\(language)">\(escaped(sentence.segment.text))</span> \
        <small title="bytes of the source">\(range.lowerBound)–\(range.upperBound)</small>\(why)</li>
        """
    }
    return """
      <article>
      <h1 lang="\(article.title == nil ? "en" : language)">\(escaped(brief.heading))</h1>
      <p class="facts">\(facts(article))</p>
      <ol>
      \(sentences.joined(separator: "\n"))
      </ol>\(keyPhrases(brief))\(keyTerms(brief))
      <footer>\(footer(brief))</footer>
      </article>
      """
  }

  private func keyPhrases(_ brief: Brief) -> String {
    guard !brief.keyPhrases.isEmpty else { return "" }
    let phrases = brief.keyPhrases.map { escaped($0.text) }.joined(separator: " · ")
    return
      "\n<p><b>Key phrases:</b> <span lang=\"\(brief.article.language.tag)\">\(phrases)</span></p>"
  }

  private func keyTerms(_ brief: Brief) -> String {
    let terms = brief.keyTerms
    guard !terms.isEmpty else { return "" }
    let language = brief.article.language.tag
    let items = terms.map {
      "<span lang=\"\(language)\">\(escaped($0.pair.source))</span> = \(escaped($0.translation))"
    }
    return "\n<p class=\"terms\"><b>Key terms:</b> \(items.joined(separator: " · "))</p>"
  }

  private func facts(_ article: Article) -> String {
    var facts: [String] = []
    if let outlet = article.facts.outlet { facts.append(escaped(outlet)) }
    facts.append(article.date.map { escaped($0.inWords) } ?? "date not known")
    facts.append(article.language.tag)
    if let url = article.facts.url {
      facts.append(HTML.link(url))
    }
    return facts.joined(separator: " · ")
  }

  private func footer(_ brief: Brief) -> String {
    var lines = [brief.size + "."]
    if let leftOut = brief.leftOut { lines.append("Left out besides: \(leftOut).") }
    let file =
      brief.article.path?.split(separator: "/").last.map { escaped(String($0)) + ", " } ?? ""
    lines.append("Source: \(file)sha256 <code>\(brief.article.sha256)</code>.")
    lines += brief.notes.map { "Note (\($0.kind.rawValue)): \(escaped($0.text))." }
    return lines.joined(separator: "<br>\n")
  }

  private func escaped(_ text: String) -> String { HTML.escaped(text) }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1c1b1a; --soft: #5b5853; --paper: #fdfcfa; --line: #d9d5cd; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ece9e4; --soft: #b0aba3; --paper: #1b1a19; --line: #45423d; }
    }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Georgia, "Liberation Serif", serif; }
    main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
    article + article { border-top: 1px solid var(--line); margin-top: 2rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; overflow-wrap: anywhere; }
    .facts, footer, small, .why { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
    ol { padding-left: 1.4rem; }
    li { margin: .6rem 0; }
    small { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .why { margin: .2rem 0 0; }
    footer { border-top: 1px solid var(--line); padding-top: .8rem; margin-top: 1.5rem; }
    @media print { :root { --ink: #000; --soft: #333; --paper: #fff; } main { padding: 0; } }
    """
}
