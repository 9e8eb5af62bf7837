// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveIndex
internal import BreveMemory
internal import BreveTestSupport
internal import Testing

/// Everything brute force finds, and nothing else: rates, order, ties and limits.
@Test("The index finds what brute force finds", arguments: 0..<24)
func recallIsComplete(seed: UInt64) throws {
  var source = MemoryText(seed: seed, size: [4, 12, 60, 900][Int(seed % 4)])
  let longest = [6, 20, 70, 150][Int(seed / 4 % 4)]
  let texts = source.memory(units: 160, longest: longest)
  let units = texts.enumerated().map { (unit: UInt32($0 * 3 % 251 + 5), text: $1) }
  let index = TokenIndex(segments: [try segment(units)])
  var matcher = TokenMatcher()
  for _ in 0..<15 {
    var query = source.text(words: source.generator.number(in: 0..<longest + 1))
    if source.generator.isOne(in: 2) { query = source.edited(source.generator.one(of: texts)) }
    let request = MatchRequest(
      metric: source.generator.isOne(in: 2) ? .plain : .normalized,
      minimum: MatchRate(percent: source.generator.one(of: [0, 1, 10, 33.3, 50, 70, 85, 99, 100])),
      limit: source.generator.one(of: [0, 1, 2, 5, 20, .max]))
    let found = matcher.matches(for: Array(query.utf8).span, in: index, request)
    #expect(found == bruteForce(query, units, request), "\(query) \(request)")
  }
}

@Test("Very long texts are found like short ones")
func longTexts() throws {
  var source = MemoryText(seed: 99, size: 40)
  let texts = (0..<8).map { _ in source.text(words: source.generator.number(in: 200..<500)) }
  let units = (texts + texts.map { source.edited($0) }).enumerated().map {
    (unit: UInt32($0), text: $1)
  }
  let index = TokenIndex(segments: [try segment(units)])
  var matcher = TokenMatcher()
  for text in texts {
    for percent in [30, 60, 90, 100] as [Double] {
      let request = MatchRequest(minimum: MatchRate(percent: percent), limit: 4)
      let query = source.edited(text)
      let found = matcher.matches(for: Array(query.utf8).span, in: index, request)
      #expect(found == bruteForce(query, units, request))
    }
  }
}

@Test("Segments, removals and recent units are one index", arguments: 0..<12)
func severalSegments(seed: UInt64) throws {
  var source = MemoryText(seed: seed &+ 500, size: 30)
  var state: [UInt32: String] = [:]
  var segments: [IndexSegment] = []
  var recent = RecentUnits()
  for round in 0..<5 {
    var removed: [UInt32] = []
    var added: [(unit: UInt32, text: String)] = []
    for text in source.memory(units: 40, longest: 15) {
      let unit = UInt32(source.generator.number(in: 0..<120))
      guard !removed.contains(unit) else { continue }
      removed.append(unit)
      state[unit] = nil
      if source.generator.isOne(in: 5) { continue }
      state[unit] = text
      added.append((unit, text))
    }
    if round < 4 {
      segments.append(try segment(added, removing: removed))
    } else {
      for unit in removed { recent.remove(unit: unit) }
      for (unit, text) in added { recent.put(unit: unit, text: Array(text.utf8).span) }
    }
  }
  let units = state.sorted { $0.key < $1.key }.map { (unit: $0.key, text: $0.value) }
  var merged = SegmentBuilder()
  for (place, segment) in segments.enumerated() {
    merged.append(segment) { unit in !segments.dropFirst(place + 1).contains { $0.removes(unit) } }
  }
  let sink = MemorySink()
  try merged.finish(into: sink)
  let indexes = [
    TokenIndex(segments: segments, recent: recent),
    TokenIndex(segments: [try memorySegment(sink.bytes)], recent: recent),
  ]
  var matcher = TokenMatcher()
  for _ in 0..<15 {
    let query = source.text(words: source.generator.number(in: 1..<12 + 1))
    let request = MatchRequest(
      minimum: MatchRate(percent: source.generator.one(of: [20, 40, 60])), limit: 6)
    for index in indexes {
      let found = matcher.matches(for: Array(query.utf8).span, in: index, request)
      #expect(found == bruteForce(query, units, request))
    }
  }
}

@Test("A judge takes off penalties and leaves units out, and the best are still found")
func judgedMatches() throws {
  var source = MemoryText(seed: 3, size: 20)
  let units = source.memory(units: 300, longest: 12).enumerated().map {
    (unit: UInt32($0), text: $1)
  }
  let index = TokenIndex(segments: [try segment(units)])
  var matcher = TokenMatcher()
  func judged(_ candidate: MatchCandidate) -> MatchRate? {
    guard candidate.unit % 7 != 0 else { return nil }
    return MatchRate(percent: candidate.rate.percent - Double(candidate.unit % 5) * 3)
  }
  for _ in 0..<40 {
    let query = source.text(words: 8)
    let minimum = MatchRate(percent: 30)
    let all = bruteForce(query, units, MatchRequest(minimum: minimum, limit: .max))
    let expected = all.compactMap { candidate in
      judged(candidate).map { MatchCandidate(unit: candidate.unit, rate: $0) }
    }.filter { $0.rate >= minimum }.sorted { $0.precedes($1) }.prefix(5)
    let found = matcher.matches(
      for: Array(query.utf8).span, in: index, MatchRequest(minimum: minimum, limit: 5),
      judge: judged)
    #expect(found == Array(expected))
  }
}

@Test("Exact matches are the units with the same tokens")
func exactMatches() throws {
  let texts = [
    "L’eau est froide.", "l'eau  est froide .", "L'eau est chaude.", "", "l’EAU EST FROIDE.",
  ]
  let index = TokenIndex(
    segments: [try segment(texts.enumerated().map { (UInt32($0), $1) })])
  var matcher = TokenMatcher()
  let query = Array("L’eau est froide.".utf8)
  #expect(matcher.exactMatches(for: query.span, in: index) == [0, 1, 4])
  #expect(matcher.exactMatches(for: query.span, in: index, metric: .plain) == [0, 4])
  #expect(matcher.exactMatches(for: query.span, in: index, limit: 2) == [0, 1])
  let empty: [UInt8] = []
  #expect(matcher.exactMatches(for: empty.span, in: index) == [])
}
