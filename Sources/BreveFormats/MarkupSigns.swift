// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The tags at the beginning of a text, and whether they are enough to say that it is markup.
struct MarkupSigns {
  private var names: [String] = []
  private var closings = 0
  /// UTF-16 units in tags.
  private var inTags = 0
  private var length = 0
  private var hasDeclaration = false
  /// The name behind DOCTYPE: that of the first element.
  private var doctype: String?
  private var isClosedByFirst = false

  /// So many units of a text are looked at.
  private static let sample = 1 << 14
  private static let longestTag = 2000

  init(_ text: [UInt16], from start: Int) {
    let end = min(text.count, start + Self.sample)
    length = end - start
    var index = start
    while index < end {
      guard text[index] == 0x3C, let close = Self.tagEnd(text, from: index, to: end) else {
        // Text before the first tag: it does not begin as markup.
        if names.isEmpty, !hasDeclaration, doctype == nil, !CharacterClass.isWhite(text[index]) {
          return
        }
        index += 1
        continue
      }
      read(text[index + 1..<close])
      inTags += close + 1 - index
      index = close + 1
    }
    isClosedByFirst = names.first.map { Self.ends(text, with: $0) } ?? false
  }

  /// The `>` of what begins with `<`, a letter, `/`, `?` or `!`.
  private static func tagEnd(_ text: [UInt16], from start: Int, to end: Int) -> Int? {
    guard start + 2 < end else { return nil }
    let next = text[start + 1]
    guard CharacterClass.table[Int(next)].isLetter || next == 0x2F || next == 0x3F || next == 0x21
    else { return nil }
    return text[start..<min(end, start + longestTag)].firstIndex(of: 0x3E)
  }

  private mutating func read(_ tag: ArraySlice<UInt16>) {
    guard let first = tag.first else { return }
    let name = Self.name(first == 0x2F || first == 0x3F || first == 0x21 ? tag.dropFirst() : tag)
    switch first {
    case 0x3F: if name == "xml" { hasDeclaration = true }
    case 0x21:
      if name == "doctype" {
        doctype = Self.name(tag.dropFirst(8).drop(while: CharacterClass.isWhite))
      }
    case 0x2F: closings += 1
    default: if !name.isEmpty { names.append(name) }
    }
  }

  private static func name(_ units: ArraySlice<UInt16>) -> String {
    let name = units.prefix {
      CharacterClass.table[Int($0)].isWordPart || $0 == 0x3A || $0 == 0x2D
    }
    return String(decoding: name, as: UTF16.self).lowercased()
  }

  /// Whether the text ends with the closing tag of `name`.
  private static func ends(_ text: [UInt16], with name: String) -> Bool {
    var end = text.count
    while end > 0, CharacterClass.isWhite(text[end - 1]) { end -= 1 }
    let tail = String(decoding: text[max(0, end - name.utf16.count - 3)..<end], as: UTF16.self)
    return tail.lowercased().hasSuffix("</" + name + ">")
  }

  /// The form, if there are enough signs.
  var form: FileForm? {
    guard let root = names.first else { return nil }
    let known = Set(names).intersection(Self.structure)
    // HTML 5 has no need of most end tags, nor of `<html>`.
    if doctype == "html" { return .html }
    if root == "html" || root == "head" || root == "body" {
      return closings > 1 && known.count > 1 ? .html : nil
    }
    if hasDeclaration || doctype != nil || isClosedByFirst && names.count > 1 {
      switch root {
      case "tmx": return .tmx
      case "xliff": return .xliff
      case "tbx", "martif": return .tbx
      default:
        let isPage = isClosedByFirst && Self.blocks.contains(root)
        return hasDeclaration || doctype != nil || !isPage ? .xml : dense
      }
    }
    return dense
  }

  /// A part of a page: many blocks, opened and closed.
  private var dense: FileForm? {
    let blocks = names.count { Self.blocks.contains($0) }
    return Self.blocks.contains(names[0]) && blocks >= 3 && names.count + closings >= 8
      && closings >= 3 && inTags * 20 >= length ? .html : nil
  }

  private static let structure: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "div", "p", "span", "a",
    "article", "section", "header", "nav", "h1", "h2", "img", "table", "ul",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "article", "section", "main", "header", "nav", "ul", "ol", "li", "h1", "h2", "h3",
    "table", "tr", "td", "blockquote", "figure", "figcaption", "meta", "link", "script", "style",
    "title", "span",
  ]
}
