// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// How a text is read.
public struct ReadingOptions: Hashable, Sendable {
  public enum Structure: String, Sendable, CaseIterable {
    /// Headings, by-lines, captions and credits are looked for.
    case article
    /// Running text: everything is a paragraph.
    case plain
  }

  public var structure = Structure.article
  /// What line breaks mean; nil decides for each text.
  public var lines: LineMeaning?
  /// Whether what is shown is repaired; without, only NFC is applied to what is compared, and nothing to what is shown.
  public var repairs = true

  public init() {}
}

/// Turns texts into documents: language, repairs, blocks, segments.
///
/// A value keeps a segmenter for each language it met; use one a worker.
public struct DocumentReader: ~Copyable {
  public let options: ReadingOptions
  private let dictionaries: SpellingDictionaries
  private let detector = LanguageDetector()
  private var tools: [String: LanguageTools] = [:]
  private var ends: [Int] = []

  public init(options: ReadingOptions = ReadingOptions()) {
    self.init(options: options, dictionaries: SpellingDictionaries())
  }

  /// A reader that shares its dictionaries with others.
  public init(options: ReadingOptions = ReadingOptions(), dictionaries: SpellingDictionaries) {
    self.options = options
    self.dictionaries = dictionaries
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: The decoded text.
  ///   - language: The language of the text; nil detects it.
  /// - Returns: The text with its blocks and segments.
  /// - Throws: ``SegmentationError`` if ICU is not usable.
  /// - Complexity: O(*n*).
  public mutating func document(
    _ source: SourceText, language: Language? = nil
  ) throws(SegmentationError) -> Document {
    let language = language ?? detector.language(of: source.utf16)
    let tools = try tools(for: language)
    let edits =
      options.repairs ? TextRepairs.edits(for: source.utf16, gluedWords: tools.gluedWords) : []
    var text = NormalizedText(source.utf16, edits: edits)
    let lines = Lines(text.units)
    let meaning = options.lines ?? lines.meaning(in: text.units)
    var blocks = BlockReader(units: text.units, lines: lines, meaning: meaning).blocks()
    if meaning == .wrapped { joinLines(of: blocks, in: &text) }
    if options.structure == .article {
      blocks = RoleReader(units: text.units, cues: tools.cues).roles(of: blocks)
    }
    let segments = try tools.segments(of: blocks, in: text, source: source, ends: &ends)
    return Document(
      source: source, language: language, lines: meaning, segments: segments,
      repairs: repairs(edits, in: source), text: text, blocks: blocks, lexicon: tools.lexicon)
  }

  private mutating func tools(for language: Language) throws(SegmentationError) -> LanguageTools {
    if let known = tools[language.tag] { return known }
    let new = try LanguageTools(language, dictionaries)
    tools[language.tag] = new
    return new
  }

  /// Makes the line breaks inside of blocks white space.
  private func joinLines(of blocks: [Block], in text: inout NormalizedText) {
    for block in blocks {
      for index in block.range where CharacterClass.table[Int(text.units[index])] == .lineBreak {
        text.joinLine(at: index)
      }
    }
  }

  private func repairs(_ edits: [TextEdit], in source: SourceText) -> [Repair] {
    var cursor = UTF8Cursor()
    return edits.map { edit in
      let (start, end) = (edit.context.lowerBound, edit.context.upperBound)
      return Repair(
        kind: edit.kind, before: source.text(in: edit.context),
        after: source.text(in: start..<edit.range.lowerBound)
          + String(utf16: edit.replacement.span)
          + source.text(in: edit.range.upperBound..<end),
        range: source.range(edit.context, from: &cursor))
    }
  }
}

/// What a reader keeps for a language.
private final class LanguageTools {
  let cues: RoleCues
  let lexicon: Lexicon
  let gluedWords: GluedWords?
  private var segmenter: SentenceSegmenter

  init(
    _ language: Language, _ dictionaries: SpellingDictionaries
  ) throws(SegmentationError) {
    cues = RoleCues(for: language)
    lexicon = Lexicon(for: language)
    gluedWords = dictionaries.gluedWords(for: language)
    segmenter = try SentenceSegmenter(language: language)
  }

  func segments(
    of blocks: [Block], in text: NormalizedText, source: SourceText, ends: inout [Int]
  ) throws(SegmentationError) -> [Segment] {
    var segments: [Segment] = []
    segments.reserveCapacity(text.units.count / 100 + blocks.count)
    var cursor = UTF8Cursor()
    for (number, block) in blocks.enumerated() {
      ends.removeAll(keepingCapacity: true)
      if block.role == .paragraph || block.role == .listItem {
        try segmenter.sentenceEnds(in: text.units, range: block.range, into: &ends)
      } else {
        ends.append(block.range.upperBound)
      }
      var start = block.range.lowerBound
      for end in ends {
        let range = text.units.span.trimmed(start..<end)
        start = end
        if range.isEmpty { continue }
        let sourceRange = text.sourceRange(of: range)
        let shown = text.shown(range)
        let original = text.isSource ? shown : source.text(in: sourceRange)
        segments.append(
          Segment(
            text: shown, range: source.range(sourceRange, from: &cursor),
            original: original == shown ? nil : original, role: block.role, block: number,
            normalizedRange: range))
      }
    }
    return segments
  }
}
