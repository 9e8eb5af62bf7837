// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveIndex
internal import BreveMemory
internal import BreveTestSupport
internal import Foundation
internal import Testing

private func find(_ text: String, in path: String) throws -> [UInt32] {
  var matcher = TokenMatcher()
  let folder = try TokenIndexFolder(path)
  return matcher.exactMatches(for: Array(text.utf8).span, in: folder.index)
}

private func put(
  _ units: [(UInt32, String)], into path: String, stamp: UInt64, replacing: Bool = false
) throws {
  let writer = try TokenIndexWriter(path, replacing: replacing)
  for (unit, text) in units { try writer.put(unit: unit, text: Array(text.utf8).span) }
  try writer.commit(stamp: stamp, durably: false)
}

@Test("What is committed is found, what is not is not")
func commits() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("index")
  #expect(throws: IndexError.damaged("\(path) holds no index")) { try TokenIndexFolder(path) }
  try put([(1, "un deux"), (2, "trois quatre")], into: path, stamp: 10)
  #expect(try find("Un deux", in: path) == [1])
  let writer = try TokenIndexWriter(path)
  #expect(writer.stamp == 10)
  try writer.put(unit: 3, text: Array("un deux".utf8).span)
  #expect(try find("un deux", in: path) == [1])
  try writer.commit(stamp: 11)
  #expect(try find("un deux", in: path) == [1, 3])
  try writer.put(unit: 1, text: Array("cinq".utf8).span)
  try writer.remove(unit: 2)
  try writer.commit(stamp: 12)
  #expect(try find("un deux", in: path) == [3])
  #expect(try find("trois quatre", in: path) == [])
  #expect(try find("cinq", in: path) == [1])
  try writer.compact()
  #expect(try find("un deux", in: path) == [3])
  #expect(try find("cinq", in: path) == [1])
  let opened = try TokenIndexFolder(path)
  #expect(opened.index.stamp == 12)
  #expect(opened.isIntact)
}

@Test("A thousand additions one by one, and a reader that follows them")
func manyAdditions() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("index")
  try put((0..<20).map { (UInt32($0), "départ \($0)") }, into: path, stamp: 0)
  var reader = try TokenIndexFolder(path)
  var matcher = TokenMatcher()
  var texts: [UInt32: String] = [:]
  for number in 0..<1200 as Range<UInt32> {
    // Every third replaces an earlier one, some of them again and again.
    let unit = number % 3 == 2 ? number / 6 * 3 + 100 : number + 100
    texts[unit] = "texte \(number)"
    try put([(unit, "texte \(number)")], into: path, stamp: UInt64(number))
    guard number % 50 == 0 || number > 1190 else { continue }
    reader = try reader.refreshed()
    #expect(reader.index.stamp == UInt64(number))
    let text = Array("Texte \(number)".utf8)
    #expect(matcher.exactMatches(for: text.span, in: reader.index) == [unit])
  }
  let before = try TokenIndexFolder(path)
  #expect(before.index.segments.count > 1)
  let writer = try TokenIndexWriter(path)
  try writer.compact()
  let after = try TokenIndexFolder(path)
  #expect(after.index.segments.count == 1)
  var replaced = 0
  for number in stride(from: 0, to: 1200, by: 37) {
    let text = "texte \(number)"
    let expected = texts.filter { $0.value == text }.keys.sorted()
    if expected.isEmpty { replaced += 1 }
    for index in [before.index, after.index] {
      #expect(matcher.exactMatches(for: Array(text.utf8).span, in: index) == expected, "\(text)")
    }
  }
  #expect(replaced > 0 && replaced < 33)
}

@Test("A large batch may change a unit twice and take it away, and merging brings nothing back")
func changesWithinABatch() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("index")
  try put(
    (0..<10).map { (UInt32($0), "vieux \($0)") } + [(800, "loin"), (801, "reste")], into: path,
    stamp: 1)
  let writer = try TokenIndexWriter(path)
  for unit in 0..<700 as Range<UInt32> {
    try writer.put(unit: unit, text: Array("neuf \(unit)".utf8).span)
  }
  try writer.put(unit: 5, text: Array("encore".utf8).span)
  try writer.remove(unit: 650)
  try writer.put(unit: 1, text: Array("encore".utf8).span)
  try writer.remove(unit: 1)
  try writer.remove(unit: 800)
  try writer.commit(stamp: 2, durably: false)
  for segments in [2, 1] {
    if segments == 1 { try writer.compact() }
    #expect(try TokenIndexFolder(path).index.segments.count == segments)
    for (text, units) in [
      ("vieux 3", []), ("neuf 3", [3]), ("neuf 5", []), ("encore", [5]), ("neuf 650", []),
      ("neuf 1", []), ("vieux 1", []), ("loin", []), ("reste", [801]),
    ] as [(String, [UInt32])] {
      #expect(try find(text, in: path) == units, "\(text), \(segments) segments")
    }
  }
}

@Test("Small segments that are merged still take away what a large one has")
func mergesSmallSegments() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("index")
  // Words of their own, and long ones, so that the segment is too large to be merged.
  let filler = String(repeating: "x", count: 250)
  func word(_ number: Int) -> String {
    filler + String(decoding: String(number).utf8.map { $0 + 49 }, as: UTF8.self)
  }
  try put((0..<12_000).map { (UInt32($0), word($0)) }, into: path, stamp: 1)
  let writer = try TokenIndexWriter(path)
  for number in 0..<6 {
    try writer.remove(unit: UInt32(number))
    try writer.put(unit: UInt32(100 + number), text: Array("autre \(number)".utf8).span)
    for unit in 0..<600 {
      let text = Array("petit \(number) \(unit)".utf8)
      try writer.put(unit: UInt32(20_000 + number * 600 + unit), text: text.span)
    }
    try writer.commit(stamp: UInt64(number) + 2, durably: false)
  }
  let before = try TokenIndexFolder(path).index.segments.count
  try writer.mergeSmallSegments()
  let after = try TokenIndexFolder(path).index.segments.count
  #expect(before > 2 && after == 2, "\(before) \(after)")
  for number in 0..<6 {
    #expect(try find(word(number), in: path) == [])
    #expect(try find(word(100 + number), in: path) == [])
    #expect(try find("autre \(number)", in: path) == [UInt32(100 + number)])
    #expect(try find(word(200 + number), in: path) == [UInt32(200 + number)])
  }
}

@Test("A log that was cut anywhere holds the commits before the cut")
func cutLog() throws {
  var bytes: [UInt8] = []
  var ends: [Int] = [0]
  for number in 0..<6 as Range<UInt32> {
    IndexLog.append(.put(unit: number, text: Array("texte \(number)".utf8)), to: &bytes)
    IndexLog.append(.remove(unit: number + 50), to: &bytes)
    IndexLog.append(.commit(stamp: UInt64(number) << 33), to: &bytes)
    ends.append(bytes.count)
  }
  for length in 0...bytes.count {
    let log = IndexLog(bytes.span.extracting(0..<length))
    let whole = ends.lastIndex { $0 <= length } ?? 0
    #expect(log.validBytes == ends[whole])
    #expect(log.changes.count == whole * 2)
    #expect(log.stamp == (whole == 0 ? nil : UInt64(whole - 1) << 33))
  }
  for place in bytes.indices {
    var damaged = bytes
    damaged[place] ^= 0x10
    let log = IndexLog(damaged.span)
    #expect(log.validBytes <= place)
  }
}

@Test("An index that is damaged, cut or of another version is refused, and can be replaced")
func damagedIndex() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("index")
  try put((0..<300).map { (UInt32($0), "texte \($0) de la mémoire") }, into: path, stamp: 1)
  let name = try #require(try folder.names().first { $0.contains("segment-") })
  let whole = try Data(contentsOf: URL(filePath: folder.path(name)))
  func refused(_ data: Data) throws -> IndexError? {
    try data.write(to: URL(filePath: folder.path(name)))
    do {
      _ = try TokenIndexFolder(path)
      return nil
    } catch { return error }
  }
  for place in [0, 8, 20, 64, 70, 120, 508] {
    var damaged = whole
    damaged[place] ^= 1
    #expect(try refused(damaged) != nil, "\(place)")
  }
  var newer = whole
  newer[8] = 9
  #expect(try refused(newer) == .otherVersion(9))
  #expect(try refused(whole.prefix(whole.count - 64)) != nil)
  #expect(try refused(Data()) != nil)
  #expect(try refused(whole) == nil)
  try put([(7, "neuf")], into: path, stamp: 2, replacing: true)
  #expect(try find("neuf", in: path) == [7])
  #expect(try find("texte 3 de la mémoire", in: path) == [])
  #expect(try folder.names().filter { $0.contains("segment-") }.count == 1)
}

@Test("Damage behind the header gives no trap, and is noticed", arguments: 0..<30)
func damagedSections(seed: UInt64) throws {
  var source = MemoryText(seed: seed, size: 50)
  let texts = source.memory(units: 60, longest: 30)
  var builder = SegmentBuilder()
  for (unit, text) in texts.enumerated() {
    builder.append(unit: UInt32(unit), text: Array(text.utf8).span)
  }
  let sink = MemorySink()
  try builder.finish(into: sink)
  #expect(try memorySegment(sink.bytes).isIntact)
  var matcher = TokenMatcher()
  var opened = 0
  for _ in 0..<20 {
    var bytes = sink.bytes
    for _ in 0..<source.generator.number(in: 1..<40) {
      bytes[source.generator.number(in: 512..<bytes.count)] = UInt8(
        source.generator.number(in: 0..<256))
    }
    guard let segment = try? memorySegment(bytes) else { continue }
    opened += 1
    let index = TokenIndex(segments: [segment])
    for text in texts.prefix(10) {
      let request = MatchRequest(minimum: MatchRate(percent: 40), limit: 10)
      _ = matcher.matches(for: Array(text.utf8).span, in: index, request)
    }
  }
  #expect(opened > 10)
  var noticed = 0
  for section in 0..<16 {
    var bytes = sink.bytes
    let place = 512 + (bytes.count - 576) / 16 * section
    bytes[place] ^= 0xFF
    guard let segment = try? memorySegment(bytes) else {
      noticed += 1
      continue
    }
    if !segment.isIntact { noticed += 1 }
    #expect(!segment.isIntact || isPadding(place, sink.bytes), "\(place)")
  }
  #expect(noticed > 8)
}

/// Whether nothing counts at `place`: filling between sections.
private func isPadding(_ place: Int, _ bytes: [UInt8]) -> Bool {
  let line = place / 64 * 64
  return bytes[place..<min(bytes.count, line + 64)].allSatisfy { $0 == 0 }
}
