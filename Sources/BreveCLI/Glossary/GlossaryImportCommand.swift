// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms
import BreveText

struct GlossaryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the terms of other tools' files into a glossary.",
    discussion: """
      TBX of versions 2 and 3, UTX, and tables as of OmegaT, DeepL, Google, Amazon, Weblate and spreadsheets; the form is told \
      by what a file holds. A file is taken in as a whole, or not at all. Taking it twice changes nothing. Where the glossary \
      says something else of a term, --on-conflict decides: skip leaves it, overwrite lets the file go first, both adds the \
      other rendering as admitted and fills empty fields.

      Which language is which is told by the file, whatever its codes (fr, fr-FR, fra) and their order; where it does not \
      say, the terms stand in the first column. --pair names the languages of the file in the order of its columns; a \
      glossary that is not there yet becomes one of this pair.

      EXAMPLES:
        breve glossary import client.tbx --dry-run
        breve glossary import desk.csv --glossary desk.tsv --on-conflict both
        breve glossary import desk.csv --glossary client.tsv --pair de en
      """)

  @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var glossary: GlossaryArguments

  @OptionGroup var pair: PairArguments

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Option(help: "What to do where the glossary says something else.")
  var onConflict: GlossaryImport.Conflict = .skip

  func run() throws {
    let diagnostics = Diagnostics()
    for path in files + pair.others {
      do throws(GlossaryError) {
        try take(path, diagnostics)
      } catch {
        diagnostics.failure("\(error)")
      }
    }
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private func take(_ path: String, _ diagnostics: Diagnostics) throws(GlossaryError) {
    let file = try glossary.file(pair)
    let columns = try file.lines().columns
    let reader = try reader(columns.source, columns.target)
    let reading: GlossaryReading
    do throws(LoadingError) {
      reading = try reader.read(contentsOf: path)
    } catch {
      throw GlossaryError(error)
    }
    for remark in reading.report.remarks {
      diagnostics.note("\(SourceLocation(path: path, line: remark.line)): \(remark.reason)")
    }
    let author = GlossaryArguments.author
    let taking = GlossaryImport(onConflict: onConflict, day: author.day)
    var outcomes: [GlossaryImport.Outcome] = []
    if dryRun {
      outcomes = taking.change(taking: reading, into: try file.lines()).outcomes
    } else {
      _ = try file.edit(.add, by: author) { lines, _ in
        let result = taking.change(taking: reading, into: lines)
        outcomes = result.outcomes
        return result.change
      }
    }
    report(path, reading, outcomes, diagnostics)
  }

  /// A reader of the languages of the glossary.
  private func reader(
    _ source: Language, _ target: Language
  ) throws(GlossaryError) -> GlossaryFileReader {
    let given = (pair.source.primary, pair.target.primary)
    let isTurned = !pair.pair.isEmpty && given == (target.primary, source.primary)
    guard pair.pair.isEmpty || isTurned || given == (source.primary, target.primary) else {
      throw GlossaryError(
        .refused,
        "\(glossary.path ?? "the built-in glossary"): the glossary is of '\(source)' and '\(target)', "
          + "not of '\(pair.source)' and '\(pair.target)'; name another with --glossary")
    }
    return GlossaryFileReader(from: source, to: target, targetFirst: isTurned)
  }

  private func report(
    _ path: String, _ reading: GlossaryReading, _ outcomes: [GlossaryImport.Outcome],
    _ diagnostics: Diagnostics
  ) {
    var counts = (added: 0, updated: 0, unchanged: 0, skipped: reading.report.skipped)
    for (line, outcome) in zip(reading.lines, outcomes) {
      switch outcome {
      case .added: counts.added += 1
      case .updated: counts.updated += 1
      case .unchanged: counts.unchanged += 1
      case .skipped(let reason):
        counts.skipped += 1
        diagnostics.note("\(SourceLocation(path: path, line: line)): skipped: \(reason)")
      }
    }
    StandardStream.output(
      "\(path): \(reading.form): \(outcomes.count) read, \(counts.added) added, \(counts.updated) updated, "
        + "\(counts.unchanged) there already, \(counts.skipped) skipped"
        + (dryRun ? " (dry run: nothing was written)\n" : "\n"))
  }
}

extension GlossaryImport.Conflict: ExpressibleByArgument {}
