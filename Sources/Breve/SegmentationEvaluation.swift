// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
public import BreveText

/// Compares sentence boundaries with a gold standard.
///
/// A boundary is a place strictly inside a document, counted in characters that are no white space, where a segment ends
/// or begins; a span counts when both its ends are right.
///
/// - Source: the "Sentences" of the CoNLL 2018 shared task's scorer, for spans.
public struct SegmentationEvaluation: Sendable {
  public struct Counts: Hashable, Sendable {
    public var right = 0
    public var falsePositives = 0
    public var missed = 0

    public init() {}

    public var precision: Double { ratio(right, right + falsePositives) }
    public var recall: Double { ratio(right, right + missed) }
    public var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double {
      whole == 0 ? 1 : Double(part) / Double(whole)
    }

    static func + (one: Counts, other: Counts) -> Counts {
      var sum = one
      sum.right += other.right
      sum.falsePositives += other.falsePositives
      sum.missed += other.missed
      return sum
    }
  }

  /// A place where the segmenter and the gold standard differ.
  public struct Difference: Hashable, Sendable {
    /// Whether the segmenter found a boundary that is none.
    public let isFalsePositive: Bool
    public let before: String
    public let after: String
  }

  /// `fr/GSD.dev`.
  public let name: String
  public let language: Language
  public private(set) var boundaries = Counts()
  public private(set) var spans = Counts()
  public private(set) var differences: [Difference] = []

  /// Scores Breve on a gold standard, read as running text.
  ///
  /// - Throws: ``SegmentationError`` if ICU has no rules for the language.
  /// With `tailors` false it is bare ICU that is scored.
  public init(gold: GoldSegmentation, tailors: Bool = true) throws(SegmentationError) {
    language = Language(gold.language)
    name = gold.name
    var options = ReadingOptions()
    options.structure = .plain
    options.tailors = tailors
    var reader = DocumentReader(options: options)
    for document in gold.documents {
      try score(document, by: &reader)
    }
  }

  private mutating func score(
    _ document: GoldSegmentation.Document, by reader: inout DocumentReader
  ) throws(SegmentationError) {
    let scalars = document.text
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    let found = try reader.document(SourceText(String(string)), language: language)
    let positions = Positions(scalars)
    let gold = document.sentences.compactMap { positions.span(scalars: $0) }
    let own = found.segments.compactMap { positions.span(utf16: $0.range.utf16) }
    spans = spans + Self.counts(Set(gold), Set(own))
    let goldPlaces = positions.boundaries(gold)
    let ownPlaces = positions.boundaries(own)
    boundaries = boundaries + Self.counts(goldPlaces, ownPlaces)
    for place in goldPlaces.symmetricDifference(ownPlaces).sorted() {
      let index = positions.scalar(at: place)
      func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: part)
        return String(view)
      }
      differences.append(
        Difference(
          isFalsePositive: ownPlaces.contains(place),
          before: string(scalars[max(0, index - 40)..<index]),
          after: string(scalars[index..<min(scalars.count, index + 40)])))
    }
  }

  private static func counts<Element>(_ gold: Set<Element>, _ own: Set<Element>) -> Counts {
    var counts = Counts()
    counts.right = gold.intersection(own).count
    counts.falsePositives = own.count - counts.right
    counts.missed = gold.count - counts.right
    return counts
  }
}

/// Counts of characters that are no white space, by scalar and by UTF-16 offset.
private struct Positions {
  private var byScalar: [Int] = [0]
  private var byUnit: [Int] = [0]

  init(_ scalars: [Unicode.Scalar]) {
    var count = 0
    for scalar in scalars {
      let isInvisible = [0x200B, 0xFEFF, 0x200E, 0x200F].contains(scalar.value)
      let isSeparator = (0x1C...0x1F).contains(scalar.value)
      if !scalar.properties.isWhitespace, !isInvisible, !isSeparator { count += 1 }
      byScalar.append(count)
      byUnit.append(contentsOf: repeatElement(count, count: UTF16.width(scalar)))
    }
  }

  func span(scalars: Range<Int>) -> Range<Int>? {
    nonEmpty(byScalar[scalars.lowerBound], byScalar[scalars.upperBound])
  }

  func span(utf16: Range<Int>) -> Range<Int>? {
    nonEmpty(byUnit[utf16.lowerBound], byUnit[utf16.upperBound])
  }

  func boundaries(_ spans: [Range<Int>]) -> Set<Int> {
    let last = byScalar[byScalar.count - 1]
    return Set(spans.flatMap { [$0.lowerBound, $0.upperBound] }.filter { $0 > 0 && $0 < last })
  }

  /// The first scalar after `place` characters.
  func scalar(at place: Int) -> Int { byScalar.firstIndex(of: place) ?? 0 }

  private func nonEmpty(_ start: Int, _ end: Int) -> Range<Int>? { start < end ? start..<end : nil }
}
