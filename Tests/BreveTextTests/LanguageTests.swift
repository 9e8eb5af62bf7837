// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Languages")
struct LanguageTests {
  @Test("Of the seeds is French", arguments: Repository.seeds)
  func ofSeeds(path: String) throws {
    #expect(LanguageDetector().language(of: try Repository.text(path)) == .french)
  }

  @Test(
    "Are told apart",
    arguments: [
      ("The minister said on Monday that the two countries had signed an agreement.", "en"),
      ("El ministro dijo el lunes que los dos países habían firmado un acuerdo de defensa.", "es"),
      ("Der Minister sagte am Montag, die beiden Länder hätten ein Abkommen unterzeichnet.", "de"),
      ("Министр заявил в понедельник, что две страны подписали соглашение.", "ru"),
      ("وقال الوزير يوم الاثنين إن البلدين وقعا اتفاقا.", "ar"),
      ("大臣は月曜日、両国が協定に署名したと述べた。", "ja"),
      ("", "und"), ("12 34 56", "und"), ("\u{0}\u{FFFF}", "und"),
    ])
  func toldApart(text: String, tag: String) {
    #expect(LanguageDetector().language(of: text).tag == tag)
  }

  @Test(
    "Have tags",
    arguments: [
      ("fr", "fr", "fr"), ("fr_CA", "fr-ca", "fr"), ("PT-br", "pt-br", "pt"), ("no", "no", "nb"),
      ("nn-NO", "nn-no", "nb"), ("iw", "iw", "he"), ("zh-Hant", "zh-hant", "zh"), ("", "", ""),
    ])
  func tags(written: String, tag: String, primary: String) {
    #expect(Language(written).tag == tag)
    #expect(Language(written).primary == primary)
    #expect(Language(written).description == tag)
  }

  @Test("Random text is of some language, and never stops the detector", arguments: 0..<100)
  func randomText(seed: Int) {
    var random = RandomText(seed: UInt64(seed))
    let text = random.soup(seed * 20)
    let detector = LanguageDetector()
    #expect(detector.language(of: text) == detector.language(of: text), "seed \(seed)")
    #expect(!detector.language(of: text).tag.isEmpty, "seed \(seed)")
  }

  @Test(
    "Words are stretches without white space that hold a letter or a digit",
    arguments: [
      ("", 0), ("Il pleut.", 2), ("« Oui » : 3 000 – 2\u{A0}%", 4), ("l’État d'armes", 2),
      ("— … !", 0),
      ("un\u{202F}!", 1), ("東京 で", 2), ("a\nb\tc\u{2028}d", 4), ("Ⅻ ½ ²", 3), ("😀 a😀", 1),
    ])
  func words(text: String, count: Int) {
    #expect(Segment.wordCount(of: text) == count)
  }

  @Test("One dictionary alone tells no language")
  func oneDictionary() throws {
    func language(_ names: [String]) throws -> Language {
      let folder = try TemporaryFolder()
      for name in names {
        try folder.write("SET UTF-8\n", to: name + ".aff")
        try folder.write(name == "fr" ? "3\na\ndit\nnon\n" : "1\nharbour\n", to: name + ".dic")
      }
      var reader = DocumentReader(dictionaries: SpellingDictionaries(folders: [folder.path]))
      return try reader.document(SourceText("Moscou a dit non.")).language
    }
    #expect(try language(["fr", "en_GB"]) == .french)
    #expect(try language(["fr"]) == language([]))
  }

  @Test(
    "A few words are told by the dictionaries where the detector is wrong",
    .enabled(if: SpellingDictionaries().hasBoth, "a dictionary is missing"),
    arguments: [
      ("Moscou a dit non.", "fr"), ("La junte refuse.", "fr"), ("Paris s’inquiète.", "fr"),
      ("Bamako nie tout.", "fr"), ("Il a parlé.", "fr"), ("Mali : trois morts", "fr"),
      ("The minister left.", "en"), ("Moscow said no.", "en"), ("Moscova dixo que non.", "gl"),
      ("Mosca ha detto no.", "it"), ("Moskau sagte nein.", "de"), ("El ministro se fue.", "es"),
      ("Moscou heeft nee gezegd.", "nl"), ("", "und"), ("12 %", "und"), ("Kidal", "und"),
    ])
  func shortTexts(text: String, language: String) throws {
    var reader = DocumentReader()
    let document = try reader.document(SourceText(text))
    #expect(document.language.tag == language, "\(document.languageConfidence ?? -1)")
  }
}
