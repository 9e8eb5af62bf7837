// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveXML

/// The parts of a document of Word beside its text.
enum DOCXParts {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static var contentTypes: String {
    let parts = [
      ("/word/document.xml", word + ".document.main+xml"),
      ("/word/styles.xml", word + ".styles+xml"), ("/word/settings.xml", word + ".settings+xml"),
      ("/word/comments.xml", word + ".comments+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      (
        "/customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
      ),
    ]
    return head + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
      + "</Types>"
  }

  static var relations: String {
    relations([
      (office + "/officeDocument", "word/document.xml"),
      (package + "/relationships/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  static var documentRelations: String {
    relations([
      (office + "/styles", "styles.xml"), (office + "/settings", "settings.xml"),
      (office + "/comments", "comments.xml"), (office + "/customXml", "../customXml/item1.xml"),
    ])
  }

  static var rowsRelations: String {
    relations([(office + "/customXmlProps", "itemProps1.xml")])
  }

  private static func relations(_ targets: [(type: String, target: String)]) -> String {
    head + "<Relationships xmlns=\"\(package)/relationships\">"
      + targets.enumerated().map {
        "<Relationship Id=\"rId\($0 + 1)\" Type=\"\($1.type)\" Target=\"\($1.target)\"/>"
      }.joined() + "</Relationships>"
  }

  static let settings =
    head + """
      <w:settings xmlns:w="\(main)"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:compat>\
      <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
      </w:compat><w:themeFontLang w:val="en-GB"/></w:settings>
      """

  static let rowsProperties =
    head + """
      <ds:datastoreItem ds:itemID="{6B7E1B52-3C0A-4E0B-9B57-4252455645A1}" \
      xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>\
      <ds:schemaRef ds:uri="\(DOCXNames.rows)"/></ds:schemaRefs></ds:datastoreItem>
      """

  static func core(title: String) -> [UInt8] {
    var xml = XMLWriter()
    xml.start("cp:coreProperties")
    xml.attribute("xmlns:cp", package + "/metadata/core-properties")
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    xml.element("dc:title", title)
    xml.element("dc:creator", "Breve")
    xml.end()
    return xml.take()
  }

  /// Comments without a day, which would be another one in each run.
  static func comments(_ texts: [String]) -> [UInt8] {
    var xml = XMLWriter()
    xml.start("w:comments")
    xml.attribute("xmlns:w", main)
    for (id, text) in texts.enumerated() {
      xml.start("w:comment")
      xml.attribute("w:id", String(id))
      xml.attribute("w:author", "Breve")
      xml.attribute("w:initials", "B")
      xml.raw("<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr><w:r>")
      xml.raw("<w:rPr><w:lang w:val=\"en-GB\"/></w:rPr>")
      xml.element("w:t", text)
      xml.raw("</w:r></w:p>")
      xml.end()
    }
    xml.end()
    return xml.take()
  }

  /// What a memory wants to know of the rows and no reader of the document.
  static func rows(_ rows: [ExchangeRow]) -> [UInt8] {
    var xml = XMLWriter()
    xml.start("rows")
    xml.attribute("xmlns", DOCXNames.rows)
    for row in rows {
      xml.start("row")
      xml.attribute("id", row.mark?.id)
      xml.attribute("document", row.document)
      xml.attribute("previous", row.previous)
      xml.attribute("next", row.next)
      xml.end()
    }
    xml.end()
    return xml.take()
  }
}
