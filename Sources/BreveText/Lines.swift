// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What the line breaks of a text mean.
public enum LineMeaning: String, Sendable, CaseIterable {
  /// A single line break is a space: the lines were cut at a width.
  case wrapped
  /// A line break ends a paragraph.
  case paragraphs
}

/// The lines of a text, white space at their ends left out.
struct Lines {
  /// One range a line; empty for a blank line.
  private(set) var ranges: [Range<Int>] = []

  init(_ units: [UInt16]) {
    let classes = CharacterClass.table
    var start = 0
    var index = 0
    while index < units.count {
      guard classes[Int(units[index])] == .lineBreak else {
        index += 1
        continue
      }
      ranges.append(units.span.trimmed(start..<index))
      if units[index] == 0x0D, index + 1 < units.count, units[index + 1] == 0x0A { index += 1 }
      index += 1
      start = index
    }
    ranges.append(units.span.trimmed(start..<units.count))
  }

  /// What the line breaks mean, by the lines that another line follows at once: wrapped lines are of nearly equal length
  /// and end in the middle of a sentence.
  func meaning(in units: [UInt16]) -> LineMeaning {
    var lengths: [Int] = []
    var openEnds = 0
    var lowerStarts = 0
    for (line, next) in zip(ranges, ranges.dropFirst()) where !line.isEmpty && !next.isEmpty {
      lengths.append(line.count)
      if !Self.endsSentence(line, in: units) { openEnds += 1 }
      if CharacterClass.table[Int(units[next.lowerBound])] == .lower { lowerStarts += 1 }
    }
    guard !lengths.isEmpty else { return .paragraphs }
    lengths.sort()
    let median = lengths[lengths.count / 2]
    let longest = lengths[lengths.count * 95 / 100]
    // Mail and plain text are cut at 60 to 100 columns, columns of a PDF at 30.
    let isEven = (28...130).contains(median) && longest <= median * 3 / 2 + 10
    let isOpen = openEnds * 2 >= lengths.count
    let continues = lowerStarts * 4 >= lengths.count
    return isEven && isOpen && continues ? .wrapped : .paragraphs
  }

  static func endsSentence(_ line: Range<Int>, in units: [UInt16]) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound {
      let unit = units[end - 1]
      if CharacterClass.terminals[Int(unit)] || unit == 0x3A { return true }
      switch CharacterClass.table[Int(unit)] {
      case .close, .finalQuote, .space: end -= 1
      case .punctuation where unit == 0x22 || unit == 0x27: end -= 1
      default: return false
      }
    }
    return false
  }
}
