// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveIndex
internal import BreveMemory
internal import BreveSystem
internal import BreveTestSupport
internal import Testing

/// Random memories, and what brute force finds in them.
struct MemoryText {
  var generator: SeededGenerator
  let words: [String]

  /// A vocabulary of `size` words and marks; the first ones are frequent.
  init(seed: UInt64, size: Int) {
    generator = SeededGenerator(seed: seed)
    let marks = [",", ".", "’", "'", "«", "\"", "—", "12", "7", "é", "E\u{301}", "²", "😀", "_"]
    words = (0..<size).map { $0 % 3 == 2 ? marks[$0 / 3 % marks.count] : "mot" + letters($0) }
  }

  mutating func text(words count: Int) -> String {
    (0..<count).map { _ in
      let least = min(generator.number(in: 0..<words.count), generator.number(in: 0..<words.count))
      let word = words[least]
      return generator.isOne(in: 9) ? word.uppercased() : word
    }.joined(separator: " ")
  }

  /// Texts of few and many words; some are empty, some are edits of others.
  mutating func memory(units: Int, longest: Int) -> [String] {
    var texts: [String] = []
    for _ in 0..<units {
      switch generator.number(in: 0..<10) {
      case 0: texts.append(generator.isOne(in: 2) ? "" : " \t")
      case 1...5 where !texts.isEmpty: texts.append(edited(generator.one(of: texts)))
      default: texts.append(text(words: generator.number(in: 1..<longest + 1)))
      }
    }
    return texts
  }

  mutating func edited(_ text: String) -> String {
    var parts = text.split(separator: " ").map(String.init)
    for _ in 0..<generator.number(in: 0..<4 + 1) {
      let place = generator.number(in: 0..<parts.count + 1)
      switch generator.number(in: 0..<3) {
      case 0: parts.insert(words[generator.number(in: 0..<words.count)], at: place)
      case 1 where place < parts.count: parts.remove(at: place)
      default:
        if place < parts.count { parts[place] = words[generator.number(in: 0..<words.count)] }
      }
    }
    return parts.joined(separator: " ")
  }
}

private func letters(_ number: Int) -> String {
  var rest = number
  var out = ""
  repeat {
    out.append(Character(Unicode.Scalar(UInt8(97 + rest % 26))))
    rest /= 26
  } while rest > 0
  return out
}

/// What a comparison with every unit gives.
func bruteForce(
  _ query: String, _ memory: [(unit: UInt32, text: String)], _ request: MatchRequest
) -> [MatchCandidate] {
  func keys(_ text: String) -> [UInt64] {
    var tokenizer = MatchTokenizer()
    var tokens: [MatchToken] = []
    tokenizer.tokens(of: Array(text.utf8).span, into: &tokens)
    return tokens.map { request.metric == .plain ? $0.key : $0.commonKey }
  }
  let wanted = keys(query)
  var found: [MatchCandidate] = []
  for (unit, text) in memory {
    let tokens = keys(text)
    let longer = max(tokens.count, wanted.count)
    guard longer > 0 else { continue }
    let percent = Double((longer - distance(wanted, tokens)) * 100) / Double(longer)
    guard percent > 0, percent >= request.minimum.percent else { continue }
    found.append(MatchCandidate(unit: unit, rate: MatchRate(percent: percent)))
  }
  found.sort { $0.rate == $1.rate ? $0.unit < $1.unit : $0.rate > $1.rate }
  return Array(found.prefix(request.limit))
}

/// The textbook's edit distance.
func distance<Token: Equatable>(_ one: [Token], _ other: [Token]) -> Int {
  var row = Array(0...other.count)
  for (index, token) in one.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for place in other.indices {
      let next = min(row[place], row[place + 1]) + 1
      (diagonal, row[place + 1]) = (
        row[place + 1], min(next, diagonal + (token == other[place] ? 0 : 1))
      )
    }
  }
  return row[other.count]
}

/// A segment in memory.
final class MemorySink: SegmentSink {
  var bytes: [UInt8] = []
  func append(_ more: Span<UInt8>) { for index in more.indices { bytes.append(more[index]) } }
  func writeHeader(_ header: Span<UInt8>) {
    for index in header.indices { bytes[index] = header[index] }
  }
}

/// A segment of these units.
func segment(
  _ units: [(unit: UInt32, text: String)], removing removed: [UInt32] = []
) throws -> IndexSegment {
  var builder = SegmentBuilder()
  for unit in removed { builder.remove(unit: unit) }
  for (unit, text) in units { builder.append(unit: unit, text: Array(text.utf8).span) }
  let sink = MemorySink()
  try builder.finish(into: sink)
  return try IndexSegment(try #require(MappedBytes(sink.bytes)))
}

/// The segment that was written as `bytes`.
func memorySegment(_ bytes: [UInt8]) throws -> IndexSegment {
  try IndexSegment(try #require(MappedBytes(bytes)))
}
