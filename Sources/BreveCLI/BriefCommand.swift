// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms
import BreveText

struct BriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Rank the sentences of articles and print the best, verbatim and in their order.",
    discussion: """
      EXAMPLES:
        breve brief article.txt --sentences 5
        breve brief article.txt --words 80 --format markdown
        breve brief article.txt --focus "coopération militaire" --keyphrases 8
        breve brief seeds/ --format markdown -o briefs/
        breve brief --jsonl < articles.jsonl > briefs.jsonl

      Several limits all bind, and none is passed: where not even one sentence fits, the \
      first is given and that is said. A SOURCES.tsv beside the files (file outlet date \
      title url sha256) tells what the texts do not say.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var facts: FactArguments

  @OptionGroup var length: LengthArguments
  @OptionGroup var glossary: GlossaryArguments

  @Option(
    help: ArgumentHelp(
      "What the brief should speak of; the words are found in any inflection.", valueName: "words"))
  var focus: String?

  @Option(help: ArgumentHelp("List so many key phrases of each article.", valueName: "n"))
  var keyphrases = 0

  @Option(help: "How sentences are ranked.")
  var ranker: RankerName = .fused

  @Option(help: "How the briefs are written: by the ending of -o FILE if not given, or else text.")
  var format: BriefFormat?

  @Flag(
    inversion: .prefixedNo,
    help:
      "List the terms of the glossary in each brief (Markdown, HTML, JSON; JSON Lines with --glossary)."
  )
  var terms = true

  @Flag(help: "Say why each sentence was chosen and what came next.")
  var explain = false

  @Flag(help: "List the repairs of the texts on standard error (JSON has them anyway).")
  var repairs = false

  @Flag(help: "Read one JSON object a line from standard input and write one brief a line.")
  var jsonl = false

  @Flag(help: "Write index.md as well, a table of the briefs (with -o FOLDER).")
  var index = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, or to a folder one file an input.", valueName: "file|folder"))
  var output: String?

  func validate() throws {
    if let focus, !focus.contains(where: \.isLetter) {
      throw ValidationError("--focus takes words, not '\(focus)'")
    }
    if let output, format == nil {
      let endings = BriefFormat.allCases.map(\.fileExtension)
      if !endings.contains(where: { output.lowercased().hasSuffix("." + $0) }) {
        try OutputTarget.refuseEnding(of: output, endings)
      }
    }
    if keyphrases < 0 { throw ValidationError("--keyphrases is at least 0, not \(keyphrases)") }
    if jsonl, !input.inputs.allSatisfy({ $0 == "-" }) || output != nil || index {
      throw ValidationError("--jsonl reads standard input and writes standard output: give no file")
    }
    if jsonl, !facts.isEmpty || explain || format != nil || repairs {
      throw ValidationError(
        "--jsonl takes what is told of an article from its line and writes JSON with reasons: leave out --outlet, --date, --title, --url, --format, --explain and --repairs"
      )
    }
    if input.inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
    if input.inputs.isEmpty, !jsonl, StandardStream.isInputTerminal {
      throw ValidationError("name a file or a folder, or - for standard input")
    }
  }

  func run() async throws {
    let diagnostics = Diagnostics()
    let dictionaries = SpellingDictionaries(forManyTexts: jsonl)
    let summarizer = Summarizer(
      ranker: ranker.ranker, length: length.length, focus: focus, keyPhrases: keyphrases,
      dictionaries: dictionaries)
    let jobs = input.jobs ?? Machine.processors
    if jsonl {
      let named = terms && glossary.glossary != nil ? try glossaryToList(diagnostics) : nil
      await BriefLines(
        summarizer: summarizer, language: input.articleLanguage, jobs: jobs, glossary: named,
        dictionaries: dictionaries
      ).run(diagnostics)
    } else {
      try await writeBriefs(summarizer, jobs, dictionaries, diagnostics)
    }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  /// The glossary that is named, or the nearest, or else the built-in one.
  private func glossaryToList(_ diagnostics: Diagnostics) throws -> Glossary? {
    do {
      return try glossary.checkedPath() == nil
        ? BuiltInGlossary.table.glossary : try glossary.table(diagnostics).glossary
    } catch {
      throw diagnostics.exit(error)
    }
  }

  private func writeBriefs(
    _ summarizer: Summarizer, _ jobs: Int, _ dictionaries: SpellingDictionaries,
    _ diagnostics: Diagnostics
  ) async throws {
    let paths = input.inputs.isEmpty ? ["-"] : input.inputs
    let inputs = Inputs(paths, facts: facts.facts, diagnostics: diagnostics)
    let items = inputs.items
    if !facts.isEmpty, items.count > 1 {
      throw diagnostics.usage(
        "--outlet, --date, --title and --url tell of one article; \(items.count) were named")
    }
    let output = OutputTarget(
      path: output, format: format ?? OutputTarget.format(of: output), inputs: items.map(\.path),
      index: index)
    if let clash = output.clash { throw diagnostics.usage(clash) }
    if index, !output.isFolder { throw diagnostics.usage("--index goes with -o FOLDER") }
    var briefs = await inputs.results(
      jobs: jobs, language: input.articleLanguage, dictionaries: dictionaries
    ) { summarizer.brief(of: $0) }
    if terms, output.format != .text, briefs.contains(where: { $0.article.language == .french }),
      let known = try glossaryToList(diagnostics)
    {
      var lister = TermLister(known, dictionaries: dictionaries)
      for index in briefs.indices { briefs[index] = lister.listing(briefs[index]) }
    }
    for brief in briefs {
      for note in brief.notes where note.kind == .budget || note.kind == .content {
        diagnostics.note("\(brief.article.path ?? "-"): \(note.text)")
      }
    }
    if repairs {
      for brief in briefs { StandardStream.error(RepairList(brief.article).text) }
    }
    diagnostics.hint(aboutMissing: dictionaries)
    output.write(briefs, explains: explain, index: index, diagnostics)
  }
}

/// The rankers by their names on the command line.
enum RankerName: String, CaseIterable, ExpressibleByArgument {
  case lead, luhn, sumbasic, kl, lsa, centroid, textrank, lexrank, pacsum, coverage, fused

  var ranker: any Ranker {
    switch self {
    case .lead: LeadRanker()
    case .luhn: LuhnRanker()
    case .sumbasic: SumBasicRanker()
    case .kl: KLRanker()
    case .lsa: LSARanker()
    case .centroid: CentroidRanker()
    case .lexrank: LexRank()
    case .textrank: TextRank()
    case .pacsum: PacSumRanker()
    case .coverage: CoverageRanker()
    case .fused: FusedRanker()
    }
  }
}

extension BriefFormat: ExpressibleByArgument {}
