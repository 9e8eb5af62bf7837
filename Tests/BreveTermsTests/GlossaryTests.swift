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
