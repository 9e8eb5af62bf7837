// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveFormats
import BreveIndex
import BreveMemory
import BreveSystem
import FoundationEssentials

/// Measures the index of translation memories.
struct MemoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract:
      "How fast the index of a translation memory is built and searched, and whether it finds all.",
    discussion: """
      Processor time of one thread, each query timed alone, after one round to warm up; next to a comparison with every \
      unit by the same kernel. Without files, on a made-up memory.

      EXAMPLES:
        breve-bench memory
        breve-bench memory --units tm.tsv --queries queries.tsv --answers answers.tsv --minimum-rate 70
      """)

  @Option(help: ArgumentHelp("Units: the first column of a line.", valueName: "tsv"))
  var units: String?

  @Option(help: ArgumentHelp("Queries: the last column of a line.", valueName: "tsv"))
  var queries: String?

  @Option(
    help: ArgumentHelp(
      "Right answers: query, metric w, then index:similarity, at most five.", valueName: "tsv"))
  var answers: String?

  @Option(help: "The least rate, in percent.")
  var minimumRate = 70.0

  @Option(help: "The greatest number of matches of a query.")
  var limit = 5

  @Option(help: "plain or normalized.")
  var metric = MatchMetric.plain

  @Option(help: "Where the index is built; a folder that is taken away if not given.")
  var index: String?

  @Option(help: "How many units to add one by one at the end.")
  var additions = 100

  func run() async throws {
    let corpus = try MemoryCorpus(units: units, queries: queries)
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "breve-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let bench = MemoryBench(
      corpus: corpus, path: index ?? folder.path(percentEncoded: false),
      request: MatchRequest(
        metric: metric, minimum: MatchRate(percent: minimumRate), limit: limit))
    StandardStream.output(try await bench.run(answers: answers, additions: additions))
  }
}

extension MatchMetric: ExpressibleByArgument {}

/// The units and queries that are measured on.
struct MemoryCorpus: Sendable {
  let bytes: [UInt8]
  /// Where each unit stands.
  let units: [Range<Int>]
  let queries: [[UInt8]]

  init(units path: String?, queries queryPath: String?) throws {
    let bytes = try path.map { try FileBytes.read($0) } ?? Self.madeUp(units: 50_000)
    var units: [Range<Int>] = []
    var start = 0
    var column: Int?
    for (place, byte) in bytes.enumerated() {
      if byte == 0x09, column == nil { column = place }
      guard byte == 0x0A else { continue }
      units.append(start..<(column ?? place))
      start = place + 1
      column = nil
    }
    self.bytes = bytes
    self.units = units
    if let queryPath {
      queries = try FileBytes.read(queryPath).split(separator: 0x0A).map {
        Array($0.split(separator: 0x09, omittingEmptySubsequences: false).last ?? [])
      }
    } else {
      // Every hundredth unit without its third word.
      queries = units.enumerated().filter { $0.offset % max(1, units.count / 500) == 0 }.map {
        var words = bytes[$0.element].split(separator: 0x20).map(Array.init)
        if words.count > 2 { words.remove(at: 2) }
        return Array(words.joined(separator: [0x20]))
      }
    }
  }

  /// Lines of words, the first of which are frequent, as in a language.
  private static func madeUp(units: Int) -> [UInt8] {
    var state: UInt64 = 1
    func number(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var bytes: [UInt8] = []
    for _ in 0..<units {
      for _ in 0..<3 + number(40) {
        let word = number(1 + number(1 + number(30_000)))
        var rest = word + 1
        while rest > 0 {
          bytes.append(UInt8(0x61 + rest % 26))
          rest /= 26
        }
        bytes.append(0x20)
      }
      bytes.append(0x0A)
    }
    return bytes
  }
}
