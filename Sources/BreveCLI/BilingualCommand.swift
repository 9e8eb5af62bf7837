// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
import BreveFormats
import BreveMemory
import BreveSystem
import BreveText
import FoundationEssentials

struct BilingualCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bilingual",
    abstract:
      "Make briefs with English beside the French, and say where each sentence of it comes from.",
    discussion: """
      English comes from translation memories: a unit with the same text is taken, with its state. Where there is none the \
      French stands, with a unit like it as a suggestion and with the terms, days and numbers that are known. Nothing is \
      invented. With --engine an engine is asked where no memory has English; what it gives is labelled, the terms of the \
      glossary are put into it, and it is checked. Without --glossary and --memory those of the nearest folder upward that has a Glossary/ are used: \
      Glossary/fr-en.tsv, breve.memory and the TMX files of Glossary/memory/. What no flag says is taken from the \
      nearest breve.toml upward, no further than a folder with a Glossary/: engine, minimum-rate, memory and glossary of [bilingual], and engines by name.

      EXAMPLES:
        breve bilingual article.txt
        breve bilingual article.txt --words 80 --format html -o article.html
        breve bilingual seeds/ --format markdown -o bilingual/
        breve bilingual article.txt --memory desk.tmx --minimum-rate 80
        breve bilingual article.txt --engine apertium
        breve bilingual article.txt -o article.docx
        breve bilingual --jsonl < articles.jsonl > briefs.jsonl
        breve bilingual --jsonl --engine pipe:marian.sh < articles.jsonl > briefs.jsonl
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, docx, json, tsv, tmx, xliff

    var fileExtension: String {
      switch self {
      case .text: "txt"
      case .markdown: "md"
      default: rawValue
      }
    }
  }

  @OptionGroup var input: InputArguments
  @OptionGroup var facts: FactArguments
  @OptionGroup var length: LengthArguments
  @OptionGroup var glossary: GlossaryArguments

  @Option(
    help: ArgumentHelp(
      "A translation memory, of breve memory or TMX; may be given again.", valueName: "file"))
  var memory: [String] = []

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp("The language on the right.", valueName: "tag"))
  var to = "en"

  @Option(
    help: ArgumentHelp(
      "A unit that is less like a sentence is no suggestion (default: 70).", valueName: "percent"))
  var minimumRate: Double?

  @Option(
    help: ArgumentHelp("Take units of this state only; may be given again.", valueName: "state"))
  var state: [String] = []

  @OptionGroup var engines: EngineArguments

  @Flag(
    help: "Keep what engines gave in breve.memory as units of state machine, to be reviewed.")
  var remember = false

  @Flag(help: "Exit 3 if anything was found in the English.")
  var strict = false

  @Option(
    help:
      "How the briefs are written: by the ending of -o FILE if not given, markdown in a folder, or else text."
  )
  var format: Format?

  @Flag(
    help: "Read one JSON object a line from standard input and write one bilingual brief a line.")
  var jsonl = false

  @Flag(help: "Write index.md and index.html as well (with -o FOLDER).")
  var index = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, or to a folder one file an input.", valueName: "file|folder"))
  var output: String?

  func validate() throws {
    if Language(to).primary != "en" {
      throw ValidationError("--to is en: no other language is on the right yet, '\(to)' is not")
    }
    if let minimumRate, !(minimumRate > 0 && minimumRate <= 100) {
      throw ValidationError("--minimum-rate is a percentage above 0 up to 100, not \(minimumRate)")
    }
    for name in state where !["approved", "reviewed", "imported", "machine"].contains(name) {
      throw ValidationError("--state is approved, reviewed, imported or machine, not '\(name)'")
    }
    if jsonl, !input.inputs.allSatisfy({ $0 == "-" }) || output != nil || index {
      throw ValidationError("--jsonl reads standard input and writes standard output: give no file")
    }
    if jsonl, !facts.isEmpty || format != nil {
      throw ValidationError(
        "--jsonl takes what is told of an article from its line and writes JSON: leave out --outlet, --date, --title, --url and --format"
      )
    }
    if input.inputs.isEmpty, !jsonl, StandardStream.isInputTerminal {
      throw ValidationError("name a file or a folder, or - for standard input")
    }
    if index, output == nil { throw ValidationError("--index goes with -o FOLDER") }
    if let output, format == nil, BilingualTarget.format(of: output) == nil {
      try OutputTarget.refuseEnding(of: output, Format.allCases.map(\.fileExtension))
    }
  }

  /// Takes from breve.toml what no flag says.
  private mutating func configure(_ diagnostics: Diagnostics) throws {
    do {
      let configuration = try Configuration.nearest()
      glossary.glossary = glossary.glossary ?? configuration?.glossary
      if memory.isEmpty { memory = configuration?.memories ?? [] }
      minimumRate = minimumRate ?? configuration?.file.minimumRate
      try engines.fill(from: configuration)
    } catch let error as LoadingError { throw diagnostics.exit(error) }
  }

  /// Whether an article is in the language of the right side already, which is said.
  private func refused(_ article: Article, _ diagnostics: Diagnostics) -> Bool {
    let target = Language(to)
    let french = Language.french.primary
    let hasFrench =
      article.language.primary == french
      || article.document.segments.contains { $0.language?.primary == french }
    guard article.language.primary == target.primary, !hasFrench else {
      if !hasFrench {
        diagnostics.note(
          "\(article.path ?? "-"): its language is '\(article.language)' and the glossary is of French; "
            + "--language fr if that is wrong")
      }
      return false
    }
    diagnostics.failure(
      "\(article.path ?? "-"): the text is in '\(target)' already, so there is nothing to set beside it; "
        + "breve brief makes its brief, --language fr if that is wrong")
    return true
  }

  mutating func run() async throws {
    let diagnostics = Diagnostics()
    try configure(diagnostics)
    var options = BilingualMaker.Options()
    options.minimumRate = MatchRate(percent: minimumRate ?? 70)
    if !state.isEmpty { options.states = Set(state.compactMap(UnitState.init(rawValue:))) }
    let dictionaries = SpellingDictionaries()
    let table: GlossaryTable
    do {
      table = try glossary.table(diagnostics)
    } catch {
      throw diagnostics.exit(error)
    }
    let memories = BilingualMemories(named: memory, glossary)
    let opened = try memories.open(diagnostics, hasEngine: !engines.engine.isEmpty)
    let known = table.glossary
    let maker: @Sendable () -> BilingualMaker = { [options] in
      var maker = BilingualMaker(
        memory: opened.exchange, stores: opened.stores, glossary: known, dictionaries: dictionaries,
        options: options)
      maker.onFault = { diagnostics.failureOnce($0) }
      return maker
    }
    let summarizer = Summarizer(length: length.length)
    let jobs = input.jobs ?? Machine.processors
    let desk = EngineDesk(
      arguments: engines, glossary: known, dictionaries: dictionaries, stores: opened.stores,
      files: memories.files, remembers: remember)
    let session = try await desk.session(diagnostics)
    if jsonl {
      let hasFindings = await BriefLines(
        summarizer: summarizer, language: input.articleLanguage, jobs: jobs,
        dictionaries: dictionaries, maker: maker
      ).run(diagnostics, engines: session)
      if diagnostics.hasFailed { throw ExitCode(2) }
      if strict, hasFindings { throw ExitCode(3) }
      return
    }
    let paths = input.inputs.isEmpty ? ["-"] : input.inputs
    let inputs = Inputs(paths, facts: facts.facts, diagnostics: diagnostics)
    var bilingual = await inputs.results(
      jobs: jobs, language: input.articleLanguage, dictionaries: dictionaries, state: maker
    ) { maker, article in maker.bilingual(summarizer.brief(of: article)) }
    bilingual.removeAll { refused($0.brief.article, diagnostics) }
    if let session { bilingual = await session.filling(bilingual, diagnostics) }
    diagnostics.hint(aboutMissing: dictionaries)
    let target = BilingualTarget(path: output, format: format, index: index)
    target.write(bilingual, diagnostics)
    if diagnostics.hasFailed { throw ExitCode(2) }
    if strict, bilingual.contains(where: { $0.rows.contains { !$0.findings.isEmpty } }) {
      throw ExitCode(3)
    }
  }
}

/// Where bilingual briefs go.
struct BilingualTarget {
  let path: String?
  let format: BilingualCommand.Format
  let index: Bool

  init(path: String?, format: BilingualCommand.Format?, index: Bool) {
    self.path = path
    self.index = index
    self.format = format ?? path.map { Self.format(of: $0) ?? .markdown } ?? .text
  }

  /// The format that the ending of a file's name asks for.
  static func format(of path: String) -> BilingualCommand.Format? {
    BilingualCommand.Format.allCases.first { path.lowercased().hasSuffix("." + $0.fileExtension) }
  }

  func write(_ briefs: [BilingualBrief], _ diagnostics: Diagnostics) {
    guard let path else {
      if format == .docx, StandardStream.isOutputTerminal {
        return diagnostics.failure("a document of Word is no text; name a file with -o")
      }
      if !briefs.isEmpty || format == .json { StandardStream.output(document(briefs)) }
      return
    }
    // What was there before is worth more than nothing.
    if briefs.isEmpty, diagnostics.hasFailed { return }
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard
      path.hasSuffix("/") || exists && isFolder || !exists && !Inputs.name(of: path).contains(".")
    else {
      report(path, document(briefs), diagnostics)
      return
    }
    let folder = path.hasSuffix("/") && path.utf8.count > 1 ? String(path.dropLast()) : path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      return diagnostics.failure(LoadingError(.notWritable, at: SourceLocation(path: folder)))
    }
    var names: Set<String> = []
    var entries: [(brief: BilingualBrief, files: [String])] = []
    for bilingual in briefs {
      let stem = bilingual.brief.article.path.map(Brief.stem) ?? "stdin"
      let name = stem + ".fr-en." + format.fileExtension
      guard names.insert(name).inserted else {
        diagnostics.failure(
          "two inputs would both be written to \(name); give them separate folders")
        continue
      }
      report(folder + "/" + name, document([bilingual]), diagnostics)
      let documents = [stem + ".md", stem + ".fr-en.md", stem + ".fr-en.html"]
      entries.append(
        (bilingual, documents.filter { SystemFile.kind(folder + "/" + $0) == .regular }))
    }
    guard index else { return }
    let table = BilingualIndex(entries)
    report(folder + "/index.md", Array(table.markdown.utf8), diagnostics)
    report(folder + "/index.html", Array(table.html.utf8), diagnostics)
  }

  /// Writes a file, and says which rows differ from the one it replaces.
  private func report(_ path: String, _ bytes: [UInt8], _ diagnostics: Diagnostics) {
    do {
      let old = SystemFile.kind(path) == .regular ? try FileBytes.read(path) : nil
      try FileBytes.write(bytes, to: path)
      guard let old, old != bytes else { return }
      let before = Set(String(decoding: old, as: UTF8.self).split(separator: "\n"))
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      where line.hasPrefix("| ") && !before.contains(line) {
        diagnostics.note("\(path): changed: \(line)")
      }
    } catch {
      diagnostics.failure(error)
    }
  }

  private func document(_ briefs: [BilingualBrief]) -> [UInt8] {
    switch format {
    case .json: BilingualJSON.document(briefs)
    case .xliff: BilingualTable.xliff(briefs)
    case .docx: BilingualDOCX.document(briefs)
    case .html: Array(HTMLBilingual(briefs: briefs).document.utf8)
    case .tsv: BilingualTable.tsv(briefs)
    case .tmx: BilingualTable.tmx(briefs)
    case .text: Array(briefs.map(\.plainText).joined(separator: "\n").utf8)
    case .markdown: Array(briefs.map(\.markdown).joined(separator: "\n").utf8)
    }
  }
}
