// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveTerms

struct BuildFrequencies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-frequencies",
    abstract: "Count the words of French texts, and print the list that extraction goes by.",
    discussion: """
      Articles with summaries (.jsonl), tables whose first column is French (.tsv), or plain text; packed by gzip or xz or \
      not. Each file is a source with its weight, whatever its size. Notes that begin with # are put before the list.

      EXAMPLE:
        breve eval build-frequencies train.jsonl laws.tsv.xz --weights 1,0.2 --notes fr.notes.txt
      """)

  @Argument(help: ArgumentHelp("Texts whose licence allows it.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp("The weight of each file; all alike if not given.", valueName: "x,y,…"))
  var weights: String?

  @Option(help: ArgumentHelp("So many words at most.", valueName: "n"))
  var limit = 50_000

  @Option(help: ArgumentHelp("What to say first: where the texts are from.", valueName: "file"))
  var notes: String?

  func validate() throws {
    if let weights, values(of: weights)?.count != files.count {
      throw ValidationError("--weights takes a positive number for each file, not '\(weights)'")
    }
    if limit < 1 { throw ValidationError("--limit is at least 1, not \(limit)") }
  }

  func run() throws {
    let diagnostics = Diagnostics()
    var counter = FrequencyCounter()
    let weights = weights.flatMap(values) ?? files.map { _ in 1 }
    var out = ""
    do throws(LoadingError) {
      if let notes { out = String(decoding: try FileBytes.read(notes), as: UTF8.self) }
      for (file, weight) in zip(files, weights) {
        counter.beginSource(weight: weight)
        try add(file, to: &counter)
      }
    } catch {
      throw diagnostics.exit(error)
    }
    for line in counter.lines(limit: limit) { out += line + "\n" }
    StandardStream.error("\(counter.total) words counted\n")
    StandardStream.output(out)
  }

  private func values(of list: String) -> [Double]? {
    let values = list.split(separator: ",", omittingEmptySubsequences: false).compactMap {
      Double($0)
    }
    return values.allSatisfy { $0 > 0 && $0.isFinite } ? values : nil
  }

  private func add(_ path: String, to counter: inout FrequencyCounter) throws(LoadingError) {
    if path.hasSuffix(".jsonl") {
      for article in try ReferenceArticle.read(path) {
        for text in [article.title ?? "", article.text] + article.summaries { counter.add(text) }
      }
      return
    }
    let isTable = path.hasSuffix(".tsv") || path.contains(".tsv.")
    let stream = try FileStream(path: path)
    var rest: [UInt8] = []
    while true {
      let bytes = stream.next()
      if bytes.isEmpty { break }
      rest += bytes
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0A) {
        Self.add(rest[start..<end], isTable: isTable, to: &counter)
        start = end + 1
      }
      rest.removeSubrange(..<start)
    }
    if let failure = stream.failure { throw failure }
    Self.add(rest[...], isTable: isTable, to: &counter)
  }

  private static func add(
    _ line: ArraySlice<UInt8>, isTable: Bool, to counter: inout FrequencyCounter
  ) {
    let text = isTable ? line[..<(line.firstIndex(of: 0x09) ?? line.endIndex)] : line
    counter.add(String(decoding: text, as: UTF8.self))
  }
}
