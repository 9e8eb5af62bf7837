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
  /// Whether what is shown is repaired; without, it is the source, but for the line breaks of wrapped lines.
  public var repairs = true

  /// Whether the language's tailoring is applied; without, sentences end where ICU says.
  public var tailors = true

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
    let detected = language == nil ? detect(source.utf16) : nil
    let language = language ?? detected?.language ?? .undetermined
    let tools = try tools(for: language)
    let edits =
      options.repairs ? TextRepairs.edits(for: source.utf16, gluedWords: &tools.gluedWords) : []
    var text = NormalizedText(source.utf16, edits: edits)
    let lines = Lines(text.units)
    let meaning = options.lines ?? lines.meaning(in: text.units)
    var blocks = BlockReader(units: text.units, lines: lines, meaning: meaning).blocks()
    if meaning == .wrapped { joinLines(of: blocks, in: &text) }
    if options.structure == .article {
      blocks = RoleReader(units: text.units, cues: tools.cues).roles(of: blocks)
    }
    if detected != nil { markOtherLanguages(in: &blocks, of: text.units, tools.lexicon, language) }
    var segments: [Segment] = []
    segments.reserveCapacity(text.units.count / 100 + blocks.count)
    var cursor = UTF8Cursor()
    for (number, block) in blocks.enumerated() {
      let own = try block.language.map { other throws(SegmentationError) in
        try self.tools(for: other)
      }
      try (own ?? tools).appendSegments(
        of: block, number, in: text, source: source, cursor: &cursor, ends: &ends, to: &segments)
    }
    return Document(
      source: source, language: language, languageConfidence: detected?.confidence, lines: meaning,
      segments: segments,
      repairs: repairs(edits, in: source), text: text, blocks: blocks, lexicon: tools.lexicon)
  }

  /// The language of a text; a short one that is in none that Breve knows words of is asked of the dictionaries.
  private func detect(_ units: [UInt16]) -> (language: Language, confidence: Double) {
    let detected = detector.detect(units, in: nil)
    guard
      let language = ShortTextLanguage.language(of: units, besides: detected.language, dictionaries)
    else { return detected }
    return (language, ShortTextLanguage.confidence)
  }

  private mutating func tools(for language: Language) throws(SegmentationError) -> LanguageTools {
    if let known = tools[language.tag] { return known }
    let new = try LanguageTools(
      language, dictionaries, tailors: options.tailors,
      isArticle: options.structure == .article)
    tools[language.tag] = new
    return new
  }

  /// Fewer content words than this tell no language.
  private static let leastWords = 12

  /// Finds the blocks in another language: those that hold hardly any of the document's small words are asked about.
  private func markOtherLanguages(
    in blocks: inout [Block], of units: [UInt16], _ lexicon: Lexicon, _ language: Language
  ) {
    guard !lexicon.stopWords.isEmpty else { return }
    for index in blocks.indices {
      let (words, small) = lexicon.stopWords.counts(in: units, range: blocks[index].range)
      guard words >= Self.leastWords, small * 5 < words else { continue }
      let (other, confidence) = detector.detect(units, in: blocks[index].range)
      if other.primary != language.primary, other != .undetermined, confidence > 0.8 {
        blocks[index].language = other
      }
    }
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
  var gluedWords: GluedWords?
  private let isArticle: Bool
  private var segmenter: SentenceSegmenter

  init(
    _ language: Language, _ dictionaries: SpellingDictionaries, tailors: Bool, isArticle: Bool
  ) throws(SegmentationError) {
    self.isArticle = isArticle
    cues = RoleCues(for: language)
    lexicon = Lexicon(for: language)
    gluedWords = dictionaries.gluedWords(for: language)
    segmenter = try SentenceSegmenter(
      language: language, tailoring: tailors ? nil : SentenceTailoring.none)
  }

  func appendSegments(
    of block: Block, _ number: Int, in text: NormalizedText, source: SourceText,
    cursor: inout UTF8Cursor, ends: inout [Int], to segments: inout [Segment]
  ) throws(SegmentationError) {
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
      guard block.role == .paragraph, isArticle else {
        append(range, block.role)
        continue
      }
      switch cues.pointer(text.units, range) {
      case .none: append(range, block.role)
      case .whole: append(range, .credit)
      case .upTo(let place):
        append(text.units.span.trimmed(range.lowerBound..<place), .credit)
        append(text.units.span.trimmed(place..<range.upperBound), block.role)
      }
    }

    func append(_ range: Range<Int>, _ role: BlockRole) {
      if range.isEmpty { return }
      let sourceRange = text.sourceRange(of: range)
      let shown = text.shown(range)
      let isSame = text.isSource || text.isUnchanged(range, as: sourceRange, of: source.utf16)
      let original = isSame ? nil : source.text(in: sourceRange)
      segments.append(
        Segment(
          text: shown, range: source.range(sourceRange, from: &cursor),
          original: original.flatMap { $0.utf8.elementsEqual(shown.utf8) ? nil : $0 }, role: role,
          block: number, language: block.language, normalizedRange: range))
    }
  }
}
