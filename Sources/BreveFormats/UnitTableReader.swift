// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText

/// Reads translation units from a table of two columns, the source and the target, in constant memory.
///
/// A line is a unit; the target may be missing. In a table with commas a field may stand in quotation marks and hold
/// commas, line ends and doubled quotation marks (RFC 4180); in one with tabs nothing is quoted. UTF-8, with or without
/// its mark; gzip and xz are unpacked.
public final class UnitTableReader {
  /// What stands between the columns.
  public enum Separator: String, CaseIterable, Sendable {
    case tab
    case comma

    var byte: UInt8 { self == .tab ? 0x09 : 0x2C }
  }

  /// What was read and what was not, so far.
  public private(set) var report = ReadingReport()

  private let stream: FileStream
  private let separator: Separator
  private let source: Language
  private let target: Language
  private let keepsGoing: Bool
  private var buffer: [UInt8] = []
  private var place = 0
  private var isLast = false
  /// The number of the unit that comes next, and the line it begins in, both from 0.
  private var unit = 0
  private var line = 0

  /// A reader of a file.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - separator: What stands between the columns.
  ///   - source: The language of the first column.
  ///   - target: The language of the second.
  ///   - keepsGoing: Whether to pass over bad lines.
  /// - Throws: ``LoadingError`` if it cannot be opened.
  public convenience init(
    contentsOf path: String, separator: Separator = .tab, source: Language, target: Language,
    keepsGoing: Bool = false
  ) throws(LoadingError) {
    self.init(
      try FileStream(path: path), separator: separator, source: source, target: target,
      keepsGoing: keepsGoing)
  }

  package init(
    _ stream: FileStream, separator: Separator, source: Language, target: Language,
    keepsGoing: Bool
  ) {
    self.stream = stream
    self.separator = separator
    self.source = source
    self.target = target
    self.keepsGoing = keepsGoing
  }

  /// A reader of bytes at hand, called `path` in errors.
  package init(
    _ bytes: [UInt8], path: String, separator: Separator = .tab, source: Language, target: Language,
    keepsGoing: Bool = false
  ) {
    stream = FileStream(bytes, path: path)
    self.separator = separator
    self.source = source
    self.target = target
    self.keepsGoing = keepsGoing
  }

  /// The next unit; nil at the end.
  ///
  /// - Returns: A unit with one or two variants, whose `line` is its number in the file.
  /// - Throws: ``LoadingError`` at the first bad line; a reader that keeps going reports it and goes on.
  public func next() throws(LoadingError) -> TranslationUnit? {
    while let record = try nextRecord() {
      let number = line + 1
      let fault = Self.fault(in: record.fields)
      defer {
        unit += 1
        line += record.lines
      }
      report.countRead()
      guard let fault else { return made(record.fields) }
      guard keepsGoing || fault.isHarmless else {
        throw LoadingError(
          .malformed(fault.reason), at: SourceLocation(path: stream.path, line: number))
      }
      report.skip(fault.reason, line: number)
    }
    return nil
  }

  private func made(_ fields: [[UInt8]]) -> TranslationUnit {
    var made = TranslationUnit([])
    made.variants.reserveCapacity(2)
    if !fields[0].isEmpty {
      made.variants.append(Variant(source, String(decoding: fields[0], as: UTF8.self)))
    }
    if fields.count > 1, !fields[1].isEmpty {
      made.variants.append(Variant(target, String(decoding: fields[1], as: UTF8.self)))
    }
    made.line = unit
    return made
  }

  private static func fault(in fields: [[UInt8]]) -> (reason: String, isHarmless: Bool)? {
    if fields.count > 2 { return ("it has \(fields.count) columns, not two", false) }
    if fields.allSatisfy(\.isEmpty) { return ("there is no text in it", true) }
    for field in fields where !isUTF8(field) { return ("it is not UTF-8", false) }
    return nil
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    var isPlain = true
    let span = bytes.span
    for index in span.indices where span[index] >= 0x80 {
      isPlain = false
      break
    }
    return isPlain || (try? UTF8Span(validating: span)) != nil
  }

  // MARK: Records

  private func nextRecord() throws(LoadingError) -> (fields: [[UInt8]], lines: Int)? {
    while true {
      if let record = separator == .tab ? plainRecord() : quotedRecord() { return record }
      if isLast {
        if let failure = stream.failure { throw failure }
        guard place < buffer.count else { return nil }
        if separator == .comma, !keepsGoing {
          throw LoadingError(
            .malformed("a quotation mark is not closed"),
            at: SourceLocation(path: stream.path, line: line + 1))
        }
        defer { place = buffer.count }
        report.add(.note, "the last record has no end", line: line + 1)
        return (fields(place..<buffer.count), 1)
      }
      let more = stream.next()
      if more.isEmpty {
        isLast = true
        if buffer.last != 0x0A, place < buffer.count { buffer.append(0x0A) }
        continue
      }
      buffer.removeFirst(place)
      place = 0
      let isFirst = unit == 0 && line == 0 && buffer.isEmpty
      buffer += isFirst && more.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(more.dropFirst(3)) : more
    }
  }

  /// Up to the next line end; nil if there is none yet.
  private func plainRecord() -> (fields: [[UInt8]], lines: Int)? {
    guard let end = Self.lineEnd(in: buffer, from: place) else { return nil }
    defer { place = end + 1 }
    return (fields(place..<(end > place && buffer[end - 1] == 0x0D ? end - 1 : end)), 1)
  }

  private static func lineEnd(in buffer: [UInt8], from start: Int) -> Int? {
    let bytes = buffer.span
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end < bytes.count ? end : nil
  }

  private func fields(_ range: Range<Int>) -> [[UInt8]] {
    buffer[range].split(separator: separator.byte, omittingEmptySubsequences: false).map(Array.init)
  }

  private func quotedRecord() -> (fields: [[UInt8]], lines: Int)? {
    guard let record = Self.quotedRecord(in: buffer, from: place, separator.byte) else {
      return nil
    }
    place = record.end
    return (record.fields, record.lines)
  }

  private static func quotedRecord(
    in buffer: [UInt8], from start: Int, _ separator: UInt8
  ) -> (fields: [[UInt8]], lines: Int, end: Int)? {
    let bytes = buffer.span
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var lines = 1
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22 {
          guard index + 1 < bytes.count else { return nil }
          if bytes[index + 1] == 0x22 {
            fields[fields.count - 1].append(byte)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          if byte == 0x0A { lines += 1 }
          fields[fields.count - 1].append(byte)
        }
      } else if byte == 0x22, fields[fields.count - 1].isEmpty {
        isQuoted = true
      } else if byte == separator {
        fields.append([])
      } else if byte == 0x0A {
        if fields[fields.count - 1].last == 0x0D { fields[fields.count - 1].removeLast() }
        return (fields, lines, index + 1)
      } else {
        fields[fields.count - 1].append(byte)
      }
      index += 1
    }
    return nil
  }
}
