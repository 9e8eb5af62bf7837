// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Testing

@testable internal import BreveAlignment

@Suite("Words that stand for each other")
struct WordModelTests {
  private static let english = Language("en")

  /// Pairs that a small grammar makes: noun phrases in both languages, adjectives behind in French and before in English.
  static func pairs(_ count: Int, seed: UInt64) -> [(french: String, english: String)] {
    let nouns = [
      ("chat", "cat"), ("maison", "house"), ("accord", "agreement"), ("ministre", "minister"),
      ("loi", "law"), ("élève", "pupil"), ("frontière", "border"), ("poisson", "fish"),
    ]
    let adjectives = [
      ("noir", "black"), ("rapide", "quick"), ("nouveau", "new"), ("lourd", "heavy"),
    ]
    let verbs = [("regarde", "watches"), ("quitte", "leaves"), ("change", "alters")]
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let one = nouns[Int.random(in: 0..<nouns.count, using: &random)]
      let two = nouns[Int.random(in: 0..<nouns.count, using: &random)]
      let how = adjectives[Int.random(in: 0..<adjectives.count, using: &random)]
      let verb = verbs[Int.random(in: 0..<verbs.count, using: &random)]
      return (
        "Le \(one.0) \(how.0) \(verb.0) le \(two.0).",
        "The \(how.1) \(one.1) \(verb.1) the \(two.1)."
      )
    }
  }

  private static func model(threads: Int, count: Int = 400, seed: UInt64 = 1) -> WordModel {
    var corpus = WordCorpus(source: .french, target: english)
    for pair in pairs(count, seed: seed) { corpus.append(pair.french, pair.english) }
    return WordModel(learnedFrom: corpus, state: 42, threads: threads) { _ in }
  }

  private static func words(
    _ word: String, in text: String, opposite other: String, _ direction: WordAligner.Direction,
    _ model: WordModel
  ) throws -> [String] {
    let found = try #require(text.range(of: word), "\(word) in \(text)")
    let hit = [
      text.utf8.distance(
        from: text.startIndex, to: found.lowerBound)..<text.utf8.distance(
          from: text.startIndex, to: found.upperBound)
    ]
    var aligner = WordAligner(model)
    let isForward = direction == .sourceToTarget
    let ranges = aligner.ranges(
      of: hit, source: isForward ? text : other, target: isForward ? other : text, direction)
    return ranges.map { String(decoding: Array(other.utf8)[$0], as: UTF8.self) }
  }

  @Test("An obvious corpus gives obvious links, both ways")
  func obvious() throws {
    let model = Self.model(threads: 2)
    let french = "Le ministre noir quitte le poisson."
    let english = "The black minister leaves the fish."
    for (one, other) in [
      ("ministre", "minister"), ("noir", "black"), ("quitte", "leaves"), ("poisson", "fish"),
      ("ministre noir", "black minister"), ("ministre noir quitte", "black minister leaves"),
    ] {
      #expect(
        try Self.words(one, in: french, opposite: english, .sourceToTarget, model) == [other])
      #expect(
        try Self.words(other, in: english, opposite: french, .targetToSource, model) == [one])
    }
    #expect(
      try Self.words(
        "Zorglub", in: "Le ministre quitte Zorglub.", opposite: "The minister leaves Zorglub.",
        .sourceToTarget, model) == ["Zorglub"])
  }

  @Test("Ranges of a translation stand within it, ascend and end at words", arguments: 0..<20)
  func ranges(seed: Int) {
    let model = Self.model(threads: 1, count: 60)
    var aligner = WordAligner(model)
    var random = SeededGenerator(seed: UInt64(seed))
    let pairs = Self.pairs(20, seed: UInt64(seed) + 7)
    for pair in pairs {
      let other = pairs[Int.random(in: 0..<pairs.count, using: &random)].english
      let start = Int.random(in: 0..<pair.french.utf8.count, using: &random)
      let end = Int.random(in: start + 1...pair.french.utf8.count, using: &random)
      let ranges = aligner.ranges(
        of: [start..<end], source: pair.french, target: other, .sourceToTarget)
      var last = 0
      let bytes = Array(other.utf8)
      for range in ranges {
        #expect(range.lowerBound >= last && !range.isEmpty && range.upperBound <= bytes.count)
        #expect(range.lowerBound == 0 || bytes[range.lowerBound - 1] == 0x20)
        #expect([0x20, 0x2E].contains(bytes[range.upperBound]))
        last = range.upperBound
      }
    }
  }

  @Test("The bytes are the same for every number of threads")
  func threads() {
    let one = Self.model(threads: 1).bytes
    #expect(Self.model(threads: 2).bytes == one)
    #expect(Self.model(threads: 5).bytes == one)
    #expect(Self.model(threads: 1, seed: 2).bytes != one)
  }

  @Test("What is read is what was written")
  func readAndWritten() throws {
    let model = Self.model(threads: 2)
    let again = try WordModel(model.bytes.span)
    #expect(again == model)
    #expect(again.state == 42 && again.pairs == 400 && again.source == .french)
    #expect(again.target == Self.english)
    let empty = WordModel(
      learnedFrom: WordCorpus(source: .french, target: Self.english), state: 0, threads: 1
    ) { _ in }
    #expect(try WordModel(empty.bytes.span) == empty)
  }

  @Test("Bytes that were changed, cut short or lengthened are refused")
  func damaged() {
    let bytes = Self.model(threads: 1, count: 40).bytes
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 0x41
      let expected: WordModelError = place == 7 ? .otherVersion : .damaged
      #expect(throws: expected, "byte \(place)") { try WordModel(other.span) }
    }
    for count in stride(from: 0, to: bytes.count, by: 13) {
      #expect(throws: WordModelError.damaged) { try WordModel(Array(bytes.prefix(count)).span) }
    }
    #expect(throws: WordModelError.damaged) { try WordModel((bytes + [0]).span) }
  }

  @Test("Languages that no model is written with are refused, though the sum is right")
  func tags() throws {
    let bytes = Self.model(threads: 1, count: 40).bytes
    func withTag(_ tag: [UInt8]) -> [UInt8] {
      var other = Array(bytes.dropLast(8))
      other.replaceSubrange(24..<24 + tag.count, with: tag)
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in other { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return other + (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) }
    }
    #expect(try WordModel(withTag(Array("de-ch".utf8)).span).source == Language("de-ch"))
    for tag in [Array("FR".utf8), Array("f\0r".utf8), [0xFF, 0x66], Array("fr_ca".utf8)] {
      #expect(throws: WordModelError.damaged) { try WordModel(withTag(tag).span) }
    }
  }
}
