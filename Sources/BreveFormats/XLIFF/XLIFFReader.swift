// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText
internal import BreveXML

/// Reads the segments of an XLIFF file (1.2, 2.0 and 2.1) as translation units, one after the other.
///
/// ```swift
/// let reader = try XLIFFReader(contentsOf: "article.xlf")
/// while let unit = reader.next() { … }
/// ```
/// A file that breaks a rule of XLIFF 2.1 is refused with the rule and the place. A reader that keeps going says them in
/// its ``report`` and reads what there is. A segment without a translation becomes a unit with one variant.
/// - Source: OASIS 2008, "XLIFF Version 1.2"; OASIS 2018, "XLIFF Version 2.1".
public final class XLIFFReader {
  /// The version that the file says it is of.
  public let version: XLIFFVersion
  /// The language of the sources, that of the first `<file>` in XLIFF 1.2.
  public let sourceLanguage: Language
  /// The language of the targets; nil where the file names none.
  public let targetLanguage: Language?
  /// What was read and what was not, so far.
  public private(set) var report = ReadingReport()

  let document: MarkupDocument
  let segments: [XLIFFSegment]
  private var place = 0
  private let numbers: [XLIFFInline.Numbers]
  private let data: [[String: String]]
  private let texts: [String]

  /// More bytes are no XLIFF file.
  private static let largestFile = 1 << 28

  /// A reader of the file at `path`, or of standard input if that is `-`; gzip and xz are unpacked.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - keepsGoing: Whether to read a file that breaks rules.
  /// - Throws: ``LoadingError`` if it cannot be read, is not well-formed, is no XLIFF or breaks a rule.
  public convenience init(contentsOf path: String, keepsGoing: Bool = false) throws(LoadingError) {
    let stream = try FileStream(path: path)
    try self.init(stream, keepsGoing: keepsGoing)
  }

  package convenience init(_ stream: FileStream, keepsGoing: Bool) throws(LoadingError) {
    var bytes: [UInt8] = []
    while true {
      let more = stream.next()
      if more.isEmpty { break }
      bytes += more
      if bytes.count > Self.largestFile {
        throw LoadingError(
          .tooLarge(limit: Self.largestFile), at: SourceLocation(path: stream.path))
      }
    }
    if let failure = stream.failure { throw failure }
    try self.init(bytes, path: stream.path, keepsGoing: keepsGoing)
  }

  /// A reader of bytes at hand.
  ///
  /// - Parameters:
  ///   - bytes: A whole file.
  ///   - path: Its name in errors.
  ///   - keepsGoing: Whether to read a file that breaks rules.
  /// - Throws: ``LoadingError`` as ``init(contentsOf:keepsGoing:)``.
  public init(_ bytes: [UInt8], path: String, keepsGoing: Bool = false) throws(LoadingError) {
    let document = try MarkupDocument(bytes, path: path, mends: keepsGoing)
    self.document = document
    let root = document.root
    guard root.name == "xliff" else {
      throw LoadingError(
        .malformed("this is no XLIFF: its first element is <\(root.name)>"),
        at: document.location(of: root))
    }
    version = try Self.version(of: root, document)
    let faults = version == .v2 ? XLIFFRules.faults(in: root) : Self.faults12(in: root)
    for mend in document.mends { report.add(.changed, mend.reason, line: mend.line) }
    for fault in faults {
      let location = document.location(of: fault.element)
      guard keepsGoing else { throw LoadingError(.malformed(fault.reason), at: location) }
      report.add(.note, fault.reason, line: location.line)
    }
    let file = root.child("file")
    sourceLanguage = Language(
      root.attribute("srcLang") ?? file?.attribute("source-language") ?? "und")
    targetLanguage = (root.attribute("trgLang") ?? file?.attribute("target-language")).map {
      Language($0)
    }
    segments = XLIFFSegment.all(root, version)
    var numbers: [XLIFFInline.Numbers] = []
    var data: [[String: String]] = []
    for segment in segments {
      if segment.number > 0, let last = numbers.last, let known = data.last {
        numbers.append(last)
        data.append(known)
        continue
      }
      numbers.append(XLIFFInline.Numbers())
      data.append(Self.data(of: segment.unit))
    }
    self.numbers = numbers
    self.data = data
    texts = segments.map { $0.sourceText.visibleText }
  }

  /// The rules that a document breaks, each with its place; none for a valid one.
  ///
  /// - Parameters:
  ///   - bytes: A whole file.
  ///   - path: Its name in errors.
  /// - Returns: In the order of the file.
  /// - Throws: ``LoadingError`` if it is not well-formed.
  public static func faults(
    in bytes: [UInt8], path: String
  ) throws(LoadingError) -> [LoadingError] {
    let document = try MarkupDocument(bytes, path: path)
    let faults =
      try version(of: document.root, document) == .v2
      ? XLIFFRules.faults(in: document.root) : faults12(in: document.root)
    return faults.map { LoadingError(.malformed($0.reason), at: document.location(of: $0.element)) }
  }

  /// Whether segments without a translation are passed over.
  public var skipsUntranslated = false
  private var untranslated = 0

  /// The next unit; nil at the end.
  public func next() -> TranslationUnit? {
    while place < segments.count {
      let unit = unit(place)
      place += 1
      report.countRead()
      if !skipsUntranslated || unit.variants.count > 1 { return unit }
      untranslated += 1
    }
    if untranslated > 0 {
      report.skip(
        "\(untranslated) segment\(untranslated == 1 ? " has" : "s have") no translation", line: nil)
      report.countSkipped(untranslated - 1)
      untranslated = 0
    }
    return nil
  }

  /// The line, from 1, where the segment of a unit begins; `number` is the unit's own, its `line`.
  public func line(ofUnit number: Int) -> Int { segments[number].sourceText.line }

  /// The text of a source or target of a segment.
  func inline(_ element: MarkupElement, of place: Int) -> XLIFFInline {
    XLIFFInline(element, version, data: data[place], numbers: numbers[place])
  }

  /// The text before or after a segment in its file; nil if there is none.
  func neighbour(_ place: Int, _ step: Int) -> String? {
    let other = place + step
    guard segments.indices.contains(other), segments[other].file === segments[place].file else {
      return nil
    }
    return texts[other]
  }

  private static func version(
    of root: MarkupElement, _ document: MarkupDocument
  ) throws(LoadingError) -> XLIFFVersion {
    let version = root.attribute("version") ?? ""
    if root.namespace == XLIFFNames.core || version.hasPrefix("2.") {
      if root.namespace == XLIFFNames.core { return .v2 }
      throw LoadingError(
        .malformed("XLIFF \(version) stands in the namespace '\(XLIFFNames.core)'"),
        at: document.location(of: root))
    }
    return .v12
  }

  private static func data(of unit: MarkupElement) -> [String: String] {
    var data: [String: String] = [:]
    for element in unit.child("originalData")?.children ?? [] {
      if let id = element.attribute("id") { data[id] = element.text }
    }
    return data
  }

  /// What nothing of XLIFF 1.2 can be read without; its schema is not checked, and few tools keep to it.
  private static func faults12(in root: MarkupElement) -> [XLIFFRules.Fault] {
    var faults: [XLIFFRules.Fault] = []
    let files = root.children.filter { $0.name == "file" }
    if files.isEmpty {
      faults.append(
        .init(element: root, reason: "there is no <file> in <xliff>, and there must be"))
    }
    for file in files where file.attribute("source-language") == nil {
      faults.append(
        .init(
          element: file, reason: "<file> has no attribute 'source-language', which it must have"))
    }
    root.forEach { element in
      if element.name == "trans-unit", element.child("source") == nil {
        faults.append(
          .init(element: element, reason: "there is no <source> in <trans-unit>, and there must be")
        )
      }
    }
    return faults
  }
}

extension MarkupElement {
  /// The text that a reader sees: without the native code of XLIFF 1.2.
  var visibleText: String {
    content.reduce(into: "") { text, part in
      switch part {
      case .text(let piece): text += piece
      case .element(let child):
        if !["bpt", "ept", "ph", "it", "x", "bx", "ex"].contains(child.name) {
          text += child.visibleText
        }
      }
    }
  }
}
