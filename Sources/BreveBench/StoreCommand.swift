// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem
import Foundation
import Synchronization

/// Measures look-ups in a memory that `breve memory import` made.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "How long a look-up takes from the query to sorted matches with their texts.",
    discussion: """
      Processor time of one thread, each query timed alone, after one round to warm up. With --threads also how many \
      queries that many threads answer in a second of the clock, against one thread.

      EXAMPLES:
        breve-bench store laws.memory queries.tsv --minimum-rate 70 --results results.tsv
        breve-bench store laws.memory queries.tsv --threads 2
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

  @Option(help: "So many threads, each with a connection of its own.")
  var threads = 1

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
    StandardStream.output(
      "\(texts.count) queries at \(minimumRate) %: ms \(Quantiles(times).text)\n")
    if threads > 1 { try measureThreads(texts, request) }
  }

  /// One thread and all of them take turns, so that what else the machine does falls upon both; the middle of nine counts.
  private func measureThreads(_ texts: [String], _ request: MemoryRequest) throws {
    let lanes = try Lanes(threads, memory, texts, request)
    var turns: [(one: Throughput, all: Throughput)] = []
    for _ in 0..<9 { turns.append((lanes.measured(threads: 1), lanes.measured(threads: threads))) }
    turns.sort { $0.all.perSecond / $0.one.perSecond < $1.all.perSecond / $1.one.perSecond }
    let (one, all) = turns[turns.count / 2]
    StandardStream.output(
      "one thread: \(one.text); \(threads) threads: \(all.text), "
        + "\(BenchReport.decimals(all.perSecond / one.perSecond, 2)) times\n")
  }
}

/// The middle and the end of a list of times.
struct Quantiles {
  let text: String

  /// - Parameter times: In any order; at least one.
  init(_ times: [Double]) {
    let sorted = times.sorted()
    func quantile(_ share: Double) -> String {
      BenchReport.decimals(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))], 3)
    }
    let mean = BenchReport.decimals(times.reduce(0, +) / Double(times.count), 3)
    text = "p50 \(quantile(0.5)), p95 \(quantile(0.95)), mean \(mean)"
  }
}

/// How many queries threads answer in a second of the clock, and what one costs: on a busy machine, or one with fewer
/// processors, the cost says whether the threads are in each other's way.
private struct Throughput {
  let perSecond: Double
  let processorMilliseconds: Double

  var text: String {
    "\(BenchReport.decimals(perSecond, 0)) queries a second, "
      + "\(BenchReport.decimals(processorMilliseconds, 3)) ms of a processor each"
  }
}

/// Threads that look up the same queries, each with a connection of its own.
private final class Lanes: Sendable {
  /// What one thread works with.
  private final class Lane: Sendable {
    let searcher: Mutex<MemorySearcher>
    init(_ searcher: sending MemorySearcher) { self.searcher = Mutex(searcher) }
  }

  private let lanes: [Lane]
  private let texts: [String]
  private let request: MemoryRequest

  init(_ count: Int, _ memory: String, _ texts: [String], _ request: MemoryRequest) throws {
    lanes = try (0..<count).map { _ in Lane(try MemorySearcher(path: memory)) }
    self.texts = texts
    self.request = request
    run(threads: count, rounds: 1)
  }

  private func run(threads: Int, rounds: Int) {
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      lanes[thread].searcher.withLock { searcher in
        for _ in 0..<rounds {
          for text in texts { _ = try? searcher.matches(for: text, request) }
        }
      }
    }
  }

  func measured(threads: Int) -> Throughput {
    let rounds = 5
    let start = ContinuousClock.now
    let before = Machine.processorSeconds
    run(threads: threads, rounds: rounds)
    let time = (ContinuousClock.now - start) / .seconds(1)
    let queries = Double(threads * rounds * texts.count)
    return Throughput(
      perSecond: queries / time,
      processorMilliseconds: (Machine.processorSeconds - before) * 1_000 / queries)
  }
}
