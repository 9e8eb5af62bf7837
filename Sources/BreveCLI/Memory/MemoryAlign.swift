// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveAlignment
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem
import BreveText

struct MemoryAlign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Find which sentences of two texts say the same, and make units of them.",
    discussion: """
      Two texts, or two folders. Files of two folders belong together whose names are equal once the language is taken out: \
      report.fr.txt and report.en.txt, report_fr.txt and report_en.txt, report.txt and report.txt. \
      Each link has a score from 0 to 1; those below --threshold are marked "ask" in the table and not imported. Correct the \
      table (keep: yes, ask, no; the texts as you like), then give it back with --review. \
      With --lines a line is a sentence. An empty line ends a paragraph; FILE.par beside FILE, with the number of each \
      line's paragraph, tells more.

      EXAMPLES:
        breve memory align report.fr.txt report.en.txt > review.tsv
        breve memory align --review review.tsv --memory desk.memory
        breve memory align archive/fr/ archive/en/ --memory desk.memory
        breve memory align novel.en novel.fr --pair en fr --lines --format links
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case tsv, tmx, links }

  @Argument(help: ArgumentHelp("The source and the target.", valueName: "file|folder"))
  var texts: [String] = []

  @Option(help: "How the links are written; taken from the name of --output, tsv if there is none.")
  var format: Format?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The file; for --format links of two folders, a folder. Standard output if not given.",
      valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Import the links into this memory, which is made if it is not there.", valueName: "file"))
  var memory: String?

  @Option(help: ArgumentHelp("Read a table that was looked through.", valueName: "file"))
  var review: String?

  @Option(help: ArgumentHelp("From which score on a link is kept.", valueName: "0-1"))
  var threshold: Double = AlignedTexts.threshold

  @Flag(help: "Keep links below the threshold too, and lines marked ask.")
  var doubtful = false

  @Flag(help: "Take each line as one sentence.")
  var lines = false

  @Option(
    help: ArgumentHelp(
      "Learn words from this memory first; may be given more than once.", valueName: "file"))
  var learnFrom: [String] = []

  @Option(help: "The project of the units.")
  var project: String?

  @Option(help: "The subject field of the units.")
  var domain: String?

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("Threads; all processors if not given.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var pair: PairArguments
  @OptionGroup var glossary: GlossaryArguments
  @OptionGroup var user: UserArguments

  func validate() throws {
    let count = inputs.count
    if review != nil, count > 0 {
      throw ValidationError("--review reads a table: leave out the texts")
    }
    if review == nil, count != 2 {
      throw ValidationError("name the source and the target: two files, or two folders")
    }
    if review != nil, format == .links {
      throw ValidationError("a table that was looked through has no links: take tsv or tmx")
    }
    if !(0...1).contains(threshold) {
      throw ValidationError("--threshold takes a number from 0 to 1, not \(threshold)")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1, not \(jobs)") }
  }

  /// `--pair fr en a b` means the texts a and b.
  private var inputs: [String] { texts + pair.others }

  func run() async throws {
    let diagnostics = Diagnostics()
    if let review {
      try withMemory {
        let table = try AlignmentTable(contentsOf: review)
        let units = table.units(
          source: pair.source, target: pair.target, includesDoubtful: doubtful)
        diagnostics.note("\(review): \(units.count) of \(table.rows.count) lines are kept")
        try put(units, table, file: review)
      }
    } else {
      try await align(diagnostics)
    }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private func align(_ diagnostics: Diagnostics) async throws {
    let paths = try withMemory {
      try TextPairs.paths(inputs[0], inputs[1], pair.source, pair.target, diagnostics)
    }
    let learned = try withMemory {
      try learnFrom.flatMap {
        try TextPairs.words(ofMemory: $0, pair.source, pair.target)
      }
    }
    let texts = await TextPairs.aligned(
      paths, pair.source, pair.target, lines: lines, jobs: jobs ?? Machine.processors,
      words: TextPairs.words(glossary, pair.source, pair.target) + learned, diagnostics)
    for text in texts { diagnostics.note(AlignmentReport(text, threshold: threshold).line) }
    let writesLinks = format == .links || (format == nil && output?.hasSuffix(".links") == true)
    try withMemory {
      if writesLinks {
        try writeLinks(texts)
        guard memory != nil else { return }
      }
      let least = doubtful ? 0 : threshold
      for text in texts where memory != nil {
        try keep(text.units(least: least), file: text.source.path)
      }
      if writesLinks || (memory != nil && output == nil && format == nil) { return }
      try write(
        texts.flatMap { $0.units(least: least) },
        AlignmentTable(texts.flatMap { $0.rows(threshold: threshold) }))
    }
  }

  private func writeLinks(_ texts: [AlignedTexts]) throws(LoadingError) {
    guard texts.count != 1, let output else {
      let bytes = Array(texts.map(\.numbers).joined().utf8)
      if let output { try FileBytes.write(bytes, to: output) } else { StandardStream.output(bytes) }
      return
    }
    for text in texts {
      let name = TextPairs.stem(of: text.source.path, pair.source)
      try TextPairs.write(Array(text.numbers.utf8), to: name + ".links", in: output)
    }
  }

  private func put(_ units: [TranslationUnit], _ table: AlignmentTable, file: String) throws {
    if memory != nil { try keep(units, file: file) }
    if memory == nil || output != nil || format != nil { try write(units, table) }
  }

  private func write(_ units: [TranslationUnit], _ table: AlignmentTable) throws(LoadingError) {
    let isTMX = output.map { MemoryFileFormat(name: $0) == .tmx } ?? false
    if format == .tmx || (format == nil && isTMX) {
      try TMXWriter.write(
        units.map(labelled), to: output ?? "-", header: TMXHeader(sourceLanguage: pair.source))
    } else if let output {
      try FileBytes.write(Array(table.text.utf8), to: output)
    } else {
      StandardStream.output(table.text)
    }
  }

  private func keep(_ units: [TranslationUnit], file: String) throws {
    guard let memory else { return }
    let store = try SearchableMemory(path: memory, .create)
    var report = ImportReport(file: file)
    try store.importUnits(by: user.stamp, file: file) { session in
      for unit in units { report.count(try session.add(labelled(unit)), unit) }
    }
    StandardStream.error("breve: " + report.taken)
  }

  private func labelled(_ unit: TranslationUnit) -> TranslationUnit {
    var unit = unit
    unit.project = project
    unit.domain = domain
    return unit
  }
}
