// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What a block of an article is for.
public enum BlockRole: String, Sendable, CaseIterable {
  case paragraph, heading, byline, caption, credit, metadata, listItem, quote
}

/// A stretch of text that stands by itself: a paragraph, a heading, a list item.
package struct Block: Sendable {
  /// UTF-16 units of the normalized text, white space at the ends left out.
  package var range: Range<Int>
  package var role: BlockRole
  /// Where it is another than the document's.
  package var language: Language?

  package init(range: Range<Int>, role: BlockRole, language: Language? = nil) {
    self.range = range
    self.role = role
    self.language = language
  }
}

/// Finds the blocks of a text.
struct BlockReader {
  let units: [UInt16]
  let lines: Lines
  let meaning: LineMeaning

  /// The blocks in order, all as paragraphs or list items; a blank line always ends one.
  func blocks() -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in lines.ranges {
      guard !line.isEmpty else {
        isOpen = false
        continue
      }
      let marker = Self.marker(of: line, in: units)
      if meaning == .wrapped, isOpen, marker == nil {
        let last = blocks[blocks.count - 1]
        blocks[blocks.count - 1].range = last.range.lowerBound..<line.upperBound
      } else {
        blocks.append(Block(range: line, role: marker == .item ? .listItem : .paragraph))
      }
      isOpen = true
    }
    return blocks
  }

  enum Marker { case item, dialogue }

  /// Whether a line begins as a list item (`- `, `• `, `1) `, `a) `) or as a line of dialogue (`— `).
  static func marker(of line: Range<Int>, in units: [UInt16]) -> Marker? {
    let first = units[line.lowerBound]
    let second = line.count > 1 ? units[line.lowerBound + 1] : 0x20
    let isSpaced = CharacterClass.isBlank(second)
    switch first {
    case 0x2014 where isSpaced: return .dialogue
    case 0x2D, 0x2A, 0x2013: return isSpaced ? .item : nil
    case 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25A0, 0x25BA, 0x25E6, 0xB7: return .item
    default: break
    }
    // At most three digits or one letter, and a bracket (`1)`, `a)`); `1. ` is left to the text.
    var index = line.lowerBound
    while index < line.upperBound, index - line.lowerBound < 3,
      CharacterClass.table[Int(units[index])] == .digit
    {
      index += 1
    }
    if index == line.lowerBound, CharacterClass.table[Int(first)] == .lower { index += 1 }
    guard index > line.lowerBound, index + 1 < line.upperBound, units[index] == 0x29,
      CharacterClass.isBlank(units[index + 1])
    else { return nil }
    return .item
  }
}
