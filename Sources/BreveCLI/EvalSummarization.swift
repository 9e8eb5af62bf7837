// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveRanking
import BreveSystem

struct EvalSummarization: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarization",
    abstract:
      "ROUGE of the rankers on articles with summaries, all cut at the same number of words.",
    discussion: """
      A file has one article a line: {"id","lang","title","text","summary"} (or "summaries", several). Sentences are taken \
      in rank order until they hold N words, put in the order of the text, and cut at N.

      EXAMPLES:
        breve eval summarization dev.jsonl
        breve eval summarization dev.jsonl --ranker fused --words 30 --hypotheses out.jsonl
      """)

  @Argument(help: ArgumentHelp("Articles with summaries, as JSON Lines.", valueName: "file"))
  var inputs: [String]

  @Option(help: ArgumentHelp("Cut at so many words; 30 and 60 if not given.", valueName: "n"))
  var words: Int?

  @Option(help: "Only this ranker (and lead, to compare with).")
  var ranker: RankerName?

  @Option(
    help: ArgumentHelp(
      "Write what the ranker chose: {\"id\",\"summary\"} a line.", valueName: "file"))
  var hypotheses: String?

  @Flag(name: .customLong("no-titles"), help: "Hide the titles.")
  var hidesTitles = false

  @Flag(help: "Also search for the best choice there is (slow).")
  var oracle = false

  func validate() throws {
    if hypotheses != nil, ranker == nil || words == nil || inputs.count != 1 {
      throw ValidationError("--hypotheses goes with one file, --ranker and --words")
    }
    if let words, words < 1 { throw ValidationError("--words is at least 1, not \(words)") }
  }

  func run() async throws {
    let diagnostics = Diagnostics()
    let names = ranker.map { $0 == .lead ? [.lead] : [.lead, $0] } ?? RankerName.allCases
    var out =
      "# Summarization\n\nMade by `\(command)`. In percent; after a figure, the difference to lead with its\n"
    out += "paired 95 % interval.\n"
    for path in inputs {
      do {
        let corpus = try SummarizationCorpus(ReferenceArticle.read(path), withTitles: !hidesTitles)
        for limit in words.map({ [$0] }) ?? [30, 60] {
          let evaluation = SummarizationEvaluation(
            corpus, rankers: names.map(\.ranker), limit: limit, withOracle: oracle)
          out += SummarizationTable(evaluation, file: Inputs.name(of: path), limit: limit).markdown
          if let hypotheses, let name = ranker?.rawValue,
            let result = evaluation.results.first(where: { $0.ranker == name })
          {
            try FileBytes.write(HypothesesJSON.lines(result.hypotheses), to: hypotheses)
          }
        }
      } catch {
        diagnostics.failure(error)
      }
    }
    StandardStream.output(out)
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private var command: String {
    var parts = ["breve eval summarization"] + inputs
    if let words { parts.append("--words \(words)") }
    if let ranker { parts.append("--ranker \(ranker.rawValue)") }
    if hidesTitles { parts.append("--no-titles") }
    if oracle { parts.append("--oracle") }
    return parts.joined(separator: " ")
  }
}

/// The figures of all rankers on one file at one length.
struct SummarizationTable {
  private let evaluation: SummarizationEvaluation
  private let file: String
  private let limit: Int

  init(_ evaluation: SummarizationEvaluation, file: String, limit: Int) {
    self.evaluation = evaluation
    self.file = file
    self.limit = limit
  }

  private static let columns: [(name: String, value: @Sendable (Rouge.Scores) -> Double)] = [
    ("R1 F1", { $0.r1F }), ("R2 F1", { $0.r2F }), ("RL F1", { $0.rLF }), ("R1 recall", { $0.r1R }),
    ("R2 recall", { $0.r2R }),
  ]

  var markdown: String {
    let count = evaluation.results.first?.scores.count ?? 0
    var out = "\n## \(file), \(limit) words (\(count) articles)\n\n| ranker | "
    out += Self.columns.map(\.name).joined(separator: " | ") + " |\n|---|"
    out += Self.columns.map { _ in "--:|" }.joined() + "\n"
    let lead = evaluation.results.first { $0.ranker == "lead" }
    for result in evaluation.results {
      let cells = Self.columns.map { column in
        let values = result.scores.map(column.value)
        let mean = decimals(100 * values.reduce(0, +) / Double(max(1, values.count)))
        guard let lead, result.ranker != "lead" else { return mean }
        let difference = BootstrapMean(
          zip(result.scores, lead.scores).map { column.value($0) - column.value($1) })
        return mean
          + " (\(signed(difference.mean)) [\(signed(difference.low)), \(signed(difference.high))])"
      }
      out += "| \(result.ranker) | " + cells.joined(separator: " | ") + " |\n"
    }
    return out
  }

  private func signed(_ share: Double) -> String {
    (share < 0 ? "−" : "+") + decimals(100 * abs(share))
  }

  private func decimals(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
