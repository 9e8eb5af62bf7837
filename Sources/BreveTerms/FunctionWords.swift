// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// French words that tell what the word after them is.
enum FunctionWords {
  /// Before a noun or its adjective; `le`, `la`, `les`, `l'` and `leur` may be pronouns too.
  private static let determiners =
    """
    le la les l' un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes ton ta tes
    chaque quelque quelques plusieurs aucun aucune quel quelle quels quelles certains certaines divers diverses deux trois
    quatre cinq six sept huit neuf dix onze douze vingt trente cent mille tout toute tous toutes tel telle tels telles
    """
  /// Of ``determiners``, those that may be pronouns before a verb.
  private static let ambiguous =
    "le la les l' leur"
  private static let feminine =
    "la une cette sa ma ta quelle toute aucune certaines quelles toutes telle"
  private static let masculine =
    "le un du au ce cet son mon ton aucun quel tout tel"
  /// Nouns that are two, told apart by their gender: `le poste`, `la poste`.
  private static let ofTwoGenders =
    """
    poste tour mode mémoire manche voile livre somme page aide garde critique politique physique vapeur solde pendule moule
    vague manœuvre manoeuvre mort parallèle cache espace greffe merci finale barre crêpe enseigne foudre guide gîte laque
    mousse œuvre oeuvre ombre paillasse pique platine poêle pourpre relâche vase trompette
    """
  private static let plural =
    """
    les des aux ces ses leurs nos vos mes tes quelques plusieurs certains certaines divers diverses deux trois quatre cinq
    six sept huit neuf dix onze douze vingt trente cent mille tous toutes quels quelles
    """
  private static let prepositions =
    """
    de d' en à par pour sans sous sur contre avec dans entre vers chez selon après avant depuis pendant durant malgré parmi
    comme et ou ni
    """
  /// Before a verb.
  private static let preverbal =
    "je j' tu il elle on nous vous ils elles ne n' se s' me m' te t' qui y lui"
  private static let auxiliaries =
    """
    ai as a avons avez ont avais avait avions aviez avaient aura auras aurai aurons aurez auront aurait aurais auraient eut
    eurent eu ayant avoir ait aient suis es est sommes êtes sont étais était étions étiez étaient sera seras serai serons
    serez seront serait serais seraient fut furent été étant être soit soient fût eût
    """
  /// Between an auxiliary and its participle.
  private static let adverbs =
    """
    pas plus jamais déjà aussi toujours encore bien mal très peu beaucoup trop tout toutes enfin ainsi alors ensuite depuis
    souvent parfois presque même tant également désormais notamment
    """
  /// After a verb and a hyphen.
  private static let inverted =
    "je tu il elle on nous vous ils elles ce t"
  /// Before a hyphen, part of another word.
  private static let prefixes = "vice sous contre porte demi semi mi"
  /// Between the name of a country and what is not part of it.
  private static let locatives = "en au aux"
  /// Before a country whose name is a word too.
  private static let placeWords = "la à en île"
  /// Before a language.
  private static let languageWords =
    "en langue langues parler parle parlent parlait parlaient parlant dialecte idiome"

  /// Words that are never inflected in a term.
  static let all: WordSet = {
    var all = WordSet()
    for words in [
      "le la les un une des du au aux ce cet cette ces son sa ses leur leurs de en à par pour sans sous sur contre avec dans",
      "l' d' c' j' m' n' s' t' qu' jusqu' lorsqu' puisqu' quoiqu'",
      "entre vers chez selon après avant depuis pendant durant et ou ni que qui dont où se ne pas y il on",
    ] {
      all.insert(words.split(separator: " ").map { WordKey(folding: $0) })
    }
    return all
  }()

  /// The pronouns that stand after a verb and a hyphen.
  static let pronouns = WordSet(inverted.split(separator: " ").map { WordKey(folding: $0) })

  /// What each of them is, as ``TermWord/Traits``.
  static let traits: NumberTable = {
    var table = NumberTable()
    for (trait, words) in lists {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let key = WordKey(folding: word).value
        table[key] = max(0, table[key]) | trait.rawValue
      }
    }
    return table
  }()

  private static let lists: [(TermWord.Traits, String)] = [
    (.determiner, determiners), (.ambiguous, ambiguous), (.feminine, feminine),
    (.masculine, masculine), (.ofTwoGenders, ofTwoGenders), (.plural, plural),
    (.preposition, prepositions), (.preverbal, preverbal), (.auxiliary, auxiliaries),
    (.adverb, adverbs), (.inverted, inverted), (.prefix, prefixes), (.locative, locatives),
    (.placeWord, placeWords), (.languageWord, languageWords),
  ]
}
