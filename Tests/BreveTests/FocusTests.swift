// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTestSupport
internal import Testing

private let article = """
  Le gouvernement a présenté son budget jeudi. Les dépenses de santé augmentent de trois pour cent. \
  Les militaires russes forment désormais deux bataillons. Le ministre a salué des accords de coopération.

  Une école a été ouverte dans la capitale. Des députés ont critiqué la hausse des impôts.
  """

private func read(_ text: String, _ language: Language = .french) throws -> Article {
  var reader = ArticleReader()
  return try reader.article(text, language: language)
}

private func brief(_ focus: String?, ranker: any Ranker = FusedRanker()) throws -> Brief {
  try Summarizer(ranker: ranker, length: .sentences(1), focus: focus).brief(
    of: read(article))
}

@Suite("Focus")
struct FocusTests {
  @Test(
    "The words asked for are found in any inflection",
    arguments: [
      ("militaire russe", "Les militaires russes"),
      ("accord de coopération", "Le ministre a salué"),
      ("député", "Des députés"), ("l'école", "Une école"), ("impôt", "Des députés"),
    ])
  func pullsTowardFocus(focus: String, beginning: String) throws {
    for ranker in [FusedRanker(), LexRank(), LeadRanker()] as [any Ranker] {
      let summary = try brief(focus, ranker: ranker).summary
      #expect(summary.hasPrefix(beginning), "\(ranker.name): \(summary)")
    }
  }

  @Test("What no sentence speaks of changes nothing and is said", arguments: ["pêche", "de la"])
  func absentFocus(focus: String) throws {
    let asked = try brief(focus)
    #expect(asked.summary == (try brief(nil)).summary)
    #expect(asked.focus == focus)
    #expect(
      asked.notes.map(\.text).contains(
        "no sentence speaks of '\(focus)'; the brief is of the article as a whole"))
  }

  @Test("A word that has its stem in common with another is told from it")
  func homonyms() throws {
    let text = "La loi de finances a été votée jeudi. Les loyers baissent à Salines."
    func summary(_ focus: String) throws -> String {
      try Summarizer(length: .sentences(1), focus: focus).brief(of: read(text)).summary
    }
    #expect(try summary("loyer").hasPrefix("Les loyers"))
    #expect(try summary("lois").hasPrefix("La loi"))
  }

  @Test("Without a focus nothing is said of one")
  func noFocus() throws {
    #expect(!(try brief(nil)).notes.contains { $0.text.contains("speaks of") })
  }
}

@Suite("Key phrases")
struct KeyPhraseTests {
  private func phrases(
    _ text: String, _ count: Int, language: Language = .french
  ) throws -> [String] {
    try Summarizer(keyPhrases: count).brief(of: read(text, language)).keyPhrases.map(\.text)
  }

  @Test("What comes again comes first, as it is written, and no part of it a second time")
  func repeatedPhrase() throws {
    let text = """
      La force conjointe du G5 Sahel a repris ses patrouilles. Les pays de la région paient la force conjointe. \
      Sans la force conjointe, les routes sont coupées. Les routes du nord restent dangereuses.
      """
    #expect(try phrases(text, 2) == ["force conjointe", "routes"])
  }

  @Test(
    "A phrase holds no finite verb, no bare participle, and no part of a longer one",
    .enabled(if: hasDictionary))
  func nouns() throws {
    let text = """
      La dette publique atteignait dix milliards. La dette publique atteignait cinq milliards hier. Les comptes annoncés \
      étaient faux. Nous savions les comptes faux, annoncés trop tard. La coopération militaire a repris. Elle renforce \
      la coopération militaire, dit un chef militaire.
      """
    let found = try phrases(text, 12)
    for word in ["atteignait", "annoncés", "savions", "étaient"] {
      #expect(
        !found.contains { $0.contains(word) && ($0 == word || word != "annoncés") }, "\(found)")
    }
    #expect(found.contains("dette publique") && found.contains("coopération militaire"), "\(found)")
    #expect(!found.contains("militaire") && !found.contains("coopération"), "\(found)")
  }

  private static let hasDictionary: Bool = {
    let dictionaries = SpellingDictionaries()
    dictionaries.prepareFrench()
    return !dictionaries.isFrenchMissing
  }()

  @Test("Words are asked of the dictionaries that were given, and of no others")
  func dictionaries() throws {
    let folder = try TemporaryFolder()
    try folder.write("SET UTF-8\n", to: "fr.aff")
    try folder.write("1\nblarguent po:v1_it is:3pl\n", to: "fr.dic")
    let text = "Les mines blarguent. Les mines blarguent ici, et les mines savent."
    func phrases(_ dictionaries: SpellingDictionaries) throws -> [String] {
      Summarizer(keyPhrases: 9, dictionaries: dictionaries).brief(of: try read(text)).keyPhrases
        .map(\.text)
    }
    let none = try phrases(.none)
    #expect(none.contains { $0.contains("blarguent") }, "\(none)")
    let own = try phrases(SpellingDictionaries(folders: [folder.path]))
    #expect(own.contains("mines") && !own.contains { $0.contains("blarguent") }, "\(own)")
  }

  @Test("As many as asked for, none where nothing comes again, none if none is asked for")
  func counts() throws {
    #expect(try phrases(article, 0) == [])
    #expect(try phrases("Il pleut.", 5) == [])
  }

  @Test("What a number counts is no phrase")
  func counted() throws {
    let text = """
      Le 5 juin, la mine a fermé. Le 7 juin, la mine a rouvert après 12 jours de grève. \
      Les mineurs parlent de la mine depuis 40 jours.
      """
    let found = try phrases(text, 10)
    #expect(found.first == "mine")
    #expect(!found.contains("juin") && !found.contains("jours"))
  }

  @Test("No phrase begins or ends with a stop word or is a number", arguments: Repository.seeds)
  func noStopWords(seed: String) throws {
    let brief = try Summarizer(keyPhrases: 30).brief(of: read(try Repository.text(seed)))
    #expect(brief.keyPhrases.count >= 10)
    let stopWords: Set<String> = [
      "le", "la", "les", "des", "de", "du", "un", "une", "et", "à", "au", "en", "dans", "que",
      "qui", "l", "d", "s",
      "est", "a", "son", "sa", "ses", "par", "pour", "sur", "il", "elle", "2025", "22",
    ]
    for phrase in brief.keyPhrases {
      let words = phrase.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      #expect(!stopWords.contains(words.first ?? "le"), "\(phrase.text)")
      #expect(!stopWords.contains(words.last ?? "le"), "\(phrase.text)")
    }
  }
}
