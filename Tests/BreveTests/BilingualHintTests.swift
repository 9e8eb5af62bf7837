// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveMemory
internal import BreveTerms
internal import BreveTestSupport
internal import Foundation
internal import Testing

private let glossary = Glossary(pairs: [
  TermPair(
    id: "ecowas", source: "CEDEAO", target: "ECOWAS", partOfSpeech: .acronym,
    domain: "organisations", matching: .exact),
  TermPair(
    id: "au", source: "Union africaine", target: "African Union", partOfSpeech: .name,
    domain: "organisations", matching: .exact),
  TermPair(
    id: "nato", source: "AES", target: "AES", partOfSpeech: .acronym, domain: "organisations",
    matching: .exact),
  TermPair(
    id: "moscow", source: "Moscou", target: "Moscow", partOfSpeech: .name, domain: "places",
    matching: .exact),
  TermPair(
    id: "lavrov", source: "Sergueï Lavrov", target: "Sergei Lavrov", partOfSpeech: .name,
    domain: "persons", matching: .exact),
  TermPair(
    id: "lavrov", source: "Lavrov", target: "Lavrov", partOfSpeech: .name, domain: "persons",
    matching: .exact),
])

private func maker(_ units: [(french: String, english: String, state: UnitState)]) -> BilingualMaker
{
  var memory = SegmentMemory()
  for (number, unit) in units.enumerated() {
    memory.add(
      TranslationUnit(
        [Variant(.french, unit.french), Variant(.english, unit.english)], state: unit.state),
      reference: UnitReference(name: "u\(number + 1)", memory: "test.tmx"))
  }
  return BilingualMaker(memory: memory, glossary: glossary)
}

private func brief(_ text: String) throws -> Brief {
  var reader = ArticleReader()
  return Summarizer(length: .sentences(50)).brief(of: try reader.article(text, language: .french))
}

/// The English of each row as documents show it.
private func shown(_ pairs: [(String, String)]) throws -> [String] {
  var maker = maker(pairs.map { ($0.0, $0.1, .reviewed) })
  let bilingual = maker.bilingual(try brief(pairs.map(\.0).joined(separator: "\n\n")))
  // What is kept is never altered.
  #expect(bilingual.rows.map(\.target.text) == pairs.map(\.1))
  return bilingual.rows.map { row in
    let units = Array((row.target.text ?? "").utf16)
    var out = ""
    var done = 0
    for bracket in row.brackets {
      out += String(decoding: units[done..<bracket.offset], as: UTF16.self) + bracket.insertion
      done = bracket.offset
    }
    return out + String(decoding: units[done...], as: UTF16.self)
  }
}

@Suite("What bilingual briefs add to English and terms")
struct BilingualHintTests {
  @Test("The French form stands in brackets at the first use of a name that differs")
  func brackets() throws {
    let rows = try shown([
      ("La CEDEAO et l'AES se parlent à Moscou.", "ECOWAS and the AES are talking in Moscow."),
      ("La CEDEAO attend une réponse ce soir.", "ECOWAS expects an answer tonight."),
      (
        "L'Union africaine salue cet accord historique.",
        "The African Union welcomed this historic agreement."
      ),
    ])
    #expect(
      rows == [
        "ECOWAS (CEDEAO) and the AES are talking in Moscow.", "ECOWAS expects an answer tonight.",
        "The African Union (Union africaine) welcomed this historic agreement.",
      ])
  }

  @Test(
    "Where brackets are there, the word goes on or the French stands, nothing is added",
    arguments: [
      (
        "La CEDEAO se réunit demain matin.", "The bloc (ECOWAS) meets tomorrow morning.",
        "The bloc (ECOWAS, in French CEDEAO) meets tomorrow morning."
      ),
      (
        "La CEDEAO se réunit demain matin.", "ECOWAS (the regional bloc) meets tomorrow.",
        "ECOWAS (the regional bloc) meets tomorrow."
      ),
      (
        "La CEDEAO se réunit demain matin.", "ECOWAS's leaders meet tomorrow.",
        "ECOWAS's leaders meet tomorrow."
      ),
      (
        "La CEDEAO se réunit demain matin.", "ECOWAS, or CEDEAO, meets tomorrow.",
        "ECOWAS, or CEDEAO, meets tomorrow."
      ),
    ])
  func noBrackets(french: String, english: String, expected: String) throws {
    #expect(try shown([(french, english)]) == [expected])
  }

  @Test("Documents show the brackets; tables for other tools do not")
  func documents() throws {
    var maker = maker([
      ("La CEDEAO attend une réponse ce soir.", "ECOWAS expects an answer.", .reviewed)
    ])
    let bilingual = maker.bilingual(try brief("La CEDEAO attend une réponse ce soir."))
    #expect(bilingual.markdown.contains("ECOWAS (CEDEAO) expects an answer."))
    #expect(bilingual.markdown.contains("French forms in brackets were added at their first use."))
    #expect(
      bilingual.html.contains("ECOWAS<span class=\"added\" lang=\"fr\"> (CEDEAO)</span> expects"))
    #expect(
      String(decoding: BilingualTable.tsv([bilingual]), as: UTF8.self).contains("\tECOWAS expects"))
    #expect(
      String(decoding: BilingualTable.tmx([bilingual]), as: UTF8.self).contains(
        "<seg>ECOWAS expects"))
    let json = String(decoding: BilingualJSON.document([bilingual]), as: UTF8.self)
    #expect(json.contains("\"text\":\"ECOWAS expects an answer.\""))
    #expect(json.contains("\"offset\":6,\"insertion\":\" (CEDEAO)\""))
  }

  @Test(
    "A title and a surname are the full name that was said before, and nobody's if it was not",
    arguments: [
      ("Sergueï Lavrov est arrivé à Bamako hier soir.", "M. Lavrov", ["Sergei Lavrov"]),
      ("Le général Assimi Goïta préside le conseil.", "M. Goïta", ["Assimi Goïta"]),
      ("Le conseil a reçu Mme Fatou Diallo jeudi.", "Mme Diallo", ["Fatou Diallo"]),
      ("Le conseil a reçu le Président Ibrahima Diallo.", "M. Diallo", ["Ibrahima Diallo"]),
      ("Fatou Diallo a reçu Ibrahima Diallo jeudi.", "M. Diallo", []),
      ("Le conseil a reçu Diallo jeudi matin.", "M. Diallo", []),
      ("Selon Diallo, le conseil se réunit jeudi.", "M. Diallo", []),
      ("Le conseil a reçu Marine Le Pen jeudi.", "Mme Le Pen", ["Marine Le Pen"]),
      ("Le conseil a reçu Aïcha bint Diallo jeudi.", "Mme Traoré", []),
    ])
  func names(before: String, name: String, expected: [String]) throws {
    var maker = maker([])
    let bilingual = maker.bilingual(
      try brief("\(before)\n\n\(name) a parlé ensuite aux habitants."))
    let hints = try #require(bilingual.rows.last).hints
    #expect(hints.map(\.target) == expected, "\(before)")
    #expect(hints.allSatisfy { $0.source == name && $0.kind == .name })
    for full in expected { #expect(bilingual.markdown.contains("\(name) = \(full)")) }
  }

  @Test("A name that is said only afterwards is not used")
  func laterName() throws {
    var maker = maker([])
    let bilingual = maker.bilingual(
      try brief("M. Diallo a parlé aux habitants.\n\nIbrahima Diallo est ministre depuis juin."))
    #expect(bilingual.rows.allSatisfy { $0.hints.isEmpty })
  }

  @Test(
    "Units of the memory that stand in a sentence are given as such, the best and longest first")
  func parts() throws {
    var maker = maker([
      ("la fin de la semaine", "the end of the week", .imported),
      ("fin de la semaine", "weekend", .approved),
      ("Les droits de l'homme", "Human rights", .imported),
      ("les droits de l'homme", "human rights", .reviewed),
      ("au nord", "in the north", .reviewed),
      ("dans ce pays", "never", .rejected), ("dans ce pays", "not", .draft),
    ])
    let text = "Il a cité les droits de l’homme dans ce pays au nord avant la fin de la semaine."
    let row = maker.bilingual(try brief(text)).rows[0]
    #expect(row.hints.map(\.source) == ["les droits de l’homme", "la fin de la semaine"])
    #expect(row.hints.map(\.target) == ["human rights", "the end of the week"])
    #expect(row.hints.map(\.state) == [.reviewed, .imported])
    #expect(row.hints.allSatisfy { $0.kind == .memory && $0.unit?.memory == "test.tmx" })
    let units = Array(text.utf16)
    for hint in row.hints {
      #expect(String(decoding: units[hint.range], as: UTF16.self) == hint.source)
    }
    #expect(maker.bilingual(try brief(text)).markdown.contains("human rights (memory, reviewed)"))
  }

  @Test("Of units with the same French the English that most have is given")
  func frequent() throws {
    var maker = maker([
      ("à la fin du mois", "at month's end", .imported),
      ("à la fin du mois", "at the end of the month", .imported),
      ("à la fin du mois", "at the end of the month", .imported),
    ])
    let row = maker.bilingual(try brief("Elle part à la fin du mois avec ses enfants.")).rows[0]
    #expect(row.hints.map(\.target) == ["at the end of the month"])
  }

  @Test("A sentence with English has no parts of the memory beside it")
  func translated() throws {
    var maker = maker([
      ("Elle part à la fin du mois.", "She leaves at the end of the month.", .imported),
      ("à la fin du mois", "at the end of the month", .imported),
    ])
    #expect(maker.bilingual(try brief("Elle part à la fin du mois.")).rows[0].hints.isEmpty)
  }

  @Test("The index of a memory finds what a comparison with every unit finds")
  func index() throws {
    var generator = SeededGenerator(seed: 9)
    let words = ["le", "la", "chat", "chien", "dort", "mange", "bien", "ici", "hier", "peu"]
    func sentence() -> String {
      (0..<Int.random(in: 4...12, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? "le"
      }.joined(separator: " ") + "."
    }
    let units = (0..<400).map { _ in sentence() }
    var maker = maker(units.enumerated().map { ($1, "English \($0).", .imported) })
    for number in 0..<60 {
      let text = sentence()
      let rates = units.map { unit in
        let (one, other) = (tokens(unit), tokens(text))
        let longer = max(one.count, other.count)
        return Double((longer - distance(one, other)) * 100) / Double(longer)
      }
      let best = rates.max() ?? 0
      let target = maker.bilingual(try brief(text)).rows[0].target
      let rate = target.rate?.percent ?? 0
      #expect(abs((best >= 70 ? best : 0) - rate) < 0.001, "seed 9, \(number): \(text)")
      if best >= 70, best < 100 {
        let first = try #require(rates.firstIndex { abs($0 - best) < 0.001 })
        #expect(target.suggestion?.unit.name == "u\(first + 1)", "seed 9, \(number): \(text)")
      }
    }
  }

  private func tokens(_ text: String) -> [String] {
    text.dropLast().split(separator: " ").map(String.init) + ["."]
  }

  private func distance(_ one: [String], _ other: [String]) -> Int {
    var row = Array(0...other.count)
    for (index, word) in one.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for place in other.indices {
        let next = min(row[place], row[place + 1]) + 1
        (corner, row[place + 1]) = (
          row[place + 1], min(next, corner + (word == other[place] ? 0 : 1))
        )
      }
    }
    return row[other.count]
  }
}
