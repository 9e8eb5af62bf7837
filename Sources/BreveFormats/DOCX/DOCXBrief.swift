// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveText

/// A bilingual brief as a document of Word shows it.
package struct DOCXBrief: Sendable {
  package var heading: String
  package var headingLanguage: Language
  /// What is said of the article, as `Date` and `2025-04-03`.
  package var facts: [(name: String, value: String)]
  /// How the English was made.
  package var making: String
  package var rows: [DOCXRow]
  /// French, English, status, entry.
  package var terms: [[String]]
  /// What stands below.
  package var footer: [String]
  package var source: Language
  package var target: Language

  /// A brief without rows.
  package init(heading: String, headingLanguage: Language, source: Language, target: Language) {
    self.heading = heading
    self.headingLanguage = headingLanguage
    self.source = source
    self.target = target
    facts = []
    making = ""
    rows = []
    terms = []
    footer = []
  }
}

/// A row of it.
package struct DOCXRow: Sendable {
  package let row: ExchangeRow
  /// What is said below the English, a paragraph each.
  package let details: [String]

  package init(_ row: ExchangeRow, details: [String]) {
    self.row = row
    self.details = details
  }
}

/// The names by which a document of Word is read again.
enum DOCXNames {
  /// What stands where there is no English.
  static let untranslated = "[not translated]"
  static let reviewed = "reviewed"
  static let open = "not reviewed"
  static let french = "fr:"
  static let english = "en:"
  static let state = "st:"
  static let rows = "https://breve.invalid/rows"
  static let rowsPart = "customXml/item1.xml"

  /// The bookmark beside a tag, as `en_0_195_63b60466_c9436b28`, for Word allows 40 characters; nil if the tag is none.
  static func bookmark(_ tag: String) -> String? {
    guard let mark = RowMark(String(tag.dropFirst(3))) else { return nil }
    let parts = mark.text.split { $0 == "-" || $0 == "." }.suffix(4)
    return ([String(tag.prefix(2))] + parts.map(String.init)).joined(separator: "_")
  }

  /// The tag that a bookmark stands for, without the name of the article: `en:-0-195-63b60466.c9436b28`.
  static func tag(_ bookmark: String) -> String? {
    let parts = bookmark.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 5, [french, english, state].contains(parts[0] + ":") else { return nil }
    return "\(parts[0]):-\(parts[1])-\(parts[2])-\(parts[3]).\(parts[4])"
  }
}
