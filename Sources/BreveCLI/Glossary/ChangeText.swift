// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats

/// Lines of a glossary as a change shows them: `-` and `+`, the number, the fields that are not empty.
enum ChangeText {
  static func lines(_ edits: NumberedEdits) -> String {
    (edits.removed.map { ("-", $0) } + edits.added.map { ("+", $0) }).map { sign, line in
      "\(sign) \(line.line): \(fields(line.text))\n"
    }.joined()
  }

  static func fields(_ line: String) -> String {
    line.split(separator: "\t").joined(separator: " · ")
  }
}
