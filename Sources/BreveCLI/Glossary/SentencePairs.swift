// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveAlignment
import BreveFormats
import BreveMemory
import BreveText

/// Reads sentences and their translations.
enum SentencePairs {
  /// A sentence and its translation.
  struct Pair {
    let source: String
    let target: String
    /// The line of the target, from 1.
    let line: Int
  }

  /// The sentences of two texts: line by line if they have the same number of them, else aligned.
  ///
  /// - Throws: ``LoadingError`` if one cannot be read.
  static func texts(
    _ source: String, _ target: String, aligns: Bool, _ glossary: GlossaryArguments,
    _ diagnostics: Diagnostics
  ) throws(LoadingError) -> [Pair] {
    let (one, other) = (try lines(of: source), try lines(of: target))
    if !aligns, one.count == other.count {
      return zip(one, other).enumerated().map {
        Pair(source: $0.element.0, target: $0.element.1, line: $0.offset + 1)
      }
    }
    var options = ReadingOptions()
    options.structure = .plain
    options.repairs = false
    var reader = DocumentReader(options: options)
    let texts = AlignedTexts(
      try SentenceList(textOf: source, language: .french, by: &reader),
      try SentenceList(textOf: target, language: .english, by: &reader),
      by: SentenceAligner(words: TextPairs.words(glossary, .french, .english)))
    if !aligns {
      diagnostics.note(
        "\(source) has \(one.count) lines and \(target) \(other.count), so they are aligned first")
    }
    diagnostics.note(AlignmentReport(texts, threshold: AlignedTexts.threshold).line)
    return texts.links.compactMap { link in
      guard !link.isOneSided else { return nil }
      return Pair(
        source: texts.sourceText(of: link), target: texts.targetText(of: link),
        line: texts.target.lines[link.target.lowerBound])
    }
  }

  /// The pairs of an XLIFF file, or of a table; told by the content.
  ///
  /// - Throws: ``LoadingError`` if it cannot be read.
  static func located(_ path: String) throws(LoadingError) -> [Pair] {
    let bytes = try FileBytes.read(path)
    guard MemoryFileFormat(content: bytes) == .xliff else { return try table(path) }
    let reader = try XLIFFReader(bytes, path: path)
    var pairs: [Pair] = []
    while let unit = reader.next() {
      let texts = unit.variants.map(\.text)
      pairs.append(
        Pair(
          source: texts.first ?? "", target: texts.count > 1 ? texts[1] : "",
          line: reader.line(ofUnit: unit.line ?? 0)))
    }
    return pairs
  }

  /// The first two columns of a table with TAB between.
  ///
  /// - Throws: ``LoadingError`` with the line that has no TAB.
  static func table(
    _ path: String
  ) throws(LoadingError) -> [Pair] {
    var pairs: [Pair] = []
    for (number, line) in try lines(of: path).enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 2 else {
        throw LoadingError(
          .malformed("there is no TAB between a French and an English sentence"),
          at: SourceLocation(path: path, line: number + 1))
      }
      pairs.append(Pair(source: cells[0], target: cells[1], line: number + 1))
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
