// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension PartOfSpeech {
  /// The likeliest class of a French term of which only the spelling is known.
  ///
  /// A word with a capital inside, or of capitals alone, is an acronym (`FAMa`, `ONU`); a term that begins with an
  /// infinitive is a verb; any other is a noun. Endings are ambiguous (`ordre`, `vendre`), so that lists decide, and
  /// what they do not know is a noun.
  public static func guess(_ term: String) -> PartOfSpeech {
    if isAcronym(term) { return .acronym }
    var words = term.replacingApostrophes().split(separator: " ")
    if words.first == "se" || words.first == "s'" { words.removeFirst() }
    return words.first.map { isInfinitive(String($0)) } == true ? .verb : .noun
  }

  /// Whether a term is one word with a capital after its first letter, and not a compound such as `Guinée-Bissau`.
  private static func isAcronym(_ term: String) -> Bool {
    let scalars = Array(term.unicodeScalars)
    guard !scalars.contains(" ") else { return false }
    var hasInnerCapital = false
    var letters = 0
    for (index, scalar) in scalars.enumerated() where scalar.properties.isAlphabetic {
      letters += 1
      guard index > 0, scalar.properties.isUppercase else { continue }
      let before = scalars[index - 1]
      if before.properties.isAlphabetic || before == "." || scalars.count == 2 {
        hasInnerCapital = true
      }
    }
    // G5, 4X4: capitals and figures.
    let isCapitalsAndDigits =
      letters > 0
      && scalars.allSatisfy {
        $0.properties.isUppercase || ("0"..."9").contains($0) || $0 == "-" || $0 == "."
      }
    return hasInnerCapital || (isCapitalsAndDigits && scalars.count > 1)
  }

  private static func isInfinitive(_ word: String) -> Bool {
    // Of a compound, the last part: sous-officier.
    let last = word.split(separator: "-").last.map(String.init) ?? word
    guard word.unicodeScalars.first?.properties.isLowercase == true, !nouns.contains(word),
      !nouns.contains(last)
    else { return false }
    if verbs.contains(word) { return true }
    if word.hasSuffix("ier") { return word.hasSuffix("fier") }
    if word.hasSuffix("oir") { return false }
    return word.hasSuffix("er") || word.hasSuffix("ir")
      || verbEndings.contains { word.hasSuffix($0) }
  }

  /// Endings of infinitives in -re that few nouns have.
  private static let verbEndings = [
    "aindre", "eindre", "oindre", "endre", "ondre", "ordre", "erdre", "oudre", "ettre", "attre",
    "aître", "oître", "uire", "crire", "clure", "clore", "ompre", "aincre", "suivre", "vivre",
    "faire", "dire", "lire", "croire", "plaire", "soustraire", "extraire", "courre",
  ]
  /// The verbs in -ier (but -fier), in -oir and in -re whose endings more nouns have.
  private static let verbs = words(
    """
    allier affilier amnistier apparier apprécier approprier associer asphyxier bénéficier
    calomnier charrier châtier colorier communier concilier congédier contrarier convier copier
    crier décrier dédier délier dénier déplier dévier dissocier domicilier envier épier étudier
    expatrier expédier exproprier extasier gracier humilier incendier initier
    injurier inventorier irradier licencier lier manier marier mésallier mendier multiplier nier
    négocier obvier oublier pallier parier parodier photocopier photographier plagier plier
    prier privilégier publier radier rallier rapatrier réconcilier réexpédier relier remanier remarier
    remédier remercier renégocier renier replier répertorier répudier republier résilier salarier
    skier soucier spolier supplier trier varier vicier télégraphier
    apercevoir asseoir choir concevoir décevoir déchoir échoir émouvoir entrevoir équivaloir falloir
    mouvoir percevoir pleuvoir pourvoir prévaloir prévoir promouvoir rasseoir recevoir revaloir revoir
    seoir surseoir valoir voir vouloir abstraire anesthésier atrophier balbutier boire cartographier
    circoncire confire déprécier différencier distancier distraire épandre être excommunier expier
    préjudicier radiographier rassasier réapproprier recopier récrier réétudier réfugier répandre rire
    scier suffire taire
    """)
  /// Words that end like infinitives and are none, or that are nouns where a glossary has them.
  private static let nouns = words(
    """
    amer après-dîner archer berger boucher boulanger broker bunker cancer challenger charter
    cher cluster coroner cutter danger dealer debater designer destroyer docker déjeuner dîner
    enfer étranger fer foyer freezer gangster garde-manger geyser goûter greffier
    hacker hiver hunter joker khmer laissez-passer laisser-aller laser leader léger liner
    loyer manager master mer messager ménager métayer newsletter officier oranger outre-mer
    outremer paysager passager pacemaker pis-aller plancher polder poster potager
    poulailler pourparler prêt-à-porter raider reporter revolver rocher rucher
    scanner sniper souper spoiler squatter starter steamer super supporter
    supertanker tanker teaser tender thriller trader usager viager écuyer
    éther conseiller
    air avenir chair clair cuir désir déplaisir éclair élixir émir fakir flair impair loisir menhir
    mir nadir pair plaisir sabir saphir soupir souvenir tir vizir repentir
    avoir devoir pouvoir savoir
    affaire calandre cendre cloître contre-ordre contremaître contrordre délire désordre foudre gendre
    lettre maître moindre ordre ouï-dire oui-dire poudre quartier-maître savoir-faire savoir-vivre
    sourire sous-maître sous-ordre tirelire traître vivre
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }
}

extension String {
  /// The text with the letter after an elided `s'` cut off it, so that the verb stands alone.
  fileprivate func replacingApostrophes() -> String {
    var text = ""
    for scalar in unicodeScalars {
      text.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
      if scalar == "'" || scalar == "\u{2019}" { text.unicodeScalars.append(" ") }
    }
    return text
  }
}
