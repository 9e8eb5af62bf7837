// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms

/// Takes the pairs of another file into a glossary: what is added, updated, passed over, and why.
package struct GlossaryImport: Sendable {
  /// What happens to a pair that the glossary says something else of.
  package enum Conflict: String, CaseIterable, Sendable {
    /// The glossary stays as it is.
    case skip
    /// The file's words go before the glossary's.
    case overwrite
    /// The other rendering is added, as admitted; empty fields are filled.
    case both
  }

  /// What became of a pair.
  package enum Outcome: Hashable, Sendable {
    case added, updated, unchanged
    case skipped(String)
  }

  private let conflict: Conflict
  private let day: String

  /// - Parameters:
  ///   - conflict: What to do where file and glossary differ.
  ///   - day: What `created` and `changed` become, as `2026-11-21`.
  package init(onConflict conflict: Conflict, day: String) {
    self.conflict = conflict
    self.day = day
  }

  /// The change that takes `reading` in, and what becomes of each of its pairs, in order.
  package func change(
    taking reading: GlossaryReading, into lines: GlossaryLines
  ) -> (change: GlossaryChange, outcomes: [Outcome]) {
    var standing = Standing(lines)
    var change = GlossaryChange()
    let known = Set(lines.columns.names.map(lines.columns.role))
    let pairs = incoming(reading)
    var targets: [String: Set<String>] = [:]
    for pair in pairs { targets[pair.source, default: []].insert(pair.target) }
    var seen: [String: Set<String>] = [:]
    let outcomes = pairs.map { pair -> Outcome in
      guard seen[pair.source, default: []].insert(pair.target).inserted else {
        return .skipped("the file has the pair twice")
      }
      let there = standing.rows(of: pair.source)
      if let same = there.first(where: { $0.pair.target == pair.target }) {
        return take(pair, over: same, known, &change, &standing)
      }
      var new = pair
      let named = targets[pair.source] ?? []
      // What the file names itself is no conflict.
      let old = there.filter { !$0.isNew && !named.contains($0.pair.target) }
      if let first = old.first {
        switch conflict {
        case .skip:
          return .skipped("'\(pair.source)' is '\(first.pair.target)' in line \(first.line)")
        case .overwrite:
          new.id = first.pair.id
          change.removed += old.map(\.row)
          standing.remove(Set(old.map(\.row)), of: pair.source)
        case .both:
          if new.status == .preferred, old.contains(where: { $0.pair.status == .preferred }) {
            new.status = .admitted
          }
          new.id = first.pair.id
        }
      }
      if old.isEmpty { new.id = standing.id(for: new) }
      if new.created.isEmpty { new.created = day }
      if new.changed.isEmpty { new.changed = day }
      standing.insert(new)
      change.added.append(GlossaryChange.Line(new, in: lines.columns))
      return old.isEmpty || conflict == .both ? .added : .updated
    }
    return (change, outcomes)
  }

  /// The pairs of the file, with one preferred rendering of a term in a concept at most.
  private func incoming(_ reading: GlossaryReading) -> [TermPair] {
    var preferred: Set<String> = []
    var seen: Set<String> = []
    return zip(reading.glossary.pairs, reading.lines).map { pair, line in
      var pair = pair
      if pair.id == String(line) { pair.id = "" }
      let term = pair.id + "\t" + pair.source
      let isTwin = !seen.insert(term + "\t" + pair.target).inserted
      if !isTwin, pair.status == .preferred, !preferred.insert(term).inserted {
        pair.status = .admitted
      }
      return pair
    }
  }

  private func take(
    _ pair: TermPair, over same: Standing.Row, _ known: Set<String>, _ change: inout GlossaryChange,
    _ standing: inout Standing
  ) -> Outcome {
    var columns = GlossaryColumns.standard
    if !pair.others.isEmpty {
      columns = GlossaryColumns(
        names: GlossaryColumns.known + pair.others.keys.sorted(), isHeader: true)
    }
    let left: Set<String> = ["id", "fr", "en", "created", "changed"]
    var differing: [String] = []
    var merged = standing.values(of: same.row)
    for (name, value) in zip(columns.names, columns.fields(pair))
    where !value.isEmpty && !left.contains(name) && known.contains(name) {
      let own = merged[name] ?? ""
      let isDefault =
        name == "match" && value == "inflect" || name == "status" && value == "preferred"
      if own == value || own.isEmpty && isDefault { continue }
      if conflict == .overwrite || conflict == .both && own.isEmpty {
        merged[name] = value
      } else if !isDefault {
        differing.append(name)
        continue
      } else {
        continue
      }
      differing.append(name)
    }
    if differing.isEmpty { return .unchanged }
    guard merged != standing.values(of: same.row) else {
      return .skipped(
        "line \(same.line) says something else (\(differing.joined(separator: ", ")))")
    }
    if known.contains("changed") { merged["changed"] = day }
    change.removed.append(same.row)
    change.added.append(
      GlossaryChange.Line(text: standing.text(merged), in: standing.lines.columns))
    return .updated
  }
}

/// What stands in a glossary, by its French terms.
private struct Standing {
  struct Row {
    let row: Int
    let line: Int
    let pair: TermPair
    let isNew: Bool
  }

  let lines: GlossaryLines
  private var bySource: [String: [Row]] = [:]
  private var concepts: [String: String] = [:]
  private var ids: Set<String> = []

  init(_ lines: GlossaryLines) {
    self.lines = lines
    for row in 0..<lines.count {
      guard let pair = lines.pair(row) else { continue }
      bySource[pair.source, default: []].append(
        Row(row: row, line: lines.lineNumber(row), pair: pair, isNew: false))
      ids.insert(pair.id)
    }
  }

  func rows(of source: String) -> [Row] { bySource[source] ?? [] }

  mutating func insert(_ pair: TermPair) {
    bySource[pair.source, default: []].append(Row(row: -1, line: 0, pair: pair, isNew: true))
    ids.insert(pair.id)
  }

  mutating func remove(_ rows: Set<Int>, of source: String) {
    bySource[source]?.removeAll { rows.contains($0.row) }
  }

  /// The id of a new pair: that of the pairs of its term, its own if it is free, or one made of the English.
  mutating func id(for pair: TermPair) -> String {
    if let first = rows(of: pair.source).first { return first.pair.id }
    if !pair.id.isEmpty, let own = concepts[pair.id] { return own }
    let id =
      !pair.id.isEmpty && !ids.contains(pair.id)
      ? pair.id : TermSlug.id(for: pair.target) { ids.contains($0) }
    if !pair.id.isEmpty { concepts[pair.id] = id }
    return id
  }

  /// The fields of a line by their columns.
  func values(of row: Int) -> [String: String] {
    var values: [String: String] = [:]
    let fields = lines.text(row).split(separator: "\t", omittingEmptySubsequences: false)
    for (name, field) in zip(lines.columns.names, fields) {
      values[lines.columns.role(of: name)] = String(field)
    }
    return values
  }

  func text(_ values: [String: String]) -> String {
    lines.columns.names.map { values[lines.columns.role(of: $0)] ?? "" }.joined(separator: "\t")
  }
}
