// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveMemory
import BreveText

/// Reads sentences and their translations.
enum SentencePairs {
  /// The lines of two texts that have the same number of them.
  ///
  /// - Throws: ``LoadingError`` if they have not, or cannot be read.
  static func lines(
    _ source: String, _ target: String
  ) throws(LoadingError) -> [(source: String, target: String)] {
    let one = try lines(of: source)
    let other = try lines(of: target)
    guard one.count == other.count else {
      throw LoadingError(
        .malformed(
          "\(source) has \(one.count) lines, \(target) has \(other.count); they are compared line by line"
        ),
        at: SourceLocation(path: target))
    }
    return zip(one, other).map { (source: $0, target: $1) }
  }

  /// Pairs with the numbers of their lines, from 1.
  static func numbered(
    _ pairs: [(source: String, target: String)]
  ) -> [(line: Int, source: String, target: String)] {
    pairs.enumerated().map { (line: $0 + 1, source: $1.source, target: $1.target) }
  }

  /// The pairs of an XLIFF file, or of a table; told by the content.
  ///
  /// - Throws: ``LoadingError`` if it cannot be read.
  static func located(
    _ path: String
  ) throws(LoadingError) -> [(line: Int, source: String, target: String)] {
    let bytes = try FileBytes.read(path)
    guard MemoryFileFormat(content: bytes) == .xliff else { return numbered(try table(path)) }
    let reader = try XLIFFReader(bytes, path: path)
    var pairs: [(line: Int, source: String, target: String)] = []
    while let unit = reader.next() {
      let texts = unit.variants.map(\.text)
      pairs.append(
        (
          line: reader.line(ofUnit: unit.line ?? 0), source: texts.first ?? "",
          target: texts.count > 1 ? texts[1] : ""
        ))
    }
    return pairs
  }

  /// The first two columns of a table with TAB between.
  ///
  /// - Throws: ``LoadingError`` with the line that has no TAB.
  static func table(
    _ path: String
  ) throws(LoadingError) -> [(source: String, target: String)] {
    var pairs: [(source: String, target: String)] = []
    for (number, line) in try lines(of: path).enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 2 else {
        throw LoadingError(
          .malformed("there is no TAB between a French and an English sentence"),
          at: SourceLocation(path: path, line: number + 1))
      }
      pairs.append((cells[0], cells[1]))
    }
    return pairs
  }

  private static func lines(of path: String) throws(LoadingError) -> [String] {
    let text = try TextDecoder().text(FileBytes.read(path), at: SourceLocation(path: path))
    var lines = text.utf16.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF16.self)
    }
    if lines.first?.unicodeScalars.first == "\u{FEFF}" { lines[0].unicodeScalars.removeFirst() }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
