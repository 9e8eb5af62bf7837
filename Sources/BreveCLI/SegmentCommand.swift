// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

struct SegmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Print the sentences of texts, one a line, or JSON with their places.",
    discussion: """
      EXAMPLES:
        breve segment article.txt
        breve segment article.txt --format json
        breve segment notes.txt --structure plain --language en
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, tsv }

  @OptionGroup var input: InputArguments

  @Option(help: "How the segments are written.")
  var format: Format = .text

  @Option(
    help:
      "article looks for headings, credits and the like; plain takes everything as running text.")
  var structure: ReadingOptions.Structure = .article

  @Option(help: "What line breaks mean; found out for each text if not given.")
  var lines: LineMeaning?

  @Flag(inversion: .prefixedNo, help: "Repair what is shown (the ranges lead to the original).")
  var repair = true

  @Flag(help: "Print the repairs instead: path, range in bytes, kind, before, after.")
  var repairs = false

  func validate() throws {
    if repairs, format == .json {
      throw ValidationError("--format json lists the repairs already: leave out --repairs")
    }
    if input.inputs.isEmpty, StandardStream.isInputTerminal {
      throw ValidationError("name a file or a folder, or - for standard input")
    }
  }

  func run() async throws {
    let diagnostics = Diagnostics()
    let paths = input.inputs.isEmpty ? ["-"] : input.inputs
    let inputs = Inputs(paths, facts: SourceFacts(), diagnostics: diagnostics)
    var options = ReadingOptions()
    options.structure = structure
    options.lines = lines
    options.repairs = repair
    let dictionaries = repair ? SpellingDictionaries() : .none
    let articles = await inputs.results(
      jobs: input.jobs ?? Machine.processors, options: options, language: input.articleLanguage,
      dictionaries: dictionaries
    ) { $0 }
    if repairs {
      for article in articles { StandardStream.output(RepairList(article).text) }
    } else {
      write(articles)
    }
    diagnostics.hint(aboutMissing: dictionaries)
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  private func write(_ articles: [Article]) {
    switch format {
    case .json: StandardStream.output(SegmentsJSON.document(articles))
    case .text:
      for article in articles {
        let lines = article.document.segments.map { Self.oneLine($0.text) + "\n" }
        StandardStream.output(lines.joined())
      }
    case .tsv:
      StandardStream.output("path\tutf8 start\tutf8 end\trole\tblock\ttext\n")
      for article in articles {
        let lines = article.document.segments.map { segment in
          let range = segment.range.utf8
          return
            "\(article.path ?? "-")\t\(range.lowerBound)\t\(range.upperBound)\t\(segment.role.rawValue)"
            + "\t\(segment.block)\t\(Self.oneLine(segment.text))\n"
        }
        StandardStream.output(lines.joined())
      }
    }
  }

  /// A line or tab inside of a segment would end the record.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          "\n\r\t\u{85}\u{2028}\u{2029}\u{0B}\u{0C}".unicodeScalars.contains($0) ? " " : $0
        }))
  }
}

extension ReadingOptions.Structure: ExpressibleByArgument {}
extension LineMeaning: ExpressibleByArgument {}
