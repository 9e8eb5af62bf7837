// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveTerms

extension GlossaryTable {
  /// Its pairs as a merge wants them: without ids that are numbers of lines, and without guessed classes.
  package var mergeable: [TermPair] {
    let hasClasses = columns.place(of: "pos") != nil
    return rows.compactMap { row in
      guard var pair = row.pair else { return nil }
      if pair.id == String(row.line) { pair.id = "" }
      if !hasClasses { pair.partOfSpeech = nil }
      return pair
    }
  }

  /// The outcome of a merge, in the columns of the tables that were merged: those of the first, then what others add.
  ///
  /// A pair without an id is given one where there is a column for it.
  package init(merging merge: GlossaryMerge, of tables: [GlossaryTable]) {
    var names: [String] = []
    for name in tables.flatMap(\.columns.names)
    where !names.map(GlossaryColumns.plain).contains(GlossaryColumns.plain(name)) {
      names.append(name)
    }
    let first = tables.first?.columns
    let (source, target) = (first?.source ?? .french, first?.target ?? .english)
    let columns = GlossaryColumns(
      names: names, isHeader: tables.contains { $0.columns.isHeader }, from: source, to: target)
    var pairs = merge.pairs
    var ids = Set(pairs.map(\.id))
    for place in pairs.indices where pairs[place].id.isEmpty {
      pairs[place].id = TermSlug.id(for: pairs[place].target) { ids.contains($0) }
      ids.insert(pairs[place].id)
    }
    self.init(Glossary(from: source, to: target, pairs: pairs), columns: columns)
  }
}
