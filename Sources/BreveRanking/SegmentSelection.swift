// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Chooses sentences under hard limits: the most of the best that fits, without saying a thing twice.
///
/// Exact branch and bound over the best candidates; on the rare text where that would take too long, the best found so
/// far. Ties go to the earlier sentence.
///
/// - Source: the objective is maximal marginal relevance (Carbonell and Goldstein 1998) over a knapsack
///   (McDonald 2007, "A Study of Global Inference Algorithms in Multi-Document Summarization").
package struct SegmentSelection {
  /// Sentences that are chosen together: one, or those that a quotation joins.
  package struct Unit: Sendable {
    /// Indices of sentences, ascending.
    package let sentences: Range<Int>
    package let score: Double
    package let words: Int
    package let characters: Int
    /// The unit without which this one cannot be understood.
    package let antecedent: Int?
    /// Whether it says next to nothing: chosen only with what needs it, or where nothing else is left.
    package let isScrap: Bool

    package init(
      sentences: Range<Int>, score: Double, words: Int, characters: Int, antecedent: Int?,
      isScrap: Bool = false
    ) {
      self.isScrap = isScrap
      self.sentences = sentences
      self.score = score
      self.words = words
      self.characters = characters
      self.antecedent = antecedent
    }

    /// The unit at a part of its worth.
    package func worth(_ part: Double) -> Unit {
      Unit(
        sentences: sentences, score: score * part, words: words, characters: characters,
        antecedent: antecedent, isScrap: isScrap)
    }
  }

  /// Limits that must not be passed; nil is none.
  package struct Limits: Sendable {
    package var sentences: Int?
    package var words: Int?
    package var characters: Int?

    package init(sentences: Int? = nil, words: Int? = nil, characters: Int? = nil) {
      self.sentences = sentences
      self.words = words
      self.characters = characters
    }

    /// Whether units fit that take `total` together.
    package func allow(_ total: Total) -> Bool {
      total.sentences <= sentences ?? .max && total.words <= words ?? .max
        && total.characters <= characters ?? .max
    }
  }

  /// What units take together, a space between two of them.
  package struct Total: Sendable {
    package private(set) var sentences = 0
    package private(set) var words = 0
    package private(set) var characters = -1

    package init() {}

    package func adding(_ unit: Unit) -> Total {
      var total = self
      total.sentences += unit.sentences.count
      total.words += unit.words
      total.characters += unit.characters + 1
      return total
    }
  }

  /// How much of a sentence's worth is lost where it says what another chosen one says.
  private static let redundancy = 0.7
  /// The search is among so many; others fill what room is left, best first.
  private static let mostCandidates = 48
  private static let mostSteps = 20_000

  private let units: [Unit]
  private let limits: Limits
  private let likeness: (Int, Int) -> Double
  /// The unit that has to be among the chosen, with what it needs.
  private let anchor: Int?
  /// What part of its worth a unit keeps that says what another says.
  private var leastPart = 0.0
  private static let partWithRoom = 1e-6

  private init(
    units: [Unit], limits: Limits, anchor: Int?, likeness: @escaping (Int, Int) -> Double
  ) {
    self.units = units
    self.limits = limits
    self.likeness = likeness
    self.anchor = anchor
  }

  /// Chooses units under limits.
  ///
  /// - Parameters:
  ///   - units: What there is to choose from, in the order of the text.
  ///   - limits: What none of the choices passes.
  ///   - anchor: The number of a unit that has to be in, with what it needs; ignored where it does not fit.
  ///   - likeness: How alike two units are, 0 to 1; more than 1 where one says all that the other does.
  /// - Returns: The numbers of the chosen units, ascending; none if none fits.
  package static func choose(
    from units: [Unit], limits: Limits, anchor: Int? = nil,
    likeness: @escaping (Int, Int) -> Double
  ) -> [Int] {
    var selection = SegmentSelection(
      units: units, limits: limits, anchor: anchor, likeness: likeness)
    // Where there is room for everything nothing is too little to say.
    if limits.allow(units.reduce(Total()) { $0.adding($1) }) {
      selection.leastPart = Self.partWithRoom
      return selection.best(withScraps: true)
    }
    let chosen = selection.best(withScraps: false)
    let isShort = limits.sentences.map { wanted in
      limits.words == nil && limits.characters == nil
        && chosen.reduce(0) { $0 + units[$1].sentences.count } < wanted
    }
    return chosen.isEmpty || isShort == true ? selection.best(withScraps: true) : chosen
  }

  /// What a unit takes of the limit that the worth is measured by.
  private func size(_ unit: Unit) -> Int {
    if limits.words != nil { return unit.words }
    if limits.characters != nil { return unit.characters + 1 }
    return unit.sentences.count
  }

  private var room: Int {
    if let words = limits.words { return words }
    if let characters = limits.characters { return characters }
    return limits.sentences ?? Int.max / 2
  }

  private func best(withScraps: Bool) -> [Int] {
    // Best first; a unit that does not fit by itself is out, and so is what leans on it.
    let totals = Self.closures(of: units)
    let order = units.indices.filter {
      (withScraps || !units[$0].isScrap) && limits.allow(totals[$0])
    }.sorted {
      units[$0].score != units[$1].score ? units[$0].score > units[$1].score : $0 < $1
    }
    var search = Search(order: Array(order.prefix(Self.mostCandidates)))
    var total = Total()
    var worth = 0.0
    if let anchor, limits.allow(totals[anchor]) {
      for unit in missing(anchor, in: []) {
        worth += value(of: unit, beside: search.chosen)
        total = total.adding(units[unit])
        search.chosen.append(unit)
      }
      search.best = search.chosen
      search.bestWorth = worth
    }
    descend(&search, at: 0, total: total, worth: worth)
    return filled(search.best, from: order.dropFirst(Self.mostCandidates)).sorted()
  }

  /// A choice from the best candidates, and as many of the others, best first, as still fit.
  private func filled(_ chosen: [Int], from others: ArraySlice<Int>) -> [Int] {
    var chosen = chosen
    var total = Total()
    for unit in chosen { total = total.adding(units[unit]) }
    for unit in others {
      let added = missing(unit, in: chosen)
      var grown = total
      for unit in added { grown = grown.adding(units[unit]) }
      if !added.isEmpty, limits.allow(grown) {
        chosen += added
        total = grown
      }
    }
    return chosen
  }

  /// What each of `units` takes together with all that it leans on; an antecedent comes before what needs it.
  package static func closures(of units: [Unit]) -> [Total] {
    var totals: [Total] = []
    totals.reserveCapacity(units.count)
    for unit in units {
      let before = unit.antecedent.flatMap { $0 < totals.count ? totals[$0] : nil } ?? Total()
      totals.append(before.adding(unit))
    }
    return totals
  }

  private struct Search {
    let order: [Int]
    var chosen: [Int] = []
    var best: [Int] = []
    var bestWorth = 0.0
    var steps = 0

    init(order: [Int]) { self.order = order }
  }

  private func descend(_ search: inout Search, at position: Int, total: Total, worth: Double) {
    if worth > search.bestWorth + 1e-12 {
      search.bestWorth = worth
      search.best = search.chosen
    }
    search.steps += 1
    guard position < search.order.count, search.steps < Self.mostSteps,
      worth + bound(search, from: position, total: total) > search.bestWorth + 1e-12
    else { return }
    let added = missing(search.order[position], in: search.chosen)
    var grown = total
    for unit in added { grown = grown.adding(units[unit]) }
    if !added.isEmpty, limits.allow(grown) {
      var gained = worth
      let count = search.chosen.count
      for unit in added {
        gained += value(of: unit, beside: search.chosen)
        search.chosen.append(unit)
      }
      descend(&search, at: position + 1, total: grown, worth: gained)
      search.chosen.removeLast(search.chosen.count - count)
    }
    descend(&search, at: position + 1, total: total, worth: worth)
  }

  /// A unit and what it leans on, as far as it is not chosen yet.
  private func missing(_ unit: Int, in chosen: [Int]) -> [Int] {
    var added: [Int] = []
    var next: Int? = unit
    while let index = next, !chosen.contains(index) {
      added.append(index)
      next = units[index].antecedent
    }
    return added
  }

  private func value(of unit: Int, beside chosen: [Int]) -> Double {
    var closest = 0.0
    for other in chosen { closest = max(closest, likeness(unit, other)) }
    return units[unit].score * Double(size(units[unit]))
      * max(leastPart, 1 - Self.redundancy * closest)
  }

  /// More than the units from `position` on can add: as if the last could be cut to fit.
  private func bound(_ search: Search, from position: Int, total: Total) -> Double {
    let used =
      limits.words != nil
      ? total.words : limits.characters != nil ? total.characters : total.sentences
    var left = room - used
    var sum = 0.0
    for unit in search.order[position...] where left > 0 {
      let size = min(left, size(units[unit]))
      sum += units[unit].score * Double(size)
      left -= size
    }
    return sum
  }
}
