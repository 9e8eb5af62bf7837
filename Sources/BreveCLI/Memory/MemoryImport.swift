// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the units of files into a memory, which is made if it is not there.",
    discussion: """
      TMX, XLIFF (1.2, 2.0, 2.1), or tables of one unit a line: the source, a tab (a comma in .csv), the target, which may be \
      empty; .gz and .xz are unpacked. Of XLIFF, segments without a translation are passed over. A file is taken in as a \
      whole, or not at all; with --keep-going, all that can be read of it. A unit that is there already is not added again; \
      one that brings a language a unit has not completes that unit. A unit of TMX with a tuid that a file of the same name \
      brought before takes the place of that one, unless it was changed here since.

      EXAMPLES:
        breve memory import corpus.tmx
        breve memory import corpus.tsv.xz --pair fr en
        breve memory import article.xlf
        breve memory import laws.tmx --memory laws.memory --domain law --keep-going
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: ArgumentHelp("The files.", valueName: "file"))
  var files: [String]

  @Option(help: "How the report is written.")
  var format: Format = .text

  @Flag(help: "Pass over what is damaged, and say where.")
  var keepGoing = false

  @Option(help: "The form of the files; told by their content, then by the name, if not given.")
  var inputFormat: MemoryFileFormat?

  @Option(help: "The project of units that name none.")
  var project: String?

  @Option(help: "The subject field of units that name none.")
  var domain: String?

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments
  @OptionGroup var user: UserArguments

  func run() async throws {
    let path = try memory.path()
    let diagnostics = Diagnostics()
    try withMemory {
      let store = try SearchableMemory(path: path, .create)
      for file in files + pair.others {
        var report = ImportReport(file: file)
        do {
          try take(file, into: store, &report)
          StandardStream.output(format == .json ? report.json : report.text)
        } catch let error as LoadingError {
          diagnostics.failure("\(error)")
          diagnostics.note("\(file): nothing of it was taken in")
        }
      }
    }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private func take(
    _ file: String, into store: SearchableMemory, _ report: inout ImportReport
  ) throws {
    let source = try UnitSource(
      file, inputFormat, source: pair.source, target: pair.target,
      keepsGoing: keepGoing)
    var found = report
    try store.importUnits(by: user.stamp, file: file) { session in
      while var unit = try source.next() {
        if unit.project == nil { unit.project = project }
        if unit.domain == nil { unit.domain = domain }
        found.count(try session.add(unit), unit)
      }
      found.finish(source.report)
    }
    report = found
  }
}

/// What became of the units of a file.
struct ImportReport {
  let file: String
  private(set) var read = 0
  private(set) var added = 0
  private(set) var updated = 0
  private(set) var duplicates = 0
  private(set) var skipped = 0
  /// Added units with one language only.
  private(set) var incomplete = 0

  init(file: String) { self.file = file }

  mutating func count(_ outcome: ImportSession.Outcome, _ unit: TranslationUnit) {
    switch outcome {
    case .added:
      added += 1
      if unit.variants.count == 1 { incomplete += 1 }
    case .updated: updated += 1
    case .duplicate: duplicates += 1
    case .skipped(let reason):
      skipped += 1
      Diagnostics().note("\(file): unit \(unit.line ?? 0): skipped: \(reason)")
    }
  }

  /// Takes over what the reader says, and prints it.
  mutating func finish(_ reading: ReadingReport) {
    read = reading.read
    skipped += reading.skipped
    for remark in reading.remarks.prefix(Self.mostLines) {
      let place = remark.line.map { ":\($0)" } ?? ""
      Diagnostics().note(
        "\(file)\(place): \(remark.kind == .skipped ? "skipped: " : "")\(remark.reason)")
    }
    if reading.remarkCount > Self.mostLines {
      Diagnostics().note("\(file): and \(reading.remarkCount - Self.mostLines) remarks more")
    }
  }

  private static let mostLines = 100

  /// What was taken in, where nothing was read.
  var taken: String {
    "\(file): \(added) added, \(updated) updated, \(duplicates) duplicate, \(skipped) skipped\n"
  }

  var text: String {
    "\(file): \(read) read, \(added) added, \(updated) updated, \(duplicates) duplicate, \(skipped) skipped"
      + (incomplete > 0 ? "; \(incomplete) of those added have one language only\n" : "\n")
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.member("version", 1)
      json.member("file", file)
      json.member("read", read)
      json.member("added", added)
      json.member("updated", updated)
      json.member("duplicate", duplicates)
      json.member("skipped", skipped)
      json.member("incomplete", incomplete)
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
