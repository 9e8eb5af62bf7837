// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats

/// The arguments that name articles and say how to read them.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders (their *.txt, subfolders included), or - for standard input.",
      valueName: "file|folder|-"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp("The language of the text, as fr; detected if not given.", valueName: "tag"))
  var language: String?

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("Threads; all processors if not given.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1, not \(jobs)") }
    if let language, !LanguageSupport.isKnown(Language(language)) {
      throw ValidationError(
        "--language takes a tag such as fr or pt-BR, not '\(language)'; see breve languages")
    }
  }

  var articleLanguage: Language? { language.map { Language($0) } }
}

/// What is told of one article on the command line.
struct FactArguments: ParsableArguments {
  @Option(help: "The outlet that published the article.")
  var outlet: String?

  @Option(help: ArgumentHelp("Its date.", valueName: "2025-04-03|2025-04|2025"))
  var date: String?

  @Option(help: "Its title.")
  var title: String?

  @Option(help: "Its link.")
  var url: String?

  func validate() throws {
    if let date, PartialDate(date) == nil {
      throw ValidationError("--date takes 2025-04-03, 2025-04 or 2025, not '\(date)'")
    }
  }

  var facts: SourceFacts {
    SourceFacts(outlet: outlet, date: date.flatMap { PartialDate($0) }, title: title, url: url)
  }

  var isEmpty: Bool { facts == SourceFacts() }
}
