// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
public import BreveTerms

/// One pair of a finished translation and what was found in it.
public struct VerifiedPair: Sendable {
  /// Where it stands in its file, from 1.
  public let line: Int
  /// Its number among the units of a translation memory, from 1; nil in other files.
  public let unit: Int?
  public let source: String
  public let target: String
  public let issues: [ConsistencyIssue]

  /// A pair with its issues.
  public init(
    line: Int, unit: Int? = nil, source: String, target: String, issues: [ConsistencyIssue]
  ) {
    self.line = line
    self.unit = unit
    self.source = source
    self.target = target
    self.issues = issues
  }
}

/// Checked pairs in the machine interface, version 1, and as SARIF.
package enum VerificationJSON {
  /// `{"version":1,"pairs":[{"line","unit","source","target","issues":[…]}]}`; pairs without issues are left out.
  ///
  /// - Parameters:
  ///   - pairs: What was checked.
  ///   - explanations: What became of one term, where that was asked; nil leaves the member out.
  /// - Returns: UTF-8.
  package static func document(
    _ pairs: [VerifiedPair], explanations: [ExplainedTerm]? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("pairs") { json in
        json.array { json in
          for pair in pairs where !pair.issues.isEmpty { write(pair, to: &json) }
        }
      }
      guard let explanations else { return }
      json.member("explanations") { json in
        json.array { json in for term in explanations { term.write(to: &json) } }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ pair: VerifiedPair, to json: inout JSONWriter) {
    json.object { json in
      json.member("line", pair.line)
      json.member("unit", pair.unit)
      json.member("source", pair.source)
      json.member("target", pair.target)
      json.member("issues") { $0.value(pair.issues) }
    }
  }

  /// The log that code hosts and editors show (SARIF 2.1.0, OASIS 2020).
  ///
  /// - Parameters:
  ///   - pairs: What was checked.
  ///   - path: The file of the translations.
  ///   - version: The version of Breve.
  /// - Returns: UTF-8.
  package static func sarif(_ pairs: [VerifiedPair], path: String, version: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.member("runs") { json in
        json.array { json in
          json.object { json in
            json.member("tool") { json in
              json.object { json in
                json.member("driver") { writeDriver(version, to: &$0) }
              }
            }
            json.member("columnKind", "utf16CodeUnits")
            json.member("results") { json in
              json.array { json in
                for pair in pairs {
                  for issue in pair.issues { write(issue, of: pair, path, to: &json) }
                }
              }
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func writeDriver(_ version: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", "breve")
      json.member("version", version)
      json.member("rules") { json in
        json.array { json in
          for kind in ConsistencyIssue.Kind.allCases {
            json.object { $0.member("id", kind.rawValue) }
          }
        }
      }
    }
  }

  private static func write(
    _ issue: ConsistencyIssue, of pair: VerifiedPair, _ path: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("ruleId", issue.kind.rawValue)
      json.member("level", "warning")
      json.member("message") { $0.object { $0.member("text", issue.message) } }
      json.member("locations") { json in
        json.array { json in
          json.object { json in
            json.member("physicalLocation") { json in
              json.object { json in
                json.member("artifactLocation") { $0.object { $0.member("uri", path) } }
                json.member("region") { json in
                  json.object { json in
                    json.member("startLine", pair.line)
                    // In a memory, columns of a line say nothing of a segment.
                    if let target = issue.target, pair.unit == nil {
                      json.member("startColumn", target.lowerBound + 1)
                      json.member("endColumn", target.upperBound + 1)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// `[{"kind","message","source","target","entry"},…]`, ranges in UTF-16 units.
  mutating func value(_ issues: [ConsistencyIssue]) {
    array { json in
      for issue in issues {
        json.object { json in
          json.member("kind", issue.kind.rawValue)
          json.member("message", issue.message)
          json.member("source") { $0.value(utf16: issue.source) }
          json.member("target") { $0.value(utf16: issue.target) }
          json.member("entry", issue.entry)
        }
      }
    }
  }

  mutating func value(utf16 range: Range<Int>?) {
    guard let range else { return value(nil as Int?) }
    array { json in
      json.value(range.lowerBound)
      json.value(range.upperBound)
    }
  }
}
