// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A stretch of text, usually one sentence.
public struct Segment: Hashable, Sendable {
  /// The text as it is shown: repaired, in NFC, on one line.
  public let text: String
  /// Where it stands in the source.
  public let range: SourceRange
  /// The text at ``range``, where ``text`` differs from it.
  public let original: String?
  public let role: BlockRole
  /// The number of its block, from 0.
  public let block: Int
  /// Its language, where it is another than the document's.
  public let language: Language?

  package let normalizedRange: Range<Int>
}

/// A text with its blocks and segments.
///
/// What lies between two segments is white space: the segments tile the text but for that.
public struct Document: Sendable {
  public let source: SourceText
  public let language: Language
  /// How sure the detector was, 0 to 1; nil where the language was given.
  public let languageConfidence: Double?
  /// What the line breaks were taken for.
  public let lines: LineMeaning
  /// In the order of the text.
  public let segments: [Segment]
  /// The changes between the source and what is shown, in the order of the text.
  public let repairs: [Repair]
  package let text: NormalizedText
  package let blocks: [Block]
  package let lexicon: Lexicon
}

extension Segment {
  /// How many words it has: stretches without white space that hold a letter or a digit.
  public var wordCount: Int { Self.wordCount(of: text) }

  /// How many words `text` has: stretches without white space that hold a letter or a digit.
  public static func wordCount(of text: String) -> Int {
    let table = CharacterClass.table
    let classes = table.span
    var count = 0
    var isCounted = false
    for scalar in text.unicodeScalars {
      let kind =
        scalar.value < 0x10000 ? classes[Int(scalar.value)] : CharacterClass.of(scalar)
      if kind == .space || kind == .lineBreak {
        isCounted = false
      } else if !isCounted, kind.isLetter || kind == .digit || kind == .number {
        isCounted = true
        count += 1
      }
    }
    return count
  }
}
