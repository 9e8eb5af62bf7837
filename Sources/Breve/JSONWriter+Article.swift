// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveText

/// The pieces of the machine interface that every command shares.
extension JSONWriter {
  /// `{"utf8":[start,end],"utf16":[start,end]}`, with `"bytes"` where the file was not UTF-8.
  mutating func value(_ range: SourceRange) {
    object { json in
      json.member("utf8") { $0.value(range.utf8) }
      json.member("utf16") { $0.value(range.utf16) }
      if let bytes = range.bytes { json.member("bytes") { $0.value(bytes) } }
    }
  }

  private mutating func value(_ range: Range<Int>) {
    array { json in
      json.value(range.lowerBound)
      json.value(range.upperBound)
    }
  }

  /// `{"value","precision","evidence":{"text","range"}}`, or null.
  mutating func value(_ date: ArticleDate?) {
    guard let date else { return value(nil as String?) }
    object { json in
      json.member("value", date.value.description)
      json.member("precision", date.value.precision.rawValue)
      json.member("evidence") { json in
        json.object { json in
          json.member("text", date.evidence)
          json.member("range") { json in
            if let range = date.range { json.value(range) } else { json.value(nil as String?) }
          }
        }
      }
    }
  }

  mutating func members(textOf segment: Segment) {
    member("text", segment.text)
    if let original = segment.original { member("original", original) }
  }

  mutating func value(_ repairs: [Repair]) {
    array { json in
      for repair in repairs {
        json.object { json in
          json.member("kind", repair.kind.rawValue)
          json.member("before", repair.before)
          json.member("after", repair.after)
          json.member("range") { $0.value(repair.range) }
        }
      }
    }
  }
}
