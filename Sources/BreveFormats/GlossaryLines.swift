// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveTerms
package import BreveText

/// The bytes of a glossary, cut into lines, for edits that leave every other byte as it is.
///
/// Only what an edit needs is read: 50,000 lines take some milliseconds.
package struct GlossaryLines: Sendable {
  package let bytes: [UInt8]
  package let columns: GlossaryColumns
  /// Where the text of each line after the header stands, without its end.
  private let rows: [Range<Int>]
  /// The end of the first line, which new lines get too.
  private let lineEnd: [UInt8]

  /// A glossary without a line but the header.
  package static let empty = GlossaryLines(valid: [])

  /// - Parameters:
  ///   - bytes: A file in UTF-8; one without a byte is given the project's header.
  ///   - path: Its name in the error.
  ///   - source: The language of the terms in that header.
  ///   - target: The language of their renderings.
  /// - Throws: ``LoadingError`` if the bytes are not UTF-8.
  package init(
    _ bytes: [UInt8], path: String, from source: Language = .french, to target: Language = .english
  ) throws(LoadingError) {
    guard (try? UTF8Span(validating: bytes.span)) != nil, !bytes.contains(0) else {
      throw LoadingError(.notUTF8, at: SourceLocation(path: path))
    }
    self.init(valid: bytes, from: source, to: target)
  }

  private init(
    valid given: [UInt8], from source: Language = .french, to target: Language = .english
  ) {
    let bytes =
      given.isEmpty
      ? Array(
        (GlossaryColumns.names(from: source, to: target).joined(separator: "\t") + "\n").utf8)
      : given
    var rows: [Range<Int>] = []
    var isCRLF = false
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start, bytes[end - 1] == 0x0D {
        end -= 1
        if rows.isEmpty { isCRLF = true }
      }
      rows.append(start..<end)
      start = next
    }
    lineEnd = isCRLF ? [0x0D, 0x0A] : [0x0A]
    let first = rows.first.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    let names = first.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if let columns = GlossaryColumns(firstLine: names) {
      self.columns = columns
      rows.removeFirst()
    } else {
      columns = .pair
    }
    self.bytes = bytes
    self.rows = rows
  }

  /// The lines after the header.
  package var count: Int { rows.count }

  /// The number in the file, from 1, of the line at `row`.
  package func lineNumber(_ row: Int) -> Int { row + (columns.isHeader ? 2 : 1) }

  /// The line at `row`, without its end.
  package func text(_ row: Int) -> String { String(decoding: bytes[rows[row]], as: UTF8.self) }

  /// The pair at `row`; nil if the line holds none.
  package func pair(_ row: Int) -> TermPair? {
    let fields = text(row).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let pair = columns.pair(fields, line: lineNumber(row))
    let isBlank = { (text: String) in text.utf8.allSatisfy { $0 == 0x20 } }
    return isBlank(pair.source) || isBlank(pair.target) ? nil : pair
  }

  /// Where the bytes of a field stand; nil if the line has no such field.
  private func range(_ place: Int?, of row: Int) -> Range<Int>? {
    guard let place else { return nil }
    let range = rows[row]
    var start = range.lowerBound
    var column = 0
    for index in range where bytes[index] == 0x09 {
      if column == place { return start..<index }
      column += 1
      start = index + 1
    }
    return column == place ? start..<range.upperBound : nil
  }

  /// The bytes of a field; none if the line has no such field.
  package func field(_ place: Int?, of row: Int) -> ArraySlice<UInt8> {
    range(place, of: row).map { bytes[$0] } ?? []
  }

  /// The rows whose French term is the one that `folded` is made of, capitals apart.
  package func rows(ofFolded folded: [UInt8]) -> [Int] {
    let source = columns.place(of: "fr")
    let span = bytes.span
    return (0..<rows.count).filter { row in
      guard let range = range(source, of: row) else { return false }
      return TermOrder.compare(span.extracting(range), to: folded.span) == 0
    }
  }

  /// The rows that have `value` in a column, byte for byte.
  package func rows(where column: String, is value: String) -> [Int] {
    let place = columns.place(of: column)
    let wanted = Array(value.utf8)
    return (0..<rows.count).filter { row in
      guard let range = range(place, of: row), range.count == wanted.count else { return false }
      return bytes[range].elementsEqual(wanted)
    }
  }

  /// The change that puts the lines in order and moves as few as a simple rule can: those that are not where a line
  /// after the greatest so far may be.
  package var sorting: GlossaryChange {
    guard columns.isHeader else { return GlossaryChange() }
    var change = GlossaryChange()
    var greatest: TermOrder?
    for row in 0..<rows.count {
      guard let pair = pair(row) else { continue }
      let order = TermOrder(pair)
      if let before = greatest, order < before {
        change.removed.append(row)
        change.added.append(GlossaryChange.Line(text: text(row), in: columns))
      } else {
        greatest = order
      }
    }
    return change
  }

  /// Whether the line at `row` comes after a pair at `order` with the folded French term `folded`.
  private func isAfter(_ order: TermOrder, _ folded: [UInt8], row: Int, source: Int) -> Bool {
    guard let range = range(source, of: row), !range.isEmpty else { return false }
    let comparison = TermOrder.compare(bytes.span.extracting(range), to: folded.span)
    if comparison != 0 { return comparison > 0 }
    return pair(row).map { order < TermOrder($0) } ?? false
  }

  /// The file after `change`, and the change with the numbers of its lines.
  ///
  /// A new line goes before the first one that comes after it in ``TermOrder``; in a file without a header, whose ids
  /// are numbers of lines, to the end.
  package func applying(_ change: GlossaryChange) -> (bytes: [UInt8], edits: NumberedEdits) {
    let removed = change.removed.sorted()
    var insertions: [(row: Int, text: String)]
    if let exact = change.positions {
      insertions = zip(exact, change.added.map(\.text)).map { ($0, $1) }
    } else if columns.isHeader {
      insertions = positions(of: change.added, without: removed)
    } else {
      insertions = change.added.map { (rows.count, $0.text) }
    }
    insertions.sort { $0.row < $1.row }
    return splice(removed, insertions)
  }

  private func positions(
    of added: [GlossaryChange.Line], without removed: [Int]
  ) -> [(row: Int, text: String)] {
    let gone = Set(removed)
    let source = columns.place(of: "fr") ?? 0
    let ordered = added.sorted { $0.order < $1.order }
    var row = 0
    return ordered.map { line in
      let folded = TermOrder.folded(Array(line.source.utf8))
      while row < rows.count,
        gone.contains(row) || !isAfter(line.order, folded, row: row, source: source)
      {
        row += 1
      }
      return (row, line.text)
    }
  }

  private func splice(
    _ removed: [Int], _ insertions: [(row: Int, text: String)]
  ) -> (bytes: [UInt8], edits: NumberedEdits) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + insertions.reduce(0) { $0 + $1.text.utf8.count + 2 })
    var edits = NumberedEdits()
    var copied = 0
    var removals = removed[...]
    var shift = 0
    func copy(to end: Int) {
      guard end > copied else { return }
      out.append(contentsOf: bytes[copied..<end])
      copied = end
    }
    func start(of row: Int) -> Int { row < rows.count ? rows[row].lowerBound : bytes.count }
    func remove(_ row: Int) {
      copy(to: start(of: row))
      copied = start(of: row + 1)
      edits.removed.append(NumberedLine(line: lineNumber(row), text: text(row)))
      shift -= 1
    }
    for (row, text) in insertions {
      while let next = removals.first, next < row {
        remove(next)
        removals.removeFirst()
      }
      copy(to: start(of: row))
      if let last = out.last, last != 0x0A { out.append(contentsOf: lineEnd) }
      out.append(contentsOf: text.utf8)
      out.append(contentsOf: lineEnd)
      edits.added.append(NumberedLine(line: lineNumber(row) + shift, text: text))
      shift += 1
    }
    for row in removals { remove(row) }
    copy(to: bytes.count)
    return (out, edits)
  }
}

/// What an edit takes away from the lines of a glossary, and what it puts in.
package struct GlossaryChange: Sendable {
  /// A line to put in.
  package struct Line: Sendable {
    package let text: String
    fileprivate let order: TermOrder
    fileprivate let source: String

    /// The line that holds `pair`.
    package init(_ pair: TermPair, in columns: GlossaryColumns) {
      text = columns.line(pair)
      order = TermOrder(pair)
      source = pair.source
    }

    /// A line that was there before.
    package init(text: String, in columns: GlossaryColumns) {
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let pair = columns.pair(fields, line: 0)
      self.text = text
      order = TermOrder(pair)
      source = pair.source
    }
  }

  /// Rows, from 0.
  package var removed: [Int]
  package var added: [Line]
  /// The rows before which the lines go, where their order does not say it.
  package var positions: [Int]?

  package init(removed: [Int] = [], added: [Line] = [], positions: [Int]? = nil) {
    self.removed = removed
    self.added = added
    self.positions = positions
  }
}

/// A line and its number.
package struct NumberedLine: Hashable, Sendable, Decodable {
  /// From 1, the header counted.
  package let line: Int
  /// Without its end.
  package let text: String
}

/// The lines that an edit took away, by their numbers before it, and those it put in, by their numbers after it.
package struct NumberedEdits: Hashable, Sendable {
  package var removed: [NumberedLine] = []
  package var added: [NumberedLine] = []
}
