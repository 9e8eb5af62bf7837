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
    if verbEndings.contains(where: word.hasSuffix) { return true }
    if word.hasSuffix("oir") || word.hasSuffix("ier") {
      return verbs.contains(where: word.hasSuffix)
    }
    return word.hasSuffix("er") || word.hasSuffix("ir")
  }

  /// Endings of verbs of the third group that few nouns have.
  private static let verbEndings = [
    "aindre", "eindre", "oindre", "endre", "ondre", "ordre", "erdre", "oudre", "ettre", "attre",
    "aître", "aitre", "uire", "crire", "clure", "ompre", "aincre", "suivre", "vivre", "faire",
    "dire", "lire", "taire", "plaire", "traire", "courre", "rire",
  ]
  /// Of the verbs in -oir and -ier, which most nouns share, how they end.
  private static let verbs = [
    "avoir", "cevoir", "prévoir", "pourvoir", "mouvoir", "surseoir", "asseoir", "valoir",
    "vouloir", "revoir", "fier", "cier", "plier", "lier", "publier", "oublier", "rier", "dier",
    "nier", "vier", "phier", "thier", "pier", "tier", "xier", "sier",
  ]
  /// Words that end like infinitives and are none, or are nouns in a glossary.
  private static let nouns: Set<String> = [
    // -er, -ir
    "mer", "fer", "hiver", "cancer", "hier", "fier", "cher", "amer", "enfer", "outre-mer",
    "leader", "manager", "tanker", "hacker", "reporter", "container", "conteneur", "boucher",
    "boulanger", "berger", "passager", "étranger", "danger", "verger", "messager", "ménager",
    "archer", "cocher", "nucher", "rocher", "clocher", "bûcher", "plancher", "avenir", "souvenir",
    "plaisir", "loisir", "désir", "tir", "cuir", "soupir", "élixir", "saphir", "menhir", "vizir",
    "émir", "fakir", "kefir", "super", "hyper", "poster", "cluster", "charter", "dollar",
    "thriller", "docker", "bunker", "cargo-tanker", "goûter", "dîner", "déjeuner", "souper",
    // -oir, kept apart where the noun is what a desk looks up
    "avoir", "savoir", "pouvoir", "devoir",
    // -ier
    "dossier", "ouvrier", "officier", "policier", "courrier", "courtier", "chantier", "quartier",
    "métier", "papier", "cahier", "atelier", "panier", "premier", "dernier", "financier",
    "sorcier", "foncier", "milicier", "pompier", "rentier", "héritier", "sentier", "portier",
    "prisonnier", "pétrolier", "gazier", "minier", "bananier", "régulier", "cavalier", "palier",
    "bélier", "collier", "pilier", "particulier", "familier", "hôtelier", "escalier", "soulier",
    "février", "janvier", "gravier", "levier", "évier", "usurier", "guerrier", "terrier",
    "carrier", "verrier", "romancier", "créancier", "épicier", "glacier", "acier", "huissier",
    "boursier", "caissier", "poussier", "plaidier", "soldier", "geôlier", "sanglier", "bouclier",
    "douanier", "casanier", "meunier", "jardinier", "cuisinier", "mobilier", "immobilier",
    "aventurier", "plâtrier", "meurtrier", "destrier", "étrier", "calendrier", "encrier",
    "baudrier", "ouvrier-mineur", "altier", "entier", "fruitier", "laitier", "routier", "bijoutier",
    "forestier", "cotonnier", "frontalier", "roncier", "plombier", "grenier", "denier", "fermier",
    "infirmier", "palmier", "fumier", "crémier", "coutumier", "chamelier", "chevalier",
    "chancelier",
    "conseiller", "irrégulier", "séculier", "singulier", "journalier", "hospitalier", "écolier",
    "sommelier", "bachelier", "batelier", "prédier", "brigadier", "grenadier", "hallebardier",
    "ordurier", "mercier", "justicier", "nourricier", "sapeur-pompier", "ambulancier",
    // the third group
    "ordre", "désordre", "contrordre", "cendre", "gendre", "foudre", "poudre", "lettre", "maître",
    "traître", "contremaître", "urinoir", "sire", "délire", "empire", "navire", "affaire",
    "savoir-faire", "laissez-faire", "sourire", "fou rire", "monde", "vivre", "dendre", "calendre",
    "légendre", "contre-ordre", "ouï-dire", "non-dire", "sous-ordre", "calandre", "militaire",
    "sanitaire", "monétaire", "humanitaire", "parlementaire", "tirelire",
  ]
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
