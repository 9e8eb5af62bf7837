// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

/// Measures concordances of a memory that `breve memory import` made.
struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract:
      "How long a concordance of a phrase takes, from the words to the units with their texts.",
    discussion: """
      Processor time of one thread, each phrase timed alone, after one round to warm up. Without a list, the two words in \
      the middle of every so many units are the phrases.

      EXAMPLES:
        breve-bench concordance laws.memory
        breve-bench concordance laws.memory phrases.txt --limit 20
      """)

  @Argument(help: "The memory.")
  var memory: String

  @Argument(help: "Phrases, one a line.")
  var phrases: String?

  @Option(help: "At most so many units.")
  var limit = 20

  @Option(help: "So many phrases, where no list is given.")
  var count = 500

  @Flag(inversion: .prefixedNo, help: "Whether inflections count.")
  var inflections = true

  func run() throws {
    let phrases = try phrases.map(Self.lines(of:)) ?? madeUp()
    let searcher = try MemorySearcher(path: memory)
    var times: [Double] = []
    var found = 0
    for round in 0..<2 {
      for phrase in phrases {
        let request = ConcordanceRequest(
          words: phrase, isPhrase: true, hasInflections: inflections, limit: limit)
        let start = Machine.processorSeconds
        let units = try searcher.concordance(request)
        if round == 0 { continue }
        times.append((Machine.processorSeconds - start) * 1_000)
        found += units.count
      }
    }
    guard !times.isEmpty else { return }
    StandardStream.output(
      "\(phrases.count) phrases, \(found) units found: ms \(Quantiles(times).text), "
        + "longest \(BenchReport.decimals(times.max() ?? 0, 1))\n")
  }

  private static func lines(of path: String) throws -> [String] {
    try FileBytes.read(path).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Two words from the middle of units all over the memory.
  private func madeUp() throws -> [String] {
    let store = try MemoryStore(path: memory)
    let units = try store.statistics().units
    var phrases: [String] = []
    for number in 0..<count {
      let unit = try store.units(after: number * units / max(1, count), limit: 1).first
      let words = (unit?.variants.first?.text ?? "").split(separator: " ").filter { word in
        word.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
      }
      guard words.count > 1 else { continue }
      let middle = (words.count - 2) / 2
      phrases.append(words[middle] + " " + words[middle + 1])
    }
    return phrases
  }
}
