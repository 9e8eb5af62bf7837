// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Makes the forms of English terms: plurals, and those of verbs.
package enum EnglishInflection {
  /// A form of a verb.
  package enum VerbForm: Hashable, Sendable { case base, third, past, participle, ing }

  /// `defence agreement` as `defence agreements`, `minister of state` as `ministers of state`.
  package static func plural(_ phrase: String) -> String {
    var words = phrase.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let link = words.dropFirst().firstIndex { headEnds.contains($0.lowercased()) }
    let head = (link ?? words.count) - 1
    words[head] = pluralWord(words[head])
    return words.joined(separator: " ")
  }

  /// `point the finger at` as `pointed the finger at`: the first word is the verb.
  package static func verb(_ phrase: String, _ form: VerbForm) -> String {
    var words = phrase.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    words[0] = verbWord(words[0], form)
    return words.joined(separator: " ")
  }

  /// The form that an English word may be of; nil if it shows none.
  package static func form(of word: String) -> VerbForm? {
    let word = word.lowercased()
    if let forms = irregular.first(where: { $0.dropFirst().contains(word) }) {
      return forms[1] == word ? .past : .participle
    }
    if word.hasSuffix("ing"), word.utf8.count > 4 { return .ing }
    if word.hasSuffix("ed"), word.utf8.count > 3 { return .past }
    if word.hasSuffix("s"), !word.hasSuffix("ss"), word.utf8.count > 3 { return .third }
    return nil
  }

  // MARK: Words

  /// What follows the head of a phrase.
  private static let headEnds: Set<String> = [
    "of", "in", "for", "to", "on", "at", "with", "from", "by", "without", "against", "and",
  ]

  private static func pluralWord(_ word: String) -> String {
    let small = word.lowercased()
    if unchanging.contains(small) || small.isEmpty { return word }
    if let other = irregularPlurals[small] { return cased(other, as: word) }
    for (singular, plural) in pluralEndings where small.hasSuffix(singular) {
      return String(word.dropLast(singular.count)) + plural
    }
    if small.hasSuffix("s") && !small.hasSuffix("ss") && !small.hasSuffix("us") { return word }
    if sibilants.contains(where: small.hasSuffix) { return word + "es" }
    if endsInConsonantAndY(small) { return word.dropLast() + "ies" }
    return word + "s"
  }

  private static let unchanging: Set<String> = [
    "personnel", "equipment", "aid", "taliban", "aircraft", "police", "livestock", "information",
    "advice", "evidence", "staff", "military", "assistance", "damage", "violence", "news",
    "unrest", "cattle", "people", "spacecraft", "offspring", "intelligence",
  ]

  private static let irregularPlurals = [
    "man": "men", "woman": "women", "child": "children", "person": "people", "crisis": "crises",
    "spokesperson": "spokespersons", "basis": "bases", "datum": "data", "medium": "media",
    "passer-by": "passers-by",
  ]

  private static let pluralEndings: [(String, String)] = [
    ("woman", "women"), ("man", "men"), ("crisis", "crises"), ("knife", "knives"),
    ("life", "lives"), ("wife", "wives"), ("thief", "thieves"), ("hero", "heroes"),
  ]

  private static let sibilants = ["s", "x", "z", "ch", "sh"]

  private static func verbWord(_ word: String, _ form: VerbForm) -> String {
    let small = word.lowercased()
    if let forms = irregular.first(where: { $0[0] == small && $0.count > 1 }) {
      switch form {
      case .past: return cased(forms[1], as: word)
      case .participle: return cased(forms[forms.count > 2 ? 2 : 1], as: word)
      default: break
      }
    }
    switch form {
    case .base: return word
    case .third:
      if small == "have" { return cased("has", as: word) }
      if sibilants.contains(where: small.hasSuffix) || small == "go" || small == "do" {
        return word + "es"
      }
      return endsInConsonantAndY(small) ? word.dropLast() + "ies" : word + "s"
    case .past, .participle:
      if small.hasSuffix("e") { return word + "d" }
      if endsInConsonantAndY(small) { return word.dropLast() + "ied" }
      return doubled(word) + "ed"
    case .ing:
      if small.hasSuffix("ie") { return word.dropLast(2) + "ying" }
      if small.hasSuffix("e"), !small.hasSuffix("ee") { return word.dropLast() + "ing" }
      return doubled(word) + "ing"
    }
  }

  private static let stressedAtEnd: Set<String> = [
    "admit", "commit", "permit", "submit", "refer", "defer", "prefer", "transfer", "occur", "expel",
    "compel", "propel", "control", "patrol", "regret", "rebut", "acquit", "equip", "deter", "infer",
    "cancel", "travel", "label", "signal", "fuel",
  ]

  /// With the last letter twice where English doubles it: `stopp`, `admitt`.
  private static func doubled(_ word: String) -> String {
    let letters = Array(word.lowercased().utf8)
    guard let last = letters.last, letters.count >= 3 else { return word }
    let isShort =
      !isVowel(last) && ![0x77, 0x78, 0x79].contains(last) && isVowel(letters[letters.count - 2])
      && letters.dropLast(2).allSatisfy { !isVowel($0) }
    guard isShort || stressedAtEnd.contains(word.lowercased()) else { return word }
    return word + String(decoding: [last], as: UTF8.self)
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

  private static func endsInConsonantAndY(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    guard letters.count >= 2, letters.last == 0x79 else { return false }
    return !isVowel(letters[letters.count - 2])
  }

  private static func cased(_ form: String, as word: String) -> String {
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return form }
    return form.prefix(1).uppercased() + form.dropFirst()
  }

  /// Verbs with past and participle, nouns with their plural; the first is the dictionary form.
  static let irregular: [[String]] = {
    let groups = """
      say said|hold held|lead led|take took taken|make made|go went gone|give gave given|fight fought|break broke broken
      draw drew drawn|drive drove driven|fall fell fallen|flee fled|leave left|lose lost|meet met|overthrow overthrew overthrown
      withdraw withdrew withdrawn|rise rose risen|seek sought|send sent|shoot shot|stand stood|strike struck|swear swore sworn
      tell told|think thought|undertake undertook undertaken|win won|write wrote written|bring brought|buy bought|catch caught
      deal dealt|build built|begin began begun|become became become|come came come|bear bore borne|beat beaten|man men|woman women
      child children|person people|crisis crises|spokesman spokesmen|spokeswoman spokeswomen|spokesperson spokespeople|find found
      get got gotten|know knew known|see saw seen|speak spoke spoken|choose chose chosen|hit hit|keep kept|lay laid|pay paid
      sell sold|run ran run|show showed shown|steal stole stolen|hide hid hidden|freeze froze frozen|feel felt|wound wounded
      gunman gunmen|serviceman servicemen|policeman policemen|businessman businessmen|foresee foresaw foreseen|forbid forbade forbidden
      """
    return groups.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map {
      $0.split(separator: " ").map(String.init)
    }
  }()
}
