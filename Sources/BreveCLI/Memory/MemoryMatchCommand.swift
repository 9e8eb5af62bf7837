// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem
import FoundationEssentials

struct MemoryMatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Find the units whose source is most like a text.",
    discussion: """
      The rate says how many words and marks are the same, in percent, less penalties for other capitals (1), marks (1), \
      numbers (2) and tags (2); 100 is all of them and nothing taken off. Each match shows what has to be changed in its \
      source to get the text: [-taken out-] and {+put in+}, or colours on a terminal; after breve memory train the words \
      of the translation that are likely to change with it stand in {braces}, or underlined. With --file, a unit that is \
      the same and stood between the same lines comes first, as in context.

      EXAMPLES:
        breve memory match "Le ministre a signé l'accord."
        breve memory match "The minister signed the agreement." --pair en fr --limit 3
        breve memory match --file article.txt --minimum-rate 50
        breve memory match --file queries.txt --format jsonl  for scripts (see: breve schema memory-matches)
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, jsonl }

  enum Colour: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Argument(help: "The text that is looked for; quoted, or several words.")
  var text: [String] = []

  @Option(
    help: ArgumentHelp(
      "Look for each line of a file, or of standard input (-).", valueName: "file|-"))
  var file: String?

  @Option(help: ArgumentHelp("The least rate in percent.", valueName: "percent"))
  var minimumRate = 70.0

  @Option(help: ArgumentHelp("At most so many units for a text.", valueName: "n"))
  var limit = 5

  @Option(
    help:
      "normalized takes apostrophes and quotation marks as equal and counts penalties; plain does neither."
  )
  var metric: MatchMetric = .normalized

  @Option(
    help: ArgumentHelp(
      "Only units of this state; may be given more than once (default: all but rejected).",
      valueName: UnitState.names))
  var state: [UnitState] = []

  @Option(help: "How matches are written.")
  var format: Format = .text

  @Option(help: "Whether differences are coloured.")
  var color: Colour = .auto

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments

  func validate() throws {
    let words = text + pair.others
    if file != nil, !words.isEmpty { throw ValidationError("give a text or --file, not both") }
    if file == nil, words.isEmpty {
      throw ValidationError("which text? Give it as an argument, or --file FILE with one a line")
    }
    if !(0...100).contains(minimumRate) {
      throw ValidationError("--minimum-rate is between 0 and 100, not \(minimumRate)")
    }
    if limit < 1 { throw ValidationError("--limit is at least 1, not \(limit)") }
  }

  func run() async throws {
    let path = try memory.path()
    var request = MemoryRequest(
      source: pair.source, target: pair.target, metric: metric,
      minimum: MatchRate(percent: minimumRate), limit: limit)
    // A text that is typed, or a line of a file, has none.
    request.tags = []
    if !state.isEmpty { request.states = Set(state) }
    var isFound = false
    try withMemory {
      let searcher = try MemorySearcher(path: path)
      let writer = MatchLines(metric: metric, isColoured: isColoured, isJSON: format == .jsonl)
      var words = try pair.knownWords(path)
      let queries = try queries()
      let neighbours = file == nil ? [] : Neighbours.all(of: queries)
      for (place, query) in queries.enumerated() {
        if file != nil { (request.previous, request.next) = neighbours[place] }
        var matches = try searcher.matches(for: query, request)
        for index in matches.indices {
          words?.mark(&matches[index], query: query, metric: metric)
        }
        isFound = isFound || !matches.isEmpty
        let engines = try searcher.engines(of: matches)
        guard StandardStream.output(writer.lines(query, matches, engines, isOne: file == nil))
        else { return }
      }
    }
    guard !isFound else { return }
    let rate = Int(exactly: minimumRate).map { "\($0)" } ?? "\(minimumRate)"
    Diagnostics().note("no unit reaches \(rate) %; a smaller --minimum-rate may find some")
    throw ExitCode(1)
  }

  private func queries() throws -> [String] {
    guard let file else { return [(text + pair.others).joined(separator: " ")] }
    let bytes = file == "-" ? StandardStream.input(limit: 1 << 28) : try FileBytes.read(file)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  private var isColoured: Bool { color.isOn }
}

extension MemoryMatchCommand.Colour {
  /// Whether standard output is coloured.
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      StandardStream.isOutputTerminal
        && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
  }
}

/// The lines before and after each line; blank ones are passed over.
enum Neighbours {
  static func all(of lines: [String]) -> [(previous: String?, next: String?)] {
    let isBlank = lines.map { $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    var all: [(previous: String?, next: String?)] = []
    all.reserveCapacity(lines.count)
    var last: String?
    for (place, line) in lines.enumerated() {
      all.append((last, nil))
      if !isBlank[place] { last = line }
    }
    last = nil
    for place in lines.indices.reversed() {
      all[place].next = last
      if !isBlank[place] { last = lines[place] }
    }
    return all
  }
}

/// The lines of matches.
struct MatchLines {
  let metric: MatchMetric
  let isColoured: Bool
  let isJSON: Bool

  /// What is written for a query.
  func lines(
    _ query: String, _ matches: [MemoryMatch], _ engines: [Int: String], isOne: Bool
  ) -> [UInt8] {
    if isJSON { return json(query, matches, engines) }
    var text = isOne ? "" : "\(query)\n"
    for match in matches {
      let rate = (match.rate.percent * 10).rounded(.down) / 10
      text += "\(isOne ? "" : "  ")\(rate) %  unit \(match.unit)  \(match.state.rawValue)"
      if let engine = engines[match.unit] { text += " (\(engine))" }
      if match.isInContext { text += "  in context" }
      for penalty in match.penalties {
        text += "  \(penalty.kind.rawValue) -\(Int(penalty.percent))"
      }
      text += "\n"
      text += "    \(difference(from: match.source, to: query))\n"
      text += "    \(match.target.map { shown($0, match.likely ?? []) } ?? "(no translation)")\n"
    }
    return Array(text.utf8)
  }

  private func json(
    _ query: String, _ matches: [MemoryMatch], _ engines: [Int: String]
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("query", query)
      json.member("matches") { json in
        json.array { json in
          for match in matches {
            json.object { json in
              json.member("rate") { $0.raw(Array("\(match.rate.percent)".utf8)) }
              json.member("source", match.source)
              json.member("target", match.target)
              json.member("unit", match.unit)
              json.member("line", match.line)
              json.member("state", match.state.rawValue)
              if let engine = engines[match.unit] { json.member("engine", engine) }
              json.member("penalties") { json in
                json.array { json in
                  for penalty in match.penalties {
                    json.object { json in
                      json.member("kind", penalty.kind.rawValue)
                      json.member("percent") { $0.raw(Array("\(penalty.percent)".utf8)) }
                    }
                  }
                }
              }
              if match.isInContext { json.member("context") { $0.value(true) } }
              if let target = match.target, let likely = match.likely {
                json.member("likely") { TextRanges.write(likely, of: target, &$0) }
              }
            }
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  /// A translation with the words marked that are likely to change.
  private func shown(_ target: String, _ likely: [Range<Int>]) -> String {
    let bytes = Array(target.utf8)
    var shown = ""
    var done = 0
    for range in likely {
      shown += String(decoding: bytes[done..<range.lowerBound], as: UTF8.self)
      shown += LikelyWord.marked(
        String(decoding: bytes[range], as: UTF8.self), isColoured: isColoured)
      done = range.upperBound
    }
    return shown + String(decoding: bytes[done...], as: UTF8.self)
  }

  private func difference(from source: String, to query: String) -> String {
    let diff = WordDiff(unit: source, query: query, metric: metric)
    guard isColoured else { return diff.marked }
    return diff.pieces.map { piece in
      switch piece {
      case .same(let text): text
      case .inserted(let text): "\u{1B}[32m\(text)\u{1B}[0m"
      case .deleted(let text): "\u{1B}[31;9m\(text)\u{1B}[0m"
      case .changed(let old, let new): "\u{1B}[31;9m\(old)\u{1B}[0m\u{1B}[33m\(new)\u{1B}[0m"
      }
    }.joined()
  }
}

extension MatchMetric: ExpressibleByArgument {}
