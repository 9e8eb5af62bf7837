// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveEngines
internal import BreveMemory
internal import BreveStore
internal import BreveTerms
internal import BreveTestSupport
internal import Synchronization
internal import Testing

/// An engine that gives what a table has, and counts what it is asked.
private final class TableEngine: TranslationEngine {
  let name: String
  let version: String?
  let capabilities: EngineCapabilities
  let table: [String: String]
  private let asked = Mutex<[String]>([])

  init(
    _ name: String, version: String? = "1", isGist: Bool = false, _ table: [String: String]
  ) {
    capabilities = EngineCapabilities(isGist: isGist, place: .here)
    self.name = name
    self.version = version
    self.table = table
  }

  var questions: [String] { asked.withLock { $0 } }

  func fault() async -> EngineFault? { nil }

  func translate(_ sentences: [EngineSentence], limits: EngineLimits) async -> [EngineReply] {
    asked.withLock { $0 += sentences.map(\.text) }
    return sentences.map { sentence in
      table[sentence.text].map { .success(EngineAnswer($0)) }
        ?? .failure(EngineFault(.noAnswer, engine: name))
    }
  }
}

private let glossary = Glossary(pairs: [
  TermPair(id: "army", source: "armée", target: "army", partOfSpeech: .noun),
  TermPair(id: "cedeao", source: "CEDEAO", target: "ECOWAS", partOfSpeech: .acronym),
])

private func briefs(
  _ texts: [String], memory: SegmentMemory = SegmentMemory()
) throws -> [BilingualBrief] {
  var maker = BilingualMaker(memory: memory, glossary: glossary, dictionaries: .none)
  var reader = ArticleReader()
  return try texts.map {
    maker.bilingual(
      Summarizer(length: .sentences(50)).brief(of: try reader.article($0, language: .french)))
  }
}

private let one = "L'armée de la CEDEAO n'a pas tué 15 hommes."
private let good = "The army of ECOWAS did not kill 15 men."

@Suite("English from engines")
struct EngineTranslatorTests {
  private func translator(
    _ engines: [any TranslationEngine], cache: (any EngineAnswerCache)? = nil,
    rejections: EngineRejections = EngineRejections()
  ) -> EngineTranslator {
    EngineTranslator(
      engines, glossary: glossary, dictionaries: .none, cache: cache, rejections: rejections)
  }

  @Test("What no memory has is asked for, labelled, and checked")
  func fills() async throws {
    var memory = SegmentMemory()
    memory.add(
      TranslationUnit(
        [Variant(.french, "Il est parti hier."), Variant(.english, "He left yesterday.")],
        state: .reviewed), reference: UnitReference(name: "1", memory: "m.tmx"))
    let engine = TableEngine("table", [one: "The army of the CEDEAO did kill 51 men."])
    let (filled, failures) = await translator([engine]).filling(
      try briefs(["\(one) Il est parti hier."], memory: memory))
    #expect(failures.isEmpty && filled[0].notes.isEmpty)
    #expect(engine.questions == [one])
    let row = filled[0].rows[0]
    #expect(row.target.label == .engine && row.target.state == .machine)
    #expect(row.target.engine == "table 1")
    #expect(row.target.text == "The army of the ECOWAS did kill 51 men.")
    #expect(row.target.repairs.map(\.before) == ["CEDEAO"])
    #expect(Set(row.findings.map(\.kind)) == [.number, .negation])
    #expect(row.terms.allSatisfy { $0.isRendered == true })
    #expect(filled[0].rows[1].target.label == .memoryExact)
    #expect(filled[0].markdown.contains("*engine · machine · table 1*"))
    #expect(filled[0].markdown.contains("were made by a machine (table 1)"))
  }

  @Test(
    "Words of a gist that are no English are findings; names, terms and what is English are not",
    .enabled(if: SpellingDictionaries().hasEnglish, "no English dictionary is installed"))
  func noEnglish() async throws {
    let source = "Les hommes de Bosstime ont perpétré un attentat contre la CEDEAO à Kidal."
    let english =
      "Perpetrado the men of Bosstime have perpetrado an attentado against the ECOWAS in Kidal, center of labor."
    for isGist in [true, false] {
      let engine = TableEngine("table", isGist: isGist, [source: english])
      let translator = EngineTranslator([engine], glossary: glossary)
      let (filled, _) = await translator.filling(try briefs([source]))
      let found = filled[0].rows[0].findings.filter { $0.kind == .leftover }
      #expect(
        found.map(\.message)
          == (isGist
            ? [
              "not English: 'Perpetrado'", "not English: 'perpetrado'", "not English: 'attentado'",
            ]
            : []))
    }
  }

  @Test("Of several engines the one with the fewest findings is taken, of equals the first")
  func best() async throws {
    let bad = TableEngine("bad", [one: "The army."])
    let right = TableEngine("right", [one: good])
    let late = TableEngine("late", [one: good + " "])
    for engines in [[bad, right, late], [right, bad], [right, late]] {
      let (filled, _) = await translator(engines).filling(try briefs([one]))
      #expect(filled[0].rows[0].target.engine == "right 1")
      #expect(filled[0].rows[0].findings.isEmpty)
    }
  }

  @Test("A sentence that is there twice is asked for once")
  func once() async throws {
    let engine = TableEngine("table", [one: good])
    let (filled, _) = await translator([engine]).filling(try briefs([one, one]))
    #expect(engine.questions.count == 1)
    #expect(filled.map { $0.rows[0].target.text } == [good, good])
  }

  @Test("Where an engine fails the terms stand, with a note in that brief only")
  func failure() async throws {
    let engine = TableEngine("table", [one: good])
    let (filled, failures) = await translator([engine]).filling(
      try briefs([one, "La CEDEAO est partie hier."]))
    #expect(filled[0].notes.isEmpty)
    #expect(filled[1].rows[0].target.label == .termsOnly && filled[1].rows[0].target.text == nil)
    #expect(filled[1].notes.map(\.kind) == [.engine])
    #expect(failures.map(\.inWords) == ["engine 'table': an empty answer (1 sentence)"])
    #expect(filled[1].markdown.contains("CEDEAO = ECOWAS"))
    #expect(filled[1].markdown.contains("Note (engine): engine 'table': an empty answer."))
  }

  @Test("A batch that was answered in parts only is told in the brief, and is no failure")
  func mended() async throws {
    let briefs = try briefs(["\(one) La CEDEAO est partie hier.", "L'armée dort."])
    let (filled, failures) = await translator([PipeEngine("head -n 2")]).filling(briefs)
    #expect(filled.flatMap(\.rows).allSatisfy { $0.target.label == .engine })
    let words =
      "engine 'pipe:head': 2 answers for 3 sentences, not one for each, so none is taken; "
      + "asked again for fewer at a time, it answered"
    #expect(failures.map(\.isMended) == [true])
    #expect(failures.map(\.inWords) == [words + " (3 sentences)"])
    #expect(filled.map { $0.notes.map(\.text) } == [[words], [words]])
  }

  @Test("What a reviewer rejected is not taken again")
  func rejected() async throws {
    var rejections = EngineRejections()
    rejections.add(
      TranslationUnit([Variant(.french, one), Variant(.english, good)], state: .rejected))
    let engine = TableEngine("table", [one: good])
    let (filled, failures) = await translator([engine], rejections: rejections).filling(
      try briefs([one]))
    #expect(filled[0].rows[0].target.text == nil)
    #expect(failures.map(\.fault.kind) == [.rejected])
    let other = TableEngine("other", [one: good + "!"])
    let (second, _) = await translator([engine, other], rejections: rejections).filling(
      try briefs([one]))
    #expect(second[0].rows[0].target.engine == "other 1")
  }

  @Test("Rejected units of a durable memory count too")
  func rejectedInStore() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.memory")
    do {
      let memory = try SearchableMemory(path: path, .create)
      let unit = TranslationUnit(
        [Variant(.french, one), Variant(.english, good)], state: .rejected)
      _ = try memory.store.add(unit, by: Stamp(user: "anne"))
      try memory.updateIndexes()
    }
    let rejections = EngineRejections(stores: [try StoredSegments(path: path)])
    #expect(rejections.contains(source: one, target: good))
    #expect(!rejections.contains(source: one, target: good + " No."))
  }

  @Test("An answer is kept by engine, version and text, and is no unit")
  func cache() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.memory")
    _ = try MemoryStore(path: path, .create)
    let engine = TableEngine("table", [one: good])
    for _ in 1...2 {
      let (filled, _) = await translator([engine], cache: try StoredAnswers(path: path)).filling(
        try briefs([one]))
      #expect(filled[0].rows[0].target.text == good)
    }
    #expect(engine.questions == [one])
    let newer = TableEngine("table", version: "2", [one: good])
    _ = await translator([newer], cache: try StoredAnswers(path: path)).filling(try briefs([one]))
    #expect(newer.questions == [one])
    let failing = TableEngine("failing", [:])
    for _ in 1...2 {
      _ = await translator([failing], cache: try StoredAnswers(path: path)).filling(
        try briefs([one]))
    }
    #expect(failing.questions == [one, one])
    #expect(try MemoryStore(path: path).statistics().units == 0)
  }

  @Test("A kept answer is what was given, stretches too")
  func cacheRoundTrip() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.memory")
    _ = try MemoryStore(path: path, .create)
    let engine = TableEngine("table", [:])
    let cache = try StoredAnswers(path: path)
    let answers = [
      EngineAnswer("A line with 😀 and é."),
      EngineAnswer(
        "x y",
        renderings: [KnownRendering(form: 3, range: 0..<1), KnownRendering(form: 0, range: 2..<3)]),
    ]
    let keys = ["un", "deux"].map { EngineAnswerKey(engine, EngineSentence($0)) }
    cache.keep(zip(keys, answers).map { ($0, $1) }, of: engine)
    let kept = cache.answers(for: keys + [EngineAnswerKey(engine, EngineSentence("trois"))])
    #expect(kept == [keys[0]: answers[0], keys[1]: answers[1]])
  }
}

@Suite("BLEU and chrF")
struct TranslationScoreTests {
  /// The tokens that sacrebleu 2.6 gives.
  @Test(
    "Words are cut as mteval-v13a cuts them",
    arguments: [
      ("Hello, world.", "Hello , world ."),
      ("It's 3,000.50 euros (about $5)...", "It's 3,000.50 euros ( about $ 5 ) . . ."),
      ("state-of-the-art 3-4, x.", "state-of-the-art 3 - 4 , x ."),
      ("a &amp; b &quot;c&quot; «d» 5%", "a & b \" c \" «d» 5 %"),
      ("U.S.A. said: \"no\".", "U . S . A . said : \" no \" ."),
      ("1,5 .5 5. ,a", "1,5 . 5 5 . , a"), ("e.g., t--t 9-", "e . g . , t--t 9 -"),
      ("éà’s — œuvre/x", "éà’s — œuvre / x"),
    ])
  func tokens(text: String, tokens: String) {
    #expect(Bleu.tokens(of: text).joined(separator: " ") == tokens)
  }

  /// The scores that sacrebleu 2.6 gives for the first 1 to 5 pairs.
  @Test("Scores of a corpus are those of sacrebleu")
  func scores() {
    let pairs = [
      ("The cat sat on the mat.", "The cat is sitting on the mat."),
      (
        "Moscow announced, on Thursday, 3,000 things.", "On Thursday Moscow announced 3,000 things."
      ),
      ("Short", "A much longer reference than that"), ("", "Nothing here."),
      (
        "He said that no agreement was signed in Bamako.",
        "He said no agreement had been signed in Bamako."
      ),
    ]
    let expected = [
      (42.38365628278778, 49.6485170311433), (31.116648864423915, 69.60553946729758),
      (24.22276118847118, 51.26322728294706), (20.304086026162935, 46.55253549380334),
      (25.195055272709485, 53.28351295709191),
    ]
    var bleu = Bleu()
    var chrf = Chrf()
    for (pair, score) in zip(pairs, expected) {
      bleu.add(pair.0, reference: pair.1)
      chrf.add(pair.0, reference: pair.1)
      #expect(abs(bleu.score - score.0) < 1e-6, "\(bleu.score)")
      #expect(abs(chrf.score - score.1) < 1e-6, "\(chrf.score)")
    }
  }

  @Test(
    "Short and foreign texts",
    arguments: [
      ("the dog", "the cat sat down now", 0.0, nil), ("ab", "abc", 0, 63.636363636363626),
      ("a b c d e f", "x y z", 0, nil), ("a b c d e f", "a y z", 8.116697886877475, nil),
      ("", "", 0, 0),
    ] as [(String, String, Double, Double?)])
  func edges(translation: String, reference: String, bleu: Double, chrf: Double?) {
    var words = Bleu()
    words.add(translation, reference: reference)
    #expect(abs(words.score - bleu) < 1e-6, "\(words.score)")
    guard let chrf else { return }
    var letters = Chrf()
    letters.add(translation, reference: reference)
    #expect(abs(letters.score - chrf) < 1e-6, "\(letters.score)")
  }
}
