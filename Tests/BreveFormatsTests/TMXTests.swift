// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

@Suite("TMX")
struct TMXTests {
  /// A file of one unit per element of `units`.
  static func file(_ units: [String], header: String = "srclang=\"fr\"") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE tmx SYSTEM "tmx14.dtd">
    <tmx version="1.4"><header creationtool="x" \(header)/><body>
    \(units.joined(separator: "\n"))
    </body></tmx>
    """
  }

  static func unit(_ french: String, _ english: String) -> String {
    "<tu><tuv xml:lang=\"fr\"><seg>\(french)</seg></tuv><tuv xml:lang=\"en\"><seg>\(english)</seg></tuv></tu>"
  }

  static func read(
    _ text: String, keepsGoing: Bool = false
  ) throws -> (units: [TranslationUnit], report: ReadingReport) {
    try read(Array(text.utf8), keepsGoing: keepsGoing)
  }

  static func read(
    _ bytes: [UInt8], keepsGoing: Bool = false
  ) throws -> (units: [TranslationUnit], report: ReadingReport) {
    let reader = TMXReader(bytes, path: "m.tmx", keepsGoing: keepsGoing)
    var units: [TranslationUnit] = []
    while let unit = try reader.next() { units.append(unit) }
    return (units, reader.report)
  }

  @Test("What is written reads back the same", arguments: 0..<60)
  func roundTrip(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    let units = random.units(20)
    var header = TMXHeader()
    if seed % 2 == 0 { header.sourceLanguage = Language("fr") }
    var writer = TMXWriter(header: header)
    for unit in units { writer.append(unit) }
    let bytes = writer.finish()
    let read = try Self.read(bytes)
    #expect(read.units.count == units.count)
    for (one, other) in zip(read.units, units) { #expect(one == other, "seed \(seed)") }
    #expect(read.report.remarks == [])
    var again = TMXWriter(header: header)
    for unit in read.units { again.append(unit) }
    #expect(again.finish() == bytes)
  }

  @Test("Fields, dates, users, neighbours, notes and properties")
  func fields() throws {
    let text = Self.file([
      """
      <tu tuid="a1" creationdate="20240101T000000Z" creationid="u" changedate="soon" usagecount="3" srclang="EN_us">
      <prop type="x-context-pre"><![CDATA[<seg>Avant</seg>]]></prop><prop type="next">Après</prop><prop type="file">a.txt</prop>
      <prop type="id">k1</prop><note xml:lang="FR">n</note>
      <tuv xml:lang="FR-ca" changeid="w"><prop type="p">v</prop><seg>Chat</seg></tuv><tuv lang="EN_us"><seg>Cat</seg></tuv></tu>
      """
    ])
    let unit = try #require(Self.read(text).units.first)
    var expected = TranslationUnit([
      Variant(
        Language("fr-ca"), "Chat", changed: Stamp(user: "w"), properties: [UnitProperty("p", "v")]),
      Variant(Language("en-us"), "Cat"),
    ])
    expected.name = "a1"
    expected.created = Stamp(date: Moment("20240101T000000Z"), user: "u")
    expected.sourceLanguage = Language("en-us")
    expected.previous = "Avant"
    expected.next = "Après"
    expected.document = "a.txt"
    expected.line = 0
    expected.notes = [UnitNote("n", language: Language("fr"))]
    expected.properties = [
      UnitProperty("@changedate", "soon"), UnitProperty("@usagecount", "3"),
      UnitProperty("id", "k1"),
    ]
    #expect(unit == expected)
  }

  @Test("Highlighted text is text, code is not, and nested segments are kept in it")
  func tags() throws {
    let text = Self.file([
      Self.unit(
        "Voir <ph x=\"1\" assoc=\"p\">&lt;img alt=\"<sub type=\"alt\">le chat</sub>\"/&gt;</ph><hi type=\"b\">ici</hi><ut>{\\b }</ut><it pos=\"begin\">&lt;i&gt;</it> <bpt i=\"1\" x=\"2\" type=\"bold\"/>là<ept i=\"1\">x</ept>",
        "See")
    ])
    let variant = try #require(Self.read(text).units.first?.variants.first)
    #expect(variant.text == "Voir ici là")
    var tags = [
      InlineTag(
        .placeholder, at: 5, match: 1, association: "p",
        code: "&lt;img alt=\"<sub type=\"alt\">le chat</sub>\"/&gt;"),
      InlineTag(.highlightBegin, at: 5, type: "b"), InlineTag(.highlightEnd, at: 8),
      InlineTag(.unknown, at: 8, code: "{\\b }"),
      InlineTag(.isolatedBegin, at: 8, code: "&lt;i&gt;"),
    ]
    tags.append(InlineTag(.begin, at: 9, pair: 1, match: 2, type: "bold"))
    tags.append(InlineTag(.end, at: 12, pair: 1, code: "x"))
    #expect(variant.tags == tags)
  }

  @Test("Two variants of a language become two units, and no text is lost")
  func twice() throws {
    let text = Self.file([
      "<tu><tuv xml:lang=\"fr\"><seg>Chat</seg></tuv><tuv xml:lang=\"en\"><seg>Cat</seg></tuv><tuv xml:lang=\"en\"><seg>Kitty</seg></tuv><tuv xml:lang=\"de\"><seg>Katze</seg></tuv></tu>"
    ])
    let (units, report) = try Self.read(text)
    #expect(
      units.map { $0.variants.map(\.text) } == [
        ["Chat", "Cat", "Katze"], ["Chat", "Kitty", "Katze"],
      ])
    #expect(report.remarks.map(\.line) == [4])
  }

  @Test("What cannot be used is reported with its line")
  func remarks() throws {
    let text = Self.file([
      "<tu><tuv xml:lang=\"fr\"><seg/></tuv><tuv xml:lang=\"en\"><seg>x</seg></tuv></tu>",
      "<tu><tuv><seg>x</seg></tuv></tu>", "<tu/>",
      "<tu><odd>y</odd><tuv xml:lang=\"fr\"><seg>a<odd>b</odd>c</seg></tuv></tu>",
    ])
    let (units, report) = try Self.read(text)
    #expect(units.map { $0.variants.map(\.text) } == [["x"], ["abc"]])
    #expect(units.map(\.line) == [0, 3])
    #expect(
      report.remarks.map(\.description) == [
        "line 4: a variant is empty, so it is not read",
        "line 5: a variant has no language, so it is not read",
        "line 5: no variant of the unit can be used", "line 6: the unit has no variant",
        "line 7: the element <odd> is not known, so it is not read",
        "line 7: the element <odd> is not known in a segment; its text is kept",
      ])
    #expect(report.read == 2 && report.skipped == 2)
  }

  @Test(
    "Damage ends the reading, or costs a reader that keeps going only the unit it is in",
    arguments: [
      ("R&D", ["a", "R&D", "z"], 5), ("x\u{0B}y", ["a", "x␋y", "z"], 5),
      ("x&#11;y", ["a", "x␋y", "z"], 5), ("x</b>", ["a", "z"], 5),
      ("x</seg></tuv><tuv xml:lang=\"en><seg>", ["a", "z"], 5),
      ("x</seg></tuv><tu><tuv xml:lang=\"fr\"><seg>y", ["a", "y", "z"], 5),
      ("&nbsp;x", ["a", "&nbsp;x", "z"], 5),
    ] as [(String, [String], Int)])
  func damage(french: String, kept: [String], line: Int) throws {
    let text = Self.file([Self.unit("a", "b"), Self.unit(french, "c"), Self.unit("z", "y")])
    let error = #expect(throws: LoadingError.self) { try Self.read(text) }
    #expect(error?.location.line == line)
    let (units, report) = try Self.read(text, keepsGoing: true)
    #expect(units.compactMap { $0.variants.first?.text } == kept)
    #expect(report.remarkCount > 0)
    #expect(report.remarks.contains { $0.line == line })
  }

  @Test("A file that is cut off keeps the units before the cut", arguments: [1, 20, 40, 90, 103])
  func cutOff(bytes: Int) throws {
    let text = Self.file([Self.unit("a", "b"), Self.unit("c", "d"), Self.unit("e", "f")])
    let cut = Array(text.utf8.dropLast(bytes))
    #expect(throws: LoadingError.self) { try Self.read(cut) }
    let (units, report) = try Self.read(cut, keepsGoing: true)
    let whole = String(decoding: cut, as: UTF8.self).components(separatedBy: "</tu>").count - 1
    #expect(units.map { $0.variants.first?.text } == ["a", "c", "e"].prefix(whole).map { $0 })
    #expect(report.remarkCount > 0)
  }

  @Test("Errors name the place, the reason and what to do, and show the line")
  func errors() {
    let text = Self.file([Self.unit("R&D", "b")])
    let error = #expect(throws: LoadingError.self) { try Self.read(text) }
    #expect(
      error?.description == """
        m.tmx:4:30: a '&' or a '<' stands alone (write '&amp;' or '&lt;'); mend the file
        <tu><tuv xml:lang="fr"><seg>R&D</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>
                                     ^
        """)
    let other = #expect(throws: LoadingError.self) { try Self.read("<html/>") }
    #expect(
      other?.description == "m.tmx:1: this is no TMX: its first element is <html>; mend the line")
  }

  @Test("Packed files are read and written", arguments: ["m.tmx", "m.tmx.gz", "m.tmx.xz"])
  func packed(name: String) throws {
    let folder = try TemporaryFolder()
    var random = RandomUnits(seed: 1)
    let units = random.units(500)
    #expect(try TMXWriter.write(units, to: folder.path(name)) == 500)
    let reader = try TMXReader(contentsOf: folder.path(name))
    var read: [TranslationUnit] = []
    while let unit = try reader.next() { read.append(unit) }
    #expect(read == units)
    #expect(try folder.names() == [name])
    let bytes = try Data(contentsOf: URL(filePath: folder.path(name)))
    #expect(name == "m.tmx" || bytes.count * 2 < reader.byteCount)
    // Cut off: an error, or what was whole.
    try folder.write([UInt8](bytes.dropLast(bytes.count / 3)), to: "cut")
    #expect(throws: LoadingError.self) {
      let cut = try TMXReader(contentsOf: folder.path("cut"))
      while try cut.next() != nil {}
    }
    let cut = try TMXReader(contentsOf: folder.path("cut"), keepsGoing: true)
    var count = 0
    while let unit = try cut.next() {
      #expect(unit == units[count])
      count += 1
    }
    #expect(count > 100)
  }

  @Test("A file that cannot be finished leaves the old one")
  func unfinished() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "m.tmx")
    do {
      let sink = try FileSink(path: folder.path("m.tmx"))
      try sink.write([0x41])
    }
    #expect(try folder.text("m.tmx") == "old")
    #expect(try folder.names() == ["m.tmx"])
  }

  @Test("Damage within a unit costs no other unit", arguments: 0..<400)
  func keepsTheOthers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var units = (0..<6).map {
      Array(Self.unit("le <hi>chat</hi> \($0)", "the <ph x=\"1\">&lt;b/&gt;</ph>cat \($0)").utf8)
    }
    let place = random.number(in: 0..<6)
    units[place] = random.damaged(units[place])
    let frame = Self.file(["|"]).split(separator: "|").map { Array($0.utf8) }
    let bytes = frame[0] + Array(units.joined(separator: [0x0A])) + frame[1]
    let read = try Self.read(bytes, keepsGoing: true).units.map { $0.variants.map(\.text) }
    let whole = (0..<6).map { ["le chat \($0)", "the cat \($0)"] }
    #expect(Array(read.prefix(place)) == Array(whole[..<place]), "seed \(seed)")
    #expect(Array(read.suffix(5 - place)) == Array(whole[(place + 1)...]), "seed \(seed)")
  }

  @Test("A unit that begins within a tag, a note or an unknown element of the one before is read")
  func cutWithin() throws {
    for cut in ["<seg>a<ph>&lt;b", "<note>n", "<prop type=\"p\">v", "<odd><more>"] {
      let text = Self.file([
        Self.unit("a", "b"), "<tu><tuv xml:lang=\"fr\">" + cut, Self.unit("c", "d"),
      ])
      let error = #expect(throws: LoadingError.self) { try Self.read(text) }
      #expect(error?.location.line == 6, "\(cut)")
      let (units, report) = try Self.read(text, keepsGoing: true)
      #expect(units.map { $0.variants.map(\.text) } == [["a", "b"], ["c", "d"]], "\(cut)")
      #expect(report.skipped == 1, "\(cut)")
    }
  }

  @Test("No damage makes the reader crash or go on for ever", arguments: 0..<400)
  func fuzzing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = Self.file(
      (0..<6).map {
        Self.unit("le <hi>chat</hi> \($0)", "the <ph x=\"1\">&lt;b/&gt;</ph>cat \($0)")
      })
    let bytes = random.damaged(Array(text.utf8))
    let strict = try? Self.read(bytes)
    let reader = TMXReader(bytes, path: "m.tmx", keepsGoing: true)
    var units: [TranslationUnit] = []
    do {
      while let unit = try reader.next() {
        units.append(unit)
        try #require(units.count < 1_000, "seed \(seed)")
      }
    } catch let error as LoadingError {
      #expect("\(error)".contains("this is no TMX"), "seed \(seed): \(error)")
    }
    if let strict { #expect(strict.units == units, "seed \(seed)") }
    for unit in units { #expect(!unit.variants.isEmpty) }
  }
}
