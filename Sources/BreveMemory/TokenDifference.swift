// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What has to be done to the text of a unit, token by token, so that it becomes the text that is looked for.
///
/// It counts as the match rate does: a token is the same in other case, and, by the normalized metric, apostrophes and
/// quotation marks are equal.
///
/// - Source: Wagner and Fischer 1974, "The String-to-String Correction Problem".
public struct TokenDifference: Equatable, Sendable {
  public enum Kind: String, Sendable {
    case same, changed
    /// Only in the text that is looked for.
    case inserted
    /// Only in the unit.
    case deleted
  }

  /// A stretch of tokens with the same to be done.
  public struct Piece: Equatable, Sendable {
    public let kind: Kind
    /// Where it stands in the unit's text, in UTF-8 bytes; empty, at the place, if it is inserted.
    public let unitRange: Range<Int>
    /// Where it stands in the text that is looked for, in UTF-8 bytes; empty, at the place, if it is deleted.
    public let queryRange: Range<Int>
  }

  /// In the order of the texts.
  public let pieces: [Piece]
  /// How many tokens are changed, inserted or deleted.
  public let distance: Int
  /// Tokens of the longer text.
  public let length: Int
  /// Words that are the same but for their capitals, each by itself; not counted as changed.
  let recased: [Piece]
  /// What penalties are taken off for.
  let differing: Set<MatchPenalty.Kind>

  /// The rate without penalties.
  public var rate: MatchRate { MatchRate(distance: distance, length: length) }

  /// More pairs of tokens than this are not compared one by one; all but what is the same at both ends is changed then.
  private static let mostPairs = 2_000_000

  /// Compares two texts by a metric.
  public init(unit: String, query: String, metric: MatchMetric = .normalized) {
    var tokenizer = MatchTokenizer()
    self.init(unit: Array(unit.utf8), query: Array(query.utf8), metric: metric, &tokenizer)
  }

  /// Compares two texts, both UTF-8.
  package init(
    unit: [UInt8], query: [UInt8], metric: MatchMetric = .normalized,
    _ tokenizer: inout MatchTokenizer
  ) {
    var one: [MatchToken] = []
    var other: [MatchToken] = []
    tokenizer.tokens(of: unit.span, into: &one)
    tokenizer.tokens(of: query.span, into: &other)
    var maker = TokenDifferenceMaker(
      unit: unit, query: query, one: one, other: other, metric: metric)
    maker.compare(mostPairs: Self.mostPairs)
    pieces = maker.pieces
    recased = maker.recased
    distance = maker.distance
    differing = maker.differing
    length = max(one.count, other.count)
  }
}

struct TokenDifferenceMaker {
  let unit: [UInt8]
  let query: [UInt8]
  let one: [MatchToken]
  let other: [MatchToken]
  private let keys: [UInt64]
  private let otherKeys: [UInt64]
  private(set) var pieces: [TokenDifference.Piece] = []
  private(set) var recased: [TokenDifference.Piece] = []
  private(set) var distance = 0
  private(set) var differing: Set<MatchPenalty.Kind> = []

  init(
    unit: [UInt8], query: [UInt8], one: [MatchToken], other: [MatchToken], metric: MatchMetric
  ) {
    self.unit = unit
    self.query = query
    self.one = one
    self.other = other
    keys = one.map { metric == .plain ? $0.key : $0.commonKey }
    otherKeys = other.map { metric == .plain ? $0.key : $0.commonKey }
  }

  mutating func compare(mostPairs: Int) {
    var start = 0
    while start < min(one.count, other.count), keys[start] == otherKeys[start] {
      start += 1
    }
    var tail = 0
    while tail < min(one.count, other.count) - start,
      keys[one.count - 1 - tail] == otherKeys[other.count - 1 - tail]
    { tail += 1 }
    for index in 0..<start { add(.same, index, index) }
    let (rows, columns) = (one.count - tail - start, other.count - tail - start)
    if rows * columns <= mostPairs {
      compareMiddle(start, rows, columns)
    } else {
      for step in 0..<max(rows, columns) {
        let kind: TokenDifference.Kind =
          step >= rows ? .inserted : step >= columns ? .deleted : .changed
        add(kind, start + min(step, rows), start + min(step, columns))
      }
    }
    for index in 0..<tail { add(.same, one.count - tail + index, other.count - tail + index) }
  }

  private mutating func compareMiddle(_ start: Int, _ rows: Int, _ columns: Int) {
    // The distance from each place to the ends, times 4,096, less the tokens that stay: of two ways of the same distance
    // the one that leaves more as it is.
    let edit = 4096
    let width = columns + 1
    var costs = [Int](repeating: 0, count: (rows + 1) * width)
    for row in stride(from: rows, through: 0, by: -1) {
      for column in stride(from: columns, through: 0, by: -1) {
        let place = row * width + column
        if row == rows {
          costs[place] = (columns - column) * edit
        } else if column == columns {
          costs[place] = (rows - row) * edit
        } else {
          let isSame = keys[start + row] == otherKeys[start + column]
          costs[place] = min(
            costs[place + width + 1] + (isSame ? -1 : edit),
            min(costs[place + width], costs[place + 1]) + edit)
        }
      }
    }
    var (row, column) = (0, 0)
    while row < rows || column < columns {
      let place = row * width + column
      let cost = costs[place]
      let (index, otherIndex) = (start + row, start + column)
      if row < rows, column < columns, keys[index] == otherKeys[otherIndex],
        costs[place + width + 1] - 1 == cost
      {
        add(.same, index, otherIndex)
        (row, column) = (row + 1, column + 1)
      } else if row < rows, column < columns, costs[place + width + 1] + edit == cost {
        add(.changed, index, otherIndex)
        (row, column) = (row + 1, column + 1)
      } else if row < rows, costs[place + width] + edit == cost {
        add(.deleted, index, otherIndex)
        row += 1
      } else {
        add(.inserted, index, otherIndex)
        column += 1
      }
    }
  }

  private mutating func add(_ kind: TokenDifference.Kind, _ index: Int, _ otherIndex: Int) {
    let unitEnd = index > 0 ? one[index - 1].range.upperBound : 0
    let queryEnd = otherIndex > 0 ? other[otherIndex - 1].range.upperBound : 0
    let unitRange = kind == .inserted ? unitEnd..<unitEnd : one[index].range
    let queryRange = kind == .deleted ? queryEnd..<queryEnd : other[otherIndex].range
    if kind == .same {
      noteCase(unitRange, queryRange, one[index].kind)
    } else {
      distance += 1
      if kind != .inserted { note(one[index].kind) }
      if kind != .deleted { note(other[otherIndex].kind) }
    }
    if let last = pieces.last, last.kind == kind {
      pieces[pieces.count - 1] = TokenDifference.Piece(
        kind: kind, unitRange: last.unitRange.lowerBound..<unitRange.upperBound,
        queryRange: last.queryRange.lowerBound..<queryRange.upperBound)
    } else {
      pieces.append(
        TokenDifference.Piece(kind: kind, unitRange: unitRange, queryRange: queryRange))
    }
  }

  private mutating func note(_ kind: MatchToken.Kind) {
    switch kind {
    case .word: break
    case .number: differing.insert(.numbers)
    case .mark: differing.insert(.punctuation)
    }
  }

  /// Notes a word that is the same but for its capitals.
  private mutating func noteCase(
    _ unitRange: Range<Int>, _ queryRange: Range<Int>, _ kind: MatchToken.Kind
  ) {
    guard kind == .word, unit[unitRange] != query[queryRange] else { return }
    // Equal strings differ in their normalization form only.
    if String(decoding: unit[unitRange], as: UTF8.self)
      != String(decoding: query[queryRange], as: UTF8.self)
    {
      differing.insert(.case)
      recased.append(
        TokenDifference.Piece(kind: .changed, unitRange: unitRange, queryRange: queryRange))
    }
  }
}
