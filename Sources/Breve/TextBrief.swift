// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A brief as plain text: a line that says what it is of, then a sentence a line.
struct TextBrief {
  let brief: Brief
  let explains: Bool

  var document: String {
    var out = brief.heading
    if let outlet = brief.article.facts.outlet { out += " · \(outlet)" }
    out += " · " + (brief.article.date.map(\.value.description) ?? "no date") + "\n\n"
    for sentence in brief.sentences {
      out += sentence.segment.text + "\n"
      if explains { out += "    \(sentence.why.text)\n" }
    }
    if !brief.keyPhrases.isEmpty {
      out += "\nKey phrases: " + brief.keyPhrases.map(\.text).joined(separator: " · ") + "\n"
    }
    if explains {
      for next in brief.runnersUp(2) {
        out += "\nnext: \(next.segment.text)\n    \(next.reason)\n"
      }
    }
    return out
  }
}
