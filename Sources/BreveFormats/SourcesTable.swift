// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// What is told of an article beside its text.
public struct SourceFacts: Hashable, Sendable {
  public var outlet: String?
  public var date: PartialDate?
  public var title: String?
  public var url: String?

  public init(
    outlet: String? = nil, date: PartialDate? = nil, title: String? = nil, url: String? = nil
  ) {
    self.outlet = outlet
    self.date = date
    self.title = title
    self.url = url
  }

  /// These facts, and those of `other` where these are silent.
  public func completed(by other: SourceFacts) -> SourceFacts {
    SourceFacts(
      outlet: outlet ?? other.outlet, date: date ?? other.date, title: title ?? other.title,
      url: url ?? other.url)
  }
}

/// A `SOURCES.tsv`: a header `file outlet date title url sha256`, all but `file` optional, and one line a file.
public struct SourcesTable: Sendable {
  public struct Row: Hashable, Sendable {
    public let facts: SourceFacts
    public let sha256: String?
    public let line: Int
  }

  /// By file name.
  public let rows: [String: Row]
  /// Lines that could not be used, and why.
  public let warnings: [LoadingError]

  /// A table that tells nothing.
  public static let empty = SourcesTable(rows: [:], warnings: [])

  private init(rows: [String: Row], warnings: [LoadingError]) {
    self.rows = rows
    self.warnings = warnings
  }

  /// - Throws: ``LoadingError`` if there is no header with `file`.
  public init(_ text: String, at location: SourceLocation) throws(LoadingError) {
    let scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Substring(line.last == "\r" ? line.dropLast() : line)
    }
    let header = lines.first.map { Self.fields($0) } ?? []
    guard let file = header.firstIndex(of: "file") else {
      throw LoadingError(
        .malformed("the first line names no column 'file'"),
        at: SourceLocation(path: location.path, line: 1))
    }
    var rows: [String: Row] = [:]
    var warnings: [LoadingError] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let fields = Self.fields(line)
      func field(_ name: String) -> String? {
        header.firstIndex(of: name).flatMap {
          $0 < fields.count && !fields[$0].isEmpty ? fields[$0] : nil
        }
      }
      func warn(_ reason: String) {
        warnings.append(
          LoadingError(.malformed(reason), at: SourceLocation(path: location.path, line: index + 1))
        )
      }
      guard file < fields.count, !fields[file].isEmpty else {
        warn("the line names no file")
        continue
      }
      var date: PartialDate?
      if let written = field("date") {
        date = PartialDate(written)
        if date == nil { warn("'\(written)' is no date (2025-04-03, 2025-04 or 2025)") }
      }
      rows[fields[file]] = Row(
        facts: SourceFacts(
          outlet: field("outlet"), date: date, title: field("title"), url: field("url")),
        sha256: field("sha256"), line: index + 1)
    }
    self.rows = rows
    self.warnings = warnings
  }

  private static func fields(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
