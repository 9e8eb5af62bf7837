// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// How a brief is written out.
public enum BriefFormat: String, Sendable, CaseIterable {
  case text, markdown, html, json

  /// The ending of a file's name, without the stop.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    case .json: "json"
    }
  }
}

extension Brief {
  /// The brief as a document of its own, with a line break at its end.
  ///
  /// With `explains` it says why each sentence was chosen, and what came next.
  public func formatted(_ format: BriefFormat, explains: Bool = false) -> String {
    switch format {
    case .text: TextBrief(brief: self, explains: explains).document
    case .markdown: MarkdownBrief(brief: self, explains: explains).document
    case .html: HTMLBrief(briefs: [self], explains: explains).document
    case .json: String(decoding: BriefJSON.document([self]), as: UTF8.self)
    }
  }

  /// What stands at its head: the title, or the name of the file.
  package var heading: String {
    article.title.map(Self.oneLine)
      ?? article.path.flatMap { $0 == "-" ? nil : Self.stem($0) } ?? "Brief"
  }

  /// The best sentences that were not chosen, best first.
  package func runnersUp(_ count: Int) -> [OmittedSegment] {
    Array(
      omitted.filter { $0.rank != nil }.sorted { $0.rank ?? .max < $1.rank ?? .max }.prefix(count))
  }

  /// `3 of 18 sentences, 96 words, 612 characters`.
  package var size: String {
    let all = sentences.count + omitted.count { $0.rank != nil }
    return "\(sentences.count) of \(all) sentence\(all == 1 ? "" : "s"), "
      + "\(words) word\(words == 1 ? "" : "s"), \(characters) characters"
  }

  /// What was left out that is no sentence, as `2 headings, 1 credit`; nil if there is nothing.
  package var leftOut: String? {
    var parts: [String] = []
    for role in BlockRole.allCases {
      let count = omitted.count { $0.rank == nil && $0.segment.role == role }
      if count > 0 { parts.append("\(count) \(role.inWords)\(count == 1 ? "" : "s")") }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `text` with its line breaks and tabs as spaces.
  package static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 || [0x85, 0x2028, 0x2029].contains($0.value) ? " " : $0
        }))
  }

  /// `/a/b.txt` without folder and ending: `b`.
  package static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

extension ArticleDate {
  /// `2025-04-03 (“jeudi 3 avril 2025”)`.
  package var inWords: String {
    range == nil ? "\(value) (\(evidence))" : "\(value) (“\(evidence)”)"
  }
}

extension BlockRole {
  var inWords: String {
    switch self {
    case .byline: "by-line"
    case .listItem: "list item"
    case .metadata: "header"
    default: rawValue
    }
  }
}
