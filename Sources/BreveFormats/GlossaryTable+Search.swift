// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms

extension GlossaryTable {
  /// The lines that answer `query`, best first; see ``GlossarySearch``.
  package func search(_ query: String) -> [Row] {
    let filled = rows.filter { $0.pair != nil }
    return GlossarySearch(query).places(in: filled.compactMap(\.pair)).map { filled[$0] }
  }

  /// All lines of the concepts that `term` is the id or a term of, those of one concept together.
  ///
  /// An id goes before a term, and a term as it is written before one that differs in case or accents.
  package func concepts(of term: String) -> [Row] {
    let wanted = TermText.normalized(term)
    let key = SearchKey(wanted)
    let filled = rows.compactMap { row in row.pair.map { (row, $0) } }
    let ways: [(TermPair) -> Bool] = [
      { $0.id == wanted }, { $0.source == wanted || $0.target == wanted },
      { pair in
        ([pair.source, pair.target] + pair.sourceVariants + pair.targetVariants)
          .contains { SearchKey($0) == key }
      },
    ]
    for way in ways {
      var ids: [String] = []
      for (_, pair) in filled where way(pair) && !ids.contains(pair.id) { ids.append(pair.id) }
      if ids.isEmpty { continue }
      return ids.flatMap { id in filled.filter { $0.1.id == id }.map(\.0) }
    }
    return []
  }

  /// Some of its lines as a file of their own.
  package func text(of rows: [Row]) -> String {
    let header = columns.isHeader ? columns.names.joined(separator: "\t") + "\n" : ""
    return header + rows.map { $0.text + "\n" }.joined()
  }
}
