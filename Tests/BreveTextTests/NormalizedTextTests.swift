// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Normalized text")
struct NormalizedTextTests {
  @Test("Leads back to the source as a map of every unit does", arguments: 0..<200)
  func leadsBack(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let source = (0..<generator.number(in: 1..<24)).map { UInt16($0 + 0x61) }
    let edits = Self.edits(of: source, &generator)
    let text = NormalizedText(source, edits: edits)

    // For each unit of the new text, the stretch of the source it was made from.
    var units: [UInt16] = []
    var origins: [Range<Int>] = []
    var index = 0
    for edit in edits {
      while index < edit.range.lowerBound {
        units.append(source[index])
        origins.append(index..<index + 1)
        index += 1
      }
      units += edit.replacement
      origins += edit.replacement.map { _ in edit.range }
      index = edit.range.upperBound
    }
    while index < source.count {
      units.append(source[index])
      origins.append(index..<index + 1)
      index += 1
    }

    #expect(text.units == units, "seed \(seed)")
    for lower in units.indices {
      for upper in lower + 1...units.count {
        let expected = origins[lower].lowerBound..<origins[upper - 1].upperBound
        #expect(
          text.sourceRange(of: lower..<upper) == expected, "seed \(seed), \(lower)..<\(upper)")
      }
    }
  }

  /// Ascending edits that do not overlap: replacements, deletions and insertions, never two in one place.
  private static func edits(of source: [UInt16], _ generator: inout SeededGenerator) -> [TextEdit] {
    var edits: [TextEdit] = []
    var place = generator.number(in: 0..<3)
    while place <= source.count {
      let length = min(generator.number(in: 0..<3), source.count - place)
      let fresh = generator.number(in: length == 0 ? 1..<4 : 0..<4)
      edits.append(
        TextEdit(
          kind: .normalization, range: place..<place + length,
          replacement: (0..<fresh).map { UInt16($0 + 0x41) }))
      place += length + generator.number(in: (length == 0 ? 1 : 0)..<4)
    }
    return edits
  }

  @Test("UTF-8 offsets go with UTF-16 offsets, in any order", arguments: 0..<100)
  func utf8Offsets(seed: Int) {
    var random = RandomText(seed: UInt64(seed))
    let text = random.soup(40)
    let units = Array(text.utf16)
    var cursor = UTF8Cursor()
    for _ in 0..<20 {
      let place = random.generator.number(in: 0..<units.count + 1)
      let index = text.utf16.index(text.startIndex, offsetBy: place)
      guard index == text.unicodeScalars.index(rounding: index, in: text) else { continue }
      let expected = text.utf8.distance(from: text.startIndex, to: index)
      #expect(cursor.utf8Offset(of: place, in: units.span) == expected, "seed \(seed), \(place)")
    }
  }
}

extension String.UnicodeScalarView {
  /// `index`, or the start of the scalar it stands in.
  fileprivate func index(rounding index: String.Index, in text: String) -> String.Index {
    index.samePosition(in: self) ?? text.startIndex
  }
}
