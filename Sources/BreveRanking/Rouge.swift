// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// The tokens of a text as ROUGE counts them.
///
/// They are runs of letters and digits in lower case, combining marks kept where the script needs them; each ideograph and
/// kana by itself. No stemming, no stop words.
package struct RougeTokens: Sendable {
  /// Keys of the words, in order.
  package let keys: [UInt64]

  package init(_ text: String) {
    let units = Array(text.utf16)
    let normalized = (try? Normalization.normalized(units.span)) ?? units
    keys = Self.keys(of: normalized)
  }

  private static func keys(of units: [UInt16]) -> [UInt64] {
    let classes = CharacterClass.table
    var keys: [UInt64] = []
    var key = WordKey()
    var isOpen = false
    func end() {
      if isOpen { keys.append(key.value) }
      key = WordKey()
      isOpen = false
    }
    for unit in units {
      let kind = classes[Int(unit)]
      if isIdeographic(unit) {
        end()
        key.append(unit)
        isOpen = true
        end()
      } else if kind.isLetter || kind == .digit || kind == .number || kind == .surrogate
        || isOpen && isJoined(unit)
      {
        key.append(WordKey.folds[Int(unit)])
        isOpen = true
      } else {
        end()
      }
    }
    end()
    return keys
  }

  private static func isIdeographic(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    default: false
    }
  }

  /// Marks and joiners that are part of a word.
  private static func isJoined(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x900...0xDFF, 0x300...0x36F, 0xE00...0xE7F, 0x64B...0x65F, 0x1000...0x109F, 0x200C,
      0x200D:
      true
    default: false
    }
  }
}

/// Likeness of a summary to references, by shared words, word pairs and the longest common subsequence.
///
/// - Source: Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries".
package struct Rouge: Sendable {
  package struct Scores: Hashable, Sendable {
    package var r1F = 0.0
    package var r2F = 0.0
    package var rLF = 0.0
    package var r1R = 0.0
    package var r2R = 0.0
    package var rLR = 0.0
  }

  private struct Reference {
    let keys: [UInt64]
    let words: [UInt64: Int]
    let pairs: [UInt64: Int]
  }

  private let references: [Reference]

  package init(references: [[UInt64]]) {
    self.references = references.map {
      Reference(keys: $0, words: Self.counts($0), pairs: Self.counts(Self.pairs($0)))
    }
  }

  /// The mean over the references of the first `limit` tokens of a summary.
  ///
  /// - Complexity: O(*tokens* × *reference tokens* / 64) for the subsequence, linear for the rest.
  package func scores(of summary: [UInt64], limit: Int, withSubsequence: Bool = true) -> Scores {
    let keys = Array(summary.prefix(limit))
    let words = Self.counts(keys)
    let pairs = Self.counts(Self.pairs(keys))
    var scores = Scores()
    for reference in references {
      let r1 = Self.ratios(
        Self.shared(words, reference.words), keys.count, reference.keys.count)
      let r2 = Self.ratios(
        Self.shared(pairs, reference.pairs), max(0, keys.count - 1),
        max(0, reference.keys.count - 1))
      scores.r1F += r1.f
      scores.r1R += r1.recall
      scores.r2F += r2.f
      scores.r2R += r2.recall
      guard withSubsequence else { continue }
      let rL = Self.ratios(
        Self.longestCommonSubsequence(reference.keys, keys), keys.count, reference.keys.count)
      scores.rLF += rL.f
      scores.rLR += rL.recall
    }
    let count = Double(max(1, references.count))
    return Scores(
      r1F: scores.r1F / count, r2F: scores.r2F / count, rLF: scores.rLF / count,
      r1R: scores.r1R / count, r2R: scores.r2R / count, rLR: scores.rLR / count)
  }

  private static func ratios(
    _ shared: Int, _ summary: Int, _ reference: Int
  ) -> (f: Double, recall: Double) {
    let precision = summary > 0 ? Double(shared) / Double(summary) : 0
    let recall = reference > 0 ? Double(shared) / Double(reference) : 0
    return (precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0, recall)
  }

  private static func counts(_ keys: [UInt64]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    return counts
  }

  package static func pairs(_ keys: [UInt64]) -> [UInt64] {
    zip(keys, keys.dropFirst()).map { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ ($1 &+ 0x7F4A_7C15) }
  }

  private static func shared(_ one: [UInt64: Int], _ other: [UInt64: Int]) -> Int {
    one.reduce(0) { sum, entry in sum + min(entry.value, other[entry.key] ?? 0) }
  }

  /// By Hyyrö's bit-parallel recurrence.
  private static func longestCommonSubsequence(_ one: [UInt64], _ other: [UInt64]) -> Int {
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    let blocks = (one.count + 63) / 64
    var positions: [UInt64: [UInt64]] = [:]
    for (index, key) in one.enumerated() {
      positions[key, default: [UInt64](repeating: 0, count: blocks)][index / 64] |=
        1 << UInt64(index % 64)
    }
    var row = [UInt64](repeating: .max, count: blocks)
    for key in other {
      guard let matches = positions[key] else { continue }
      var carry: UInt64 = 0
      for block in 0..<blocks {
        let value = row[block]
        let hit = value & matches[block]
        let (sum, first) = value.addingReportingOverflow(hit)
        let (total, second) = sum.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        row[block] = total | (value & ~matches[block])
      }
    }
    var length = 0
    for index in one.indices where row[index / 64] >> UInt64(index % 64) & 1 == 0 { length += 1 }
    return length
  }
}
