// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Which words of a sentence (rows) stand for which of its translation (columns).
///
/// Both directions are laid over each other: links on which they agree, then neighbours of these which one direction wants,
/// then words of content that nothing is known of: what is left over on one side near a link is likely to stand for what is
/// left over on the other.
///
/// - Source: Och and Ney 2003, §4; Koehn, Och and Marcu 2003, §3, "grow-diag-final".
struct WordLinks {
  let rows: [AlignedWord]
  let columns: [AlignedWord]
  /// How sure each link is, from 0 to 1; a row for each word of the sentence.
  private(set) var strengths: [Float]
  /// What the surer direction gives each pair of words.
  let most: [Float]

  /// Links on which both directions agree so far.
  private static let agreed: Float = 0.3
  /// A link with the same word elsewhere has to be so much of the best.
  private static let repeated: Float = 0.6
  /// What one direction has to give a neighbour.
  private static let grown: Float = 0.4
  /// What both multiplied have to give words that have no link.
  private static let mutual: Float = 0.03
  /// What the other direction has to give words that are no neighbours.
  private static let leastBoth: Float = 0.0002
  /// What a neighbour, and what a word left over counts.
  private static let grownStrength: Float = 0.5
  private static let leftStrength: Float = 0.45
  /// Words left over are sought so many words from a link.
  private static let reach = 3

  /// - Parameters:
  ///   - rows: A sentence.
  ///   - columns: Its translation.
  ///   - back: How likely each column is of each row; a row for each column.
  ///   - there: How likely each row is of each column; a row for each row.
  init(_ rows: [AlignedWord], _ columns: [AlignedWord], back: [Float], there: [Float]) {
    (self.rows, self.columns) = (rows, columns)
    strengths = [Float](repeating: 0, count: rows.count * columns.count)
    var most = strengths
    var both = strengths
    for row in rows.indices {
      for column in columns.indices {
        let (one, other) = (back[column * rows.count + row], there[row * columns.count + column])
        let place = row * columns.count + column
        let mean = (one * other).squareRoot()
        if mean >= Self.agreed { strengths[place] = mean }
        most[place] = max(one, other)
        both[place] = min(one, other)
      }
    }
    self.most = most
    dropRepeated()
    var rowLinked = rows.indices.map { row in columns.indices.contains { self[row, $0] > 0 } }
    var columnLinked = columns.indices.map { column in
      rows.indices.contains { self[$0, column] > 0 }
    }
    takeMutual(both, &rowLinked, &columnLinked)
    grow(both, &rowLinked, &columnLinked)
    takeLeft(&rowLinked, &columnLinked)
  }

  subscript(_ row: Int, _ column: Int) -> Float { strengths[row * columns.count + column] }

  private mutating func link(
    _ row: Int, _ column: Int, _ strength: Float, _ rowLinked: inout [Bool],
    _ columnLinked: inout [Bool]
  ) {
    strengths[row * columns.count + column] = strength
    rowLinked[row] = true
    columnLinked[column] = true
  }

  /// Of links of one word with the same word at two places, keeps those that are about as strong as the best.
  private mutating func dropRepeated() {
    func drop(_ count: Int, _ words: [AlignedWord], _ place: (Int, Int) -> Int) {
      for own in 0..<count {
        let linked = words.indices.filter { strengths[place(own, $0)] > 0 }
        guard linked.count > 1 else { continue }
        for one in linked {
          for other in linked where words[one].stem == words[other].stem {
            if strengths[place(own, one)] < Self.repeated * strengths[place(own, other)] {
              strengths[place(own, one)] = 0
            }
          }
        }
      }
    }
    let width = columns.count
    drop(rows.count, columns) { $0 * width + $1 }
    drop(columns.count, rows) { $1 * width + $0 }
  }

  /// Adds links of words without any, which both directions give something.
  private mutating func takeMutual(
    _ both: [Float], _ rowLinked: inout [Bool], _ columnLinked: inout [Bool]
  ) {
    var wanted: [(value: Float, place: Int)] = []
    for row in rows.indices where !rowLinked[row] {
      for column in columns.indices where !columnLinked[column] {
        let place = row * columns.count + column
        let value = most[place] * both[place]
        if value >= Self.mutual { wanted.append((value, place)) }
      }
    }
    wanted.sort { ($1.value, $0.place) < ($0.value, $1.place) }
    for (_, place) in wanted {
      let (row, column) = (place / columns.count, place % columns.count)
      guard !rowLinked[row], !columnLinked[column] else { continue }
      link(row, column, Self.leftStrength, &rowLinked, &columnLinked)
    }
  }

  /// Adds what one direction wants: beside a link, or where neither word has one.
  private mutating func grow(
    _ both: [Float], _ rowLinked: inout [Bool], _ columnLinked: inout [Bool]
  ) {
    let wanted = most.indices.filter { most[$0] >= Self.grown && strengths[$0] == 0 }
      .sorted { (most[$1], $0) < (most[$0], $1) }
    for isFinal in [false, true] {
      var hasGrown = true
      while hasGrown {
        hasGrown = false
        for place in wanted where strengths[place] == 0 {
          let (row, column) = (place / columns.count, place % columns.count)
          guard
            isFinal
              ? !rowLinked[row] && !columnLinked[column] && both[place] >= Self.leastBoth
              : (!rowLinked[row] || !columnLinked[column]) && hasNeighbour(row, column),
            rows[row].isFunction == columns[column].isFunction || most[place] > 0.7,
            !repeats(row, column)
          else { continue }
          link(row, column, Self.grownStrength * most[place], &rowLinked, &columnLinked)
          hasGrown = true
        }
      }
    }
  }

  /// Whether words right beside both have a link, with no mark between.
  private func hasNeighbour(_ row: Int, _ column: Int) -> Bool {
    let near = Self.beside(row, rows)
    return Self.beside(column, columns).contains { other in near.contains { self[$0, other] > 0 } }
  }

  private static func beside(_ place: Int, _ words: [AlignedWord]) -> Range<Int> {
    let start = words[place].joint == .mark ? place : place - 1
    let isLast = place + 1 == words.count || words[place + 1].joint == .mark
    return start..<(isLast ? place + 1 : place + 2)
  }

  /// Whether the row has a link with the same word at another place, or the column has.
  private func repeats(_ row: Int, _ column: Int) -> Bool {
    columns.indices.contains { self[row, $0] > 0 && columns[$0].stem == columns[column].stem }
      || rows.indices.contains { self[$0, column] > 0 && rows[$0].stem == rows[row].stem }
  }

  /// Lays words of content that have no link to each other, the nearest first.
  private mutating func takeLeft(_ rowLinked: inout [Bool], _ columnLinked: inout [Bool]) {
    let freeColumns = columns.indices.filter { !columnLinked[$0] && !columns[$0].isFunction }
    guard !freeColumns.isEmpty else { return }
    var pairs: [(distance: Int, row: Int, column: Int)] = []
    for row in rows.indices where !rowLinked[row] && !rows[row].isFunction {
      // Where the nearest words with a link stand on the other side.
      var anchors: [(column: Int, distance: Int)] = []
      for step in [-1, 1] {
        var place = row
        for _ in 0..<Self.reach {
          let next = place + step
          guard rows.indices.contains(next),
            rows[max(place, next)].joint != .mark, rows[next].kind != .function
          else { break }
          place = next
          guard rowLinked[place], !rows[place].isFunction else { continue }
          for column in columns.indices where self[place, column] > 0 {
            anchors.append((column, abs(place - row)))
          }
          break
        }
      }
      for column in freeColumns {
        var least = Int.max
        for anchor in anchors {
          let distance = distance(anchor.column, column)
          if distance <= Self.reach { least = min(least, 2 * distance + anchor.distance) }
        }
        if least < Int.max { pairs.append((least, row, column)) }
      }
    }
    pairs.sort { ($0.distance, $0.row, $0.column) < ($1.distance, $1.row, $1.column) }
    for pair in pairs where !rowLinked[pair.row] && !columnLinked[pair.column] {
      link(pair.row, pair.column, Self.leftStrength, &rowLinked, &columnLinked)
    }
  }

  /// How far two columns stand from each other; endless with a mark between.
  private func distance(_ one: Int, _ other: Int) -> Int {
    let (first, last) = (min(one, other), max(one, other))
    guard last > first, last - first <= Self.reach else { return Int.max }
    for place in first + 1..<last + 1
    where columns[place].joint == .mark || (place < last && columns[place].kind == .function) {
      return Int.max
    }
    return last - first
  }
}
