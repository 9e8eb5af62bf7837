// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
package import BreveText

/// How often the words of a language stand in general text.
///
/// The list linked in is parsed when it is first asked for, in some ten milliseconds; see
/// `Sources/BreveTerms/Frequencies` for where it comes from.
package struct WordFrequencies: Sendable {
  /// Counts are given for so many words.
  package static let total = 100_000_000.0

  /// The list of general French linked in.
  package static let french = WordFrequencies(
    LinkedData.bytes(of: "Frequencies/fr.frequencies.txt") ?? [])

  private var counts: WordTable<UInt32>

  /// Reads lines of a word, TAB and its count in ``total`` words; lines that begin with `#` are notes.
  package init(_ bytes: [UInt8]) {
    counts = WordTable(capacity: 65_536)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start] != 0x23, let tab = bytes[start..<end].firstIndex(of: 0x09) {
        var count: UInt32 = 0
        for byte in bytes[(tab + 1)..<end] where byte & 0xF0 == 0x30 {
          count = count &* 10 &+ UInt32(byte & 0x0F)
        }
        counts[WordKey(String(decoding: bytes[start..<tab], as: UTF8.self))] = count
      }
      start = end + 1
    }
  }

  /// How many words it has.
  package var count: Int { counts.count }

  /// The share of a word in general text.
  ///
  /// - Parameter key: Of the word in lower case, ligatures written out.
  /// - Returns: 0 to 1; 0 for a word that is not in the list.
  package func share(of key: WordKey) -> Double { Double(counts[key] ?? 0) / Self.total }
}
