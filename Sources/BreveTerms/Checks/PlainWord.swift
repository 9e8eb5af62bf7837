// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// A word of a sentence as the checks see it: letters and digits, cut at hyphens and apostrophes.
struct PlainWord: Sendable {
  /// As it is written.
  let text: String
  /// In small letters, without accents, ligatures taken apart.
  let folded: String
  /// UTF-16 units.
  let range: Range<Int>
  /// Whether it begins with a capital.
  let isCapital: Bool
  /// Whether it begins the sentence, or stands after a mark that ends one, a colon or an opening quotation mark.
  let isFirst: Bool
  /// What stands before it is a hyphen; one between blanks is a dash.
  let followsHyphen: Bool
  /// What stands before it is an apostrophe, with no blank.
  let followsApostrophe: Bool
  /// A mark other than a hyphen or an apostrophe stands between it and the word before.
  let followsMark: Bool

  var isNumber: Bool { folded.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}

extension PlainWord {
  /// The words of `text`, in order; dots inside of an acronym are left out (`O.N.U.` is `ONU`).
  static func words(of text: String) -> [PlainWord] {
    let units = Array(text.utf16)
    let classes = CharacterClass.table
    var words: [PlainWord] = []
    var isFirst = true
    var followsHyphen = false
    var followsApostrophe = false
    var followsMark = true
    var index = 0
    while index < units.count {
      guard classes[Int(units[index])].isWordPart else {
        let unit = units[index]
        let isDash = isDash(units, at: index)
        switch unit {
        case 0x2D where !isDash, 0x2010, 0x2011: followsHyphen = true
        case 0x27, 0x2019: followsApostrophe = true
        default:
          followsHyphen = false
          followsApostrophe = false
          if !CharacterClass.isWhite(unit) { followsMark = true }
          if isDash || opensSentence(unit) { isFirst = true }
        }
        index += 1
        continue
      }
      let start = index
      var letters: [UInt16] = []
      while index < units.count {
        if classes[Int(units[index])].isWordPart {
          // `125m` is a number and its scale.
          if let last = letters.last, isDigit(last), !isDigit(units[index]) { break }
          letters.append(units[index])
        } else if !isAcronymDot(units, at: index, from: start, classes) {
          break
        }
        index += 1
      }
      let written = String(decoding: letters, as: UTF16.self)
      let isCapital = { if case .upper = classes[Int(units[start])] { true } else { false } }()
      words.append(
        PlainWord(
          text: written, folded: Self.folded(written), range: start..<index, isCapital: isCapital,
          isFirst: isFirst, followsHyphen: followsHyphen, followsApostrophe: followsApostrophe,
          followsMark: followsMark))
      isFirst = false
      followsHyphen = false
      followsApostrophe = false
      followsMark = false
    }
    return words
  }

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// Whether a hyphen has blanks on both sides.
  private static func isDash(_ units: [UInt16], at index: Int) -> Bool {
    units[index] == 0x2D && (index == 0 || CharacterClass.isWhite(units[index - 1]))
      && index + 1 < units.count && CharacterClass.isWhite(units[index + 1])
  }

  private static func opensSentence(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2E, 0x21, 0x3F, 0x3A, 0xAB, 0x22, 0x201C, 0x2026, 0x2014, 0x2013: true
    default: false
    }
  }

  /// A dot between single letters: the second and later ones of `U.S.A.`.
  private static func isAcronymDot(
    _ units: [UInt16], at index: Int, from start: Int, _ classes: [CharacterClass]
  ) -> Bool {
    guard units[index] == 0x2E, index > start, classes[Int(units[index - 1])].isLetter,
      index - 1 == start || units[index - 2] == 0x2E
    else { return false }
    guard index + 1 < units.count else { return index - start > 1 }
    return classes[Int(units[index + 1])].isLetter
      && (index + 2 >= units.count || !classes[Int(units[index + 2])].isWordPart)
      || index - start > 1 && !classes[Int(units[index + 1])].isWordPart
  }

  /// Small letters without accents, ligatures written out.
  static func folded(_ text: String) -> String {
    String(utf16: FoldedWord(text).bare.span)
  }
}
