// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Briefs that can be read alone")
struct StandingBriefTests {
  private static let harbour = """
    Le port de Salines a rouvert lundi 3 mars 2025 après deux semaines de grève. Le directeur du port, Moussa Keita, a \
    signé avec les dockers un accord de trois ans sur les salaires. « Nous avons perdu douze navires, que les armateurs \
    ont envoyés vers des ports voisins », a-t-il regretté devant les journalistes réunis dans la capitale.

    De son côté, la déléguée des dockers, Awa Traoré, a salué un accord qui met fin à la grève. L'accord prévoit une \
    hausse de dix pour cent. Coût estimé : deux milliards de francs par an. « Nous avons gagné », a-t-elle résumé.

    Les armateurs étrangers, qui avaient détourné vers les ports voisins la plupart de leurs navires chargés de riz, de \
    blé et de ciment pendant la grève des dockers du port de Salines, reviendront dans la semaine. Keita les a remerciés. \
    Contactée, la banque du port n'a pas répondu.
    """

  private static func brief(
    _ text: String, _ length: BriefLength = .standard, focus: String? = nil
  ) throws -> Brief {
    Summarizer(length: length, focus: focus).brief(of: try Articles.text(text))
  }

  @Test("The lead is there wherever it fits", arguments: 15...90)
  func lead(words: Int) throws {
    let brief = try Self.brief(Self.harbour, .words(words))
    #expect(brief.summary.hasPrefix("Le port de Salines a rouvert"), "\(brief.summary)")
    #expect(!brief.notes.contains { $0.text.contains("first sentence") })
    #expect(brief.words <= words)
  }

  @Test("A lead that does not fit is missed, and that is said")
  func longLead() throws {
    let text = """
      Le ministre des Transports, accompagné de onze députés de la région, a inauguré lundi à Salines le nouveau port, \
      long de trois kilomètres. Les travaux ont duré six ans. Les pêcheurs sont satisfaits.
      """
    let brief = try Self.brief(text, .words(12))
    #expect(!brief.summary.hasPrefix("Le ministre"))
    #expect(
      brief.notes.map(\.text).contains("the article's first sentence, of 23 words, does not fit"))
    #expect(try Self.brief(text, .words(23)).summary.hasPrefix("Le ministre"))
  }

  @Test("A lead that tells how things have long been is none", arguments: [18, 25, 30])
  func newslessLead(words: Int) throws {
    let text = """
      Ces dernières années, les prix du riz ont beaucoup varié dans la région de Salines et dans les ports. Le ministre \
      du Commerce, Moussa Keita, a fixé lundi le prix du riz dans les ports de Salines. Les pêcheurs sont satisfaits.
      """
    #expect(try Self.brief(text, .words(words)).summary.contains("a fixé lundi"))
    #expect(try Self.brief(text, .sentences(1)).summary.hasPrefix("Le ministre"))
  }

  @Test("No limits make a sentence stand without what it leans on", arguments: 1...9)
  func antecedents(sentences: Int) throws {
    let article = try Articles.text(Self.harbour)
    for length in [BriefLength.sentences(sentences), .words(sentences * 12)] {
      let brief = Summarizer(length: length).brief(of: article)
      let shown = brief.sentences.map(\.segment.text)
      #expect(BriefLaws(brief, length).faults == [])
      for (needy, needed) in [
        ("« Nous avons perdu", "Le directeur du port"), ("L'accord prévoit", "De son côté"),
        ("Coût estimé", "L'accord prévoit"), ("« Nous avons gagné", "Coût estimé"),
        ("Contactée", "Keita les a"),
      ] where shown.contains(where: { $0.hasPrefix(needy) }) {
        #expect(shown.contains { $0.hasPrefix(needed) }, "\(length): \(needy)")
      }
    }
  }

  @Test(
    "What is asked about is in the brief, or its absence is said",
    arguments: [
      "grève", "Moussa Keita", "armateurs", "Awa Traoré", "gagné", "hausse", "milliards", "riz",
      "remerciés", "banque", "navires",
    ])
  func focus(focus: String) throws {
    let article = try Articles.text(Self.harbour)
    for length in (1...6).map(BriefLength.sentences) + [8, 14, 30, 60].map(BriefLength.words) {
      let brief = Summarizer(length: length, focus: focus).brief(of: article)
      let share = Focus(focus, language: .french).shares(of: [brief.summary])[0]
      let isSaid = brief.notes.contains { $0.text.contains("'\(focus)' does not fit") }
      #expect(share == 1 || isSaid, "\(length): \(brief.summary)")
    }
  }

  @Test("The room that is missing is told")
  func missingRoom() throws {
    let text =
      "Le port a rouvert lundi. Il emploie mille dockers. Ils ont obtenu une hausse des salaires."
    let notes = try Self.brief(text, .sentences(1), focus: "hausse").notes.map(\.text)
    #expect(
      notes.contains(
        "what speaks most of 'hausse' does not fit: with the sentences that it needs before it, "
          + "it takes 3 sentences"))
    #expect(
      try Self.brief(text, .words(12), focus: "hausse").notes.contains {
        $0.text.hasSuffix("it takes 16 words")
      })
    #expect(try Self.brief(text, .sentences(3), focus: "hausse").summary.contains("hausse"))
  }

  @Test("Who is known by the surname alone gives way to a sentence nearly as good")
  func strangers() throws {
    let text = """
      Le port de Salines a rouvert lundi après la grève. Moussa Keita y travaille depuis dix ans comme grutier. Keita a \
      vu partir la moitié des navires du port pendant la grève. Les dockers ont vu partir la moitié des grues du port.
      """
    let shown = try Self.brief(text, .sentences(2)).sentences.map(\.segment.text)
    #expect(!shown.contains { $0.hasPrefix("Keita") } || shown.contains { $0.hasPrefix("Moussa") })
  }

  @Test("A fact is not told twice, once in short")
  func repetition() throws {
    let text = """
      L'essentiel
      – Le port de Salines a rouvert.
      – Les dockers ont obtenu une hausse.

      Le port de Salines a rouvert lundi 3 mars 2025 après deux semaines de grève. Les dockers ont obtenu une hausse de \
      dix pour cent. Les armateurs reviendront dans la semaine.
      """
    let brief = try Self.brief(text)
    #expect(brief.article.title == nil)
    #expect(!brief.summary.contains("–"), "\(brief.summary)")
  }

  @Test("A verb that only says that something is said is no key term, a term of diplomacy is one")
  func keyTerms() throws {
    let text =
      "Le Mali veut dénoncer le traité. Le ministre a tenu à saluer et à dénoncer l'accord."
    let glossary = Glossary(pairs: [
      TermPair(
        id: "denounce", source: "dénoncer", target: "terminate", partOfSpeech: .verb,
        domain: "diplomacy"),
      TermPair(id: "hail", source: "saluer", target: "hail", partOfSpeech: .verb, domain: "media"),
    ])
    var lister = TermLister(glossary)
    let brief = lister.listing(try Self.brief(text))
    #expect(Set(brief.terms.map(\.pair.id)).isSuperset(of: ["denounce", "hail"]))
    #expect(brief.keyTerms.contains { $0.pair.id == "denounce" })
    #expect(!brief.keyTerms.contains { $0.pair.id == "hail" })
  }

  @Test(
    "The seeds' short briefs tell the news",
    arguments: [
      (0, "En disgrâce avec", [32, 35, 40, 60]),
      (1, "Selon les autorités militaires", [30, 40, 60]),
      (2, "Arrivé à Moscou", [30, 35, 40]), (3, "Lors d’une visite récente", [30, 40, 60]),
      (4, "Moscou a annoncé, jeudi 3 avril 2025", [30, 35, 40, 60]),
    ])
  func seeds(number: Int, beginning: String, limits: [Int]) throws {
    let article = try Articles.seed(Repository.seeds[number])
    for length in [BriefLength.sentences(1)] + limits.map(BriefLength.words) {
      let brief = Summarizer(length: length).brief(of: article)
      #expect(brief.summary.hasPrefix(beginning), "\(length): \(brief.summary)")
      #expect(BriefLaws(brief, length).faults == [])
    }
  }

  @Test("Why a sentence is not there that ranks high is said")
  func obstacles() throws {
    let brief = try Self.brief(Self.harbour, .words(15))
    let lowest = brief.sentences.map(\.rank).max() ?? 0
    let above = brief.omitted.filter { ($0.rank ?? .max) < lowest }
    #expect(!above.isEmpty || lowest == 1)
    for omitted in above {
      #expect(omitted.reason.contains("it does not fit"), "\(omitted.reason)")
    }
    let one = try Self.brief(Self.harbour, .sentences(1))
    #expect(one.omitted.allSatisfy { !$0.reason.isEmpty })
  }
}
