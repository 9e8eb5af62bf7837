// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What is different between two glossaries, pair by pair.
package struct GlossaryDifference: Sendable {
  /// A field with two values.
  package struct FieldChange: Hashable, Sendable {
    package let name: String
    package let old: String
    package let new: String
  }

  /// What became of a pair.
  package enum Change: Hashable, Sendable {
    case added(TermPair)
    case removed(TermPair)
    case changed(TermPair, [FieldChange])
  }

  /// In the order of ``TermOrder``.
  package let changes: [Change]

  package init(_ old: [TermPair], _ new: [TermPair]) {
    let changes = PairAlignment(old, new).links.compactMap { link -> (TermOrder, Change)? in
      switch (link.old.map { old[$0] }, link.new.map { new[$0] }) {
      case (let before?, let after?):
        let fields = Self.fields(before, after)
        return fields.isEmpty ? nil : (TermOrder(after), .changed(before, fields))
      case (let before?, nil): return (TermOrder(before), .removed(before))
      case (nil, let after?): return (TermOrder(after), .added(after))
      case (nil, nil): return nil
      }
    }
    self.changes = changes.enumerated().sorted {
      $0.element.0 == $1.element.0 ? $0.offset < $1.offset : $0.element.0 < $1.element.0
    }.map(\.element.1)
  }

  /// The fields that differ, in the order of the columns.
  package static func fields(_ old: TermPair, _ new: TermPair) -> [FieldChange] {
    let names = old.fields.map(\.name) + new.others.keys.filter { old.others[$0] == nil }.sorted()
    return names.compactMap { name in
      let before = old.value(of: name)
      let after = new.value(of: name)
      return before == after ? nil : FieldChange(name: name, old: before, new: after)
    }
  }
}

extension TermPair {
  /// The value of a column, empty if there is none.
  package func value(of name: String) -> String {
    fields.first { $0.name == name }?.value ?? ""
  }

  /// Sets the value of a column.
  package mutating func set(_ name: String, _ value: String) {
    switch name {
    case "id": id = value
    case "fr": source = value
    case "en": target = value
    case "fr_variants": sourceVariants = value.isEmpty ? [] : Self.variants(value)
    case "en_variants": targetVariants = value.isEmpty ? [] : Self.variants(value)
    case "pos": partOfSpeech = value.isEmpty ? nil : PartOfSpeech(rawValue: value)
    case "gender": gender = value
    case "domain": domain = value
    case "status": status = TermStatus(rawValue: value)
    case "dnt": isUntranslated = value == "yes"
    case "match": matching = TermMatching(rawValue: value)
    case "definition": definition = value
    case "note": note = value
    case "source": origin = value
    case "created": created = value
    case "changed": changed = value
    default: others[name] = value.isEmpty ? nil : value
    }
  }

  private static func variants(_ value: String) -> [String] {
    value.split(separator: "|").map {
      String(
        String.UnicodeScalarView(
          $0.unicodeScalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
    }.filter { !$0.isEmpty }
  }
}
