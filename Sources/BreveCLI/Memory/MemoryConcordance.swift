// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryConcordance: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Find the units that hold some words, on either side, and show them in context.",
    discussion: """
      Case and accents do not count, inflections do; eau* stands for all words that begin with it. Several words may stand \
      anywhere in a unit; with --phrase they stand one after the other. --regex keeps the units in which its pattern is \
      found too; alone it looks at every unit (quickest with a fixed word in it). Words are shown in [brackets], or in colour on a terminal; after breve \
      memory train their likely translation on the other side in {braces}. Shorter units come first. Exit status 1 if there \
      are none.

      EXAMPLES:
        breve memory concordance "mise en demeure" --phrase
        breve memory concordance formal notice --side target
        breve memory concordance 'demeur*' --regex "mises? en" --limit 50
        breve memory concordance ministre --format json  for scripts (see: breve schema memory-concordance)
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: "The words.")
  var words: [String] = []

  @Flag(help: "The words stand one after the other.")
  var phrase = false

  @Option(
    help: ArgumentHelp(
      "Only units in which this is found, in any case, on a side that is searched.",
      valueName: "pattern"))
  var regex: String?

  @Flag(inversion: .prefixedNo, help: "Whether inflections of the words count.")
  var inflections = true

  @Option(help: "Where the words are looked for.")
  var side: ConcordanceRequest.Side = .both

  @Option(help: ArgumentHelp("At most so many units.", valueName: "n"))
  var limit = 20

  @Option(
    help: ArgumentHelp(
      "Characters shown on either side of the words; 0 shows the whole text.", valueName: "n"))
  var context = 60

  @Option(
    help: ArgumentHelp(
      "Only units of this state; may be given more than once (default: all but rejected).",
      valueName: UnitState.names))
  var state: [UnitState] = []

  @Option(help: "How units are written.")
  var format: Format = .text

  @Option(help: "Whether words are coloured.")
  var color: MemoryMatchCommand.Colour = .auto

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments

  private var query: String { (words + pair.others).joined(separator: " ") }

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1, not \(limit)") }
    if context < 0 { throw ValidationError("--context is at least 0, not \(context)") }
    let isBlank = !query.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    if isBlank, !query.isEmpty || regex == nil {
      throw ValidationError("which words? Give one with a letter or a digit, or --regex PATTERN")
    }
    if let regex, (try? Regex(regex)) == nil {
      throw ValidationError("--regex takes a regular expression; '\(regex)' is none")
    }
  }

  func run() async throws {
    let path = try memory.path()
    var request = ConcordanceRequest(
      words: query, isPhrase: phrase, hasInflections: inflections, side: side,
      source: pair.source, target: pair.target, limit: limit == .max ? limit : limit + 1)
    if !state.isEmpty { request.states = Set(state) }
    let filter = regex.map { PatternFilter($0).filter }
    let watch = ScanProgress()
    let found = try withMemory {
      try MemorySearcher(path: path).concordance(request, filter: filter, progress: watch.tell)
    }
    watch.finish()
    var shown = Array(found.prefix(limit))
    if var words = try withMemory({ try pair.knownWords(path) }) {
      for index in shown.indices { words.mark(&shown[index]) }
    }
    let lines = ConcordanceLines(context: context, isColoured: color.isOn)
    if format == .json {
      StandardStream.output(
        ConcordanceLines.json(query, regex: regex, shown, isCut: found.count > limit))
    } else {
      StandardStream.output(Array(shown.map(lines.text).joined().utf8))
    }
    if found.isEmpty {
      Diagnostics().note("no unit of \(path) has that")
      throw ExitCode(1)
    }
    if found.count > limit {
      Diagnostics().note("there are more units; a greater --limit shows them")
    }
  }
}

extension ConcordanceRequest.Side: ExpressibleByArgument {}
