// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveAlignment
public import BreveFormats
internal import BreveSystem
public import BreveText

/// The sentences of a text, and where they stand in it.
public struct SentenceList: Sendable {
  /// The file they were read from.
  public let path: String
  public let text: AlignmentText
  /// For each sentence the line it begins in, from 1.
  public let lines: [Int]
  /// For each sentence its place in the file, in UTF-8 bytes; nil where the file is in another encoding.
  public let ranges: [Range<Int>]?

  /// Takes each line as one sentence; an empty line is one that says nothing, and ends a paragraph.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - language: The language it is in.
  ///   - paragraphs: A file with the number of the paragraph of each line; nil takes `path` with `.par` after it, if it is
  ///     there.
  /// - Throws: ``LoadingError`` if the file cannot be read, or the other has not as many lines.
  public init(
    linesOf path: String, language: Language, paragraphs: String? = nil
  ) throws(LoadingError) {
    self.path = path
    let sentences = try Self.lines(of: path)
    lines = Array(sentences.indices.map { $0 + 1 })
    ranges = nil
    var starts: [Bool]?
    if let marks = paragraphs ?? (SystemFile.kind(path + ".par") == .regular ? path + ".par" : nil)
    {
      let numbers = try Self.lines(of: marks)
      guard numbers.count == sentences.count else {
        throw LoadingError(
          .malformed(
            "it has \(numbers.count) numbers of paragraphs for the \(sentences.count) lines of \(path)"
          ),
          at: SourceLocation(path: marks))
      }
      starts = numbers.indices.map { $0 == 0 || numbers[$0] != numbers[$0 - 1] }
    } else if sentences.contains(where: Self.isBlank) {
      starts = sentences.indices.map { $0 == 0 || Self.isBlank(sentences[$0 - 1]) }
    }
    text = AlignmentText(language: language, sentences: sentences, startsParagraph: starts)
  }

  /// Cuts running text into sentences.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - language: The language it is in.
  ///   - reader: What cuts it.
  /// - Throws: ``LoadingError`` if the file cannot be read.
  public init(
    textOf path: String, language: Language, by reader: inout DocumentReader
  ) throws(LoadingError) {
    self.path = path
    let location = SourceLocation(path: path)
    let source = try TextDecoder().text(try FileBytes.read(path), at: location)
    let document: Document
    do {
      document = try reader.document(source, language: language)
    } catch {
      throw LoadingError(.malformed("\(error)"), at: location)
    }
    let segments = document.segments
    var lines: [Int] = []
    var line = 1
    var place = 0
    for segment in segments {
      let start = segment.range.utf16.lowerBound
      while place < start {
        if source.utf16[place] == 0x0A { line += 1 }
        place += 1
      }
      lines.append(line)
    }
    self.lines = lines
    ranges = segments.contains { $0.range.bytes != nil } ? nil : segments.map(\.range.utf8)
    text = AlignmentText(
      language: language, sentences: segments.map(\.text),
      startsParagraph: segments.indices.map {
        $0 == 0 || segments[$0].block != segments[$0 - 1].block
      })
  }

  /// The same without marks of paragraphs.
  var withoutParagraphs: SentenceList {
    SentenceList(
      path: path, text: AlignmentText(language: text.language, sentences: text.sentences),
      lines: lines, ranges: ranges)
  }

  private init(path: String, text: AlignmentText, lines: [Int], ranges: [Range<Int>]?) {
    self.path = path
    self.text = text
    self.lines = lines
    self.ranges = ranges
  }

  private static func isBlank(_ line: String) -> Bool {
    line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
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
