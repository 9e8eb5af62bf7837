// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveText

extension TBXConcept {
  /// No concept has so many pairs; more are not made.
  static let mostPairs = 2_500

  /// A term with its other spellings, and what is said of it and its language.
  private struct Side {
    var term: Term
    var variants: [String] = []
    var section: Section

    /// All items of the term and its section, in order.
    var items: [Item] { term.items + section.items }
  }

  /// Each source term with each target term.
  func pairs(from source: Language, to target: Language) -> [TermPair] {
    let sources = sides(sections(of: source))
    let targets = sides(sections(of: target))
    let marked = targets.contains { $0.term.status == "preferred" }
    var pairs: [TermPair] = []
    for one in sources {
      for (place, other) in targets.enumerated() {
        if pairs.count >= Self.mostPairs { return pairs }
        var pair = TermPair(
          id: values("breve:id").first ?? id, source: one.term.text, target: other.term.text,
          sourceVariants: one.variants, targetVariants: other.variants)
        pair.status =
          other.term.status.map { TermStatus(rawValue: $0) }
          ?? (place == 0 && !marked ? .preferred : .admitted)
        var rest = Rest()
        takeConcept(into: &pair, &rest)
        take(source: one, into: &pair, &rest, prefix: source.primary + "_")
        take(target: other, into: &pair, &rest, prefix: target.primary + "_")
        for (key, values) in rest.values {
          pair.others[key] = values.joined(separator: TBXValue.separator)
        }
        pairs.append(pair)
      }
    }
    return pairs
  }

  /// What has no field of its own: a column for each data category.
  private struct Rest {
    var values: [String: [String]] = [:]

    mutating func add(_ key: String, _ value: String) { values[key, default: []].append(value) }
  }

  private func sides(_ sections: [Section]) -> [Side] {
    var sides: [Side] = []
    for section in sections {
      var isFirst = true
      for term in section.terms where !term.text.isEmpty {
        let isVariant =
          term.values("termType") == ["variant"]
          && term.items.allSatisfy { ["termType", "partOfSpeech"].contains($0.key) }
        if isVariant, !isFirst {
          sides[sides.count - 1].variants.append(term.text)
        } else {
          sides.append(Side(term: term, section: section))
        }
        isFirst = false
      }
    }
    return sides
  }

  private func takeConcept(into pair: inout TermPair, _ rest: inout Rest) {
    for item in items {
      switch item.key {
      case "subjectField" where pair.domain.isEmpty: pair.domain = item.value
      case "definition" where pair.definition.isEmpty: pair.definition = item.value
      case "note": rest.add("concept_note", item.value)
      case "created": pair.created = item.value
      case "changed": pair.changed = item.value
      case "breve:id": continue
      case "Translation needed":
        if item.value.lowercased() == "no" { pair.isUntranslated = true }
        rest.add(item.key, item.value)
      default: rest.add(item.key, item.value)
      }
    }
  }

  private func take(
    source: Side, into pair: inout TermPair, _ rest: inout Rest, prefix: String
  ) {
    let (part, usesType) = source.term.partOfSpeech
    pair.partOfSpeech = part
    if let own = source.items.first(where: { $0.key == "breve:own-gender" }) {
      pair.gender = own.value
    }
    for item in source.items {
      switch item.key {
      case "partOfSpeech", "breve:pos", "created", "changed", "breve:own-gender": continue
      case "termType" where usesType: continue
      case "definition" where pair.definition.isEmpty: pair.definition = item.value
      case "grammaticalGender" where pair.gender.isEmpty:
        pair.gender = TBXValue.gender(item.value)
      case "breve:gender": pair.gender = item.value
      case "breve:match": pair.matching = TermMatching(rawValue: item.value)
      case "administrativeStatus", "usageStatus", "breve:status":
        let status = TBXValue.status(item.value)
        if status != "preferred" { rest.add(prefix + "status", status) }
      default: rest.add(prefix + item.key, item.value)
      }
    }
  }

  private func take(
    target: Side, into pair: inout TermPair, _ rest: inout Rest, prefix: String
  ) {
    var created: String?
    var changed: String?
    var notes: [String] = []
    let (part, usesType) = target.term.partOfSpeech
    for item in target.items {
      switch item.key {
      case "administrativeStatus", "usageStatus", "breve:status": continue
      case "partOfSpeech" where part == pair.partOfSpeech, "breve:pos": continue
      case "termType" where usesType && part == pair.partOfSpeech: continue
      case "definition" where pair.definition.isEmpty: pair.definition = item.value
      case "note": notes.append(item.value)
      case "source" where pair.origin.isEmpty: pair.origin = item.value
      case "created" where created == nil: created = item.value
      case "changed": changed = item.value
      case "breve:dnt": pair.isUntranslated = true
      case "breve:other":
        let parts = item.value.split(
          separator: "\u{1F}", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { rest.add(String(parts[0]), String(parts[1])) }
      default: rest.add(prefix + item.key, item.value)
      }
    }
    pair.note = notes.joined(separator: TBXValue.separator)
    if let created { pair.created = created }
    if let changed { pair.changed = changed }
  }
}

extension TBXConcept.Term {
  /// The status in the words of a glossary; nil if none is told.
  var status: String? {
    if let own = values("breve:status").first { return own }
    return (values("administrativeStatus") + values("usageStatus")).first.map(TBXValue.status)
  }

  /// The class of the word, and whether the type of the term is a part of it.
  var partOfSpeech: (part: PartOfSpeech?, usesType: Bool) {
    let type = values("termType").first
    let written = values("partOfSpeech").first
    let own = values("breve:pos").first.map { PartOfSpeech(rawValue: $0) }
    switch (written, type) {
    case ("noun", "acronym"): return (own ?? .acronym, true)
    case ("other", "phrase"): return (own ?? .phrase, true)
    case ("properNoun", _), ("proper noun", _): return (own ?? .name, false)
    default: return (own ?? written.map { PartOfSpeech(rawValue: $0) }, false)
    }
  }
}
