// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms

/// The form that a term takes in an engine's English.
enum TermForm {
  /// The preferred English of a match, inflected as the stretch that it replaces, or as the French.
  ///
  /// - Parameters:
  ///   - match: The term.
  ///   - stretch: What the engine made of it.
  ///   - before: The words that stand before the stretch in the sentence, in small letters, the last ones.
  /// - Returns: Nil where the form is not certain.
  static func text(of match: TermMatch, for stretch: String, after before: [String]) -> String? {
    let english = match.translation
    switch match.pair.partOfSpeech {
    case .verb: return verb(match, english, stretch, before)
    case .noun: return isPlural(match) ? EnglishInflection.plural(english) : english
    default: return english
    }
  }

  /// Whether the French is plural and its dictionary form is not.
  private static func isPlural(_ match: TermMatch) -> Bool {
    guard let found = match.text.split(whereSeparator: { $0 == " " || $0 == "-" }).first,
      let listed = match.pair.source.split(whereSeparator: { $0 == " " || $0 == "-" }).first
    else { return false }
    return isPluralWord(found) && !isPluralWord(listed)
  }

  private static func isPluralWord(_ word: Substring) -> Bool {
    word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("S")
  }

  // MARK: Verbs

  private static let havers: Set<String> = ["has", "have", "had", "having"]
  private static let beings: Set<String> = [
    "be", "is", "are", "was", "were", "been", "being", "am",
  ]
  private static let modals: Set<String> = [
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "do", "does",
    "did",
  ]
  /// What may stand between an auxiliary and its verb.
  private static let adverbs: Set<String> = ["not", "also", "already", "never", "always", "only"]

  private static func verb(
    _ match: TermMatch, _ english: String, _ stretch: String, _ before: [String]
  ) -> String? {
    var words = stretch.split(separator: " ").map(String.init)
    var leading: [String] = []
    while words.count > 1, let first = words.first?.lowercased(),
      havers.contains(first) || beings.contains(first) || modals.contains(first)
        || adverbs.contains(first)
    {
      leading.append(words.removeFirst())
    }
    let governor = (before + leading.map { $0.lowercased() }).last { !adverbs.contains($0) }
    let form = form(match, words.first ?? "", governor: governor)
    if english.hasPrefix("be "), form != .base { return nil }
    return (leading + [EnglishInflection.verb(english, form)]).joined(separator: " ")
  }

  /// The form by the word before, by the engine's own word, or by the French.
  private static func form(
    _ match: TermMatch, _ word: String, governor: String?
  ) -> EnglishInflection.VerbForm {
    let french = frenchForm(match)
    let shown = EnglishInflection.form(of: word)
    if let governor {
      if modals.contains(governor) { return .base }
      if havers.contains(governor) { return .participle }
      if beings.contains(governor) { return shown == .ing ? .ing : .participle }
    }
    if let shown { return shown == .past && french == .participle ? .participle : shown }
    return french
  }

  /// The form that the French ending speaks for.
  private static func frenchForm(_ match: TermMatch) -> EnglishInflection.VerbForm {
    let word = match.text.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let infinitive = match.pair.source.split(separator: " ").first.map { $0.lowercased() } ?? ""
    if word == infinitive { return .base }
    func ends(_ endings: [String]) -> Bool { endings.contains(where: word.hasSuffix) }
    if ends(["ant"]) { return .ing }
    if ends(["é", "és", "ée", "ées"]) { return .participle }
    if ends(["ait", "aient", "èrent", "irent", "urent", "a"]) { return .past }
    if ends(["ent", "ons", "ez"]) { return .base }
    return .third
  }
}

/// Articles before English names and nouns.
enum EnglishArticle {
  /// Words after which a name that takes the article lacks it where it is not there.
  static let canPrecede: Set<String> = [
    "of", "in", "to", "by", "from", "with", "and", "or", "at", "for", "on", "between", "against",
    "that", "towards", "into", "than", "via", "within", "across", "contrary",
  ]

  private static let takers: Set<String> = [
    "states", "kingdom", "republic", "islands", "emirates", "netherlands", "philippines", "gambia",
    "bahamas", "maldives", "comoros", "strip", "bank", "basin", "bend", "delta", "horn", "caucasus",
    "sahel", "union", "sea", "river", "gulf", "federation", "territories", "balkans", "sahara",
    "confines", "middle", "ural", "vatican",
  ]

  /// Whether the name of a place has `the` before it in running text.
  static func stands(before name: String) -> Bool {
    let words = name.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" })
    if words.first == "the" { return false }
    return words.contains { takers.contains(String($0)) }
  }

  /// `a` or `an`, by the first letter.
  static func indefinite(before text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "a" }
    let word = text.split(separator: " ").first ?? ""
    let lower = word.lowercased()
    if ["uni", "use", "usu", "eu", "one"].contains(where: lower.hasPrefix), !lower.hasPrefix("unin")
    {
      return "a"
    }
    if word.utf8.count > 1, word.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      // Read letter by letter: an NGO, a UN mission.
      return "AEFHILMNORSX".unicodeScalars.contains(first) ? "an" : "a"
    }
    if ["hour", "honour", "honest", "heir"].contains(where: lower.hasPrefix) { return "an" }
    return "aeioAEIO8uU".unicodeScalars.contains(first) ? "an" : "a"
  }
}
