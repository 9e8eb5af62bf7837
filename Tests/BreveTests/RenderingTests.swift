// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveFormats
internal import BreveTestSupport
internal import Testing

@Suite("Briefs as documents")
struct RenderingTests {
  private static let nasty =
    "Le prix de A*B et _C_ vaut <b>3</b> & 4 &amp; [ici](x) `k` \\ #5 | 6 \"oui\" 'non'."

  private func brief(
    _ text: String, facts: SourceFacts = SourceFacts(), path: String? = "a.txt"
  ) throws -> Brief {
    Summarizer(length: .sentences(1)).brief(of: try Articles.text(text, path: path, facts: facts))
  }

  @Test("Are what they were", arguments: BriefFormat.allCases)
  func golden(format: BriefFormat) throws {
    let text = """
      date 2025-04-03 Le Mali a signé jeudi un accord de défense avec la Russie à Bamako.

      Une coopération ancienne

      Il prévoit la formation de 2 000 soldats. « Nous irons loin. Rien ne presse », a dit M. Lavrov.

      Par Awa Traoré

      Paris s’inquiète : que fera l’Europe ?
      """
    let facts = SourceFacts(outlet: "Le Quotidien", url: "https://exemple.org/a?b=1&c=2")
    let article = try Articles.text(text, path: "folder/mali.txt", facts: facts)
    let brief = Summarizer(length: .sentences(2)).brief(of: article)
    let difference = try Golden("brief.\(format.fileExtension)")
      .difference(from: brief.formatted(format, explains: format != .json))
    #expect(difference == nil)
  }

  @Test("HTML shows the text and nothing of it is markup")
  func html() throws {
    let facts = SourceFacts(
      outlet: "A<script>", title: "T \"<i>\" & co",
      url: "https://a.b/?x=\"><script>alert(1)</script>")
    let html = try brief(Self.nasty, facts: facts, path: "<p>.txt").formatted(.html, explains: true)
    #expect(html.contains("vaut &lt;b&gt;3&lt;/b&gt; &amp; 4 &amp;amp; [ici](x)"))
    #expect(html.contains("<title>T &quot;&lt;i&gt;&quot; &amp; co</title>"))
    for markup in ["<b>", "<script", "<i>", "<p>.txt", "\"><"] {
      #expect(!html.contains(markup), "\(markup)")
    }
    let link = try brief("Il pleut.", facts: SourceFacts(url: "javascript:alert(1)")).formatted(
      .html)
    #expect(!link.contains("href"))
  }

  @Test(
    "Markdown shows the text and nothing of it is markup",
    arguments: [
      nasty, "- un accord a été signé.", "+ un accord a été signé.", "2020. Une année d’accords.",
      "3) un accord a été signé.", "> un accord a été signé.", "#mali est en tête.",
      "L&eacute;on est &lt;là&gt;.",
      "~~~ un accord a été signé.", "![x](y) est une image.", "Un <https://a.b> lien.",
    ])
  func markdown(text: String) throws {
    let brief = try brief(text)
    let markdown = brief.formatted(.markdown)
    let line = try #require(markdown.split(separator: "\n").first { $0.hasPrefix("1. ") })
      .dropFirst(3)
    #expect(Self.unescaped(line) == brief.summary)
    #expect(line.prefixMatch(of: /([-+*>]|\d{1,9}[.)]|#{1,6}|~~~|```)/) == nil, "\(line)")
    #expect(line.firstMatch(of: /(^|[^\\])([<*_`\[]|&#?\w+;)/) == nil, "\(line)")
  }

  /// The text that a reader of CommonMark shows.
  private static func unescaped(_ line: Substring) -> String {
    var text = ""
    var isEscaped = false
    for character in line {
      if isEscaped || character != "\\" {
        text.append(character)
        isEscaped = false
      } else {
        isEscaped = true
      }
    }
    return text
  }

  @Test("A title or link with line breaks or brackets stays in its place")
  func titles() throws {
    let facts = SourceFacts(title: "Un\n# deux", url: "https://a.b/> <i>")
    let markdown = try brief("Il pleut.", facts: facts).formatted(.markdown)
    #expect(!markdown.contains("\n# deux"))
    #expect(!markdown.contains("<i>"))
    let text = try brief("Il pleut.", facts: facts).formatted(.text)
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test("The index is a table whatever the titles and files are called")
  func index() throws {
    let facts = SourceFacts(title: "A | B [c]")
    let entries = [
      (brief: try brief("Il pleut.", facts: facts, path: "d (1).txt"), file: "d (1).md")
    ]
    let lines = BriefIndex(entries).markdown.split(separator: "\n")
    #expect(lines.count == 4)
    let row = try #require(lines.last)
    #expect(row.matches(of: /(^|[^\\])\|/).count == 6)
    #expect(row.contains("\\[c\\]"))
    #expect(
      row.contains("(<d (1).md>)") || row.contains("(d%20(1).md)")
        || row.contains("(d%20%281%29.md)"))
  }

  @Test(
    "The stem of a path",
    arguments: [
      ("a.txt", "a"), ("/b/c.d.txt", "c.d"), ("b", "b"), (".txt", ".txt"), ("a/.b", ".b"),
      ("-", "-"),
    ])
  func stems(path: String, stem: String) {
    #expect(Brief.stem(path) == stem)
  }
}
