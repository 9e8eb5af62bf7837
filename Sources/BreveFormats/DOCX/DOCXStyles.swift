// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The styles of a document of Word; each can be changed there for the whole document.
enum DOCXStyles {
  static let part = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:styles xmlns:w="\(DOCXParts.main)"><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/>\
    <w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
    <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
    <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>\
    <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
    <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
    \(paragraph("Heading1", "heading 1", next: "Normal", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"160\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"))\
    \(paragraph("Heading2", "heading 2", next: "Normal", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"))\
    \(paragraph("BreveFacts", "Breve Facts", "<w:spacing w:after=\"40\"/>", small))\
    \(paragraph("BreveHead", "Breve Head", "<w:keepNext/>", "<w:b/>" + small))\
    \(paragraph("BreveNumber", "Breve Number", "<w:jc w:val=\"right\"/>", small))\
    \(paragraph("BreveFrench", "Breve French", "", ""))\
    \(paragraph("BreveEnglish", "Breve English", "", ""))\
    \(paragraph("BreveLabel", "Breve Label", "", tiny))\
    \(paragraph("BreveDetail", "Breve Detail", "", "<w:i/>" + tiny))\
    \(paragraph("BreveTerm", "Breve Term", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"))\
    \(paragraph("CommentText", "annotation text", "", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"))\
    \(character("Strong", "Strong", "<w:b/>"))\
    \(character("BreveUntranslated", "Breve Untranslated", "<w:i/><w:color w:val=\"7A4A00\"/>"))\
    \(character("CommentReference", "annotation reference", "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>"))\
    \(table("BreveRows", "Breve Rows"))\
    \(table("BreveTerms", "Breve Terms"))\
    </w:styles>
    """

  private static let small =
    "<w:color w:val=\"5B5853\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"
  private static let tiny =
    "<w:color w:val=\"5B5853\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>"

  private static func paragraph(
    _ id: String, _ name: String, next: String? = nil, _ paragraph: String, _ run: String
  ) -> String {
    "<w:style w:type=\"paragraph\"\(id.hasPrefix("Breve") ? " w:customStyle=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"Normal\"/>"
      + (next.map { "<w:next w:val=\"\($0)\"/>" } ?? "")
      + "<w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
  }

  private static func character(_ id: String, _ name: String, _ run: String) -> String {
    "<w:style w:type=\"character\"\(id.hasPrefix("Breve") ? " w:customStyle=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:qFormat/><w:rPr>\(run)</w:rPr></w:style>"
  }

  private static func table(_ id: String, _ name: String) -> String {
    let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D9D5CD\""
    return """
      <w:style w:type="table" w:customStyle="1" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="TableNormal"/>\
      <w:tblPr><w:tblBorders><w:top \(line)/><w:bottom \(line)/><w:insideH \(line)/></w:tblBorders><w:tblCellMar>\
      <w:top w:w="60" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>\
      <w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
      """
  }
}
