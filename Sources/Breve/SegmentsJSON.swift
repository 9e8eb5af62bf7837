// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveText

/// Documents and their segments in the machine interface, version 1.
package enum SegmentsJSON {
  /// `{"version":1,"documents":[…]}` and a line break.
  package static func document(_ articles: [Article]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("documents") { json in
        json.array { json in
          for article in articles { write(article, to: &json) }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ article: Article, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", article.path)
      json.member("sha256", article.sha256)
      json.member("language", article.language.tag)
      json.member("languageConfidence") { json in
        if let confidence = article.document.languageConfidence {
          json.value(rounded: confidence)
        } else {
          json.value(nil as String?)
        }
      }
      json.member("encoding", article.document.source.encoding)
      json.member("lines", article.document.lines.rawValue)
      json.member("date") { $0.value(article.date) }
      json.member("segments") { json in
        json.array { json in
          for segment in article.document.segments {
            json.object { json in
              json.members(textOf: segment)
              json.member("role", segment.role.rawValue)
              json.member("range") { $0.value(segment.range) }
              json.member("block", segment.block)
              if let language = segment.language { json.member("language", language.tag) }
            }
          }
        }
      }
      json.member("repairs") { $0.value(article.document.repairs) }
    }
  }
}
