// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
package import BreveTerms

/// Terms found in texts in the machine interface, version 1.
package enum TermsJSON {
  /// `{"version":1,"documents":[{"path","matches":[…]}]}` and a line break.
  ///
  /// - Parameter documents: The path of each document, nil for standard input, and what was found in it.
  /// - Returns: UTF-8.
  package static func document(_ documents: [(path: String?, matches: [TermMatch])]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("documents") { json in
        json.array { json in
          for document in documents {
            json.object { json in
              json.member("path", document.path ?? "-")
              json.member("matches") { $0.value(document.matches) }
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}

extension JSONWriter {
  /// `[{"term","translation","entry","status","text","range"},…]`.
  mutating func value(_ matches: [TermMatch]) {
    array { json in
      for match in matches {
        json.object { $0.members(of: match) }
      }
    }
  }

  /// The members of one match.
  mutating func members(of match: TermMatch) {
    member("term", match.pair.source)
    member("translation", match.translation)
    member("entry", match.pair.id)
    member("status", match.pair.status.rawValue)
    member("text", match.text)
    member("range") { $0.value(match.range) }
  }
}
