// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats

/// Ranges of a text, in UTF-8 and UTF-16, as the schemas of a memory have them.
enum TextRanges {
  /// An array of them.
  static func write(_ ranges: [Range<Int>], of text: String, _ json: inout JSONWriter) {
    json.array { json in
      for range in ranges {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
        let offset = text.utf16.distance(from: text.startIndex, to: start)
        let length = text.utf16.distance(from: start, to: end)
        json.object { json in
          Self.member("utf8", range, &json)
          Self.member("utf16", offset..<offset + length, &json)
        }
      }
    }
  }

  private static func member(
    _ name: String, _ range: Range<Int>, _ json: inout JSONWriter
  ) {
    json.member(name) { json in
      json.array { json in
        json.value(range.lowerBound)
        json.value(range.upperBound)
      }
    }
  }
}
