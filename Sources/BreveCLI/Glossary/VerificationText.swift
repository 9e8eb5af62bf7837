// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveSystem
import BreveTerms

/// Findings and explanations for people.
struct VerificationText {
  /// The file of the translations.
  let path: String

  /// Each finding with its place, and the sentences under those of a pair; their number goes to standard error.
  func text(_ pairs: [VerifiedPair]) -> String {
    var out = ""
    for pair in pairs {
      for issue in pair.issues {
        let column = pair.unit == nil ? issue.target.map { ":\($0.lowerBound + 1)" } ?? "" : ""
        out += "\(place(pair.line, pair.unit, column)): \(issue.kind.rawValue): \(issue.message)\n"
      }
      if !pair.issues.isEmpty { out += "    \(pair.source)\n    \(pair.target)\n" }
    }
    let count = pairs.reduce(0) { $0 + $1.issues.count }
    StandardStream.error("\(count) finding\(count == 1 ? "" : "s") in \(pairs.count) pairs\n")
    return out
  }

  /// What became of `term`, place by place.
  func text(_ explained: [ExplainedTerm], of term: String, among pairs: Int) -> String {
    if explained.isEmpty {
      StandardStream.error("'\(term)' stands in none of \(pairs) pairs\n")
      return ""
    }
    return explained.map { place($0.line, $0.unit, "") + ": " + text($0) }.joined()
  }

  private func text(_ term: ExplainedTerm) -> String {
    switch term.reading {
    case .notRead:
      return "not reported: the words stand there, but not as this term\n"
    case .within(let longer):
      return "not reported: it is part of '\(longer)', which is checked instead\n"
    case .judged(let judgement):
      let verdict = Self.verdict(judgement, term.found)
      var out = "\(judgement.issue == nil ? "not reported" : "reported"): \(verdict)\n"
      let entries = judgement.pairs.map(\.id)
      out += "    source: '\(judgement.text)' at \(Self.range(judgement.source))"
      out += ", \(entries.count == 1 ? "entry" : "entries") \(entries.joined(separator: ", "))\n"
      out += "    accepted: \(Self.list(judgement.accepted))\n"
      if !judgement.deprecated.isEmpty {
        out += "    deprecated: \(Self.list(judgement.deprecated))\n"
      }
      return out
    }
  }

  private static func verdict(_ judgement: TermJudgement, _ found: String) -> String {
    switch judgement.outcome {
    case .rendered(let form, let range):
      "'\(form)' stands in the translation as '\(found)' at \(self.range(range))"
    case .deprecated(let form, let range):
      "'\(form)', which is deprecated, stands there as '\(found)' at \(self.range(range))"
    case .asGood(let reason): "no accepted form stands there, but \(reason)"
    case .kept: "it is not to be translated, and stands there as it is"
    case .changed: "it is not to be translated, and does not stand there"
    case .missing: "none of the accepted forms stands there, inflected or not"
    case .unasked: "the glossary accepts nothing for it"
    }
  }

  private func place(_ line: Int, _ unit: Int?, _ column: String) -> String {
    "\(path):\(line)\(column)" + (unit.map { ": unit \($0)" } ?? "")
  }

  /// UTF-16 units, from 0.
  private static func range(_ range: Range<Int>) -> String {
    "\(range.lowerBound)-\(range.upperBound)"
  }

  private static func list(_ forms: [String]) -> String {
    forms.isEmpty ? "nothing" : forms.map { "'\($0)'" }.joined(separator: ", ")
  }
}
