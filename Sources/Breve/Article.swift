// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

@_exported public import BreveFormats
@_exported public import BreveText

/// A document with where it comes from and when it is of.
public struct Article: Sendable {
  /// As it was named; `-` for standard input, nil for a line of JSON.
  public let path: String?
  /// Of the bytes it was read from, in hexadecimal.
  public let sha256: String
  public let document: Document
  public let facts: SourceFacts
  public let date: ArticleDate?
  /// What a reader of the brief has to know of how the article was read.
  public let notes: [Note]

  public var language: Language { document.language }

  /// The title that was given, or else the heading the text begins with, after what is no part of the article.
  public var title: String? {
    if let title = facts.title { return title }
    for segment in document.segments {
      switch segment.role {
      case .metadata, .caption, .credit, .byline: continue
      case .heading where isDateline(segment): continue
      case .heading: return Self.singleSpaced(segment.text)
      default: return nil
      }
    }
    return nil
  }

  /// One space where several follow one another.
  private static func singleSpaced(_ text: String) -> String {
    text.contains("  ") ? text.split(separator: " ").joined(separator: " ") : text
  }

  /// `Bamako, le 3 avril 2025` on a line of its own.
  private func isDateline(_ segment: Segment) -> Bool {
    guard let date, let range = date.range,
      segment.range.utf16.upperBound == range.utf16.upperBound,
      let place = segment.text.firstRange(of: date.evidence)?.lowerBound
    else { return false }
    let before = segment.text[..<place]
    return before.isEmpty || before.contains(",")
  }
}

/// The date of an article, with what it rests on.
public struct ArticleDate: Hashable, Sendable {
  public let value: PartialDate
  /// The words that say it; `given` where it was told beside the text.
  public let evidence: String
  /// Where those words stand; nil where it was told beside the text.
  public let range: SourceRange?

  public static func given(_ value: PartialDate) -> ArticleDate {
    ArticleDate(value: value, evidence: "given", range: nil)
  }
}

/// Something a reader has to know.
public struct Note: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case date, budget, language, encoding, content, engine
  }

  public let kind: Kind
  public let text: String

  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

extension Article {
  /// The article with one more note.
  package func noting(_ note: Note) -> Article {
    Article(
      path: path, sha256: sha256, document: document, facts: facts, date: date,
      notes: notes + [note])
  }
}
