// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import Foundation

/// A case of `Cases/recognition.txt`, whose head says how it is written, or of `Cases/recognition.de.txt` and the like.
struct RecognitionCase: Sendable, CustomStringConvertible {
  let text: String
  let pairs: [TermPair]
  /// The text of each match and the number of its entry, from 1.
  let matches: [String]
  /// As `recognition.txt:12`.
  let place: String

  var description: String { "\(place) \(text)" }

  /// The cases of a language; French without one.
  static func all(
    of language: String? = nil, besides testFile: String = #filePath
  ) throws -> [RecognitionCase] {
    let name = "recognition\(language.map { ".\($0)" } ?? "").txt"
    let url = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Cases/\(name)")
    let file = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    var cases: [RecognitionCase] = []
    var parts: [[String]] = [[]]
    var start = 0
    for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "===" {
        guard parts.count == 3 else { throw Malformed(line: start) }
        cases.append(
          RecognitionCase(
            text: parts[0].joined(separator: "\n"),
            pairs: parts[1].enumerated().map { pair($1, number: $0 + 1) },
            matches: parts[2].map { match in
              match.contains(" = ")
                ? match : match.replacingOccurrences(of: "\\n", with: "\n") + " = 1"
            }, place: "\(name):\(start)"))
        parts = [[]]
      } else if line == "---" {
        parts.append([])
      } else if parts.count > 1 || !(line.isEmpty || line.hasPrefix("#")) {
        if parts == [[]] { start = number + 1 }
        parts[parts.count - 1].append(String(line))
      }
    }
    guard parts == [[]] else { throw Malformed(line: start) }
    return cases
  }

  /// A case without its two `---` or its `===`; it would be passed over unseen.
  struct Malformed: Error { let line: Int }

  private static func pair(_ line: String, number: Int) -> TermPair {
    let sides = line.components(separatedBy: " | ")
    var pair = TermPair(id: String(number), source: sides[0], target: "-")
    guard sides.count > 1 else { return pair }
    var words = sides[1]
    if let variant = words.range(of: "also=") {
      pair.sourceVariants = [String(words[variant.upperBound...])]
      words = String(words[..<variant.lowerBound])
    }
    for word in words.split(separator: " ").map(String.init) {
      if ["m", "f", "mpl", "fpl"].contains(word) {
        pair.gender = word
      } else if TermMatching.known.contains(TermMatching(rawValue: word)) {
        pair.matching = TermMatching(rawValue: word)
      } else {
        pair.partOfSpeech = PartOfSpeech(rawValue: word)
      }
    }
    return pair
  }
}
