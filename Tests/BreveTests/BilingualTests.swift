// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveMemory
internal import BreveTerms
internal import BreveTestSupport
internal import Foundation
internal import Testing

private let glossary = Glossary(pairs: [
  TermPair(id: "junta", source: "junte", target: "junta", partOfSpeech: .noun),
  TermPair(id: "army", source: "armée", target: "army", partOfSpeech: .noun),
  TermPair(id: "damage", source: "dommage", target: "damage", partOfSpeech: .noun),
  TermPair(
    id: "geneva-convention", source: "Convention de Genève", target: "Geneva Convention",
    partOfSpeech: .name, matching: .exact),
  TermPair(
    id: "geneva", source: "Genève", target: "Geneva", partOfSpeech: .name, matching: .exact),
  TermPair(
    id: "niamey", source: "Niamey", target: "Niamey", partOfSpeech: .name, matching: .exact),
  TermPair(id: "embassy", source: "ambassade", target: "embassy", partOfSpeech: .noun),
  TermPair(
    id: "lavrov", source: "Sergueï Lavrov", target: "Sergei Lavrov", partOfSpeech: .name,
    matching: .exact),
  TermPair(
    id: "diop", source: "Abdoulaye Diop", target: "Abdoulaye Diop", partOfSpeech: .name,
    matching: .exact),
])

private func maker(_ units: [TranslationUnit], states: Set<UnitState>? = nil) -> BilingualMaker {
  var memory = SegmentMemory()
  for (number, unit) in units.enumerated() {
    memory.add(unit, reference: UnitReference(name: "u\(number + 1)", memory: "test.tmx"))
  }
  var options = BilingualMaker.Options()
  if let states { options.states = states }
  return BilingualMaker(memory: memory, glossary: glossary, options: options)
}

private func unit(
  _ french: String, _ english: String, _ state: UnitState = .reviewed, previous: String? = nil,
  next: String? = nil
) -> TranslationUnit {
  var unit = TranslationUnit(
    [Variant(.french, french), Variant(.english, english)], state: state)
  unit.previous = previous
  unit.next = next
  return unit
}

private func brief(_ text: String) throws -> Brief {
  var reader = ArticleReader()
  return Summarizer(length: .sentences(50)).brief(
    of: try reader.article(text, language: .french))
}

@Suite("Bilingual briefs")
struct BilingualTests {
  @Test("The same text is taken whatever its apostrophes, quotation marks and spaces")
  func exact() throws {
    var maker = maker([unit("L'armée a dit \"non\" hier soir.", "The army said “no” last night.")])
    let row = maker.bilingual(try brief("L’armée a dit «\u{A0}non\u{A0}» hier soir.")).rows[0]
    #expect(row.target.label == .memoryExact)
    #expect(row.target.text == "The army said “no” last night.")
    #expect(row.target.state == .reviewed && row.target.unit?.name == "u1")
    #expect(row.findings.isEmpty)
  }

  @Test("Between the same neighbours before better states, better states before worse")
  func order() throws {
    let sentence = "La junte gouverne le pays depuis longtemps."
    let article = "Les routes sont fermées au nord.\n\n\(sentence)"
    var both = maker([
      unit(sentence, "B.", .imported), unit(sentence, "C.", .approved),
      unit(sentence, "A.", .imported, previous: "Les routes sont fermées au nord."),
    ])
    #expect(both.bilingual(try brief(article)).rows.last?.target.label == .memoryContext)
    #expect(both.bilingual(try brief(article)).rows.last?.target.text == "A.")
    #expect(both.bilingual(try brief(sentence)).rows.last?.target.text == "C.")
    var narrow = maker(
      [unit(sentence, "B.", .imported), unit(sentence, "C.", .approved)], states: [.imported])
    #expect(narrow.bilingual(try brief(sentence)).rows[0].target.text == "B.")
  }

  @Test("Units that are as good and have other English are named")
  func disagreement() throws {
    let sentence = "Douze soldats ont quitté la ville."
    let wrong = "Eleven soldiers left the town."
    var maker = maker([
      unit(sentence, "Twelve soldiers left the town."), unit(sentence, wrong),
      unit(sentence, wrong), unit(sentence, "Some soldiers left the town.", .imported),
    ])
    let row = maker.bilingual(try brief(sentence)).rows[0]
    #expect(row.target.text == "Twelve soldiers left the town.")
    #expect(row.findings.map(\.kind) == [.inconsistent])
    #expect(
      row.findings.map(\.message) == ["2 units of the memory disagree about the English (u1, u2)"])
  }

  @Test("Where units of several memories disagree the memories are named")
  func disagreementOfMemories() throws {
    let sentence = "Douze soldats ont quitté la ville."
    var memory = SegmentMemory()
    for (name, english) in [("one.tmx", "Twelve soldiers left."), ("two.tmx", "They left.")] {
      memory.add(unit(sentence, english), reference: UnitReference(name: "1", memory: name))
    }
    var maker = BilingualMaker(memory: memory, glossary: glossary)
    #expect(
      maker.bilingual(try brief(sentence)).rows[0].findings.map(\.message) == [
        "2 units of the memories disagree about the English (one.tmx:1, two.tmx:1)"
      ])
  }

  @Test("An hour is known in English form, and how long something takes is not")
  func hours() throws {
    var maker = maker([])
    for (text, expected) in [
      (
        "La junte vote à 9h05, 12 h, 0h15 et 21 h 30, ni 35 heures ni à 25h30.",
        ["9:05 am", "12 pm", "12:15 am", "9:30 pm"]
      ),
      ("A 10H30, le port a rouvert.", ["10:30 am"]),
      ("Le port ferme vers 15h et rouvre dès 6 h 30.", ["3 pm", "6:30 am"]),
      ("Le port est fermé jusqu'à 18h.", ["6 pm"]),
      ("Le port est ouvert de 9 h à 17h30.", ["9 am", "5:30 pm"]),
      ("Le port est ouvert entre 9 h et 17 h, à partir de 8 h lundi.", ["9 am", "5 pm", "8 am"]),
      ("La nouvelle est tombée aux alentours de 23h50.", ["11:50 pm"]),
      ("Le guichet est ouvert de 8h 12h et de 14h 18h.", ["8 am", "12 pm", "2 pm", "6 pm"]),
      ("Le guichet ouvre à 9 h 10 h 30.", ["9 am", "10:30 am"]),
      ("Le vol vers la capitale a duré 2h30.", []),
      ("Après 3 h de marche, la troupe a campé.", []),
      ("Le village est à 3 h de marche.", []),
      ("On a 1h45 de retard.", []),
      ("Le vol dure entre 2 h et 3 h d'habitude, en 2h15 parfois.", []),
      ("La durée passe de 3 h à 2h30, un retard supérieur à 1 h.", []),
      ("Le trajet se fait à 3 h en voiture.", []),
      ("La moyenne des coupures s'élève à 3 h, le retard se monte à 2h30.", []),
      ("Le bateau part à 8 h du soir.", []),
      ("Le journal de 20h a parlé de la junte.", []),
    ] {
      let facts = maker.bilingual(try brief(text)).rows[0].facts
      #expect(facts.map(\.target) == expected, "\(text)")
    }
  }

  @Test("Drafts and rejected units are never taken, machine output is labelled engine")
  func states() throws {
    let sentence = "La junte gouverne le pays depuis longtemps."
    for state in [UnitState.draft, .rejected] {
      var maker = maker([unit(sentence, "No.", state)])
      #expect(maker.bilingual(try brief(sentence)).rows[0].target.label == .termsOnly)
    }
    var machine = maker([unit(sentence, "The junta has governed the country for long.", .machine)])
    #expect(machine.bilingual(try brief(sentence)).rows[0].target.label == .engine)
  }

  @Test(
    "Numbers, days, names and terms are put in the place of others",
    arguments: [
      (
        "L'armée a perdu 12 soldats près de Gao hier.",
        "The army lost 12 soldiers near Gao yesterday.",
        "L'armée a perdu 15 soldats près de Gao hier.",
        "The army lost 15 soldiers near Gao yesterday."
      ),
      (
        "Le budget atteint 1,5 milliard de francs cette année.",
        "The budget reaches 1.5 billion francs this year.",
        "Le budget atteint 2,7 milliards de francs cette année.",
        "The budget reaches 2.7 billion francs this year."
      ),
      (
        "Les prix ont augmenté de 38,5 % dans tout le pays.",
        "Prices rose 38.5 per cent throughout the country.",
        "Les prix ont augmenté de 42,7 % dans tout le pays.",
        "Prices rose 42.7 per cent throughout the country."
      ),
      (
        "La réunion de la junte commence à 15h30 dans la capitale.",
        "The meeting of the junta begins at 3:30pm in the capital.",
        "La réunion de la junte commence à 16h45 dans la capitale.",
        "The meeting of the junta begins at 4:45pm in the capital."
      ),
      (
        "Les prix ont beaucoup augmenté en mars dans tout le pays.",
        "Prices rose a lot in March throughout the country.",
        "Les prix ont beaucoup augmenté en avril dans tout le pays.",
        "Prices rose a lot in April throughout the country."
      ),
      (
        "Les troupes sont arrivées le 3 avril 2025 dans la ville.",
        "The troops arrived in the town on April 3, 2025.",
        "Les troupes sont arrivées le 14 mai 2024 dans la ville.",
        "The troops arrived in the town on May 14, 2024."
      ),
      (
        "Le ministre Abdoulaye Diop est arrivé ce matin à Moscou.",
        "Minister Abdoulaye Diop arrived in Moscow this morning.",
        "Le ministre Sergueï Lavrov est arrivé ce matin à Moscou.",
        "Minister Sergei Lavrov arrived in Moscow this morning."
      ),
      (
        "La junte a fermé deux routes du nord du pays.",
        "The junta has closed two roads in the north of the country.",
        "La ambassade a fermé deux routes du nord du pays.",
        "The embassy has closed two roads in the north of the country."
      ),
    ])
  func repaired(old: String, english: String, new: String, expected: String) throws {
    var maker = maker([unit(old, english)])
    let row = maker.bilingual(try brief(new)).rows[0]
    #expect(row.target.label == .memoryRepaired, "\(new)")
    #expect(row.target.text == expected)
    #expect(row.target.repairs.count == 1)
    #expect((row.target.rate?.percent ?? 100) < 100)
    #expect(row.target.suggestion?.target == english)
  }

  @Test(
    "Where anything else differs, or a place is not certain, nothing is repaired",
    arguments: [
      (
        "L'armée a perdu 12 soldats près de Gao hier.", "The army lost 12 soldiers near Gao.",
        "L'armée a perdu 12 camions près de Gao hier."
      ),
      (
        "Il y a 12 écoles et 12 villages dans la zone.",
        "There are 12 schools and 12 villages in the area.",
        "Il y a 13 écoles et 12 villages dans la zone."
      ),
      (
        "L'armée a perdu 12 soldats près de Gao hier.", "The army lost twelve soldiers near Gao.",
        "L'armée a perdu 15 soldats près de Gao hier."
      ),
      (
        "L'armée a perdu 12 soldats près de Gao hier.", "The army lost 12 soldiers near Gao.",
        "L'armée a perdu 12 soldats près de Gao hier soir."
      ),
      // A name within a name; a word that another one begins with.
      (
        "Le texte rappelle la Convention de Genève sur les blessés.",
        "The text recalls the Geneva Convention on the wounded.",
        "Le texte rappelle la Convention de Niamey sur les blessés."
      ),
      (
        "La junte a payé le dommage causé par ce navire étranger.",
        "The junta paid damages for the damage caused by this foreign ship.",
        "La junte a payé le armée causé par ce navire étranger."
      ),
    ])
  func notRepaired(old: String, english: String, new: String) throws {
    var maker = maker([unit(old, english)])
    let row = maker.bilingual(try brief(new)).rows[0]
    #expect(row.target.label == .memoryFuzzy, "\(new)")
    #expect(row.target.text == nil)
    #expect(row.target.suggestion?.target == english)
  }

  @Test("What has no English keeps its French, with terms, days and numbers, and no sentence")
  func untranslated() throws {
    var maker = maker([])
    let bilingual = maker.bilingual(
      try brief("La junte a reçu jeudi 3 avril 2025 une aide de 1,5 milliard, soit 28 % du total."))
    let row = bilingual.rows[0]
    #expect(row.target.label == .termsOnly && row.target.text == nil && row.findings.isEmpty)
    #expect(row.terms.map(\.match.translation) == ["junta"])
    #expect(row.facts.map(\.target) == ["Thursday 3 April 2025", "1.5 billion", "28%"])
    #expect(bilingual.markdown.contains("*not translated · terms-only*"))
    #expect(bilingual.markdown.contains("jeudi 3 avril 2025 = Thursday 3 April 2025"))
  }

  @Test(
    "A weekday that was another one is kept, and that is said",
    arguments: [
      ("lundi 3 avril 2025", "Monday 3 April 2025", "that day was a Thursday" as String?),
      ("jeudi 3 avril 2025", "Thursday 3 April 2025", nil),
      ("lundi 3 avril", "Monday 3 April", nil),
    ])
  func weekday(date: String, english: String, note: String?) throws {
    var maker = maker([])
    let bilingual = maker.bilingual(try brief("La junte se réunit \(date) à Bamako."))
    let facts = bilingual.rows[0].facts
    #expect(facts.map(\.target) == [english] && facts.map(\.note) == [note])
    #expect(bilingual.markdown.contains(note.map { "\(english) (\($0))" } ?? "= \(english)"))
  }

  @Test("A day with the wrong weekday is put in no other's place")
  func wrongWeekdayIsNoRepair() throws {
    var maker = maker([
      unit(
        "Le sommet s'ouvre jeudi 3 avril 2025 à Gao.",
        "The summit opens on Thursday 3 April 2025 in Gao.")
    ])
    let row = maker.bilingual(try brief("Le sommet s'ouvre lundi 10 avril 2025 à Gao.")).rows[0]
    #expect(row.target.label == .memoryFuzzy)
  }

  @Test("Faults of the English are found")
  func findings() throws {
    var maker = maker([
      unit(
        "La junte n'a pas libéré les 49 soldats de l'armée.", "The regime freed the 46 soldiers.")
    ])
    let row = maker.bilingual(try brief("La junte n'a pas libéré les 49 soldats de l'armée.")).rows[
      0]
    #expect(Set(row.findings.map(\.kind)) == [.term, .number, .negation])
    #expect(row.terms.map(\.isRendered) == [false, false])
  }

  @Test("An article in another language is shown with what it honestly has")
  func otherLanguage() throws {
    var reader = ArticleReader()
    let article = try reader.article("The army has left the town today.", language: .english)
    var maker = maker([])
    let bilingual = maker.bilingual(Summarizer().brief(of: article))
    #expect(bilingual.rows.map(\.target.label) == [.termsOnly])
    #expect(bilingual.notes.first?.text.contains("English is known for French only") == true)
  }

  @Test("HTML holds no markup of the text and every link has its place")
  func html() throws {
    var maker = maker([])
    let html = maker.bilingual(try brief("La junte <b>parle</b> & l'armée se tait ce soir.")).html
    #expect(html.contains("&lt;b&gt;parle&lt;/b&gt; &amp;"))
    let links = html.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
    #expect(links.count == 4)
    for link in links { #expect(html.contains("id=\"\(link)\""), "\(link)") }
  }
}
