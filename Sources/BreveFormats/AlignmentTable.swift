// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A table of links for people to look through: marked, corrected, and read back.
///
/// Columns with TAB between, named in the first line: `keep` (`yes`, `ask` or `no`), `score`, `source sentences`,
/// `target sentences`, `source`, `target`, `document`. Reading needs `keep`, `source` and `target`, in any order; others are
/// passed over.
public struct AlignmentTable: Sendable {
  /// What is to become of a link.
  public enum Keep: String, CaseIterable, Sendable {
    /// It is taken over.
    case yes
    /// Its score is low: a person has to say.
    case ask
    /// It is left out.
    case no
  }

  /// One line.
  public struct Row: Hashable, Sendable {
    public var keep: Keep
    /// From 0 to 1; nil where a person wrote the line.
    public var score: Double?
    /// Numbers of the sentences, from 1, as `3,4`.
    public var sourceSentences: String
    public var targetSentences: String
    public var source: String
    public var target: String
    /// The file of the source.
    public var document: String

    /// A line.
    public init(
      keep: Keep, score: Double?, sourceSentences: String = "", targetSentences: String = "",
      source: String, target: String, document: String = ""
    ) {
      self.keep = keep
      self.score = score
      self.sourceSentences = sourceSentences
      self.targetSentences = targetSentences
      self.source = source
      self.target = target
      self.document = document
    }
  }

  public var rows: [Row]

  /// A table of lines.
  public init(_ rows: [Row]) { self.rows = rows }

  private static let columns = [
    "keep", "score", "source sentences", "target sentences", "source", "target", "document",
  ]

  /// The table as text; tabs and line ends within a field are written as spaces.
  public var text: String {
    var out = Self.columns.joined(separator: "\t") + "\n"
    for row in rows {
      let fields = [
        row.keep.rawValue, row.score.map(Self.decimals) ?? "", row.sourceSentences,
        row.targetSentences, row.source, row.target, row.document,
      ]
      out += fields.map(Self.oneLine).joined(separator: "\t") + "\n"
    }
    return out
  }

  /// A score with three decimals; 1.000 only for what is 1.
  private static func decimals(_ score: Double) -> String {
    let thousandths = score >= 1 ? 1000 : min(999, Int((score * 1000).rounded()))
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }

  private static func oneLine(_ field: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      scalars.append(["\t", "\n", "\r"].contains(scalar) ? " " : scalar)
    }
    return String(scalars)
  }

  /// Reads a table.
  ///
  /// - Parameter path: The file, UTF-8 with or without its mark.
  /// - Throws: ``LoadingError`` with the line that is not as it has to be.
  public init(contentsOf path: String) throws(LoadingError) {
    var bytes = try FileBytes.read(path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let text = try TextDecoder().text(bytes, at: SourceLocation(path: path))
    var places: [String: Int]?
    rows = []
    let lines = text.utf16.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard !line.isEmpty else { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF16.self)
      }
      let location = SourceLocation(path: path, line: number + 1)
      guard let known = places else {
        places = try Self.places(of: fields, at: location)
        continue
      }
      rows.append(try Self.row(fields, known, at: location))
    }
    if places == nil { throw LoadingError(.empty, at: SourceLocation(path: path)) }
  }

  private static func places(
    of names: [String], at location: SourceLocation
  ) throws(LoadingError) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() where places[name] == nil { places[name] = index }
    for name in ["keep", "source", "target"] where places[name] == nil {
      throw LoadingError(
        .malformed("the first line has to name the columns, and there is no column '\(name)'"),
        at: location)
    }
    return places
  }

  private static func row(
    _ fields: [String], _ places: [String: Int], at location: SourceLocation
  ) throws(LoadingError) -> Row {
    func field(_ name: String) -> String {
      guard let place = places[name], place < fields.count else { return "" }
      return fields[place]
    }
    guard let keep = Keep(rawValue: field("keep")) else {
      throw LoadingError(
        .malformed("'\(field("keep"))' is none of yes, ask and no, which the column keep takes"),
        at: location)
    }
    return Row(
      keep: keep, score: Double(field("score")), sourceSentences: field("source sentences"),
      targetSentences: field("target sentences"), source: field("source"),
      target: field("target"), document: field("document"))
  }
}
