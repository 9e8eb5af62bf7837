// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveIndex
import BreveMemory
import BreveSystem

/// One run over a memory.
struct MemoryBench: Sendable {
  let corpus: MemoryCorpus
  let path: String
  let request: MatchRequest

  func run(answers: String?, additions: Int) async throws -> String {
    let start = Machine.processorSeconds
    let writer = try TokenIndexWriter(path, replacing: true)
    for (unit, range) in corpus.units.enumerated() {
      try writer.put(unit: UInt32(unit), text: corpus.bytes.span.extracting(range))
    }
    try writer.commit(stamp: 1)
    let building = Machine.processorSeconds - start

    let opening = Machine.processorSeconds
    let folder = try TokenIndexFolder(path)
    let opened = Machine.processorSeconds - opening
    let text = corpus.units.reduce(0) { $0 + $1.count }

    var matcher = TokenMatcher()
    var found = search(folder.index, &matcher)
    found = search(folder.index, &matcher)
    let times = found.map(\.seconds).sorted()
    let total = times.reduce(0, +)

    var lines = [
      "units | \(corpus.units.count), \(decimals(Double(text) / 1e6, 1)) MB",
      "built, units a second | \(Int(Double(corpus.units.count) / building))",
      "index, share of the text | \(decimals(Double(folder.bytes) / Double(max(1, text)), 2))",
      "opened, ms | \(decimals(opened * 1000, 2))",
      "queries | \(corpus.queries.count), at \(decimals(request.minimum.percent, 1)) %, limit \(request.limit)",
      "p50, ms | \(decimals(percentile(times, 50) * 1000, 3))",
      "p95, ms | \(decimals(percentile(times, 95) * 1000, 3))",
      "mean, ms | \(decimals(total / Double(max(1, times.count)) * 1000, 3))",
    ]
    lines.append(
      contentsOf: compared(found, index: folder.index, mean: total / Double(max(1, times.count))))
    let threads = await twoThreads(folder.index)
    lines.append("two threads, throughput of one | \(threads)")
    lines.append("concordance of two words, ms | \(concordances(folder.index))")
    if let answers {
      lines.append("answers that differ | \(try different(found, answers: answers))")
    }
    lines.append("added and found, ms | \(try added(additions, writer: writer))")
    return "| what | figure |\n|---|--:|\n" + lines.map { "| \($0) |\n" }.joined()
  }

  struct Found: Sendable {
    let seconds: Double
    let matches: [MatchCandidate]
  }

  private func search(_ index: TokenIndex, _ matcher: inout TokenMatcher) -> [Found] {
    corpus.queries.map { query in
      let start = Machine.processorSeconds
      let matches = matcher.matches(for: query.span, in: index, request)
      return Found(seconds: Machine.processorSeconds - start, matches: matches)
    }
  }

  /// A few of the queries compared with every unit by the same kernel.
  private func compared(_ found: [Found], index: TokenIndex, mean: Double) -> [String] {
    var recent = RecentUnits()
    for (unit, range) in corpus.units.enumerated().prefix(100_000) {
      recent.put(unit: UInt32(unit), text: corpus.bytes.span.extracting(range))
    }
    let scanned = TokenIndex(recent: recent)
    var matcher = TokenMatcher()
    var differing = 0
    let step = max(1, corpus.queries.count / 10)
    let picked = stride(from: 0, to: corpus.queries.count, by: step)
    let start = Machine.processorSeconds
    for query in picked {
      let text = corpus.queries[query]
      let matches = matcher.matches(for: text.span, in: scanned, request)
      if recent.units.count == corpus.units.count, matches != found[query].matches {
        differing += 1
      }
    }
    let one = (Machine.processorSeconds - start) / Double(max(1, Array(picked).count))
    let all = one * Double(corpus.units.count) / Double(max(1, recent.units.count))
    return [
      "comparison with every unit, ms | \(decimals(all * 1000, 2)), \(decimals(all / mean, 0)) times as long",
      "differences from it | \(differing)",
    ]
  }

  /// The throughput of two threads, that of one being 1: by the clock, and by processor time, where 2 is two threads that do
  /// not hold each other up, whatever else the machine does.
  private func twoThreads(_ index: TokenIndex) async -> String {
    let one = await seconds(threads: 1, index)
    let two = await seconds(threads: 2, index)
    return "\(decimals(2 * one.clock / two.clock, 2)), by processor time "
      + decimals(4 * one.processor / two.processor, 2)
  }

  private func seconds(
    threads: Int, _ index: TokenIndex
  ) async -> (clock: Double, processor: Double) {
    let processor = Machine.processorSeconds
    let start = ContinuousClock.now
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<threads {
        group.addTask {
          var matcher = TokenMatcher()
          return search(index, &matcher).count + search(index, &matcher).count
        }
      }
    }
    let passed = start.duration(to: .now).components
    return (
      Double(passed.seconds) + Double(passed.attoseconds) / 1e18,
      Machine.processorSeconds - processor
    )
  }

  /// Two neighbouring words of every query, as a phrase.
  private func concordances(_ index: TokenIndex) -> String {
    var search = ConcordanceSearch()
    var times: [Double] = []
    var units = 0
    for query in corpus.queries {
      let words = query.split { !($0 >= 0x80 || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)) }
      guard words.count > 5 else { continue }
      let phrase = String(decoding: words[3] + [0x20] + words[4], as: UTF8.self)
      let start = Machine.processorSeconds
      units += search.units(with: ConcordanceQuery(phrase, isPhrase: true), in: index).count
      times.append(Machine.processorSeconds - start)
    }
    times.sort()
    return "p50 \(decimals(percentile(times, 50) * 1000, 2)), p95 "
      + "\(decimals(percentile(times, 95) * 1000, 2)), most \(decimals((times.last ?? 0) * 1000, 1)); "
      + "\(units / max(1, times.count)) units each"
  }

  /// How many queries have other similarities than the answers say.
  private func different(_ found: [Found], answers: String) throws -> Int {
    var differing = 0
    for line in String(decoding: try FileBytes.read(answers), as: UTF8.self).split(separator: "\n")
    {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 2, fields[1] == "w", let query = Int(fields[0]), query < found.count
      else { continue }
      let rates = fields.dropFirst(2).filter { $0.contains(":") }.compactMap {
        Double($0.split(separator: ":").last ?? "").map { $0 * 100 }
      }.filter { $0 >= request.minimum.percent - 1e-4 }.prefix(request.limit)
      let ours = found[query].matches.map(\.rate.percent)
      if ours.count != rates.count || zip(ours, rates).contains(where: { abs($0 - $1) > 1e-3 }) {
        differing += 1
      }
    }
    return differing
  }

  private func added(_ count: Int, writer: TokenIndexWriter) throws -> String {
    var matcher = TokenMatcher()
    var worst = 0.0
    var sum = 0.0
    for number in 0..<count {
      let text = Array("une unité tout à fait nouvelle, la \(number)e de sa série".utf8)
      let unit = UInt32(corpus.units.count + number)
      let start = Machine.processorSeconds
      try writer.put(unit: unit, text: text.span)
      try writer.commit(stamp: UInt64(number), durably: false)
      let folder = try TokenIndexFolder(path)
      let matches = matcher.exactMatches(for: text.span, in: folder.index)
      let seconds = Machine.processorSeconds - start
      guard matches == [unit] else { return "NOT FOUND" }
      worst = max(worst, seconds)
      sum += seconds
    }
    return "\(decimals(sum / Double(max(1, count)) * 1000, 2)), worst \(decimals(worst * 1000, 2))"
  }

  private func percentile(_ sorted: [Double], _ percent: Int) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * percent / 100)]
  }

  private func decimals(_ number: Double, _ places: Int) -> String {
    BenchReport.decimals(number, places)
  }
}
