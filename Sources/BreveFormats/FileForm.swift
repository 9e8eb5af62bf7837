// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// What a file holds that was given for a plain text and is none.
///
/// One sign is never enough: prose may begin with `<` or `{`, and a text with a few stray tags is a text.
public enum FileForm: String, Hashable, Sendable, CaseIterable {
  case html, xml, tmx, xliff, tbx, json, jsonLines, pdf, rtf, word, oldWord, openDocument, zip, gzip
  case xz, bzip2, zstandard

  /// What it is, and what to do.
  package var words: (what: String, remedy: String) {
    switch self {
    case .html: ("this is HTML", "save the page as plain text")
    case .xml: ("this is XML", "give the text that is in it")
    case .tmx: ("this is a translation memory (TMX)", "import it with breve memory import")
    case .xliff: ("this is XLIFF", "give the text that it was made of")
    case .tbx: ("this is a glossary (TBX)", "import it with breve glossary import")
    case .json: ("this is JSON", "give the text that is in it")
    case .jsonLines: ("this is JSON Lines", "give it on standard input with --jsonl")
    case .pdf: ("this is a PDF", "save its text, as pdftotext does")
    case .rtf: ("this is RTF", "save it as plain text (.txt)")
    case .word: ("this is a Word document", "save it as plain text (.txt)")
    case .oldWord: ("this is a document of an old office program", "save it as plain text (.txt)")
    case .openDocument: ("this is an OpenDocument file", "save it as plain text (.txt)")
    case .zip: ("this is an archive (zip)", "unpack it first")
    case .gzip: ("this is packed (gzip)", "unpack it first with gunzip")
    case .xz: ("this is packed (xz)", "unpack it first with unxz")
    case .bzip2: ("this is packed (bzip2)", "unpack it first with bunzip2")
    case .zstandard: ("this is packed (zstd)", "unpack it first with unzstd")
    }
  }

  /// The form that the first bytes of a file tell, which no text begins with.
  package init?(bytes: [UInt8]) {
    func starts(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) {
      self = Self.archive(bytes)
    } else if starts([0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      self = .xz
    } else if starts(Array("BZh".utf8)), bytes.count > 9,
      bytes[4..<10].elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
    {
      self = .bzip2
    } else if starts([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldWord
    } else if starts(Array("%PDF-".utf8)), bytes.count > 5, (0x30...0x39).contains(bytes[5]) {
      self = .pdf
    } else if starts(Array("{\\rtf".utf8)) {
      self = .rtf
    } else {
      return nil
    }
  }

  /// What an archive holds, by the names at its beginning.
  private static func archive(_ bytes: [UInt8]) -> FileForm {
    let start = bytes.prefix(archiveStart)
    func holds(_ name: String) -> Bool { start.firstRange(of: Array(name.utf8)) != nil }
    if holds("mimetypeapplication/vnd.oasis.opendocument") { return .openDocument }
    return holds("word/") ? .word : .zip
  }

  private static let archiveStart = 1 << 13

  /// The form that the marks of a decoded text tell, several of them together.
  package init?(text: [UInt16]) {
    var start = 0
    while start < text.count, CharacterClass.isWhite(text[start]) { start += 1 }
    guard start < text.count else { return nil }
    switch text[start] {
    case 0x3C:
      guard let form = MarkupSigns(text, from: start).form else { return nil }
      self = form
    case 0x7B, 0x5B:
      guard let form = Self.json(text, from: start) else { return nil }
      self = form
    default: return nil
    }
  }

  /// Objects a line, or one value from the first mark to the last, with a name and its colon.
  private static func json(_ text: [UInt16], from start: Int) -> FileForm? {
    var next = start + 1
    while next < text.count, CharacterClass.isWhite(text[next]) { next += 1 }
    // {"…, [{…, [["…
    guard next < text.count,
      text[next] == 0x22 || text[start] == 0x5B && (text[next] == 0x7B || text[next] == 0x5B)
    else { return nil }
    var end = text.count
    while end > start, CharacterClass.isWhite(text[end - 1]) { end -= 1 }
    if text[start] == 0x7B {
      let lines = text[start..<end].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      let objects = lines.count { $0.first == 0x7B && isEnd($0, 0x7D) && hasMember($0) }
      if objects * 2 > lines.count { return .jsonLines }
    }
    guard isEnd(text[start..<end], text[start] == 0x7B ? 0x7D : 0x5D),
      hasMember(text[start..<end])
    else { return nil }
    return .json
  }

  private static func isEnd(_ units: ArraySlice<UInt16>, _ mark: UInt16) -> Bool {
    units.last { !CharacterClass.isWhite($0) } == mark
  }

  /// Whether `":` or `" :` stands in it.
  private static func hasMember(_ units: ArraySlice<UInt16>) -> Bool {
    var index = units.startIndex
    while index < units.endIndex {
      if units[index] == 0x22 {
        var next = index + 1
        while next < units.endIndex, CharacterClass.isBlank(units[next]) { next += 1 }
        if next < units.endIndex, units[next] == 0x3A { return true }
      }
      index += 1
    }
    return false
  }
}
