// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import Testing

@Test("The pairs of a concept come in the order of the glossary")
func pairsOfAConcept() {
  let glossary = Glossary(pairs: [
    TermPair(id: "now", source: "actuellement", target: "actually", status: .deprecated),
    TermPair(id: "ecowas", source: "CEDEAO", target: "ECOWAS"),
    TermPair(id: "now", source: "actuellement", target: "currently"),
  ])
  #expect(glossary.pairs(of: "now").map(\.target) == ["actually", "currently"])
  #expect(glossary.pairs(of: "never").isEmpty)
}

@Test("A status that is not known is kept and comes last")
func unknownStatus() {
  let status = TermStatus(rawValue: "preferrd")
  #expect(status.rawValue == "preferrd")
  #expect(
    ([status] + TermStatus.known.reversed()).sorted { $0.rank < $1.rank } == TermStatus.known + [
      status
    ])
}

@Test(
  "The class of a term is guessed from its spelling",
  arguments: [
    ("FAMa", "acronym"), ("ONU", "acronym"), ("O.N.U.", "acronym"), ("G5", "acronym"),
    ("4x4", "noun"), ("G5 Sahel", "noun"), ("Burkina Faso", "noun"), ("Guinée-Bissau", "noun"),
    ("Côte d'Ivoire", "noun"), ("Mali", "noun"), ("L'Aquila", "noun"), ("UE", "acronym"),
    ("négocier", "verb"), ("se réfugier", "verb"), ("s'emparer", "verb"), ("s’emparer", "verb"),
    ("prendre en otage", "verb"), ("bannir", "verb"), ("recevoir", "verb"), ("démettre", "verb"),
    ("conclure un accord", "verb"), ("extrader", "verb"), ("être saisi", "verb"),
    ("ordre", "noun"), ("dossier", "noun"), ("pouvoir", "noun"), ("hiver", "noun"),
    ("ministre", "noun"), ("otage", "noun"), ("avenir", "noun"), ("guerre", "noun"),
    ("parti au pouvoir", "noun"), ("Mer rouge", "noun"), ("lettre de cachet", "noun"),
    ("militaire", "noun"), ("accord à négocier", "noun"), ("", "noun"),
  ])
func guessedClass(term: String, expected: String) {
  #expect(PartOfSpeech.guess(term).rawValue == expected, "\(term)")
}
