// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveTestSupport
internal import Testing

/// Words that are looked up in the files of a dictionary, next to what hunspell says of them.
@Suite("Spelling dictionaries")
struct SpellingDictionaryTests {
  private static let affixes = """
    SET UTF-8
    FLAG long
    FULLSTRIP
    NEEDAFFIX ()
    FORBIDDENWORD {}
    CIRCUMFIX **
    ICONV 1
    ICONV ’ '
    OCONV 1
    OCONV ' ’
    PFX L' Y 1
    PFX L' 0 l' . dp:le+
    PFX Um Y 2
    PFX Um 0 0/S. .
    PFX Um 0 kilo/S. .
    SFX S. Y 3
    SFX S. 0 s/L' [^sxz] is:pl
    SFX S. 0 0/L' [^sxz] is:sg
    SFX S. 0 0/L' [sxz] is:inv
    SFX a0 Y 5
    SFX a0 0 0/L' er po:infi
    SFX a0 er e/L' [^cg]er po:3sg
    SFX a0 cer ça/L' cer po:3sg
    SFX a0 er é/L' er po:ppas is:mas is:sg
    SFX a0 ayer aie [^é]ayer po:3sg
    SFX xA Y 1
    SFX xA aller va aller po:3sg
    SFX E2 Y 1
    SFX E2 e es [aeoœ]e
    """
  private static let words = """
    14
    accord/S.() po:nom is:mas
    aller/a0xA po:v3
    avance/S.()L' po:nom is:fem
    avancer/a0() po:v1
    œillé/S.() po:adj
    œe/E2
    entr'ouvert/S. po:adj
    gramme/Um() po:nom is:mas
    ONU/L' po:npr
    OpenOffice/L' po:npr
    payer/a0() po:v1
    Paris/L' po:npr
    yeux/L' st:œil po:nom is:mas is:pl
    interdit/{} po:nom
    """

  private static func dictionaries(
    _ affixes: String, _ words: String, in folder: TemporaryFolder
  ) throws -> (own: SpellingDictionary, library: SpellingDictionary) {
    try folder.write(affixes + "\n", to: "fr.aff")
    try folder.write(words + "\n", to: "fr.dic")
    return (
      SpellingDictionary(language: "fr", folders: [folder.path], libraryWords: 0),
      SpellingDictionary(language: "fr", folders: [folder.path], libraryWords: .max)
    )
  }

  @Test("Says of words what hunspell says of them, in the same order")
  func saysWhatTheLibrarySays() throws {
    let folder = try TemporaryFolder()
    let (own, library) = try Self.dictionaries(Self.affixes, Self.words, in: folder)
    let list = """
      accord accords Accord ACCORDS accordss aller va Va VA alle allé avance avances avancer avança avancé œillé œillés œes
      entrouvert entr'ouverts entr’ouvert gramme grammes kilogramme kilogrammes Kilogrammes kilo ONU Onu onu Onus OpenOffice
      Openoffice OPENOFFICE openoffice payer paie paye payé Paris PARIS paris yeux Yeux œil l'avance interdit Interdit
      l'interdit avance-avance 12 x é É accor s
      """
    for word in list.split(whereSeparator: \.isWhitespace).map(String.init) {
      #expect(own.readings(of: word) == library.readings(of: word), "\(word)")
      #expect(own.knows(word) == library.knows(word), "\(word)")
    }
    #expect(own.readsFiles && !library.readsFiles)
    #expect(own.readings(of: "accords")?.map(\.lemma) == ["accord"])
    #expect(own.readings(of: "va")?.map(\.lemma) == ["aller"])
    #expect(own.readings(of: "Onu")?.map(\.lemma) == ["Onu"])
    #expect(own.knows("avança") == true)
    #expect(own.knows("avançe") == false)
  }

  /// Few letters, so that roots and forms meet.
  @Test("Says what hunspell says for any affixes and roots", arguments: 0..<40 as Range<UInt64>)
  func saysWhatTheLibrarySaysOfAnything(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func pick(_ list: [String]) -> String { list.randomElement(using: &generator) ?? "" }
    func letters(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &generator)).map { _ in
        pick(["a", "b", "é", "œ", "E", "A"])
      }
      .joined()
    }
    let flags = ["A1", "A2", "B1", "B2"]
    var affixes = "SET UTF-8\nFLAG long\nFULLSTRIP\nNEEDAFFIX ()\nFORBIDDENWORD {}\nCIRCUMFIX **\n"
    affixes += "PFX P1 Y 2\nPFX P1 0 a .\nPFX P1 b é b\n"
    for flag in flags {
      let count = Int.random(in: 1...4, using: &generator)
      affixes += "SFX \(flag) \(pick(["Y", "N"])) \(count)\n"
      for _ in 0..<count {
        let stripped = letters(0...2)
        let condition = pick([".", "[ab]", "[^éœ]", "[^a]b", "é"])
        affixes +=
          "SFX \(flag) \(stripped.isEmpty ? "0" : stripped) \(pick(["0", letters(1...2)])) \(condition)"
        affixes += pick(["", " is:pl", " po:ppas is:fem", " po:3sg st:ab"]) + "\n"
      }
    }
    let roots = (0..<60).map { _ in
      let given =
        flags.filter { _ in Bool.random(using: &generator) } + [pick(["", "", "()", "P1", "{}"])]
      let joined = given.joined()
      return letters(1...4) + (joined.isEmpty ? "" : "/" + joined)
        + pick(["", " po:nom is:mas", " po:adj", " st:ba po:npr"])
    }
    let folder = try TemporaryFolder()
    let (own, library) = try Self.dictionaries(
      affixes, "\(roots.count)\n" + roots.joined(separator: "\n"), in: folder)
    var found = 0
    for _ in 0..<1500 {
      let word = letters(1...5)
      let readings = own.readings(of: word)
      found += readings?.count ?? 0
      #expect(readings == library.readings(of: word), "\(word)\n\(affixes)")
      #expect(own.knows(word) == library.knows(word), "\(word)")
    }
    #expect(found > 0)
    #expect(own.readsFiles && !library.readsFiles)
  }

  @Test("Says the same before and after it reads the files itself", arguments: [1, 2, 5])
  func changesOver(libraryWords: Int) throws {
    let folder = try TemporaryFolder()
    let (_, library) = try Self.dictionaries(Self.affixes, Self.words, in: folder)
    let mixed = SpellingDictionary(
      language: "fr", folders: [folder.path], libraryWords: libraryWords)
    for word in [
      "accords", "rien", "avancé", "yeux", "l'interdit", "kilogrammes", "accords", "œillés",
    ] {
      #expect(mixed.readings(of: word) == library.readings(of: word), "\(word)")
      #expect(mixed.knows(word) == library.knows(word), "\(word)")
    }
    #expect(mixed.readsFiles && !library.readsFiles)
  }

  @Test("Says what hunspell says of French, if its dictionary is installed")
  func saysWhatTheLibrarySaysOfFrench() {
    let own = SpellingDictionary(language: "fr", libraryWords: 0)
    let library = SpellingDictionary(language: "fr", libraryWords: .max)
    guard own.knows("accord") != nil else { return }
    #expect(own.readsFiles && !library.readsFiles)
    let stems = [
      "accord", "jet", "journal", "parl", "appel", "fini", "finiss", "met", "prend", "vien", "vend",
      "caus", "mang",
      "av", "all", "ir", "é", "étr", "envo", "croî", "vaincu", "premi", "heureu", "vieu", "œ",
      "sœur", "kilom", "ohm",
      "Franç", "ONU", "OTAN", "Paris", "Sénégal", "porte-parole", "peut-être", "aujourd'hui",
      "presqu'île", "2",
    ]
    let endings = [
      "", "s", "x", "e", "es", "er", "aux", "al", "ent", "ons", "ait", "aient", "é", "ée", "és",
      "ées", "ir", "it", "îmes",
      "ra", "rait", "issent", "lle", "llent", "te", "ttent", "ètre", "ètres", "ie", "ux", "ve",
      "se", "ais", "aise", "ère", "eu",
      "eur", "euse", "rice", "u", "us", "ue", "ions", "ez", "erons", "eant", "yer", "ye", "oie",
      "a", "va", "i", "is", "t",
    ]
    for stem in stems {
      for ending in endings {
        for word in [stem + ending, (stem + ending).uppercased(), (stem + ending).capitalizedFirst]
        {
          #expect(own.readings(of: word) == library.readings(of: word), "\(word)")
          #expect(own.knows(word) == library.knows(word), "\(word)")
        }
      }
    }
  }

  @Test(
    "Leaves files that ask for more to hunspell",
    arguments: ["COMPOUNDFLAG CC", "FLAG num", "AF 1"])
  func leavesOthersToTheLibrary(line: String) throws {
    let folder = try TemporaryFolder()
    let (own, library) = try Self.dictionaries(
      "SET UTF-8\n\(line)\nSFX A Y 1\nSFX A 0 s .\n", "1\nmot/A po:nom", in: folder)
    #expect(own.readings(of: "mot") == library.readings(of: "mot"))
    #expect(own.knows("mots") == library.knows("mots"))
    #expect(!own.readsFiles)
  }

  @Test("Says that a dictionary is missing")
  func saysThatItIsMissing() throws {
    let folder = try TemporaryFolder()
    let dictionary = SpellingDictionary(language: "fr", folders: [folder.path], libraryWords: 0)
    #expect(dictionary.readings(of: "mot") == nil)
    #expect(dictionary.knows("mot") == nil)
    #expect(dictionary.isMissing)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
