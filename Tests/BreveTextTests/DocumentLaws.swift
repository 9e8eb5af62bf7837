// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText

/// One segment as the law sees it.
struct Cut {
  var text: String
  var original: String?
  var utf8: Range<Int>
  var utf16: Range<Int>
}

/// What has to hold of the segments of any text, whatever it says.
enum DocumentLaws {
  /// The faults of `document`, which was read from `text`; none if all laws hold.
  static func faults(of document: Document, from text: String) -> [String] {
    let cuts = document.segments.map {
      Cut(text: $0.text, original: $0.original, utf8: $0.range.utf8, utf16: $0.range.utf16)
    }
    // What a repair took out, or made white, may lie between two segments.
    let removed = document.repairs.filter { $0.after.unicodeScalars.allSatisfy(isWhite) }
    return faults(of: cuts, removed: removed.map(\.range.utf16), from: text)
      + blockFaults(of: document) + repairFaults(of: document, from: text)
  }

  /// The segments tile the text but for white space, and their ranges lead back to it.
  static func faults(of cuts: [Cut], removed: [Range<Int>] = [], from text: String) -> [String] {
    var faults: [String] = []
    let bytes = Array(text.utf8)
    let units = Array(text.utf16)
    var end = 0
    for (number, cut) in cuts.enumerated() {
      guard cut.utf16.lowerBound >= end, cut.utf16.upperBound <= units.count,
        cut.utf8.upperBound <= bytes.count, !cut.utf16.isEmpty
      else {
        faults.append("segment \(number) is empty, overlaps or leaves the text")
        continue
      }
      if !isWhite(units[end..<cut.utf16.lowerBound], at: end, removed) {
        faults.append("text is lost before segment \(number)")
      }
      end = cut.utf16.upperBound
      let wanted = cut.original ?? cut.text
      if !bytes[cut.utf8].elementsEqual(wanted.utf8) { faults.append("utf8 of segment \(number)") }
      if !units[cut.utf16].elementsEqual(wanted.utf16) {
        faults.append("utf16 of segment \(number)")
      }
      if let original = cut.original, original.utf8.elementsEqual(cut.text.utf8) {
        faults.append("original of segment \(number) repeats its text")
      }
      let scalars = cut.text.unicodeScalars
      if scalars.first.map(isWhite) ?? true || scalars.last.map(isWhite) ?? true {
        faults.append("segment \(number) is empty or has white space at an end")
      }
    }
    if !isWhite(units[end...], at: end, removed) { faults.append("text is lost at the end") }
    return faults
  }

  /// Blocks ascend by one, and a block has one role, but for credits inside of a paragraph.
  private static func blockFaults(of document: Document) -> [String] {
    var faults: [String] = []
    for (segment, next) in zip(document.segments, document.segments.dropFirst()) {
      if next.block < segment.block { faults.append("blocks do not ascend") }
      if next.block == segment.block, next.role != segment.role,
        segment.role != .credit, next.role != .credit
      {
        faults.append("a block of two roles")
      }
    }
    return faults
  }

  /// The repairs ascend, say what stands at their ranges and, applied, make the text that is worked on.
  private static func repairFaults(of document: Document, from text: String) -> [String] {
    var faults: [String] = []
    let bytes = Array(text.utf8)
    let units = Array(text.utf16)
    var applied: [UInt16] = []
    var copied = 0
    for repair in document.repairs {
      let range = repair.range.utf16
      guard range.lowerBound >= copied, range.upperBound <= units.count else {
        return ["\(repair) overlaps the one before it or leaves the text"]
      }
      if !units[range].elementsEqual(repair.before.utf16) { faults.append("before of \(repair)") }
      if !bytes[repair.range.utf8].elementsEqual(repair.before.utf8) {
        faults.append("utf8 of \(repair)")
      }
      if repair.before.utf8.elementsEqual(repair.after.utf8) {
        faults.append("nothing in \(repair)")
      }
      applied += units[copied..<range.lowerBound] + Array(repair.after.utf16)
      copied = range.upperBound
    }
    applied += units[copied...]
    let worked = document.text.units
    let isSame =
      applied.count == worked.count
      && zip(applied, worked).allSatisfy {
        $0 == $1 || ($1 == NormalizedText.joinedLine && lineBreaks.contains($0))
      }
    if !isSame { faults.append("the repairs, applied, are not the text") }
    return faults
  }

  private static let lineBreaks: Set<UInt16> = [0x0A, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]

  /// Unicode's White_Space, and the byte order mark.
  private static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF
  }

  private static func isWhite(
    _ units: ArraySlice<UInt16>, at start: Int, _ removed: [Range<Int>]
  ) -> Bool {
    units.indices.allSatisfy { index in
      Unicode.Scalar(units[index]).map(isWhite) ?? false || removed.contains { $0.contains(index) }
    }
  }
}
