// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveAlignment
import BreveFormats
import BreveMemory
import BreveStore
import BreveText

/// Reads sentences and their translations: two texts, a table of two columns, TMX or XLIFF.
struct SentencePairs {
  /// A sentence with its translation, and where it stands.
  struct Pair {
    /// From 1; that of the target in two texts.
    let line: Int
    /// Its number among the units of a memory, from 1; nil in other files.
    var unit: Int?
    let source: String
    let target: String
  }

  /// One file or two.
  let files: [String]
  let source: Language
  let target: Language
  /// Whether two texts are aligned even if they have the same number of lines.
  let aligns: Bool
  /// The glossary whose words help to align.
  let words: GlossaryArguments
  let diagnostics: Diagnostics

  /// The pairs in their order; of TMX and XLIFF, the units that have both languages.
  ///
  /// - Throws: ``LoadingError`` if a file cannot be read, or is malformed.
  func pairs() throws(LoadingError) -> [Pair] {
    if files.count == 2 { return try texts() }
    if MemoryFileFormat(name: files[0]) == .tmx { return try units() }
    let bytes = try FileBytes.read(files[0])
    return MemoryFileFormat(content: bytes) == .xliff
      ? try segments(bytes) : try Self.table(files[0])
  }

  /// The sentences of two texts: line by line if they have the same number of them, else aligned.
  private func texts() throws(LoadingError) -> [Pair] {
    let (one, other) = (try Self.lines(of: files[0]), try Self.lines(of: files[1]))
    if !aligns, one.count == other.count {
      return zip(one, other).enumerated().map {
        Pair(line: $0.offset + 1, source: $0.element.0, target: $0.element.1)
      }
    }
    var options = ReadingOptions()
    options.structure = .plain
    options.repairs = false
    var reader = DocumentReader(options: options)
    let texts = AlignedTexts(
      try SentenceList(textOf: files[0], language: source, by: &reader),
      try SentenceList(textOf: files[1], language: target, by: &reader),
      by: SentenceAligner(words: TextPairs.words(words, source, target)))
    if !aligns {
      diagnostics.note(
        "\(files[0]) has \(one.count) lines and \(files[1]) \(other.count), so they are aligned first"
      )
    }
    diagnostics.note(AlignmentReport(texts, threshold: AlignedTexts.threshold).line)
    return texts.links.compactMap { link in
      guard !link.isOneSided else { return nil }
      return Pair(
        line: texts.target.lines[link.target.lowerBound], source: texts.sourceText(of: link),
        target: texts.targetText(of: link))
    }
  }

  /// The units of TMX.
  private func units() throws(LoadingError) -> [Pair] {
    let reader = try TMXReader(contentsOf: files[0])
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
      diagnostics.note("\(SourceLocation(path: files[0], line: remark.line)): \(remark.reason)")
    }
    if incomplete > 0 {
      diagnostics.note(
        "\(files[0]): units without both '\(source)' and '\(target)', not checked: \(incomplete)")
    }
    return pairs
  }

  /// The units of XLIFF.
  private func segments(_ bytes: [UInt8]) throws(LoadingError) -> [Pair] {
    let reader = try XLIFFReader(bytes, path: files[0])
    var pairs: [Pair] = []
    while let unit = reader.next() {
      let texts = unit.variants.map(\.text)
      pairs.append(
        Pair(
          line: reader.line(ofUnit: unit.line ?? 0), source: texts.first ?? "",
          target: texts.count > 1 ? texts[1] : ""))
    }
    return pairs
  }

  /// The first two columns of a table with TAB between.
  ///
  /// - Throws: ``LoadingError`` with the line that has no TAB.
  static func table(_ path: String) throws(LoadingError) -> [Pair] {
    var pairs: [Pair] = []
    for (number, line) in try lines(of: path).enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 2 else {
        throw LoadingError(
          .malformed("there is no TAB between a French and an English sentence"),
          at: SourceLocation(path: path, line: number + 1))
      }
      pairs.append(Pair(line: number + 1, source: cells[0], target: cells[1]))
    }
    return pairs
  }

  /// The pairs of a memory, by number; rejected units are left out.
  ///
  /// - Throws: ``StoreError`` if the memory cannot be read.
  static func memory(
    _ path: String, _ source: Language, _ target: Language
  ) throws -> [(source: String, target: String)] {
    var pairs: [(source: String, target: String)] = []
    try MemoryStore(path: path).forEachUnit { unit in
      guard unit.state != .rejected, let one = unit.variant(source)?.text,
        let other = unit.variant(target)?.text
      else { return }
      pairs.append((source: one, target: other))
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
