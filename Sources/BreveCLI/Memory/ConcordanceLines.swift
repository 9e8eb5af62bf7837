// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveStore

/// The units of a concordance as they are written.
struct ConcordanceLines {
  /// Characters on either side of the words; 0 for the whole text.
  let context: Int
  let isColoured: Bool

  /// A unit for people: its number and state, and each side by itself.
  func text(_ match: ConcordanceMatch) -> String {
    """
    unit \(match.unit)  \(match.state.rawValue)
        \(match.source.map(shown) ?? "(no source)")
        \(match.target.map(shown) ?? "(no translation)")

    """
  }

  /// A text with its words marked, cut to what stands about them; whole if they do not stand in it.
  private func shown(_ side: ConcordanceMatch.Text) -> String {
    let bytes = Array(side.text.utf8)
    let isLikely = side.hits.isEmpty
    let hits = isLikely ? side.likely ?? [] : side.hits
    guard let first = hits.first, let last = hits.last else { return side.text }
    let start = context == 0 ? 0 : Self.start(of: context, before: first.lowerBound, in: bytes)
    let near = context == 0 ? last : hits.last { $0.lowerBound <= first.upperBound + context }
    let from = max(first.upperBound, near?.upperBound ?? 0)
    let end = context == 0 ? bytes.count : Self.end(of: context, after: from, in: bytes)
    var shown = start > 0 ? "…" : ""
    var done = start
    for hit in hits where hit.lowerBound >= done && hit.upperBound <= end {
      shown += String(decoding: bytes[done..<hit.lowerBound], as: UTF8.self)
      let word = String(decoding: bytes[hit], as: UTF8.self)
      shown += marked(word, isLikely: isLikely)
      done = hit.upperBound
    }
    shown += String(decoding: bytes[done..<end], as: UTF8.self)
    return (shown + (end < bytes.count ? "…" : "")).replacing("\n", with: " ")
  }

  /// A word that was found, or one that is likely its translation.
  private func marked(_ word: String, isLikely: Bool) -> String {
    if isLikely { return LikelyWord.marked(word, isColoured: isColoured) }
    return isColoured ? "\u{1B}[1;33m\(word)\u{1B}[0m" : "[\(word)]"
  }

  /// Where so many characters before `place` begin, moved on to the beginning of a word.
  private static func start(of count: Int, before place: Int, in bytes: [UInt8]) -> Int {
    var start = place
    var left = count
    while start > 0, left > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    while start > 0, start < place, bytes[start - 1] != 0x20 { start += 1 }
    return start
  }

  /// Where so many characters after `place` end, moved back to the end of a word.
  private static func end(of count: Int, after place: Int, in bytes: [UInt8]) -> Int {
    var end = place
    var left = count
    while end < bytes.count, left > 0 {
      end += 1
      if end == bytes.count || bytes[end] & 0xC0 != 0x80 { left -= 1 }
    }
    while end < bytes.count, end > place, bytes[end] != 0x20 { end -= 1 }
    return end
  }

  /// All units as one value; see `breve schema memory-concordance`.
  static func json(
    _ words: String, regex: String?, _ matches: [ConcordanceMatch], isCut: Bool
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("version", 1)
      json.member("words", words)
      json.member("regex", regex)
      json.member("units") { json in
        json.array { json in
          for match in matches {
            json.object { json in
              json.member("unit", match.unit)
              json.member("line", match.line)
              json.member("state", match.state.rawValue)
              json.member("source") { Self.write(match.source, &$0) }
              json.member("target") { Self.write(match.target, &$0) }
            }
          }
        }
      }
      json.member("more") { $0.value(isCut) }
    }
    return writer.bytes + [0x0A]
  }

  private static func write(_ side: ConcordanceMatch.Text?, _ json: inout JSONWriter) {
    guard let side else { return json.value(nil as String?) }
    let text = side.text
    json.object { json in
      json.member("text", text)
      json.member("hits") { TextRanges.write(side.hits, of: text, &$0) }
      if let likely = side.likely {
        json.member("likely") { TextRanges.write(likely, of: text, &$0) }
      }
    }
  }
}
