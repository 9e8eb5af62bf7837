// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Brings together what two people made of one glossary.
package struct GlossaryMerge: Sendable {
  /// Something that both changed, each in another way.
  package struct Conflict: Hashable, Sendable {
    /// The French term and the id.
    package let term: String
    /// What it was, as the one side has it and as the other has it; nil where the pair is not there.
    package let base: String?
    package let one: String?
    package let other: String?
    /// What is in conflict, as `en` or `the line`.
    package let what: String
  }

  /// The merged pairs in the order of ``TermOrder``; those in conflict as the first side has them.
  package let pairs: [TermPair]
  /// What has to be decided, in the same order.
  package let conflicts: [Conflict]

  /// Merges two versions of `base`.
  ///
  /// Fields that one side changed are taken from it; a field that both changed to different values, and a line that one
  /// side changed and the other took out, are conflicts. Of two days in `changed` the later holds.
  package init(base: [TermPair], _ one: [TermPair], _ other: [TermPair]) {
    var merged = Merging()
    let toOne = PairAlignment(base, one).links
    let toOther = PairAlignment(base, other).links
    var ones: [Int: Int] = [:]
    var others: [Int: Int] = [:]
    for link in toOne { if let old = link.old, let new = link.new { ones[old] = new } }
    for link in toOther { if let old = link.old, let new = link.new { others[old] = new } }
    for (place, pair) in base.enumerated() {
      merged.take(pair, ones[place].map { one[$0] }, others[place].map { other[$0] })
    }
    let newOne = toOne.filter { $0.old == nil }.compactMap { $0.new.map { one[$0] } }
    let newOther = toOther.filter { $0.old == nil }.compactMap { $0.new.map { other[$0] } }
    merged.takeNew(newOne, newOther)
    (pairs, conflicts) = merged.result
  }

  /// Merges two glossaries of which no common past is known: what stands in one only is taken, what differs is a
  /// conflict.
  package init(_ one: [TermPair], _ other: [TermPair]) {
    var merged = Merging()
    merged.takeNew(one, other)
    (pairs, conflicts) = merged.result
  }
}

/// A merge on its way.
private struct Merging {
  private var pairs: [TermPair] = []
  private var conflicts: [(TermOrder, GlossaryMerge.Conflict)] = []

  /// Takes a pair of the base, as the two sides have it.
  mutating func take(_ base: TermPair, _ one: TermPair?, _ other: TermPair?) {
    switch (one, other) {
    case (nil, nil): return
    case (let one?, nil):
      if one == base { return }
      conflict(base, "the line", base, one, nil)
      pairs.append(one)
    case (nil, let other?):
      if other == base { return }
      conflict(base, "the line", base, nil, other)
      pairs.append(other)
    case (let one?, let other?): pairs.append(merge(base, one, other))
    }
  }

  /// Takes the pairs that are new on both sides.
  mutating func takeNew(_ ones: [TermPair], _ others: [TermPair]) {
    for link in PairAlignment(ones, others).links {
      switch (link.old.map { ones[$0] }, link.new.map { others[$0] }) {
      case (let one?, let other?): pairs.append(merge(nil, one, other))
      case (let one?, nil): pairs.append(one)
      case (nil, let other?): pairs.append(other)
      case (nil, nil): break
      }
    }
  }

  private mutating func merge(_ base: TermPair?, _ one: TermPair, _ other: TermPair) -> TermPair {
    var merged = one
    for field in GlossaryDifference.fields(one, other) {
      let before = base?.value(of: field.name)
      if field.name == "changed" {
        merged.set("changed", max(field.old, field.new))
      } else if field.name == "created", base == nil {
        merged.set("created", min(field.old, field.new))
      } else if base == nil, field.old.isEmpty || field.new.isEmpty {
        merged.set(field.name, field.old.isEmpty ? field.new : field.old)
      } else if field.old == before {
        merged.set(field.name, field.new)
      } else if field.new != before {
        conflicts.append(
          (
            TermOrder(one),
            GlossaryMerge.Conflict(
              term: Self.name(one), base: before, one: field.old, other: field.new, what: field.name
            )
          ))
      }
    }
    return merged
  }

  private mutating func conflict(
    _ pair: TermPair, _ what: String, _ base: TermPair, _ one: TermPair?, _ other: TermPair?
  ) {
    let text = { (pair: TermPair) in
      pair.fields.map(\.value).filter { !$0.isEmpty }.joined(separator: " · ")
    }
    conflicts.append(
      (
        TermOrder(pair),
        GlossaryMerge.Conflict(
          term: Self.name(pair), base: text(base), one: one.map(text), other: other.map(text),
          what: what)
      ))
  }

  private static func name(_ pair: TermPair) -> String { "\(pair.source) (\(pair.id))" }

  var result: ([TermPair], [GlossaryMerge.Conflict]) {
    (
      pairs.map { (TermOrder($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1),
      conflicts.enumerated().sorted {
        $0.element.0 == $1.element.0 ? $0.offset < $1.offset : $0.element.0 < $1.element.0
      }.map(\.element.1)
    )
  }
}
