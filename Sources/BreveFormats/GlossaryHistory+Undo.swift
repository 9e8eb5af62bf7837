// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension GlossaryHistory {
  /// The record that `id` begins, or the last change that stands, which is no undo.
  ///
  /// - Throws: ``GlossaryError`` if there is none, or it cannot be undone.
  package func undoable(_ id: String?, digest: String?) throws(GlossaryError) -> GlossaryRecord {
    let standings = standings(digest: digest)
    if let id {
      let found = records.indices.filter { records[$0].id.hasPrefix(id) }
      guard found.count == 1, let place = found.first else {
        let why = found.isEmpty ? "there is no change" : "there are several changes"
        throw GlossaryError(.notFound, "\(why) '\(id)'; breve glossary log lists them")
      }
      let record = records[place]
      guard standings[place] == .stands, record.action != .outside, record.action != .lost else {
        let why =
          standings[place] == .undone
          ? "was undone already"
          : record.action == .outside
            ? "was made by something else than breve, which does not know its lines"
            : "never reached the file"
        throw GlossaryError(.refused, "the change \(record.id) \(why); breve glossary log shows it")
      }
      return record
    }
    let last = records.indices.last {
      standings[$0] == .stands && [.add, .edit, .remove].contains(records[$0].action)
    }
    guard let last else {
      throw GlossaryError(.notFound, "there is no change to undo; breve glossary log lists them")
    }
    return records[last]
  }
}

extension GlossaryRecord {
  /// The change that takes this one back.
  ///
  /// - Parameters:
  ///   - lines: The glossary as it is.
  ///   - digest: Its digest: where it is the one that this change left, every line goes to its old place.
  /// - Returns: The change to make.
  /// - Throws: ``GlossaryError`` if a line that this change put in is not there any more.
  package func inverse(
    in lines: GlossaryLines, digest: String?
  ) throws(GlossaryError) -> GlossaryChange {
    let added = edits.removed.map { GlossaryChange.Line(text: $0.text, in: lines.columns) }
    let first = lines.columns.isHeader ? 2 : 1
    if digest == after {
      let gone = edits.added.map { $0.line - first }
      return GlossaryChange(
        removed: gone, added: added, positions: oldPlaces(gone, lines.count, first))
    }
    var wanted: [String: Int] = [:]
    for line in edits.added { wanted[line.text, default: 0] += 1 }
    var removed: [Int] = []
    for row in 0..<lines.count {
      let text = lines.text(row)
      if let count = wanted[text], count > 0 {
        wanted[text] = count - 1
        removed.append(row)
      }
    }
    if let missing = edits.added.first(where: { (wanted[$0.text] ?? 0) > 0 }) {
      let shown = missing.text.split(separator: "\t").joined(separator: " | ")
      throw GlossaryError(
        .refused,
        "the change \(id) cannot be undone: its line was changed or removed since (\(shown)); "
          + "undo the later changes first, or edit the line")
    }
    return GlossaryChange(removed: removed, added: added)
  }

  /// For each line that was taken away, the row before which it stood, among the rows there are now.
  private func oldPlaces(_ gone: [Int], _ count: Int, _ first: Int) -> [Int] {
    let goneRows = Set(gone)
    let kept = (0..<count).filter { !goneRows.contains($0) }
    return edits.removed.enumerated().map { index, line in
      let before = line.line - first - index
      return before < kept.count ? kept[before] : count
    }
  }
}
