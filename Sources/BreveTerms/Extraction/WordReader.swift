// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Cuts French sentences into the words that candidates are made of.
///
/// A compound with hyphens is one word, an elided word with its apostrophe another; what belongs to a code (`NivStock_CT`)
/// is one word with it.
struct WordReader: Sendable {
  /// A word, or a mark that no candidate crosses.
  struct Item: Sendable {
    let range: Range<Int>
    let isMark: Bool
  }

  private let tokenizer = TermTokenizer(elides: true)
  private var tokens: [TermToken] = []

  /// The words and marks of `range`, in order.
  mutating func items(_ units: [UInt16], in range: Range<Int>) -> [Item] {
    tokens.removeAll(keepingCapacity: true)
    tokenizer.append(units.span, range, to: &tokens)
    var items: [Item] = []
    items.reserveCapacity(tokens.count)
    var joinsNext = false
    for token in tokens {
      let isUnderscore = token.kind == .mark && units[token.start] == 0x5F
      if let last = items.last, !last.isMark,
        token.gap == .hyphen || joinsNext || isUnderscore && token.gap == .none
      {
        items[items.count - 1] = Item(range: last.range.lowerBound..<token.end, isMark: false)
      } else {
        items.append(Item(range: token.start..<token.end, isMark: token.kind == .mark))
      }
      joinsNext = isUnderscore && token.gap == .none
    }
    return items
  }

  /// The word at `range`: apostrophes and hyphens made equal, invisible characters left out.
  static func form(_ units: [UInt16], _ range: Range<Int>) -> [UInt16] {
    var form: [UInt16] = []
    form.reserveCapacity(range.count)
    for unit in units[range] {
      switch unit {
      case _ where TermTokenizer.isInvisible(unit): continue
      case _ where TermTokenizer.isApostrophe(unit): form.append(0x27)
      case 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: form.append(0x2D)
      default: form.append(unit)
      }
    }
    return form
  }
}
