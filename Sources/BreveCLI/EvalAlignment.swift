// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveText
import FoundationEssentials

struct EvalAlignment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alignment",
    abstract: "Precision, recall and F1 of the links of texts, as a Markdown table.",
    discussion: """
      NAME.gold has a link a line: numbers of lines of the source from 0, with commas, a TAB, those of the target. Beside it \
      stand the texts, one sentence a line, NAME. and the language; the source is the one that is not --target.

      EXAMPLE:
        breve eval alignment align_gold/ > alignment.md
      """)

  @Argument(help: ArgumentHelp("Gold files, or folders of them.", valueName: "file|folder"))
  var inputs: [String]

  @Option(help: ArgumentHelp("The language of the targets.", valueName: "tag"))
  var target = "fr"

  @Option(help: ArgumentHelp("From which score on a link is kept.", valueName: "0-1"))
  var threshold: Double = AlignedTexts.threshold

  @Flag(inversion: .prefixedNo, help: "Use marks of paragraphs where there are any.")
  var paragraphs = true

  @Flag(help: "Add how often links of each range of scores are right.")
  var scores = false

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("Threads; all processors if not given.", valueName: "n"))
  var jobs: Int?

  func run() async throws {
    let diagnostics = Diagnostics()
    let files = inputs.flatMap { Self.files($0) }
    if files.isEmpty {
      diagnostics.failure("\(inputs.joined(separator: " ")): no *.gold here; check the path")
    }
    let target = Language(target)
    let (threshold, paragraphs) = (threshold, paragraphs)
    let results = await ParallelMap.results(count: files.count, jobs: jobs ?? Machine.processors) {
      queue in
      var results: [(Int, AlignmentEvaluation?)] = []
      while let number = queue.take() {
        do {
          let source = try Self.source(of: files[number], target)
          let evaluation = try AlignmentEvaluation(
            gold: files[number], source: source, target: target, threshold: threshold,
            usesParagraphs: paragraphs)
          results.append((number, evaluation))
        } catch {
          diagnostics.failure("\(error)")
          results.append((number, nil))
        }
      }
      return results
    }.compactMap(\.self)
    StandardStream.output(table(results) + (scores ? bands(results) : ""))
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private static func files(_ input: String) -> [String] {
    guard SystemFile.kind(input) == .folder else { return [input] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: input)) ?? []
    return names.filter { $0.hasSuffix(".gold") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { input + "/" + $0 }
  }

  /// The language of the text beside a gold file that is not the target.
  private static func source(of gold: String, _ target: Language) throws(LoadingError) -> Language {
    let name = Inputs.name(of: gold)
    let stem = name.hasSuffix(".gold") ? String(name.dropLast(4)) : name + "."
    let folder = gold.dropLast(name.count)
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : String(folder)))
      ?? []
    let tags = names.filter { $0.hasPrefix(stem) }.map { String($0.dropFirst(stem.count)) }
      .filter { (2...3).contains($0.utf8.count) && $0 != target.tag }.sorted()
    guard let tag = tags.first else {
      throw LoadingError(
        .malformed("there is no text \(stem)xx beside it, where xx is a language"),
        at: SourceLocation(path: gold))
    }
    return Language(tag)
  }

  private func table(_ results: [AlignmentEvaluation]) -> String {
    var out = "| text | sentences | links | P | R | F1 | kept | right of these |\n"
    out += "|---|--:|--:|--:|--:|--:|--:|--:|\n"
    var pooled: [(pair: String, counts: AlignmentEvaluation.Counts, size: (Int, Int))] = []
    for result in results {
      let (source, target) = (result.texts.source, result.texts.target)
      let size = (source.text.sentences.count, target.text.sentences.count)
      let name = Inputs.name(of: source.path)
      out += Self.line(name, result.counts, size)
      let pair = "\(source.text.language.tag)-\(target.text.language.tag)"
      if let place = pooled.firstIndex(where: { $0.pair == pair }) {
        pooled[place].counts += result.counts
        pooled[place].size.0 += size.0
        pooled[place].size.1 += size.1
      } else {
        pooled.append((pair, result.counts, size))
      }
    }
    for pool in pooled { out += Self.line("**all \(pool.pair)**", pool.counts, pool.size) }
    return out
  }

  private static func line(
    _ name: String, _ counts: AlignmentEvaluation.Counts, _ size: (Int, Int)
  ) -> String {
    "| \(name) | \(size.0) + \(size.1) | \(counts.gold) | \(percent(counts.precision)) | "
      + "\(percent(counts.recall)) | \(percent(counts.f1)) | \(percent(counts.keptShare)) | "
      + "\(percent(counts.keptPrecision)) |\n"
  }

  /// How often links of a range of scores are right.
  private func bands(_ results: [AlignmentEvaluation]) -> String {
    var out = "\n| score | links | mean score | right |\n|---|--:|--:|--:|\n"
    let all = results.flatMap(\.judgements)
    let edges = [0, 0.25, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01]
    for (low, high) in zip(edges, edges.dropFirst()) {
      let band = all.filter { $0.score >= low && $0.score < high }
      guard !band.isEmpty else { continue }
      let mean = band.reduce(0) { $0 + $1.score } / Double(band.count)
      let right = Double(band.count(where: \.isRight)) / Double(band.count)
      out +=
        "| \(low)–\(min(1, high)) | \(band.count) | \(Self.percent(mean)) | \(Self.percent(right)) |\n"
    }
    return out
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
