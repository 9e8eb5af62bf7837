// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveText

/// Reads sentences and their translations.
enum SentencePairs {
  /// A sentence with its translation, and where it stands.
  struct Pair {
    /// From 1.
    let line: Int
    /// Its number among the units of a memory, from 1; nil in other files.
    var unit: Int?
    let source: String
    let target: String
  }

  /// The pairs of one or two files: two texts line by line, a table of two columns, or TMX.
  ///
  /// - Parameters:
  ///   - files: One or two.
  ///   - source: The language of the sentences, for TMX.
  ///   - target: That of the translations.
  ///   - tell: Is told what of a TMX file is not read.
  /// - Returns: The pairs in their order; of TMX, the units that have both languages.
  /// - Throws: ``LoadingError`` if a file cannot be read, or is malformed.
  static func pairs(
    _ files: [String], from source: Language, to target: Language, tell: (String) -> Void
  ) throws(LoadingError) -> [Pair] {
    if files.count == 1, MemoryFileFormat(name: files[0]) == .tmx {
      return try units(files[0], from: source, to: target, tell: tell)
    }
    let texts = try files.count == 2 ? lines(files[0], files[1]) : table(files[0])
    return texts.enumerated().map {
      Pair(line: $0.offset + 1, source: $0.element.source, target: $0.element.target)
    }
  }

  private static func units(
    _ path: String, from source: Language, to target: Language, tell: (String) -> Void
  ) throws(LoadingError) -> [Pair] {
    let reader = try TMXReader(contentsOf: path)
    var pairs: [Pair] = []
    var incomplete = 0
    while let unit = try reader.next() {
      if let one = unit.variant(source), let other = unit.variant(target) {
        pairs.append(
          Pair(
            line: reader.unitLine, unit: (unit.line ?? 0) + 1, source: one.text, target: other.text)
        )
      } else {
        incomplete += 1
      }
    }
    for remark in reader.report.remarks {
      tell("\(SourceLocation(path: path, line: remark.line)): \(remark.reason)")
    }
    if incomplete > 0 {
      tell("\(path): units without both '\(source)' and '\(target)', not checked: \(incomplete)")
    }
    return pairs
  }

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
