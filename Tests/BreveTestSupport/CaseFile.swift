// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Segmentation cases that a linguist can write: a text, `---`, its sentences one a line, `===`.
///
/// Lines before a text that begin with `#` are comments.
package struct CaseFile: Sendable {
  package struct Case: Sendable, CustomStringConvertible {
    package let text: String
    package let sentences: [String]
    /// Where the text begins, as `fr.txt:12`.
    package let place: String

    package var description: String { "\(place) \(text)" }
  }

  package let cases: [Case]

  /// Reads `Cases/<name>` beside a test.
  package init(_ name: String, besides testFile: String) throws {
    let url = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Cases/\(name)")
    self.init(parsing: String(decoding: try Data(contentsOf: url), as: UTF8.self), name: name)
  }

  package init(parsing file: String, name: String) {
    var cases: [Case] = []
    var text: [Substring] = []
    var sentences: [String]?
    var start = 0
    for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "===" {
        if let found = sentences {
          cases.append(
            Case(text: text.joined(separator: "\n"), sentences: found, place: "\(name):\(start)"))
        }
        text = []
        sentences = nil
      } else if line == "---" {
        sentences = []
      } else if sentences != nil {
        sentences?.append(String(line))
      } else if !text.isEmpty || (!line.hasPrefix("#") && !line.isEmpty) {
        if text.isEmpty { start = number + 1 }
        text.append(line)
      }
    }
    self.cases = cases
  }
}
