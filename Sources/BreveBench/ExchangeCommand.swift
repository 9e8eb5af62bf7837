// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveFormats
import BreveMemory
import BreveSystem

struct ExchangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange",
    abstract: "Read a TMX file, and write it again: MB/s, units a second, peak memory.",
    discussion: """
      Processor time of one thread. Written is to /dev/null.

      EXAMPLES:
        breve-bench exchange memory.tmx
      """)

  @Argument(help: "A TMX file.") var file: String

  func run() throws {
    var start = Machine.processorSeconds
    let reader = try TMXReader(contentsOf: file)
    var count = 0
    while try reader.next() != nil { count += 1 }
    report("read", Machine.processorSeconds - start, bytes: reader.byteCount, units: count)

    let again = try TMXReader(contentsOf: file)
    var writer = TMXWriter()
    var bytes = 0
    var seconds = 0.0
    var batch: [TranslationUnit] = []
    while true {
      batch.removeAll(keepingCapacity: true)
      while batch.count < 1_000, let unit = try again.next() { batch.append(unit) }
      if batch.isEmpty { break }
      start = Machine.processorSeconds
      for unit in batch { writer.append(unit) }
      bytes += writer.take().count
      seconds += Machine.processorSeconds - start
    }
    report("write", seconds, bytes: bytes, units: count)
  }

  private func report(_ what: String, _ seconds: Double, bytes: Int, units: Int) {
    StandardStream.output(
      "\(what): \(units) units, \(BenchReport.decimals(Double(bytes) / 1e6, 1)) MB, "
        + "\(BenchReport.decimals(seconds, 2)) s, "
        + "\(BenchReport.decimals(Double(bytes) / 1e6 / seconds, 1)) MB/s, "
        + "\(BenchReport.decimals(Double(units) / seconds, 0)) units/s, "
        + "peak \(Machine.peakKilobytes / 1_024) MB\n")
  }
}
