// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How much of what there is in a glossary.
package struct GlossaryStatistics: Hashable, Sendable {
  /// A value of a field and how many pairs have it.
  package struct Count: Hashable, Sendable {
    package let value: String
    package let pairs: Int
  }

  package let pairs: Int
  package let concepts: Int
  /// Different French terms, variants apart.
  package let sources: Int
  /// Different English terms, variants apart.
  package let targets: Int
  /// Spellings beside the terms, both languages.
  package let variants: Int
  package let untranslated: Int
  /// The four in their order, then others.
  package let statuses: [Count]
  /// Most pairs first.
  package let domains: [Count]
  /// Most pairs first.
  package let classes: [Count]
  /// The day of the last change; nil if none is told.
  package let lastChanged: String?

  package init(_ glossary: Glossary) {
    let pairs = glossary.pairs
    self.pairs = pairs.count
    concepts = Set(pairs.map(\.id)).count
    sources = Set(pairs.map(\.source)).count
    targets = Set(pairs.map(\.target)).count
    variants = pairs.reduce(0) { $0 + $1.sourceVariants.count + $1.targetVariants.count }
    untranslated = pairs.count { $0.isUntranslated }
    statuses = Self.counts(pairs.map(\.status.rawValue)).sorted {
      (TermStatus(rawValue: $0.value).rank, $0.value)
        < (TermStatus(rawValue: $1.value).rank, $1.value)
    }
    domains = Self.counts(pairs.map(\.domain))
    classes = Self.counts(pairs.map { $0.partOfSpeech?.rawValue ?? "" })
    lastChanged = pairs.map { max($0.changed, $0.created) }.filter { !$0.isEmpty }.max()
  }

  private static func counts(_ values: [String]) -> [Count] {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.map { Count(value: $0.key.isEmpty ? "(none)" : $0.key, pairs: $0.value) }
      .sorted { ($1.pairs, $0.value) < ($0.pairs, $1.value) }
  }
}
