// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText
internal import FoundationEssentials

/// An article with the summaries that people wrote of it: `{"id","lang","title","text","summary"|"summaries"}` a line.
public struct ReferenceArticle: Sendable {
  public let id: String
  public let language: Language
  public let title: String?
  public let text: String
  public let summaries: [String]

  /// The articles of a JSON Lines file.
  ///
  /// - Throws: ``LoadingError`` with the line that is not of this form.
  public static func read(_ path: String) throws(LoadingError) -> [ReferenceArticle] {
    var articles: [ReferenceArticle] = []
    let lines = try FileBytes.read(path).split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      do {
        let raw = try JSONDecoder().decode(Raw.self, from: Data(line))
        articles.append(
          ReferenceArticle(
            id: raw.id, language: Language(raw.lang), title: raw.title.nonEmpty, text: raw.text,
            summaries: raw.summaries ?? [raw.summary ?? ""]))
      } catch {
        throw LoadingError(
          .malformed("this line is no article with a summary"),
          at: SourceLocation(path: path, line: index + 1))
      }
    }
    return articles
  }

  private struct Raw: Decodable {
    let id: String
    let lang: String
    let title: String?
    let text: String
    let summary: String?
    let summaries: [String]?
  }
}
