// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
import BreveFormats
import BreveSystem
import BreveTerms

struct EvalTranslation: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation",
    abstract: "BLEU, chrF, terms and findings of translations, as a Markdown table.",
    discussion: """
      SRC and REF are texts with a sentence a line, or SRC alone is a table with TAB between French and English. BLEU and \
      chrF2 are those of sacrebleu with its defaults. Terms counts the terms of the glossary that stand in the French, and \
      those whose preferred English stands in the translation.

      EXAMPLES:
        breve eval translation news.fr news.en --engine apertium
        breve eval translation news.fr-en.tsv --lines 200 --engine apertium
        breve eval translation news.fr news.en --hypotheses news.out.en
      """)

  @Argument(help: ArgumentHelp("The French, and its English.", valueName: "file"))
  var inputs: [String]

  @Option(help: ArgumentHelp("Translations to measure, a sentence a line.", valueName: "file"))
  var hypotheses: [String] = []

  @Option(help: ArgumentHelp("Only the first lines.", valueName: "n"))
  var lines: Int?

  @Option(help: ArgumentHelp("Print so many terms that are missing.", valueName: "n"))
  var errors = 0

  @Option(help: ArgumentHelp("Write the translations of the last engine.", valueName: "file"))
  var output: String?

  @OptionGroup var engines: EngineArguments
  @OptionGroup var glossary: GlossaryArguments

  func validate() throws {
    if inputs.isEmpty || inputs.count > 2 {
      throw ValidationError("name the French and its English, or one table with both")
    }
    if engines.engine.isEmpty, hypotheses.isEmpty {
      throw ValidationError("name an engine with --engine, or translations with --hypotheses")
    }
  }

  mutating func run() async throws {
    let diagnostics = Diagnostics()
    do { try engines.fill(from: Configuration.nearest(), takesEngines: false) } catch let error
      as LoadingError
    { throw diagnostics.exit(error) }
    let dictionaries = SpellingDictionaries()
    let table: GlossaryTable
    let pairs: (french: [String], english: [String])
    do {
      table = try glossary.table(diagnostics)
      pairs = try texts()
    } catch {
      diagnostics.failure(error)
      throw ExitCode(2)
    }
    var reader = EngineSentenceReader(table.glossary, dictionaries: dictionaries)
    var read: [(sentence: EngineSentence, terms: [(match: TermMatch, range: Range<Int>)])] = []
    for line in pairs.french { read.append(try reader.sentence(line)) }
    let sentences = read.map(\.sentence)
    let terms = read.map(\.terms)
    var out = Self.header
    var details = ""
    func report(
      _ name: String, _ drafts: [EngineTranslator.Draft?], _ translator: EngineTranslator
    ) {
      var evaluation = TranslationEvaluation()
      for (index, draft) in drafts.enumerated() {
        evaluation.add(
          draft?.text, reference: pairs.english[index], terms: terms[index],
          repairs: draft?.repairs.count ?? 0, findings: draft?.findings ?? [],
          hasPreferred: translator.hasPreferred)
      }
      out += Self.row(name, evaluation)
      for term in evaluation.missing.prefix(errors) {
        details += "- \(name): '\(term.source)' is not '\(term.target)' in: \(term.text)\n"
      }
    }
    for path in hypotheses {
      do {
        let lines = try Self.lines(path)
        let given = GivenEngine(name: Inputs.name(of: path), lines: lines)
        let translator = EngineTranslator(
          [given], glossary: table.glossary, dictionaries: dictionaries, placesTerms: false)
        report(given.name, await translator.drafts(of: sentences, terms: terms).drafts, translator)
      } catch { diagnostics.failure(error) }
    }
    for engine in try engines.engines() {
      for placesTerms in [false, true] {
        let translator = EngineTranslator(
          [engine], glossary: table.glossary, dictionaries: dictionaries, limits: engines.limits,
          placesTerms: placesTerms)
        let asked = placesTerms ? sentences : sentences.map { EngineSentence($0.text) }
        let (drafts, failures) = await translator.drafts(of: asked, terms: terms)
        diagnostics.tell(failures)
        report(engine.label + (placesTerms ? ", terms put in" : ""), drafts, translator)
        if placesTerms, let output {
          let text = drafts.map { ($0?.text ?? "") + "\n" }.joined()
          do { try FileBytes.write(Array(text.utf8), to: output) } catch {
            diagnostics.failure(error)
          }
        }
      }
    }
    StandardStream.output(out + (details.isEmpty ? "" : "\n" + details))
    diagnostics.hint(aboutMissing: dictionaries)
    if diagnostics.hasFailed { throw ExitCode(2) }
  }

  // MARK: Texts

  private func texts() throws -> (french: [String], english: [String]) {
    var (french, english): ([String], [String])
    if inputs.count == 2 {
      french = try Self.lines(inputs[0])
      english = try Self.lines(inputs[1])
    } else {
      let rows = try Self.lines(inputs[0]).map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
      if let odd = rows.firstIndex(where: { $0.count != 2 }) {
        throw ValidationError("\(inputs[0]):\(odd + 1): not French, TAB and English")
      }
      (french, english) = (rows.map { String($0[0]) }, rows.map { String($0[1]) })
    }
    if french.count != english.count {
      throw ValidationError(
        "\(inputs.joined(separator: " and ")) have \(french.count) and \(english.count) lines; one of English for each of French"
      )
    }
    if let lines {
      french = Array(french.prefix(lines))
      english = Array(english.prefix(lines))
    }
    return (french, english)
  }

  private static func lines(_ path: String) throws -> [String] {
    let bytes = try FileBytes.read(path)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  // MARK: Report

  private static let header = """
    | translations | sentences | BLEU | chrF2 | terms preferred | put in | findings |
    |---|--:|--:|--:|--:|--:|---|

    """

  private static func row(_ name: String, _ evaluation: TranslationEvaluation) -> String {
    let findings = ConsistencyIssue.Kind.allCases.compactMap { kind in
      evaluation.findings[kind].map { "\(kind.rawValue) \($0)" }
    }
    let share =
      evaluation.terms == 0
      ? "-" : fixed(100 * Double(evaluation.preferred) / Double(evaluation.terms), 1) + " %"
    return "| \(name.replacing("|", with: "\\|")) "
      + "| \(evaluation.translated) of \(evaluation.sentences) "
      + "| \(fixed(evaluation.bleu, 2)) | \(fixed(evaluation.chrf, 2)) "
      + "| \(evaluation.preferred) of \(evaluation.terms) (\(share)) "
      + "| \(evaluation.replacements) | \(findings.joined(separator: ", ")) |\n"
  }

  private static func fixed(_ number: Double, _ places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let whole = Int((number * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale).\(String(repeating: "0", count: places - rest.utf8.count))\(rest)"
  }
}

/// Translations that are there already.
private struct GivenEngine: TranslationEngine {
  let name: String
  let lines: [String]
  let version: String? = nil
  let capabilities = EngineCapabilities(place: .here)

  func fault() async -> EngineFault? { nil }

  func translate(_ sentences: [EngineSentence], limits: EngineLimits) async -> [EngineReply] {
    sentences.indices.map { index in
      lines.indices.contains(index)
        ? .success(EngineAnswer(lines[index])) : .failure(EngineFault(.noAnswer, engine: name))
    }
  }
}
