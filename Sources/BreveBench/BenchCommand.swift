// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveSystem
import FoundationEssentials

@main
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breve-bench",
    abstract: "How fast the parts of Breve are, in one run, next to bare ICU.",
    discussion: """
      Processor time of one thread, the best of several rounds. On text that does not repeat: a JSON Lines file of articles, \
      or the seeds where none is given (their figures flatter every cache).

      EXAMPLES:
        breve-bench run
        breve-bench run --data articles.jsonl --record Reports/bench/record.json
        breve-bench compare Reports/bench/old.json Reports/bench/new.json
      """,
    subcommands: [
      RunCommand.self, CompareCommand.self, ExchangeCommand.self, MemoryCommand.self,
      StoreCommand.self, ConcordanceCommand.self, FuzzCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measure, and print a table.")

  @Option(help: ArgumentHelp("Articles as JSON Lines ({\"text\"} a line).", valueName: "file"))
  var data: String?

  @Option(help: ArgumentHelp("Only subjects whose name holds this.", valueName: "text"))
  var filter: String?

  @Option(help: "Rounds; the best counts.")
  var rounds = 5

  @Option(help: ArgumentHelp("The language of the articles.", valueName: "tag"))
  var language = "fr"

  @Option(help: ArgumentHelp("Write the figures as JSON.", valueName: "file"))
  var record: String?

  func run() throws {
    let corpus = try Corpus(path: data, language: Language(language))
    let subjects = Subject.all.filter { subject in filter.map { subject.name.contains($0) } ?? true
    }
    let results = subjects.map { $0.measured(on: corpus, rounds: rounds) }
    StandardStream.output(BenchReport(corpus: corpus, results: results).table)
    if let record { try BenchReport(corpus: corpus, results: results).write(to: record) }
  }
}

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "The ratios between two records.")

  @Argument(help: "The earlier record.") var before: String
  @Argument(help: "The later record.") var after: String

  func run() throws {
    let before = try BenchReport.results(in: before)
    let after = try BenchReport.results(in: after)
    for result in after {
      guard let old = before.first(where: { $0.subject == result.subject }) else { continue }
      let ratio = result.megabytesPerSecond / old.megabytesPerSecond
      StandardStream.output("\(result.subject): \(BenchReport.decimals(ratio, 2)) times as fast\n")
    }
  }
}
