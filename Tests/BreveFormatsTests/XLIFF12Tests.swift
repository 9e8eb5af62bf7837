// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

/// What is written of XLIFF 1.2 keeps to its schemas.
@Suite("XLIFF 1.2")
struct XLIFF12Tests {
  /// All that the schema knows of a text, and references to a header.
  static let full = """
    <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.html" datatype="html" \
    source-language="fr" target-language="en"><header><phase-group><phase phase-name="p1" process-name="x"/></phase-group>\
    <tool tool-id="t1" tool-name="T"/></header><body><group id="g1">
    <trans-unit id="1" phase-name="p1" resname="r"><source>Le <g id="1" ctype="bold" clone="no">chat</g><x id="2" ctype="lb"/> \
    <bx id="3" rid="9"/>dort<ex id="4" rid="9"/>.</source><target state="translated" phase-name="p1">The <g id="1">cat</g>\
    <x id="2"/> <bx id="3" rid="9"/>sleeps<ex id="4" rid="9"/>.</target><context-group name="c1"><context \
    context-type="sourcefile">a.c</context></context-group><count-group name="n1"><count count-type="total" unit="word" \
    phase-name="p1">2</count></count-group><note from="x">N</note><alt-trans match-quality="80%" tool-id="t1" \
    origin="o"><source>Le <g id="1">chien</g></source><target>The <g id="1">dog</g></target></alt-trans></trans-unit>
    <trans-unit id="a b"><source>Un <bpt id="1" rid="1" ctype="x-i">&lt;i t="<sub datatype="html">titre</sub>"></bpt>ami\
    <ept id="2" rid="1">&lt;/i></ept><ph id="3" assoc="both">{0}</ph><it id="4" pos="open">&lt;b></it></source>\
    <target>A <mrk mtype="x-own" comment="c">friend</mrk></target></trans-unit>
    <trans-unit id="3"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk>\
    </seg-source><target><mrk mtype="seg" mid="1">Ay.</mrk> <mrk mtype="seg" mid="2">Bee.</mrk></target><alt-trans \
    mid="2"><target>Be.</target></alt-trans></trans-unit></group></body></file></xliff>
    """

  /// What few schemas take: inline elements of other formats.
  static let odd = XLIFFTests.file12(
    """
    <trans-unit id="1"><source>Le <bpt i="1" type="b">&lt;b></bpt>chat<ept i="1">&lt;/b></ept></source><target>The \
    <bpt i="1">&lt;b></bpt>cat<ept i="1">&lt;/b></ept></target><alt-trans><target>A <it pos="begin">x</it></target></alt-trans>\
    </trans-unit><trans-unit id="2"><source>Un <mrk mtype="other">ami</mrk><x id="1" ctype="bold"/></source></trans-unit>
    <trans-unit id="3"><source>Lu.</source><target><mrk mtype="term" mid="7">Read</mrk>.</target></trans-unit>
    """)

  /// The folder of the schemas of OASIS (`xliff-core-1.2-strict.xsd`, `xliff-core-1.2-transitional.xsd`, and the `xml.xsd`
  /// that both import); nil where there is none, or no tool.
  static let schemas: (tool: ExternalTool, folder: String)? = {
    let named = ProcessInfo.processInfo.environment["BREVE_XLIFF12_SCHEMAS"]
    guard let folder = named ?? Repository.shared("eval/formats/xliff12"),
      FileManager.default.fileExists(atPath: folder + "/xliff-core-1.2-strict.xsd"),
      let tool = ExternalTool("xmllint")
    else { return nil }
    return (tool, folder)
  }()

  private static let absent: Comment = "schemas, xmllint or samples absent"

  /// What the schemas say against files; empty if they are valid.
  static func faults(_ files: [(name: String, bytes: [UInt8])]) throws -> String {
    let (tool, schemas) = try #require(schemas)
    let folder = try TemporaryFolder()
    for name in ["xliff-core-1.2-strict.xsd", "xliff-core-1.2-transitional.xsd", "xml.xsd"] {
      let text = try String(contentsOf: URL(filePath: schemas + "/" + name), encoding: .utf8)
      try folder.write(
        text.replacing(
          "schemaLocation=\"http://www.w3.org/2001/xml.xsd", with: "schemaLocation=\"xml.xsd"),
        to: name)
    }
    let page = try Repository.text("Sources/Breve/Breve.docc/Formats/xliff.md")
    let own = try #require(page.components(separatedBy: "```xml\n").dropFirst().first)
    try folder.write(own.components(separatedBy: "```")[0], to: "breve.xsd")
    try folder.write(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:import namespace="urn:oasis:names:tc:xliff:document:1.2" schemaLocation="xliff-core-1.2-strict.xsd"/>
      <xs:import namespace="urn:breve:xliff" schemaLocation="breve.xsd"/></xs:schema>
      """, to: "strict.xsd")
    var names: [String] = []
    for (number, file) in files.enumerated() {
      names.append(folder.path("\(number)-\(file.name)"))
      try folder.write(file.bytes, to: "\(number)-\(file.name)")
    }
    for schema in ["xliff-core-1.2-transitional.xsd", "strict.xsd"] {
      let arguments = ["--nonet", "--noout", "--schema", folder.path(schema)]
      let result = try tool.run(arguments + names)
      if result.status != 0 { return schema + ": " + result.output }
    }
    return ""
  }

  static func written(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
    let reader = try XLIFFReader(bytes, path: name, keepsGoing: true)
    var writer = XLIFFWriter(
      version: .v12, source: reader.sourceLanguage,
      target: reader.targetLanguage ?? Language("x-none"))
    while let unit = reader.next() { writer.append(unit) }
    return writer.finish()
  }

  @Test("What the schema knows comes back, without references to what is not kept")
  func full() throws {
    let units = try XLIFFTests.units(Self.full)
    let bytes = try Self.written(Array(Self.full.utf8), "a.xlf")
    let text = String(decoding: bytes, as: UTF8.self)
    for kept in [
      #"<g id="1" ctype="bold" clone="no">chat</g>"#, #"<sub datatype="html">titre</sub>"#,
      #"<mrk mtype="x-own" comment="c">friend</mrk>"#, #"resname="r""#,
      #"<context-group name="c1">"#, #"<count count-type="total" unit="word">2</count>"#,
      #"<alt-trans match-quality="80%" origin="o">"#, "<alt-trans><target>Be.</target></alt-trans>",
    ] { #expect(text.contains(kept), "\(kept)") }
    for gone in ["phase-name", "tool-id", #"mid="2""#] { #expect(!text.contains(gone), "\(gone)") }
    let again = try XLIFFTests.units(text)
    #expect(again.map { $0.variants.map(\.text) } == units.map { $0.variants.map(\.text) })
    #expect(again.map { $0.variants.map(\.tags) } == units.map { $0.variants.map(\.tags) })
  }

  @Test("Inline elements that no schema takes are made anew")
  func odd() throws {
    let bytes = try Self.written(Array(Self.odd.utf8), "a.xlf")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.contains(
        #"<source>Le <bpt id="1">&lt;b&gt;</bpt>chat<ept id="1">&lt;/b&gt;</ept></source>"#))
    #expect(text.contains(#"<source>Un ami<ph id="3"></ph></source>"#))
    #expect(!text.contains("alt-trans"))
    let units = try XLIFFTests.units(Self.odd)
    let again = try XLIFFTests.units(text)
    #expect(again.map { $0.variants.map(\.text) } == units.map { $0.variants.map(\.text) })
  }

  @Test("What was read is valid when it is written", .enabled(if: schemas != nil, absent))
  func valid() throws {
    var files = [(name: "full.xlf", bytes: Array(Self.full.utf8))]
    for text in [Self.full, Self.odd] {
      files.append((name: "\(files.count).xlf", bytes: try Self.written(Array(text.utf8), "a.xlf")))
    }
    #expect(try Self.faults(files) == "")
    // The odd one as it is breaks the schema: they are asked.
    #expect(try Self.faults([(name: "odd.xlf", bytes: Array(Self.odd.utf8))]) != "")
  }

  @Test(
    "What is written of any units, and what is filled, is valid",
    .enabled(if: schemas != nil, absent), arguments: 0..<8)
  func made(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    var writer = XLIFFWriter(version: .v12, source: Language("fr"), target: Language("de"))
    for unit in random.units(40) { writer.append(unit) }
    var files = [(name: "a.xlf", bytes: writer.finish())]
    for text in [XLIFFEditorTests.files[1], Self.full] {
      let editor = try XLIFFEditorTests.edit(Self.emptied(text), "b.xlf", seed: seed)
      #expect(!editor.edits.isEmpty)
      files.append((name: "b.xlf", bytes: editor.bytes))
    }
    #expect(try Self.faults(files) == "")
  }

  /// A file without targets, but for those of its `<alt-trans>`.
  private static func emptied(_ text: String) -> [UInt8] {
    let parts = text.components(separatedBy: "</alt-trans>").map { part in
      let pieces = part.components(separatedBy: "<alt-trans")
      let emptied = pieces[0].replacing(/<target[^>\/]*>[\s\S]*?<\/target>/, with: "")
      return ([emptied] + pieces.dropFirst()).joined(separator: "<alt-trans")
    }
    return Array(parts.joined(separator: "</alt-trans>").utf8)
  }

  @Test(
    "The samples are valid when they are written, and those of 1.2 when they are filled",
    .enabled(if: Repository.shared("eval/formats/xliff12") != nil && schemas != nil, absent))
  func samples() throws {
    var written: [(name: String, bytes: [UInt8])] = []
    var filled: [(name: String, bytes: [UInt8])] = []
    let folder = try #require(Repository.shared("eval/formats/xliff12"))
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".xlf") {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
      written.append((name: name, bytes: try Self.written(bytes, name)))
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.contains("urn:oasis:names:tc:xliff:document:1.2") else { continue }
      for seed in 0..<4 as Range<UInt64> {
        let editor = try XLIFFEditorTests.edit(Self.emptied(text), name, seed: seed)
        filled.append((name: name, bytes: editor.bytes))
      }
    }
    // The counts that the report gives.
    #expect(written.count == XLIFFSampleTests.written12 && filled.count == 4 * 3)
    #expect(try Self.faults(written + filled) == "")
  }
}
