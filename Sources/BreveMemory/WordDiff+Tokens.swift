// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension WordDiff {
  /// Shows what a match rate counts: what is marked is what the rate is lower for, and nothing else.
  ///
  /// Without what is deleted, the pieces are the text that is looked for. White space is never a difference. By the
  /// normalized metric words in other capitals are shown as changed, for which a penalty is taken off.
  ///
  /// - Parameters:
  ///   - unit: The text of the unit.
  ///   - query: The text that is looked for.
  ///   - metric: What they were compared by.
  public init(unit: String, query: String, metric: MatchMetric) {
    let difference = TokenDifference(unit: unit, query: query, metric: metric)
    var maker = ShownDifference(unit: Array(unit.utf8), query: Array(query.utf8))
    var recased = metric == .normalized ? difference.recased[...] : []
    for (place, piece) in difference.pieces.enumerated() {
      guard piece.kind == .same else {
        let isLast = place + 1 == difference.pieces.count
        let next = isLast ? maker.unit.count : difference.pieces[place + 1].unitRange.lowerBound
        maker.add(piece, nextUnit: next)
        continue
      }
      while let word = recased.first,
        word.queryRange.upperBound <= piece.queryRange.upperBound
      {
        recased.removeFirst()
        maker.addSame(upTo: word.queryRange.lowerBound, unitEnd: word.unitRange.lowerBound)
        maker.add(word, nextUnit: word.unitRange.upperBound)
      }
      maker.addSame(upTo: piece.queryRange.upperBound, unitEnd: piece.unitRange.upperBound)
    }
    maker.addSame(upTo: maker.query.count, unitEnd: maker.unit.count)
    self.init(pieces: maker.pieces)
  }
}

/// Puts the white space between the pieces of a difference back.
private struct ShownDifference {
  let unit: [UInt8]
  let query: [UInt8]
  var pieces: [WordDiff.Piece] = []
  private var unitEnd = 0
  private var queryEnd = 0

  init(unit: [UInt8], query: [UInt8]) {
    self.unit = unit
    self.query = query
  }

  mutating func addSame(upTo end: Int, unitEnd: Int) {
    if end > queryEnd {
      let text = String(decoding: query[queryEnd..<end], as: UTF8.self)
      if case .same(let before) = pieces.last {
        pieces[pieces.count - 1] = .same(before + text)
      } else {
        pieces.append(.same(text))
      }
    }
    (queryEnd, self.unitEnd) = (max(end, queryEnd), max(unitEnd, self.unitEnd))
  }

  mutating func add(_ piece: TokenDifference.Piece, nextUnit: Int) {
    switch piece.kind {
    case .same: addSame(upTo: piece.queryRange.upperBound, unitEnd: piece.unitRange.upperBound)
    case .changed:
      addSame(upTo: piece.queryRange.lowerBound, unitEnd: piece.unitRange.lowerBound)
      pieces.append(.changed(from: text(unit, piece.unitRange), to: text(query, piece.queryRange)))
    case .inserted:
      pieces.append(.inserted(text(query, queryEnd..<piece.queryRange.upperBound)))
    case .deleted:
      // The space before what is taken out goes with it; at the beginning, the one behind it.
      let end =
        unitEnd == 0 ? max(nextUnit, piece.unitRange.upperBound) : piece.unitRange.upperBound
      pieces.append(.deleted(text(unit, unitEnd..<end)))
    }
    unitEnd = max(unitEnd, piece.unitRange.upperBound)
    queryEnd = max(queryEnd, piece.queryRange.upperBound)
  }

  private func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
