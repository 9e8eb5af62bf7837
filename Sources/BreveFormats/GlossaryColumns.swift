// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveTerms
package import BreveText

/// Which field of a line is which: the header of a glossary, or French and English where there is none.
///
/// A glossary of other languages names them where others have `fr` and `en`: `id de en de_variants en_variants …`. Inside,
/// columns go by their roles, which are the names that they have in a glossary of French and English.
package struct GlossaryColumns: Hashable, Sendable {
  /// The columns of the project's own glossaries, in their order.
  package static let known = [
    "id", "fr", "en", "fr_variants", "en_variants", "pos", "gender", "domain", "status", "dnt",
    "match", "definition", "note", "source", "created", "changed",
  ]

  /// The names as they are written, in order.
  package let names: [String]
  /// Whether they stand in the file.
  package let isHeader: Bool
  /// The language of the terms.
  package let source: Language
  /// The language of their renderings.
  package let target: Language
  /// For each of ``known``, its place among the fields of a line; nil if the file has no such column.
  private let places: [Int?]
  /// The columns that Breve does not know.
  private let others: [(name: String, place: Int)]

  /// A file without a header: French, then English.
  package static let pair = GlossaryColumns(names: ["fr", "en"], isHeader: false)
  /// The header of the project's own glossaries.
  package static let standard = GlossaryColumns(names: known, isHeader: true)

  /// The columns that a first line names; nil if it names no `fr` and `en`, nor `id` and two other languages.
  package init?(firstLine fields: [String]) {
    let columns = GlossaryColumns(names: fields, isHeader: true)
    if columns.place(of: "fr") != nil, columns.place(of: "en") != nil {
      self = columns
      return
    }
    let others = fields.map(Self.plain).filter {
      $0 != "id" && !$0.hasSuffix("_variants") && LanguageCode.isCode($0)
    }
    guard columns.place(of: "id") != nil, others.count == 2, others[0] != others[1] else {
      return nil
    }
    self.init(
      names: fields, isHeader: true, from: Language(others[0]), to: Language(others[1]))
  }

  /// - Parameters:
  ///   - names: As they are written, in order.
  ///   - isHeader: Whether they stand in the file.
  ///   - source: The language of the terms.
  ///   - target: The language of their renderings.
  package init(
    names: [String], isHeader: Bool, from source: Language = .french,
    to target: Language = .english
  ) {
    self.names = names
    self.isHeader = isHeader
    self.source = source
    self.target = target
    let plain = names.map(Self.plain)
    places = Self.names(from: source, to: target).map { plain.firstIndex(of: $0) }
    let used = Set(places.compactMap { $0 })
    others = names.indices.filter { !used.contains($0) }.map { (names[$0], $0) }
  }

  /// The columns of a glossary from one language to another, in their order: ``known`` with the languages' tags.
  package static func names(from source: Language, to target: Language) -> [String] {
    known.map { name in
      switch name {
      case "fr": source.tag
      case "en": target.tag
      case "fr_variants": source.tag + "_variants"
      case "en_variants": target.tag + "_variants"
      default: name
      }
    }
  }

  /// What the column called `name` is: one of ``known``, or its own name.
  package func role(of name: String) -> String {
    let plain = Self.plain(name)
    if let index = Self.names(from: source, to: target).firstIndex(of: plain) {
      return Self.known[index]
    }
    // A third language, which is neither side of this glossary.
    return Self.known.contains(plain) ? "=" + plain : plain
  }

  /// The name of a column as it is looked up.
  package static func plain(_ name: String) -> String {
    name.split(separator: " ").joined(separator: " ").lowercased()
  }

  /// Where the column called `name` stands; nil if there is none.
  package func place(of name: String) -> Int? {
    if let index = Self.known.firstIndex(of: name) { return places[index] }
    return others.first { Self.plain($0.name) == name }?.place
  }

  package static func == (one: GlossaryColumns, other: GlossaryColumns) -> Bool {
    one.names == other.names && one.isHeader == other.isHeader
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(names)
    hasher.combine(isHeader)
  }

  /// The pair that the fields of line `line` make.
  ///
  /// A column that is missing is empty; where no column tells the id it is the number of the line, and where none tells
  /// the class of the term it is guessed.
  package func pair(_ fields: [String], line: Int) -> TermPair {
    func field(_ index: Int) -> String {
      places[index].map { $0 < fields.count ? fields[$0] : "" } ?? ""
    }
    let id = field(0)
    var pair = TermPair(id: id.isEmpty ? String(line) : id, source: field(1), target: field(2))
    pair.sourceVariants = Self.variants(field(3))
    pair.targetVariants = Self.variants(field(4))
    if places[5] == nil {
      pair.partOfSpeech = .guess(pair.source)
    } else if !field(5).isEmpty {
      pair.partOfSpeech = PartOfSpeech(rawValue: field(5))
    }
    pair.gender = field(6)
    pair.domain = field(7)
    if !field(8).isEmpty { pair.status = TermStatus(rawValue: field(8)) }
    pair.isUntranslated = field(9) == "yes"
    if !field(10).isEmpty { pair.matching = TermMatching(rawValue: field(10)) }
    pair.definition = field(11)
    pair.note = field(12)
    pair.origin = field(13)
    pair.created = field(14)
    pair.changed = field(15)
    for (name, place) in others where place < fields.count && !fields[place].isEmpty {
      pair.others[name] = fields[place]
    }
    return pair
  }

  /// The fields of a line that holds `pair`; what no column is there for is left out.
  package func fields(_ pair: TermPair) -> [String] {
    var fields = Array(repeating: "", count: names.count)
    let values = [
      pair.id, pair.source, pair.target, pair.sourceVariants.joined(separator: " | "),
      pair.targetVariants.joined(separator: " | "), pair.partOfSpeech?.rawValue ?? "", pair.gender,
      pair.domain, pair.status.rawValue, pair.isUntranslated ? "yes" : "", pair.matching.rawValue,
      pair.definition, pair.note, pair.origin, pair.created, pair.changed,
    ]
    for (place, value) in zip(places, values) {
      if let place { fields[place] = Self.oneLine(value) }
    }
    for (name, place) in others { fields[place] = Self.oneLine(pair.others[name] ?? "") }
    return fields
  }

  /// The line that holds `pair`, without its end.
  package func line(_ pair: TermPair) -> String { fields(pair).joined(separator: "\t") }

  private static func variants(_ field: String) -> [String] {
    guard !field.isEmpty else { return [] }
    return field.split(separator: "|").map { part in
      var part = part.utf8[...]
      while part.first == 0x20 { part.removeFirst() }
      while part.last == 0x20 { part.removeLast() }
      return String(Substring(part))
    }.filter { !$0.isEmpty }
  }

  /// The form has no way to write a tab or an end of line in a field.
  private static func oneLine(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
      return field
    }
    return String(
      decoding: field.utf8.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 },
      as: UTF8.self)
  }
}
