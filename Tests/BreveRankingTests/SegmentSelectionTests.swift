// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveTestSupport
internal import Testing

/// A small instance and the slow way to solve it.
private struct Instance: Sendable {
  var units: [SegmentSelection.Unit] = []
  var limits = SegmentSelection.Limits()
  var likeness: [[Double]] = []

  init(seed: Int, likenesses: Bool, antecedents: Bool) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var sentence = 0
    for number in 0..<generator.number(in: 0..<11) {
      let count = generator.isOne(in: 5) ? 2 : 1
      units.append(
        SegmentSelection.Unit(
          sentences: sentence..<sentence + count,
          score: Double(generator.number(in: 1..<100)) / 100,
          words: generator.number(in: 1..<30), characters: generator.number(in: 4..<150),
          antecedent: antecedents && number > 0 && generator.isOne(in: 3) ? number - 1 : nil))
      sentence += count
    }
    let kinds = generator.number(in: 1..<8)
    if kinds & 1 != 0 { limits.sentences = generator.number(in: 1..<8) }
    if kinds & 2 != 0 { limits.words = generator.number(in: 1..<120) }
    if kinds & 4 != 0 { limits.characters = generator.number(in: 1..<600) }
    likeness = units.map { _ in units.map { _ in 0 } }
    for one in units.indices where likenesses {
      for other in 0..<one {
        likeness[one][other] = Double(generator.number(in: 0..<101)) / 100
        likeness[other][one] = likeness[one][other]
      }
    }
  }

  /// What breaks a law in a set of units; none if it is allowed.
  func faults(_ chosen: [Int]) -> [String] {
    let members = chosen.map { units[$0] }
    var faults: [String] = []
    let sentences = members.reduce(0) { $0 + $1.sentences.count }
    if sentences > limits.sentences ?? .max { faults.append("too many sentences") }
    if members.reduce(0, { $0 + $1.words }) > limits.words ?? .max {
      faults.append("too many words")
    }
    // As printed: a space between two units.
    let characters = members.reduce(0) { $0 + $1.characters } + max(0, members.count - 1)
    if characters > limits.characters ?? .max { faults.append("too many characters") }
    for unit in chosen {
      if let needed = units[unit].antecedent, !chosen.contains(needed) {
        faults.append("no antecedent")
      }
    }
    return faults
  }

  func size(_ unit: SegmentSelection.Unit) -> Double {
    if limits.words != nil { return Double(unit.words) }
    if limits.characters != nil { return Double(unit.characters + 1) }
    return Double(unit.sentences.count)
  }

  /// The worth of units that are taken one after the other.
  func worth(_ order: [Int]) -> Double {
    var worth = 0.0
    for (place, unit) in order.enumerated() {
      let closest = order[..<place].map { likeness[unit][$0] }.max() ?? 0
      worth += units[unit].score * size(units[unit]) * (1 - 0.7 * closest)
    }
    return worth
  }

  /// The units, best first, the earlier first among equals.
  private var order: [Int] {
    units.indices.sorted { (units[$1].score, $0) < (units[$0].score, $1) }
  }

  /// The greatest worth of each allowed set, over all ways to take units best first, each with what it needs.
  func worths() -> [Set<Int>: Double] {
    var worths: [Set<Int>: Double] = [[]: 0]
    var taken: [Int] = []
    func descend(_ rest: ArraySlice<Int>) {
      guard let unit = rest.first else {
        if faults(taken.sorted()).isEmpty {
          worths[Set(taken)] = max(worths[Set(taken)] ?? 0, worth(taken))
        }
        return
      }
      descend(rest.dropFirst())
      let count = taken.count
      var next: Int? = unit
      while let index = next, !taken.contains(index) {
        taken.append(index)
        next = units[index].antecedent
      }
      if taken.count > count { descend(rest.dropFirst()) }
      taken.removeLast(taken.count - count)
    }
    descend(order[...])
    return worths
  }

  func chosen() -> [Int] {
    SegmentSelection.choose(from: units, limits: limits) { likeness[$0][$1] }
  }
}

@Suite("Selection under limits")
struct SegmentSelectionTests {
  @Test("Finds the best set that there is", arguments: 0..<120, [0, 1, 2])
  func findsTheBest(seed: Int, kind: Int) {
    let instance = Instance(seed: seed * 3 + kind, likenesses: kind != 0, antecedents: kind != 1)
    let chosen = instance.chosen()
    #expect(instance.faults(chosen) == [], "seed \(seed), kind \(kind)")
    #expect(chosen == chosen.sorted() && Set(chosen).count == chosen.count)
    let worths = instance.worths()
    let best = worths.values.max() ?? 0
    let worth = worths[Set(chosen)] ?? -1
    #expect(abs(worth - best) < 1e-9, "seed \(seed), kind \(kind): \(worth), best \(best)")
  }

  @Test("An anchor that fits is in, with the best there is beside it", arguments: 0..<120)
  func anchors(seed: Int) {
    let instance = Instance(seed: seed * 7 + 1, likenesses: false, antecedents: seed % 2 == 0)
    let fitting = SegmentSelection.closures(of: instance.units).map(instance.limits.allow)
    let worths = instance.worths()
    for anchor in instance.units.indices {
      var closure: Set<Int> = [anchor]
      var next = instance.units[anchor].antecedent
      while let index = next {
        closure.insert(index)
        next = instance.units[index].antecedent
      }
      #expect(fitting[anchor] == instance.faults(closure.sorted()).isEmpty, "seed \(seed)")
      let chosen = SegmentSelection.choose(
        from: instance.units, limits: instance.limits, anchor: anchor
      ) { _, _ in 0 }
      #expect(instance.faults(chosen) == [], "seed \(seed), anchor \(anchor)")
      let allowed = worths.filter { !fitting[anchor] || $0.key.isSuperset(of: closure) }
      let best = allowed.values.max() ?? instance.worth(closure.sorted())
      #expect(chosen.contains(anchor) == fitting[anchor], "seed \(seed), anchor \(anchor)")
      #expect(abs(instance.worth(chosen) - best) < 1e-9, "seed \(seed), anchor \(anchor)")
    }
  }

  @Test("No law is broken on big instances either", arguments: 0..<10)
  func bigInstances(seed: Int) {
    var instance = Instance(seed: seed, likenesses: false, antecedents: true)
    var generator = SeededGenerator(seed: UInt64(seed + 1000))
    instance.units = (0..<200).map { number in
      SegmentSelection.Unit(
        sentences: number..<number + 1, score: Double(generator.number(in: 1..<100)),
        words: generator.number(in: 1..<40), characters: generator.number(in: 10..<200),
        antecedent: number > 0 && generator.isOne(in: 3) ? number - 1 : nil)
    }
    instance.likeness = instance.units.map { _ in instance.units.map { _ in 0.5 } }
    let chosen = instance.chosen()
    #expect(instance.faults(chosen) == [], "seed \(seed)")
    #expect(
      !chosen.isEmpty || instance.limits.words ?? 99 < 40 || instance.limits.characters ?? 999 < 200
    )
  }

  private func unit(
    _ number: Int, _ score: Double, words: Int, antecedent: Int? = nil
  )
    -> SegmentSelection.Unit
  {
    SegmentSelection.Unit(
      sentences: number..<number + 1, score: score, words: words, characters: words * 6,
      antecedent: antecedent)
  }

  @Test("Fills the room better than the first that fits")
  func knapsack() {
    let units = [unit(0, 1, words: 6), unit(1, 0.9, words: 5), unit(2, 0.9, words: 5)]
    let chosen = SegmentSelection.choose(from: units, limits: .init(words: 10)) { _, _ in 0 }
    #expect(chosen == [1, 2])
  }

  @Test("Does not say a thing twice")
  func redundancy() {
    let units = [unit(0, 1, words: 5), unit(1, 0.9, words: 5), unit(2, 0.5, words: 5)]
    let chosen = SegmentSelection.choose(from: units, limits: .init(sentences: 2)) {
      Set([$0, $1]) == [0, 1] ? 1 : 0
    }
    #expect(chosen == [0, 2])
  }

  @Test("Ties go to the earlier, and what needs another brings it or stays away")
  func tiesAndAntecedents() {
    let equal = (0..<5).map { unit($0, 0.5, words: 4) }
    #expect(
      SegmentSelection.choose(from: equal, limits: .init(sentences: 2)) { _, _ in 0 } == [0, 1])
    let needy = [
      unit(0, 0.1, words: 4), unit(1, 1, words: 4, antecedent: 0), unit(2, 0.3, words: 4),
    ]
    #expect(SegmentSelection.choose(from: needy, limits: .init(sentences: 1)) { _, _ in 0 } == [2])
    #expect(
      SegmentSelection.choose(from: needy, limits: .init(sentences: 2)) { _, _ in 0 } == [0, 1])
    #expect(SegmentSelection.choose(from: needy, limits: .init(words: 3)) { _, _ in 0 } == [])
    #expect(SegmentSelection.choose(from: [], limits: .init(words: 3)) { _, _ in 0 } == [])
  }
}
