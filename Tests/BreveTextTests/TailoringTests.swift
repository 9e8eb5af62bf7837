// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Language files")
struct TailoringTests {
  private static let names = LinkedData.names.filter { $0.hasSuffix(".txt") }
  /// `fr.txt`, not `fr.roles.txt`.
  private static let tailorings = names.filter { $0.split(separator: ".").count == 2 }

  @Test("All files of the folder are linked in, as they are")
  func allAreLinked() throws {
    let files = try Repository.files(below: "Sources/BreveText/Languages", ending: ".txt")
    let known = files.map { String($0.split(separator: "/").last ?? "") }
    #expect(Self.names.filter(known.contains).sorted() == known)
    for (file, name) in zip(files, known) {
      #expect(try LinkedData.bytes(of: name) == Repository.bytes(file), "\(name)")
    }
    #expect(LinkedData.bytes(of: "xx.txt") == nil)
  }

  @Test("Every tailoring parses", arguments: tailorings)
  func parses(name: String) throws {
    let bytes = try #require(LinkedData.bytes(of: name))
    let text = try #require(String(validating: bytes, as: UTF8.self))
    #expect(try SentenceTailoring(parsing: text).isTailored)
    #expect(!SectionedList(text).entries.isEmpty)
    let language = try #require(name.split(separator: ".").first)
    #expect(SentenceTailoring(for: Language(String(language))).isTailored)
  }

  @Test("A language without a file has no tailoring")
  func noFile() {
    #expect(!SentenceTailoring(for: Language("tlh")).isTailored)
    #expect(!SentenceTailoring.none.isTailored)
    #expect(SentenceTailoring(for: Language("fr-CA")).isTailored)
  }

  @Test(
    "A fault gives its line and what it is",
    arguments: [
      ("[openers]\nIl\n\n[colours]\nred", "5: there is no section [colours]"),
      ("word", "1: words stand before the first [section]"),
      ("# comment\n[quotes]\n« » “", "3: a pair of quotes is two marks"),
      ("[settings]\nsemicolon", "2: a setting is written 'name = value'"),
      ("[settings]\nsemicolon = maybe", "2: there is no setting 'semicolon = maybe'"),
      ("[settings]\n\ncolour = break # red", "3: there is no setting 'colour = break'"),
    ])
  func faults(file: String, message: String) {
    let error = #expect(throws: TailoringError.self) { try SentenceTailoring(parsing: file) }
    #expect(error?.description == message)
  }

  @Test(
    "Entries match as the header of the files says",
    arguments: [
      ("Un av. Deux.", 1), ("Un Av. Deux.", 1), ("Un ART. Deux.", 2), ("Un PLÉN. Deux.", 1),
      ("Un M. Deux.", 1),
      ("Un mm. Deux.", 2), ("Un m. Deux.", 2), ("Un c’est-à-d. Deux.", 1),
      ("Un c'est-à-d. Deux.", 1),
      ("Un av Deux. Trois.", 2), ("Un fig. 3.", 1), ("Un fig. Deux.", 2), ("Un. Deux.", 2),
    ])
  func entries(text: String, count: Int) throws {
    let tailoring = try SentenceTailoring(
      parsing: "[never final]\nav plén M\nc’est-à-d # a comment\r\n[before number]\n\tfig\n")
    var segmenter = try SentenceSegmenter(language: .french, tailoring: tailoring)
    #expect(try segmenter.sentences(in: text).count == count)
  }

  private static let sections: [String: Set<String>] = [
    "coherence": [
      "needs antecedent", "leans back", "stands alone", "first and second person", "pronouns",
      "possessives", "no news", "definite articles", "indefinite articles", "speech verbs",
      "labels",
    ],
    "roles": [
      "byline starts", "caption starts", "caption contains", "credit starts", "credit lines",
      "credit sentences", "agencies",
    ],
  ]

  @Test("Cue files have the sections that are read and no others", arguments: names)
  func sections(name: String) throws {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count == 3, let known = Self.sections[parts[1]] else { return }
    let list = SectionedList(
      String(decoding: try #require(LinkedData.bytes(of: name)), as: UTF8.self))
    #expect(Set(list.entries.map(\.section)).subtracting(known) == [], "\(name)")
    #expect(!list.entries.isEmpty)
  }

  /// A section that is misspelt would be an empty list without a word.
  @Test("Files of words for checks have sections that are read", arguments: ["fr", "en"])
  func checks(tag: String) throws {
    let bytes = try #require(LinkedData.bytes(of: tag + ".checks.txt"))
    let sections = Set(SectionedList(String(decoding: bytes, as: UTF8.self)).entries.map(\.section))
    let code = try Repository.files(below: "Sources/BreveTerms/Checks", ending: ".swift")
      .map { try Repository.text($0) }.joined()
    // Named as they are, or as the cases of an enumeration.
    let cases = try code.split(separator: "\n").compactMap {
      try /^ +case ([a-z, ]+)$/.wholeMatch(in: $0)?.1
    }
    .flatMap { $0.split(separator: ", ").map(String.init) }
    let unread = sections.filter {
      !$0.hasPrefix("units ") && !code.contains("\"\($0)\"") && !cases.contains($0)
    }
    #expect(unread.sorted() == [])
    #expect(cases.contains("cardinals"))
    let quantities = Set(sections.filter { $0.hasPrefix("units ") })
    #expect(
      quantities
        == [
          "units area", "units heat", "units length", "units time", "units volume", "units weight",
        ])
  }

  @Test("Every beginning of the coherence files is recognized", arguments: ["fr", "en"])
  func coherence(tag: String) throws {
    let bytes = try #require(LinkedData.bytes(of: tag + ".coherence.txt"))
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    let cues = CoherenceCues(for: Language(tag))
    for (section, expected) in [
      ("needs antecedent", .needsAntecedent), ("leans back", .leansBack), ("stands alone", .none),
    ] as [(String, Dependence)] {
      for line in list.lines(in: section) {
        // Written as in a text: `l' un` is `l’un`, and no apostrophe stands before a space.
        let sentence = Array((line.replacing("' ", with: "’") + " Xyzzy.").utf16)
        let found = cues.dependence(of: sentence, in: 0..<sentence.count)
        #expect(found == expected, "\(section): \(line)")
        let capital = Array((line.prefix(1).uppercased() + line.dropFirst() + ", Xyzzy.").utf16)
        #expect(cues.dependence(of: capital, in: 0..<capital.count) == expected, "\(line)")
      }
    }
    let plain = Array("Xyzzy il elle he she.".utf16)
    #expect(cues.dependence(of: plain, in: 0..<plain.count) == .none)
  }
}
