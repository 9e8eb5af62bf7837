// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTerms

extension BilingualBrief {
  /// How many sentences have English, by label, and how many terms are rendered.
  var coverageInWords: String {
    let translated = rows.count { $0.target.text != nil }
    func listed(_ labels: [(label: RowTarget.Label, count: Int)]) -> String {
      labels.map { "\($0.count) \($0.label.rawValue)" }.joined(separator: ", ")
    }
    let untranslated: Set<RowTarget.Label> = [.memoryFuzzy, .termsOnly]
    let made = listed(coverage.filter { !untranslated.contains($0.label) })
    let left = listed(coverage.filter { untranslated.contains($0.label) })
    var out =
      "\(translated) of \(rows.count) \(rows.count == 1 ? "sentence has" : "sentences have") English"
    if !made.isEmpty { out += " (\(made))" }
    if !left.isEmpty { out += "; not translated: \(left)" }
    out += "."
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
    if rows.contains(where: { !$0.brackets.isEmpty }) {
      parts.append("French forms in brackets were added at their first use.")
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
  /// What is known of the sentence in English, in its order: terms, days, numbers, names, parts that a memory has; each once.
  var knownForms: [RowForm] {
    var known = facts.map { fact in
      RowForm(
        place: fact.range, source: fact.source,
        target: fact.target + (fact.note.map { " (\($0))" } ?? ""))
    }
    let names = hints.filter { $0.kind == .name }
    for hint in hints {
      let origin = hint.state.map { "memory, \($0.rawValue)" }
      known.append(
        RowForm(place: hint.range, source: hint.source, target: hint.target, origin: origin))
    }
    for term in terms
    where !facts.contains(where: { $0.range.overlaps(term.range) })
      && !names.contains(where: { $0.range.overlaps(term.range) })
    {
      known.append(
        RowForm(
          place: term.range, source: term.match.text,
          target: term.match.pair.rendering(term.match.translation, of: term.match.text),
          entry: term.match.pair.id))
    }
    known.sort {
      ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound)
    }
    var seen: Set<String> = []
    return known.filter { seen.insert($0.source + "\t" + $0.target).inserted }
  }

  /// What is shown beside the English of where it comes from, or in its place, in plain text.
  var details: [(label: String, text: String)] {
    var details: [(label: String, text: String)] = []
    if let suggestion = target.suggestion {
      details.append(
        (target.label == .memoryRepaired ? "Made from" : "Suggestion", suggestion.target))
      details.append(("It stands for", suggestion.difference.marked))
    }
    if target.text == nil {
      let known = knownForms.map(\.inWords)
      details.append(("Terms", known.isEmpty ? "none known" : known.joined(separator: "; ")))
    }
    return details
      + target.repairs.map { ("Repaired (\($0.kind))", "\($0.before) → \($0.after)") }
  }
}

/// A part of a sentence with its English.
struct RowForm {
  let place: Range<Int>
  let source: String
  let target: String
  /// The entry of the glossary.
  var entry: String?
  /// Where it is from, if not from the glossary or the rules.
  var origin: String?

  /// As `à ce stade = at this stage (memory, imported)`.
  var inWords: String { "\(source) = \(target)" + (origin.map { " (\($0))" } ?? "") }
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
