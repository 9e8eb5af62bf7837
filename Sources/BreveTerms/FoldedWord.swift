// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

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
    var capitals = 0
    var smalls = 0
    for unit in surface {
      switch CharacterClass.table[Int(unit)] {
      case .upper: capitals += 1
      case .lower: smalls += 1
      default: break
      }
    }
    let first = surface.first.map { CharacterClass.table[Int($0)] }
    self.surface = surface
    folded = surface.map { WordKey.folds[Int($0)] }
    bare = folded.map(Self.bare)
    isCapitalized = first == .upper
    isAllCapitals = capitals > 1 && smalls == 0
    hasInnerCapital = capitals > (first == .upper ? 1 : 0)
  }

  init(_ text: some StringProtocol) { self.init(text.utf16) }

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
