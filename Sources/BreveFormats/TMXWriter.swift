// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveText
internal import BreveXML

/// Makes a TMX 1.4 file of level 2, unit by unit, in constant memory; what it makes is valid under tmx14.dtd.
///
/// ```swift
/// var writer = TMXWriter()
/// for unit in units { writer.append(unit) }
/// let bytes = writer.finish()
/// ```
/// Reading the file gives the units back, but for ``TranslationUnit/id`` and ``TranslationUnit/line``.
public struct TMXWriter: Sendable {
  /// How many units were written.
  public private(set) var count = 0
  /// Units that hold no variant and were not written.
  public private(set) var skipped = 0
  private var xml: XMLWriter
  private let sourceLanguage: Language?

  /// How many characters were written visibly instead, because XML cannot hold them.
  public var replacedCharacters: Int { xml.replaced }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - header: What is told of the file; what TMX demands and it lacks is put in.
  ///   - version: The version of the tool.
  public init(header: TMXHeader = TMXHeader(), version: String = "1") {
    sourceLanguage = header.sourceLanguage
    xml = XMLWriter()
    xml.start("tmx")
    xml.attribute("version", "1.4")
    xml.newLine()
    xml.start("header")
    let demanded = [
      ("creationtool", "breve"), ("creationtoolversion", version), ("segtype", "sentence"),
      ("o-tmf", "breve"), ("adminlang", "en"),
    ]
    for (name, value) in demanded { xml.attribute(name, header.attribute(name) ?? value) }
    xml.attribute("srclang", sourceLanguage?.tag ?? "*all*")
    xml.attribute("datatype", header.attribute("datatype") ?? "plaintext")
    for name in ["o-encoding", "creationdate", "creationid", "changedate", "changeid"] {
      xml.attribute(name, header.attribute(name))
    }
    for note in header.notes { write(note) }
    for property in header.properties { write(property) }
    xml.end()
    xml.newLine()
    xml.start("body")
  }

  /// Writes a unit.
  public mutating func append(_ unit: TranslationUnit) {
    if unit.variants.isEmpty {
      skipped += 1
      return
    }
    count += 1
    xml.newLine(outer: 1)
    xml.start("tu")
    xml.attribute("tuid", unit.name)
    if unit.sourceLanguage != sourceLanguage {
      xml.attribute("srclang", unit.sourceLanguage?.tag ?? "*all*")
    }
    write(unit.created, "creationdate", "creationid")
    write(unit.changed, "changedate", "changeid")
    writeAttributes(unit.properties, of: unit.created, unit.changed)
    for note in unit.notes { write(note) }
    writeFields(of: unit)
    writeElements(unit.properties, of: unit.created, unit.changed)
    for variant in unit.variants { write(variant) }
    xml.newLine(outer: 1)
    xml.end()
  }

  /// What was written since the last call, for a file that is written in pieces.
  public mutating func take() -> [UInt8] { xml.take() }

  /// How many bytes wait to be taken.
  public var waiting: Int { xml.count }

  /// Ends the file, and gives what was not taken.
  public consuming func finish() -> [UInt8] {
    xml.newLine()
    xml.end()
    xml.raw("\n")
    xml.end()
    xml.raw("\n")
    return xml.take()
  }

  private mutating func write(_ stamp: Stamp, _ date: String, _ user: String) {
    xml.attribute(date, stamp.date?.compact)
    xml.attribute(user, stamp.user)
  }

  private mutating func writeFields(of unit: TranslationUnit) {
    let fields = [
      (TMXProperty.project, unit.project), (TMXProperty.domain, unit.domain),
      (TMXProperty.document, unit.document),
      (TMXProperty.range, unit.range.map { "\($0.lowerBound)-\($0.upperBound)" }),
      (TMXProperty.previous, unit.previous), (TMXProperty.next, unit.next),
      (TMXProperty.state, unit.state == .imported ? nil : unit.state.rawValue),
    ]
    for (name, value) in fields {
      if let value { write(UnitProperty(name, value)) }
    }
  }

  private mutating func write(_ variant: Variant) {
    xml.newLine(outer: 1)
    xml.start("tuv")
    xml.attribute("xml:lang", variant.language.tag)
    write(variant.created, "creationdate", "creationid")
    write(variant.changed, "changedate", "changeid")
    writeAttributes(variant.properties, of: variant.created, variant.changed)
    for note in variant.notes { write(note) }
    writeElements(variant.properties, of: variant.created, variant.changed)
    xml.start("seg")
    writeSegment(variant)
    xml.end()
    xml.end()
  }

  private mutating func write(_ note: UnitNote) {
    xml.newLine(outer: 1)
    xml.start("note")
    xml.attribute("xml:lang", note.language?.tag)
    xml.text(note.text)
    xml.end()
  }

  private mutating func write(_ property: UnitProperty) {
    xml.newLine(outer: 1)
    xml.start("prop")
    xml.attribute("type", property.name)
    xml.attribute("xml:lang", property.language?.tag)
    xml.text(property.value)
    xml.end()
  }

  /// The attributes that TMX has and Breve has no field for.
  private static let attributes: Set<String> = [
    "@o-encoding", "@datatype", "@usagecount", "@lastusagedate", "@creationtool",
    "@creationtoolversion", "@segtype", "@o-tmf", "@creationdate", "@changedate",
  ]

  /// Whether a property is one that can stand as an attribute: TMX has it, and it stands there only once.
  private static func isAttribute(
    _ property: UnitProperty, at place: Int, of all: [UnitProperty], _ created: Stamp,
    _ changed: Stamp
  ) -> Bool {
    guard property.name.utf8.first == UInt8(ascii: "@"), property.language == nil,
      attributes.contains(property.name),
      property.name != "@segtype"
        || ["block", "paragraph", "sentence", "phrase"].contains(property.value),
      property.name != "@creationdate" || created.date == nil,
      property.name != "@changedate" || changed.date == nil
    else { return false }
    return all.firstIndex { $0.name == property.name } == place
  }

  private mutating func writeAttributes(
    _ properties: [UnitProperty], of created: Stamp, _ changed: Stamp
  ) {
    for (place, property) in properties.enumerated()
    where Self.isAttribute(property, at: place, of: properties, created, changed) {
      xml.attribute(String(property.name.dropFirst()), property.value)
    }
  }

  private mutating func writeElements(
    _ properties: [UnitProperty], of created: Stamp, _ changed: Stamp
  ) {
    for (place, property) in properties.enumerated()
    where !Self.isAttribute(property, at: place, of: properties, created, changed) {
      write(property)
    }
  }
}

extension TMXWriter {
  /// Text and tags; a tag that stands in the middle of a character or after the end is put at the next place.
  private mutating func writeSegment(_ variant: Variant) {
    if variant.tags.isEmpty {
      xml.text(variant.text)
      return
    }
    let utf8 = variant.text.utf8
    var start = utf8.startIndex
    var offset = 0
    var highlights = 0
    var pairs = Pairs(variant.tags)
    for tag in variant.tags {
      if tag.position > offset {
        var end =
          utf8.index(start, offsetBy: tag.position - offset, limitedBy: utf8.endIndex)
          ?? utf8.endIndex
        while end < utf8.endIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(after: end) }
        xml.text(String(variant.text[start..<end]))
        offset += utf8.distance(from: start, to: end)
        start = end
      }
      write(tag, &highlights, &pairs)
    }
    xml.text(String(variant.text[start...]))
    for _ in 0..<highlights { xml.end() }
  }

  private mutating func write(_ tag: InlineTag, _ highlights: inout Int, _ pairs: inout Pairs) {
    switch tag.kind {
    case .highlightBegin:
      highlights += 1
      xml.start("hi")
      xml.attribute("x", tag.match.map(String.init))
      xml.attribute("type", tag.type)
      return
    case .highlightEnd:
      if highlights > 0 {
        highlights -= 1
        xml.end()
      }
      return
    case .begin:
      xml.start("bpt")
      xml.attribute("i", String(tag.pair ?? pairs.begin()))
      xml.attribute("x", tag.match.map(String.init))
      xml.attribute("type", tag.type)
    case .end:
      xml.start("ept")
      xml.attribute("i", String(tag.pair ?? pairs.end()))
    case .placeholder:
      xml.start("ph")
      xml.attribute("x", tag.match.map(String.init))
      xml.attribute("assoc", tag.association)
      xml.attribute("type", tag.type)
    case .isolatedBegin, .isolatedEnd:
      xml.start("it")
      xml.attribute("pos", tag.kind == .isolatedBegin ? "begin" : "end")
      xml.attribute("x", tag.match.map(String.init))
      xml.attribute("type", tag.type)
    case .unknown:
      xml.start("ut")
      xml.attribute("x", tag.match.map(String.init))
    }
    if !tag.code.isEmpty { xml.markup(tag.code) }
    xml.end()
  }

  /// Numbers for tags of pairs that have none: TMX demands one.
  private struct Pairs {
    private var next: Int
    private var open: [Int] = []

    init(_ tags: [InlineTag]) {
      var most = 0
      for tag in tags { most = max(most, tag.pair ?? 0) }
      next = most &+ 1
    }

    mutating func begin() -> Int {
      defer { next &+= 1 }
      open.append(next)
      return next
    }

    mutating func end() -> Int {
      if let number = open.popLast() { return number }
      defer { next &+= 1 }
      return next
    }
  }
}
