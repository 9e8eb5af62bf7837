// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTestSupport
internal import Testing

@Test(
  "What is shown of a match is what its rate counts",
  arguments: [
    ("Le chat noir dort.", "Le chien noir dort.", "Le [-chat-]{+chien+} noir dort."),
    ("Le chat noir dort.", "Le chat dort.", "Le chat[- noir-] dort."),
    ("Le chat dort.", "Le chat dort bien.", "Le chat dort{+ bien+}."),
    ("Le chat dort.", "chat dort.", "[-Le -]chat dort."),
    ("chat dort.", "Le chat dort.", "{+Le+} chat dort."),
    ("Le  chat\tdort.", "Le chat dort.", "Le chat dort."),
    ("L'accord", "L’accord", "L’accord"),
    ("Le Contrat prend fin", "Le contrat prend fin", "Le [-Contrat-]{+contrat+} prend fin"),
    ("Fin.", "Fin !", "Fin [-.-]{+!+}"),
    ("a", "", "[-a-]"), ("", "a", "{+a+}"), ("", "", ""),
  ] as [(String, String, String)])
func shownDifference(unit: String, query: String, expected: String) {
  #expect(WordDiff(unit: unit, query: query, metric: .normalized).marked == expected)
}

@Test("By the plain metric capitals are no difference, and apostrophes are")
func shownPlainDifference() {
  func marked(_ unit: String, _ query: String) -> String {
    WordDiff(unit: unit, query: query, metric: .plain).marked
  }
  #expect(marked("Le Contrat", "le contrat") == "le contrat")
  #expect(marked("l'eau", "l’eau") == "l[-'-]{+’+}eau")
  let difference = TokenDifference(unit: "l'eau", query: "l’eau", metric: .plain)
  #expect(difference.distance == 1 && difference.rate.percent < 67)
}

@Test("What is shown without what is taken out is the text looked for", arguments: 0..<10)
func shownDifferenceLaws(seed: UInt64) {
  var source = MemoryText(seed: seed &+ 300, size: 12)
  for _ in 0..<30 {
    let unit = source.text(words: source.generator.number(in: 0..<12))
    let query = source.generator.isOne(in: 2) ? source.edited(unit) : source.text(words: 6)
    for metric in MatchMetric.allCases {
      var kept = ""
      var isChanged = false
      for piece in WordDiff(unit: unit, query: query, metric: metric).pieces {
        switch piece {
        case .same(let text): kept += text
        case .inserted(let text), .changed(_, let text):
          kept += text
          isChanged = true
        case .deleted: isChanged = true
        }
      }
      #expect(kept == query, "seed \(seed), \(metric): '\(unit)', '\(query)'")
      let difference = TokenDifference(unit: unit, query: query, metric: metric)
      let penalties = metric == .plain ? [] : difference.penalties()
      #expect(
        isChanged == (difference.distance > 0 || !penalties.isEmpty),
        "seed \(seed), \(metric): '\(unit)', '\(query)'")
    }
  }
}
