// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTestSupport
internal import Testing

/// Documents that no program wrote whole: what is read of them, and that it stays small.
@Suite("Documents of Word")
struct DOCXReaderTests {
  private static let mark = RowMark(
    document: "kidal", range: 0..<9, source: "Il pleut.", english: "It rains.")

  private func document(_ body: String, rows: String = "") -> [UInt8] {
    var writer = ZipWriter()
    let name = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    writer.add("word/document.xml", Array("<w:document \(name)>\(body)</w:document>".utf8))
    if !rows.isEmpty { writer.add("customXml/item1.xml", Array("<rows>\(rows)</rows>".utf8)) }
    return writer.finish()
  }

  private func control(_ tag: String, _ content: String) -> String {
    "<w:sdt><w:sdtPr><w:tag w:val=\"\(tag)\"/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
  }

  private func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

  @Test(
    "What was deleted or moved away is not read, whatever stands in it",
    arguments: [
      "<w:del><w:r><w:t>old</w:t></w:r></w:del>",
      "<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom>",
      "<w:moveFrom><w:del><w:r><w:t>old</w:t></w:r></w:del><w:r><w:t>old</w:t></w:r></w:moveFrom>",
      "<w:del><w:moveFrom/><w:del/><w:r><w:rPr><w:b/></w:rPr><w:t>old</w:t></w:r></w:del>",
      "<w:del><w:del><w:del/></w:del><w:r><w:t>old</w:t></w:r></w:del>",
    ])
  func deleted(_ change: String) throws {
    let bytes = document(
      control("fr:" + Self.mark.text, run("Il pleut."))
        + control("en:" + Self.mark.text, run("It ") + change + run("pours.")))
    let rows = try DOCXReader.rows(bytes, path: "a.docx").rows
    #expect(rows.map(\.english) == ["It pours."] && rows.map(\.source) == ["Il pleut."])
  }

  private func start(_ number: Int, _ kind: String = "en") -> String {
    let name =
      "\(kind)_0_9_"
      + Self.mark.text.split { $0 == "-" || $0 == "." }.suffix(2)
      .joined(separator: "_")
    return "<w:bookmarkStart w:id=\"\(number)\" w:name=\"\(name)\"/>"
  }

  private func end(_ number: Int) -> String { "<w:bookmarkEnd w:id=\"\(number)\"/>" }

  @Test("Bookmarks may overlap, and a text may stand in a few of them")
  func bookmarks() throws {
    let bytes = document(
      start(1, "fr") + run("Il pleut.") + start(2) + end(1) + run("It pours.") + end(2) + end(7),
      rows: "<row id=\"\(Self.mark.id)\" document=\"kidal\" previous=\"Avant.\"/>")
    let rows = try DOCXReader.rows(bytes, path: "a.docx")
    #expect(rows.rows.map(\.english) == ["It pours."] && rows.rows.map(\.source) == ["Il pleut."])
    #expect(rows.rows[0].mark == Self.mark && rows.rows[0].previous == "Avant.")
    #expect(rows.written == [Self.mark.id])
  }

  @Test("Bookmarks that all hold the same long text are refused; those that never end hold nothing")
  func manyBookmarks() throws {
    let text = run(String(repeating: "Il pleut. ", count: 1000))
    let starts = (0..<1000).map { start($0) }.joined()
    #expect {
      try DOCXReader.rows(
        document(starts + text + (0..<1000).map(end).joined()), path: "a.docx")
    } throws: {
      "\($0)" == "a.docx: its rows hold the same text again and again; mend the file"
    }
    let rows = try DOCXReader.rows(
      document(starts + text + control("en:" + Self.mark.text, run("It pours."))), path: "a.docx")
    #expect(rows.rows.map(\.english) == ["It pours."])
  }
}
