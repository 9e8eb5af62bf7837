// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveText
internal import BreveXML

/// Reads the translation units of a TMX file (1.1 to 1.4b, level 1 and 2) one after the other, in constant memory.
///
/// ```swift
/// let reader = try TMXReader(contentsOf: "memory.tmx")
/// while let unit = try reader.next() { … }
/// print(reader.report.read, reader.report.skipped)
/// ```
/// A file that holds a fault ends in an error at its place. A reader that keeps going puts single characters right, goes
/// on at the next unit after other damage, and says in its ``report`` what is missing.
/// - Source: LISA OSCAR 2005, "TMX 1.4b Specification".
public final class TMXReader {
  /// What the file says of itself; filled when the first unit is asked for.
  public private(set) var header = TMXHeader()
  /// What was read and what was not, so far.
  public internal(set) var report = ReadingReport()
  /// The line in which the last unit begins, from 1.
  public private(set) var unitLine = 0
  /// The path in errors.
  public var path: String { stream.path }

  let reader: XMLReader
  let names: TMXNames
  private let stream: FileStream
  private let keepsGoing: Bool
  private var isBegun = false
  private var isAtEnd = false
  /// Units that one element made, last first.
  private var waiting: [TranslationUnit] = []
  /// How many `<tu>` have begun.
  private var begun = 0
  /// A `<tu>` has started inside of another and is to be read next.
  private var isInUnit = false
  var buffer: [UInt8] = []

  /// A reader of the file at `path`, or of standard input if that is `-`; gzip and xz are unpacked.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - keepsGoing: Whether to go on after damage.
  /// - Throws: ``LoadingError`` if it cannot be opened.
  public convenience init(contentsOf path: String, keepsGoing: Bool = false) throws(LoadingError) {
    self.init(try FileStream(path: path), keepsGoing: keepsGoing)
  }

  /// A reader of bytes at hand.
  ///
  /// - Parameters:
  ///   - bytes: A whole file.
  ///   - path: Its name in errors.
  ///   - keepsGoing: Whether to go on after damage.
  public convenience init(_ bytes: [UInt8], path: String, keepsGoing: Bool = false) {
    self.init(FileStream(bytes, path: path), keepsGoing: keepsGoing)
  }

  package init(_ stream: FileStream, keepsGoing: Bool) {
    self.stream = stream
    self.keepsGoing = keepsGoing
    let reader = XMLReader(mends: keepsGoing) { stream.next() }
    self.reader = reader
    names = TMXNames { reader.number(of: $0) }
  }

  /// How many bytes were read, unpacked.
  public var byteCount: Int { stream.count }

  /// The next unit; nil at the end.
  ///
  /// - Returns: A unit with at least one variant. One that has two variants of a language becomes two units.
  /// - Throws: ``LoadingError`` at the first fault; a reader that keeps going throws only if the file is no TMX at all.
  public func next() throws(LoadingError) -> TranslationUnit? {
    while waiting.isEmpty {
      if isAtEnd { return nil }
      do {
        if !isBegun { try begin() }
        try readUnit()
      } catch {
        try recover(from: error)
      }
      note(reader.takeMends())
    }
    report.countRead()
    return waiting.removeLast()
  }

  /// Reads to the first `<tu>` or the body.
  private func begin() throws(TMXFault) {
    isBegun = true
    while let event = try nextEvent() {
      guard event == .start else { continue }
      guard reader.name == names.tmx else {
        throw .notTMX("this is no TMX: its first element is <\(reader.string(reader.name))>")
      }
      header.version = reader.attribute(names.version) ?? ""
      return
    }
    throw .notTMX("this is no TMX: there is no element in it")
  }

  /// Reads one `<tu>`, if there is one more.
  private func readUnit() throws(TMXFault) {
    if isInUnit {
      isInUnit = false
      try readStartedUnit()
      return
    }
    while let event = try nextEvent() {
      guard event == .start else { continue }
      switch reader.name {
      case names.tu:
        try readStartedUnit()
        return
      case names.header: try readHeader()
      case names.body, names.tmx: continue
      case names.prop, names.note, names.ude: try skipWhole()
      default:
        report.add(
          .changed, "the element <\(reader.string(reader.name))> is not known, so it is not read",
          line: reader.line)
        try skipWhole()
      }
    }
    isAtEnd = true
    if let failure = stream.failure { throw .stream(failure) }
  }

  private func readStartedUnit() throws(TMXFault) {
    let line = reader.line
    unitLine = line
    let number = begun
    begun += 1
    do {
      let element = try readElement(line: line)
      waiting = units(of: element, number: number).reversed()
    } catch {
      switch error {
      case .xml, .nested: report.skip("the unit is damaged", line: line)
      default: break
      }
      throw error
    }
  }

  private func recover(from fault: TMXFault) throws(LoadingError) {
    let error = loadingError(fault)
    switch fault {
    case .xml where keepsGoing, .nested where keepsGoing, .stream where keepsGoing: break
    default:
      isAtEnd = true
      throw error
    }
    guard case .xml(let xml) = fault else {
      if case .nested(let line) = fault {
        report.add(.note, "the next unit begins here", line: line)
        isInUnit = true
      } else {
        report.add(.changed, "\(error)", line: nil)
        isAtEnd = true
      }
      return
    }
    report.add(.changed, xml.reason, line: xml.line)
    reader.resume(at: "tu", inside: ["tmx", "body"])
  }

  private func loadingError(_ fault: TMXFault) -> LoadingError {
    switch fault {
    case .xml(let error):
      if let failure = stream.failure { return failure }
      return LoadingError(
        .notWellFormed(error.reason, shown: error.pointer),
        at: SourceLocation(path: path, line: error.line, column: error.column))
    case .nested(let line):
      return LoadingError(
        .malformed("a <tu> begins before the one before it ends"),
        at: SourceLocation(path: path, line: line))
    case .notTMX(let reason):
      return LoadingError(.malformed(reason), at: SourceLocation(path: path, line: 1))
    case .stream(let error): return error
    }
  }

  private func note(_ mends: [XMLMend]) {
    for mend in mends { report.add(.changed, mend.reason, line: mend.line) }
  }

  func nextEvent() throws(TMXFault) -> XMLReader.Event? {
    do { return try reader.next() } catch { throw .xml(error) }
  }

  /// Reads on to the end of an element beside the units, whatever it holds.
  private func skipWhole() throws(TMXFault) {
    do { try reader.skip() } catch { throw .xml(error) }
  }

  // A <tu> within a tag, a note or a property is the next unit: the element was cut off.

  func skip() throws(TMXFault) {
    let isWhole: Bool
    do { isWhole = try reader.skip(before: names.tu) } catch { throw .xml(error) }
    if !isWhole { throw .nested(reader.line) }
  }

  func textContent() throws(TMXFault) -> String {
    let text: String?
    do { text = try reader.textContent(before: names.tu) } catch { throw .xml(error) }
    guard let text else { throw .nested(reader.line) }
    return text
  }

  func markup() throws(TMXFault) -> String {
    let markup: String?
    do { markup = try reader.content(before: names.tu) } catch { throw .xml(error) }
    guard let markup else { throw .nested(reader.line) }
    return markup
  }

  private func readHeader() throws(TMXFault) {
    for attribute in reader.attributes {
      if attribute.name == names.sourceLanguage {
        header.sourceLanguage = language(attribute.value)
      } else {
        header.attributes.append(UnitProperty(reader.string(attribute.name), attribute.value))
      }
    }
    while let event = try nextEvent() {
      if event == .end { return }
      guard event == .start else { continue }
      switch reader.name {
      case names.note: header.notes.append(try readNote())
      case names.prop: header.properties.append(try readProperty())
      case names.ude:
        report.add(.note, "the header's own characters (<ude>) are not read", line: reader.line)
        try skip()
      default: try skip()
      }
    }
  }

  func readNote() throws(TMXFault) -> UnitNote {
    let language = (reader.attribute(names.xmlLang) ?? reader.attribute(names.lang))
      .map { Language($0) }
    return UnitNote(try textContent(), language: language)
  }

  func readProperty() throws(TMXFault) -> UnitProperty {
    let name = reader.attribute(names.type) ?? ""
    let language = (reader.attribute(names.xmlLang) ?? reader.attribute(names.lang))
      .map { Language($0) }
    return UnitProperty(name, try textContent(), language: language)
  }

  /// The language that an attribute names; nil for `*all*`.
  func language(_ tag: String) -> Language? {
    tag.isEmpty || tag.lowercased() == "*all*" ? nil : Language(tag)
  }
}

/// Why reading stops at a place.
enum TMXFault: Error {
  case xml(XMLError)
  /// A `<tu>` inside of a `<tu>`, with its line.
  case nested(Int)
  case notTMX(String)
  case stream(LoadingError)
}
