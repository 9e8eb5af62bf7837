// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// What a UTF-16 unit is, as far as segmentation asks.
package enum CharacterClass: UInt8, Sendable {
  case other, lower, upper, letter, mark, digit, number, dash, open, close, initialQuote
  case finalQuote, punctuation, symbol, space, lineBreak, format, surrogate

  /// The class of every UTF-16 unit, from ICU's general categories: 65,536 entries.
  package static let table: [CharacterClass] = {
    var table = ScalarCategory.table().map(CharacterClass.init(category:))
    for unit in [0x0A, 0x0D, 0x85, 0x2028, 0x2029, 0x0C] { table[unit] = .lineBreak }
    for unit in [0x09, 0x0B, 0x20, 0xA0, 0x202F] { table[unit] = .space }
    table[0x200B] = .format
    return table
  }()

  /// Whether a unit can end a sentence: Sentence_Terminal (UAX #44) and the ellipsis.
  package static let terminals: [Bool] = {
    var table = ScalarCategory.sentenceTerminals().map { $0 != 0 }
    table[0x2026] = true
    return table
  }()

  package init(category: UInt8) {
    self =
      switch category {
      case 1, 3: .upper  // Lu, Lt
      case 2: .lower
      case 4, 5: .letter
      case 6, 7, 8: .mark
      case 9: .digit
      case 10, 11: .number
      case 12: .space
      case 13, 14: .lineBreak
      case 16: .format
      case 18: .surrogate
      case 19: .dash
      case 20: .open
      case 21: .close
      case 22, 23: .punctuation
      case 24...27: .symbol
      case 28: .initialQuote
      case 29: .finalQuote
      default: .other
      }
  }

  package static func of(_ scalar: Unicode.Scalar) -> CharacterClass {
    scalar.value < 0x10000
      ? table[Int(scalar.value)] : CharacterClass(category: ScalarCategory.of(scalar.value))
  }

  package var isLetter: Bool { rawValue >= Self.lower.rawValue && rawValue <= Self.letter.rawValue }
  /// The classes from ``lower`` to ``number``.
  package var isWordPart: Bool {
    rawValue >= Self.lower.rawValue && rawValue <= Self.number.rawValue
  }

  /// White space within a line: space, no-break spaces, tab, a joined line break.
  package static func isBlank(_ unit: UInt16) -> Bool {
    unit == 0x20 || unit == 0xA0
      || (unit < 0x80 ? unit == 0x09 || unit == 0x0B : table[Int(unit)] == .space)
  }

  package static func isWhite(_ unit: UInt16) -> Bool {
    if unit < 0x80 { return unit == 0x20 || (0x09...0x0D).contains(unit) }
    let kind = table[Int(unit)]
    return kind == .space || kind == .lineBreak || unit == 0xFEFF
  }
}

/// What is asked of each unit of a word, side by side.
struct UnitTraits: Sendable {
  /// Its simple case folding.
  let fold: UInt16
  let kind: CharacterClass

  /// Of every UTF-16 unit: 65,536 entries.
  static let table: [UnitTraits] = zip(WordKey.folds, CharacterClass.table).map {
    UnitTraits(fold: $0, kind: $1)
  }
}

extension Span where Element == UInt16 {
  /// `range` without the white space at its ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, CharacterClass.isWhite(self[lower]) { lower += 1 }
    while upper > lower, CharacterClass.isWhite(self[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Whether `wanted` is among them.
  func holds(_ wanted: UInt16) -> Bool {
    var found: UInt16 = 0
    for index in indices { found |= self[index] == wanted ? 1 : 0 }
    return found != 0
  }

  /// Whether a mark that opens a quotation is among them, or a straight one: many units at once, as there is no branch.
  var holdsOpeningQuote: Bool {
    var least = UInt16.max
    for index in indices {
      let unit = self[index]
      least = Swift.min(least, unit ^ 0x22, unit ^ 0xAB, unit ^ 0x201C, unit ^ 0x201E)
    }
    return least == 0
  }
}

extension CharacterClass {
  var isUpper: Bool { self == .upper }
}
