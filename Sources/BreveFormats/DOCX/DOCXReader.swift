// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveXML

/// Reads the rows of a bilingual brief out of a document of Word that ``DOCXWriter`` made and a person worked on.
///
/// Rows are known by the tags of their content controls, or by bookmarks where a program dropped the tags. Changes that are
/// tracked count as made: what was inserted is read, what was deleted is not.
package enum DOCXReader {
  /// The rows, in their order.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: What it is called in errors.
  /// - Returns: A row for each French text and for each English one without it; its English is empty where there is none.
  /// - Throws: ``LoadingError`` if it is no document of Word, is damaged or holds no row.
  package static func rows(_ bytes: [UInt8], path: String) throws(LoadingError) -> ExchangeRows {
    let archive = try ZipReader(bytes, path: path)
    guard let document = try archive.content("word/document.xml") else {
      throw fault("this is no document of Word: it has no word/document.xml", path)
    }
    let (known, written) = try places(archive, path)
    let controls = tagged(try controls(document, path), Array(known.keys))
    var order: [String] = []
    var texts: [String: (french: [String], english: [String], states: [String])] = [:]
    for control in controls {
      guard let kind = Kind(control.tag) else { continue }
      let mark = String(control.tag.dropFirst(3))
      if texts[mark] == nil { order.append(mark) }
      switch kind {
      case .french: texts[mark, default: ([], [], [])].french.append(control.text)
      case .english: texts[mark, default: ([], [], [])].english.append(control.text)
      case .state: texts[mark, default: ([], [], [])].states.append(control.text)
      }
    }
    guard !order.isEmpty else {
      throw fault("there is no row of breve bilingual in it", path)
    }
    var rows: [ExchangeRow] = []
    for mark in order {
      guard let text = texts[mark] else { continue }
      // A row that was copied stands there several times.
      for copy in 0..<max(text.french.count, text.english.count) {
        var row = ExchangeRow(
          mark: RowMark(mark), source: copy < text.french.count ? text.french[copy] : "",
          english: copy < text.english.count ? english(text.english[copy]) : "")
        let isReviewed = copy < text.states.count && text.states[copy] == DOCXNames.reviewed
        row.state = isReviewed ? .reviewed : nil
        row.place = "row \(rows.count + 1)"
        if let place = row.mark.flatMap({ known[$0.id] }) {
          (row.document, row.previous, row.next) = (place.document, place.previous, place.next)
        }
        rows.append(row)
      }
    }
    return ExchangeRows(rows: rows, written: written)
  }

  /// Whether a file is a ZIP archive, by its first bytes.
  package static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4])
  }

  private enum Kind {
    case french, english, state

    init?(_ tag: String) {
      if tag.hasPrefix(DOCXNames.french) {
        self = .french
      } else if tag.hasPrefix(DOCXNames.english) {
        self = .english
      } else if tag.hasPrefix(DOCXNames.state) {
        self = .state
      } else {
        return nil
      }
    }
  }

  /// The English of a control: what stands beside the words that say there is none.
  private static func english(_ text: String) -> String {
    text.replacing(DOCXNames.untranslated, with: " ").words
  }

  // MARK: Controls

  private struct Control {
    var tag = ""
    var text = ""
    /// Whether it is a bookmark and no content control.
    var isBookmark = false
    /// Where in the text of the document it begins, in UTF-8 bytes.
    var start = 0
  }

  /// Content controls, and those bookmarks that none says the same as.
  private static func tagged(_ all: [Control], _ ids: [String]) -> [Control] {
    let known = Set(all.filter { !$0.isBookmark }.compactMap { DOCXNames.bookmark($0.tag) })
    // By what a bookmark says of them: all behind the name of the article.
    var full: [Substring: String] = [:]
    for id in ids {
      let rest = id.drop { $0 != "-" }
      full[rest] = min(full[rest] ?? id, id)
    }
    return all.compactMap { control in
      if !control.isBookmark { return control }
      guard DOCXNames.bookmark(control.tag).map({ !known.contains($0) }) ?? false else {
        return nil
      }
      let parts = control.tag.dropFirst(3).split(separator: ".")
      guard parts.count == 2 else { return nil }
      let id = full[parts[0]] ?? String(parts[0])
      var control = control
      control.tag = "\(control.tag.prefix(3))\(id).\(parts[1])"
      return control
    }
  }

  /// The content controls and bookmarks with their texts, in the order in which they end.
  private static func controls(
    _ xml: [UInt8], _ path: String
  ) throws(LoadingError) -> [Control] {
    var rest: [UInt8]? = xml
    let reader = XMLReader {
      defer { rest = [] }
      return rest ?? []
    }
    let sdt = reader.number(of: "sdt")
    let tag = reader.number(of: "tag")
    let run = reader.number(of: "t")
    let bookmarkStart = reader.number(of: "bookmarkStart")
    let bookmarkEnd = reader.number(of: "bookmarkEnd")
    let paragraph = reader.number(of: "p")
    let hyphen = reader.number(of: "noBreakHyphen")
    let blanks = Set(["tab", "br", "cr"].map(reader.number(of:)))
    // What Word no longer shows, or shows a second time.
    let passed = Set(
      ["del", "moveFrom", "Fallback", "rPr", "pPr", "sdtEndPr"].map(reader.number(of:)))
    var text: [UInt8] = []
    // Content controls, the innermost last, and bookmarks by their numbers.
    var open: [Control] = []
    var bookmarks: [String: [Control]] = [:]
    var found: [Control] = []
    // A text stands in a control and in the bookmark beside it.
    var room = 4 * xml.count
    func value(_ name: String) -> String? {
      reader.attributes.first { reader.string($0.name) == name }?.value
    }
    func close(_ control: Control) {
      guard Kind(control.tag) != nil else { return }
      room -= text.count - control.start
      guard room >= 0 else { return }
      var control = control
      control.text = String(decoding: text[control.start...], as: UTF8.self).words
      found.append(control)
    }
    var isText = false
    var passedDepth: Int?
    do throws(XMLError) {
      while room >= 0, let event = try reader.next() {
        if let depth = passedDepth {
          if event == .end, reader.depth == depth { passedDepth = nil }
          continue
        }
        switch event {
        case .start:
          if reader.name == sdt {
            open.append(Control(start: text.count))
          } else if reader.name == tag, let last = open.indices.last, open[last].tag.isEmpty {
            open[last].tag = value("w:val") ?? ""
          } else if reader.name == bookmarkStart {
            if let id = value("w:id"), let tag = value("w:name").flatMap(DOCXNames.tag) {
              bookmarks[id, default: []].append(
                Control(tag: tag, isBookmark: true, start: text.count))
            }
          } else if reader.name == bookmarkEnd {
            if let id = value("w:id"), let bookmark = bookmarks[id]?.popLast() { close(bookmark) }
          } else if passed.contains(reader.name) {
            passedDepth = reader.depth
          } else if blanks.contains(reader.name) {
            text.append(0x20)
          } else if reader.name == hyphen {
            text += "\u{2011}".utf8
          }
          isText = reader.name == run
        case .text: if isText { text += reader.text.utf8 }
        case .end:
          isText = false
          if reader.name == paragraph {
            text.append(0x20)
          } else if reader.name == sdt, let control = open.popLast() {
            close(control)
          }
        case .instruction: break
        }
      }
    } catch {
      throw LoadingError(
        .notWellFormed("word/document.xml: \(error)", shown: ""), at: SourceLocation(path: path))
    }
    guard room >= 0 else { throw fault("its rows hold the same text again and again", path) }
    return found
  }

  private typealias Place = (document: String?, previous: String?, next: String?)

  /// Document and neighbours of the rows by their ids, and the ids in their order; none where another program left them out.
  private static func places(
    _ archive: ZipReader, _ path: String
  ) throws(LoadingError) -> (places: [String: Place], written: [String]) {
    var places: [String: Place] = [:]
    var written: [String] = []
    for name in archive.names where name.hasPrefix("customXml/item") && name.hasSuffix(".xml") {
      guard var bytes = try archive.content(name) else { continue }
      let reader = XMLReader {
        defer { bytes = [] }
        return bytes
      }
      let row = reader.number(of: "row")
      let names = ["id", "document", "previous", "next"].map(reader.number(of:))
      // Parts of other programs may be anything; a broken one has no rows.
      while let event = try? reader.next() {
        guard event == .start, reader.name == row, let id = reader.attribute(names[0]) else {
          continue
        }
        if places[id] == nil { written.append(id) }
        places[id] = (
          reader.attribute(names[1]), reader.attribute(names[2]), reader.attribute(names[3])
        )
      }
    }
    return (places, written)
  }

  private static func fault(_ reason: String, _ path: String) -> LoadingError {
    LoadingError(.notWellFormed(reason, shown: ""), at: SourceLocation(path: path))
  }
}
