// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveText

extension TBXConcept {
  /// The concepts that hold the pairs of a glossary: read again they give the same pairs, those of one id together.
  ///
  /// Pairs of one id are one concept if its terms, each with each, are these pairs; otherwise each pair is one.
  static func concepts(of glossary: Glossary) -> [TBXConcept] {
    var order: [String] = []
    var groups: [String: [TermPair]] = [:]
    for pair in glossary.pairs {
      if groups[pair.id] == nil { order.append(pair.id) }
      groups[pair.id, default: []].append(pair)
    }
    let (source, target) = (glossary.sourceLanguage, glossary.targetLanguage)
    return order.flatMap { id -> [TBXConcept] in
      let group = groups[id] ?? []
      let whole = TBXConcept(group, source, target, isExact: false)
      if whole.pairs(from: source, to: target) == group { return [whole] }
      return group.map { pair in
        let plain = TBXConcept([pair], source, target, isExact: false)
        if plain.pairs(from: source, to: target) == [pair] { return plain }
        return TBXConcept([pair], source, target, isExact: true)
      }
    }
  }

  /// One concept of pairs; `isExact` puts all that has no field into items of Breve's own.
  private init(_ pairs: [TermPair], _ source: Language, _ target: Language, isExact: Bool) {
    guard let first = pairs.first else { return }
    id = first.id
    items = [Item(key: "breve:id", value: first.id)]
    if !first.domain.isEmpty { items.append(Item(key: "subjectField", value: first.domain)) }
    if !first.definition.isEmpty {
      items.append(Item(key: "definition", value: first.definition))
    }
    var sources = Section(language: source.tag)
    var targets = Section(language: target.tag)
    var seenSources: Set<String> = []
    var seenTargets: Set<String> = []
    let prefixes = (source.primary + "_", target.primary + "_")
    if !isExact {
      for (key, value) in first.others.sorted(by: { $0.key < $1.key })
      where !key.hasPrefix(prefixes.0) && !key.hasPrefix(prefixes.1) {
        items.append(Item(key: key == "concept_note" ? "note" : key, value: value))
      }
    }
    for pair in pairs {
      let others = isExact ? [] : pair.others.sorted { $0.key < $1.key }
      if seenSources.insert(pair.source).inserted {
        var term = Term(text: pair.source, items: pair.sourceItems)
        term.add(others, prefix: prefixes.0)
        sources.add(term, variants: pair.sourceVariants)
      }
      if seenTargets.insert(pair.target).inserted {
        var term = Term(text: pair.target, items: pair.targetItems)
        term.add(others, prefix: prefixes.1)
        if isExact {
          for (key, value) in pair.others.sorted(by: { $0.key < $1.key }) {
            term.items.append(Item(key: "breve:other", value: key + "\u{1F}" + value))
          }
        }
        targets.add(term, variants: pair.targetVariants)
      }
    }
    sections = [sources, targets]
  }
}

extension TBXConcept.Section {
  fileprivate mutating func add(_ term: TBXConcept.Term, variants: [String]) {
    terms.append(term)
    for variant in variants {
      terms.append(
        TBXConcept.Term(
          text: variant, items: [TBXConcept.Item(key: "termType", value: "variant")]))
    }
  }
}

extension TBXConcept.Term {
  fileprivate mutating func add(_ others: [(key: String, value: String)], prefix: String) {
    for (key, value) in others where key.hasPrefix(prefix) {
      let name = String(key.dropFirst(prefix.count))
      items.append(
        TBXConcept.Item(key: name == "status" ? "administrativeStatus" : name, value: value))
    }
  }
}

extension TermPair {
  fileprivate var sourceItems: [TBXConcept.Item] {
    var items = partOfSpeechItems
    if !gender.isEmpty {
      let written = ["m": "masculine", "mpl": "masculine", "f": "feminine", "fpl": "feminine"]
      let value = written[gender] ?? gender
      if !TBXCheck.genders.contains(value),
        others.keys.contains(where: { $0.hasSuffix("grammaticalGender") })
      {
        // Another gender stands in an element, which comes first.
        items.append(TBXConcept.Item(key: "breve:own-gender", value: value))
      } else {
        items.append(TBXConcept.Item(key: "grammaticalGender", value: value))
      }
      if items.last?.key == "grammaticalGender", TBXValue.gender(value) != gender {
        items.append(TBXConcept.Item(key: "breve:gender", value: gender))
      }
    }
    if matching != .inflect {
      items.append(TBXConcept.Item(key: "breve:match", value: matching.rawValue))
    }
    return items
  }

  fileprivate var targetItems: [TBXConcept.Item] {
    var items = partOfSpeechItems
    let isKnown = TermStatus.known.contains(status)
    items.append(
      TBXConcept.Item(
        key: isKnown ? "administrativeStatus" : "breve:status",
        value: isKnown ? status.rawValue + "Term-admn-sts" : status.rawValue))
    if isUntranslated { items.append(TBXConcept.Item(key: "breve:dnt", value: "yes")) }
    if !note.isEmpty { items.append(TBXConcept.Item(key: "note", value: note)) }
    if !origin.isEmpty { items.append(TBXConcept.Item(key: "source", value: origin)) }
    if !created.isEmpty { items.append(TBXConcept.Item(key: "created", value: created)) }
    if !changed.isEmpty { items.append(TBXConcept.Item(key: "changed", value: changed)) }
    return items
  }

  /// The class in TBX-Basic's words, and in ours where those do not tell it.
  private var partOfSpeechItems: [TBXConcept.Item] {
    guard let partOfSpeech else { return [] }
    let (part, type): (String, String?) =
      switch partOfSpeech {
      case .noun, .verb, .adjective, .adverb: (partOfSpeech.rawValue, nil)
      case .name: ("noun", nil)
      case .acronym: ("noun", "acronym")
      case .phrase: ("other", "phrase")
      default: ("other", nil)
      }
    var items = [TBXConcept.Item(key: "partOfSpeech", value: part)]
    if let type { items.append(TBXConcept.Item(key: "termType", value: type)) }
    if ![.noun, .verb, .adjective, .adverb, .acronym, .phrase].contains(partOfSpeech) {
      items.append(TBXConcept.Item(key: "breve:pos", value: partOfSpeech.rawValue))
    }
    return items
  }
}
