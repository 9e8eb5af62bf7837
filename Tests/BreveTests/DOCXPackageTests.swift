// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import FoundationXML
internal import Testing

/// A document of Word as a package: what ISO/IEC 29500-2 asks of parts, content types and relationships, and 29500-1 of
/// ids, comments and bookmarks.
@Suite("Documents of Word as packages")
struct DOCXPackageTests {
  private static let text = """
    L'armée malienne a repris la ville de Gao mardi.

    Le ministre russe des Affaires étrangères, Sergueï Lavrov, a salué 12 soldats « blessés » & leurs <chefs>.

    Selon la CEDEAO, 1 500 personnes n'ont pas pu quitter la ville.
    """

  /// The parts of a document with English that is right, English with findings, and none; of one brief or two.
  private func parts(briefs count: Int) throws -> [String: [UInt8]] {
    var memory = SegmentMemory()
    for (number, pair) in [
      (
        "L'armée malienne a repris la ville de Gao mardi.",
        "The Malian army retook the town of Gao on Tuesday."
      ),
      (
        "Selon la CEDEAO, 1 500 personnes n'ont pas pu quitter la ville.",
        "According to the CEDEAO, 1,400 people left \u{1}the town."
      ),
    ].enumerated() {
      memory.add(
        TranslationUnit([Variant(.french, pair.0), Variant(.english, pair.1)], state: .reviewed),
        reference: UnitReference(name: "\(number)", memory: "m.tmx"))
    }
    var maker = BilingualMaker(memory: memory, glossary: BuiltInGlossary.table.glossary)
    var reader = ArticleReader()
    let briefs = try (0..<count).map { _ in
      maker.bilingual(
        Summarizer(length: .sentences(9)).brief(
          of: try reader.article(Self.text, language: .french)))
    }
    let archive = try ZipReader(BilingualDOCX.document(briefs), path: "a.docx")
    var parts: [String: [UInt8]] = [:]
    for name in archive.names { parts[name] = try archive.content(name) }
    #expect(parts.count == archive.names.count, "a part is there twice")
    return parts
  }

  private func tree(_ bytes: [UInt8]?) throws -> XMLTree {
    let bytes = try #require(bytes)
    return try #require(XMLTree(bytes), "a part is not well-formed")
  }

  @Test(
    "Every part is well-formed and has a content type; every relationship leads to a part",
    arguments: [1, 2])
  func package(count: Int) throws {
    let parts = try parts(briefs: count)
    for (name, bytes) in parts { #expect(XMLTree(bytes) != nil, "\(name) is not well-formed") }
    let types = try tree(parts["[Content_Types].xml"])
    let overrides = types.all("Override")
    let defaults = Set(types.all("Default").compactMap { $0["Extension"] })
    for name in parts.keys where name != "[Content_Types].xml" {
      let isOverridden = overrides.contains { $0["PartName"] == "/" + name }
      let ending = String(name.split(separator: ".").last ?? "")
      #expect(isOverridden || defaults.contains(ending), "\(name) has no content type")
    }
    for override in overrides {
      let name = try #require(override["PartName"])
      #expect(parts[String(name.dropFirst())] != nil, "\(name) has a content type and is not there")
      #expect(override["ContentType"]?.isEmpty == false)
    }
    // All parts are reached from the package, along relationships.
    var reached: Set<String> = []
    var waiting = [""]
    while let part = waiting.popLast() {
      let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
      let relations = part[..<cut] + "_rels/" + part[cut...] + ".rels"
      guard let bytes = parts[String(relations)] else { continue }
      reached.insert(String(relations))
      var ids: Set<String> = []
      for relation in try tree(bytes).all("Relationship") {
        let id = try #require(relation["Id"])
        #expect(ids.insert(id).inserted)
        #expect(relation["TargetMode"] != "External", "a document leads nowhere else")
        #expect(relation["Type"]?.hasPrefix("http://schemas.openxmlformats.org/") == true)
        let written = try #require(relation["Target"])
        let target = URL(filePath: "/" + part[..<cut] + written).standardized
          .path(percentEncoded: false).dropFirst()
        #expect(parts[String(target)] != nil, "\(relations) leads to \(target), which is not there")
        if reached.insert(String(target)).inserted { waiting.append(String(target)) }
      }
    }
    #expect(Set(parts.keys).subtracting(reached) == ["[Content_Types].xml"])
  }

  @Test("Ids are given once, comments are anchored, styles are there", arguments: [1, 2])
  func document(count: Int) throws {
    let parts = try parts(briefs: count)
    let document = try tree(parts["word/document.xml"])
    func ids(_ name: String) -> [String] { document.all(name).compactMap { $0["w:id"] } }
    let controls = document.all("w:sdtPr").compactMap { _ in 1 }.count
    let controlIDs = document.all("w:id").compactMap { $0["w:val"] }
    #expect(controlIDs.count == controls && Set(controlIDs).count == controls && controls > 0)
    for id in controlIDs { #expect(Int32(id) != nil, "the id of a control is a number of 32 bits") }
    for id in document.all("w:tag").compactMap({ $0["w:val"] }) { #expect(id.utf16.count <= 64) }
    #expect(ids("w:bookmarkStart") == ids("w:bookmarkEnd").sorted { Int($0) ?? 0 < Int($1) ?? 0 })
    #expect(Set(ids("w:bookmarkStart")).count == ids("w:bookmarkStart").count)
    let names = document.all("w:bookmarkStart").compactMap { $0["w:name"] }
    #expect(Set(names).count == names.count && names.allSatisfy { $0.utf16.count <= 40 })
    let comments = try tree(parts["word/comments.xml"]).all("w:comment").compactMap { $0["w:id"] }
    #expect(comments.count >= 2 * count && Set(comments).count == comments.count)
    for kind in ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"] {
      #expect(ids(kind).sorted() == comments.sorted(), "\(kind)")
    }
    let styles = try tree(parts["word/styles.xml"]).all("w:style").compactMap { $0["w:styleId"] }
    #expect(Set(styles).count == styles.count)
    for kind in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
      for used in document.all(kind) + (try tree(parts["word/comments.xml"]).all(kind)) {
        #expect(styles.contains(used["w:val"] ?? ""), "the style \(used) is not there")
      }
    }
    // Each cell ends with a paragraph, or Word calls the file damaged.
    #expect(document.cellsWithoutParagraph == 0)
  }
}

/// The elements of a part, in order; nothing more is asked of them here.
private final class XMLTree: NSObject, XMLParserDelegate {
  private var elements: [(name: String, attributes: [String: String])] = []
  private var open: [(name: String, last: String)] = []
  private(set) var cellsWithoutParagraph = 0

  /// Nil if it is not well-formed.
  init?(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func all(_ name: String) -> [[String: String]] {
    elements.filter { $0.name == name }.map(\.attributes)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
    open.append((name, ""))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let closed = open.popLast()
    if name == "w:tc", closed?.last != "w:p" { cellsWithoutParagraph += 1 }
    // A control around a paragraph ends with it.
    if let place = open.indices.last {
      open[place].last = ["w:sdt", "w:sdtContent"].contains(name) ? closed?.last ?? "" : name
    }
  }
}
