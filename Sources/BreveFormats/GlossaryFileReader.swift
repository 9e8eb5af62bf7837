// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveTerms
public import BreveText

/// Reads the terms of two languages from a file of any form that is known; the form is told by what the file holds.
///
/// TBX of both versions; UTX; tables with tabs, commas or semicolons: with a header of language codes (Google, Amazon), of
/// `source` and `target` (Weblate) or of other known names, or without one (OmegaT, DeepL). Encodings as
/// ``TextDecoder``, or as an OmegaT file tells in its first line; gzip and xz.
public struct GlossaryFileReader: Sendable {
  /// In bytes; a glossary in a larger file has to be split.
  private static let largestTable = 1 << 28

  private let source: Language
  private let target: Language
  private let targetFirst: Bool

  /// A reader of the terms of one language with their renderings in another.
  ///
  /// - Parameters:
  ///   - source: The language of the terms.
  ///   - target: The language of their renderings.
  ///   - targetFirst: Whether the renderings stand in the first of columns that nothing names.
  public init(
    from source: Language = .french, to target: Language = .english, targetFirst: Bool = false
  ) {
    self.source = source
    self.target = target
    self.targetFirst = targetFirst
  }

  /// Reads a file; `-` is standard input.
  ///
  /// - Throws: ``LoadingError`` if it cannot be read, or is malformed as a whole: then nothing of it counts.
  public func read(contentsOf path: String) throws(LoadingError) -> GlossaryReading {
    try read(try FileStream(path: path))
  }

  /// Reads bytes at hand, called `path` in errors.
  ///
  /// - Throws: ``LoadingError`` if they are malformed as a whole.
  public func read(_ bytes: [UInt8], path: String) throws(LoadingError) -> GlossaryReading {
    try read(FileStream(bytes, path: path))
  }

  private func read(_ stream: FileStream) throws(LoadingError) -> GlossaryReading {
    var bytes = stream.next()
    if Self.isXML(bytes) {
      return try TBXReader(from: source, to: target).read(FileStream(stream, first: bytes))
    }
    while true {
      let more = stream.next()
      if more.isEmpty { break }
      bytes += more
      guard bytes.count <= Self.largestTable else {
        throw LoadingError(
          .tooLarge(limit: Self.largestTable), at: SourceLocation(path: stream.path))
      }
    }
    if let failure = stream.failure { throw failure }
    let location = SourceLocation(path: stream.path)
    let text = try Self.text(bytes, at: location)
    var table = GlossaryTableParsing(from: source, to: target, targetFirst: targetFirst)
    let reading = table.read(Array(text.utf8))
    if reading.form.hasSuffix("without a header"), Self.isProse(reading, text) {
      throw LoadingError(
        .malformed(
          "\(reading.report.remarkCount) lines have not two columns, and most are sentences, so this is not "
            + "taken for a glossary"),
        at: location)
    }
    return reading
  }

  /// Whether what was read as a table is text: many lines do not fit, and most are as long as sentences and end as such.
  private static func isProse(_ reading: GlossaryReading, _ text: String) -> Bool {
    guard reading.report.remarkCount * 2 > reading.glossary.pairs.count else { return false }
    let lines = text.split(whereSeparator: \.isNewline)
    let sentences = lines.count { line in
      line.last.map { ".!?…»”\"".contains($0) } ?? false
        && line.split(separator: " ").count >= fewestWords
    }
    return sentences * 2 > lines.count
  }

  /// A line of a table that has as many words is a rare one.
  private static let fewestWords = 12

  /// The decoded text; empty where there is none.
  private static func text(
    _ bytes: [UInt8], at location: SourceLocation
  ) throws(LoadingError) -> String {
    if bytes.isEmpty || bytes == [0xEF, 0xBB, 0xBF] { return "" }
    let source: SourceText
    do {
      source = try TextDecoder().text(bytes, at: location)
    } catch {
      if case .empty = error.kind { return "" }
      throw error
    }
    return String(utf16: source.utf16.span)
  }

  /// Whether the first sign of a file, in whatever width, is `<`.
  private static func isXML(_ bytes: [UInt8]) -> Bool {
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 0x20, 0x09, 0x0A, 0x0D]
    return bytes.first { !marks.contains($0) } == UInt8(ascii: "<")
  }
}
