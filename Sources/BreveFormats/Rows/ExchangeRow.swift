// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveDigest
package import BreveMemory
package import BreveText

/// Which row of which brief a row of a file is, and what its English was when the file was made.
///
/// It is written as `STEM-BEGIN-END-FRENCH.ENGLISH`: the file name of the article, where the sentence stands in it in
/// UTF-8 bytes, and the first digits of the SHA-256 of both texts. What stands before the point is the id of the row; it
/// stays the same as long as the article does.
package struct RowMark: Hashable, Sendable {
  /// Letters, digits, `.`, `_` and `-`; at most 46 of them.
  package let id: String
  /// The hash of the English that was offered.
  package let english: String
  /// Where the sentence stands in its file, in UTF-8 bytes.
  package let range: Range<Int>
  private let french: String

  private static let longestStem = 20

  /// The mark of a row.
  ///
  /// - Parameters:
  ///   - document: The name of the article's file without folder and ending.
  ///   - range: Where the sentence stands in it.
  ///   - source: The sentence.
  ///   - english: Its English; nil where it is not translated.
  package init(document: String, range: Range<Int>, source: String, english: String?) {
    let stem = document.unicodeScalars.prefix(Self.longestStem).map {
      $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_"
        ? Character($0) : "_"
    }
    french = Self.hash(source)
    self.english = Self.hash(english ?? "")
    self.range = range
    id = "\(String(stem))-\(range.lowerBound)-\(range.upperBound)-\(french)"
  }

  /// The mark that was written as `text`; nil if that is none.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(id: String(parts[0]), english: String(parts[1]))
  }

  /// A mark of its two parts; nil if they are none.
  package init?(id: String, english: String) {
    let fields = id.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 4, let begin = Int(fields[1]), let end = Int(fields[2]), begin >= 0,
      begin <= end, fields[3].utf8.count == 8, english.utf8.count == 8
    else { return nil }
    self.id = id
    self.english = english
    range = begin..<end
    french = String(fields[3])
  }

  /// The mark as text.
  package var text: String { id + "." + english }

  /// Whether a sentence is the one that the row was made of.
  package func isOf(_ source: String) -> Bool { Self.hash(source) == french }

  /// Whether `text` is the English that was offered; an empty one where none was.
  package func offered(_ text: String) -> Bool { Self.hash(text) == english }

  private static func hash(_ text: String) -> String {
    let bytes = Array(text.words.utf8)
    return String(SHA256.hexadecimal(bytes.span).prefix(8))
  }
}

/// The rows of a file that came back from another program.
package struct ExchangeRows: Sendable {
  /// In the order of the file.
  package var rows: [ExchangeRow]
  /// The ids of all rows that were written, where the file says so; a row that is not there any more was left out.
  package var written: [String] = []
}

/// A row of a bilingual brief on its way through another program.
package struct ExchangeRow: Sendable {
  /// Nil where the file no longer says which row it is.
  package var mark: RowMark?
  package var source: String
  /// Empty where the sentence is not translated.
  package var english: String
  package var language = Language.french
  package var state: UnitState?
  /// Where the English comes from, in words.
  package var label = ""
  /// The engine that made the English; nil where none did.
  package var engine: String?
  /// What was found in the English.
  package var findings: [String] = []
  /// The name of the article's file without folder and ending.
  package var document: String?
  /// The sentences of the article before and after it.
  package var previous: String?
  package var next: String?
  /// Where the row stands in its file, as `row 3` or `line 12`.
  package var place = ""

  package init(mark: RowMark?, source: String, english: String) {
    self.mark = mark
    self.source = source
    self.english = english
  }
}

extension String {
  /// The text with one space where there was white space, and none around it.
  package var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
