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
    /// A full stop and a lower-case word after an ordinary word: a boundary.
    package var breaksBeforeLowerCase = false
    /// The same after `!` and `?`.
    package var breaksExclamationBeforeLowerCase = false
    /// `3.` before a capital is an ordinal number and no end.
    package var hasOrdinalStop = false
    /// A strong opener begins a sentence where the full stop was dropped.
    package var mendsDroppedStops = false
    package var breaksAtSemicolon = false
  }

  package private(set) var settings = Settings()
  package private(set) var abbreviations: [String: AbbreviationClass] = [:]
  package private(set) var openers: Set<String> = []
  package private(set) var strongOpeners: Set<String> = []
  package private(set) var afterOrdinal: Set<String> = []
  package private(set) var quotes: [(opening: String, closing: String)] = []
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
    var section = ""
    let file = SectionedList(text)
    for entry in file.entries {
      if entry.section != section {
        section = entry.section
        guard Self.sections.contains(section) else {
          throw TailoringError(line: entry.line, reason: "there is no section [\(section)]")
        }
      }
      try add(entry)
    }
  }

  private static let sections: Set<String> = Set(AbbreviationClass.allCases.map(\.section))
    .union(["settings", "openers", "strong openers", "after ordinal", "quotes"])

  private mutating func add(_ entry: SectionedList.Entry) throws(TailoringError) {
    switch entry.section {
    case "settings": try set(entry)
    case "openers": openers.formUnion(entry.words.map(Self.straightApostrophes))
    case "strong openers":
      let words = entry.words.map(Self.straightApostrophes)
      strongOpeners.formUnion(words)
      openers.formUnion(words)
    case "after ordinal": afterOrdinal.formUnion(entry.words)
    case "quotes":
      guard entry.words.count == 2 else {
        throw TailoringError(line: entry.line, reason: "a pair of quotes is two marks")
      }
      quotes.append((entry.words[0], entry.words[1]))
    default:
      guard let kind = AbbreviationClass.allCases.first(where: { $0.section == entry.section })
      else { return }
      for word in entry.words { add(abbreviation: word, kind) }
    }
  }

  private mutating func add(abbreviation written: String, _ kind: AbbreviationClass) {
    let word = Self.straightApostrophes(written)
    abbreviations[word] = kind
    let upper = word.uppercased()
    if abbreviations[upper] == nil { abbreviations[upper] = kind }
    if let first = word.first, first.isLowercase {
      let capitalized = first.uppercased() + word.dropFirst()
      if abbreviations[capitalized] == nil { abbreviations[capitalized] = kind }
    }
  }

  private mutating func set(_ entry: SectionedList.Entry) throws(TailoringError) {
    let parts = entry.words.filter { $0 != "=" }
    guard parts.count == 2 else {
      throw TailoringError(line: entry.line, reason: "a setting is written 'name = value'")
    }
    switch (parts[0], parts[1]) {
    case ("lower-case-start", "break"): settings.breaksBeforeLowerCase = true
    case ("excl-lower", "break"): settings.breaksExclamationBeforeLowerCase = true
    case ("number-stop", "ordinal"): settings.hasOrdinalStop = true
    case ("dropped-stop", "yes"): settings.mendsDroppedStops = true
    case ("semicolon", "break"): settings.breaksAtSemicolon = true
    case ("lower-case-start", "join"), ("excl-lower", "join"), ("number-stop", "end"),
      ("dropped-stop", "no"), ("semicolon", "join"):
      break
    default:
      throw TailoringError(
        line: entry.line, reason: "there is no setting '\(parts[0]) = \(parts[1])'")
    }
  }

  private static func straightApostrophes(_ word: String) -> String {
    String(decoding: word.utf16.map { $0 == 0x2019 ? 0x27 : $0 }, as: UTF16.self)
  }
}

/// A fault in a tailoring file.
public struct TailoringError: Error, Sendable, CustomStringConvertible {
  public let line: Int
  public let reason: String

  public var description: String { "\(line): \(reason)" }
}
