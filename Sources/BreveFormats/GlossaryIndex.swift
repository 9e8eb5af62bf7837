// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms

/// Where the terms and ids of a glossary stand, for edits.
struct GlossaryIndex {
  /// What stands in a line already, or will.
  struct Standing {
    let pair: TermPair
    /// Its line; nil if it is yet to be written.
    let line: Int?
  }

  /// Above it a table of all lines is made; below, they are gone through for each entry.
  private static let few = 8

  private let lines: GlossaryLines
  private let table: [[UInt8]: [Int]]?
  private var ids: Set<ArraySlice<UInt8>> = []
  private var new: [[UInt8]: [TermPair]] = [:]

  init(_ lines: GlossaryLines, forEntries count: Int) {
    self.lines = lines
    guard count > Self.few else {
      table = nil
      return
    }
    let source = lines.columns.place(of: "fr")
    let id = lines.columns.place(of: "id")
    var table: [[UInt8]: [Int]] = [:]
    table.reserveCapacity(lines.count)
    for row in 0..<lines.count {
      let folded = TermOrder.folded(Array(lines.field(source, of: row)))
      if !folded.isEmpty { table[folded, default: []].append(row) }
      let key = lines.field(id, of: row)
      if !key.isEmpty { ids.insert(key) }
    }
    self.table = table
  }

  /// The pairs whose French term is `source`, capitals apart, but for those of `rows`.
  func pairs(of source: String, except left: [Int] = []) -> [Standing] {
    let folded = TermOrder.folded(Array(source.utf8))
    let rows = table.map { $0[folded] ?? [] } ?? lines.rows(ofFolded: folded)
    let old = rows.filter { !left.contains($0) }.compactMap { row in
      lines.pair(row).map { Standing(pair: $0, line: lines.lineNumber(row)) }
    }
    return old + (new[folded] ?? []).map { Standing(pair: $0, line: nil) }
  }

  func isTaken(_ id: String) -> Bool {
    ids.contains(ArraySlice(Array(id.utf8)))
      || table == nil && !lines.rows(where: "id", is: id).isEmpty
  }

  mutating func insert(_ pair: TermPair) {
    new[TermOrder.folded(Array(pair.source.utf8)), default: []].append(pair)
    ids.insert(ArraySlice(Array(pair.id.utf8)))
  }
}
