// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveTerms

/// Changes of a glossary as people ask for them, each a ``GlossaryChange`` of the lines it is given.
package struct GlossaryEditor: Sendable {
  /// An entry that was added or was not.
  package enum Outcome: Sendable {
    case added(TermPair, hint: String?)
    /// The pair stands there already.
    case present(TermPair, line: Int?)
    case refused(String)
  }

  package let path: String
  package let rules: GlossaryRules
  /// What `created` and `changed` become, as `2026-11-21`.
  package let day: String

  package init(path: String, rules: GlossaryRules, day: String) {
    self.path = path
    self.rules = rules
    self.day = day
  }

  // MARK: Adding

  /// The change that puts `entries` in, and what becomes of each; those that are refused do not keep out the others.
  package func add(
    _ entries: [GlossaryEntry], to lines: GlossaryLines
  ) -> (change: GlossaryChange, outcomes: [Outcome]) {
    var index = GlossaryIndex(lines, forEntries: entries.count)
    var change = GlossaryChange()
    let outcomes = entries.map { entry in
      var entry = entry
      let outcome = outcome(of: &entry, in: lines.columns, index)
      if case .added(let pair, _) = outcome {
        index.insert(pair)
        change.added.append(
          GlossaryChange.Line(
            text: entry.fields(in: lines.columns).joined(separator: "\t"), in: lines.columns))
      }
      return outcome
    }
    return (change, outcomes)
  }

  private func outcome(
    of entry: inout GlossaryEntry, in columns: GlossaryColumns, _ index: GlossaryIndex
  ) -> Outcome {
    for column in ["fr", "en"] where (entry[column] ?? "").isEmpty { entry[column] = "" }
    if let fault = entry.fault(in: columns, rules) { return .refused(fault) }
    let source = entry["fr"] ?? ""
    let target = entry["en"] ?? ""
    let others = index.pairs(of: source)
    if let same = others.first(where: { $0.pair.source == source && $0.pair.target == target }) {
      return .present(same.pair, line: same.line)
    }
    let status = entry["status"].map { TermStatus(rawValue: $0) } ?? .preferred
    var hint: String?
    if columns.place(of: "id") != nil {
      if entry["id"] == nil {
        switch conceptID(source, target, status, others, index) {
        case .success(let id): entry["id"] = id
        case .failure(let error): return .refused(error.description)
        }
        let slug = TermSlug.id(for: target) { _ in false }
        if entry["id"] != slug, status == .preferred {
          hint =
            "its id is \(entry["id"] ?? ""), for \(slug) is another concept; --id \(slug) makes it one of its terms"
        }
      }
      if let refusal = secondPreferred(source, entry["id"] ?? "", status, others) {
        return .refused(refusal)
      }
    }
    if hint == nil, let near = others.first(where: { $0.pair.source != source }) {
      hint =
        "\(place(near.line))'\(near.pair.source)' is there too; if only the capitals differ, remove one of the two"
    }
    complete(&entry, columns)
    return .added(entry.pair(in: columns), hint: hint)
  }

  /// The id of the concept of a new pair that names none.
  private func conceptID(
    _ source: String, _ target: String, _ status: TermStatus, _ others: [GlossaryIndex.Standing],
    _ index: GlossaryIndex
  ) -> Result<String, GlossaryError> {
    let known = others.filter { $0.pair.source == source }
    let ids = known.map(\.pair.id).unique
    if status == .preferred {
      guard let first = known.first(where: { $0.pair.status == .preferred }) else {
        return .success(ids.count == 1 ? ids[0] : TermSlug.id(for: target, isTaken: index.isTaken))
      }
      return .failure(
        GlossaryError(
          .refused,
          "\(place(first.line))'\(source)' is '\(first.pair.target)' already (id \(first.pair.id)); give --status admitted for a second choice, or an --id of its own for another meaning"
        ))
    }
    if ids.count == 1 { return .success(ids[0]) }
    if ids.isEmpty { return .success(TermSlug.id(for: target, isTaken: index.isTaken)) }
    return .failure(
      GlossaryError(
        .refused,
        "'\(source)' has the ids \(ids.joined(separator: ", ")); say with --id which is meant"))
  }

  /// Why a pair cannot be the preferred one, if so.
  private func secondPreferred(
    _ source: String, _ id: String, _ status: TermStatus, _ others: [GlossaryIndex.Standing]
  ) -> String? {
    guard status == .preferred,
      let first = others.first(where: {
        $0.pair.source == source && $0.pair.id == id && $0.pair.status == .preferred
      })
    else { return nil }
    return
      "\(place(first.line))'\(first.pair.target)' is preferred for '\(source)' (id \(id)) already; give that one another --status first"
  }

  /// What every line has, where it was not given.
  private func complete(_ entry: inout GlossaryEntry, _ columns: GlossaryColumns) {
    let guess = PartOfSpeech.guess(entry["fr"] ?? "")
    let pos = entry["pos"] ?? guess.rawValue
    let isName = pos == "name" || pos == "acronym"
    let values = [
      ("pos", pos), ("status", "preferred"), ("match", isName ? "exact" : "inflect"),
      ("source", "own"), ("created", day), ("changed", day),
    ]
    for (column, value) in values where columns.place(of: column) != nil && entry[column] == nil {
      entry[column] = value
    }
  }

  private func place(_ line: Int?) -> String { line.map { "\(path):\($0): " } ?? "" }

  // MARK: Editing and removing

  /// The rows that `term`, an id or a term, and `target` mean: by id, else by the French term, else by it without
  /// regard to case and accents.
  package func rows(
    of term: String, target: String?, in lines: GlossaryLines
  ) throws(GlossaryError) -> [Int] {
    let wanted = TermText.normalized(term)
    let target = target.map(TermText.normalized)
    for column in ["id", "fr"] {
      let found = lines.rows(where: column, is: wanted).compactMap { row in
        lines.pair(row).map { (row, $0) }
      }
      if !found.isEmpty { return try narrowed(found, term: wanted, to: target) }
    }
    let pairs = (0..<lines.count).compactMap { row in lines.pair(row).map { (row, $0) } }
    let key = SearchKey(wanted)
    let ways: [(TermPair) -> Bool] = [
      { $0.id == wanted }, { SearchKey($0.source) == key }, { $0.target == wanted },
    ]
    for way in ways {
      let found = pairs.filter { way($0.1) }
      if found.isEmpty { continue }
      return try narrowed(found, term: wanted, to: target)
    }
    let best = GlossarySearch(wanted).places(in: pairs.map(\.1)).first.map { pairs[$0].1 }
    let near =
      best.map { "; perhaps you mean '\($0.source)' (id \($0.id))" }
      ?? "; try breve glossary search"
    throw GlossaryError(.notFound, "\(path): there is no term and no id '\(wanted)'\(near)")
  }

  /// Those of the lines of `term` whose English is `target`, without regard to case and accents if need be.
  private func narrowed(
    _ found: [(row: Int, pair: TermPair)], term: String, to target: String?
  ) throws(GlossaryError) -> [Int] {
    guard let target else { return found.map(\.row) }
    let exact = found.filter { $0.pair.target == target }
    let near = found.filter { SearchKey($0.pair.target) == SearchKey(target) }
    if !exact.isEmpty || !near.isEmpty { return (exact.isEmpty ? near : exact).map(\.row) }
    throw GlossaryError(
      .notFound,
      "\(path): '\(term)' is not '\(target)' there, but "
        + found.map { "'\($0.pair.target)'" }.joined(separator: ", ") + "; name one of them")
  }

  /// The rows, if there is one or all are wanted.
  private func only(
    _ rows: [Int], all: Bool, in lines: GlossaryLines
  ) throws(GlossaryError) -> [Int] {
    if rows.count == 1 || all { return rows }
    let list = rows.compactMap { row in
      lines.pair(row).map {
        "  \(lines.lineNumber(row)): \($0.source) → \($0.target) (\($0.status.rawValue))"
      }
    }
    throw GlossaryError(
      .refused,
      "\(path): \(rows.count) lines are meant; name the English too, or give --all:\n"
        + list.joined(separator: "\n"))
  }

  /// The change that gives lines other values; all else in them stays byte for byte.
  package func edit(
    _ term: String, target: String?, all: Bool, _ values: GlossaryEntry, in lines: GlossaryLines
  ) throws(GlossaryError) -> GlossaryChange {
    let rows = try only(rows(of: term, target: target, in: lines), all: all, in: lines)
    if let fault = values.fault(in: lines.columns, rules) { throw GlossaryError(.refused, fault) }
    var values = values
    let index = GlossaryIndex(lines, forEntries: rows.count)
    var change = GlossaryChange()
    for row in rows {
      var fields = lines.text(row).split(separator: "\t", omittingEmptySubsequences: false).map(
        String.init)
      while fields.count < lines.columns.names.count { fields.append("") }
      let before = fields
      set(values, &fields, lines.columns)
      if fields == before { continue }
      if values["changed"] == nil { values["changed"] = day }
      if lines.columns.place(of: "changed") != nil { set(values, &fields, lines.columns) }
      let pair = lines.columns.pair(fields, line: lines.lineNumber(row))
      let others = index.pairs(of: pair.source, except: rows)
      if let same = others.first(where: {
        $0.pair.source == pair.source && $0.pair.target == pair.target
      }) {
        throw GlossaryError(
          .refused,
          "\(place(same.line))'\(pair.source)' is '\(pair.target)' already; remove one of the two lines"
        )
      }
      if lines.columns.place(of: "id") != nil,
        let refusal = secondPreferred(pair.source, pair.id, pair.status, others)
      {
        throw GlossaryError(.refused, refusal)
      }
      change.removed.append(row)
      change.added.append(
        GlossaryChange.Line(text: fields.joined(separator: "\t"), in: lines.columns))
    }
    if !lines.columns.isHeader { change.positions = change.removed }
    return change
  }

  private func set(_ values: GlossaryEntry, _ fields: inout [String], _ columns: GlossaryColumns) {
    for (column, value) in values.values {
      if let place = columns.place(of: column) { fields[place] = value }
    }
  }

  /// The change that takes lines away.
  package func remove(
    _ term: String, target: String?, all: Bool, from lines: GlossaryLines
  ) throws(GlossaryError) -> GlossaryChange {
    GlossaryChange(
      removed: try only(rows(of: term, target: target, in: lines), all: all, in: lines))
  }
}

extension [String] {
  /// Its elements in order, each once.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
