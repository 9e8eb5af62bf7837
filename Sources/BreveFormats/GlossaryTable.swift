// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
public import BreveTerms
internal import BreveText

/// A glossary as a file of lines with TAB between the fields.
///
/// A first line that holds `fr` and `en` names the columns; columns that Breve does not know are kept. Without such a
/// line the file has two columns, French and English. No line is ever lost: one that holds no pair is kept as it is,
/// and ``warnings`` says why.
public struct GlossaryTable: Sendable {
  /// A line after the header.
  public struct Row: Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// The line as it is written, without its end.
    public let text: String
    /// What it holds; nil if it is empty or malformed.
    public var pair: TermPair? { held?.pair }
    /// Beside the row: a pair takes ten times the place, and a file may be a million empty lines.
    private let held: HeldPair?

    init(line: Int, text: String, pair: TermPair?) {
      self.line = line
      self.text = text
      held = pair.map(HeldPair.init)
    }

    public static func == (one: Row, other: Row) -> Bool {
      one.line == other.line && one.text == other.text && one.pair == other.pair
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(line)
      hasher.combine(text)
    }
  }

  private final class HeldPair: Sendable {
    let pair: TermPair
    init(_ pair: TermPair) { self.pair = pair }
  }

  /// How the fields of a line are told apart.
  package let columns: GlossaryColumns
  /// The lines after the header, in order.
  public let rows: [Row]
  /// Lines that hold no pair, or hold more than was read, and why.
  public let warnings: [LoadingError]

  /// The names of the columns, in order; nil if the file has no header.
  public var header: [String]? { columns.isHeader ? columns.names : nil }

  /// The pairs, in the order of the lines.
  public var glossary: Glossary {
    Glossary(from: columns.source, to: columns.target, pairs: rows.compactMap(\.pair))
  }

  /// A table of `glossary` in the project's columns, in the order of ``TermOrder``.
  ///
  /// Tabs and ends of lines in a field become spaces. Columns of ``TermPair/others`` follow, by name.
  public init(_ glossary: Glossary) {
    let others = Set(glossary.pairs.flatMap(\.others.keys)).sorted()
    self.init(
      glossary,
      columns: GlossaryColumns(
        names: GlossaryColumns.names(from: glossary.sourceLanguage, to: glossary.targetLanguage)
          + others, isHeader: true, from: glossary.sourceLanguage, to: glossary.targetLanguage))
  }

  /// A table of `glossary` in `columns`, in the order of ``TermOrder``; what no column is there for is left out.
  init(_ glossary: Glossary, columns: GlossaryColumns) {
    let ordered = glossary.pairs.map { (TermOrder($0), $0) }.sorted { $0.0 < $1.0 }
    self.columns = columns
    rows = ordered.enumerated().map { index, element in
      Row(
        line: index + (columns.isHeader ? 2 : 1), text: columns.line(element.1), pair: element.1)
    }
    warnings = []
  }

  /// Reads a table from the bytes of a file in any encoding that ``TextDecoder`` knows.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - location: Its name in warnings and errors.
  /// - Throws: ``LoadingError`` if the bytes are empty or no text.
  public init(_ bytes: [UInt8], at location: SourceLocation) throws(LoadingError) {
    let source = try TextDecoder().text(bytes, at: location)
    self.init(String(utf16: source.utf16.span), path: location.path)
  }

  /// Reads a table from text.
  ///
  /// - Parameters:
  ///   - text: The lines; a byte order mark and CR LF are tolerated.
  ///   - path: The name of the file in warnings.
  public init(_ text: String, path: String) {
    var text = text
    text.makeContiguousUTF8()
    let utf8 = Array(text.utf8)
    var start = 0
    // Two where a program put one before a file that had one.
    while utf8[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    var reader = RowReader(utf8: utf8, path: path, position: start)
    columns = reader.columns
    rows = reader.rows()
    warnings = reader.warnings
  }

  /// The file: every line as it was read or made, each with LF at its end.
  public var text: String {
    var text = columns.isHeader ? columns.names.joined(separator: "\t") + "\n" : ""
    for row in rows {
      text += row.text
      text += "\n"
    }
    return text
  }
}

/// Cuts a file into rows.
private struct RowReader {
  let utf8: [UInt8]
  let path: String
  var position: Int
  let columns: GlossaryColumns
  var warnings: [LoadingError] = []

  init(utf8: [UInt8], path: String, position: Int) {
    self.utf8 = utf8
    self.path = path
    let first = Self.line(in: utf8, from: position)
    let fields = String(decoding: utf8[first.text], as: UTF8.self)
      .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if let columns = GlossaryColumns(firstLine: fields) {
      self.columns = columns
      self.position = first.next
    } else {
      columns = .pair
      self.position = position
    }
  }

  mutating func rows() -> [GlossaryTable.Row] {
    var rows: [GlossaryTable.Row] = []
    var fields: [String] = []
    var number = columns.isHeader ? 2 : 1
    while position < utf8.count {
      let line = Self.line(in: utf8, from: position)
      split(line.text, into: &fields)
      rows.append(
        GlossaryTable.Row(
          line: number, text: String(decoding: utf8[line.text], as: UTF8.self),
          pair: pair(fields, line: number)))
      number += 1
      position = line.next
    }
    return rows
  }

  /// The pair that a line holds; nil, and a warning if the line is not empty, if it holds none.
  private mutating func pair(_ fields: [String], line: Int) -> TermPair? {
    if fields.allSatisfy(\.isEmpty) { return nil }
    let pair = columns.pair(fields, line: line)
    if pair.source.isBlank || pair.target.isBlank {
      let missing =
        !pair.source.isBlank
        ? "\(columns.target.adjective) term"
        : !pair.target.isBlank ? "\(columns.source.adjective) term" : "term"
      let hint = fields.count == 1 ? " (no tab divides it)" : ""
      warn("the line holds no \(missing)\(hint), so it is passed over", line)
      return nil
    }
    if fields.count > columns.names.count {
      warn(
        "the line has \(fields.count) fields where \(columns.isHeader ? "the header names" : "a file without a header has") "
          + "\(columns.names.count); the rest is not read", line)
    }
    return pair
  }

  private mutating func warn(_ reason: String, _ line: Int) {
    warnings.append(LoadingError(.malformed(reason), at: SourceLocation(path: path, line: line)))
  }

  private func split(_ range: Range<Int>, into fields: inout [String]) {
    fields.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    for index in range where utf8[index] == 0x09 {
      fields.append(start == index ? "" : String(decoding: utf8[start..<index], as: UTF8.self))
      start = index + 1
    }
    fields.append(String(decoding: utf8[start..<range.upperBound], as: UTF8.self))
  }

  /// The line that begins at `position`, without LF or CR LF, and where the next begins.
  private static func line(in utf8: [UInt8], from position: Int) -> (text: Range<Int>, next: Int) {
    var end = position
    while end < utf8.count, utf8[end] != 0x0A { end += 1 }
    let next = min(end + 1, utf8.count)
    while end > position, utf8[end - 1] == 0x0D { end -= 1 }
    return (position..<end, next)
  }
}

extension Language {
  /// What a term of it is called in messages.
  var adjective: String {
    switch tag {
    case "fr": "French"
    case "en": "English"
    default: "'\(tag)'"
    }
  }
}

extension String {
  /// Whether nothing but spaces stands in it.
  fileprivate var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 } }
}
