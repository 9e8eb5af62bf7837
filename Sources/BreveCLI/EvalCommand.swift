// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import FoundationEssentials

struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure Breve against gold standards.",
    subcommands: [
      EvalSegmentation.self, EvalSummarization.self, EvalRecognition.self, EvalAlignment.self,
      EvalTranslation.self, EvalRepairs.self, TrainRanking.self, BuildFrequencies.self,
    ])
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
    let files: [String] = inputs.flatMap { Self.files($0) }.filter {
      !whole || !$0.contains("-p5.")
    }
    let gold = files.filter { $0.hasSuffix(".gold.json") }
    let rules = files.filter { !$0.hasSuffix(".gold.json") }
    if files.isEmpty {
      diagnostics.failure("\(inputs.joined(separator: " ")): no *.gold.json here; check the path")
    }
    let results = await ParallelMap.results(count: gold.count, jobs: jobs ?? Machine.processors) {
      queue in
      var results: [(Int, SegmentationReport.Row?)] = []
      while let number = queue.take() {
        do {
          let gold = try GoldSegmentation(path: gold[number])
          let row = SegmentationReport.Row(
            tailored: try SegmentationEvaluation(gold: gold),
            bare: try SegmentationEvaluation(gold: gold, tailors: false))
          results.append((number, row))
        } catch {
          diagnostics.failure("\(error)")
          results.append((number, nil))
        }
      }
      return results
    }.compactMap(\.self)
    var report = SegmentationReport(rows: results, errors: errors)
    for file in rules {
      do {
        report.golden = try GoldenRulesEvaluation(golden: GoldenRules(path: file))
      } catch {
        diagnostics.failure(error)
      }
    }
    StandardStream.output(
      report.markdown(
        command: (["breve eval segmentation"] + inputs + (whole ? ["--whole"] : [])).joined(
          separator: " ")))
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private static func files(_ path: String) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      return [path]
    }
    let root = path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return names.filter { name in
      name.hasSuffix(".gold.json") || Inputs.name(of: name).hasPrefix("golden_rules")
    }.sorted().map { root + "/" + $0 }
  }
}
