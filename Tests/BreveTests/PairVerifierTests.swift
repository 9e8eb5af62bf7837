// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTerms
internal import Testing

private let glossary = Glossary(pairs: [
  TermPair(id: "hostage", source: "otage", target: "hostage", partOfSpeech: .noun),
  TermPair(
    id: "ngo", source: "ONG", target: "NGO", targetVariants: ["non-governmental organisation"],
    partOfSpeech: .acronym, matching: .exact),
  TermPair(
    id: "now", source: "actuellement", target: "currently", partOfSpeech: .adverb,
    domain: "false-friends"),
  TermPair(
    id: "now", source: "actuellement", target: "actually", partOfSpeech: .adverb,
    domain: "false-friends", status: .deprecated),
  TermPair(id: "say", source: "déclarer", target: "say", partOfSpeech: .verb, domain: "media"),
  TermPair(
    id: "defence", source: "ministère de la défense", target: "Ministry of Defence",
    partOfSpeech: .noun),
  TermPair(
    id: "denounce", source: "dénoncer", target: "denounce", partOfSpeech: .verb, domain: "media"),
  TermPair(id: "dollar", source: "dollar", target: "dollar", partOfSpeech: .noun),
  TermPair(
    id: "britain", source: "Grande-Bretagne", target: "Britain", partOfSpeech: .name,
    domain: "places", matching: .exact),
  TermPair(
    id: "british", source: "britannique", target: "British", partOfSpeech: .adjective,
    domain: "demonyms"),
  TermPair(
    id: "lawmaker", source: "parlementaire", target: "lawmaker", targetVariants: ["MP"],
    partOfSpeech: .noun),
  TermPair(
    id: "parliamentary", source: "parlementaire", target: "parliamentary",
    partOfSpeech: .adjective),
  TermPair(
    id: "intelligence", source: "renseignement", target: "intelligence", partOfSpeech: .noun),
  TermPair(
    id: "intelligence", source: "renseignement", target: "information", partOfSpeech: .noun,
    status: .deprecated),
  TermPair(
    id: "appointment", source: "nomination", target: "appointment", partOfSpeech: .noun,
    domain: "false-friends"),
  TermPair(
    id: "fama", source: "FAMa", target: "FAMa", partOfSpeech: .acronym, isUntranslated: true,
    matching: .exact),
])

@Suite("Checks of finished translations")
struct PairVerifierTests {
  @Test(
    "What is right is not reported",
    arguments: [
      ("Les otages ont été libérés.", "The hostages were freed."),
      ("Trois ONG ont quitté Gao.", "Three nongovernmental organisations have left Gao."),
      ("Il est actuellement à Bamako.", "He is now in Bamako."),
      ("Il a déclaré qu'il partirait.", "He told reporters that he would leave."),
      ("Le ministère de la Défense a confirmé.", "The defence ministry confirmed it."),
      ("Les FAMa ont repris Kidal.", "FAMa retook Kidal."),
      ("Il a reçu 1,5 milliard de francs.", "He received 1.5bn francs."),
      ("Il a reçu 15 000 francs.", "He received 15,000 francs."),
      ("Il y avait 3 écoles.", "There were three schools."),
      ("La réunion commence à 20 heures.", "The meeting begins at 8 pm."),
      ("Le train part à 4h40.", "The train leaves at 4.40 am."),
      ("Dans les années 90, tout changea.", "In the 1990s everything changed."),
      ("Au XXIe siècle, tout change.", "In the 21st century everything changes."),
      ("Le 3 mars 2022, il est parti.", "On March 3, 2022, he left."),
      ("M. Prigojine est mort.", "Mr Prigozhin is dead."),
      ("Vingt-deux soldats sont morts.", "22 soldiers died."),
      ("Quatre-vingt-dix-sept personnes sont mortes.", "97 people died."),
      ("Il a reçu 2 milliards de dollars.", "He received $2 billion."),
      ("Grande-Bretagne : le ministre part.", "The British minister leaves."),
      ("Un chef britannique part.", "A chief of Britain leaves."),
      ("Il est parlementaire à Gao.", "He is an MP in Gao."),
      ("C'est un avant des Skyblues de Gao.", "He is a Sky Blues forward in Gao."),
      ("Les malades de MPOC guérissent.", "Patients with COPD recover."),
      ("Les Centres de Gao ont fermé.", "The Centers of Gao closed."),
      ("Il a joué la Coupe Betfred.", "He played the Betfred Cup."),
      ("La collection PE19 de Gao.", "The SS19 collection of Gao."),
      ("Ses conseillers en renseignement partent.", "His intelligence advisers inform her."),
      ("Le phénomène de Gao - Analyse", "The phenomenon of Gao - analysis"),
      ("Selon Tsahalov, le plan de Tsahalov est bon.", "According to Tsahalov, his plan is good."),
    ])
  func right(source: String, target: String) throws {
    var verifier = PairVerifier(glossary)
    #expect(try verifier.issues(source: source, target: target).map(\.message) == [])
  }

  @Test(
    "What is wrong is reported",
    arguments: [
      ("Les otages ont été libérés.", "The prisoners were freed.", .term),
      ("Il est actuellement à Bamako.", "He is actually in Bamako.", .deprecated),
      ("Les FAMa ont repris Kidal.", "The army retook Kidal.", .untranslatable),
      ("Il a reçu 15 000 francs.", "He received 150,000 francs.", .number),
      ("Il a reçu 1,5 milliard de francs.", "He received 1.5 million francs.", .number),
      ("Il y avait 3 écoles.", "There were schools.", .number),
      ("Il y avait des écoles.", "There were 3 schools.", .number),
      ("Le 3 mars 2022, il est parti.", "On May 3, 2022, he left.", .date),
      ("Il n'est pas venu hier soir à Gao.", "He came to Gao last night.", .negation),
      ("Il part lundi pour Gao.", "He leaves for Gao on Tuesday.", .date),
      ("Il a vu Tsahalov à Gao.", "He saw Tsahalow in Gao.", .name),
      ("Il a vu Tsahalov à Gao.", "He saw him in Gao.", .name),
      (
        "Selon Tsahalov, le plan de Tsahalov est bon.", "According to Okafor, Tsahalov has a plan.",
        .name
      ),
      (
        "Selon Tsahalov, le plan de Tsahalov est bon.",
        "According to Tsahalov, Tsahaolv has a plan.", .name
      ),
      ("Un magasin de Sainsbury's a fermé.", "A Siansbury's store closed.", .name),
      ("Il dénonce la guerre, dit-il.", "He likes the war, he said.", .term),
      ("La Grande-Bretagne et le chef britannique.", "Britain and the gadget chief.", .term),
      ("Sa nomination est contestée.", "His garden is disputed.", .term),
    ] as [(String, String, ConsistencyIssue.Kind)])
  func wrong(source: String, target: String, kind: ConsistencyIssue.Kind) throws {
    var verifier = PairVerifier(glossary)
    let issues = try verifier.issues(source: source, target: target)
    #expect(Set(issues.map(\.kind)) == [kind], "\(target): \(issues.map(\.message))")
  }

  @Test(
    "Style is looked at where that is asked",
    arguments: [
      ("Il dit « non » à la junte.", "He says no to the junta.", .quotation),
      ("Les soldats ont quitté la ville de Gao hier soir.", "They left.", .length),
      (
        "Ils ont vu le chef de la police dans la ville.",
        "They saw the chief de la police in town.", .leftover
      ),
      (
        "En scandant leur colère, ils ont quitté la ville.",
        "Scandant their anger, while scandant, they left town.", .leftover
      ),
    ] as [(String, String, ConsistencyIssue.Kind)])
  func style(source: String, target: String, kind: ConsistencyIssue.Kind) throws {
    var strict = PairVerifier(glossary, checks: .init(includesStyle: true))
    #expect(try strict.issues(source: source, target: target).contains { $0.kind == kind })
    var plain = PairVerifier(glossary)
    #expect(try !plain.issues(source: source, target: target).contains { $0.kind == kind })
  }

  @Test("A word that both languages have is not taken for one left in French")
  func kept() throws {
    var strict = PairVerifier(glossary, checks: .init(includesStyle: true))
    for (source, target) in [
      ("Le train et la police sont partis.", "The train and the police have left."),
      ("Un gendarme a quitté la ville hier.", "A gendarme left town yesterday."),
    ] {
      #expect(try strict.issues(source: source, target: target) == [], "\(target)")
    }
  }
}
