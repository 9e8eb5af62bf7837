// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms
import BreveText

struct GlossaryExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract:
      "Find words and phrases in French texts that may be terms and that the glossary lacks.",
    discussion: """
      Best first: what stands in the texts much more often than in general French, and often. With --pairs or \
      --memory the likely English is given, by how often it stands opposite; without texts the French of --pairs is read.

      The table (--format tsv) can be read by breve glossary add --from: delete the lines that are no terms, fill in or \
      correct the English, add.

      EXAMPLES:
        breve glossary extract seeds/ --limit 20
        breve glossary extract article.txt --pairs pairs.tsv --format tsv
        breve glossary extract article.txt --memory breve.memory
        breve glossary add --from terms.tsv --glossary desk.tsv
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, tsv, json }

  @OptionGroup var input: InputArguments

  @OptionGroup var glossary: GlossaryArguments

  @Option(help: ArgumentHelp("So many candidates at most.", valueName: "n"))
  var limit = 100

  @Option(
    help: ArgumentHelp(
      "Sentences and their English, a TAB between; says the likely English.", valueName: "file"))
  var pairs: String?

  @Option(
    help: ArgumentHelp(
      "A translation memory whose pairs say the likely English; may stand beside --pairs.",
      valueName: "file"))
  var memory: String?

  @Option(help: "How the candidates are written.")
  var format: Format = .text

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1, not \(limit)") }
    if input.inputs.isEmpty, pairs == nil, StandardStream.isInputTerminal {
      throw ValidationError("name a file or a folder, or - for standard input")
    }
  }

  func run() async throws {
    let diagnostics = Diagnostics()
    let dictionaries = SpellingDictionaries()
    // It takes as long as to read the glossary.
    let opening = Task.detached { dictionaries.prepareFrench() }
    let table: GlossaryTable
    var sentencePairs: [(source: String, target: String)] = []
    do throws(LoadingError) {
      table = try glossary.table(diagnostics)
      if let pairs {
        sentencePairs = try SentencePairs.table(pairs).map {
          (source: $0.source, target: $0.target)
        }
      }
    } catch {
      throw diagnostics.exit(error)
    }
    guard table.glossary.sourceLanguage.primary == "fr" else {
      diagnostics.failure("terms are extracted from French; this glossary is of another language")
      throw ExitCode(2)
    }
    await opening.value
    let paths = input.inputs.isEmpty && pairs == nil ? ["-"] : input.inputs
    let inputs = Inputs(paths, facts: SourceFacts(), diagnostics: diagnostics)
    let articles = await inputs.results(
      jobs: input.jobs ?? Machine.processors,
      language: input.articleLanguage ?? table.glossary.sourceLanguage, dictionaries: dictionaries
    ) { $0 }
    var extractor = TermExtractor(table.glossary, dictionaries: dictionaries)
    for article in articles { extractor.add(article.document) }
    if input.inputs.isEmpty {
      do {
        try extractor.add(Self.document(sentencePairs, dictionaries))
      } catch {
        diagnostics.failure("\(error)")
        throw ExitCode(2)
      }
    }
    var candidates = extractor.candidates(limit: limit)
    if let memory, !candidates.isEmpty {
      sentencePairs += try withMemory { try SentencePairs.memory(memory, .french, Language("en")) }
    }
    if !sentencePairs.isEmpty {
      candidates = TranslationFinder(pairs: sentencePairs).translated(candidates)
    }
    let list = CandidateList(
      candidates: candidates,
      paths: input.inputs.isEmpty ? [pairs] : articles.map(\.path), format: format)
    StandardStream.output(list.bytes)
    diagnostics.hint(aboutMissing: dictionaries)
    if diagnostics.hasFailed { throw ExitCode(2) }
    if candidates.isEmpty { throw ExitCode(1) }
  }

  /// The French of the pairs as a text, a paragraph each.
  private static func document(
    _ pairs: [(source: String, target: String)], _ dictionaries: SpellingDictionaries
  ) throws -> Document {
    var reader = DocumentReader(dictionaries: dictionaries)
    let text = pairs.map(\.source).joined(separator: "\n\n")
    return try reader.document(SourceText(text), language: .french)
  }
}

/// Candidates as they are written.
struct CandidateList {
  let candidates: [TermCandidate]
  /// Of the documents, in their order; nil for standard input.
  let paths: [String?]
  let format: GlossaryExtractCommand.Format

  var bytes: [UInt8] {
    switch format {
    case .json: CandidatesJSON.document(candidates, paths: paths)
    case .tsv: Array(table.utf8)
    case .text: Array(text.utf8)
    }
  }

  /// Of the table: those of a glossary, and three that `breve glossary add` leaves out.
  static let columns = ["fr", "en", "frequency", "score", "context"]

  /// A glossary of French and English, with what a reader decides by in columns of their own.
  private var table: String {
    var out = Self.columns.joined(separator: "\t") + "\n"
    for candidate in candidates {
      let fields = [
        candidate.text, candidate.translations.first?.text ?? "", String(candidate.count),
        Self.figure(candidate.score), candidate.contexts.first?.text ?? "",
      ]
      out += fields.map(Self.oneLine).joined(separator: "\t") + "\n"
    }
    return out
  }

  /// A candidate a line, and under it the first sentence it stands in.
  private var text: String {
    var out = ""
    for candidate in candidates {
      out += "\(candidate.text)  \(candidate.count) ×, \(Self.figure(candidate.score))"
      let english = candidate.translations.map { "\($0.text) (\(Self.figure($0.association)))" }
      if !english.isEmpty { out += "  = " + english.joined(separator: ", ") }
      out += "\n"
      guard let context = candidate.contexts.first else { continue }
      let path = paths.count > 1 ? (paths[context.document] ?? "-") + ": " : ""
      out += "    \(path)\(Self.oneLine(context.text))\n"
    }
    return out
  }

  /// A number with two places.
  private static func figure(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = String(hundredths.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    return (hundredths < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }

  /// A line break or tab inside of a field would end it.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
