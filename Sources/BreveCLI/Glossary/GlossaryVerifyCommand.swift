// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms
import BreveText

struct GlossaryVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a finished translation: terms, numbers, dates, names.",
    discussion: """
      Two texts, a table of French and English with a TAB between, or an XLIFF file. Texts that have as many lines as each
      other are taken line by line; others, or all with --align, are cut into sentences and aligned first. Each term of the French
      whose English of the glossary is missing is reported, each deprecated rendering, what must not be translated and
      was, and numbers, dates and names that differ. Nothing is rewritten. Exit 1 if anything was found.

      EXAMPLES:
        breve glossary verify article.fr.txt article.en.txt
        breve glossary verify article.fr.txt article.en.txt --align
        breve glossary verify pairs.tsv --format json
        breve glossary verify article.xlf
        breve glossary verify pairs.tsv --write-baseline accepted.tsv
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, sarif }

  @Argument(
    help: ArgumentHelp(
      "The French and the English, or a table or XLIFF file of both.", valueName: "file"))
  var files: [String]

  @OptionGroup var glossary: GlossaryArguments

  @Option(help: "How the findings are written.")
  var format: Format = .text

  @Flag(help: "Look at negation, length, quotation marks and words left in French as well.")
  var style = false

  @Flag(help: "Cut the texts into sentences and find out which belong together.")
  var align = false

  @Option(help: ArgumentHelp("Findings that are accepted and not reported.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Accept what is found: write it to a file for --baseline.", valueName: "file"))
  var writeBaseline: String?

  func validate() throws {
    if files.isEmpty || files.count > 2 {
      throw ValidationError("name the French and the English, or one table of both")
    }
    if align, files.count != 2 {
      throw ValidationError("--align takes two texts, the French and the English")
    }
  }

  func run() async throws {
    let diagnostics = Diagnostics()
    let pairs: [SentencePairs.Pair]
    let verified: [VerifiedPair]
    do {
      pairs =
        try files.count == 2
        ? SentencePairs.texts(files[0], files[1], aligns: align, glossary, diagnostics)
        : SentencePairs.located(files[0])
      let table = try glossary.table(diagnostics)
      let accepted = try Baseline(path: baseline)
      verified = try Self.verified(pairs, table.glossary, style: style, diagnostics).map(
        accepted.filtered)
      if let writeBaseline { try Baseline.write(verified, to: writeBaseline) }
    } catch {
      diagnostics.failure(error)
      throw ExitCode(2)
    }
    switch format {
    case .text: StandardStream.output(Array(text(verified).utf8))
    case .json: StandardStream.output(VerificationJSON.document(verified))
    case .sarif:
      StandardStream.output(
        VerificationJSON.sarif(
          verified, path: files[files.count - 1], version: BreveCommand.configuration.version))
    }
    if writeBaseline == nil, verified.contains(where: { !$0.issues.isEmpty }) { throw ExitCode(1) }
  }

  private static func verified(
    _ pairs: [SentencePairs.Pair], _ glossary: Glossary, style: Bool,
    _ diagnostics: Diagnostics
  ) throws -> [VerifiedPair] {
    let dictionaries = SpellingDictionaries()
    var verifier = PairVerifier(
      glossary, dictionaries: dictionaries, checks: .init(includesStyle: style))
    var verified: [VerifiedPair] = []
    for pair in pairs {
      // A line without French or English is no translation.
      let issues =
        pair.source.isEmpty || pair.target.isEmpty
        ? [] : try verifier.issues(source: pair.source, target: pair.target)
      verified.append(
        VerifiedPair(line: pair.line, source: pair.source, target: pair.target, issues: issues))
    }
    diagnostics.hint(aboutMissing: dictionaries)
    return verified
  }

  private func text(_ pairs: [VerifiedPair]) -> String {
    var out = ""
    let path = files[files.count - 1]
    for pair in pairs {
      for issue in pair.issues {
        let column = issue.target.map { ":\($0.lowerBound + 1)" } ?? ""
        out += "\(path):\(pair.line)\(column): \(issue.kind.rawValue): \(issue.message)\n"
      }
      if !pair.issues.isEmpty { out += "    \(pair.source)\n    \(pair.target)\n" }
    }
    let count = pairs.reduce(0) { $0 + $1.issues.count }
    StandardStream.error("\(count) finding\(count == 1 ? "" : "s") in \(pairs.count) pairs\n")
    return out
  }
}

/// Findings that were looked at and accepted: kind, message, French and English, one a line.
private struct Baseline {
  private let accepted: Set<String>

  /// - Throws: ``LoadingError`` if the file cannot be read.
  init(path: String?) throws(LoadingError) {
    guard let path else {
      accepted = []
      return
    }
    accepted = Set(
      String(decoding: try FileBytes.read(path), as: UTF8.self).split(separator: "\n").map(
        String.init))
  }

  func filtered(_ pair: VerifiedPair) -> VerifiedPair {
    VerifiedPair(
      line: pair.line, source: pair.source, target: pair.target,
      issues: pair.issues.filter { !accepted.contains(Self.line($0, pair)) })
  }

  static func write(_ pairs: [VerifiedPair], to path: String) throws(LoadingError) {
    var out = ""
    for pair in pairs {
      for issue in pair.issues { out += line(issue, pair) + "\n" }
    }
    try FileBytes.write(Array(out.utf8), to: path)
  }

  private static func line(_ issue: ConsistencyIssue, _ pair: VerifiedPair) -> String {
    [issue.kind.rawValue, issue.message, pair.source, pair.target].joined(separator: "\t")
  }
}
