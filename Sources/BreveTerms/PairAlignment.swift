// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Which pair of one glossary is which of another.
package struct PairAlignment: Sendable {
  /// Places in the two glossaries; nil where a pair has no partner there.
  package struct Link: Hashable, Sendable {
    package let old: Int?
    package let new: Int?
  }

  private struct Key: Hashable {
    let id: String
    let source: String
    let target: String
  }

  /// Every pair of both, once, in the order of the new glossary, those that are gone at the end in the order of the old.
  package let links: [Link]

  /// Partners have id, French and English in common, or two of the three and are the only ones left that do.
  package init(_ old: [TermPair], _ new: [TermPair]) {
    var partner: [Int?] = new.map { _ in nil }
    var isTaken = old.map { _ in false }
    let ways: [(isUnique: Bool, key: (TermPair) -> Key)] = [
      (false, { Key(id: $0.id, source: $0.source, target: $0.target) }),
      (true, { Key(id: "", source: $0.source, target: $0.target) }),
      (true, { Key(id: $0.id, source: $0.source, target: "") }),
      (true, { Key(id: $0.id, source: "", target: $0.target) }),
    ]
    for way in ways {
      var places: [Key: [Int]] = [:]
      for (place, pair) in old.enumerated() where !isTaken[place] {
        places[way.key(pair), default: []].append(place)
      }
      var seekers: [Key: Int] = [:]
      if way.isUnique {
        for (place, pair) in new.enumerated() where partner[place] == nil {
          seekers[way.key(pair), default: 0] += 1
        }
      }
      for (place, pair) in new.enumerated() where partner[place] == nil {
        let key = way.key(pair)
        guard let found = places[key]?.first else { continue }
        if way.isUnique, places[key]?.count != 1 || seekers[key] != 1 { continue }
        places[key]?.removeFirst()
        partner[place] = found
        isTaken[found] = true
      }
    }
    links =
      new.indices.map { Link(old: partner[$0], new: $0) }
      + old.indices.filter { !isTaken[$0] }.map { Link(old: $0, new: nil) }
  }
}

extension TermPair {
  /// The fields in the order of the columns, by name, and the other columns after them.
  package var fields: [(name: String, value: String)] {
    let own = [
      ("id", id), ("fr", source), ("en", target),
      ("fr_variants", sourceVariants.joined(separator: " | ")),
      ("en_variants", targetVariants.joined(separator: " | ")),
      ("pos", partOfSpeech?.rawValue ?? ""), ("gender", gender), ("domain", domain),
      ("status", status.rawValue), ("dnt", isUntranslated ? "yes" : ""),
      ("match", matching.rawValue), ("definition", definition), ("note", note),
      ("source", origin), ("created", created), ("changed", changed),
    ]
    return own.map { (name: $0.0, value: $0.1) }
      + others.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }
}
