// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText

/// Units as bytes: whole in the history, and what has no column of its own in the tables.
enum UnitRecord {
  /// The first byte of each record; a later form gets a later number.
  private static let version = 1

  /// A whole unit.
  static func bytes(of unit: TranslationUnit) -> [UInt8] {
    var writer = RecordWriter()
    writer.number(version)
    writer.number(unit.id)
    writer.number(Int(unit.state.code))
    write(unit.created, &writer)
    write(unit.changed, &writer)
    for text in [unit.name, unit.project, unit.domain, unit.document, unit.previous, unit.next] {
      writer.text(optional: text)
    }
    writer.text(optional: unit.sourceLanguage?.tag)
    writer.number(optional: unit.range?.lowerBound)
    writer.number(optional: unit.range?.upperBound)
    writer.number(optional: unit.line)
    write(unit.notes, unit.properties, &writer)
    writer.list(unit.variants) { writer, variant in
      writer.text(variant.language.tag)
      writer.text(variant.text)
      writeDetails(of: variant, &writer)
    }
    return writer.bytes
  }

  static func unit(_ bytes: [UInt8]) throws(RecordReader.Damage) -> TranslationUnit {
    var reader = RecordReader(bytes)
    guard try reader.number() == version else { throw RecordReader.Damage() }
    let id = try reader.number()
    guard let code = UInt8(exactly: try reader.number()), let state = UnitState(code: code) else {
      throw RecordReader.Damage()
    }
    var unit = TranslationUnit(id: id, [], state: state)
    unit.created = try stamp(&reader)
    unit.changed = try stamp(&reader)
    unit.name = try reader.optionalText()
    unit.project = try reader.optionalText()
    unit.domain = try reader.optionalText()
    unit.document = try reader.optionalText()
    unit.previous = try reader.optionalText()
    unit.next = try reader.optionalText()
    unit.sourceLanguage = try reader.optionalText().map { Language($0) }
    unit.range = range(try reader.optionalNumber(), try reader.optionalNumber())
    unit.line = try reader.optionalNumber()
    (unit.notes, unit.properties) = try remarks(&reader)
    unit.variants = try reader.list { reader throws(RecordReader.Damage) in
      var variant = Variant(Language(try reader.text()), try reader.text())
      try readDetails(of: &variant, &reader)
      return variant
    }
    guard reader.isAtEnd else { throw RecordReader.Damage() }
    return unit
  }

  /// Notes and properties of a unit; nil if it has none.
  static func details(of unit: TranslationUnit) -> [UInt8]? {
    if unit.notes.isEmpty, unit.properties.isEmpty { return nil }
    var writer = RecordWriter()
    writer.number(version)
    write(unit.notes, unit.properties, &writer)
    return writer.bytes
  }

  static func read(
    _ details: [UInt8], into unit: inout TranslationUnit
  )
    throws(RecordReader.Damage)
  {
    var reader = RecordReader(details)
    guard try reader.number() == version else { throw RecordReader.Damage() }
    (unit.notes, unit.properties) = try remarks(&reader)
  }

  /// All of a variant but language and text; nil if there is no more.
  static func details(of variant: Variant) -> [UInt8]? {
    if variant.tags.isEmpty, variant.created == Stamp(), variant.changed == Stamp(),
      variant.notes.isEmpty, variant.properties.isEmpty
    {
      return nil
    }
    var writer = RecordWriter()
    writer.number(version)
    writeDetails(of: variant, &writer)
    return writer.bytes
  }

  static func read(_ details: [UInt8], into variant: inout Variant) throws(RecordReader.Damage) {
    var reader = RecordReader(details)
    guard try reader.number() == version else { throw RecordReader.Damage() }
    try readDetails(of: &variant, &reader)
  }

  /// A range of two numbers; nil if one is missing or they do not make a range.
  static func range(_ start: Int?, _ end: Int?) -> Range<Int>? {
    guard let start, let end, start <= end else { return nil }
    return start..<end
  }

  private static func writeDetails(of variant: Variant, _ writer: inout RecordWriter) {
    write(variant.created, &writer)
    write(variant.changed, &writer)
    write(variant.notes, variant.properties, &writer)
    writer.list(variant.tags) { writer, tag in
      writer.text(tag.kind.rawValue)
      writer.number(tag.position)
      writer.number(optional: tag.pair)
      writer.number(optional: tag.match)
      writer.text(optional: tag.type)
      writer.text(optional: tag.association)
      writer.text(tag.code)
    }
  }

  private static func readDetails(
    of variant: inout Variant, _ reader: inout RecordReader
  )
    throws(RecordReader.Damage)
  {
    variant.created = try stamp(&reader)
    variant.changed = try stamp(&reader)
    (variant.notes, variant.properties) = try remarks(&reader)
    variant.tags = try reader.list { reader throws(RecordReader.Damage) in
      guard let kind = InlineTag.Kind(rawValue: try reader.text()) else {
        throw RecordReader.Damage()
      }
      return InlineTag(
        kind, at: try reader.number(), pair: try reader.optionalNumber(),
        match: try reader.optionalNumber(), type: try reader.optionalText(),
        association: try reader.optionalText(), code: try reader.text())
    }
  }

  private static func write(_ stamp: Stamp, _ writer: inout RecordWriter) {
    writer.number(optional: stamp.date?.seconds)
    writer.text(optional: stamp.user)
  }

  private static func stamp(_ reader: inout RecordReader) throws(RecordReader.Damage) -> Stamp {
    Stamp(
      date: try reader.optionalNumber().map { Moment(seconds: $0) },
      user: try reader.optionalText())
  }

  private static func write(
    _ notes: [UnitNote], _ properties: [UnitProperty], _ writer: inout RecordWriter
  ) {
    writer.list(notes) { writer, note in
      writer.text(note.text)
      writer.text(optional: note.language?.tag)
    }
    writer.list(properties) { writer, property in
      writer.text(property.name)
      writer.text(property.value)
      writer.text(optional: property.language?.tag)
    }
  }

  private static func remarks(
    _ reader: inout RecordReader
  )
    throws(RecordReader.Damage) -> ([UnitNote], [UnitProperty])
  {
    let notes = try reader.list { reader throws(RecordReader.Damage) in
      UnitNote(try reader.text(), language: try reader.optionalText().map { Language($0) })
    }
    let properties = try reader.list { reader throws(RecordReader.Damage) in
      UnitProperty(
        try reader.text(), try reader.text(),
        language: try reader.optionalText().map { Language($0) })
    }
    return (notes, properties)
  }
}
