// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// How French nouns, adjectives and verbs change, by rule.
///
/// ``stem(_:)`` only gathers words that may be forms of one another; a dictionary decides. ``dictionaryForms(of:)`` decides
/// where the dictionary does not know a word or is absent, and is strict for that.
enum FrenchForms {
  /// A key that all forms of a noun, an adjective or a past participle share; many other words share it too.
  ///
  /// - Parameter bare: Lower case, without accents.
  /// - Returns: The key; the same for all forms of a word.
  static func stem(_ bare: [UInt16]) -> WordKey {
    let irregular = irregularStems.numbers[WordKey(units: bare).value]
    let word = irregular >= 0 ? irregularStems.lemmas[Int(irregular)] : bare
    var count = word.count
    if count > 3 {
      let last = word[count - 1]
      if last == 0x73 || last == 0x78 || last == 0x7A { count -= 1 }
    }
    count -= endingLength(word, count)
    while count > 2, word[count - 1] == 0x65 { count -= 1 }
    if count > 3, word[count - 1] == word[count - 2] { count -= 1 }
    var key = WordKey()
    for index in 0..<count { key.append(word[index]) }
    return key
  }

  /// How much of the first `count` letters of `word` the longest of ``endings`` takes away, one letter at least being left.
  private static func endingLength(_ word: [UInt16], _ count: Int) -> Int {
    let endings = endings
    for place in 0..<endings.count {
      let length = endings[place].text.count
      guard count > length, word[count - 1] == endings[place].text[length - 1] else { continue }
      var index = 0
      while index < length, word[count - length + index] == endings[place].text[index] {
        index += 1
      }
      if index == length { return endings[place].dropped }
    }
    return 0
  }

  /// Endings without plural mark and accents, and how many letters go; the longest first.
  private static let endings: [(text: [UInt16], dropped: Int)] = [
    ("rice", 4), ("euse", 4), ("elle", 4), ("eur", 3), ("eau", 3), ("ail", 3), ("ale", 3),
    ("che", 3), ("que", 3), ("gue", 2), ("eu", 2), ("al", 2), ("au", 2), ("el", 2),
    ("ve", 2), ("c", 1), ("f", 1),
  ].map { (Array($0.0.utf16), $0.1) }

  /// Forms that share no stem with their dictionary form, without accents, and those.
  private static let irregularStems: (numbers: NumberTable, lemmas: [[UInt16]]) = {
    var numbers = NumberTable()
    var lemmas: [[UInt16]] = []
    for (form, lemma) in irregular {
      numbers[WordKey(units: FoldedWord(form).bare).value] = Int32(lemmas.count)
      lemmas.append(FoldedWord(lemma).bare)
    }
    return (numbers, lemmas)
  }()

  /// Forms that no rule leads back, with their dictionary form.
  static let irregular: [(form: String, lemma: String)] = [
    ("yeux", "œil"), ("cieux", "ciel"), ("aïeux", "aïeul"), ("messieurs", "monsieur"),
    ("mesdames", "madame"), ("mesdemoiselles", "mademoiselle"), ("vieille", "vieux"),
    ("vieilles", "vieux"), ("vieil", "vieux"), ("folle", "fou"), ("folles", "fou"),
    ("molle", "mou"), ("douce", "doux"), ("douces", "doux"), ("fausse", "faux"),
    ("fausses", "faux"), ("rousse", "roux"), ("longue", "long"), ("longues", "long"),
    ("héroïne", "héros"), ("héroïnes", "héros"), ("duchesse", "duc"), ("déesse", "dieu"),
    ("impératrice", "empereur"), ("reines", "reine"), ("gentilshommes", "gentilhomme"),
    ("bonshommes", "bonhomme"),
  ]

  /// The dictionary forms that a noun or adjective can have by the rules of spelling, itself among them.
  ///
  /// - Parameter folded: Lower case, with accents, ligatures written out.
  /// - Returns: The word, then what it may be a form of; more than one where an ending is ambiguous.
  static func dictionaryForms(of folded: [UInt16]) -> [String] {
    let word = String(utf16: folded.span)
    if let (_, lemma) = irregularForms.first(where: { $0.form == word }) { return [word, lemma] }
    var singulars = [word]
    if word.hasSuffix("aux"), folded.count > 4 {
      let rest = word.dropLast(3)
      singulars += [rest + "al", rest + "au", rest + "ail"].map { String($0) }
    } else if word.hasSuffix("x"), word.hasSuffix("eux") || word.hasSuffix("oux") {
      singulars.append(String(word.dropLast()))
    } else if word.hasSuffix("s"), folded.count > 3, !word.hasSuffix("ss") {
      singulars.append(String(word.dropLast()))
    }
    var forms = singulars
    for singular in singulars {
      for (feminine, masculine) in feminines
      where singular.utf16.count > feminine.utf16.count + 1 && singular.hasSuffix(feminine) {
        forms.append(singular.dropLast(feminine.count) + masculine)
      }
    }
    return forms
  }

  private static let irregularForms = irregular.map { form, lemma in
    (
      form: String(utf16: FoldedWord(form).folded.span),
      lemma: String(utf16: FoldedWord(lemma).folded.span)
    )
  }

  /// Endings that are hardly ever anything but feminine; `-e` alone is not among them (`porte` is not of `port`).
  private static let feminines: [(String, String)] = [
    ("ère", "er"), ("trice", "teur"), ("drice", "deur"), ("euse", "eur"), ("euse", "eux"),
    ("ienne", "ien"),
    ("éenne", "éen"), ("ive", "if"), ("ale", "al"), ("elle", "el"), ("ante", "ant"),
    ("ente", "ent"), ("aine", "ain"), ("aise", "ais"), ("oise", "ois"), ("ointe", "oint"),
    ("ée", "é"), ("ète", "et"), ("ffe", "f"), ("ouvelle", "ouveau"), ("ublique", "ublic"),
  ]

  /// Whether `word` can be a form of the verb `infinitive` by rule; irregular verbs are found in few forms.
  static func isForm(_ word: [UInt16], ofVerb infinitive: [UInt16]) -> Bool {
    if word == infinitive { return true }
    guard infinitive.count > 3 else { return false }
    let ending = String(utf16: Array(infinitive.suffix(2)).span)
    let forms =
      switch ending {
      case "er": firstGroup
      case "ir": secondGroup
      default: thirdGroup
      }
    guard ending == "er" || ending == "ir" || ending == "re" else { return false }
    let stem = infinitive.dropLast(2).map(FoldedWord.bare)
    let bare = word.map(FoldedWord.bare)
    guard bare.starts(with: stem) else { return false }
    var rest = bare[stem.count...]
    // mangeons, avançons
    if ending == "er", rest.first == 0x65, rest.count > 1, stem.last == 0x67 {
      rest = rest.dropFirst()
    }
    return forms.contains(String(utf16: Array(rest).span))
  }

  private static let firstGroup: Set<String> = [
    "e", "es", "ons", "ez", "ent", "ais", "ait", "ions", "iez", "aient", "ai", "as", "a", "erent",
    "erai", "eras", "era", "erons", "erez", "eront", "erais", "erait", "erions", "eriez",
    "eraient", "ant", "ee", "ees",
  ]
  private static let secondGroup: Set<String> = [
    "is", "it", "issons", "issez", "issent", "issais", "issait", "issaient", "irent", "irai",
    "iras", "ira", "irons", "irez", "iront", "irais", "irait", "iraient", "issant", "i", "ie",
    "ies", "isse",
  ]
  private static let thirdGroup: Set<String> = [
    "s", "", "ons", "ez", "ent", "ais", "ait", "aient", "is", "it", "irent", "rai", "ras", "ra",
    "rons", "rez", "ront", "rais", "rait", "raient", "ant", "u", "ue", "us", "ues", "e", "es",
  ]

  /// The beginnings, without accents, that forms of a verb may have.
  static func beginnings(ofVerb bare: [UInt16]) -> [[UInt16]] {
    let word = String(utf16: bare.span)
    if let known = irregularBeginnings[word] { return known.map { Array($0.utf16) } }
    let changing = changingEnds.first { word.hasSuffix($0.ending) }?.length ?? 6
    return [Array(bare.prefix(max(1, bare.count - changing)))]
  }

  /// How many letters at the end of an infinitive are not in all of its forms (`tenir`: `tiens`), by its ending.
  ///
  /// - Source: the conjugations in the dictionary "Dicollecte"; they hold for each of its 8,200 verbs.
  private static let changingEnds: [(ending: String, length: Int)] = [
    ("er", 3), ("oir", 6), ("enir", 4), ("erir", 4), ("illir", 5), ("ourir", 5), ("ir", 3),
    ("endre", 5), ("oudre", 4), ("indre", 4), ("dre", 3), ("attre", 3), ("tre", 5), ("ire", 4),
    ("ivre", 4), ("re", 3),
  ]

  private static let irregularBeginnings = [
    "etre": ["et", "es", "so", "su", "se", "fu"], "avoir": ["av", "a", "on", "au", "eu"],
    "aller": ["all", "va", "vo", "ir", "ai"], "envoyer": ["env"], "renvoyer": ["renv"],
    "gesir": ["ge", "gi"],
  ]
}
