// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Finds the quotations that run over several sentences, so that none is cut.
package struct QuotationFinder: Sendable {
  /// A quotation that is still open after so many paragraphs was never closed.
  private static let longestQuotation = 6

  package init() {}

  /// For each segment the first and last segment that have to stay with it: those that a quotation joins.
  ///
  /// A quotation that is opened and not closed within six paragraphs, or before the next heading, joins nothing.
  package func groups(of document: Document) -> [Range<Int>] {
    let segments = document.segments
    let units = document.text.units.span
    var groups = segments.indices.map { $0..<$0 + 1 }
    var index = 0
    while index < segments.count {
      var mark = OpenQuotation()
      if units.extracting(segments[index].normalizedRange).holdsOpeningQuote {
        mark.read(units, segments[index].normalizedRange)
      }
      guard mark.isOpen, let end = end(of: &mark, after: index, in: document) else {
        index += 1
        continue
      }
      for member in index...end { groups[member] = index..<end + 1 }
      index = end + 1
    }
    return groups
  }

  /// The segment in which the quotation closes that is open after `start`.
  private func end(of mark: inout OpenQuotation, after start: Int, in document: Document) -> Int? {
    let segments = document.segments
    let units = document.text.units.span
    var index = start + 1
    while index < segments.count {
      let segment = segments[index]
      guard segment.role == .paragraph || segment.role == .listItem,
        segment.block - segments[start].block < Self.longestQuotation
      else { return nil }
      let isNewBlock = segment.block != segments[index - 1].block
      mark.read(units, segment.normalizedRange, startsBlock: isNewBlock)
      if !mark.isOpen { return index }
      index += 1
    }
    return nil
  }
}

/// Which quotation is open; the closing marks of one kind are looked for, marks of other kinds stand inside it.
private struct OpenQuotation {
  private var opening: UInt16 = 0
  private var depth = 0

  var isOpen: Bool { depth > 0 }

  mutating func read(
    _ text: Span<UInt16>, _ range: Range<Int>, startsBlock: Bool = false
  ) {
    let units = text.extracting(range)
    var index = 0
    if startsBlock, isOpen, !units.isEmpty, units[0] == opening || units[0] == 0xBB {
      index += 1  // the mark is repeated at the start of each paragraph
    }
    while index < units.count {
      let unit = units[index]
      if isOpen {
        readInside(unit, at: &index, in: units)
      } else if unit == 0xAB || unit == 0x201C || unit == 0x201E
        || unit == 0x22 && !Self.closes(at: index, in: units)
      {
        opening = unit
        depth = 1
      }
      index += 1
    }
  }

  private mutating func readInside(
    _ unit: UInt16, at index: inout Int, in units: Span<UInt16>
  ) {
    let next = index + 1 < units.count ? units[index + 1] : 0x20
    switch opening {
    case 0xAB:
      if unit == 0xBB {
        depth -= 1
      } else if unit == 0xAB {
        // « Wagner « au Mali: an opening mark that stands where a closing one should.
        let before = index > 0 ? units[index - 1] : 0x20
        let after = index + 2 < units.count ? units[index + 2] : 0x20
        let opens = CharacterClass.isBlank(next) && CharacterClass.table[Int(after)].isUpper
        if CharacterClass.isBlank(before), CharacterClass.isBlank(next), !opens {
          depth -= 1
        } else {
          depth += 1
        }
      }
    case 0x22:
      if unit == 0x22 || unit == 0x201D {
        // A mark that can only open: the first was never closed.
        if unit == 0x22, Self.opens(at: index, in: units) { break }
        depth -= 1
      } else if unit == 0x27, next == 0x27 {
        depth -= 1
        index += 1
      }
    default:
      if unit == 0x201D || unit == 0x22 || (opening == 0x201E && unit == 0x201C) { depth -= 1 }
    }
  }

  /// A straight mark after a word and before none: it can only close.
  private static func closes(at index: Int, in units: Span<UInt16>) -> Bool {
    isAttached(before: index, in: units) && !isAttached(after: index, in: units)
  }

  /// A straight mark after none and before a word: it can only open.
  private static func opens(at index: Int, in units: Span<UInt16>) -> Bool {
    !isAttached(before: index, in: units) && isAttached(after: index, in: units)
  }

  private static func isAttached(before index: Int, in units: Span<UInt16>) -> Bool {
    guard index > 0 else { return false }
    let kind = CharacterClass.table[Int(units[index - 1])]
    return !CharacterClass.isWhite(units[index - 1]) && kind != .open && units[index - 1] != 0x27
      && units[index - 1] != 0x2019
  }

  private static func isAttached(after index: Int, in units: Span<UInt16>) -> Bool {
    index + 1 < units.count && CharacterClass.table[Int(units[index + 1])].isWordPart
  }
}
