// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms
import BreveText

struct GlossaryFindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find the terms of a glossary in texts, with their English and where they stand.",
    discussion: """
      The plural and the feminine, conjugated verbs, elisions and capitals are found; a noun is not found in a verb that is \
      spelt alike. Countries, languages and currencies that the glossary does not have are named by ICU (icu:ML).

      A glossary is a table with TAB between the columns: a header line that holds fr and en, or two columns. Without a \
      header its terms are of the language that --language gives, and their forms are found by Snowball's stems.

      EXAMPLES:
        breve glossary find article.txt
        breve glossary find seeds/ --glossary terms.tsv --format json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, tsv }

  @OptionGroup var input: InputArguments

  @OptionGroup var glossary: GlossaryArguments

  @Option(help: "How the matches are written.")
  var format: Format = .text

  @Flag(inversion: .prefixedNo, help: "Find countries, languages and currencies by ICU's names.")
  var names = true

  func validate() throws {
    if input.inputs.isEmpty, StandardStream.isInputTerminal {
      throw ValidationError("name a file or a folder, or - for standard input")
    }
  }

  /// Not given back before the process ends: that alone would take some milliseconds.
  private static let dictionaries = SpellingDictionaries()

  func run() async throws {
    let diagnostics = Diagnostics()
    let dictionaries = Self.dictionaries
    // It takes as long as to read the glossary.
    let opening = Task.detached { dictionaries.prepareFrench() }
    let table: GlossaryTable
    do {
      table = try glossary.table(diagnostics)
    } catch {
      diagnostics.failure(error)
      throw ExitCode(2)
    }
    let inputs = Inputs(
      input.inputs.isEmpty ? ["-"] : input.inputs, facts: SourceFacts(), diagnostics: diagnostics)
    var terms = table.glossary
    // Only a header says that the terms are French.
    if table.header == nil, let given = input.articleLanguage { terms.sourceLanguage = given }
    let recognizer = TermRecognizer(
      terms, dictionaries: dictionaries, includesLocaleNames: names)
    await opening.value
    let documents = await inputs.matches(
      of: recognizer, jobs: input.jobs ?? Machine.processors,
      language: input.articleLanguage ?? terms.sourceLanguage, dictionaries: dictionaries)
    StandardStream.output(TermList(documents: documents, format: format).bytes)
    diagnostics.hint(aboutMissing: dictionaries)
    if diagnostics.hasFailed { throw ExitCode(2) }
    guard documents.contains(where: { !$0.matches.isEmpty }) else {
      diagnostics.note("no term of the glossary stands there")
      throw ExitCode(1)
    }
  }
}

extension Inputs {
  /// The terms in each text, in the order of the inputs; what cannot be read is said and left out.
  fileprivate func matches(
    of recognizer: TermRecognizer, jobs: Int, language: Language?,
    dictionaries: SpellingDictionaries
  ) async -> [(path: String?, matches: [TermMatch])] {
    let items = items
    let outcomes = await ParallelMap.results(count: items.count, jobs: jobs) { queue in
      var reader = ArticleReader(dictionaries: dictionaries)
      var recognizer = recognizer
      var outcomes: [(Int, Result<(path: String?, matches: [TermMatch]), LoadingError>)] = []
      while let number = queue.take() {
        do throws(LoadingError) {
          let article = try items[number].article(by: &reader, language: language)
          outcomes.append(
            (number, .success((article.path, recognizer.matches(in: article.document)))))
        } catch {
          outcomes.append((number, .failure(error)))
        }
      }
      return outcomes
    }
    return outcomes.compactMap { outcome in
      switch outcome {
      case .success(let result): return result
      case .failure(let error):
        diagnostics.failure(error)
        return nil
      }
    }
  }
}

/// The matches of several texts as they are written.
struct TermList {
  let documents: [(path: String?, matches: [TermMatch])]
  let format: GlossaryFindCommand.Format

  var bytes: [UInt8] {
    switch format {
    case .json: TermsJSON.document(documents)
    case .tsv: Array(table.utf8)
    case .text: Array(text.utf8)
    }
  }

  /// One match a line.
  private var table: String {
    var out = "path\tutf8 start\tutf8 end\ttext\tterm\ttranslation\tentry\tstatus\n"
    for document in documents {
      for match in document.matches {
        let range = match.range.utf8
        let fields = [
          document.path ?? "-", String(range.lowerBound), String(range.upperBound), match.text,
          match.pair.source, match.translation, match.pair.id, match.pair.status.rawValue,
        ]
        out += fields.map(Self.oneLine).joined(separator: "\t") + "\n"
      }
    }
    return out
  }

  /// One term a line, in the order of their first match, with all its places.
  private var text: String {
    var out = ""
    for document in documents {
      var order: [TermPair] = []
      var places: [TermPair: [String]] = [:]
      for match in document.matches {
        if places[match.pair] == nil { order.append(match.pair) }
        let range = match.range.utf8
        places[match.pair, default: []].append("\(range.lowerBound)-\(range.upperBound)")
      }
      if documents.count > 1 { out += "\(document.path ?? "-")\n" }
      for pair in order {
        let found = places[pair] ?? []
        let english = pair.target.isEmpty && pair.isUntranslated ? pair.source : pair.target
        out += "\(found.count) × \(pair.source) = \(english)"
        if pair.status != .preferred { out += " (\(pair.status.rawValue))" }
        out += " [\(pair.id)] \(found.joined(separator: ", "))\n"
      }
    }
    return out
  }

  /// A line break or tab inside of a match would end the record.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
