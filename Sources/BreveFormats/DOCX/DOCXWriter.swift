// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText
internal import BreveXML

/// Makes a document of Word of bilingual briefs; the same briefs make the same bytes.
///
/// French and English of a row are content controls whose tags say which row it is, and bookmarks beside for programs
/// that know no tags, so that ``DOCXReader`` finds them again whatever was edited around them. Findings are comments. How it looks is a matter of named styles.
/// - Source: ISO/IEC 29500-1:2016, "Office Open XML File Formats", WordprocessingML.
package struct DOCXWriter {
  private var xml = XMLWriter()
  private var comments: [String] = []
  private var controls = 0
  private var bookmarks: Set<String> = []
  /// In twentieths of a point: A4 less its margins.
  private static let widths = [510, 4564, 4564]

  /// The file.
  ///
  /// - Parameter briefs: One after the other, each on a new page.
  /// - Returns: A ZIP archive.
  package static func document(_ briefs: [DOCXBrief]) -> [UInt8] {
    var writer = DOCXWriter()
    let body = writer.body(briefs)
    let title = briefs.count == 1 ? briefs[0].heading : "Bilingual briefs"
    var archive = ZipWriter()
    archive.add("[Content_Types].xml", Array(DOCXParts.contentTypes.utf8))
    archive.add("_rels/.rels", Array(DOCXParts.relations.utf8))
    archive.add("docProps/core.xml", DOCXParts.core(title: title))
    archive.add("word/document.xml", body)
    archive.add("word/_rels/document.xml.rels", Array(DOCXParts.documentRelations.utf8))
    archive.add("word/styles.xml", Array(DOCXStyles.part.utf8))
    archive.add("word/settings.xml", Array(DOCXParts.settings.utf8))
    archive.add("word/comments.xml", DOCXParts.comments(writer.comments))
    archive.add(DOCXNames.rowsPart, DOCXParts.rows(briefs.flatMap { $0.rows.map(\.row) }))
    archive.add("customXml/itemProps1.xml", Array(DOCXParts.rowsProperties.utf8))
    archive.add("customXml/_rels/item1.xml.rels", Array(DOCXParts.rowsRelations.utf8))
    return archive.finish()
  }

  private mutating func body(_ briefs: [DOCXBrief]) -> [UInt8] {
    xml.start("w:document")
    xml.attribute("xmlns:w", DOCXParts.main)
    xml.start("w:body")
    for (number, brief) in briefs.enumerated() { write(brief, startsPage: number > 0) }
    xml.raw(
      """
      <w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" \
      w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>
      """)
    xml.end()
    xml.end()
    return xml.take()
  }

  private mutating func write(_ brief: DOCXBrief, startsPage: Bool) {
    let source = brief.source.tag == "fr" ? "fr-FR" : brief.source.tag
    let target = brief.target.tag == "en" ? "en-GB" : brief.target.tag
    let heading = brief.headingLanguage == brief.source ? source : "en-GB"
    xml.start("w:p")
    xml.start("w:pPr")
    value("w:pStyle", "Heading1")
    if startsPage { element("w:pageBreakBefore") }
    xml.end()
    run(brief.heading, heading)
    xml.end()
    for fact in brief.facts {
      xml.start("w:p")
      style("BreveFacts")
      run(fact.name + ": ", "en-GB", character: "Strong")
      run(fact.value, "en-GB")
      xml.end()
    }
    if !brief.making.isEmpty { paragraph(brief.making, "BreveFacts", "en-GB") }
    startTable("BreveRows", Self.widths)
    headRow(["", "French", "English"], Self.widths)
    for (number, row) in brief.rows.enumerated() { write(row, number + 1, source, target) }
    xml.end()
    writeTerms(brief, source, target)
    paragraph("", "BreveFacts", "en-GB")
    for line in brief.footer { paragraph(line, "BreveFacts", "en-GB") }
  }

  // MARK: Rows

  private mutating func write(_ row: DOCXRow, _ number: Int, _ source: String, _ target: String) {
    let mark = row.row.mark?.text ?? ""
    startRow()
    cell(Self.widths[0]) { $0.paragraph(String(number), "BreveNumber", "en-GB") }
    cell(Self.widths[1]) { writer in
      writer.xml.start("w:p")
      writer.style("BreveFrench")
      writer.control(
        DOCXNames.french + mark, "French of row \(number)", lock: "sdtContentLocked"
      ) { $0.run(row.row.source, source) }
      writer.xml.end()
    }
    cell(Self.widths[2]) { $0.english(row, number, mark, target) }
    xml.end()
  }

  private mutating func english(
    _ row: DOCXRow, _ number: Int, _ mark: String, _ target: String
  ) {
    let isTranslated = !row.row.english.isEmpty
    xml.start("w:p")
    style("BreveEnglish")
    let first = comments.count
    comments += row.row.findings
    for id in first..<comments.count { value("w:commentRangeStart", String(id), name: "w:id") }
    control(DOCXNames.english + mark, "English of row \(number)", lock: "sdtLocked") {
      $0.run(
        isTranslated ? row.row.english : DOCXNames.untranslated, target,
        character: isTranslated ? nil : "BreveUntranslated")
    }
    for id in first..<comments.count {
      value("w:commentRangeEnd", String(id), name: "w:id")
      xml.start("w:r")
      xml.start("w:rPr")
      value("w:rStyle", "CommentReference")
      xml.end()
      value("w:commentReference", String(id), name: "w:id")
      xml.end()
    }
    xml.end()
    xml.start("w:p")
    style("BreveLabel")
    run(row.row.label + " · ", "en-GB")
    let isReviewed = row.row.state == .reviewed || row.row.state == .approved
    control(
      DOCXNames.state + mark, "Review of row \(number)", lock: "sdtLocked",
      choices: [DOCXNames.open, DOCXNames.reviewed]
    ) { $0.run(isReviewed && isTranslated ? DOCXNames.reviewed : DOCXNames.open, "en-GB") }
    xml.end()
    for detail in row.details { paragraph(detail, "BreveDetail", "en-GB") }
  }

  private mutating func writeTerms(_ brief: DOCXBrief, _ source: String, _ target: String) {
    guard !brief.terms.isEmpty else { return }
    let widths = [3400, 3400, 1338, 1500]
    paragraph("Key terms", "Heading2", "en-GB")
    startTable("BreveTerms", widths)
    headRow(["French", "English", "Status", "Entry"], widths)
    let languages = [source, target, "en-GB", "en-GB"]
    for term in brief.terms {
      startRow()
      for (place, text) in term.enumerated() {
        cell(widths[place]) { $0.paragraph(text, "BreveTerm", languages[place]) }
      }
      xml.end()
    }
    xml.end()
  }

  // MARK: Parts

  private mutating func startTable(_ style: String, _ widths: [Int]) {
    xml.start("w:tbl")
    xml.start("w:tblPr")
    value("w:tblStyle", style)
    width("w:tblW", widths.reduce(0, +))
    value("w:tblLayout", "fixed", name: "w:type")
    xml.raw("<w:tblLook w:val=\"0020\" w:firstRow=\"1\"/>")
    xml.end()
    xml.start("w:tblGrid")
    for width in widths { value("w:gridCol", String(width), name: "w:w") }
    xml.end()
  }

  private mutating func headRow(_ texts: [String], _ widths: [Int]) {
    xml.start("w:tr")
    xml.raw("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    for (text, width) in zip(texts, widths) {
      cell(width) { $0.paragraph(text, "BreveHead", "en-GB") }
    }
    xml.end()
  }

  private mutating func startRow() {
    xml.start("w:tr")
    xml.raw("<w:trPr><w:cantSplit/></w:trPr>")
  }

  private mutating func cell(_ width: Int, _ content: (inout DOCXWriter) -> Void) {
    xml.start("w:tc")
    xml.start("w:tcPr")
    self.width("w:tcW", width)
    xml.end()
    content(&self)
    xml.end()
  }

  /// A content control that is part of a paragraph; one with choices is a list to choose from.
  private mutating func control(
    _ tag: String, _ name: String, lock: String, choices: [String] = [],
    _ content: (inout DOCXWriter) -> Void
  ) {
    controls += 1
    // Programs that know no tags keep bookmarks; a name is there once.
    let bookmark = DOCXNames.bookmark(tag).flatMap { bookmarks.insert($0).inserted ? $0 : nil }
    if let bookmark {
      xml.start("w:bookmarkStart")
      xml.attribute("w:id", String(controls))
      xml.attribute("w:name", bookmark)
      xml.end()
    }
    xml.start("w:sdt")
    xml.start("w:sdtPr")
    value("w:alias", name)
    value("w:tag", tag)
    value("w:id", String(controls))
    value("w:lock", lock)
    if !choices.isEmpty {
      xml.start("w:dropDownList")
      for choice in choices {
        xml.start("w:listItem")
        xml.attribute("w:displayText", choice)
        xml.attribute("w:value", choice)
        xml.end()
      }
      xml.end()
    }
    xml.end()
    xml.start("w:sdtContent")
    content(&self)
    xml.end()
    xml.end()
    if bookmark != nil { value("w:bookmarkEnd", String(controls), name: "w:id") }
  }

  private mutating func paragraph(_ text: String, _ name: String, _ language: String) {
    xml.start("w:p")
    style(name)
    if !text.isEmpty { run(text, language) }
    xml.end()
  }

  private mutating func run(_ text: String, _ language: String, character: String? = nil) {
    xml.start("w:r")
    xml.start("w:rPr")
    if let character { value("w:rStyle", character) }
    value("w:lang", language)
    xml.end()
    xml.start("w:t")
    xml.attribute("xml:space", "preserve")
    xml.text(text)
    xml.end()
    xml.end()
  }

  private mutating func style(_ name: String) {
    xml.start("w:pPr")
    value("w:pStyle", name)
    xml.end()
  }

  private mutating func width(_ element: String, _ width: Int) {
    xml.start(element)
    xml.attribute("w:w", String(width))
    xml.attribute("w:type", "dxa")
    xml.end()
  }

  private mutating func element(_ name: String) {
    xml.start(name)
    xml.end()
  }

  private mutating func value(_ element: String, _ value: String, name: String = "w:val") {
    xml.start(element)
    xml.attribute(name, value)
    xml.end()
  }
}
