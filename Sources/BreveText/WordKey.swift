// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// The number that a word is looked up by: a hash of 64 bits over its UTF-16 units.
///
/// Tables of words are asked at every full stop and every word; a string for each would cost more than all the rest. Two
/// words of a language with one number are not to be expected: at a million words the chance is 1 in 40 million.
///
/// - Source: Fowler, Noll and Vo, FNV-1a.
package struct WordKey: Hashable, Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// The key of a word as it is written, straight apostrophes for curly ones.
  package init(_ word: some StringProtocol) {
    for unit in word.utf16 { append(unit == 0x2019 ? 0x27 : unit) }
  }

  /// The key of a word whatever its case.
  package init(folding word: some StringProtocol) {
    for unit in word.utf16 { append(Self.folds[Int(unit == 0x2019 ? 0x27 : unit)]) }
  }

  package mutating func append(_ unit: UInt16) {
    value = (value ^ UInt64(unit)) &* 0x100_0000_01B3
  }

  /// The simple case folding of each UTF-16 unit.
  package static let folds = CaseFolding.simpleTable()
}
