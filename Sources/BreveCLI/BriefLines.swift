// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveFormats
import BreveSystem
import BreveTerms
import BreveText

/// Articles as JSON Lines in, briefs as JSON Lines out, in order; memory holds one batch.
struct BriefLines {
  let summarizer: Summarizer
  let language: Language?
  let jobs: Int
  /// Whose terms are listed; nil lists none.
  let glossary: Glossary?

  /// Bytes of input that are worked on at once, for each thread.
  private static let batch = 1 << 19
  /// Bytes of output that are written at once.
  private static let outputSize = 1 << 18

  /// What sets English beside the briefs, for each thread; nil for briefs in French only.
  let maker: (@Sendable () -> BilingualMaker)?
  private let dictionaries: SpellingDictionaries

  init(
    summarizer: Summarizer, language: Language?, jobs: Int, glossary: Glossary? = nil,
    dictionaries: SpellingDictionaries = SpellingDictionaries(),
    maker: (@Sendable () -> BilingualMaker)? = nil
  ) {
    self.summarizer = summarizer
    self.language = language
    self.jobs = jobs
    self.glossary = glossary
    self.dictionaries = dictionaries
    self.maker = maker
  }

  private struct Line: Sendable {
    let number: Int
    let bytes: [UInt8]
  }

  /// Reads all lines.
  ///
  /// - Parameter diagnostics: Where faults are said.
  /// - Returns: Whether anything was found in English.
  @discardableResult
  func run(_ diagnostics: Diagnostics) async -> Bool {
    var hasFindings = false
    var rest: [UInt8] = []
    var number = 0
    var isAtEnd = false
    var buffer: [UInt8] = []
    while !isAtEnd {
      var lines: [Line] = []
      var size = 0
      while size < Self.batch * jobs, !isAtEnd {
        let chunk = StandardStream.input(upTo: 1 << 18)
        isAtEnd = chunk.isEmpty
        size += chunk.count
        takeLines(of: chunk, atEnd: isAtEnd, rest: &rest, number: &number, into: &lines)
      }
      guard await write(lines, &buffer, &hasFindings, diagnostics) else { return hasFindings }
    }
    diagnostics.hint(aboutMissing: dictionaries)
    return hasFindings
  }

  private func takeLines(
    of chunk: [UInt8], atEnd: Bool, rest: inout [UInt8], number: inout Int, into lines: inout [Line]
  ) {
    var start = 0
    while let end = chunk[start...].firstIndex(of: 0x0A) {
      rest.append(contentsOf: chunk[start..<end])
      take(&rest, &number, into: &lines)
      start = end + 1
    }
    rest.append(contentsOf: chunk[start...])
    if atEnd { take(&rest, &number, into: &lines) }
  }

  private func take(_ line: inout [UInt8], _ number: inout Int, into lines: inout [Line]) {
    number += 1
    defer { line = [] }
    // A blank line is no article and no error.
    if line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) {
      lines.append(Line(number: number, bytes: line))
    }
  }

  private struct Output: Sendable {
    let bytes: [UInt8]
    /// What was wrong with the line, if anything.
    var fault: String?
    /// Whether something was found in the English.
    var hasFindings = false
  }

  /// - Returns: False if nobody reads the output any more.
  private func write(
    _ lines: [Line], _ buffer: inout [UInt8], _ hasFindings: inout Bool, _ diagnostics: Diagnostics
  ) async -> Bool {
    let outputs = await ParallelMap.results(count: lines.count, jobs: jobs) { [self] queue in
      var reader = ArticleReader(dictionaries: dictionaries)
      var lister = glossary.map { TermLister($0, dictionaries: dictionaries) }
      var maker = maker?()
      var results: [(Int, Output)] = []
      while let index = queue.take() {
        results.append((index, output(lines[index], &reader, &lister, &maker)))
      }
      return results
    }
    for fault in outputs.compactMap(\.fault) { diagnostics.failure(fault) }
    hasFindings = hasFindings || outputs.contains(where: \.hasFindings)
    for output in outputs {
      buffer.append(contentsOf: output.bytes)
      guard buffer.count >= Self.outputSize else { continue }
      guard StandardStream.output(buffer) else { return false }
      buffer.removeAll(keepingCapacity: true)
    }
    defer { buffer.removeAll(keepingCapacity: true) }
    return StandardStream.output(buffer)
  }

  private func output(
    _ line: Line, _ reader: inout ArticleReader, _ lister: inout TermLister?,
    _ maker: inout BilingualMaker?
  ) -> Output {
    let read: ArticleLine
    do {
      read = try ArticleLine(line.bytes)
    } catch {
      return Output(
        bytes: BriefJSON.errorLine(id: error.id, reason: error.reason, line: line.number),
        fault: "-:\(line.number): \(error.reason); mend the line")
    }
    do {
      let article = try reader.article(
        read.text, language: language ?? read.language, facts: read.facts)
      let told = read.notes.reduce(article) { $0.noting($1) }
      let brief = summarizer.brief(of: told)
      if let bilingual = maker?.bilingual(brief) {
        return Output(
          bytes: BilingualJSON.line(bilingual, id: read.id),
          hasFindings: bilingual.rows.contains { !$0.findings.isEmpty })
      }
      return Output(
        bytes: BriefJSON.line(lister?.listing(brief) ?? brief, id: read.id))
    } catch {
      let reason = "there is no text in it"
      return Output(
        bytes: BriefJSON.errorLine(id: read.id, reason: reason, line: line.number),
        fault: "-:\(line.number): \(reason); leave the line out")
    }
  }
}

extension ArticleLine {
  /// What its members say that could not be used.
  fileprivate var notes: [Note] {
    var notes: [Note] = []
    if let language, !LanguageSupport.isKnown(language) {
      notes.append(Note(kind: .language, text: "the language '\(language)' is not known"))
    }
    if let unusedDate {
      notes.append(
        Note(
          kind: .date, text: "the date '\(unusedDate)' is not written 2025-04-03, 2025-04 or 2025"))
    }
    return notes
  }
}
