// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData

/// The words by which a language's press marks by-lines, captions and credits, read from `Languages/<language>.roles.txt`.
struct RoleCues: Sendable {
  let bylineStarts: [[UInt16]]
  let captionStarts: [[UInt16]]
  let captionParts: [[UInt16]]
  let creditStarts: [[UInt16]]
  let creditLines: [[UInt16]]
  /// Beginnings that make any sentence a pointer to something else: `lire aussi`.
  let creditSentences: [[UInt16]]

  /// The cues of `language` and those that hold for all (`und.roles.txt`).
  init(for language: Language) {
    let lists = ["und", language.primary].compactMap { tag in
      LinkedData.bytes(of: "\(tag).roles.txt").map {
        SectionedList(String(decoding: $0, as: UTF8.self))
      }
    }
    func units(_ section: String) -> [[UInt16]] {
      lists.flatMap { $0.lines(in: section) }.map { RoleCues.folded(Array($0.utf16)[...]) }
    }
    bylineStarts = units("byline starts")
    captionStarts = units("caption starts")
    captionParts = units("caption contains")
    creditStarts = units("credit starts")
    creditLines = units("credit lines")
    creditSentences = units("credit sentences")
  }

  /// Whether a sentence points to something else and says nothing of the article.
  func isPointer(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    creditSentences.contains { cue in
      guard range.count >= cue.count else { return false }
      for index in cue.indices where Self.folded(units[range.lowerBound + index]) != cue[index] {
        return false
      }
      let end = range.lowerBound + cue.count
      return end == range.upperBound || !Self.isLetter(units[end])
    }
  }

  private static func isLetter(_ unit: UInt16) -> Bool { CharacterClass.table[Int(unit)].isLetter }

  /// Lower case (Latin), straight apostrophes, single plain spaces: what cues are compared in.
  static func folded(_ units: ArraySlice<UInt16>) -> [UInt16] {
    var out: [UInt16] = []
    out.reserveCapacity(units.count)
    for unit in units {
      let folded = folded(unit)
      if folded != 0x20 || out.last != 0x20 { out.append(folded) }
    }
    return out
  }

  private static func folded(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: unit + 32
    case 0x152: 0x153
    case 0x2019: 0x27
    default: CharacterClass.isBlank(unit) ? 0x20 : unit
    }
  }
}
