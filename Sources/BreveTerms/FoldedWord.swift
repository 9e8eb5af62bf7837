// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// A word in the spellings that terms are compared by.
///
/// All of them are UTF-16 units of one length, but for ``surface``: ligatures are written out (`œ` is `oe`).
struct FoldedWord: Sendable {
  /// As it stands, ligatures written out, invisible characters left out.
  let surface: [UInt16]
  /// The same in lower case.
  let folded: [UInt16]
  /// The same without accents.
  let bare: [UInt16]
  /// Whether the first letter is a capital.
  let isCapitalized: Bool
  /// Whether it has two capitals or more and no small letter.
  let isAllCapitals: Bool
  /// Whether a capital stands after the first letter.
  let hasInnerCapital: Bool

  init(_ units: some Sequence<UInt16>) {
    var surface: [UInt16] = []
    surface.reserveCapacity(units.underestimatedCount)
    for unit in units {
      switch unit {
      case 0x153: surface += [0x6F, 0x65]
      case 0x152: surface += [0x4F, 0x45]
      case 0xE6: surface += [0x61, 0x65]
      case 0xC6: surface += [0x41, 0x45]
      default: surface.append(unit)
      }
    }
    self.init(surface: surface)
  }

  private init(surface: [UInt16]) {
    let classes = CharacterClass.table
    let folds = WordKey.folds
    var capitals = 0
    var smalls = 0
    var isFolded = true
    var isBare = true
    for unit in surface {
      switch classes[Int(unit)].rawValue {
      case CharacterClass.upper.rawValue: capitals += 1
      case CharacterClass.lower.rawValue: smalls += 1
      default: break
      }
      let fold = folds[Int(unit)]
      if fold != unit { isFolded = false }
      if fold >= 0xDF, fold < 0x180 { isBare = false }
    }
    let startsWithCapital =
      surface.first.map { classes[Int($0)].rawValue == CharacterClass.upper.rawValue } ?? false
    // Spellings that are the same share their storage.
    let folded = isFolded ? surface : surface.map { folds[Int($0)] }
    self.surface = surface
    self.folded = folded
    bare = isBare ? folded : folded.map(Self.bare)
    isCapitalized = startsWithCapital
    isAllCapitals = capitals > 1 && smalls == 0
    hasInnerCapital = capitals > (startsWithCapital ? 1 : 0)
  }

  init(_ text: String) { self.init(Array(utf16: text)) }

  /// Whether this word of a text can stand for `term`: the letters are the same, and an accent is missing only where
  /// capitals lose them, in a word of capitals and on a capital at the beginning.
  func spells(_ term: FoldedWord) -> Bool {
    if folded == term.folded { return true }
    guard isCapitalized, bare == term.bare else { return false }
    for index in folded.indices where folded[index] != term.folded[index] {
      // What the text has and the term has not is another word.
      guard folded[index] == bare[index], isAllCapitals || index == 0 else { return false }
    }
    return true
  }

  /// A unit without its accent; others as they are.
  static func bare(_ unit: UInt16) -> UInt16 {
    guard unit >= 0xDF, unit < 0x180 else { return unit }
    return accents[Int(unit) - 0xDF]
  }

  private static let accents: [UInt16] = {
    let letters: [(String, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("i", "ìíîïĩīĭį"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"),
      ("s", "śŝşš"), ("t", "ţťŧ"), ("u", "ùúûüũūŭůűų"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var table = (0xDF..<0x180).map { UInt16($0) }
    for (base, accented) in letters {
      for unit in accented.utf16 { table[Int(unit) - 0xDF] = base.utf16.first ?? unit }
    }
    return table
  }()
}

extension WordKey {
  init(units: some Sequence<UInt16>) {
    self.init()
    for unit in units { append(unit) }
  }
}
