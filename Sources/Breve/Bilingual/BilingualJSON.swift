// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveFormats
internal import BreveMemory
internal import BreveTerms

/// Bilingual briefs in the machine interface, version 1.
package enum BilingualJSON {
  /// `{"version":1,"briefs":[…]}` and a line break.
  package static func document(_ briefs: [BilingualBrief]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("briefs") { json in
        json.array { json in
          for bilingual in briefs {
            BriefJSON.write(bilingual.brief, id: nil, to: &json, notes: bilingual.notes) {
              write(bilingual, to: &$0)
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// One brief with the id of its line, and a line break.
  package static func line(_ bilingual: BilingualBrief, id: LineID?) -> [UInt8] {
    var json = JSONWriter()
    BriefJSON.write(bilingual.brief, id: .some(id), to: &json, notes: bilingual.notes) {
      write(bilingual, to: &$0)
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ bilingual: BilingualBrief, to json: inout JSONWriter) {
    json.member("rows") { json in
      json.array { json in
        for row in bilingual.rows { write(row, to: &json) }
      }
    }
    json.member("coverage") { json in
      json.object { json in
        json.member("sentences") { json in
          json.object { json in
            for label in RowTarget.Label.allCases {
              let count = bilingual.rows.count { $0.target.label == label }
              json.member(name(label), count)
            }
          }
        }
        let terms = bilingual.termCoverage
        json.member("terms") { json in
          json.object { json in
            json.member("rendered", terms.rendered)
            json.member("all", terms.all)
          }
        }
      }
    }
  }

  private static func name(_ label: RowTarget.Label) -> StaticString {
    switch label {
    case .memoryContext: "memory-context"
    case .memoryExact: "memory-exact"
    case .memoryRepaired: "memory-repaired"
    case .memoryFuzzy: "memory-fuzzy"
    case .engine: "engine"
    case .termsOnly: "terms-only"
    }
  }

  private static func write(_ row: BilingualRow, to json: inout JSONWriter) {
    json.object { json in
      json.member("source") { BriefJSON.write(row.source, to: &$0) }
      json.member("target") { write(row.target, to: &$0) }
      json.member("terms") { json in
        json.array { json in
          for term in row.terms {
            json.object { json in
              json.members(of: term.match)
              json.member("rendered") { $0.value(flag: term.isRendered) }
            }
          }
        }
      }
      json.member("facts") { json in
        json.array { json in
          for fact in row.facts {
            json.object { json in
              json.member("text", fact.source)
              json.member("translation", fact.target)
              json.member("note", fact.note)
            }
          }
        }
      }
      json.member("hints") { json in
        json.array { json in
          for hint in row.hints { write(hint, to: &json) }
        }
      }
      json.member("brackets") { json in
        json.array { json in
          for bracket in row.brackets {
            json.object { json in
              json.member("source", bracket.source)
              json.member("target", bracket.target)
              json.member("entry", bracket.entry)
              json.member("offset", bracket.offset)
              json.member("insertion", bracket.insertion)
            }
          }
        }
      }
      json.member("findings") { $0.value(row.findings) }
    }
  }

  private static func write(_ hint: RowHint, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", hint.kind.rawValue)
      json.member("text", hint.source)
      json.member("translation", hint.target)
      json.member("unit", hint.unit?.name)
      json.member("memory", hint.unit?.memory)
      json.member("state", hint.state?.rawValue)
    }
  }

  private static func write(_ target: RowTarget, to json: inout JSONWriter) {
    json.object { json in
      json.member("text", target.text)
      json.member("label", target.label.rawValue)
      json.member("rate") { $0.value(rate: target.rate) }
      json.member("unit", target.unit?.name)
      json.member("memory", target.unit?.memory)
      json.member("state", target.state?.rawValue)
      json.member("engine", target.engine)
      json.member("repairs") { json in
        json.array { json in
          for repair in target.repairs {
            json.object { json in
              json.member("kind", repair.kind)
              json.member("before", repair.before)
              json.member("after", repair.after)
            }
          }
        }
      }
      json.member("suggestion") { json in
        guard let suggestion = target.suggestion else { return json.value(nil as String?) }
        json.object { json in
          json.member("text", suggestion.target)
          json.member("source", suggestion.source)
          json.member("rate") { $0.value(rate: suggestion.rate) }
          json.member("unit", suggestion.unit.name)
          json.member("memory", suggestion.unit.memory)
          json.member("state", suggestion.state.rawValue)
          json.member("difference", suggestion.difference.marked)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func value(flag: Bool?) {
    if let flag { value(flag) } else { value(nil as String?) }
  }

  fileprivate mutating func value(rate: MatchRate?) {
    if let rate { value(rounded: rate.percent) } else { value(nil as String?) }
  }
}
