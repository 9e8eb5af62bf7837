// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Testing

private let dictionaries = SpellingDictionaries()

private func matches(
  _ pairs: [TermPair], in text: String, names: Bool = false, language: Language = .french,
  dictionaries: SpellingDictionaries = dictionaries
) throws -> [TermMatch] {
  var reader = DocumentReader(dictionaries: dictionaries)
  let document = try reader.document(SourceText(text), language: language)
  var recognizer = TermRecognizer(
    Glossary(from: language, pairs: pairs), dictionaries: dictionaries, includesLocaleNames: names)
  return recognizer.matches(in: document)
}

@Test("Finds the terms of known texts", arguments: try RecognitionCase.all())
func findsTerms(_ example: RecognitionCase) throws {
  try #require(!example.pairs.isEmpty)
  let found = try matches(example.pairs, in: example.text)
  #expect(found.map { "\($0.text) = \($0.pair.id)" } == example.matches)
}

@Test("Finds the forms of other languages by their stems", arguments: ["de", "es", "ru"])
func findsOtherForms(_ language: String) throws {
  let cases = try RecognitionCase.all(of: language)
  #expect(cases.count >= 10)
  for example in cases {
    let found = try matches(example.pairs, in: example.text, language: Language(language))
    #expect(found.map { "\($0.text) = \($0.pair.id)" } == example.matches, "\(example)")
  }
}

@Test("A language without stems has its words as they stand")
func findsWordsAsTheyStand() throws {
  let pairs = [TermPair(id: "1", source: "umowa", target: "-")]
  let found = try matches(pairs, in: "Umowa i umowy.", language: Language("pl"))
  #expect(found.map(\.text) == ["Umowa"])
}

@Test("There are cases enough, of terms that are found and of terms that are not")
func countsCases() throws {
  let cases = try RecognitionCase.all()
  #expect(cases.count >= 60)
  #expect(cases.count { $0.matches.isEmpty } >= 5)
  // A word that is misspelt would be taken for a class.
  #expect(
    cases.flatMap(\.pairs).allSatisfy { PartOfSpeech.known.contains($0.partOfSpeech ?? .noun) })
}

@Test("A range leads to the bytes of the source, whatever was repaired before it")
func rangesLeadToTheSource() throws {
  let text =
    "\u{FEFF}🇲🇱 Les me\u{0301}dias et le mul\u{AD}tilate\u{0301}ralisme,le coup d’E\u{301}tat."
  let pairs = ["média", "multilatéralisme", "coup d'État"].enumerated().map {
    TermPair(id: String($0), source: $1, target: "-")
  }
  let found = try matches(pairs, in: text)
  #expect(found.map(\.pair.id) == ["0", "1", "2"])
  let utf8 = Array(text.utf8)
  let utf16 = Array(text.utf16)
  for match in found {
    #expect(Array(match.text.utf8) == Array(utf8[match.range.utf8]))
    #expect(Array(match.text.utf16) == Array(utf16[match.range.utf16]))
  }
}

@Test("Of the pairs of one concept the best is told, and a deprecated one if there is no other")
func tellsTheBestPair() throws {
  let pairs = [
    TermPair(id: "now", source: "actuellement", target: "actually", status: .deprecated),
    TermPair(id: "now", source: "actuellement", target: "currently"),
    TermPair(id: "kiev", source: "Kiev", target: "Kiev", status: .superseded),
  ]
  let found = try matches(pairs, in: "Actuellement, Kiev résiste.")
  #expect(found.map(\.translation) == ["currently", "Kiev"])
  #expect(found.map(\.pair.status) == [.preferred, .superseded])
}

@Test("Countries, languages and currencies have their English from ICU where the glossary has none")
func namesFromICU() throws {
  let text =
    "Le Mali, l'Allemagne et la Côte d'Ivoire paient en euros ; il parle russe, l'armée russe aussi."
  let pairs = [TermPair(id: "ivory", source: "Côte d'Ivoire", target: "Ivory Coast")]
  let found = try matches(pairs, in: text, names: true)
  #expect(
    found.map { "\($0.pair.id) \($0.translation)" } == [
      "icu:ML Mali", "icu:DE Germany", "ivory Ivory Coast", "icu:EUR euro", "icu:ru Russian",
    ])
}

@Test(
  "Names that are words too need their article",
  arguments: [
    ("Maurice et Dominique parlent à la réunion. Réunion demain.", []),
    ("Il vit à Maurice, elle à la Réunion.", ["icu:MU", "icu:RE"]),
    ("L'argent et l'or coûtent cher.", []),
    ("Il regarde France 3 et Europe 1 en France.", ["icu:FR"]),
    ("Météo France et les Hauts-de-France ; il soutient Israël.", ["icu:IL"]),
  ])
func commonNames(_ text: String, _ ids: [String]) throws {
  #expect(try matches([], in: text, names: true).map(\.pair.id) == ids)
}

@Test("Without the dictionary the rules of spelling stand in")
func findsWithoutDictionary() throws {
  let pairs = ["accord de paix", "tribunal militaire", "frapper"].enumerated().map {
    TermPair(id: String($0), source: $1, target: "-")
  }
  let text = "Des accords de paix, des tribunaux militaires ; ils frappent."
  #expect(try matches(pairs, in: text, dictionaries: .none).map(\.pair.id) == ["0", "1", "2"])
}

@Test("All terms at once are found as each alone is")
func allTermsAtOnce() throws {
  var random = SeededGenerator(seed: 5)
  let words = [
    "accord", "accords", "de", "paix", "la", "force", "conjointe", "forces", "d'", "ONU",
  ]
  func phrase(_ length: Int) -> String {
    (0..<length).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      .joined(separator: " ")
  }
  for round in 0..<40 {
    let text = phrase(30)
    let pairs = (0..<8).map { number in
      TermPair(
        id: String(number), source: phrase(1 + number % 3), target: "-", partOfSpeech: .phrase,
        matching: .exact)
    }
    let together = try matches(pairs, in: text)
    var alone: [TermMatch] = []
    for pair in pairs { alone += try matches([pair], in: text) }
    // What lies within a longer match is left out when all are there.
    let longest = alone.filter { match in
      !alone.contains {
        $0.range.utf8 != match.range.utf8 && $0.range.utf8.lowerBound <= match.range.utf8.lowerBound
          && $0.range.utf8.upperBound >= match.range.utf8.upperBound
      }
    }
    func key(_ match: TermMatch) -> String { "\(match.range.utf8) \(match.pair.id)" }
    #expect(Set(together.map(key)) == Set(longest.map(key)), "round \(round): \(text)")
    #expect(together.count == longest.count)
  }
}
