// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

@Suite("XLIFF editing")
struct XLIFFEditorTests {
  /// The file without its edits: what was replaced is put back.
  static func undone(_ editor: XLIFFEditor) -> [UInt8] {
    var bytes = editor.bytes
    let edits = editor.edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
    // What stands before an edit is as it was once the edits before it are undone.
    for edit in edits {
      let start = edit.range.lowerBound
      bytes.replaceSubrange(
        start..<start + edit.replacement.count, with: editor.original[edit.range])
    }
    return bytes
  }

  /// A unit that is the segment's text and a made translation, with the same tags in it.
  static func unit(_ segment: XLIFFEditor.OpenSegment, _ editor: XLIFFEditor) -> TranslationUnit {
    var target = Variant(
      editor.targetLanguage ?? .english, "<& \(segment.text)", tags: segment.tags)
    for place in target.tags.indices { target.tags[place].position += 3 }
    return TranslationUnit(
      id: 1, [Variant(editor.sourceLanguage, segment.text, tags: segment.tags), target])
  }

  /// Fills, or gives a suggestion to, each open segment by turns.
  static func edit(_ bytes: [UInt8], _ name: String, seed: UInt64) throws -> XLIFFEditor {
    var editor = try XLIFFEditor(bytes, path: name)
    var generator = SeededGenerator(seed: seed)
    for segment in editor.openSegments {
      let unit = unit(segment, editor)
      let refusal =
        switch generator.number(in: 0..<4) {
        case 0: editor.fill(segment.number, from: unit, .context)
        case 1: editor.fill(segment.number, from: unit, .exact)
        case 2: editor.fill(segment.number, from: unit, .fuzzy(85))
        default:
          editor.suggest(segment.number, source: segment.text, target: "a < b", rate: 75)
        }
      #expect(
        refusal == nil || refusal == "its inline elements begin or end in another segment",
        "\(name)")
    }
    return editor
  }

  static let files: [String] = [
    XLIFFTests.file(
      """
      <unit id="u1"><originalData><data id="d1">&lt;b></data></originalData>
        <segment id="s1">
          <source>Le <pc id="1" dataRefStart="d1">chat</pc> dort<ph id="2" dataRef="d1"/>.</source>
        </segment>
        <segment state='initial' subState = "a:b"><source xml:space="preserve">Il  lit.</source></segment>
        <segment><source>Il boit.</source><target order="3"/></segment>
        <segment><source>Il mange.</source><target></target></segment>
        <segment><source>Fin.</source><target>End.</target></segment>
      </unit><unit id="u2" translate="no"><segment><source>Non.</source></segment></unit>
      """),
    XLIFFTests.file12(
      """
      <trans-unit id="1"><source>Le <g id="1">chat</g></source><note>n</note></trans-unit>
      <trans-unit id="2"><source>Un <bpt id="1">&lt;i></bpt>ami<ept id="1">&lt;/i></ept></source>
      <target state="new" xml:lang="en-GB"></target></trans-unit>
      <trans-unit id="3"><source>Bu.</source><target/></trans-unit>
      <trans-unit id="4"><source>Lu.</source><target>Read.</target></trans-unit>
      <trans-unit id="5" translate="no"><source>Vu.</source></trans-unit>
      """),
  ]

  @Test(
    "Nothing but targets, states and matches differs, and the file keeps the rules",
    arguments: 0..<40)
  func edits(seed: UInt64) throws {
    for text in Self.files {
      let bytes = Array(text.utf8)
      let editor = try Self.edit(bytes, "a.xlf", seed: seed)
      #expect(!editor.edits.isEmpty && editor.bytes != bytes)
      #expect(Self.undone(editor) == bytes, "seed \(seed)")
      let faults = try XLIFFReader.faults(in: editor.bytes, path: "a.xlf")
      #expect(faults.map(\.description) == [], "seed \(seed)")
      for edit in editor.edits where !edit.range.isEmpty {
        let gone = String(decoding: bytes[edit.range], as: UTF8.self)
        #expect(["/>", "initial", "a:b", "new"].contains(gone), "\(gone)")
      }
    }
  }

  @Test("Segments that are translated or must not be stay out")
  func open() throws {
    let counts = try Self.files.map {
      try XLIFFEditor(Array($0.utf8), path: "a.xlf").openSegments.map(\.text)
    }
    #expect(
      counts == [
        ["Le chat dort.", "Il  lit.", "Il boit.", "Il mange."], ["Le chat", "Un ami", "Bu."],
      ])
  }

  @Test("A filled target reads back as the unit's")
  func readBack() throws {
    for text in Self.files {
      var editor = try XLIFFEditor(Array(text.utf8), path: "a.xlf")
      let open = editor.openSegments
      for segment in open {
        #expect(editor.fill(segment.number, from: Self.unit(segment, editor), .exact) == nil)
      }
      let units = try XLIFFTests.units(String(decoding: editor.bytes, as: UTF8.self))
      for segment in open {
        let unit = units[segment.number]
        #expect(unit.variants.last?.text == "<& " + segment.text)
        #expect(unit.variants.last?.tags.map(\.kind) == segment.tags.map(\.kind))
        #expect(unit.state == .imported)
      }
    }
  }

  @Test("Inline elements that do not fit are refused")
  func tags() throws {
    var editor = try XLIFFEditor(Array(Self.files[0].utf8), path: "a.xlf")
    let segment = try #require(editor.openSegments.first)
    var unit = Self.unit(segment, editor)
    unit.variants[1].tags.removeLast()
    #expect(
      editor.fill(segment.number, from: unit, .exact)
        == "its inline elements are not those of unit 1")
    unit = Self.unit(segment, editor)
    unit.variants[1].tags.swapAt(0, 1)
    #expect(editor.fill(segment.number, from: unit, .exact) != nil)
    #expect(editor.edits.isEmpty)
  }

  @Test("A file that is not UTF-8 or names no target language is refused")
  func refused() {
    let latin: [UInt8] =
      Array(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".utf8) + Array(XLIFFTests.file12("").utf8)
    let error = #expect(throws: LoadingError.self) { try XLIFFEditor(latin, path: "a.xlf") }
    #expect(error?.description.contains("not in UTF-8") ?? false)
    let none = XLIFFTests.file("<unit id=\"u\"><segment><source>a</source></segment></unit>", "")
    #expect(throws: LoadingError.self) { try XLIFFEditor(Array(none.utf8), path: "a.xlf") }
  }

  @Test(
    "The samples are edited and keep the rules",
    .enabled(if: Repository.shared("eval/formats/xliff21/test-suite") != nil, "samples absent"))
  func samples() throws {
    var count = 0
    let written = try TemporaryFolder()
    var names: [String] = []
    for folder in ["core/valid", "modules/valid", "core/in-out"] {
      let path = try #require(Repository.shared("eval/formats/xliff21/test-suite/" + folder))
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      where name.hasSuffix(".xlf") {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name)))
        do { _ = try XLIFFEditor(bytes, path: name) } catch {
          #expect(error.description.contains("no attribute 'trgLang'"), "\(error)")
          continue
        }
        for seed in 0..<4 as Range<UInt64> {
          let editor = try Self.edit(bytes, name, seed: seed)
          count += editor.edits.count
          names.append(written.path("\(names.count).xlf"))
          try written.write(editor.bytes, to: "\(names.count - 1).xlf")
          #expect(Self.undone(editor) == bytes, "\(name)")
          #expect(
            try XLIFFReader.faults(in: editor.bytes, path: name).map(\.description) == [], "\(name)"
          )
        }
      }
    }
    #expect(count > 50)
    #expect(names.count == 4 * XLIFFSampleTests.filled2)
    guard let (tool, schema) = XLIFFSampleTests.schema else { return }
    let result = try tool.run(["--nonet", "--noout", "--schema", schema] + names)
    #expect(result.status == 0, "\(result.output)")
  }
}
