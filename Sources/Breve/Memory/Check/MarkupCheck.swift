// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

/// Compares the inline tags of two variants, and what in their texts looks like tags and placeholders.
enum MarkupCheck {
  /// What differs, in words; nil if nothing does.
  static func difference(_ source: Variant, _ target: Variant) -> String? {
    if !source.tags.isEmpty || !target.tags.isEmpty {
      let ones = names(source.tags)
      let others = names(target.tags)
      if ones != others {
        return
          "the source has \(source.tags.count) tags and the target \(target.tags.count), or others"
      }
      for (tags, side) in [(source.tags, "source"), (target.tags, "target")] {
        if let fault = unpaired(tags) { return "in the \(side) \(fault)" }
      }
    }
    var left = tokens(source.text)
    var right = tokens(target.text)
    if left.isEmpty, right.isEmpty { return nil }
    let closed = Set((left + right).compactMap(closedName))
    left.removeAll { !isMarkup($0, closed) }
    right.removeAll { !isMarkup($0, closed) }
    if let missing = missing(left, right) { return "'\(missing)' is not in the target" }
    if let missing = missing(right, left) { return "'\(missing)' is not in the source" }
    return nil
  }

  /// The name in `</b>`.
  private static func closedName(_ token: String) -> String? {
    token.hasPrefix("</") ? String(token.dropFirst(2).dropLast()) : nil
  }

  /// Whether a token is no mere word in angle brackets: it closes, is closed somewhere, or has an attribute.
  private static func isMarkup(_ token: String, _ closed: Set<String>) -> Bool {
    guard token.hasPrefix("<"), !token.hasPrefix("</"), !token.hasSuffix("/>") else { return true }
    let name = token.dropFirst().prefix { $0.isLetter || $0.isNumber }
    return closed.contains(String(name)) || token.contains("=\"") || name == "br"
  }

  /// The kinds and codes of tags, sorted.
  private static func names(_ tags: [InlineTag]) -> [String] {
    tags.filter { $0.kind != .highlightBegin && $0.kind != .highlightEnd }
      .map { $0.kind.rawValue + " " + $0.code }.sorted()
  }

  private static func unpaired(_ tags: [InlineTag]) -> String? {
    var open: [Int] = []
    for tag in tags {
      guard let pair = tag.pair else { continue }
      if tag.kind == .begin { open.append(pair) }
      if tag.kind == .end {
        guard let place = open.lastIndex(of: pair) else { return "a tag ends before it begins" }
        open.remove(at: place)
      }
    }
    return open.isEmpty ? nil : "a tag is not closed"
  }

  private static func missing(_ ones: [String], _ others: [String]) -> String? {
    var rest = others
    for one in ones {
      guard let place = rest.firstIndex(of: one) else { return one }
      rest.remove(at: place)
    }
    return nil
  }

  /// `<b>`, `</b>`, `<br/>`, `{0}`, `{name}`, `%s`, `%1$d`, in their order.
  static func tokens(_ text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x7B || $0 == 0x25 }) else { return [] }
    let bytes = Array(text.utf8)
    var found: [String] = []
    var place = 0
    while place < bytes.count {
      if let end = end(of: bytes, from: place) {
        found.append(String(decoding: bytes[place..<end], as: UTF8.self))
        place = end
      } else {
        place += 1
      }
    }
    return found
  }

  private static func end(of bytes: [UInt8], from place: Int) -> Int? {
    func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    func isWord(_ byte: UInt8) -> Bool {
      isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    switch bytes[place] {
    case UInt8(ascii: "<"):
      var index = place + 1
      if at(index) == UInt8(ascii: "/") { index += 1 }
      guard isLetter(at(index)) else { return nil }
      while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != 0x3C {
        index += 1
      }
      return at(index) == UInt8(ascii: ">") && index - place < 200 ? index + 1 : nil
    case UInt8(ascii: "{"):
      var index = place + 1
      while isWord(at(index)) { index += 1 }
      return index > place + 1 && at(index) == UInt8(ascii: "}") ? index + 1 : nil
    case UInt8(ascii: "%"):
      var index = place + 1
      while (0x30...0x39).contains(at(index)) { index += 1 }
      if index > place + 1 {
        guard at(index) == UInt8(ascii: "$") else { return nil }
        index += 1
      }
      let kinds: [UInt8] = [UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "@")]
      return kinds.contains(at(index)) && !isWord(at(index + 1)) ? index + 1 : nil
    default: return nil
    }
  }
}
