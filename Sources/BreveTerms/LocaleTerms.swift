// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// Countries, languages and currencies, French and English, from ICU's locale data.
///
/// - Source: Unicode CLDR, through ICU's display names. Codes are those of ISO 3166, UN M.49, ISO 639 and ISO 4217.
enum LocaleTerms {
  struct Name {
    let pair: TermPair
    let demand: TermContext.Demand
  }

  /// All names, each with the id `icu:` and its code.
  static func frenchToEnglish() -> [Name] {
    var names: [Name] = []
    for code in LocaleNames.codes(.regions) + largeRegions { addRegion(code, to: &names) }
    for code in LocaleNames.codes(.languages) where code.utf8.count == 2 || known.contains(code) {
      guard let (french, english) = texts(code, LocaleNames.language) else { continue }
      names.append(
        name(code, french, english, .noun, matching: .exact, demand: .language))
    }
    for code in LocaleNames.codes(.currencies) where isMoney(code) {
      guard let (french, english) = texts(code, LocaleNames.currency) else { continue }
      names.append(name(code, french, english, .noun, matching: .inflect, demand: .none))
    }
    return names
  }

  /// The English names of countries and regions.
  static func regions() -> [String] {
    var names: [Name] = []
    for code in LocaleNames.codes(.regions) + largeRegions { addRegion(code, to: &names) }
    return names.map(\.pair.target).filter { !$0.isEmpty }
  }

  /// The English names of languages.
  static func languages() -> [String] {
    LocaleNames.codes(.languages).filter { $0.utf8.count == 2 }
      .compactMap { LocaleNames.language($0, in: "en") }
  }

  private static func addRegion(_ code: String, to names: inout [Name]) {
    guard let (french, english) = texts(code, LocaleNames.region) else { return }
    let (one, other) = (split(french), split(english))
    let demand: TermContext.Demand = common.contains(code) ? .place : .region
    // `La Réunion`: the article is not part of the name in a text (`à La Réunion`, `de la Réunion`).
    let main = one.main.hasPrefix("La ") ? String(one.main.dropFirst(3)) : one.main
    names.append(
      name(code, main, other.main, .name, matching: .exact, demand: demand))
    if let alias = one.alias {
      names.append(
        name(code, alias, other.alias ?? other.main, .name, matching: .exact, demand: .region))
    }
  }

  /// `Myanmar (Birmanie)` is two names.
  private static func split(_ name: String) -> (main: String, alias: String?) {
    guard name.hasSuffix(")"), let open = name.firstIndex(of: "(") else { return (name, nil) }
    let main = name[..<open].split(separator: " ").joined(separator: " ")
    return (main, String(name[name.index(after: open)...].dropLast()))
  }

  private static func texts(
    _ code: String, _ name: (String, String) -> String?
  ) -> (String, String)? {
    guard let french = name(code, "fr"), let english = name(code, "en"), french != code,
      english != code, !french.isEmpty, !english.isEmpty
    else { return nil }
    return (french, english)
  }

  private static func name(
    _ code: String, _ french: String, _ english: String, _ partOfSpeech: PartOfSpeech,
    matching: TermMatching, demand: TermContext.Demand
  ) -> Name {
    Name(
      pair: TermPair(
        id: "icu:" + code, source: straight(french), target: straight(english),
        partOfSpeech: partOfSpeech,
        matching: matching, origin: "icu"),
      demand: demand)
  }

  /// With the apostrophe that the glossary has.
  private static func straight(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
  }

  /// Continents, and the island regions of Oceania.
  ///
  /// The other regions of the United Nations have names that no newspaper uses (`Middle Africa`); those that are used are
  /// in the glossary.
  private static let largeRegions = ["002", "009", "019", "053", "054", "061", "142", "150"]
  /// Languages without a code of two letters that are spoken by millions where French is written.
  private static let known: Set<String> = ["tmh", "kab", "zgh", "dyu", "mos", "fon", "sus", "wuu"]
  /// Regions whose French names are also words or first names.
  private static let common: Set<String> = ["RE", "MU", "DM"]

  /// Precious metals, bonds and funds are no money (`argent` is not `silver`).
  private static func isMoney(_ code: String) -> Bool {
    !code.hasPrefix("X") || ["XOF", "XAF", "XCD", "XPF"].contains(code)
  }
}
