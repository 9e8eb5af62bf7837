// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTerms

extension BilingualBrief {
  /// How many sentences have English, by label, and how many terms are rendered.
  var coverageInWords: String {
    let translated = rows.count { $0.target.text != nil }
    let labels = coverage.map { "\($0.count) \($0.label.rawValue)" }.joined(separator: ", ")
    var out =
      "\(translated) of \(rows.count) \(rows.count == 1 ? "sentence has" : "sentences have") English: \(labels)."
    let terms = termCoverage
    if terms.all > 0 { out += " Terms rendered: \(terms.rendered) of \(terms.all)." }
    let findings = rows.reduce(0) { $0 + $1.findings.count }
    if findings > 0 { out += " To look at: \(findings)." }
    return out
  }

  /// How the English was made, in a sentence or two.
  var makingInWords: String {
    var parts: [String] = []
    if rows.contains(where: { $0.target.label == .memoryContext || $0.target.label == .memoryExact }
    ) {
      parts.append("Sentences come verbatim from a translation memory; their state is shown.")
    }
    if rows.contains(where: { $0.target.label == .memoryRepaired }) {
      parts.append(
        "In repaired sentences numbers, dates, names or terms were put in the place of others.")
    }
    if rows.contains(where: { $0.target.label == .engine }) {
      parts.append("Sentences marked engine were made by a machine\(enginesInWords).")
    }
    if rows.contains(where: { $0.target.text == nil }) {
      parts.append("Where nothing is known the French stands, with what the glossary has of it.")
    }
    return parts.joined(separator: " ")
  }

  /// The engines of the rows, as ` (apertium 0.9.4, gist)`; nothing where they are not known.
  private var enginesInWords: String {
    var engines: [String] = []
    for engine in rows.compactMap(\.target.engine) where !engines.contains(engine) {
      engines.append(engine)
    }
    let gist =
      engines.contains { $0.hasSuffix(", gist") } ? "; a gist is for reading, not for print" : ""
    return engines.isEmpty ? "" : " (" + engines.joined(separator: "; ") + gist + ")"
  }
}

extension BilingualRow {
  /// What is known of the sentence in English, in its order: terms, days, numbers; each once.
  var knownForms: [(source: String, target: String, entry: String?)] {
    var known = facts.map {
      (place: $0.range, source: $0.source, target: $0.target, entry: String?.none)
    }
    for term in terms where !facts.contains(where: { $0.range.overlaps(term.range) }) {
      known.append((term.range, term.match.text, term.match.translation, term.match.pair.id))
    }
    known.sort {
      ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound)
    }
    var seen: Set<String> = []
    return known.filter { seen.insert($0.source + "\t" + $0.target).inserted }
      .map { ($0.source, $0.target, $0.entry) }
  }
}

extension RowTarget {
  /// Label, rate and state, as `memory-fuzzy · 84 % · imported`.
  var labelInWords: String {
    var parts = text == nil ? ["not translated", label.rawValue] : [label.rawValue]
    if let suggestion, text == nil { parts.append(suggestion.rate.inWords) }
    if label == .memoryRepaired, let rate { parts.append("\(rate.inWords) before") }
    if let state = state ?? suggestion?.state { parts.append(state.rawValue) }
    if let engine { parts.append(engine) }
    return parts.joined(separator: " · ")
  }
}

extension MatchRate {
  /// The percentage cut to a whole number, so that 100 is never said of less.
  var inWords: String { "\(Int(percent)) %" }
}

extension ConsistencyIssue {
  /// Kind and message, as `number: '2007' is not in the translation`.
  var inWords: String { "\(kind.rawValue): \(message)" }
}
