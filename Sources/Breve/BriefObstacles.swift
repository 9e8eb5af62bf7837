// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking

/// Why sentences are not in a brief that has others of lower rank.
struct BriefObstacles {
  private let units: [SegmentSelection.Unit]
  /// By sentence.
  private let isChosen: [Bool]
  private let limits: SegmentSelection.Limits
  private var used = Total()

  /// What units take together; each counts the space after it.
  private struct Total {
    private var words = 0
    private var characters = 0
    private var sentences = 0

    mutating func add(_ unit: SegmentSelection.Unit) {
      words += unit.words
      characters += unit.characters + 1
      sentences += unit.sentences.count
    }

    func passes(_ limits: SegmentSelection.Limits) -> Bool {
      words > limits.words ?? .max || sentences > limits.sentences ?? .max
        || characters - 1 > limits.characters ?? .max
    }
  }

  init(units: [SegmentSelection.Unit], chosen: [Bool], limits: SegmentSelection.Limits) {
    self.units = units
    isChosen = chosen
    self.limits = limits
    for unit in units where chosen[unit.sentences.lowerBound] { used.add(unit) }
  }

  /// What keeps a unit out.
  func obstacle(of unit: Int) -> String {
    var together = used
    var alone = Total()
    var next: Int? = unit
    while let index = next {
      alone.add(units[index])
      if !isChosen[units[index].sentences.lowerBound] { together.add(units[index]) }
      next = units[index].antecedent
    }
    if alone.passes(limits) { return "it does not fit" }
    if units[unit].isScrap { return "it says too little, or tells of earlier years" }
    return together.passes(limits)
      ? "it does not fit beside the others" : "it says again what a chosen sentence says"
  }
}
