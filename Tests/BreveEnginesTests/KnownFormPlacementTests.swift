// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveEngines
internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Known forms in an engine's English")
struct KnownFormPlacementTests {
  private static let glossary = Glossary(pairs: [
    TermPair(
      id: "accord", source: "accord de défense", target: "defence agreement", partOfSpeech: .noun),
    TermPair(
      id: "accord", source: "accord de défense", target: "defense accord", partOfSpeech: .noun,
      status: .deprecated),
    TermPair(id: "bill", source: "projet de loi", target: "bill", partOfSpeech: .noun),
    TermPair(id: "ong", source: "ONG", target: "NGO", partOfSpeech: .acronym),
    TermPair(id: "say", source: "indiquer", target: "say", partOfSpeech: .verb, domain: "media"),
    TermPair(
      id: "recall", source: "rappeler son ambassadeur", target: "recall one's ambassador",
      partOfSpeech: .verb),
    TermPair(id: "mali", source: "Mali", target: "Mali", partOfSpeech: .name, domain: "places"),
    TermPair(
      id: "strip", source: "bande de Gaza", target: "Gaza Strip", partOfSpeech: .name,
      domain: "places"),
    TermPair(id: "cedeao", source: "CEDEAO", target: "ECOWAS", partOfSpeech: .acronym),
    TermPair(
      id: "lavrov", source: "Sergueï Lavrov", target: "Sergei Lavrov", partOfSpeech: .name,
      domain: "persons"),
    TermPair(
      id: "lavrov", source: "Lavrov", target: "Lavrov", partOfSpeech: .name, domain: "persons"),
    TermPair(
      id: "lavrov", source: "Sergueï Lavrov", target: "Sergueï Lavrov", partOfSpeech: .name,
      domain: "persons", status: .deprecated),
    TermPair(id: "wagner", source: "Wagner", target: "", partOfSpeech: .name, isUntranslated: true),
  ])

  /// A case: French with the term in brackets, its entry, what the engine gave with what it says stands for the term in
  /// brackets, and the result.
  static let cases: [(String, String, String, String)] = [
    ("un [projet de loi]", "bill", "a [project of law] here", "a bill here"),
    ("les [projets de loi]", "bill", "the [projects of law]", "the bills"),
    (
      "un [accord de défense]", "accord", "[Agreement of defence] signed",
      "Defence agreement signed"
    ),
    (
      "un [accord de défense]", "accord", "a [defence agreement] signed",
      "a defence agreement signed"
    ),
    ("des [accords de défense]", "accord", "two [defence agreements]", "two defence agreements"),
    ("[Sergueï Lavrov] a dit", "lavrov", "[Sergueï Lavrov] said", "Sergei Lavrov said"),
    ("[Sergueï Lavrov] a dit", "lavrov", "[Sergei Lavrov] said", "[Sergei Lavrov] said"),
    ("une [ONG]", "ong", "to a [organisation]", "to an NGO"),
    ("a [indiqué] que", "say", "he has [indicated] that", "he has said that"),
    ("[indiqua] que", "say", "he [indicated] that", "he said that"),
    ("[indique] que", "say", "he [indicates] that", "he says that"),
    ("[indiquer] que", "say", "he wants to [indicate] that", "he wants to say that"),
    ("[indiquant] que", "say", "[indicating] that", "Saying that"),
    ("[indiquera] que", "say", "he [will indicate] that", "he will say that"),
    ("[indiquera] que", "say", "he [will not indicate] that", "he will not say that"),
    (
      "a [rappelé son ambassadeur]", "recall", "has [remembered his ambassador]",
      "has [remembered his ambassador]"
    ),
    ("avec le [Mali]", "mali", "with the [Mali].", "with Mali."),
    ("dans la [bande de Gaza]", "strip", "in [band of Gaza]", "in the Gaza Strip"),
    ("de la [CEDEAO]", "cedeao", "of the CEDEAO", "of the ECOWAS"),
    ("de la [CEDEAO]", "cedeao", "CEDEAO and CEDEAO", "CEDEAO and CEDEAO"),
    ("un [accord de défense]", "accord", "a defense accord", "a defence agreement"),
    ("chez [Wagner]", "wagner", "at [Waggoner]", "at Wagner"),
  ]

  @Test("Cases", arguments: cases)
  func placement(french: String, entry: String, english: String, expected: String) throws {
    let (source, range) = try Self.parts(french, #require(Self.range(french)))
    let pair = try #require(Self.glossary.pairs(of: entry).first)
    let place = SourceRange(utf8: range, utf16: range, bytes: nil)
    let text = String(decoding: Array(source.utf16)[range], as: UTF16.self)
    let match = TermMatch(pair: pair, text: text, range: place, segment: 0)
    let sentence = EngineSentence(source, known: [KnownForm(term: [match], range: range)])
    var answer = EngineAnswer(english)
    if let marked = Self.range(english) {
      let (text, range) = Self.parts(english, marked)
      answer = EngineAnswer(text, renderings: [KnownRendering(form: 0, range: range)])
    }
    let checker = TranslationChecker(Self.glossary, dictionaries: .none)
    let (placed, replacements) = KnownFormPlacement(checker).placed(sentence, answer)
    let wanted = expected.filter { $0 != "[" && $0 != "]" }
    #expect(placed == wanted)
    #expect(replacements.isEmpty == (wanted == answer.text))
  }

  private static func range(_ text: String) -> Range<Int>? {
    let units = Array(text.utf16)
    guard let start = units.firstIndex(of: 0x5B), let end = units.firstIndex(of: 0x5D) else {
      return nil
    }
    return start..<end - 1
  }

  private static func parts(_ text: String, _ range: Range<Int>) -> (String, Range<Int>) {
    (text.filter { $0 != "[" && $0 != "]" }, range)
  }

  @Test("Days and numbers are written the English way, and right ones are left")
  func facts() {
    let source = "Le 3 avril, 2,8 milliards"
    let sentence = EngineSentence(
      source,
      known: [
        KnownForm(
          "3 avril", english: "3 April", otherForms: ["April 3"], isDate: true, range: 3..<10),
        KnownForm("2,8 milliards", english: "2.8 billion", isDate: false, range: 12..<25),
      ])
    let answer = EngineAnswer(
      "On April 3, 2,8 thousands of millions",
      renderings: [KnownRendering(form: 0, range: 3..<10), KnownRendering(form: 1, range: 12..<37)])
    let checker = TranslationChecker(Glossary(), dictionaries: .none)
    let (text, replacements) = KnownFormPlacement(checker).placed(sentence, answer)
    #expect(text == "On April 3, 2.8 billion")
    #expect(replacements.map(\.kind) == ["number"])
  }

  @Test("Whatever an engine says of places, what is not replaced stays")
  func law() {
    let checker = TranslationChecker(Self.glossary, dictionaries: .none)
    let placement = KnownFormPlacement(checker)
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let english = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        ["the", "a", "Mali", "é", "😀", "3", "and,", "x."].randomElement(using: &random) ?? ""
      }.joined(separator: " ")
      let count = english.utf16.count
      var renderings: [KnownRendering] = []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let start = Int.random(in: 0..<count, using: &random)
        renderings.append(
          KnownRendering(
            form: Int.random(in: 0...2, using: &random),
            range: start..<Int.random(in: start...count + 3, using: &random)))
      }
      let sentence = EngineSentence(
        "deux 2 et 1,5 x",
        known: [
          KnownForm("deux 2", english: "two", isDate: false, range: 0..<6),
          KnownForm("1,5", english: "1.5", isDate: false, range: 10..<13),
        ])
      let (text, replacements) = placement.placed(
        sentence, EngineAnswer(english, renderings: renderings))
      let change = replacements.reduce(0) { $0 + $1.after.utf16.count - $1.before.utf16.count }
      #expect(text.utf16.count == count + change, "seed \(seed)")
      if replacements.isEmpty { #expect(text == english, "seed \(seed)") }
    }
  }
}

@Suite("Forms of English words")
struct EnglishInflectionTests {
  @Test(
    "Plurals",
    arguments: [
      ("defence agreement", "defence agreements"), ("minister of state", "ministers of state"),
      ("army", "armies"), ("clash", "clashes"), ("spokeswoman", "spokeswomen"),
      ("loss of life", "losses of life"), ("military equipment", "military equipment"),
      ("head of state", "heads of state"), ("Taliban", "Taliban"), ("day", "days"),
      ("ministry", "ministries"), ("bus", "buses"), ("crisis", "crises"),
    ])
  func plurals(one: String, many: String) { #expect(EnglishInflection.plural(one) == many) }

  @Test(
    "Verbs",
    arguments: [
      ("say", ["says", "said", "said", "saying"]),
      ("deny", ["denies", "denied", "denied", "denying"]),
      ("draw up", ["draws up", "drew up", "drawn up", "drawing up"]),
      ("stress", ["stresses", "stressed", "stressed", "stressing"]),
      ("deplore", ["deplores", "deplored", "deplored", "deploring"]),
      ("defer", ["defers", "deferred", "deferred", "deferring"]),
      ("sign", ["signs", "signed", "signed", "signing"]),
      (
        "play for time",
        ["plays for time", "played for time", "played for time", "playing for time"]
      ),
      ("report", ["reports", "reported", "reported", "reporting"]),
      ("speak of", ["speaks of", "spoke of", "spoken of", "speaking of"]),
    ])
  func verbs(base: String, forms: [String]) {
    let all: [EnglishInflection.VerbForm] = [.third, .past, .participle, .ing]
    #expect(all.map { EnglishInflection.verb(base, $0) } == forms)
  }
}
