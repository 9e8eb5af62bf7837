// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking

/// Why sentences are not in a brief that has others of lower rank.
struct BriefObstacles {
  private let units: [SegmentSelection.Unit]
  private let isChosen: [Bool]
  private let limits: SegmentSelection.Limits
  private var words = 0
  private var characters = 0
  private var sentences = 0

  init(units: [SegmentSelection.Unit], chosen: [Bool], limits: SegmentSelection.Limits) {
    self.units = units
    isChosen = chosen
    self.limits = limits
    for unit in units where chosen[unit.sentences.lowerBound] { add(unit) }
  }

  private mutating func add(_ unit: SegmentSelection.Unit) {
    words += unit.words
    characters += unit.characters + 1
    sentences += unit.sentences.count
  }

  /// What keeps a unit out.
  func obstacle(of unit: Int) -> String {
    var sum = self
    var alone = BriefObstacles(units: units, chosen: [], limits: limits, empty: ())
    var next: Int? = unit
    while let index = next {
      alone.add(units[index])
      if !isChosen[units[index].sentences.lowerBound] { sum.add(units[index]) }
      next = units[index].antecedent
    }
    if alone.isTooLong { return "it does not fit" }
    if units[unit].isScrap { return "it says too little, or tells of earlier years" }
    return sum.isTooLong
      ? "it does not fit beside the others" : "it says again what a chosen sentence says"
  }

  private init(
    units: [SegmentSelection.Unit], chosen: [Bool], limits: SegmentSelection.Limits, empty: Void
  ) {
    self.units = units
    isChosen = chosen
    self.limits = limits
  }

  private var isTooLong: Bool {
    words > limits.words ?? .max || sentences > limits.sentences ?? .max
      || characters - 1 > limits.characters ?? .max
  }
}
