// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveFormats
import BreveSystem
import BreveTerms
import BreveText
import Synchronization

/// Articles as JSON Lines in, briefs as JSON Lines out, in order; memory holds one batch.
struct BriefLines {
  let summarizer: Summarizer
  let language: Language?
  let jobs: Int

  /// Bytes of input that are worked on at once, for each thread.
  private static let batch = 1 << 19
  /// The same where an engine is asked, which may load a model for each batch.
  private static let engineBatch = 1 << 20
  /// Bytes of output that are written at once.
  private static let outputSize = 1 << 18

  private let dictionaries: SpellingDictionaries
  private let workers: [Worker]

  /// What one thread keeps from batch to batch: the words it has looked up, above all.
  private final class Worker: Sendable {
    struct Tools: ~Copyable {
      var reader: ArticleReader
      var lister: TermLister?
      /// Sets English beside the briefs; nil for briefs in French only.
      var maker: BilingualMaker?
    }

    let tools: Mutex<Tools>

    init(
      _ dictionaries: SpellingDictionaries, _ glossary: Glossary?,
      _ maker: (@Sendable () -> BilingualMaker)?
    ) {
      tools = Mutex(
        Tools(
          reader: ArticleReader(dictionaries: dictionaries),
          lister: glossary.map { TermLister($0, dictionaries: dictionaries) }, maker: maker?()))
    }
  }

  init(
    summarizer: Summarizer, language: Language?, jobs: Int, glossary: Glossary? = nil,
    dictionaries: SpellingDictionaries = SpellingDictionaries(forManyTexts: true),
    maker: (@Sendable () -> BilingualMaker)? = nil
  ) {
    self.summarizer = summarizer
    self.language = language
    self.jobs = jobs
    self.dictionaries = dictionaries
    workers = (0..<max(1, jobs)).map { _ in Worker(dictionaries, glossary, maker) }
  }

  private struct Line: Sendable {
    let number: Int
    let bytes: [UInt8]
  }

  /// Reads all lines.
  ///
  /// - Parameters:
  ///   - diagnostics: Where faults are said.
  ///   - engines: Asked once for all articles of a batch, where no memory has English.
  /// - Returns: Whether anything was found in English.
  @discardableResult
  func run(_ diagnostics: Diagnostics, engines: EngineSession? = nil) async -> Bool {
    let size = (engines == nil ? Self.batch : Self.engineBatch) * jobs
    var hasFindings = false
    var rest: [UInt8] = []
    var number = 0
    var isAtEnd = false
    var buffer: [UInt8] = []
    while !isAtEnd {
      var lines: [Line] = []
      var count = 0
      while count < size, !isAtEnd {
        let chunk = StandardStream.input(upTo: 1 << 18)
        isAtEnd = chunk.isEmpty
        count += chunk.count
        takeLines(of: chunk, atEnd: isAtEnd, rest: &rest, number: &number, into: &lines)
      }
      guard await write(lines, engines, &buffer, &hasFindings, diagnostics) else {
        return hasFindings
      }
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
    var bytes: [UInt8] = []
    /// A brief that is not written down yet, with the id of its line.
    var brief: (bilingual: BilingualBrief, id: LineID?)?
    /// What was wrong with the line, if anything.
    var fault: String?
    /// Whether something was found in the English.
    var hasFindings = false

    mutating func take(_ bilingual: BilingualBrief, id: LineID?) {
      bytes = BilingualJSON.line(bilingual, id: id)
      hasFindings = bilingual.rows.contains { !$0.findings.isEmpty }
      brief = nil
    }
  }

  /// - Returns: False if nobody reads the output any more.
  private func write(
    _ lines: [Line], _ engines: EngineSession?, _ buffer: inout [UInt8],
    _ hasFindings: inout Bool, _ diagnostics: Diagnostics
  ) async -> Bool {
    let waits = engines != nil
    var outputs = await ParallelMap.results(count: lines.count, workers: workers) {
      [self] worker, number in
      worker.tools.withLock {
        output(lines[number], &$0.reader, &$0.lister, &$0.maker, waits: waits)
      }
    }
    if let engines { await fill(&outputs, engines, diagnostics) }
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

  /// Has engines asked for the briefs that wait for them, all together, and writes those down.
  private func fill(
    _ outputs: inout [Output], _ engines: EngineSession, _ diagnostics: Diagnostics
  ) async {
    let places = outputs.indices.filter { outputs[$0].brief != nil }
    let filled = await engines.filling(
      places.compactMap { outputs[$0].brief?.bilingual }, diagnostics)
    for (place, bilingual) in zip(places, filled) {
      outputs[place].take(bilingual, id: outputs[place].brief?.id)
    }
  }

  private func output(
    _ line: Line, _ reader: inout ArticleReader, _ lister: inout TermLister?,
    _ maker: inout BilingualMaker?, waits: Bool
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
        if waits { return Output(brief: (bilingual, read.id)) }
        var output = Output()
        output.take(bilingual, id: read.id)
        return output
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
