// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveSystem
import FoundationEssentials

struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure Breve against gold standards.",
    subcommands: [EvalSegmentation.self])
}

struct EvalSegmentation: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segmentation",
    abstract: "Boundary F1 of every *.gold.json in a folder, as a Markdown table.",
    discussion: """
      A gold file names its text and gives the sentences of each document as offsets of Unicode scalars:
        {"lang","treebank","split","text_file","docs":[{"id","start","end","sentences":[[start,end],…]}]}

      EXAMPLE:
        breve eval segmentation gold/ > segmentation.md
      """)

  @Argument(help: ArgumentHelp("Gold files, or folders of them.", valueName: "file|folder"))
  var inputs: [String]

  @Option(
    help: ArgumentHelp("Print so many wrong boundaries of each kind and set.", valueName: "n"))
  var errors = 0

  @Flag(help: "Leave out the copies in paragraphs of five sentences (-p5).")
  var whole = false

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("Threads; all processors if not given.", valueName: "n"))
  var jobs: Int?

  func run() async throws {
    let diagnostics = Diagnostics()
    let files: [String] = inputs.flatMap { Self.goldFiles($0) }.filter {
      !whole || !$0.contains("-p5.")
    }
    if files.isEmpty {
      diagnostics.failure("\(inputs.joined(separator: " ")): no *.gold.json here; check the path")
    }
    let results = await ParallelMap.results(count: files.count, jobs: jobs ?? Machine.processors) {
      queue in
      var results: [(Int, SegmentationEvaluation?)] = []
      while let number = queue.take() {
        do {
          results.append(
            (number, try SegmentationEvaluation(gold: GoldSegmentation(path: files[number]))))
        } catch {
          diagnostics.failure(error)
          results.append((number, nil))
        }
      }
      return results
    }.compactMap(\.self)
    StandardStream.output(Self.table(results))
    for result in results where errors > 0 { StandardStream.output(list(result)) }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private static func goldFiles(_ path: String) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      return [path]
    }
    let root = path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return names.filter { $0.hasSuffix(".gold.json") }.sorted().map { root + "/" + $0 }
  }

  private static func table(_ results: [SegmentationEvaluation]) -> String {
    var out =
      "| set | boundary P | R | F1 | right | false | missed | span F1 |\n|---|--:|--:|--:|--:|--:|--:|--:|\n"
    for result in results {
      let counts = result.boundaries
      out +=
        "| \(result.name) | \(percent(counts.precision)) | \(percent(counts.recall)) | \(percent(counts.f1)) "
      out +=
        "| \(counts.right) | \(counts.falsePositives) | \(counts.missed) | \(percent(result.spans.f1)) |\n"
    }
    return out
  }

  private func list(_ result: SegmentationEvaluation) -> String {
    var out = "\n\(result.name)\n"
    for isFalse in [true, false] {
      for difference in result.differences.filter({ $0.isFalsePositive == isFalse }).prefix(errors)
      {
        let text = "\(difference.before)¦\(difference.after)"
        out += "  \(isFalse ? "false " : "missed") \(text.replacing("\n", with: "⏎"))\n"
      }
    }
    return out
  }

  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
