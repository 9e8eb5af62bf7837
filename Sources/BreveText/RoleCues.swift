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
  /// Whether a credit sentence may begin with two units, by their place: most sentences are settled by it.
  private let creditStartPairs: [Bool]

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
    var pairs = [Bool](repeating: false, count: Self.places)
    for cue in creditSentences where cue.count > 1 { pairs[Self.place(cue[0], cue[1])] = true }
    creditStartPairs = pairs
  }

  /// A sentence that points to something else: `Lire aussi : …`.
  enum Pointer: Equatable {
    case none
    /// All of it.
    case whole
    /// Up to a place after a colon; what follows is a sentence of the text.
    case upTo(Int)
  }

  func pointer(_ units: [UInt16], _ range: Range<Int>) -> Pointer {
    guard range.count > 1 else { return .none }
    let start = Self.place(
      Self.folded(units[range.lowerBound]), Self.folded(units[range.lowerBound + 1]))
    guard creditStartPairs[start] else { return .none }
    for cue in creditSentences where range.count >= cue.count {
      let end = range.lowerBound + cue.count
      guard cue.indices.allSatisfy({ Self.folded(units[range.lowerBound + $0]) == cue[$0] }),
        end == range.upperBound || !Self.isLetter(units[end])
      else { continue }
      if cue.last == 0x3A { return rest(of: units, end..<range.upperBound) }
      // `sur BBC Afrique` may stand between the cue and its colon.
      if let colon = units[end..<min(range.upperBound, end + 40)].firstIndex(of: 0x3A) {
        return rest(of: units, colon + 1..<range.upperBound)
      }
      var next = end
      while next < range.upperBound, CharacterClass.isBlank(units[next]) { next += 1 }
      let isTitle = next == range.upperBound || CharacterClass.table[Int(units[next])] == .upper
      return isTitle ? .whole : .none
    }
    return .none
  }

  /// What stands after the colon is a title, or a sentence of the text that was run into the cue.
  private func rest(of units: [UInt16], _ range: Range<Int>) -> Pointer {
    let words = units[range].split(whereSeparator: CharacterClass.isBlank).count
    return words >= Self.sentenceWords && Lines.endsSentence(range, in: units)
      ? .upTo(range.lowerBound) : .whole
  }

  private static let sentenceWords = 8

  private static let places = 1024

  private static func place(_ first: UInt16, _ second: UInt16) -> Int {
    (Int(first) * 31 + Int(second)) % places
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
