// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What has to be done to one text, word by word, so that it becomes another.
///
/// ```swift
/// let diff = WordDiff(from: "Le chat noir dort.", to: "Le chien dort bien.")
/// print(diff.marked)  // Le [-chat noir-]{+chien+} dort{+ bien+}.
/// ```
///
/// - Source: Wagner and Fischer 1974, "The String-to-String Correction Problem", over words, spaces and marks.
public struct WordDiff: Hashable, Sendable {
  /// A stretch of the texts.
  public enum Piece: Hashable, Sendable {
    /// In both.
    case same(String)
    /// Only in the text that is wanted.
    case inserted(String)
    /// Only in the text there is.
    case deleted(String)
    /// One in the place of the other.
    case changed(from: String, to: String)
  }

  /// In the order of the texts.
  public let pieces: [Piece]

  /// Longer texts are not compared word by word.
  private static let longest = 4_000

  /// Compares two texts.
  public init(from old: String, to new: String) {
    let (one, other) = (Self.words(old), Self.words(new))
    guard one.count <= Self.longest, other.count <= Self.longest else {
      pieces = old == new ? [.same(old)] : [.changed(from: old, to: new)]
      return
    }
    pieces = Self.pieces(one, other)
  }

  init(pieces: [Piece]) { self.pieces = pieces }

  /// In marks that a terminal without colours shows: `[-deleted-]` and `{+inserted+}`.
  public var marked: String {
    pieces.map { piece in
      switch piece {
      case .same(let text): text
      case .inserted(let text): "{+\(text)+}"
      case .deleted(let text): "[-\(text)-]"
      case .changed(let old, let new): "[-\(old)-]{+\(new)+}"
      }
    }.joined()
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty { words.append(String(word)) }
      word.removeAll()
    }
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      index < scalars.count && ("0"..."9").contains(scalars[index])
    }
    for (index, scalar) in scalars.enumerated() {
      // `38,5` is one number.
      let isInNumber =
        (scalar == "," || scalar == ".") && index > 0 && isDigit(index - 1) && isDigit(index + 1)
      let isWord =
        isInNumber || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      if isWord {
        word.append(scalar)
      } else {
        close()
        words.append(String(scalar))
      }
    }
    close()
    return words
  }

  private static func pieces(_ one: [String], _ other: [String]) -> [Piece] {
    let width = other.count + 1
    // Costs from each place to the ends: a word in the place of another is dearer than a pair of equal ones aside.
    var costs = [UInt32](repeating: 0, count: (one.count + 1) * width)
    for row in stride(from: one.count, through: 0, by: -1) {
      for column in stride(from: other.count, through: 0, by: -1) {
        let place = row * width + column
        if row == one.count {
          costs[place] = UInt32(other.count - column)
        } else if column == other.count {
          costs[place] = UInt32(one.count - row)
        } else if one[row] == other[column] {
          costs[place] = costs[place + width + 1]
        } else {
          costs[place] = min(costs[place + width], costs[place + 1]) + 1
        }
      }
    }
    var pieces: [Piece] = []
    var (same, deleted, inserted) = ("", "", "")
    func closeChange() {
      switch (deleted.isEmpty, inserted.isEmpty) {
      case (true, true): return
      case (false, true): pieces.append(.deleted(deleted))
      case (true, false): pieces.append(.inserted(inserted))
      case (false, false): pieces.append(.changed(from: deleted, to: inserted))
      }
      (deleted, inserted) = ("", "")
    }
    var (row, column) = (0, 0)
    while row < one.count || column < other.count {
      if row < one.count, column < other.count, one[row] == other[column] {
        closeChange()
        same += one[row]
        (row, column) = (row + 1, column + 1)
        continue
      }
      if !same.isEmpty { pieces.append(.same(same)) }
      same = ""
      let place = row * width + column
      if column == other.count || (row < one.count && costs[place + width] <= costs[place + 1]) {
        deleted += one[row]
        row += 1
      } else {
        inserted += other[column]
        column += 1
      }
    }
    if !same.isEmpty { pieces.append(.same(same)) }
    closeChange()
    return pieces
  }
}
