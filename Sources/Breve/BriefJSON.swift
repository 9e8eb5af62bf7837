// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveFormats
internal import BreveText

/// Briefs in the machine interface, version 1.
package enum BriefJSON {
  /// `{"version":1,"briefs":[…]}` and a line break.
  package static func document(_ briefs: [Brief]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("briefs") { json in
        json.array { json in
          for brief in briefs { write(brief, id: nil, to: &json) }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// One brief with the id of its line, and a line break.
  package static func line(_ brief: Brief, id: LineID?) -> [UInt8] {
    // The text comes once, with what is said of each sentence.
    var json = JSONWriter(capacity: 2 * brief.article.document.text.units.count + 2048)
    write(brief, id: .some(id), to: &json)
    json.endLine()
    return json.bytes
  }

  /// What stands in the place of a line that could not be used.
  package static func errorLine(id: LineID?, reason: String, line: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id") { $0.value(id) }
      json.member("error", reason)
      json.member("line", line)
    }
    return json.bytes + [0x0A]
  }

  /// One brief; `notes` are added to its own, and `others` writes members behind them.
  static func write(
    _ brief: Brief, id: LineID??, to json: inout JSONWriter, notes: [Note] = [],
    others: (inout JSONWriter) -> Void = { _ in }
  ) {
    let article = brief.article
    let summary = brief.summary
    json.object { json in
      if let id { json.member("id") { $0.value(id) } }
      json.member("path", article.path)
      json.member("sha256", article.sha256)
      json.member("language", article.language.tag)
      json.member("title", article.title)
      json.member("outlet", article.facts.outlet)
      json.member("url", article.facts.url)
      json.member("date") { $0.value(article.date) }
      json.member("ranker", brief.ranker)
      json.member("focus", brief.focus)
      json.member("words", Segment.wordCount(of: summary))
      json.member("characters", summary.unicodeScalars.count)
      json.member("sentences") { json in
        json.array { json in
          for sentence in brief.sentences { write(sentence, to: &json) }
        }
      }
      json.member("summary", summary)
      json.member("keyphrases") { json in
        json.array { json in
          for phrase in brief.keyPhrases {
            json.object { json in
              json.member("text", phrase.text)
              json.member("count", phrase.count)
            }
          }
        }
      }
      json.member("terms") { $0.value(brief.terms) }
      json.member("omitted") { json in
        json.array { json in
          for omitted in brief.omitted { write(omitted, to: &json) }
        }
      }
      json.member("repairs") { $0.value(article.document.repairs) }
      json.member("notes") { json in
        json.array { json in
          for note in brief.notes + notes {
            json.object { json in
              json.member("kind", note.kind.rawValue)
              json.member("text", note.text)
            }
          }
        }
      }
      others(&json)
    }
  }

  static func write(_ sentence: RankedSegment, to json: inout JSONWriter) {
    json.object { json in
      json.members(textOf: sentence.segment)
      json.member("score") { $0.value(rounded: sentence.score) }
      json.member("rank", sentence.rank)
      json.member("range") { $0.value(sentence.segment.range) }
      json.member("role", sentence.segment.role.rawValue)
      json.member("block", sentence.segment.block)
      json.member("why") { json in
        json.object { json in
          json.member("text", sentence.why.text)
          json.member("shares") { json in
            json.array { json in
              for share in sentence.why.shares {
                json.object { json in
                  json.member("feature", share.feature.rawValue)
                  json.member("value") { $0.value(rounded: share.value) }
                  json.member("contribution") { $0.value(rounded: share.contribution) }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ omitted: OmittedSegment, to json: inout JSONWriter) {
    json.object { json in
      json.member("role", omitted.segment.role.rawValue)
      json.member("rank", omitted.rank)
      json.member("reason", omitted.reason)
      json.member("range") { $0.value(omitted.segment.range) }
      json.members(textOf: omitted.segment)
    }
  }
}

extension JSONWriter {
  mutating func value(_ id: LineID?) {
    switch id {
    case .text(let text): value(text)
    case .number(let number): value(number)
    case nil: value(nil as String?)
    }
  }
}
