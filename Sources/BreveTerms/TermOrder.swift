// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// The place of a pair among the lines of a glossary.
///
/// Lines are in the order of the code points of the lower-cased NFC source term, then of the source term as it is
/// written, the id, the rank of the status and the target term. A collation would change with the version of ICU.
public struct TermOrder: Comparable, Hashable, Sendable {
  private let folded: [UInt8]
  private let source: [UInt8]
  private let id: [UInt8]
  private let rank: Int
  private let target: [UInt8]

  /// The place of `pair`.
  public init(_ pair: TermPair) {
    self.init(source: pair.source, id: pair.id, status: pair.status, target: pair.target)
  }

  /// The place of a pair that has these fields.
  package init(source: String, id: String, status: TermStatus, target: String) {
    folded = Self.folded(Array(source.utf8))
    self.source = Array(source.utf8)
    self.id = Array(id.utf8)
    rank = status.rank
    self.target = Array(target.utf8)
  }

  public static func < (one: TermOrder, other: TermOrder) -> Bool {
    // The order of UTF-8 bytes is that of code points.
    if one.folded != other.folded { return one.folded.lexicographicallyPrecedes(other.folded) }
    if one.source != other.source { return one.source.lexicographicallyPrecedes(other.source) }
    if one.id != other.id { return one.id.lexicographicallyPrecedes(other.id) }
    if one.rank != other.rank { return one.rank < other.rank }
    return one.target.lexicographicallyPrecedes(other.target)
  }

  /// The UTF-8 of a term in lower case and NFC.
  package static func folded(_ term: [UInt8]) -> [UInt8] {
    var folded = term
    var index = 0
    while index < folded.count {
      let byte = folded[index]
      if byte < 0x80 {
        if (0x41...0x5A).contains(byte) { folded[index] = byte | 0x20 }
        index += 1
      } else if byte == 0xC3, index + 1 < folded.count {
        // À to Þ; 97 is ×.
        let next = folded[index + 1]
        if (0x80...0x9E).contains(next), next != 0x97 { folded[index + 1] = next + 0x20 }
        index += 2
      } else {
        return foldedByTables(term)
      }
    }
    return folded
  }

  /// Whether a term, in lower case and NFC, comes before `folded` (below 0), is it (0) or comes after it (above 0).
  ///
  /// No memory is taken for a term of Latin letters.
  package static func compare(_ term: Span<UInt8>, to folded: Span<UInt8>) -> Int {
    var index = 0
    while index < term.count {
      var byte = term[index]
      if byte >= 0x80 {
        // The second byte of a letter stands after its first.
        let isSecond = index > 0 && term[index - 1] == 0xC3
        if isSecond {
          if (0x80...0x9E).contains(byte), byte != 0x97 { byte += 0x20 }
        } else if byte != 0xC3 || index + 1 == term.count {
          return compareByTables(term, to: folded)
        }
      } else if (0x41...0x5A).contains(byte) {
        byte |= 0x20
      }
      if index >= folded.count || byte != folded[index] {
        // Further on there may be what changes the letters before it.
        if hasOtherLetters(term, from: index) { return compareByTables(term, to: folded) }
        return index >= folded.count || byte > folded[index] ? 1 : -1
      }
      index += 1
    }
    return term.count < folded.count ? -1 : 0
  }

  /// Whether a byte stands in the text that is of no ASCII letter and of none from U+00C0 to U+00FF.
  private static func hasOtherLetters(_ term: Span<UInt8>, from start: Int) -> Bool {
    for index in start..<term.count where term[index] >= 0x80 {
      if term[index] != 0xC3, index == 0 || term[index - 1] != 0xC3 { return true }
    }
    return false
  }

  private static func compareByTables(_ term: Span<UInt8>, to folded: Span<UInt8>) -> Int {
    var copy: [UInt8] = []
    for index in term.indices { copy.append(term[index]) }
    let own = self.folded(copy)
    for index in 0..<min(own.count, folded.count) where own[index] != folded[index] {
      return own[index] < folded[index] ? -1 : 1
    }
    return own.count - folded.count
  }

  private static func foldedByTables(_ term: [UInt8]) -> [UInt8] {
    let text = String(decoding: term, as: UTF8.self)
    return Array(NormalForm.composed(NormalForm.composed(text).lowercased()).utf8)
  }
}

/// Text in NFC.
package enum NormalForm {
  /// `text` in NFC (UAX #15).
  package static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let units = Array(text.utf16)
    guard let normal = try? Normalization.normalized(units.span), normal != units else {
      return text
    }
    return String(utf16: normal.span)
  }
}
