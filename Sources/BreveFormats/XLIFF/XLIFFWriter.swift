// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText
internal import BreveXML

/// Makes an XLIFF file, 2.1 or 1.2, unit by unit; what it makes is valid under the schema of its version.
///
/// What ``XLIFFReader`` kept of a file of the same version is written again: ids, inline elements, matches, notes, parts
/// that are not translated. Groups are not written, nor what stands in a `<file>` outside of its units.
public struct XLIFFWriter: Sendable {
  /// How many segments were written.
  public private(set) var count = 0
  /// Units that have no text in the source language and were not written.
  public private(set) var skipped = 0

  private let version: XLIFFVersion
  private let source: Language
  private let target: Language
  private var xml: XMLWriter
  private var files = XLIFFIdentifiers("f")
  private var units = XLIFFIdentifiers("u")
  /// What the open file is of; nil if none is open.
  private var file: FileKey?
  /// What is noted of files, by the name of their document.
  private var fileNotes: [String?: (category: String, text: String)] = [:]
  /// Units that make one `<unit>`, or wait to do so.
  private var waitingUnits: [TranslationUnit] = []

  private struct FileKey: Equatable {
    let document: String?
    let id: String?
  }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - version: Of XLIFF.
  ///   - source: The language of the sources.
  ///   - target: The language of the targets.
  public init(version: XLIFFVersion = .v2, source: Language, target: Language) {
    self.version = version
    self.source = source
    self.target = target
    xml = XMLWriter()
    xml.start("xliff")
    xml.attribute("xmlns", version.namespace)
    xml.attribute("version", version.rawValue)
    if version == .v2 {
      xml.attribute("srcLang", source.tag)
      xml.attribute("trgLang", target.tag)
    }
  }

  /// Writes a unit.
  public mutating func append(_ unit: TranslationUnit) {
    guard unit.variant(source) != nil else {
      skipped += 1
      return
    }
    if let last = waitingUnits.last, !Self.isContinued(last, by: unit) { writeWaiting() }
    waitingUnits.append(unit)
    count += 1
  }

  /// Notes something of a file before its first unit is written; XLIFF 1.2 has no place for it.
  package mutating func note(_ text: String, category: String, ofFile document: String?) {
    fileNotes[document] = (category, text)
  }

  /// What was written since the last call, for a file that is written in pieces.
  public mutating func take() -> [UInt8] { xml.take() }

  /// How many bytes wait to be taken.
  public var waiting: Int { xml.count }

  /// Ends the file, and gives what was not taken.
  public consuming func finish() -> [UInt8] {
    writeWaiting()
    if file == nil { openFile(FileKey(document: nil, id: nil), empty: true) }
    closeFile()
    xml.newLine(outer: 1)
    xml.end()
    xml.raw("\n")
    return xml.take()
  }

  /// Whether a unit is the next segment of the XLIFF unit that another is of.
  private static func isContinued(_ last: TranslationUnit, by unit: TranslationUnit) -> Bool {
    func part(_ unit: TranslationUnit) -> Int? {
      unit.value(XLIFFProperty.part).flatMap { Int($0) }
    }
    guard let one = part(last), let other = part(unit), other > one else { return false }
    return last.name == unit.name && last.document == unit.document
      && last.value(XLIFFProperty.file) == unit.value(XLIFFProperty.file)
  }

  // MARK: Files

  private mutating func openFile(_ key: FileKey, empty: Bool = false) {
    if let file {
      if file == key { return }
      closeFile()
    }
    file = key
    units = XLIFFIdentifiers("u")
    xml.newLine()
    xml.start("file")
    switch version {
    case .v2:
      xml.attribute("id", files.next(key.id))
      xml.attribute("original", key.document)
      if let note = fileNotes[key.document] {
        let category = XLIFFMarkup.escapedValue(note.category)
        xml.newLine()
        xml.raw(
          "<notes><note category=\"\(category)\">\(XLIFFMarkup.escaped(note.text))</note></notes>")
      }
    case .v12:
      xml.attribute("original", key.document ?? files.next(key.id))
      xml.attribute("source-language", source.tag)
      xml.attribute("target-language", target.tag)
      xml.attribute("datatype", "plaintext")
      xml.newLine()
      xml.start("body")
    }
    // XLIFF 2.1 has no file without a unit.
    if empty, version == .v2 { xml.raw("<unit id=\"u1\"><segment><source/></segment></unit>") }
  }

  private mutating func closeFile() {
    if file == nil { return }
    if version == .v12 {
      xml.newLine(outer: 1)
      xml.end()
    }
    xml.newLine(outer: 1)
    xml.end()
    file = nil
  }

  private mutating func writeWaiting() {
    guard let first = waitingUnits.first else { return }
    openFile(FileKey(document: first.document, id: first.value(XLIFFProperty.file)))
    switch version {
    case .v2: write2(waitingUnits)
    case .v12: for unit in waitingUnits { write12(unit) }
    }
    waitingUnits = []
  }

  /// The variant to be written as the target; nil if there is none but the source.
  private func translation(of unit: TranslationUnit) -> Variant? {
    unit.variant(target).flatMap { $0.language == unit.variant(source)?.language ? nil : $0 }
  }

  // MARK: XLIFF 2.1

  private mutating func write2(_ all: [TranslationUnit]) {
    let first = all[0]
    xml.newLine()
    var tag = "<unit id=\"\(XLIFFMarkup.escapedValue(units.next(first.name)))\""
    tag += first.kept("unit", .v2) ?? ""
    tag += ">"
    tag += first.kept("modules", .v2) ?? ""
    tag += notes2(first)
    var maker = XLIFFContent(version: .v2, kept: all.compactMap { $0.kept("data", .v2) }.first)
    let segments = all.map { segment2($0, &maker) }
    tag += maker.data + segments.joined() + "</unit>"
    xml.raw(tag)
  }

  private func segment2(_ unit: TranslationUnit, _ maker: inout XLIFFContent) -> String {
    let (state, subState) = XLIFFState.attributes(unit.state)
    let variant = translation(of: unit)
    let kept = unit.kept("segment", .v2) ?? ""
    var text = (unit.kept("before", .v2) ?? "") + "<segment" + kept
    if variant != nil || kept.contains("subState=") || unit.state != .imported {
      text += " state=\"\(state)\""
    }
    if let subState, !kept.contains("subState=") { text += " subState=\"\(subState)\"" }
    text += ">"
    maker.beginSegment()
    if let variant = unit.variant(source) { text += maker.element("source", variant) }
    if let variant { text += maker.element("target", variant) }
    return text + "</segment>" + (unit.kept("after", .v2) ?? "")
  }

  /// The notes as they were read, if they are still the same.
  private func notes2(_ unit: TranslationUnit) -> String {
    if unit.notes.isEmpty { return "" }
    if let kept = unit.kept("notes", .v2),
      unit.notes.allSatisfy({ kept.contains(XLIFFMarkup.escaped($0.text)) })
    {
      return kept
    }
    return "<notes>" + unit.notes.map { "<note>\(XLIFFMarkup.escaped($0.text))</note>" }.joined()
      + "</notes>"
  }

  // MARK: XLIFF 1.2

  private mutating func write12(_ unit: TranslationUnit) {
    xml.newLine()
    var text = "<trans-unit id=\"\(XLIFFMarkup.escapedValue(units.next(unit.name)))\""
    let variant = translation(of: unit)
    if unit.state == .approved, variant != nil { text += " approved=\"yes\"" }
    text += unit.kept("unit", .v12) ?? ""
    text += ">"
    var maker = XLIFFContent(version: .v12, kept: nil)
    maker.beginSegment()
    if let variant = unit.variant(source) { text += maker.element("source", variant) }
    if let variant {
      let (state, qualifier) = XLIFFState.attributes12(unit.state)
      let attributes =
        " state=\"\(state)\"" + (qualifier.map { " state-qualifier=\"\($0)\"" } ?? "")
      text += maker.element("target", variant, attributes)
    }
    for note in unit.notes {
      let language = note.language.map { " xml:lang=\"\(XLIFFMarkup.escapedValue($0.tag))\"" } ?? ""
      text += "<note\(language)>\(XLIFFMarkup.escaped(note.text))</note>"
    }
    text += (unit.kept("rest", .v12) ?? "") + (unit.kept("modules", .v12) ?? "")
    xml.raw(text + "</trans-unit>")
  }
}

extension TranslationUnit {
  /// The value of a property; nil if there is none.
  func value(_ name: String) -> String? { properties.first { $0.name == name }?.value }

  /// What was kept of a file of a version.
  func kept(_ what: String, _ version: XLIFFVersion) -> String? {
    value(XLIFFProperty.name(what, version))
  }
}

/// Ids that are names and are given once.
struct XLIFFIdentifiers: Sendable {
  private let prefix: String
  private var given: Set<String> = []
  private var count = 0

  init(_ prefix: String) { self.prefix = prefix }

  /// `wanted`, if it is a name and still free; another one if not.
  mutating func next(_ wanted: String?) -> String {
    if let wanted, XLIFFSchema.Value.isName(wanted), given.insert(wanted).inserted { return wanted }
    while true {
      count += 1
      let id = prefix + String(count)
      if given.insert(id).inserted { return id }
    }
  }
}
