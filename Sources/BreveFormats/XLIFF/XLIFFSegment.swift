// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A segment of an XLIFF file that may be translated, with its places in the file.
struct XLIFFSegment {
  /// The `<file>`.
  let file: MarkupElement
  /// The `<unit>` or `<trans-unit>`.
  let unit: MarkupElement
  /// The `<segment>`; in 1.2 the `<trans-unit>` again.
  let segment: MarkupElement
  let source: MarkupElement
  let target: MarkupElement?
  /// What of the source and the target is meant: they themselves, or one `<mrk mtype="seg">` of 1.2.
  let sourceText: MarkupElement
  let targetText: MarkupElement?
  /// Where it stands in its unit, from 0, and how many there are.
  let number: Int
  let count: Int
  /// Whether it may be translated.
  var isTranslatable: Bool { segment.inherited("translate") != "no" }

  /// The segments of a document in order.
  static func all(_ root: MarkupElement, _ version: XLIFFVersion) -> [XLIFFSegment] {
    var found: [XLIFFSegment] = []
    for file in root.children where file.name == "file" && file.namespace == root.namespace {
      file.forEach { element in
        guard element.namespace == root.namespace else { return }
        if version == .v2, element.name == "unit" { found += segments2(element, file) }
        if version == .v12, element.name == "trans-unit" { found += segments12(element, file) }
      }
    }
    return found
  }

  private static func segments2(_ unit: MarkupElement, _ file: MarkupElement) -> [XLIFFSegment] {
    let segments = unit.children.filter {
      $0.isCore("segment") && $0.child("source") != nil
    }
    return segments.enumerated().compactMap { number, segment in
      guard let source = segment.child("source") else { return nil }
      let target = segment.child("target")
      return XLIFFSegment(
        file: file, unit: unit, segment: segment, source: source, target: target,
        sourceText: source, targetText: target, number: number, count: segments.count)
    }
  }

  private static func segments12(_ unit: MarkupElement, _ file: MarkupElement) -> [XLIFFSegment] {
    guard let source = unit.child("source") else { return [] }
    let target = unit.child("target")
    let marks = Self.marks(in: unit.child("seg-source"))
    let others = Self.marks(in: target)
    let whole = XLIFFSegment(
      file: file, unit: unit, segment: unit, source: source, target: target, sourceText: source,
      targetText: target, number: 0, count: 1)
    if marks.isEmpty || target.map({ !$0.isBlank }) ?? false && others.isEmpty { return [whole] }
    return marks.enumerated().map { number, mark in
      let id = mark.attribute("mid")
      return XLIFFSegment(
        file: file, unit: unit, segment: unit, source: source, target: target, sourceText: mark,
        targetText: others.first { $0.attribute("mid") == id }, number: number, count: marks.count)
    }
  }

  /// The segments that `<seg-source>` and `<target>` of XLIFF 1.2 are cut into.
  private static func marks(in element: MarkupElement?) -> [MarkupElement] {
    var found: [MarkupElement] = []
    element?.forEach {
      if $0.name == "mrk", $0.attribute("mtype") == "seg" { found.append($0) }
    }
    return found
  }
}
