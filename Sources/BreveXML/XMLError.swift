// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Why a document cannot be read on, and where.
package struct XMLError: Error, Hashable, Sendable {
  /// From 1.
  package let line: Int
  /// In characters, from 1.
  package let column: Int
  /// What is wrong, as `'<' in the value of an attribute`.
  package let reason: String
  /// The part of the line around the place.
  package let excerpt: String
  /// How many characters of ``excerpt`` stand before the place.
  package let before: Int

  /// The excerpt, and under it a caret where the fault is; empty if there is nothing to show.
  package var pointer: String {
    guard excerpt.utf8.contains(where: { $0 > 0x20 }) else { return "" }
    let shown = String(
      String.UnicodeScalarView(excerpt.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    return shown + "\n" + String(repeating: " ", count: before) + "^"
  }

  init(
    code: Int32, detail: String, line: Int, column: Int, excerpt: String, before: Int, open: Int
  ) {
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.before = before
    reason = Self.reason(code, detail, open: open)
  }

  /// Own words for what happens; the parser's for the rest.
  private static func reason(_ code: Int32, _ detail: String, open: Int) -> String {
    switch code {
    case 100_001: "elements stand more than 128 levels deep"
    case 100_002: "a tag is longer than 64 KB, or a comment longer than 4 MB"
    case 100_003: "the entity '&\(detail);' grows too large, so it is refused"
    case 100_004: "the entity '&\(detail);' holds markup, so it is refused"
    case 100_005: "the entity '&\(detail);' is external, and nothing external is read"
    case 100_006: "the encoding '\(detail)' is not read; save it as UTF-8"
    case 100_007: "there are bytes that are not \(detail)"
    case 100_008: "there is not enough memory"
    case 100_009: "the value of an attribute holds the entity '&\(detail);', so it is refused"
    case 4: "there is no XML in it"
    case 5:
      open > 0
        ? "it ends before all elements are closed" : "something stands after the last element"
    case 8, 9:
      detail == "U+0000"
        ? "there are bytes that are not UTF-8" : "the character \(detail) is not allowed in XML"
    case 23, 68: "a '&' or a '<' stands alone (write '&amp;' or '&lt;')"
    case 26: "the entity '&\(detail);' is not declared"
    case 38: "a '<' stands in the value of an attribute"
    case 39, 40: "the value of an attribute has no quotation marks, or no end"
    case 41: "an attribute has no value"
    case 42: "an attribute is given twice"
    case 65: "there is no space between two attributes"
    case 73: "a tag is not closed with '>'"
    case 76: "the closing tag does not fit \(detail)"
    case 77: "it ends before \(detail.isEmpty ? "an element" : "all elements") is closed"
    case 81: "there are bytes that are not UTF-8"
    default: plain(detail)
    }
  }

  /// Lower case, one line.
  private static func plain(_ message: String) -> String {
    let line = message.split(separator: "\n").first.map(String.init) ?? "it is not well-formed"
    return line.prefix(1).lowercased() + line.dropFirst()
  }
}

/// One thing in a document that a mending reader put right.
package struct XMLMend: Hashable, Sendable {
  /// What it was.
  package enum Kind: Hashable, Sendable {
    /// A character that XML cannot hold; a visible one stands in its place.
    case control
    /// A byte that is not of the encoding; it was read as windows-1252, or is U+FFFD.
    case byte
    /// A `&` that begins nothing; it is text.
    case ampersand
    /// An entity that is not declared; it is text.
    case entity
  }

  package let kind: Kind
  /// The character or byte.
  package let value: UInt32
  /// From 1.
  package let line: Int

  init(kind: Int32, value: UInt32, line: Int) {
    self.kind =
      switch kind {
      case 1: .control
      case 2: .byte
      case 3: .ampersand
      default: .entity
      }
    self.value = value
    self.line = line
  }

  /// What was done, in words.
  package var reason: String {
    let digits = String(value, radix: 16, uppercase: true)
    let hexadecimal = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return switch kind {
    case .control: "the character U+\(hexadecimal), which XML cannot hold, was made visible"
    case .byte where [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(value):
      "the byte \(digits), which the encoding does not have, was replaced"
    case .byte: "the byte \(digits), which the encoding does not have, was read as windows-1252"
    case .ampersand: "a lone '&' was read as text"
    case .entity: "an entity that is not declared was read as text"
    }
  }
}
