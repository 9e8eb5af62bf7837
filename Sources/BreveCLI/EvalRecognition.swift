// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveText

struct EvalRecognition: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognition",
    abstract: "Precision, recall and F1 of term recognition on cases, and what went wrong.",
    discussion: """
      A file has texts with entries and the ranges where they stand, in UTF-16 units:
        {"cases":[{"id","text","entries":[{"term","variants"}],"flags":{"pos","caseSensitive"},
                   "expect":[{"entry","utf16":[start,end]}]}]}

      EXAMPLE:
        breve eval recognition recognition_cases.json
      """)

  @Argument(help: ArgumentHelp("Files of cases.", valueName: "file"))
  var inputs: [String]

  @Flag(inversion: .prefixedNo, help: "Use the French dictionary; without, the rules of spelling.")
  var dictionary = true

  func run() throws {
    let diagnostics = Diagnostics()
    let dictionaries = dictionary ? SpellingDictionaries() : SpellingDictionaries.none
    var out = "| cases | right | P | R | F1 |\n|---|--:|--:|--:|--:|\n"
    var details = ""
    for path in inputs {
      do {
        let result = try RecognitionEvaluation(
          try RecognitionCases(path: path), dictionaries: dictionaries)
        out +=
          "| \(Inputs.name(of: path)) | \(result.cases - result.failures.count) of \(result.cases) "
        out +=
          "| \(percent(result.precision)) | \(percent(result.recall)) | \(percent(result.f1)) |\n"
        for failure in result.failures { details += line(failure) }
      } catch {
        diagnostics.failure(error)
      }
    }
    StandardStream.output(out + (details.isEmpty ? "" : "\n" + details))
    diagnostics.hint(aboutMissing: dictionaries)
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private func line(_ failure: RecognitionEvaluation.Failure) -> String {
    let units = Array(failure.example.text.utf16)
    func list(_ found: [RecognitionCases.Found]) -> String {
      found.map { found in
        let term = Int(found.entry).map { failure.example.pairs[$0].source } ?? found.entry
        return "'\(String(decoding: units[found.range], as: UTF16.self))' (\(term))"
      }.joined(separator: ", ")
    }
    var out = "- \(failure.example.id): \(failure.example.text)\n"
    if !failure.missed.isEmpty { out += "  - missed: \(list(failure.missed))\n" }
    if !failure.wrong.isEmpty { out += "  - wrong: \(list(failure.wrong))\n" }
    return out
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
