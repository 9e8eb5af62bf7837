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
    if let url = article.facts.url { facts.append("**Link:** \(Markdown.destination(url))") }
    out += facts.joined(separator: " · ") + "\n\n"
    for (number, sentence) in brief.sentences.enumerated() {
      out += "\(number + 1). \(escaped(sentence.segment.text))\n"
      if explains { out += "   *\(escaped(sentence.why.text))*\n" }
    }
    if !brief.keyPhrases.isEmpty {
      out +=
        "\n**Key phrases:** "
        + brief.keyPhrases.map { escaped($0.text) }.joined(separator: " · ") + "\n"
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

  var source: String {
    let article = brief.article
    var lines = ["\(brief.size)."]
    if let leftOut = brief.leftOut { lines[0] += " Left out besides: \(leftOut)." }
    let places = brief.sentences.map {
      "\($0.segment.range.utf8.lowerBound)–\($0.segment.range.utf8.upperBound)"
    }
    var source = "sha256 `\(article.sha256)`; bytes \(places.joined(separator: ", "))."
    if let path = article.path, path != "-" {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      source = "Source: \(Markdown.code(name)), " + source
    }
    lines.append(source)
    lines += brief.notes.map { "Note (\($0.kind.rawValue)): \(escaped($0.text))." }
    return "---\n\n" + lines.joined(separator: "  \n") + "\n"
  }

  private func escaped(_ text: String) -> String { Markdown.escaped(text) }
}

/// Text that Markdown shows as it is.
enum Markdown {
  /// `text` on one line, with a backslash before what would be read as markup.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    let scalars = Array(Brief.oneLine(text).unicodeScalars)
    // `- `, `+ `, `2020. ` and `3) ` begin a list at the start of a line.
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    for (index, scalar) in scalars.enumerated() {
      let beginsList =
        index == 0 && (scalar == "-" || scalar == "+" || scalar == "=")
        || digits > 0 && index == digits && (scalar == "." || scalar == ")")
      if scalar == "&", isReference(scalars[(index + 1)...]) {
        out.append("\\")
      }
      // Inside of a word an underscore is no markup.
      let isInWord =
        scalar == "_" && index > 0 && index + 1 < scalars.count
        && isWordPart(scalars[index - 1]) && isWordPart(scalars[index + 1])
      if beginsList || (markup.contains(scalar) && !isInWord) { out.append("\\") }
      out.append(scalar)
    }
    return String(out)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether what follows a `&` makes it a character reference: `amp;`, `#38;`.
  private static func isReference(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "#")
    }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// A link's destination between `<` and `>`.
  static func destination(_ link: String) -> String {
    var out = ""
    for scalar in Brief.oneLine(link).unicodeScalars {
      switch scalar {
      case "<": out += "%3C"
      case ">": out += "%3E"
      case "\\": out += "%5C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return "<\(out)>"
  }

  /// The name of a file as code; in a table a bar would end the cell.
  static func code(_ name: String) -> String {
    let text = Brief.oneLine(name)
    return text.contains("`") || text.contains("|") ? escaped(text) : "`\(text)`"
  }

  private static let markup = Set("\\`*_[]<>#|~".unicodeScalars)
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
      let link =
        Brief.oneLine(file) == file && !file.contains(where: { " ()<>\\".contains($0) })
        ? file : Markdown.destination(file)
      out += "| [\(Markdown.escaped(brief.heading))](\(link)) | \(date) | \(brief.sentences.count) "
      out += "| \(brief.words) | \(Markdown.code(source)) |\n"
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
