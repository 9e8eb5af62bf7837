// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// A concept as TBX has it: data categories at three levels, terms by language.
struct TBXConcept: Hashable {
  /// A data category and its value, as `partOfSpeech` and `noun`.
  ///
  /// A part of a group is named after its head, as `definition source`. What only Breve has begins with `breve:`.
  struct Item: Hashable {
    var key: String
    var value: String
  }

  struct Term: Hashable {
    var text: String
    var items: [Item] = []

    /// The values of a data category.
    func values(_ key: String) -> [String] { items.filter { $0.key == key }.map(\.value) }
  }

  struct Section: Hashable {
    var language: String
    var items: [Item] = []
    var terms: [Term] = []
  }

  var id = ""
  var line = 0
  var items: [Item] = []
  var sections: [Section] = []

  func values(_ key: String) -> [String] { items.filter { $0.key == key }.map(\.value) }

  /// The sections of a language: of that very tag if there are any, of any region else.
  func sections(of language: Language) -> [Section] {
    let exact = sections.filter { LanguageCode.language($0.language) == language }
    return exact.isEmpty
      ? sections.filter { LanguageCode.matches($0.language, language) } : exact
  }
}

/// The words of TBX for the words of a glossary.
enum TBXValue {
  static let separator = " | "

  /// - Source: ISO 30042:2019 (TBX-Basic); TermWeb, Weblate and `usageStatus` have the plain words.
  static func status(_ value: String) -> String {
    switch value.lowercased() {
    case "preferredterm-admn-sts", "preferredterm", "preferred": "preferred"
    case "admittedterm-admn-sts", "admittedterm", "admitted", "approved": "admitted"
    case "deprecatedterm-admn-sts", "deprecatedterm", "deprecated", "notrecommended", "forbidden",
      "not recommended", "rejected":
      "deprecated"
    case "supersededterm-admn-sts", "supersededterm", "superseded", "obsolete": "superseded"
    default: value
    }
  }

  static let statuses: Set<String> = ["preferred", "admitted", "deprecated", "superseded"]

  static func gender(_ value: String) -> String {
    switch value.lowercased() {
    case "masculine", "masc", "m": "m"
    case "feminine", "fem", "f": "f"
    default: value
    }
  }

  /// The day in a date or time, as `2001-05-07` for `20010507T10:57:25Z`; empty if there is none.
  static func day(_ value: String) -> String {
    let digits = value.utf8.prefix(10).filter { 0x30...0x39 ~= $0 }
    let isPlain = value.utf8.prefix(8).count(where: { 0x30...0x39 ~= $0 }) == 8
    guard isPlain || value.utf8.count >= 10 && digits.count == 8 else { return "" }
    let text = String(decoding: digits.prefix(8), as: UTF8.self)
    let day = text.prefix(4) + "-" + text.dropFirst(4).prefix(2) + "-" + text.suffix(2)
    return PartialDate(String(day)) == nil ? "" : String(day)
  }

  /// White space at the ends dropped, and brought to one space inside.
  static func collapsed(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isSpace = false
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        isSpace = true
      } else {
        if isSpace, !bytes.isEmpty { bytes.append(0x20) }
        isSpace = false
        bytes.append(byte)
      }
    }
    return bytes.count == text.utf8.count ? text : String(decoding: bytes, as: UTF8.self)
  }
}
