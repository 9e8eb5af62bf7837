// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveTerms

/// What is known of a line that somebody wants in a glossary: values by the names of columns.
package struct GlossaryEntry: Sendable {
  /// Values that were given; a column that is not here was not.
  package private(set) var values: [String: String]
  /// Where it was read, if it was read from a file.
  package let location: SourceLocation?

  /// - Parameters:
  ///   - values: By the names of columns; they are brought into the form a glossary wants.
  ///   - location: Where they were read.
  package init(_ values: [String: String], at location: SourceLocation? = nil) {
    self.values = values.mapValues(TermText.normalized)
    self.location = location
  }

  /// The entry that a line of another glossary holds.
  package init(_ pair: TermPair, in table: GlossaryTable, at location: SourceLocation) {
    let columns = table.columns
    var values: [String: String] = [:]
    for (name, value) in zip(columns.names, columns.fields(pair)) where !value.isEmpty {
      values[columns.role(of: name)] = value
    }
    // A number of a line is no id elsewhere.
    if values["id"] == nil || values["id"] == String(location.line ?? 0) { values["id"] = nil }
    self.init(values, at: location)
  }

  /// Gives the columns that the entry says nothing of the values of `others`.
  package mutating func fill(_ others: [String: String]) {
    values.merge(others.mapValues(TermText.normalized)) { own, _ in own }
  }

  subscript(column: String) -> String? {
    get { values[column] }
    set { values[column] = newValue }
  }

  /// The pair it makes in a file with `columns`.
  func pair(in columns: GlossaryColumns) -> TermPair { columns.pair(fields(in: columns), line: 0) }

  /// The fields of the line it makes.
  func fields(in columns: GlossaryColumns) -> [String] {
    columns.names.map { values[columns.role(of: $0)] ?? "" }
  }

  /// What is wrong with a value, or has no column to stand in; nil if nothing is.
  func fault(in columns: GlossaryColumns, _ rules: GlossaryRules) -> String? {
    let names = Set(columns.names.map(columns.role))
    for column in values.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let value = values[column] ?? ""
      if let fault = rules.fault(value, in: column) { return fault }
      if !value.isEmpty, !names.contains(column) {
        let list =
          columns.isHeader ? columns.names.joined(separator: ", ") : "fr and en, without a header"
        return
          "the file has no column '\(column)' (it has \(list)); leave it out or add it to the header"
      }
    }
    return nil
  }
}
