// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Negations, numbers and dates of translations")
struct TranslationCheckTests {
  /// A sentence, its translation, and the kind of what is found; nil for nothing.
  private static func cases() throws -> [(source: String, target: String, kind: String?)] {
    try Repository.text("Tests/BreveTermsTests/Cases/translation-checks.tsv")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        try #require(parts.count == 3, "\(line)")
        return (parts[0], parts[1], parts[2] == "-" ? nil : parts[2])
      }
  }

  @Test("Every case of the table is judged as it says, with one finding a fault")
  func table() throws {
    var verifier = PairVerifier(Glossary(from: .french, to: .english))
    let cases = try Self.cases()
    #expect(cases.count > 60)
    for (source, target, kind) in cases {
      let issues = try verifier.issues(source: source, target: target).filter {
        [.negation, .number, .date].contains($0.kind)
      }
      #expect(issues.map(\.kind.rawValue) == (kind.map { [$0] } ?? []), "\(source) | \(target)")
    }
  }

  @Test(
    "A finding says what became of what",
    arguments: [
      (
        "2 milliards de francs.", "2 million francs.",
        "'2 milliards' is '2 million' in the translation"
      ),
      ("Onze soldats.", "12 soldiers.", "'Onze' is '12' in the translation"),
      ("La réunion de 15h30.", "The meeting at 5:30pm.", "'15h30' is '5:30pm' in the translation"),
      (
        "Jeudi 3 avril 2024, il part.", "On Wednesday 4 May 2023, he leaves.",
        "'Jeudi 3 avril 2024' is 'Wednesday 4 May 2023' in the translation"
      ),
      ("Il part jeudi.", "He leaves.", "'Thursday' ('jeudi') is not in the translation"),
      (
        "Le taux passe de 3 % à 4 %.", "The rate goes from 4% to 3%.",
        "'de 3 % à 4' is 'from 4% to 3' in the translation"
      ),
      (
        "Il n'a pas signé l'accord international.", "He signed the international agreement.",
        "the French is negated ('pas'), the English is not"
      ),
      (
        "Tout le monde le sait.", "Nobody knows it.",
        "the English is negated ('Nobody'), the French is not"
      ),
    ])
  func messages(source: String, target: String, message: String) throws {
    var verifier = PairVerifier(Glossary(from: .french, to: .english))
    #expect(try verifier.issues(source: source, target: target).map(\.message) == [message])
  }

  @Test("Negation is a question of French and English only")
  func otherLanguages() throws {
    var verifier = PairVerifier(Glossary(from: Language("de"), to: .english))
    let issues = try verifier.issues(source: "Er kommt nicht.", target: "He comes.")
    #expect(issues == [])
  }
}
