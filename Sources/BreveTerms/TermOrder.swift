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
