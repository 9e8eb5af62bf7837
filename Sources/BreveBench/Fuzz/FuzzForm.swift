// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How the bytes of a kind of file fall into pieces that mean something: what a mutation moves, doubles or leaves out.
enum FuzzForm: Sendable {
  case markup, word, table, json, settings, text, binary

  /// Whether it has elements and tags.
  var isMarkup: Bool { self == .markup || self == .word }

  /// The pieces of `bytes`, which they tile.
  func pieces(of bytes: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    var index = 0
    var isInTag = false
    func cut(at place: Int) {
      if place > start { pieces.append(start..<place) }
      start = max(start, place)
    }
    while index < bytes.count {
      let byte = bytes[index]
      switch self {
      case .binary:
        if index % 4 == 0 { cut(at: index) }
      case .markup, .word:
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: "&"):
          cut(at: index)
          isInTag = byte == UInt8(ascii: "<")
        case UInt8(ascii: ">"), UInt8(ascii: ";"):
          cut(at: index + 1)
          isInTag = isInTag && byte == UInt8(ascii: ";")
        // In a tag, attributes.
        case 0x0A: cut(at: index)
        case 0x20, UInt8(ascii: "="): if isInTag { cut(at: index) }
        default: break
        }
      case .table:
        if [0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x7C].contains(byte) {
          cut(at: index)
          cut(at: index + 1)
        }
      case .json:
        if [0x0A, 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x5C].contains(byte) {
          cut(at: index)
          cut(at: index + 1)
        }
      case .settings:
        if [0x0A, 0x20, 0x22, 0x23, 0x27, 0x2C, 0x2E, 0x3D, 0x5B, 0x5C, 0x5D].contains(byte) {
          cut(at: index)
          cut(at: index + 1)
        }
      case .text:
        if byte <= 0x20 || [0x21, 0x22, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F].contains(byte) {
          cut(at: index)
          cut(at: index + 1)
        }
      }
      index += 1
    }
    cut(at: bytes.count)
    return pieces
  }

  /// The elements of well-formed XML, from the start of their start tag to the end of their end tag; none in other forms.
  func elements(of bytes: [UInt8]) -> [Range<Int>] {
    guard isMarkup else { return [] }
    var elements: [Range<Int>] = []
    var open: [Int] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")), start + 1 < end
    {
      index = end + 1
      switch bytes[start + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): continue
      case UInt8(ascii: "/"): if let first = open.popLast() { elements.append(first..<index) }
      default:
        if bytes[end - 1] == UInt8(ascii: "/") {
          elements.append(start..<index)
        } else {
          open.append(start)
        }
      }
    }
    return elements
  }

  /// Pieces that readers of this form have reason to stumble over.
  var words: [String] {
    let common = [
      "\u{0}", "\u{FEFF}", "\u{2028}", "\u{85}", "\r", "\r\n", "\n", "\t", "\u{1F1EB}\u{1F1F7}",
      "e\u{301}\u{302}\u{303}", "\u{202E}", "\u{FFFE}", "\u{10FFFF}", "\u{200B}", "0", "-1",
      "65536",
      "2147483648", "4294967295", "9223372036854775808", "1e309", "99999999999999999999999", "İ",
      "ß",
    ]
    switch self {
    case .binary: return []
    case .markup:
      return common + [
        "<", ">", "&", "&amp;", "&#0;", "&#x10FFFF;", "&#xD800;", "&e;", "]]>", "<![CDATA[", "<!--",
        "-->",
        "<?breve item x y?>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "<?xml version=\"1.1\"?>",
        "<!DOCTYPE tmx [<!ENTITY e \"&f;&f;\"><!ENTITY f \"x\">]>",
        "<!DOCTYPE tmx SYSTEM \"file:///dev/zero\">",
        " xml:lang=\"*all*\"", " xml:lang=\"\"", " lang=\"fr\"", " xmlns:a=\"b\"", " a=\"", "='",
        "/>", "</tu>",
        "</seg>", "<seg>", "<tu>", "<tuv xml:lang=\"fr\">", "<sub>", "</sub>", "<bpt i=\"1\">",
        "<ept i=\"9\"/>",
        "<hi>", "<langSec xml:lang=\"en\">", "<termSec>", "<term>", "</term>", "<tig>", "<ntig>",
        "<termGrp>",
        "<descrip type=\"subjectField\">", "<transacGrp>", "<conceptEntry>",
      ]
    case .word:
      return common + [
        "<", "&", "&#xD;", "]]>", "<!--", "</w:sdt>", "<w:sdt>", "<w:tag w:val=\"\"/>",
        "<w:tag w:val=\"en:kidal-0-9-01234567.89abcdef\"/>", "<w:del>", "</w:del>",
        "<w:moveFrom>", "</w:moveFrom>", "<w:ins w:id=\"1\">", "<w:p>", "</w:p>", "<w:r><w:t>",
        "</w:t></w:r>", "<w:t/>", "<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>",
        "<w:bookmarkStart w:id=\"1\" w:name=\"en_0_9_01234567_89abcdef\"/>",
        "<w:bookmarkEnd w:id=\"1\"/>", " w:id=\"1\"", " w:name=\"\"", "reviewed",
        "[not translated]", "<row id=\"kidal-0-9-01234567\"/>", " id=\"\"", " previous=\"&lt;\"",
      ]
    case .settings:
      return common + [
        "[", "]", "[[", "[bilingual]", "[engines.a]", "[engines.]", "=", "\"", "'", "\"\"\"", "#",
        "\\", "\\n", "\\u0041", ",", "engine = ", "minimum-rate = ", "key = \"secret\"\n",
        "use = \"openai\"\n", "url = \"http://127.0.0.1\"\n", "[\"a\", 'b']", "0x10", "1_000",
        "nan",
        "true",
      ]
    case .table:
      return common + [
        "\"", "\"\"", "\",\"", "\t\t\t", ";;;", ",,,", "id", "fr", "en", "fr_variants", "status",
        " | ", "#", "#UTX 1.11;",
        "'", "sep=;", "preferred", "deprecated", "\u{FEFF}id\tfr\ten\n", "src:pos", "source",
        "target", "\\n",
      ]
    case .json:
      return common + [
        "{", "}", "[", "]", "[[[[[[[[", "\"", "\\u0000", "\\ud800", "\\uDC00\\uD800", "\\", "null",
        "true", "{\"text\":",
        "\"text\":null", "\"id\":[]", "\"language\":\"xx-invalid-tag-that-is-much-too-long\"",
        "\"date\":\"2026-02-31\"", "NaN",
      ]
    case .text:
      return common + [
        "« ", " »", "“", "”", "—", "...", "…", "M. ", "MM. ", "etc. ", "1. ", "a) ", "(", ")",
        "\n\n", "\n\n\n\n",
        "Le 31 février 2026", "20h30", "3,5 %", "10 000", "AFP", "LIRE AUSSI", "Par ",
        "http://a.b/c?d=e", "@", "\u{A0}",
      ]
    }
  }
}
