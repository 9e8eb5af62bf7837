// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// Splits running text into sentences: ICU proposes (UAX #29), the language's tailoring disposes.
///
/// A value holds an ICU iterator; open one a language and worker, and reuse it.
///
/// - Source: Unicode Standard Annex #29, §5; the classes of abbreviations follow the SRX rules of the field.
public struct SentenceSegmenter: ~Copyable {
  public let language: Language
  private let tailoring: SentenceTailoring
  private let breaks: TextBreaks
  private var proposals: [Int32] = []

  /// Opens ICU's iterator.
  ///
  /// - Parameters:
  ///   - language: The language of the texts.
  ///   - tailoring: The changes to ICU's boundaries; nil takes those linked in for the language.
  /// - Throws: ``SegmentationError`` if ICU has no rules at all.
  public init(
    language: Language, tailoring: SentenceTailoring? = nil
  ) throws(SegmentationError) {
    self.language = language
    self.tailoring = tailoring ?? SentenceTailoring(for: language)
    do {
      breaks = try TextBreaks(.sentence, locale: language.tag)
    } catch {
      throw SegmentationError(language: language, cause: error)
    }
  }

  /// Appends the ends of the sentences of `range` to `ends`: offsets of UTF-16 units, ascending, the last one
  /// `range.upperBound`.
  ///
  /// White space belongs to the sentence before it.
  ///
  /// - Complexity: O(*n*).
  package mutating func sentenceEnds(
    in units: [UInt16], range: Range<Int>, into ends: inout [Int]
  ) throws(SegmentationError) {
    guard !range.isEmpty else { return }
    do {
      try breaks.boundaries(in: units.span.extracting(range), into: &proposals)
    } catch {
      throw SegmentationError(language: language, cause: error)
    }
    var decision = SentenceDecision(
      tailoring: tailoring, units: units, range: range, proposals: proposals)
    decision.run(into: &ends)
    ends.append(range.upperBound)
  }

  /// The sentences of one paragraph of `text`, white space at their ends left out.
  public mutating func sentences(in text: String) throws(SegmentationError) -> [String] {
    let units = Array(text.utf16)
    var ends: [Int] = []
    try sentenceEnds(in: units, range: 0..<units.count, into: &ends)
    var start = 0
    var sentences: [String] = []
    for end in ends {
      let range = units.span.trimmed(start..<end)
      if !range.isEmpty { sentences.append(String(utf16: units.span.extracting(range))) }
      start = end
    }
    return sentences
  }
}

/// Sentences cannot be found in a language.
public struct SegmentationError: Error, Sendable, CustomStringConvertible {
  public let language: Language
  let cause: ICUError

  public var description: String {
    """
    cannot split text in '\(language.tag)' into sentences: ICU has no rules for it (\(cause)); \
    check that ICU's data is installed
    """
  }
}
