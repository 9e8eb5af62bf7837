// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
package import BreveTerms

/// Candidates for terms in the machine interface, version 1.
package enum CandidatesJSON {
  /// `{"version":1,"candidates":[{"text","count","score","contexts":[…],"translations":[…]}]}` and a line break.
  ///
  /// - Parameters:
  ///   - candidates: In their order.
  ///   - paths: Of the documents, in their order; nil for standard input.
  /// - Returns: UTF-8.
  package static func document(_ candidates: [TermCandidate], paths: [String?]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("candidates") { json in
        json.array { json in
          for candidate in candidates { json.object { $0.members(of: candidate, paths) } }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}

extension JSONWriter {
  fileprivate mutating func members(of candidate: TermCandidate, _ paths: [String?]) {
    member("text", candidate.text)
    member("count", candidate.count)
    member("score") { $0.value(rounded: candidate.score) }
    member("contexts") { json in
      json.array { json in
        for context in candidate.contexts {
          json.object { json in
            json.member("path", paths[context.document] ?? "-")
            json.member("text", context.text)
            json.member("range") { $0.value(context.range) }
          }
        }
      }
    }
    member("translations") { json in
      json.array { json in
        for translation in candidate.translations {
          json.object { json in
            json.member("text", translation.text)
            json.member("count", translation.count)
            json.member("association") { $0.value(rounded: translation.association) }
          }
        }
      }
    }
  }
}
