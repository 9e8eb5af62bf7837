// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// What is left of a text for a search that overlooks case, accents, ligatures, apostrophes and hyphens.
package struct SearchKey: Hashable, Sendable {
  /// UTF-16 units: letters and digits in lower case without accents, and single spaces between words.
  package let units: [UInt16]

  package init(_ text: String) {
    var units = Array(text.utf16)
    if units.contains(where: { $0 >= 0x80 }) {
      if let plain = try? Normalization.decomposed(units.span) { units = plain }
      if let folded = try? CaseFolding.folded(units.span) { units = folded }
    }
    var key: [UInt16] = []
    key.reserveCapacity(units.count)
    var isSpacePending = false
    for unit in units {
      guard let kept = Self.kept(unit) else { continue }
      if kept == [0x20] {
        isSpacePending = !key.isEmpty
        continue
      }
      if isSpacePending { key.append(0x20) }
      isSpacePending = false
      key.append(contentsOf: kept)
    }
    self.units = key
  }

  /// Whether the words of `other` stand in it one after the other.
  package func holds(_ other: SearchKey) -> Bool {
    guard !other.units.isEmpty, other.units.count <= units.count else { return false }
    for start in 0...(units.count - other.units.count) {
      let end = start + other.units.count
      if start == 0 || units[start - 1] == 0x20, end == units.count || units[end] == 0x20,
        units[start..<end].elementsEqual(other.units)
      {
        return true
      }
    }
    return false
  }

  /// What becomes of a unit: nil for accents, a space for what divides words.
  private static func kept(_ unit: UInt16) -> [UInt16]? {
    switch unit {
    case 0x30...0x39, 0x61...0x7A: return [unit]
    case 0x41...0x5A: return [unit | 0x20]
    case 0x2E: return nil  // C.E.D.E.A.O.
    case 0..<0x80: return [0x20]
    case 0x153: return [0x6F, 0x65]
    case 0xE6: return [0x61, 0x65]
    case 0xF8: return [0x6F]
    case 0x142: return [0x6C]
    case 0x111: return [0x64]
    default: break
    }
    if unit & 0xF800 == 0xD800 { return [unit] }
    switch ScalarCategory.of(UInt32(unit)) {
    case 6, 7, 8, 16: return nil  // marks, format characters
    case 1...5, 9, 10, 11: return [unit]
    default: return [0x20]
    }
  }
}

/// Ids of concepts.
package enum TermSlug {
  /// The id that `target` suggests: its letters and figures in ASCII, with hyphens between words.
  ///
  /// - Parameters:
  ///   - target: An English term.
  ///   - isTaken: Whether an id stands for another concept; then `-2`, `-3` and so on is added.
  /// - Returns: An id that is not taken; `term` where no letter of `target` is a Latin one.
  package static func id(for target: String, isTaken: (String) -> Bool) -> String {
    let ascii = SearchKey(target).units.filter { $0 < 0x80 }.map { $0 == 0x20 ? 0x2D : $0 }
    let words = String(decoding: ascii, as: UTF16.self).split(separator: "-").joined(separator: "-")
    let slug = words.isEmpty ? "term" : words
    if !isTaken(slug) { return slug }
    var number = 2
    while isTaken("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }
}
