// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText

/// Fills empty targets of an XLIFF file, and leaves every other byte of it.
///
/// ```swift
/// var editor = try XLIFFEditor(bytes, path: "article.xlf")
/// for segment in editor.openSegments { editor.fill(segment.number, from: unit, .exact) }
/// let bytes = editor.bytes
/// ```
/// The file is not written anew: ``edits`` are put in at their places.
public struct XLIFFEditor {
  /// A segment that has no translation and may get one.
  public struct OpenSegment: Sendable {
    /// By which the editor knows it.
    public let number: Int
    public let text: String
    /// Its inline elements, annotations left out.
    public let tags: [InlineTag]
    /// The segments beside it in its file; nil where there is none.
    public let previous: String?
    public let next: String?
    /// Where it begins, from 1.
    public let line: Int
  }

  /// How good a translation is.
  public enum Grade: Hashable, Sendable {
    /// The same text between the same segments.
    case context
    /// The same text.
    case exact
    /// A text that is alike, with its rate in percent.
    case fuzzy(Int)

    /// As `exact-100`.
    var name: String {
      switch self {
      case .context: "context-100"
      case .exact: "exact-100"
      case .fuzzy(let rate): "fuzzy-\(rate)"
      }
    }
  }

  /// A place of the file and the bytes that come there.
  public struct Edit: Hashable, Sendable {
    /// What goes: nothing, or the value of a state, or the end of an empty target.
    public let range: Range<Int>
    public let replacement: [UInt8]
  }

  /// The file as it was.
  public let original: [UInt8]
  /// By their places.
  public private(set) var edits: [Edit] = []
  /// The language of the sources.
  public var sourceLanguage: Language { reader.sourceLanguage }
  /// The language of the targets; nil where the file names none.
  public var targetLanguage: Language? { reader.targetLanguage }

  /// The rules that the file breaks, as `line 3: why`; none unless the editor keeps going.
  public var remarks: [ReadingReport.Remark] { reader.report.remarks }

  let reader: XLIFFReader

  /// An editor of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file, in UTF-8.
  ///   - path: Its name in errors.
  ///   - keepsGoing: Whether to edit a file that breaks rules of XLIFF.
  /// - Throws: ``LoadingError`` if it is no XLIFF, breaks a rule, is not in UTF-8, or names no language for targets.
  public init(_ bytes: [UInt8], path: String, keepsGoing: Bool = false) throws(LoadingError) {
    reader = try XLIFFReader(bytes, path: path, keepsGoing: keepsGoing)
    guard reader.document.isEditable, reader.document.mends.isEmpty else {
      throw LoadingError(.notUTF8, at: SourceLocation(path: path))
    }
    if reader.version == .v2, reader.targetLanguage == nil {
      throw LoadingError(
        .malformed("<xliff> has no attribute 'trgLang', so its targets would have no language"),
        at: reader.document.location(of: reader.document.root))
    }
    original = bytes
  }

  /// The segments that may be filled, in the order of the file.
  public var openSegments: [OpenSegment] {
    reader.segments.indices.compactMap { place in
      let segment = reader.segments[place]
      guard isOpen(segment) else { return nil }
      let inline = reader.inline(segment.sourceText, of: place)
      guard inline.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
        return nil
      }
      return OpenSegment(
        number: place, text: inline.text, tags: inline.tags.filter { !$0.isHighlight },
        previous: reader.neighbour(place, -1), next: reader.neighbour(place, 1),
        line: segment.sourceText.line)
    }
  }

  private func isOpen(_ segment: XLIFFSegment) -> Bool {
    if !segment.isTranslatable || reader.version == .v12 && segment.sourceText !== segment.source {
      return false
    }
    if ["reviewed", "final"].contains(segment.segment.attribute("state")) { return false }
    return segment.target?.isBlank ?? true
  }

  /// The file with the edits.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    var done = 0
    for edit in sortedEdits {
      result += original[done..<edit.range.lowerBound]
      result += edit.replacement
      done = edit.range.upperBound
    }
    return result + original[done...]
  }

  private var sortedEdits: [Edit] {
    edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }

  mutating func put(_ text: String, at range: Range<Int>) {
    edits.append(Edit(range: range, replacement: Array(text.utf8)))
  }

  /// Gives a segment the translation of a unit.
  ///
  /// - Parameters:
  ///   - number: The segment's.
  ///   - unit: A unit whose source is the text of the segment, or is like it.
  ///   - grade: How good it is; a fuzzy one is marked as in need of review.
  /// - Returns: Why it was not filled; nil if it was.
  public mutating func fill(
    _ number: Int, from unit: TranslationUnit, _ grade: Grade
  ) -> String? {
    let segment = reader.segments[number]
    guard let language = targetLanguage, let target = unit.variant(language),
      let source = unit.variant(sourceLanguage)
    else { return "the unit has no translation" }
    let inline = reader.inline(segment.sourceText, of: number)
    if inline.isCut { return "its inline elements begin or end in another segment" }
    let prefix = prefix(of: segment.source)
    if !prefix.isEmpty, !inline.tags.isEmpty {
      return "inline elements of a file with prefixes are not filled"
    }
    guard let content = XLIFFTarget.content(inline, source: source, target: target) else {
      return "its inline elements are not those of unit \(unit.id)"
    }
    putTarget(content, segment, prefix, grade)
    if reader.version == .v2 { putState(segment, grade) }
    return nil
  }

  /// The prefix of an element as it is written, with its colon.
  private func prefix(of element: MarkupElement) -> String {
    let tag = String(decoding: original[element.startTag].dropFirst(), as: UTF8.self)
    let name = tag.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    return name.contains(":") ? name.prefix { $0 != ":" } + ":" : ""
  }

  private mutating func putTarget(
    _ content: String, _ segment: XLIFFSegment, _ prefix: String, _ grade: Grade
  ) {
    let state = reader.version == .v12 ? state12(grade) : ""
    if let target = segment.target {
      if reader.version == .v12 { putState12(target, grade) }
      if target.isSelfClosed {
        let end = target.startTag.upperBound
        put(">\(content)</\(prefix)target>", at: end - 2..<end)
      } else {
        put(content, at: target.startTag.upperBound..<target.endTag.lowerBound)
      }
      return
    }
    var attributes = state
    if let space = segment.source.attribute("xml:space") { attributes += " xml:space=\"\(space)\"" }
    if let language = targetLanguage, let other = segment.segment.inherited("xml:lang"),
      Language(other) != language
    {
      attributes += " xml:lang=\"\(language.tag)\""
    }
    let before = segment.source.startTag.lowerBound
    var blank = before
    while blank > 0, original[blank - 1] <= 0x20 { blank -= 1 }
    let indent = String(decoding: original[blank..<before], as: UTF8.self)
    let last = segment.unit.child("seg-source") ?? segment.source
    let end = last.isSelfClosed ? last.startTag.upperBound : last.endTag.upperBound
    put("\(indent)<\(prefix)target\(attributes)>\(content)</\(prefix)target>", at: end..<end)
  }

  // MARK: States

  private mutating func putState(_ segment: XLIFFSegment, _ grade: Grade) {
    var state = "translated"
    if case .fuzzy = grade { state = "initial" }
    set([("state", state), ("subState", XLIFFState.prefix + grade.name)], on: segment.segment)
  }

  private func state12(_ grade: Grade) -> String {
    let values = Self.states12(grade).map { " \($0.name)=\"\($0.value)\"" }.joined()
    return values + " xmlns:breve=\"urn:breve:xliff\" breve:rate=\"\(grade.name)\""
  }

  private static func states12(_ grade: Grade) -> [(name: String, value: String)] {
    switch grade {
    case .context, .exact: [("state", "translated"), ("state-qualifier", "exact-match")]
    case .fuzzy: [("state", "needs-review-translation"), ("state-qualifier", "fuzzy-match")]
    }
  }

  private mutating func putState12(_ target: MarkupElement, _ grade: Grade) {
    set(Self.states12(grade), on: target)
    set([("xmlns:breve", "urn:breve:xliff"), ("breve:rate", grade.name)], on: target)
  }

  /// Sets attributes of a start tag: new values in the places of old ones, new attributes at the end.
  private mutating func set(_ values: [(name: String, value: String)], on element: MarkupElement) {
    let known = MarkupScanner.attributes(original, in: element.startTag)
    let end = element.startTag.upperBound - (element.isSelfClosed ? 2 : 1)
    for (name, value) in values {
      if let place = known.first(where: { $0.name == name })?.value {
        put(value, at: place)
      } else {
        put(" \(name)=\"\(value)\"", at: end..<end)
      }
    }
  }

  // MARK: Suggestions

  /// Puts a translation beside a segment, as one to choose: `alt-trans` of XLIFF 1.2, a match of 2.1.
  ///
  /// - Parameters:
  ///   - number: The segment's.
  ///   - source: The text of the unit, without tags.
  ///   - target: Its translation, without tags.
  ///   - rate: How like it is, in percent.
  /// - Returns: Why it was not put there; nil if it was.
  public mutating func suggest(
    _ number: Int, source: String, target: String, rate: Int
  ) -> String? {
    let segment = reader.segments[number]
    let prefix = prefix(of: segment.source)
    let texts =
      "<\(prefix)source>\(XLIFFMarkup.escaped(source))</\(prefix)source>"
      + "<\(prefix)target>\(XLIFFMarkup.escaped(target))</\(prefix)target>"
    if reader.version == .v12 {
      let last = segment.target ?? segment.unit.child("seg-source") ?? segment.source
      let end = last.isSelfClosed ? last.startTag.upperBound : last.endTag.upperBound
      let name = "\(prefix)alt-trans"
      put(
        "<\(name) match-quality=\"\(rate)%\" origin=\"breve\">\(texts)</\(name)>", at: end..<end)
      return nil
    }
    let id = segment.segment.attribute("id") ?? newID(segment)
    let match =
      "<mtc:match xmlns:mtc=\"\(XLIFFNames.matches)\" ref=\"#\(id)\" similarity=\"\(rate)\" type=\"tm\" "
      + "origin=\"breve\">\(texts)</mtc:match>"
    let unit = segment.unit
    let known = unit.children.first { $0.namespace == XLIFFNames.matches && $0.name == "matches" }
    if let known {
      if known.isSelfClosed { return "the unit has an empty <matches/>" }
      put(match, at: known.endTag.lowerBound..<known.endTag.lowerBound)
      return nil
    }
    let place = unit.startTag.upperBound
    let close = Array("</mtc:matches>".utf8)
    if let last = edits.lastIndex(where: {
      $0.range == place..<place && $0.replacement.suffix(close.count).elementsEqual(close)
    }) {
      edits[last] = Edit(
        range: place..<place,
        replacement: edits[last].replacement.dropLast(close.count) + Array(match.utf8) + close)
    } else {
      put(
        "<mtc:matches xmlns:mtc=\"\(XLIFFNames.matches)\">\(match)</mtc:matches>",
        at: place..<place)
    }
    return nil
  }

  /// Gives a segment an id, which a match has to name.
  private mutating func newID(_ segment: XLIFFSegment) -> String {
    var taken: Set<String> = []
    segment.unit.forEach { if let id = $0.attribute("id") { taken.insert(id) } }
    var number = segment.number + 1
    while taken.contains("s\(number)") { number += segment.count }
    set([("id", "s\(number)")], on: segment.segment)
    return "s\(number)"
  }
}

extension InlineTag {
  /// Whether what it marks is text.
  var isHighlight: Bool { kind == .highlightBegin || kind == .highlightEnd }
}
