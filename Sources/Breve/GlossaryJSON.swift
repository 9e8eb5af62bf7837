// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveFormats
package import BreveTerms

/// Lines of a glossary as JSON: `{"version":1,"entries":[…]}`.
package enum GlossaryJSON {
  /// The lines that hold a pair, in order.
  package static func document(_ rows: [GlossaryTable.Row]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("entries") { json in
        json.array { json in
          for row in rows {
            if let pair = row.pair { write(pair, line: row.line, to: &json) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ pair: TermPair, line: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("term", pair.source)
      json.member("translation", pair.target)
      json.member("entry", pair.id)
      json.member("status", pair.status.rawValue)
      json.member("line", line)
      write(pair.sourceVariants, "termVariants", to: &json)
      write(pair.targetVariants, "translationVariants", to: &json)
      let fields: [(String, String?)] = [
        ("partOfSpeech", pair.partOfSpeech?.rawValue), ("gender", pair.gender),
        ("domain", pair.domain),
      ]
      for (name, value) in fields { json.member(name, value?.isEmpty == false ? value : nil) }
      json.member("isUntranslated") { $0.value(pair.isUntranslated) }
      let texts: [(String, String)] = [
        ("matching", pair.matching.rawValue), ("definition", pair.definition), ("note", pair.note),
        ("source", pair.origin), ("created", pair.created), ("changed", pair.changed),
      ]
      for (name, value) in texts { json.member(name, value.isEmpty ? nil : value) }
      json.member("others") { json in
        json.array { json in
          for (name, value) in pair.others.sorted(by: { $0.key < $1.key }) {
            json.object { json in
              json.member("column", name)
              json.member("value", value)
            }
          }
        }
      }
    }
  }

  private static func write(
    _ texts: [String], _ name: String, to json: inout JSONWriter
  ) {
    json.member(name) { json in json.array { json in texts.forEach { json.value($0) } } }
  }
}

extension GlossaryJSON {
  /// Findings as `{"version":1,"findings":[…]}`.
  package static func findings(_ findings: [GlossaryFinding], path: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("findings") { json in
        json.array { json in
          for finding in findings {
            json.object { json in
              json.member("path", path)
              json.member("line", finding.line)
              json.member("kind", finding.kind.rawValue)
              json.member("text", finding.text)
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
