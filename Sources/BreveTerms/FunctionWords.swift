// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// French words that tell what the word after them is.
enum FunctionWords {
  /// Before a noun or its adjective; `le`, `la`, `les`, `l'` and `leur` may be pronouns too.
  static let determiners = set(
    """
    le la les l' un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes ton ta tes
    chaque quelque quelques plusieurs aucun aucune quel quelle quels quelles certains certaines divers diverses deux trois
    quatre cinq six sept huit neuf dix onze douze vingt trente cent mille tout toute tous toutes tel telle tels telles
    """)
  /// Of ``determiners``, those that may be pronouns before a verb.
  static let ambiguous = set("le la les l' leur")
  static let feminine = set(
    "la une cette sa ma ta quelle toute aucune certaines quelles toutes telle")
  static let masculine = set("le un du au ce cet son mon ton aucun quel tout tel")
  /// Nouns that are two, told apart by their gender: `le poste`, `la poste`.
  static let ofTwoGenders = set(
    """
    poste tour mode mémoire manche voile livre somme page aide garde critique politique physique vapeur solde pendule moule
    vague manœuvre manoeuvre mort parallèle cache espace greffe merci finale barre crêpe enseigne foudre guide gîte laque
    mousse œuvre oeuvre ombre paillasse pique platine poêle pourpre relâche vase trompette
    """)
  static let plural = set(
    """
    les des aux ces ses leurs nos vos mes tes quelques plusieurs certains certaines divers diverses deux trois quatre cinq
    six sept huit neuf dix onze douze vingt trente cent mille tous toutes quels quelles
    """)
  static let prepositions = set(
    """
    de d' en à par pour sans sous sur contre avec dans entre vers chez selon après avant depuis pendant durant malgré parmi
    comme et ou ni
    """)
  /// Before a verb.
  static let preverbal = set(
    "je j' tu il elle on nous vous ils elles ne n' se s' me m' te t' qui y lui")
  static let auxiliaries = set(
    """
    ai as a avons avez ont avais avait avions aviez avaient aura auras aurai aurons aurez auront aurait aurais auraient eut
    eurent eu ayant avoir ait aient suis es est sommes êtes sont étais était étions étiez étaient sera seras serai serons
    serez seront serait serais seraient fut furent été étant être soit soient fût eût
    """)
  /// Between an auxiliary and its participle.
  static let adverbs = set(
    """
    pas plus jamais déjà aussi toujours encore bien mal très peu beaucoup trop tout toutes enfin ainsi alors ensuite depuis
    souvent parfois presque même tant également désormais notamment
    """)
  /// After a verb and a hyphen.
  static let inverted = set("je tu il elle on nous vous ils elles ce t")

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

  private static func set(_ words: String) -> WordSet {
    WordSet(words.split { $0 == " " || $0 == "\n" }.map { WordKey(folding: $0) })
  }
}
