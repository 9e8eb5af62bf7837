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
    var withDate: String?
    for segment in document.segments {
      switch segment.role {
      case .metadata, .caption, .credit, .byline: continue
      case .heading:
        guard let place = beforeDate(segment) else { return Self.singleSpaced(segment.text) }
        // Massacre de Moura, 27 mars 2022: a title where no other heading is.
        if withDate == nil, !Self.isPlace(place) { withDate = Self.singleSpaced(segment.text) }
      default: return withDate
      }
    }
    return withDate
  }

  /// One space where several follow one another.
  private static func singleSpaced(_ text: String) -> String {
    text.contains("  ") ? text.split(separator: " ").joined(separator: " ") : text
  }

  /// What stands before the comma of a heading that ends in the day, as `Bamako, le 3 avril 2025`; empty if it is only the
  /// day, nil if it ends otherwise.
  private func beforeDate(_ segment: Segment) -> Substring? {
    guard let date, let range = date.range,
      segment.range.utf16.upperBound == range.utf16.upperBound,
      let place = segment.text.firstRange(of: date.evidence)?.lowerBound
    else { return nil }
    let before = segment.text[..<place]
    guard !before.isEmpty else { return before }
    guard let comma = before.lastIndex(of: ","),
      before[comma...].dropFirst().split(separator: " ").count < 2
    else { return nil }
    return before[..<comma]
  }

  /// `Bamako` and `New York`: two words at most, with capitals.
  private static func isPlace(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    return words.count < 3 && words.allSatisfy { $0.first?.isLowercase != true }
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
