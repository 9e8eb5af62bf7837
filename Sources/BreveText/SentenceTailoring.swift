// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData

/// A language's changes to ICU's default sentence boundaries, read from `Languages/<language>.txt`.
///
/// The format is described in `Formats/tailoring.md` of the documentation.
public struct SentenceTailoring: Sendable {
  /// What a full stop after an abbreviation means.
  package enum AbbreviationClass: UInt8, Sendable, CaseIterable {
    case neverFinal, beforeNumber, finalBeforeOpener, finalBeforeCapital, beforeCapital

    var section: String {
      switch self {
      case .neverFinal: "never final"
      case .beforeNumber: "before number"
      case .finalBeforeOpener: "final before opener"
      case .finalBeforeCapital: "final before capital"
      case .beforeCapital: "before capital"
      }
    }
  }

  package struct Settings: Sendable {
    /// Before what a number with a full stop is an ordinal and no end.
    package enum OrdinalStop: String, Sendable { case none, beforeSmallLetters, beforeAll }
    /// When a strong opener begins a sentence where the full stop was dropped.
    package enum DroppedStop: String, Sendable { case never, beforeSmallLetters, always }
    package enum Semicolon: String, Sendable { case never, beforeOpener, always }

    /// A full stop and a lower-case word after an ordinary word: a boundary.
    package var breaksBeforeLowerCase = false
    /// The same after `!` and `?`.
    package var breaksExclamationBeforeLowerCase = false
    package var ordinalStop = OrdinalStop.none
    package var droppedStop = DroppedStop.never
    package var semicolon = Semicolon.never
    /// `。」` with text attached goes on.
    package var joinsAfterClosingQuote = false

    package var mendsDroppedStops: Bool { droppedStop != .never }
  }

  package private(set) var settings = Settings()
  package private(set) var abbreviations = WordTable<AbbreviationClass>()
  private var listed: [String: AbbreviationClass] = [:]
  package private(set) var openers = WordSet()
  package private(set) var strongOpeners = WordSet()
  /// Articles: they open a sentence where the stop was dropped, but also names.
  package private(set) var weakOpeners = WordSet()
  /// Words that no sentence ends with: articles, prepositions, conjunctions.
  package private(set) var unfinishedWords = WordSet()
  package private(set) var afterOrdinal = WordSet()
  /// Openers that also stand in names before a capital: `Le Pen`.
  package private(set) var nameParticles = WordSet()
  package private(set) var speechVerbs = WordSet()
  /// Endings of the last word of a sentence in languages that leave the stop out.
  package private(set) var finalEndings = WordSet()
  /// Endings that make a word an abbreviation (`-str`).
  package private(set) var suffixes: [(ending: String, kind: AbbreviationClass)] = []
  /// Abbreviations that are written with one capital letter.
  package private(set) var capitalAbbreviations = WordSet()
  package private(set) var openingQuotes: Set<UInt16> = []
  package private(set) var closingQuotes: Set<UInt16> = []
  /// Brackets in which no sentence ends: 《…》.
  package private(set) var unbrokenBrackets: [(opening: UInt16, closing: UInt16)] = []
  /// Terminals beside those that have the property Sentence_Terminal.
  package private(set) var extraTerminals: Set<UInt16> = []
  /// Whether there is a file for the language.
  package private(set) var isTailored = false

  /// ICU's boundaries as they are.
  public static let none = SentenceTailoring()

  private init() {}

  /// The tailoring that is linked in for `language`; ``none`` if there is none.
  public init(for language: Language) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".txt"),
      let read = try? SentenceTailoring(parsing: String(decoding: bytes, as: UTF8.self))
    else { return }
    self = read
  }

  /// Reads a tailoring file.
  ///
  /// - Throws: ``TailoringError`` with the line of the first fault.
  public init(parsing text: String) throws(TailoringError) {
    isTailored = true
    var section: String?
    let file = SectionedList(text)
    for entry in file.entries {
      if entry.section != section {
        section = entry.section
        guard !entry.section.isEmpty else {
          throw TailoringError(line: entry.line, reason: "words stand before the first [section]")
        }
        guard Self.sections.contains(entry.section) else {
          throw TailoringError(line: entry.line, reason: "there is no section [\(entry.section)]")
        }
      }
      try add(entry)
    }
    addVariants()
  }

  private static let sections: Set<String> = Set(AbbreviationClass.allCases.map(\.section))
    .union([
      "settings", "openers", "strong openers", "after ordinal", "quotes", "name particles",
      "speech verbs", "final endings", "terminals", "unbroken brackets", "weak openers",
      "unfinished words",
    ])

  private mutating func add(_ entry: SectionedList.Entry) throws(TailoringError) {
    switch entry.section {
    case "settings": try set(entry)
    case "openers": openers.insert(entry.words.map { WordKey($0) })
    case "strong openers":
      let words = entry.words.map { WordKey($0) }
      strongOpeners.insert(words)
      openers.insert(words)
    case "weak openers": weakOpeners.insert(entry.words.map { WordKey($0) })
    case "unfinished words": unfinishedWords.insert(entry.words.map { WordKey($0) })
    case "after ordinal":
      afterOrdinal.insert(entry.words.map { WordKey($0) })
      afterOrdinal.insert(entry.words.map { WordKey(Self.capitalized($0)) })
    case "name particles": nameParticles.insert(entry.words.map { WordKey($0) })
    case "speech verbs": speechVerbs.insert(entry.words.map { WordKey($0) })
    case "final endings": finalEndings.insert(entry.words.map { WordKey($0) })
    case "terminals": extraTerminals.formUnion(entry.words.flatMap(\.utf16))
    case "unbroken brackets":
      guard entry.words.count == 2, let opening = entry.words[0].utf16.first,
        let closing = entry.words[1].utf16.first
      else { throw TailoringError(line: entry.line, reason: "a pair of brackets is two marks") }
      unbrokenBrackets.append((opening, closing))
    case "quotes":
      guard entry.words.count == 2 else {
        throw TailoringError(line: entry.line, reason: "a pair of quotes is two marks")
      }
      if let opening = entry.words[0].utf16.first { openingQuotes.insert(opening) }
      if let closing = entry.words[1].utf16.first { closingQuotes.insert(closing) }
    default:
      guard let kind = AbbreviationClass.allCases.first(where: { $0.section == entry.section })
      else { return }
      for word in entry.words { add(abbreviation: word, kind) }
    }
  }

  private mutating func add(abbreviation word: String, _ kind: AbbreviationClass) {
    if word.hasPrefix("-"), word.utf8.count > 1 {
      suffixes.append((String(word.dropFirst()), kind))
      return
    }
    listed[word] = kind
    abbreviations[WordKey(word)] = kind
    if word.unicodeScalars.count == 1, word != word.lowercased() {
      capitalAbbreviations.insert([WordKey(word)])
    }
  }

  /// An entry in lower case also holds with a first capital, and a long one in capitals; what is listed itself goes first.
  private mutating func addVariants() {
    for (word, kind) in listed.sorted(by: { $0.key < $1.key }) {
      var variants = [Self.capitalized(word)]
      if word.unicodeScalars.count >= 4 || word.contains(".") { variants.append(word.uppercased()) }
      for variant in variants where abbreviations[WordKey(variant)] == nil {
        abbreviations[WordKey(variant)] = kind
      }
    }
    listed = [:]
  }

  private static func capitalized(_ word: String) -> String {
    guard let first = word.first, first.isLowercase else { return word }
    return first.uppercased() + word.dropFirst()
  }

  private mutating func set(_ entry: SectionedList.Entry) throws(TailoringError) {
    let parts = entry.words.filter { $0 != "=" }
    guard parts.count == 2 else {
      throw TailoringError(line: entry.line, reason: "a setting is written 'name = value'")
    }
    switch (parts[0], parts[1]) {
    case ("lower-case-start", "break"): settings.breaksBeforeLowerCase = true
    case ("excl-lower", "break"): settings.breaksExclamationBeforeLowerCase = true
    case ("number-stop", "ordinal"): settings.ordinalStop = .beforeAll
    case ("number-stop", "ordinal-before-small"): settings.ordinalStop = .beforeSmallLetters
    case ("dropped-stop", "yes"): settings.droppedStop = .always
    case ("dropped-stop", "before-small"): settings.droppedStop = .beforeSmallLetters
    case ("semicolon", "break"): settings.semicolon = .always
    case ("semicolon", "opener"): settings.semicolon = .beforeOpener
    case ("closing-quote", "join"): settings.joinsAfterClosingQuote = true
    case ("lower-case-start", "join"), ("excl-lower", "join"), ("number-stop", "end"),
      ("dropped-stop", "no"), ("semicolon", "join"), ("closing-quote", "end"):
      break
    default:
      throw TailoringError(
        line: entry.line, reason: "there is no setting '\(parts[0]) = \(parts[1])'")
    }
  }
}

/// A fault in a tailoring file.
public struct TailoringError: Error, Sendable, CustomStringConvertible {
  public let line: Int
  public let reason: String

  public var description: String { "\(line): \(reason)" }
}
