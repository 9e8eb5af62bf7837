// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms

/// Which values the fields of a glossary take.
package struct GlossaryRules: Sendable {
  /// The keys of the list of domains; nil if there is none, and then any domain is right.
  package let domains: [String]?

  package init(domains: [String]?) { self.domains = domains }

  /// The keys in a `domains.tsv`: the first column, the header left out.
  package static func domains(in text: String) -> [String] {
    text.split(separator: "\n").map { String($0.split(separator: "\t").first ?? "") }
      .filter { $0 != "domain" && !$0.isEmpty }
  }

  /// The values that a column takes; nil if it takes any.
  package func values(of column: String) -> [String]? {
    switch column {
    case "status": TermStatus.known.map(\.rawValue)
    case "pos": PartOfSpeech.known.map(\.rawValue) + [""]
    case "match": TermMatching.known.map(\.rawValue)
    case "gender": ["m", "f", "mpl", "fpl", ""]
    case "dnt": ["yes", ""]
    case "domain": domains.map { $0 + [""] }
    default: nil
    }
  }

  /// What is wrong with a value, and the remedy; nil if nothing is.
  package func fault(_ value: String, in column: String) -> String? {
    if let values = values(of: column), !values.contains(value) {
      let shown = values.filter { !$0.isEmpty }
      let near = Self.nearest(value, among: shown).map { ", perhaps '\($0)'" } ?? ""
      let list = shown.joined(separator: ", ")
      return "there is no \(column) '\(value)'\(near); give one of \(list)"
    }
    switch column {
    case "fr", "en":
      return value.isEmpty
        ? "the \(column == "fr" ? "French" : "English") term is empty; give it" : nil
    case "id":
      return TermText.isSlug(value)
        ? nil
        : "'\(value)' is no id; give small ASCII letters and figures with hyphens between them"
    case "created", "changed":
      return value.isEmpty || TermText.isDay(value)
        ? nil : "'\(value)' is no day; give it as 2026-11-21"
    default: return nil
    }
  }

  /// The likeliest of `words` that somebody meant who wrote `word`; nil if none is near.
  package static func nearest(_ word: String, among words: [String]) -> String? {
    let units = Array(word.lowercased().utf16)
    let limit = max(1, units.count / 3)
    return words.compactMap { other in
      EditDistance.between(units[...], Array(other.utf16)[...], limit: limit).map { ($0, other) }
    }.min { $0.0 < $1.0 }?.1
  }
}
