// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The stretches of a translation that stand for some words next to each other.
///
/// A stretch wins by words that are linked to those sought, and loses by words linked to others; a second one is taken only
/// where it holds what the first has not.
///
/// - Source: after the consistency of phrases in Koehn, Och and Marcu 2003, §3, with sums in place of yes and no.
struct WordSpan {
  private let links: WordLinks
  /// The words that are sought.
  private let group: Range<Int>
  /// What each column wins.
  private var gains: [Float] = []
  /// How much of each column is linked to the group, and to other words.
  private var inside: [Float] = []
  private var outside: [Float] = []

  /// What links of words of grammar count, against such of content.
  private static let functionWeight: Float = 0.5
  private static let connectorWeight: Float = 0.2
  /// What links to other words count where a word is linked to those sought too.
  private static let sharedWeight: Float = 0.7
  /// What a mark within a stretch costs, a word of content without a link, and one of grammar.
  private static let markCost: Float = 0.4
  private static let freeCost: Float = 0.1
  private static let functionCost: Float = 0.03
  /// What a stretch has to win.
  private static let least: Float = 0.05
  /// What a second one has to.
  private static let leastSecond: Float = 0.4
  /// What a neighbour without a link has to have in common with the group.
  private static let leastFree: Float = 0.15
  /// A word shared with others has to be linked so, and to stand within so many words.
  private static let leastShared: Float = 0.25
  private static let near = 6
  /// Two stretches are one with so many words between.
  private static let bridge = 2

  init(_ links: WordLinks, _ group: Range<Int>) {
    self.links = links
    self.group = group
    for column in links.columns.indices {
      var (inside, outside): (Float, Float) = (0, 0)
      for row in links.rows.indices where links[row, column] > 0 {
        let value = links[row, column] * Self.weight(links.rows[row], links.columns[column])
        if group.contains(row) { inside += value } else { outside += value }
      }
      self.inside.append(min(1, inside))
      self.outside.append(min(1, outside))
      let word = links.columns[column]
      var gain = min(1, inside) - min(1, outside) * (inside > 0 ? Self.sharedWeight : 1)
      if inside == 0, outside == 0 { gain = word.isFunction ? -Self.functionCost : -Self.freeCost }
      gains.append(gain)
    }
  }

  /// The stretches, ascending.
  func stretches() -> [Range<Int>] {
    guard
      let first = best(links.columns.indices, least: Self.least).flatMap({
        hasContent($0) ? $0 : nil
      })
        ?? shared()
    else { return [] }
    let start = whole(trimmed(first))
    var stretches = [start]
    // What of the words that are sought has no link in it yet, but one elsewhere.
    while true {
      let missing = group.filter { row in
        (!links.rows[row].isFunction
          || (links.rows[row].kind == .function
            && (row == group.lowerBound || row == group.upperBound - 1)))
          && !stretches.contains { $0.contains { links[row, $0] > 0 } }
      }
      guard !missing.isEmpty else { break }
      var next: (gain: Float, range: Range<Int>)?
      for gap in gaps(stretches) {
        guard let range = best(gap, least: Self.leastSecond), hasContent(range) else { continue }
        let gain = missing.reduce(Float(0)) { sum, row in
          sum + range.reduce(Float(0)) { max($0, links[row, $1]) }
        }
        if gain >= Self.leastSecond, gain > next?.gain ?? 0 { next = (gain, whole(trimmed(range))) }
      }
      guard let range = next?.range ?? shared(near: stretches, missing).map({ whole($0) }) else {
        break
      }
      stretches.append(range)
      stretches.sort { $0.lowerBound < $1.lowerBound }
    }
    return joined(stretches)
  }

  /// The stretch within `bounds` with the greatest sum; the first and shortest of equals.
  private func best(_ bounds: Range<Int>, least: Float) -> Range<Int>? {
    var best: (sum: Float, range: Range<Int>)?
    var sum: Float = 0
    var start = bounds.lowerBound
    for index in bounds {
      if sum > 0, links.columns[index].joint == .mark { sum -= Self.markCost }
      if sum <= 0 { (sum, start) = (0, index) }
      sum += gains[index]
      if sum > best?.sum ?? least { best = (sum, start..<index + 1) }
    }
    return best?.range
  }

  /// The word that stands for those sought together with others, as `securities` for `valeurs` of `valeurs mobilières`.
  private func shared() -> Range<Int>? {
    let best = inside.indices.max { (inside[$0], $1) < (inside[$1], $0) }
    guard let best, inside[best] >= Self.leastSecond, isShared(best) else { return nil }
    return best..<best + 1
  }

  /// The same near what is found, for words that have nothing there.
  private func shared(near stretches: [Range<Int>], _ missing: [Int]) -> Range<Int>? {
    for row in missing where !links.rows[row].isFunction {
      for column in links.columns.indices
      where links[row, column] >= Self.leastShared && isShared(column)
        && stretches.contains(where: {
          !$0.contains(column) && column >= $0.lowerBound - Self.near
            && column < $0.upperBound + Self.near
        })
      { return column..<column + 1 }
    }
    return nil
  }

  /// Whether a column of content stands for a word right beside the group too.
  private func isShared(_ column: Int) -> Bool {
    let (rows, before, after) = (links.rows, group.lowerBound - 1, group.upperBound)
    return !links.columns[column].isFunction
      && (before >= 0 && rows[before + 1].joint != .mark && links[before, column] > 0
        || after < rows.count && rows[after].joint != .mark && links[after, column] > 0)
  }

  /// Whether there is more than words of grammar, or they stand for the first or the last of the words sought.
  private func hasContent(_ range: Range<Int>) -> Bool {
    range.contains { column in
      !links.columns[column].isFunction && inside[column] > 0
        || [group.lowerBound, group.upperBound - 1].contains {
          links[$0, column] > 0 && (links.rows[$0].kind == .function || group.count == 1)
        }
    }
  }

  /// Without words of grammar at the ends that stand for such within the group.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end - start > 1, isLoose(start) { start += 1 }
    while end - start > 1, isLoose(end - 1) { end -= 1 }
    return start..<end
  }

  private func isLoose(_ column: Int) -> Bool {
    links.columns[column].isFunction
      && !group.contains { row in
        links[row, column] > 0
          && (!links.rows[row].isFunction || row == group.lowerBound || row == group.upperBound - 1)
      }
  }

  /// With all of the words whose parts stand at the ends, and what belongs to these and stands for nothing else.
  private func whole(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let words = links.columns
    while true {
      if start > 0, words[start].joint == .inside {
        start -= 1
      } else if end < words.count, words[end].joint == .inside {
        end += 1
      } else if start > 0, words[start].joint == .space, !words[start].isFunction, isFree(start - 1)
      {
        start -= 1
      } else {
        return start..<end
      }
    }
  }

  /// Whether a column is a word of content that stands for nothing.
  private func isFree(_ column: Int) -> Bool {
    !links.columns[column].isFunction && inside[column] == 0 && outside[column] == 0
      && group.contains { links.most[$0 * links.columns.count + column] >= Self.leastFree }
  }

  private static func weight(_ row: AlignedWord, _ column: AlignedWord) -> Float {
    if row.kind == .connector || column.kind == .connector { return connectorWeight }
    return row.isFunction || column.isFunction ? functionWeight : 1
  }

  private func gaps(_ stretches: [Range<Int>]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = 0
    for stretch in stretches {
      if start < stretch.lowerBound { gaps.append(start..<stretch.lowerBound) }
      start = stretch.upperBound
    }
    if start < links.columns.count { gaps.append(start..<links.columns.count) }
    return gaps
  }

  /// Those near each other as one.
  private func joined(_ stretches: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for stretch in stretches {
      guard let last = joined.last else { joined.append(stretch); continue }
      let between = last.upperBound..<max(last.upperBound, stretch.lowerBound)
      let isNear = between.allSatisfy { links.columns[$0].isFunction || outside[$0] == 0 }
      if between.isEmpty || between.count <= Self.bridge
        || (isNear && between.count <= 2 * Self.bridge)
      {
        joined[joined.count - 1] = last.lowerBound..<stretch.upperBound
      } else {
        joined.append(stretch)
      }
    }
    return joined
  }
}
