// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Testing

private let dictionaries = SpellingDictionaries()

private func document(_ text: String) throws -> Document {
  var reader = DocumentReader(dictionaries: dictionaries)
  return try reader.document(SourceText(text), language: .french)
}

private func candidates(
  in texts: [String], lacking pairs: [TermPair] = [], limit: Int = 10_000
) throws -> [TermCandidate] {
  var extractor = TermExtractor(Glossary(pairs: pairs), dictionaries: dictionaries)
  for text in texts { extractor.add(try document(text)) }
  return extractor.candidates(limit: limit)
}

private let saltworks = "Tests/BreveTermsTests/Cases/extraction.txt"

@Suite("Extraction of candidates")
struct TermExtractorTests {
  /// The saltworks and the articles of `seeds/`.
  private static func texts() throws -> [String] {
    try ([saltworks] + Repository.files(below: "seeds", ending: ".txt")).map {
      try Repository.text($0)
    }
  }

  @Test("The terms of a text on saltworks are found, the best first")
  func findsTerms() throws {
    let found = try candidates(in: [Repository.text(saltworks)])
    let texts = found.map(\.text)
    let best = Set(texts.prefix(40))
    for term in [
      "salinité", "paludiers", "marais salant", "fleur de sel", "gros sel", "vasière",
      "évaporation",
    ] {
      #expect(best.contains(term), "\(term): \(texts.prefix(40))")
    }
    let salt = try #require(found.first { $0.text == "fleur de sel" })
    #expect(salt.count == 3)
    #expect(salt.contexts.map(\.document) == [0, 0, 0])
    #expect(salt.contexts.first?.text.hasPrefix("Chaque œillet donne du gros sel") == true)
    #expect(found.first { $0.text == "marais salant" }?.count == 3)
    #expect(found.first { $0.text == "marais salants" }?.count == 1)
  }

  @Test("Codes, numbers, English and function words are no candidates")
  func leavesJunk() throws {
    let texts = try candidates(in: [Repository.text(saltworks)]).map { $0.text.lowercased() }
    #expect(!texts.isEmpty)
    for text in texts {
      for junk in ["px", "nacl", "12", "000", "marshes", "thousand", "hand", "oldest"] {
        #expect(!text.contains(junk), "\(text)")
      }
    }
  }

  @Test("No candidate begins or ends with a stop word, and each stands in its sentences")
  func keepsItsForm() throws {
    let stopWords = StopWords(for: .french)
    let found = try candidates(in: Self.texts())
    #expect(found.count > 200)
    for candidate in found {
      let words = candidate.text.split(separator: " ").flatMap { $0.split(separator: "'") }
      for end in [words.first, words.last] {
        let end = try #require(end)
        #expect(!stopWords.contains(WordKey(folding: end)), "\(candidate.text)")
      }
      #expect(words.count <= 12 && candidate.count >= candidate.contexts.count)
      #expect(!candidate.contexts.isEmpty && candidate.contexts.count <= 3)
      #expect(candidate.translations.isEmpty)
      let first = words[0].lowercased()
      for context in candidate.contexts {
        #expect(context.text.lowercased().contains(first), "\(candidate.text): \(context.text)")
      }
    }
  }

  @Test("The best come first, a limit cuts the list, and another run gives the same")
  func isOrdered() throws {
    let texts = try Self.texts()
    let all = try candidates(in: texts)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(Set(all.map { $0.text.lowercased() }).count == all.count)
    for limit in [1, 7, 100] {
      #expect(try candidates(in: texts, limit: limit) == Array(all.prefix(limit)))
    }
    #expect(try candidates(in: texts) == all)
  }

  @Test("What the glossary has is no candidate, in whatever form; nothing else is lost")
  func asksTheGlossary() throws {
    let texts = try Self.texts()
    let all = try candidates(in: texts)
    let pairs = [("fleur de sel", "fleur de sel"), ("marais salant", "salt marsh")].enumerated()
      .map { TermPair(id: String($0), source: $1.0, target: $1.1) }
    let known = ["fleur de sel", "marais salant", "marais salants"]
    #expect(Set(known).isSubset(of: all.map(\.text)))
    let rest = try candidates(in: texts, lacking: pairs)
    #expect(rest == all.filter { !known.contains($0.text) })
    // Each candidate, once it is in the glossary, is none.
    let taken = all.prefix(50).enumerated().map {
      TermPair(id: String($0), source: $1.text, target: "-")
    }
    let others = Set(try candidates(in: texts, lacking: taken).map(\.text))
    #expect(others.isDisjoint(with: taken.map(\.source)))
  }

  @Test("Without texts, and without the dictionary, nothing breaks")
  func degrades() throws {
    #expect(try candidates(in: []).isEmpty)
    #expect(try candidates(in: ["", "…", "12 % (x)"]).isEmpty)
    var extractor = TermExtractor(Glossary(pairs: []), dictionaries: .none)
    extractor.add(try document(Repository.text(saltworks)))
    #expect(extractor.candidates(limit: 1000).map(\.text).contains("fleur de sel"))
  }

  @Test("English that stands opposite is told, with how often")
  func translates() throws {
    let pairs = [
      ("Le gros sel est lourd.", "Coarse salt is heavy."),
      ("Il vend du gros sel.", "He sells coarse salt."),
      ("La fleur de sel est chère.", "Sea salt flakes are dear."),
      ("On cueille la fleur de sel le soir.", "They gather sea salt flakes in the evening."),
      ("Le vent est fort.", "The wind is strong."), ("Il fait froid.", "It is cold."),
      ("La mer monte.", "The sea is rising."), ("Le gros sel fond.", "The coarse salt melts."),
      ("Le soleil brille.", "The sun is shining."), ("Il pleut.", "It is raining."),
      ("La fleur de sel manque.", "Sea salt flakes are scarce."),
    ].map { (source: $0.0, target: $0.1) }
    let found = try candidates(in: pairs.map(\.source)).filter {
      ["gros sel", "fleur de sel"].contains($0.text)
    }
    let translated = TranslationFinder(pairs: pairs).translated(found)
    #expect(translated.map(\.text) == found.map(\.text))
    let english = Dictionary(uniqueKeysWithValues: translated.map { ($0.text, $0.translations) })
    let coarse = try #require(english["gros sel"]?.first)
    #expect(coarse.text.lowercased() == "coarse salt")
    #expect(coarse.count == 3 && coarse.association == 1)
    #expect(english["fleur de sel"]?.first?.text.lowercased() == "sea salt flakes")
    #expect(translated.allSatisfy { $0.translations.count <= 3 })
    #expect(TranslationFinder(pairs: []).translated(found) == found)
  }
}

@Suite("Frequencies of words")
struct WordFrequenciesTests {
  private static let path = "Sources/BreveTerms/Frequencies/fr.frequencies.txt"

  @Test("The list linked in is the file, most frequent first, and says its licence")
  func isLinked() throws {
    let text = try Repository.text(Self.path)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let counts = lines.map { Int($0.split(separator: "\t").last ?? "") ?? 0 }
    #expect(lines.count >= 30_000 && WordFrequencies.french.count == lines.count)
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 } && (counts.last ?? 0) > 0)
    #expect(text.contains("CC BY-SA 4.0") && text.hasPrefix("#"))
    #expect(WordFrequencies.french.share(of: WordKey("de")) > 0.02)
    #expect(WordFrequencies.french.share(of: WordKey("été")) > 0.0001)
    #expect(WordFrequencies.french.share(of: WordKey("paludier")) == 0)
  }

  @Test("A list that is made is read back, each source with its weight")
  func roundTrip() {
    var counter = FrequencyCounter()
    counter.beginSource(weight: 3)
    counter.add("L’Été, l'été : un œuf.")
    counter.beginSource(weight: 1)
    counter.add("Sel sel 12")
    let lines = counter.lines(limit: 100)
    // Of the first source 1 word of 6 is un, of the second 2 of 3 are sel.
    #expect(
      lines == [
        "l'\t25000000", "été\t25000000", "sel\t16666667", "oeuf\t12500000", "un\t12500000",
      ])
    #expect(counter.total == 9)
    #expect(counter.lines(limit: 2) == Array(lines.prefix(2)))
    let list = WordFrequencies(Array(("# note\n" + lines.joined(separator: "\n")).utf8))
    #expect(list.count == 5)
    #expect(list.share(of: WordKey("été")) == 0.25 && list.share(of: WordKey("note")) == 0)
  }
}

/// Gold terms and the least F1 that was reached before, in percent, without and with names.
private let domains: [(name: String, least: (Double, Double))] = [
  ("corp", (22.4, 26.3)), ("equi", (37.1, 38.9)), ("wind", (27.4, 26.8)),
]

@Suite(
  "Extraction on ACTER",
  .enabled(
    if: Repository.shared("eval/terminology/acter") != nil,
    "the corpus is not there; nothing is measured"))
struct ExtractionMeasureTests {
  @Test("F1 at the number of gold terms is what it was", arguments: domains.indices)
  func measure(_ number: Int) throws {
    let domain = domains[number]
    for (file, least) in [
      ("gold_terms.tsv", domain.least.0), ("gold_terms_nes.tsv", domain.least.1),
    ] {
      let folder = try #require(
        Repository.shared("eval/terminology/acter/\(domain.name)_fr"))
      let gold = Set(
        try Repository.text(atPath: folder + "/" + file).split(separator: "\n").map {
          Self.plain($0.split(separator: "\t")[0])
        })
      let found = try candidates(
        in: [Repository.text(atPath: folder + "/text.txt")], limit: gold.count)
      let right = found.count { gold.contains(Self.plain($0.text)) }
      let f1 = 200 * Double(right) / Double(found.count + gold.count)
      #expect(f1 >= least, "\(domain.name) \(file)")
    }
  }

  private static func plain(_ text: some StringProtocol) -> String {
    TermText.normalized(text.lowercased())
  }
}
