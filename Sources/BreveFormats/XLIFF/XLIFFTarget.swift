// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

/// The content of a target: the text of a unit with the inline elements of the file.
enum XLIFFTarget {
  /// Makes the content.
  ///
  /// - Parameters:
  ///   - inline: The source in the file.
  ///   - source: The source of the unit.
  ///   - target: Its translation.
  /// - Returns: Nil where the inline elements of the three do not stand for one another.
  static func content(_ inline: XLIFFInline, source: Variant, target: Variant) -> String? {
    let wanted = inline.tags.indices.filter { !inline.tags[$0].isHighlight }
    let known = source.tags.filter { !$0.isHighlight }
    let given = target.tags.filter { !$0.isHighlight }
    guard wanted.count == known.count, given.count == known.count else { return nil }
    for (place, tag) in zip(wanted, known) where inline.tags[place].kind != tag.kind { return nil }
    let keys = keys(of: known)
    var places: [Key: [Int]] = [:]
    for (number, key) in keys.enumerated() { places[key, default: []].append(wanted[number]) }
    let bytes = Array(target.text.utf8)
    var text = ""
    var done = 0
    for (tag, key) in zip(given, Self.keys(of: given)) {
      guard let place = places[key]?.first else { return nil }
      places[key]?.removeFirst()
      let end = min(max(tag.position, done), bytes.count)
      text += XLIFFMarkup.escaped(String(decoding: bytes[done..<end], as: UTF8.self))
      done = end
      text += inline.markup[place]
    }
    text += XLIFFMarkup.escaped(String(decoding: bytes[done...], as: UTF8.self))
    let wrapped = Array("<x>\(text)</x>".utf8)
    return given.isEmpty || (try? MarkupDocument(wrapped, path: "")) != nil ? text : nil
  }

  /// What a tag of the source is known by in the target.
  private struct Key: Hashable {
    let kind: InlineTag.Kind
    /// What joins the variants of the unit; of the end of a pair, that of its beginning.
    let match: Int?
    let code: String
  }

  private static func keys(of tags: [InlineTag]) -> [Key] {
    var begun: [Int: Int] = [:]
    return tags.map { tag in
      var match = tag.match
      if let pair = tag.pair {
        if tag.kind == .begin, let match { begun[pair] = match }
        if tag.kind == .end { match = begun[pair] }
      }
      return Key(kind: tag.kind, match: match, code: tag.code)
    }
  }
}
