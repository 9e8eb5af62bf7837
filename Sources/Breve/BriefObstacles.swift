// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking

/// Why sentences are not in a brief that has others of lower rank.
struct BriefObstacles {
  private let units: [SegmentSelection.Unit]
  /// By sentence.
  private let isChosen: [Bool]
  private let limits: SegmentSelection.Limits
  private let used: SegmentSelection.Total
  /// What each unit takes with all that it needs.
  private let totals: [SegmentSelection.Total]

  init(units: [SegmentSelection.Unit], chosen: [Bool], limits: SegmentSelection.Limits) {
    self.units = units
    isChosen = chosen
    self.limits = limits
    used = units.reduce(SegmentSelection.Total()) {
      chosen[$1.sentences.lowerBound] ? $0.adding($1) : $0
    }
    totals = SegmentSelection.closures(of: units)
  }

  /// What keeps a unit out.
  func obstacle(of unit: Int) -> String {
    if !limits.allow(totals[unit]) { return "it does not fit" }
    if units[unit].isScrap { return "it says too little, or tells of earlier years" }
    var together = used
    var next: Int? = unit
    while let index = next {
      if !isChosen[units[index].sentences.lowerBound] { together = together.adding(units[index]) }
      next = units[index].antecedent
    }
    return limits.allow(together)
      ? "it says again what a chosen sentence says" : "it does not fit beside the others"
  }
}
