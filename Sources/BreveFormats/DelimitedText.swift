// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// Cuts a table in UTF-8 into records and fields as its bytes come: TSV, or CSV with quotation marks (RFC 4180).
///
/// A quotation mark that does not begin a field is text, and so are all of a field that does not end with one. A field in
/// quotation marks may hold the delimiter, line ends and doubled quotation marks. Lines end with LF, CR LF or CR.
struct DelimitedText {
  /// One line, or several where a field in quotation marks holds line ends.
  struct Record: Hashable {
    /// Where it begins, from 1.
    var line: Int
    var fields: [String]
    /// A quotation mark was never closed; the record ends with the table.
    var isOpen = false
    /// A field holds bytes that are no UTF-8; it was read as windows-1252.
    var hasForeignBytes = false
  }

  /// In bytes; a longer record is none, and its quotation marks do not fit.
  static let longestRecord = 1 << 22

  let delimiter: UInt8
  let hasQuotes: Bool
  private var field: [UInt8] = []
  private var fields: [String] = []
  private var size = 0
  private var state = State.start
  private var line = 1
  private var firstLine = 1
  private var isAfterReturn = false
  private var records: [Record] = []
  private var next = 0
  private var hasForeignBytes = false

  private enum State { case start, plain, quoted, quote }

  /// A table whose fields `delimiter` divides.
  init(delimiter: UInt8, hasQuotes: Bool) {
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
  }

  /// Takes the next bytes.
  mutating func append(_ bytes: [UInt8]) {
    let span = bytes.span
    var index = 0
    while index < span.count {
      let byte = span[index]
      if isAfterReturn {
        isAfterReturn = false
        if byte == 0x0A {
          index += 1
          continue
        }
      }
      if state == .plain || state == .start && byte != 0x22 {
        // The quick way over what is nothing but text.
        var end = index
        while end < span.count, span[end] != delimiter, span[end] != 0x0A, span[end] != 0x0D {
          end += 1
        }
        if end > index {
          copy(span, index..<end)
          state = .plain
          index = end
          continue
        }
      }
      take(byte)
      index += 1
    }
  }

  /// Ends the last record.
  mutating func finish() {
    if state == .quoted {
      endField()
      endRecord(isOpen: true)
    } else if !fields.isEmpty || !field.isEmpty || state != .start {
      endField()
      endRecord()
    }
  }

  /// The next record that is whole; nil if more bytes must come first.
  mutating func popRecord() -> Record? {
    if next == records.count {
      records.removeAll(keepingCapacity: true)
      next = 0
      return nil
    }
    next += 1
    return records[next - 1]
  }

  private mutating func take(_ byte: UInt8) {
    if state == .quoted {
      if byte == 0x22 {
        state = .quote
      } else {
        if byte == 0x0A { line += 1 }
        field.append(byte)
        size += 1
        if size > Self.longestRecord {
          endField()
          endRecord(isOpen: true)
        }
      }
      return
    }
    switch byte {
    case delimiter: endField()
    case 0x0A, 0x0D:
      endField()
      endRecord()
      isAfterReturn = byte == 0x0D
    case 0x22 where state == .start && hasQuotes: state = .quoted
    case 0x22 where state == .quote:
      field.append(0x22)
      state = .quoted
    default:
      // After a closing quotation mark: the field was none in quotation marks, so its marks are text.
      if state == .quote {
        field = [0x22] + field.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
      }
      field.append(byte)
      size += 1
      state = .plain
    }
  }

  private mutating func copy(_ span: Span<UInt8>, _ range: Range<Int>) {
    for index in range { field.append(span[index]) }
    size += range.count
    if size > Self.longestRecord {
      endField()
      endRecord(isOpen: true)
    }
  }

  private mutating func endField() {
    if field.isEmpty {
      fields.append("")
    } else if let text = String(validating: field, as: UTF8.self) {
      fields.append(text)
    } else {
      let decoded = try? Charset.decode(field.span, as: "windows-1252")
      fields.append(
        decoded.map { String(decoding: $0.units, as: UTF16.self) }
          ?? String(decoding: field, as: UTF8.self))
      hasForeignBytes = true
    }
    field.removeAll(keepingCapacity: true)
    state = .start
  }

  private mutating func endRecord(isOpen: Bool = false) {
    records.append(
      Record(
        line: firstLine, fields: fields, isOpen: isOpen, hasForeignBytes: hasForeignBytes))
    hasForeignBytes = false
    // A new one: what is emptied while the record holds it would be allocated anew, as large as the widest so far.
    fields = []
    size = 0
    line += 1
    firstLine = line
  }

  /// `fields` as a line with LF; in CSV what would not read back stands in quotation marks.
  static func line(
    _ fields: [String], delimiter: UInt8, hasQuotes: Bool, alwaysQuotes: Bool = false
  ) -> String {
    var line = ""
    for (place, field) in fields.enumerated() {
      if place > 0 { line.unicodeScalars.append(Unicode.Scalar(delimiter)) }
      let isSpecial = field.utf8.contains {
        $0 == delimiter || $0 == 0x0A || $0 == 0x0D || $0 == 0x22
      }
      if !hasQuotes {
        line += isSpecial ? plain(field, delimiter) : field
      } else if isSpecial || alwaysQuotes || field.hasPrefix(" ") || field.hasSuffix(" ")
        || fields.count == 1 && field.isEmpty
      {
        line += "\"" + doubled(field) + "\""
      } else {
        line += field
      }
    }
    return line + "\n"
  }

  private static func doubled(_ field: String) -> String {
    var bytes: [UInt8] = []
    for byte in field.utf8 {
      bytes.append(byte)
      if byte == 0x22 { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Without quotation marks there is no way to write the delimiter or a line end in a field.
  private static func plain(_ field: String, _ delimiter: UInt8) -> String {
    String(
      decoding: field.utf8.map { $0 == delimiter || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 },
      as: UTF8.self)
  }
}
