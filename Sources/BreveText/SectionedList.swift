// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A text of `[sections]` with words in them, `#` beginning a comment: the form of the language files.
package struct SectionedList: Sendable {
  package struct Entry: Sendable {
    package let section: String
    package let words: [String]
    package let line: Int
  }

  /// One entry a line that holds words, in order.
  package let entries: [Entry]

  package init(_ text: String) {
    var entries: [Entry] = []
    var section = ""
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let words = Self.words(of: line)
      guard let first = words.first else { continue }
      if first.hasPrefix("[") {
        section = words.joined(separator: " ")
        section.removeFirst()
        if section.hasSuffix("]") { section.removeLast() }
      } else {
        entries.append(Entry(section: section, words: words, line: number))
      }
    }
    self.entries = entries
  }

  /// The words of all entries of `section`.
  package func words(in section: String) -> [String] {
    entries.filter { $0.section == section }.flatMap(\.words)
  }

  /// The lines of `section`, each with its words joined by one space.
  package func lines(in section: String) -> [String] {
    entries.filter { $0.section == section }.map { $0.words.joined(separator: " ") }
  }

  private static func words(of line: Substring.UTF8View) -> [String] {
    var words: [String] = []
    for word in line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      if word.first == UInt8(ascii: "#") { break }
      words.append(String(decoding: word, as: UTF8.self))
    }
    return words
  }
}
