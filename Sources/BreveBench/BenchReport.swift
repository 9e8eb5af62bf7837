// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveSystem
import FoundationEssentials

/// The figures of one run, as a table and as a record.
struct BenchReport {
  let corpus: Corpus
  let results: [Subject.Result]

  private struct Record: Codable {
    let data: String
    let megabytes: Double
    let articles: Int
    let processors: Int
    let results: [Subject.Result]
  }

  var table: String {
    var out =
      "\(corpus.name): \(Self.decimals(Double(corpus.bytes) / 1e6, 1)) MB, \(corpus.texts.count) articles\n\n"
    out += "| subject | MB/s | articles/s | of bare ICU |\n|---|--:|--:|--:|\n"
    let reference = results.first { $0.subject.hasPrefix("bare ICU") }
    for result in results {
      let ratio =
        reference.map { Self.decimals(result.megabytesPerSecond / $0.megabytesPerSecond, 2) } ?? "–"
      out += "| \(result.subject) | \(Self.decimals(result.megabytesPerSecond, 1)) "
      out += "| \(Self.decimals(result.articlesPerSecond, 0)) | \(ratio) |\n"
    }
    return out
  }

  func write(to path: String) throws {
    let record = Record(
      data: corpus.name, megabytes: Double(corpus.bytes) / 1e6, articles: corpus.texts.count,
      processors: Machine.processors, results: results)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try FileBytes.write([UInt8](try encoder.encode(record)) + [0x0A], to: path)
  }

  static func results(in path: String) throws -> [Subject.Result] {
    try JSONDecoder().decode(Record.self, from: Data(try FileBytes.read(path))).results
  }

  static func decimals(_ number: Double, _ places: Int) -> String {
    let factor = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = Int((number * factor).rounded())
    guard places > 0 else { return String(scaled) }
    let digits = String(scaled % Int(factor))
    return "\(scaled / Int(factor))." + String(repeating: "0", count: places - digits.utf8.count)
      + digits
  }
}
