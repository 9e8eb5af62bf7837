// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText
internal import Testing

@Suite("What sentences lean on")
struct SpeakerCueTests {
  private static let french = Lexicon(for: .french)
  private static let english = Lexicon(for: Language("en"))

  private static func lacksSpeaker(_ text: String, _ lexicon: Lexicon = french) -> Bool {
    let units = Array(text.utf16)
    return lexicon.cues.lacksSpeaker(units, in: 0..<units.count, stopWords: lexicon.stopWords)
  }

  @Test(
    "A quotation of somebody whom only a pronoun names lacks its speaker",
    arguments: [
      "« Nous n'avons rien décidé », a-t-il déclaré.", "« Rien n'est signé », confie-t-il.",
      "« La route est coupée », s'est-elle inquiétée.", "« Tout va bien », lui a-t-il répondu.",
      "« C’est faux ! » lance-t-elle à Paris.", "\"Tout est prêt\", assurent-ils.",
      "La route, a-t-il précisé, est coupée depuis lundi.",
      "À Bamako, « rien n'est signé », a-t-il dit.", "“Nous partirons”, dit-il.",
      "« La récolte est perdue. »", "« La récolte est perdue »", "\"La récolte est perdue.\"",
      "« La récolte est perdue. Nous partirons. »",
      "« La récolte est perdue. Nous partirons », a-t-elle dit.",
      "La récolte est perdue, a-t-il dit mercredi à la presse.", "Rien, a-t-il dit, n'est signé.",
      "« Le maire a dit \"non\" hier », a-t-il précisé.",
    ])
  func lacking(text: String) {
    #expect(Self.lacksSpeaker(text))
  }

  @Test(
    "One whose speaker is named, or a sentence that quotes nobody, does not",
    arguments: [
      "« Rien n'est signé », a déclaré le ministre.", "« Rien n'est signé », selon Awa Traoré.",
      "Le ministre a été clair : « rien n'est signé », a-t-il répété.",
      "Pour Awa Traoré, « rien n'est signé », a-t-elle dit.",
      "Pour M. Traoré, « rien n'est signé », a-t-il dit.", "Cette « erreur » a coûté cher.",
      "Peut-être partira-t-il lundi.", "Le ministre est-il parti ?", "Le vice-président est parti.",
      "Aussi les deux pays ont-ils signé un accord.", "Le président a dit : « Nous partirons. »",
      "« Le maire a dit \"il partira\" et la junte l'a confirmé », affirme Awa Traoré.",
      "Aussi, est-il prévu que le port ferme.", "Ainsi, a-t-il fallu fermer le port.",
      "« Nous partirons. » Le ministre est parti.", "", "-", "«", "»", "« ",
    ])
  func named(text: String) {
    #expect(!Self.lacksSpeaker(text))
  }

  @Test("In English a pronoun straight after the quotation is all there is of the speaker")
  func english() {
    #expect(Self.lacksSpeaker("“Nothing is signed,” he said.", Self.english))
    #expect(Self.lacksSpeaker("\"Nothing is signed,\" she said.", Self.english))
    #expect(!Self.lacksSpeaker("“Nothing is signed,” Mr Diop said.", Self.english))
  }

  @Test(
    "A label, a possessive or a word for somebody else needs what stands before",
    arguments: [
      ("Coût estimé : deux milliards.", .needsAntecedent),
      ("Bilan : douze blessés.", .needsAntecedent),
      ("L'enjeu : le cuivre.", .needsAntecedent),
      ("Conséquence : la facture augmentera de 50 euros par an.", .needsAntecedent),
      ("Autre problème : la récolte de cette année est perdue.", .needsAntecedent),
      ("Mali : la junte a suspendu tous les partis politiques.", .none),
      ("Awa Traoré : Oui, nous partons.", .none),
      ("Le ministre de la Santé a dit : « Oui. »", .none), ("Rendez-vous à 12:30 au port.", .none),
      ("Son départ est prévu lundi.", .needsAntecedent),
      ("Leurs troupes sont parties.", .needsAntecedent), ("Son Excellence est arrivée.", .none),
      ("Le même ajoute que rien n'est signé.", .needsAntecedent),
      ("Le même jour, le port a fermé.", .leansBack),
      ("Contactée, la société n'a pas répondu.", .needsAntecedent),
      ("De son côté, le maire a refusé.", .leansBack),
      ("De son côté, il a refusé.", .needsAntecedent),
      ("Pour sa part, Awa Traoré a refusé.", .leansBack),
      ("Au programme de son séjour, il sera question de blé.", .needsAntecedent),
      ("Au programme du séjour, il sera question de blé.", .none),
      ("Au programme de son séjour, le ministre parlera de blé.", .none),
      ("Dans le discours de Moussa et de sa fille, il est question de blé.", .none),
    ] as [(String, Dependence)])
  func openings(text: String, dependence: Dependence) {
    let units = Array(text.utf16)
    #expect(Self.french.cues.dependence(of: units, in: 0..<units.count) == dependence)
  }

  @Test(
    "A noun with its definite article takes up the same noun with an indefinite one",
    arguments: [
      ("Les deux pays ont signé un accord de pêche.", "L'accord prévoit des quotas.", true),
      ("Une femme a été blessée.", "La femme, âgée de 30 ans, est à l'hôpital.", true),
      ("Des motos ont été saisies.", "Les motos seront vendues.", true),
      ("Les deux pays ont signé l'accord.", "L'accord prévoit des quotas.", false),
      ("Les deux pays ont signé un accord.", "La pêche reprend.", false),
      ("Un an plus tard, rien.", "L'an prochain, rien non plus.", false), ("", "L'accord.", false),
      ("Un Accord.", "", false),
    ])
  func takesUp(before: String, text: String, expected: Bool) {
    let first = Array(before.utf16)
    let units = first + Array(text.utf16)
    #expect(
      Self.french.cues.takesUp(units, in: first.count..<units.count, after: 0..<first.count)
        == expected)
  }

  @Test("What has long been is no news")
  func newsless() {
    for (text, expected) in [
      ("Ces dernières années, les prix ont monté.", true),
      ("Depuis plusieurs mois, les prix montent.", true),
      ("Il est cinq heures du matin quand Awa se lève.", true),
      ("Depuis lundi, les prix montent.", false), ("Il est parti.", false), ("", false),
    ] {
      let units = Array(text.utf16)
      #expect(
        Self.french.cues.opensWithoutNews(units, in: 0..<units.count) == expected, "\(text)")
    }
  }
}
