// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

/// Measures look-ups in a memory that `breve memory import` made.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "How long a look-up takes from the query to sorted matches with their texts.",
    discussion: """
      Processor time of one thread, each query timed alone, after one round to warm up.

      EXAMPLE:
        breve-bench store laws.memory queries.tsv --minimum-rate 70 --results results.tsv
      """)

  @Argument(help: "The memory.")
  var memory: String

  @Argument(help: "Queries: the last column of a line.")
  var queries: String

  @Option(help: "The least rate, in percent.")
  var minimumRate = 70.0

  @Option(help: "The greatest number of matches of a query.")
  var limit = 5

  @Option(help: "plain or normalized.")
  var metric = MatchMetric.plain

  @Option(help: "A file for number, milliseconds twice, and line:similarity of each match.")
  var results: String?

  func run() throws {
    let texts = try FileBytes.read(queries).split(separator: 0x0A).map { line in
      String(
        decoding: line.split(separator: 0x09, omittingEmptySubsequences: false).last ?? line,
        as: UTF8.self)
    }
    let searcher = try MemorySearcher(path: memory)
    let request = MemoryRequest(
      metric: metric, minimum: MatchRate(percent: minimumRate), limit: limit)
    for text in texts { _ = try searcher.matches(for: text, request) }
    var times: [Double] = []
    var report = ""
    for (number, text) in texts.enumerated() {
      let start = Machine.processorSeconds
      let matches = try searcher.matches(for: text, request)
      let time = (Machine.processorSeconds - start) * 1_000
      times.append(time)
      report += "\(number)\t\(time)\t\(time)"
      for match in matches { report += "\t\(match.line ?? -1):\(match.rate.percent / 100)" }
      report += "\n"
    }
    if let results { try FileBytes.write(Array(report.utf8), to: results) }
    guard !times.isEmpty else { return }
    let mean = times.reduce(0, +) / Double(times.count)
    times.sort()
    func quantile(_ share: Double) -> Double {
      times[min(times.count - 1, Int(Double(times.count) * share))]
    }
    StandardStream.output(
      "\(texts.count) queries at \(minimumRate) %: ms p50 \(quantile(0.5)), p95 \(quantile(0.95)), mean \(mean)\n"
    )
  }
}
