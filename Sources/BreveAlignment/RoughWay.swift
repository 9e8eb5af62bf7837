// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Finds the way through two texts roughly: in big blocks first, then in smaller ones around that way.
struct RoughWay {
  let parameters: AlignmentParameters
  /// The most blocks a side that are all compared with one another.
  private static let mostBlocks = 400
  /// How many blocks one of the next bigger size holds.
  private static let step = 5

  /// The cells of sentences around the way.
  func band(
    _ source: AlignmentSide, _ target: AlignmentSide, _ model: LexicalModel,
    _ lengths: LengthModel, mostCells: inout Int
  ) -> AlignmentBand {
    var size = 1
    while max(source.count, target.count) > size * Self.mostBlocks { size *= Self.step }
    var band = AlignmentBand(
      rows: (source.count + size - 1) / size + 1, columns: (target.count + size - 1) / size + 1)
    let telling = (
      Self.telling(source, model.forward), Self.telling(target, model.backward)
    )
    while size > 1 {
      mostCells = max(mostCells, band.cells)
      let lattice = AlignmentLattice(
        source.blocks(of: size, telling: telling.0), target.blocks(of: size, telling: telling.1),
        model, lengths, parameters, band)
      var path = [(source: 0, target: 0)]
      let smaller = size / Self.step
      for link in lattice.best() {
        path.append(
          (
            min(source.count, link.source.upperBound * size) / smaller,
            min(target.count, link.target.upperBound * size) / smaller
          ))
      }
      let ends = (
        (source.count + smaller - 1) / smaller, (target.count + smaller - 1) / smaller
      )
      path[path.count - 1] = ends
      band = AlignmentBand(
        around: path, rows: ends.0 + 1, columns: ends.1 + 1, margin: Self.step * 2)
      size = smaller
    }
    return band
  }

  /// For each token whether it says something of where it stands: it is known, and rare.
  private static func telling(_ side: AlignmentSide, _ table: TranslationTable) -> [Bool] {
    side.types.enumerated().map { number, type in
      (type.kind == .word || type.kind == .number) && !table.range(number).isEmpty
        && type.count * 300 < side.tokens.count
    }
  }
}
