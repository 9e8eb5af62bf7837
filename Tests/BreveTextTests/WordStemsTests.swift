// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText
internal import Testing

@Suite("Stems of words")
struct WordStemsTests {
  @Test(
    "Gathers the forms of a word and no other",
    arguments: [
      (["loi"], ["loyer", "loyers"]), (["foi"], ["foyer", "foyers"]),
      (["emploi", "employer", "emploie"], ["exploit"]), (["prix"], ["prise"]),
    ] as [([String], [String])])
  func gathersForms(forms: [String], others: [String]) throws {
    let stems = WordStems(language: .french)
    let own = Set(forms.map(stems.stem))
    #expect(own.count == 1)
    #expect(Set(others.map(stems.stem)).count == 1)
    #expect(own.isDisjoint(with: others.map(stems.stem)))
  }

  @Test("Leaves other languages as Snowball has them")
  func leavesOtherLanguages() throws {
    #expect(WordStems(language: .english).stem("foyers") == "foyer")
    #expect(WordStems(language: .english).stem("laws") == "law")
  }
}
