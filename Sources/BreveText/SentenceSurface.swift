// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What the letters, digits and blanks of a sentence tell, read in the pass that numbers its words.
package struct SentenceSurface: Sendable {
  /// Stretches without white space that hold a letter or a digit.
  package private(set) var words = 0
  /// Unicode scalars.
  package private(set) var characters = 0
  /// Words after the first that begin with a capital or a digit.
  package private(set) var names = 0
  package private(set) var hasSmallLetters = false
  /// Whether a line break stands in it, which is shown as a space.
  package private(set) var hasJoinedLine = false
  /// The latest year that is written in four digits.
  package private(set) var latestYear: Int?
  /// Whether a word of the first or second person stands in it.
  package var isPersonal = false

  private var isCounted = false

  /// A unit that is no part of a word.
  mutating func read(_ unit: UInt16, _ kind: CharacterClass) {
    if kind == .space || kind == .lineBreak {
      isCounted = false
      if unit == NormalizedText.joinedLine { hasJoinedLine = true }
    }
    // The second half of a surrogate pair is no character of its own; none stands in a word.
    if unit & 0xFC00 != 0xDC00 { characters += 1 }
  }

  /// The first unit of a word.
  mutating func readWordPart(_ kind: CharacterClass, startsName: Bool) {
    if startsName, kind == .upper || kind == .digit { names += 1 }
  }

  /// A word, and the bits of its units' classes.
  mutating func readWord(_ units: Span<UInt16>, _ range: Range<Int>, _ kinds: UInt32) {
    characters += range.count
    if kinds & (CharacterClass.lower.bit | CharacterClass.letter.bit) != 0 {
      hasSmallLetters = true
    }
    if !isCounted, kinds != CharacterClass.mark.bit {
      isCounted = true
      words += 1
    }
    if kinds & CharacterClass.digit.bit != 0 { readYears(units, range) }
  }

  private mutating func readYears(_ units: Span<UInt16>, _ range: Range<Int>) {
    var digits = 0
    var value = 0
    func endNumber() {
      if digits == 4, (1900...2100).contains(value) { latestYear = max(latestYear ?? 0, value) }
      digits = 0
      value = 0
    }
    for index in range {
      let unit = units[index]
      if unit <= 0x39, unit >= 0x30 {
        digits += 1
        value = digits <= 4 ? value * 10 + Int(unit - 0x30) : 0
      } else {
        endNumber()
      }
    }
    endNumber()
  }
}

extension CharacterClass {
  /// Its place in a set of classes.
  var bit: UInt32 { 1 &<< UInt32(rawValue) }
}
