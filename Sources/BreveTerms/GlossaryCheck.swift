// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Finds what the pairs of a glossary say against each other.
package struct GlossaryCheck: Sendable {
  /// A pair and its line.
  package struct Entry: Sendable {
    package let line: Int
    package let pair: TermPair

    package init(line: Int, pair: TermPair) {
      self.line = line
      self.pair = pair
    }
  }

  private struct Forms: Hashable {
    let source: [UInt8]
    let target: [UInt8]

    init(_ source: String, _ target: String) {
      self.source = TermOrder.folded(Array(source.utf8))
      self.target = TermOrder.folded(Array(target.utf8))
    }
  }

  private struct Concept: Hashable {
    let id: String
    let source: String
  }

  private let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// What is found, by line, then kind.
  package func findings() -> [GlossaryFinding] {
    let all =
      duplicates() + shadows() + preferences() + ambiguities() + cycles() + order() + variants()
    return Self.sorted(all)
  }

  package static func sorted(_ findings: [GlossaryFinding]) -> [GlossaryFinding] {
    findings.sorted {
      ($0.line, $0.kind.rawValue, $0.text) < ($1.line, $1.kind.rawValue, $1.text)
    }
  }

  /// One French and one English term twice, and with two statuses.
  private func duplicates() -> [GlossaryFinding] {
    var first: [Forms: Entry] = [:]
    var findings: [GlossaryFinding] = []
    for entry in entries {
      let forms = Forms(entry.pair.source, entry.pair.target)
      guard let other = first[forms] else {
        first[forms] = entry
        continue
      }
      let what = "'\(entry.pair.source)' is '\(entry.pair.target)' on line \(other.line) too"
      if other.pair.status != entry.pair.status {
        findings.append(
          GlossaryFinding(
            .contradiction, line: entry.line,
            "\(what), where it is \(other.pair.status.rawValue) and not \(entry.pair.status.rawValue); keep one"
          ))
      } else {
        findings.append(GlossaryFinding(.duplicate, line: entry.line, "\(what); keep one"))
      }
    }
    return findings
  }

  /// A term to be avoided that is a spelling of one to be used.
  private func shadows() -> [GlossaryFinding] {
    var usable: [Forms: Entry] = [:]
    for entry in entries where entry.pair.status.rank < 2 {
      for source in [entry.pair.source] + entry.pair.sourceVariants {
        for target in [entry.pair.target] + entry.pair.targetVariants {
          let forms = Forms(source, target)
          if usable[forms] == nil { usable[forms] = entry }
        }
      }
    }
    var findings: [GlossaryFinding] = []
    for entry in entries where entry.pair.status == .deprecated || entry.pair.status == .superseded
    {
      for source in [entry.pair.source] + entry.pair.sourceVariants {
        guard let other = usable[Forms(source, entry.pair.target)] else { continue }
        // The plain contradiction is told already.
        if Forms(other.pair.source, other.pair.target)
          == Forms(entry.pair.source, entry.pair.target)
        {
          continue
        }
        findings.append(
          GlossaryFinding(
            .shadow, line: entry.line,
            "'\(entry.pair.target)' is \(entry.pair.status.rawValue) for '\(source)', "
              + "but line \(other.line) allows it; take it from one of them"))
      }
    }
    return findings
  }

  /// No preferred English, or two, for one French term of a concept.
  private func preferences() -> [GlossaryFinding] {
    var groups: [Concept: [Entry]] = [:]
    var order: [Concept] = []
    for entry in entries {
      let concept = Concept(id: entry.pair.id, source: entry.pair.source)
      if groups[concept] == nil { order.append(concept) }
      groups[concept, default: []].append(entry)
    }
    return order.flatMap { concept -> [GlossaryFinding] in
      let group = groups[concept] ?? []
      let preferred = group.filter { $0.pair.status == .preferred }
      if preferred.isEmpty, let first = group.first {
        return [
          GlossaryFinding(
            .preferred, line: first.line,
            "nothing is preferred for '\(concept.source)' (id \(concept.id)); add a preferred line")
        ]
      }
      return preferred.dropFirst().map { entry in
        GlossaryFinding(
          .preferred, line: entry.line,
          "'\(concept.source)' (id \(concept.id)) has a preferred English on line \(preferred[0].line) already; make one of them admitted"
        )
      }
    }
  }

  /// One French term for two concepts that nothing tells apart.
  private func ambiguities() -> [GlossaryFinding] {
    var first: [String: Entry] = [:]
    var findings: [GlossaryFinding] = []
    for entry in entries where entry.pair.status == .preferred {
      guard let other = first[entry.pair.source] else {
        first[entry.pair.source] = entry
        continue
      }
      guard other.pair.id != entry.pair.id else { continue }
      let isExplained = { (pair: TermPair) in !pair.note.isEmpty || !pair.definition.isEmpty }
      if isExplained(entry.pair) || isExplained(other.pair) { continue }
      findings.append(
        GlossaryFinding(
          .ambiguity, line: entry.line,
          "'\(entry.pair.source)' is another concept on line \(other.line) (id \(other.pair.id)), and nothing tells them apart; give a note or a definition"
        ))
    }
    return findings
  }

  /// English terms of a concept that replace each other in a ring.
  private func cycles() -> [GlossaryFinding] {
    var newer: [Concept: [(target: String, line: Int)]] = [:]
    var preferred: [Concept: String] = [:]
    for entry in entries where entry.pair.status == .preferred {
      preferred[Concept(id: entry.pair.id, source: entry.pair.source)] = entry.pair.target
    }
    // From a term that is superseded to the one that is preferred for the same French.
    for entry in entries where entry.pair.status == .superseded {
      let concept = Concept(id: entry.pair.id, source: entry.pair.source)
      if let target = preferred[concept] {
        newer[Concept(id: concept.id, source: entry.pair.target), default: []].append(
          (target, entry.line))
      }
    }
    var findings: [GlossaryFinding] = []
    for entry in entries where entry.pair.status == .superseded {
      let start = Concept(id: entry.pair.id, source: entry.pair.target)
      var seen: Set<Concept> = []
      var open = [start]
      while let next = open.popLast() {
        for step in newer[next] ?? [] {
          let concept = Concept(id: start.id, source: step.target)
          if concept == start {
            findings.append(
              GlossaryFinding(
                .cycle, line: entry.line,
                "'\(start.source)' is superseded by a term that it supersedes (id \(start.id)); decide which is the newer"
              ))
            open = []
            break
          }
          if seen.insert(concept).inserted { open.append(concept) }
        }
      }
    }
    return findings
  }

  private func order() -> [GlossaryFinding] {
    var findings: [GlossaryFinding] = []
    var last: (order: TermOrder, entry: Entry)?
    for entry in entries {
      let order = TermOrder(entry.pair)
      if let before = last, order < before.order {
        findings.append(
          GlossaryFinding(
            .order, line: entry.line,
            "'\(entry.pair.source)' comes before '\(before.entry.pair.source)' of line \(before.entry.line); breve glossary check --sort puts all in order"
          ))
      } else {
        last = (order, entry)
      }
    }
    return findings
  }

  /// Spellings that say nothing new.
  private func variants() -> [GlossaryFinding] {
    entries.flatMap { entry -> [GlossaryFinding] in
      [
        (entry.pair.source, entry.pair.sourceVariants),
        (entry.pair.target, entry.pair.targetVariants),
      ].flatMap { term, variants -> [GlossaryFinding] in
        var seen: Set<String> = [term]
        return variants.filter { !seen.insert($0).inserted }.map {
          GlossaryFinding(
            .variant, line: entry.line,
            "the variant '\($0)' stands there twice or is the term; take it out")
        }
      }
    }
  }
}
