// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTestSupport
internal import Testing

@Test("The distance by bits is the distance", arguments: 0..<40)
func distanceByBits(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  for _ in 0..<20 {
    let most = generator.one(of: [3, 20, 64, 65, 130, 300])
    let kinds = generator.one(of: [1, 2, 5, 40, 1000])
    let one = (0..<generator.number(in: 0..<most + 1)).map { _ in generator.number(in: 0..<kinds) }
    let other = (0..<generator.number(in: 0..<most + 1)).map { _ in generator.number(in: 0..<kinds)
    }
    #expect(EditDistance.between(one, other) == distance(one, other))
  }
}

@Test(
  "Distances of known pairs",
  arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("saturday", "sunday", 3),
    ("abcdef", "abcdef", 0), ("ab", "ba", 2),
  ])
func knownDistances(one: String, other: String, expected: Int) {
  #expect(EditDistance.between(Array(one), Array(other)) == expected)
}

@Test("A rate's greatest distance is the last that reaches it", arguments: 1...130)
func largestDistance(length: Int) {
  for percent in [0.5, 1, 10, 33, 50, 66.6, 70, 75, 85, 99, 99.9, 100] {
    let rate = MatchRate(percent: percent)
    let largest = rate.largestDistance(length: length)
    #expect(largest >= 0 && largest < length)
    #expect(MatchRate(distance: largest, length: length) >= rate)
    let next = MatchRate(distance: largest + 1, length: length)
    #expect(next < rate || next.percent == 0)
  }
}

@Test("A rate's lengths are those that reach it", arguments: [1, 2, 3, 7, 10, 34, 64, 100])
func lengthsOfARate(length: Int) {
  for percent in [1, 20, 50, 70, 85, 100] as [Double] {
    let rate = MatchRate(percent: percent)
    let window = rate.lengths(for: length, longest: 1000)
    let expected = (1...1000).filter { other in
      MatchRate(distance: abs(other - length), length: max(other, length)) >= rate
    }
    #expect(Array(window) == expected)
  }
}
