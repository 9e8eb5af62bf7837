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
    abstract: "Check a finished translation: terms, numbers, dates, names, negations.",
    discussion: """
      Two texts, a table of French and English with a TAB between, TMX, or XLIFF. Texts that have as many lines as each \
      other are taken line by line; others, or all with --align, are cut into sentences and aligned first. Each term of the French \
      whose English of the glossary is missing is reported, each deprecated rendering, what must not be translated and \
      was, and numbers, dates, names and negations that differ. Nothing is rewritten. Exit 1 if anything was found.

      The languages are those of the glossary, or of --pair; of others than French and English, terms, numbers in digits \
      and dates are compared.

      EXAMPLES:
        breve glossary verify article.fr.txt article.en.txt
        breve glossary verify article.fr.txt article.en.txt --align
        breve glossary verify pairs.tsv --format json           for scripts (see: breve schema glossary-verification)
        breve glossary verify pairs.tsv --explain "accord de paix"
        breve glossary verify corpus.tmx --pair fr en
        breve glossary verify article.xlf
        breve glossary verify pairs.tsv --write-baseline accepted.tsv
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, sarif }

  @Argument(
    help: ArgumentHelp(
      "The French and the English, a table of both, TMX or XLIFF.", valueName: "file"))
  var files: [String]

  @OptionGroup var glossary: GlossaryArguments

  @OptionGroup var pair: PairArguments

  @Option(help: "How the findings are written.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "Say why this term was or was not reported, pair by pair: what is accepted, and what stands there.",
      valueName: "term"))
  var explain: String?

  @Flag(help: "Look at length, quotation marks and words left in French as well.")
  var style = false

  @Flag(help: "Cut the texts into sentences and find out which belong together.")
  var align = false

  @Option(help: ArgumentHelp("Findings that are accepted and not reported.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Accept what is found: write it to a file for --baseline.", valueName: "file"))
  var writeBaseline: String?

  private var inputs: [String] { files + pair.others }

  func validate() throws {
    if inputs.isEmpty || inputs.count > 2 {
      throw ValidationError("name the French and the English, or one table of both")
    }
    if align, inputs.count != 2 {
      throw ValidationError("--align takes two texts, the French and the English")
    }
    if explain != nil, format == .sarif || writeBaseline != nil {
      throw ValidationError(
        "--explain goes with --format text or json, and with no baseline to write")
    }
  }

  func run() async throws {
    let diagnostics = Diagnostics()
    let verified: [VerifiedPair]
    var explained: [ExplainedTerm]?
    do {
      let known = try self.known(diagnostics)
      let pairs = try SentencePairs(
        files: inputs, source: known.sourceLanguage, target: known.targetLanguage, aligns: align,
        words: glossary, diagnostics: diagnostics
      ).pairs()
      let accepted = try Baseline(path: baseline)
      let checked = try verify(pairs, known, diagnostics)
      verified = checked.pairs.map(accepted.filtered)
      explained = checked.explained
      if let writeBaseline { try Baseline.write(verified, to: writeBaseline) }
    } catch {
      diagnostics.failure(error)
      throw ExitCode(2)
    }
    let report = VerificationText(path: inputs[inputs.count - 1])
    switch format {
    case .json:
      StandardStream.output(VerificationJSON.document(verified, explanations: explained))
    case .sarif:
      StandardStream.output(
        VerificationJSON.sarif(
          verified, path: report.path, version: BreveCommand.configuration.version))
    case .text:
      if let explain, let explained {
        StandardStream.output(report.text(explained, of: explain, among: verified.count))
      } else {
        StandardStream.output(report.text(verified))
      }
    }
    if let explained {
      if explained.isEmpty { throw ExitCode(1) }
    } else if writeBaseline == nil, verified.contains(where: { !$0.issues.isEmpty }) {
      throw ExitCode(1)
    }
  }

  /// The glossary in the languages of the files.
  private func known(_ diagnostics: Diagnostics) throws(LoadingError) -> Glossary {
    let known = try glossary.table(diagnostics).glossary
    if pair.pair.isEmpty { return known }
    if let fitting = known.turned(from: pair.source, to: pair.target) { return fitting }
    diagnostics.note(
      "the glossary is of '\(known.sourceLanguage)' and '\(known.targetLanguage)', so no terms are checked; "
        + "name one of '\(pair.source)' and '\(pair.target)' with --glossary")
    return Glossary(from: pair.source, to: pair.target)
  }

  private func verify(
    _ pairs: [SentencePairs.Pair], _ glossary: Glossary, _ diagnostics: Diagnostics
  ) throws -> (pairs: [VerifiedPair], explained: [ExplainedTerm]?) {
    let dictionaries = SpellingDictionaries()
    var verifier = PairVerifier(
      glossary, dictionaries: dictionaries, checks: .init(includesStyle: style))
    var verified: [VerifiedPair] = []
    var explained: [ExplainedTerm] = []
    for pair in pairs {
      // A line without French or English is no translation.
      let isPair = !pair.source.isEmpty && !pair.target.isEmpty
      let issues =
        isPair ? try verifier.issues(source: pair.source, target: pair.target) : []
      verified.append(
        VerifiedPair(
          line: pair.line, unit: pair.unit, source: pair.source, target: pair.target,
          issues: issues))
      guard let explain, isPair else { continue }
      let judgements = try verifier.judgements(source: pair.source, target: pair.target)
      explained += ExplainedTerm.explanations(
        of: explain, in: verified[verified.count - 1], judgements)
    }
    diagnostics.hint(aboutMissing: dictionaries)
    return (verified, explain == nil ? nil : explained)
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
      line: pair.line, unit: pair.unit, source: pair.source, target: pair.target,
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
