// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve glossary verify")
struct GlossaryVerifyTests {
  private static let glossary = """
    id\tfr\ten\ten_variants\tpos\tstatus\tdnt
    peace\taccord de paix\tpeace agreement\tpeace deal\tnoun\tpreferred\t
    peace\taccord de paix\tpeace accord\t\tnoun\tdeprecated\t
    algiers\taccord de paix d'Alger\tAlgiers agreement\t\tnoun\tpreferred\t
    fama\tFAMa\tFAMa\t\tacronym\tpreferred\tyes

    """
  private static let pairs = """
    Les accords de paix tiennent.\tThe peace agreements hold.
    Un accord de paix est né.\tA peace accord was born.
    Il veut un accord de paix.\tHe wants a treaty.
    L'accord de paix d'Alger tient.\tThe Algiers agreement holds.
    Il pleut 3 jours.\tIt rains for 4 days.
    Les FAMa avancent.\tThe army advances.

    """

  private static func verify(_ arguments: String...) async throws -> BreveProcess {
    let folder = try TemporaryFolder()
    try folder.write(glossary, to: "g.tsv")
    try folder.write(pairs, to: "pairs.tsv")
    try folder.write(memory, to: "m.tmx")
    return try await BreveProcess.run(
      ["glossary", "verify", "--glossary", folder.path("g.tsv")] + arguments,
      in: folder.path(""))
  }

  @Test("Another form of a country's name is as good, another country is not")
  func countries() async throws {
    let right = [
      ("Le Niger attend.", "The Nigerien government is waiting."),
      ("L'Autriche attend.", "The Austrians are waiting."),
      ("La Slovaquie attend.", "The Slovaks are waiting."),
      ("Le Soudan du Sud attend.", "The South Sudanese are waiting."),
      ("L'Afrique de l'Ouest attend.", "West Africans are waiting."),
      ("La Chine attend.", "The Chinese are waiting."),
      ("Les dirigeants turcs attendent.", "The leaders of Turkey are waiting."),
      ("Le Burkina Faso attend.", "The Burkinabe are waiting."),
      ("L'Arabie saoudite attend.", "The Saudis are waiting."),
      (
        "La Grande-Bretagne a dépensé 50 millions de livres sterling.", "Britain spent £50 million."
      ),
      ("Le Canada a dépensé 50 millions de dollars canadiens.", "Canada spent $50 million."),
      ("Des experts russes sont arrivés de Russie.", "Russian experts have arrived from Russia."),
      (
        "Macron a reçu Zelensky mardi, et Macron a promis des armes.",
        "Macron received Zelensky on Tuesday, and the French president promised weapons."
      ),
    ]
    let wrong = [
      ("Le Niger attend.", "Nigeria is waiting."),
      ("Le Niger attend.", "The Nigerian government is waiting."),
      ("L'Autriche attend.", "Australia is waiting."),
      ("La Slovaquie attend.", "Slovenia is waiting."),
      ("Le Soudan du Sud attend.", "South Africa is waiting."),
      ("La Corée du Sud attend.", "South Sudan is waiting."),
      ("L'Afrique de l'Ouest attend.", "Western Sahara is waiting."),
      ("Le Nord-Kivu est sous tension.", "Northern Mali is under strain."),
      ("Les Nigériens attendent.", "Nigeria is waiting."),
    ]
    let folder = try TemporaryFolder()
    try folder.write(
      (right + wrong).map { "\($0.0)\t\($0.1)\n" }.joined(), to: "pairs.tsv")
    let run = try await BreveProcess.run(
      ["glossary", "verify", "pairs.tsv", "--glossary", Repository.path("Glossary/fr-en.tsv")],
      in: folder.path)
    let lines = run.output.split(separator: "\n").filter { $0.hasPrefix("pairs.tsv:") }
    let found = lines.compactMap { Int($0.split(separator: ":")[1]) }
    #expect(found == Array(right.count + 1...right.count + wrong.count), "\(run.output)")
  }

  private static let memory = """
    <?xml version="1.0"?>
    <tmx version="1.4"><header srclang="fr"/><body>
    <tu><tuv xml:lang="fr-FR"><seg>Un accord de paix est né.</seg></tuv><tuv xml:lang="en-GB"><seg>A peace deal was born.</seg></tuv></tu>
    <tu><tuv xml:lang="fr"><seg>Sans anglais.</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>He wants a treaty.</seg></tuv>
    <tuv xml:lang="fr"><seg>Il veut un accord de paix.</seg></tuv><tuv xml:lang="de"><seg>Er will 5 Abkommen.</seg></tuv></tu>
    </body></tmx>
    """

  /// Where the output is not what the schema says.
  private static func faults(_ run: BreveProcess) async throws -> [String] {
    let schema = try await BreveProcess.run(["schema", "glossary-verification"])
    var check = JSONSchemaCheck(try JSONValue(schema.outputBytes))
    return check.faults(try JSONValue(run.outputBytes))
  }

  @Test("Findings have their places, and JSON is what the schema says")
  func findings() async throws {
    let text = try await Self.verify("pairs.tsv")
    #expect(text.status == 1 && text.errors.hasSuffix("4 findings in 6 pairs\n"), "\(text.errors)")
    let lines = text.output.split(separator: "\n").filter { $0.hasPrefix("pairs.tsv:") }
    #expect(
      lines == [
        "pairs.tsv:2:3: deprecated: 'peace accord' is deprecated for 'accord de paix'; use 'peace agreement' or 'peace deal'",
        "pairs.tsv:3: term: 'accord de paix' is 'peace agreement' or 'peace deal', and that is not in the translation",
        "pairs.tsv:5:14: number: '3' is '4' in the translation",
        "pairs.tsv:6: untranslatable: 'FAMa' is not to be translated and is missing",
      ])
    let json = try await Self.verify("pairs.tsv", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(json.outputBytes))
    #expect(try await Self.faults(json) == [])
    let pairs = try #require((document as? [String: Any])?["pairs"] as? [[String: Any]])
    #expect(pairs.compactMap { $0["line"] as? Int } == [2, 3, 5, 6])
  }

  @Test("--explain says why a term is reported or not")
  func explain() async throws {
    let text = try await Self.verify("pairs.tsv", "--explain", "accord de paix")
    #expect(text.status == 0 && text.errors == "")
    #expect(
      text.output == """
        pairs.tsv:1: not reported: 'peace agreement' stands in the translation as 'peace agreements' at 4-20
            source: 'accords de paix' at 4-19, entry peace
            accepted: 'peace agreement', 'peace deal'
            deprecated: 'peace accord'
        pairs.tsv:2: reported: 'peace accord', which is deprecated, stands there as 'peace accord' at 2-14
            source: 'accord de paix' at 3-17, entry peace
            accepted: 'peace agreement', 'peace deal'
            deprecated: 'peace accord'
        pairs.tsv:3: reported: none of the accepted forms stands there, inflected or not
            source: 'accord de paix' at 11-25, entry peace
            accepted: 'peace agreement', 'peace deal'
            deprecated: 'peace accord'
        pairs.tsv:4: not reported: it is part of 'accord de paix d'Alger', which is checked instead

        """)
    for term in ["fama", "FAMa"] {
      let kept = try await Self.verify("pairs.tsv", "--explain", term)
      #expect(kept.output.hasPrefix("pairs.tsv:6: reported: it is not to be translated, and does"))
    }
    let none = try await Self.verify("pairs.tsv", "--explain", "traité")
    #expect(none.status == 1 && none.errors == "'traité' stands in none of 6 pairs\n")
    let json = try await Self.verify("pairs.tsv", "--explain", "peace", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(json.outputBytes))
    #expect(try await Self.faults(json) == [])
    let all = try #require((document as? [String: Any])?["explanations"] as? [[String: Any]])
    #expect(all.compactMap { $0["outcome"] as? String } == ["rendered", "deprecated", "missing"])
  }

  @Test("TMX is checked unit by unit, in the languages that are asked for")
  func memories() async throws {
    let text = try await Self.verify("m.tmx")
    #expect(text.status == 1)
    #expect(
      text.output.hasPrefix(
        "m.tmx:5: unit 3: term: 'accord de paix' is 'peace agreement' or 'peace deal', and that is not"
      ))
    #expect(text.errors.contains("m.tmx: units without both 'fr' and 'en', not checked: 1"))
    let sarif = try await Self.verify("m.tmx", "--format", "sarif")
    #expect(sarif.output.contains("\"startLine\":5") && !sarif.output.contains("startColumn"))
    let turned = try await Self.verify("m.tmx", "--pair", "en", "fr")
    #expect(turned.status == 0 && turned.output == "", "\(turned.output)")
    let german = try await Self.verify("m.tmx", "--pair", "fr", "de")
    #expect(german.status == 1 && german.errors.contains("no terms are checked"))
    #expect(german.output.contains("m.tmx:5: unit 3: number: '5' is not in the source"))
    let json = try await Self.verify("m.tmx", "--format", "json")
    #expect(try await Self.faults(json) == [])
  }

  @Test("What cannot be read is status 2, what does not go together 64")
  func failures() async throws {
    let missing = try await Self.verify("none.tmx")
    #expect(missing.status == 2 && missing.errors.contains("none.tmx"))
    let wrong = try await Self.verify("pairs.tsv", "--explain", "x", "--format", "sarif")
    #expect(wrong.status == 64)
    #expect(try await Self.verify("a", "b", "c").status == 64)
  }
}
