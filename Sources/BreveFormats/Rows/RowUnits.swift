// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
package import BreveText
internal import BreveXML

/// Rows of bilingual briefs as units of XLIFF 2.1 and TMX, and back.
///
/// The id of a row is that of its unit. What tells whether the English was changed is the id of the segment in XLIFF and
/// a property in TMX.
package enum RowUnits {
  private static let property = "x-breve-row"
  private static let before = "Sentence before: "
  private static let after = "Sentence after: "
  /// The category of the note, and the property of the header, that lists the ids of all rows.
  private static let written = "x-breve-rows"

  /// The rows as XLIFF 2.1, a `<file>` an article; notes hold the label, what was found, and the sentences around.
  ///
  /// - Parameters:
  ///   - rows: In their order.
  ///   - source: The language of the sentences.
  ///   - target: That of the English.
  /// - Returns: UTF-8.
  package static func xliff(
    _ rows: [ExchangeRow], source: Language, target: Language
  ) -> [UInt8] {
    var writer = XLIFFWriter(source: source, target: target)
    for (document, rows) in Dictionary(grouping: rows, by: \.document) {
      writer.note(ids(of: rows), category: written, ofFile: document)
    }
    for row in rows {
      var unit = unit(row, target)
      if let mark = row.mark {
        unit.properties.append(
          .init(XLIFFProperty.name("segment", .v2), " id=\"e\(mark.english)\""))
      }
      unit.notes = ([row.label] + row.findings).map { UnitNote($0) }
      if let previous = row.previous { unit.notes.append(UnitNote(before + previous)) }
      if let next = row.next { unit.notes.append(UnitNote(after + next)) }
      writer.append(unit)
    }
    return writer.finish()
  }

  /// The rows as TMX 1.4.
  ///
  /// - Parameters:
  ///   - rows: In their order; those without English have one variant.
  ///   - target: The language of the English.
  /// - Returns: UTF-8.
  package static func tmx(_ rows: [ExchangeRow], target: Language) -> [UInt8] {
    var header = TMXHeader()
    header.sourceLanguage = .french
    header.properties = [UnitProperty(written, ids(of: rows))]
    var writer = TMXWriter(header: header)
    for row in rows {
      var unit = unit(row, target)
      (unit.previous, unit.next) = (row.previous, row.next)
      unit.range = row.mark?.range
      unit.engine = row.engine
      if let mark = row.mark { unit.properties.append(.init(property, mark.english)) }
      writer.append(unit)
    }
    return writer.finish()
  }

  private static func unit(_ row: ExchangeRow, _ target: Language) -> TranslationUnit {
    var variants = [Variant(row.language, row.source)]
    if !row.english.isEmpty { variants.append(Variant(target, row.english)) }
    var unit = TranslationUnit(variants, state: row.state ?? .draft)
    unit.name = row.mark?.id
    unit.sourceLanguage = row.language
    unit.document = row.document
    return unit
  }

  /// The ids of rows, blanks between.
  private static func ids(of rows: [ExchangeRow]) -> String {
    rows.compactMap(\.mark?.id).joined(separator: " ")
  }

  private static func ids(in list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  // MARK: Back

  /// The rows of an XLIFF file, of any version and with whatever a tool added to it.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: What it is called in errors.
  /// - Returns: A row a segment or unit, in the order of the file.
  /// - Throws: ``LoadingError`` if it is no XLIFF or cannot be read.
  package static func rows(
    xliff bytes: [UInt8], path: String
  ) throws(LoadingError) -> ExchangeRows {
    let reader = try XLIFFReader(bytes, path: path, keepsGoing: true)
    var rows: [ExchangeRow] = []
    while let unit = reader.next() {
      let segment = unit.value(XLIFFProperty.name("segment", .v2)) ?? ""
      let hash = segment.firstRange(of: "id=\"e").map {
        String(segment[$0.upperBound...].prefix { $0 != "\"" })
      }
      var row = row(unit, hash)
      row.place = "line \(reader.line(ofUnit: unit.line ?? 0))"
      for note in unit.notes {
        if note.text.hasPrefix(before) { row.previous = String(note.text.dropFirst(before.count)) }
        if note.text.hasPrefix(after) { row.next = String(note.text.dropFirst(after.count)) }
      }
      rows.append(row)
    }
    return ExchangeRows(rows: rows, written: writtenIDs(inXLIFF: bytes))
  }

  /// The ids that the notes of the files list; none where a program left these out.
  private static func writtenIDs(inXLIFF bytes: [UInt8]) -> [String] {
    var rest = bytes
    let reader = XMLReader {
      defer { rest = [] }
      return rest
    }
    let (note, category) = (reader.number(of: "note"), reader.number(of: "category"))
    var list = ""
    var isList = false
    while let event = try? reader.next() {
      switch event {
      case .start: isList = reader.name == note && reader.attribute(category) == written
      case .text: if isList { list += reader.text }
      case .end:
        if isList { list += " " }
        isList = false
      case .instruction: break
      }
    }
    return ids(in: list)
  }

  /// The rows of a TMX file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: What it is called in errors.
  /// - Returns: A row a unit, in the order of the file.
  /// - Throws: ``LoadingError`` if it is no TMX or cannot be read.
  package static func rows(tmx bytes: [UInt8], path: String) throws(LoadingError) -> ExchangeRows {
    let reader = TMXReader(bytes, path: path)
    var rows: [ExchangeRow] = []
    while let unit = try reader.next() {
      var row = row(unit, unit.value(property))
      row.place = "line \(reader.unitLine)"
      (row.previous, row.next) = (unit.previous, unit.next)
      rows.append(row)
    }
    let list = reader.header.properties.first { $0.name == written }?.value ?? ""
    return ExchangeRows(rows: rows, written: ids(in: list))
  }

  private static func row(_ unit: TranslationUnit, _ english: String?) -> ExchangeRow {
    let language = unit.sourceLanguage ?? .french
    let mark = unit.name.flatMap { id in english.flatMap { RowMark(id: id, english: $0) } }
    var row = ExchangeRow(
      mark: mark, source: (unit.variant(language)?.text ?? "").words,
      english: (unit.variant(.english)?.text ?? "").words)
    row.language = language
    row.state = unit.state
    row.document = unit.document
    return row
  }
}
