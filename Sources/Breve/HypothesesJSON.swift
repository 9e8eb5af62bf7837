// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats

/// What a ranker chose, for other scorers: `{"id","summary"}` a line.
package enum HypothesesJSON {
  package static func lines(_ hypotheses: [(id: String, summary: String)]) -> [UInt8] {
    var out: [UInt8] = []
    for (id, summary) in hypotheses {
      var json = JSONWriter()
      json.object { json in
        json.member("id", id)
        json.member("summary", summary)
      }
      out += json.bytes + [0x0A]
    }
    return out
  }
}
