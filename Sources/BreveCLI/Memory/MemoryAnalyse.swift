// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryAnalyse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Count how many words of files the memory knows, by match band.",
    discussion: """
      Texts, folders of them and XLIFF files, which are told by their content. A segment counts in the band of its best match \
      that has a translation: in context, 100 %, 95-99 and so on down to 50; below that it is new. One that stood before, in \
      the same file or another, and has no exact match counts as a repetition. Segments without a letter or digit are not \
      counted.

      EXAMPLES:
        breve memory analyse article.txt
        breve memory analyse articles/ order.xlf --format csv > order.csv
        breve memory analyse order.xlf --format json  for scripts (see: breve schema memory-analysis)
      """)

  @Argument(
    help: ArgumentHelp(
      "Texts, folders (their *.txt), XLIFF files, or - for standard input.",
      valueName: "file|folder|-"))
  var files: [String]

  @Option(help: "How the table is written.")
  var format: AnalysisFormat = .text

  @Option(
    help: ArgumentHelp(
      "Only units of this state; may be given more than once (default: all but rejected).",
      valueName: UnitState.names))
  var state: [UnitState] = []

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments

  func run() async throws {
    let path = try memory.path()
    let diagnostics = Diagnostics()
    let states = state.isEmpty ? Set(UnitState.allCases).subtracting([.rejected]) : Set(state)
    let analysis = try withMemory {
      let searcher = try MemorySearcher(path: path)
      var analyzer = MemoryAnalyzer(
        searcher, source: pair.source, target: pair.target, states: states)
      var reader = ArticleReader()
      for file in files + pair.others {
        for item in Inputs([file], facts: SourceFacts(), diagnostics: diagnostics).items {
          let segments: [MemoryAnalyzer.Segment]
          do {
            segments = try Self.segments(item, &reader, pair.source)
          } catch {
            diagnostics.failure(error)
            continue
          }
          try analyzer.add(item.path, segments)
        }
      }
      return analyzer.analysis
    }
    if !analysis.files.isEmpty { StandardStream.output(analysis.formatted(format)) }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  /// The segments of a text or of an XLIFF file.
  private static func segments(
    _ item: Inputs.Item, _ reader: inout ArticleReader, _ language: Language
  ) throws(LoadingError) -> [MemoryAnalyzer.Segment] {
    let bytes = try item.bytes()
    guard MemoryFileFormat(content: bytes) == .xliff else {
      let article = try reader.article(
        bytes, path: item.path, language: language, facts: item.facts)
      return article.document.segments.map { MemoryAnalyzer.Segment($0.text) }
    }
    let xliff = try XLIFFReader(bytes, path: item.path, keepsGoing: true)
    var segments: [MemoryAnalyzer.Segment] = []
    while let unit = xliff.next() {
      guard let source = unit.variants.first else { continue }
      segments.append(.init(source.text, tags: source.tags))
    }
    return segments
  }
}

extension AnalysisFormat: ExpressibleByArgument {}
