// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

@Suite("XLIFF")
struct XLIFFTests {
  /// A file of XLIFF 2.1 with something in its `<file>`.
  static func file(_ content: String, _ attributes: String = "trgLang=\"en\"") -> String {
    """
    <?xml version="1.0"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr" \(attributes)>
    <file id="f1" original="a.html">\(content)</file></xliff>
    """
  }

  /// A file of XLIFF 1.2 with something in its `<body>`.
  static func file12(_ content: String) -> String {
    """
    <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.html" datatype="html" \
    source-language="fr" target-language="en-GB"><body>\(content)</body></file></xliff>
    """
  }

  static func units(_ text: String, keepsGoing: Bool = false) throws -> [TranslationUnit] {
    let reader = try XLIFFReader(Array(text.utf8), path: "a.xlf", keepsGoing: keepsGoing)
    var units: [TranslationUnit] = []
    while let unit = reader.next() { units.append(unit) }
    return units
  }

  @Test("Segments of XLIFF 2.1 become units with their neighbours, states, notes and tags")
  func reading2() throws {
    let units = try Self.units(
      Self.file(
        """
        <group id="g1"><unit id="u1"><notes><note>Titre</note></notes>
        <originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData>
        <segment id="s1" state="reviewed"><source>Le <pc id="1" dataRefStart="d1" dataRefEnd="d2">chat</pc></source>
        <target>The <pc id="1" dataRefStart="d1" dataRefEnd="d2">cat</pc></target></segment>
        <ignorable><source> </source></ignorable>
        <segment><source>dort.<ph id="2"/></source></segment></unit></group>
        <unit id="u2" translate="no"><segment state="final" ><source>Fin &amp; suite</source>
        <target>End &amp; more</target></segment></unit>
        """))
    #expect(
      units.map { $0.variants.map(\.text) } == [
        ["Le chat", "The cat"], ["dort."], ["Fin & suite", "End & more"],
      ])
    #expect(units.map(\.state) == [.reviewed, .imported, .approved])
    #expect(units.map(\.previous) == [nil, "Le chat", "dort."])
    #expect(units.map(\.next) == ["dort.", "Fin & suite", nil])
    #expect(units.map(\.name) == ["u1", "u1", "u2"])
    #expect(units.map(\.document) == ["a.html", "a.html", "a.html"])
    #expect(units[0].notes == [UnitNote("Titre")])
    let tags = units[0].variants.map(\.tags)
    #expect(
      tags[0] == [
        InlineTag(.begin, at: 3, pair: 1, match: 1, code: "&lt;b&gt;"),
        InlineTag(.end, at: 7, pair: 1, code: "&lt;/b&gt;"),
      ])
    #expect(tags[1].map(\.position) == [4, 7])
    #expect(units[1].variants[0].tags == [InlineTag(.placeholder, at: 5, match: 2)])
  }

  @Test("Units of XLIFF 1.2 become units with states, notes and tags")
  func reading12() throws {
    let units = try Self.units(
      Self.file12(
        """
        <group><trans-unit id="1" approved="yes"><source>Le <g id="1" ctype="bold">chat</g></source>
        <target state="translated">The <g id="1">cat</g></target><note xml:lang="en">Title</note>
        <alt-trans match-quality="80%"><source>Le chien</source><target>The dog</target></alt-trans></trans-unit></group>
        <trans-unit id="2"><source>Un <bpt id="1">&lt;i></bpt>ami<ept id="1">&lt;/i></ept></source>
        <target state="needs-review-translation" state-qualifier="leveraged-mt">A friend</target></trans-unit>
        <trans-unit id="3"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source>
        <target><mrk mtype="seg" mid="2">Bee.</mrk></target></trans-unit>
        """))
    #expect(
      units.map { $0.variants.map(\.text) } == [
        ["Le chat", "The cat"], ["Un ami", "A friend"], ["A."], ["B.", "Bee."],
      ])
    #expect(units.map(\.state) == [.approved, .machine, .imported, .imported])
    #expect(units[0].variants[1].language == Language("en-GB"))
    #expect(units[0].notes == [UnitNote("Title", language: Language("en"))])
    #expect(units[0].properties.contains { $0.value.contains("The dog") })
    #expect(
      units[1].variants[0].tags == [
        InlineTag(.begin, at: 3, pair: 1, match: 1, code: "&lt;i&gt;"),
        InlineTag(.end, at: 6, pair: 1, code: "&lt;/i&gt;"),
      ])
  }

  /// The table of `Formats/xliff.md`.
  @Test("Every state comes back from both versions", arguments: UnitState.allCases)
  func states(state: UnitState) throws {
    for version in XLIFFVersion.allCases {
      var writer = XLIFFWriter(version: version, source: Language("fr"), target: Language("en"))
      writer.append(
        TranslationUnit(
          [Variant(Language("fr"), "a"), Variant(Language("en"), "b")], state: state))
      let text = String(decoding: writer.finish(), as: UTF8.self)
      #expect(try Self.units(text).map(\.state) == [state], "\(version): \(text)")
    }
  }

  @Test("What is written keeps the rules, and reads back", arguments: 0..<40)
  func roundTrip(seed: UInt64) throws {
    for version in XLIFFVersion.allCases {
      var random = RandomUnits(seed: seed)
      let units = random.units(20)
      var writer = XLIFFWriter(version: version, source: Language("fr"), target: Language("de"))
      for unit in units { writer.append(unit) }
      let bytes = writer.finish()
      let faults = try XLIFFReader.faults(in: bytes, path: "a.xlf")
      #expect(faults.map(\.description) == [], "seed \(seed), \(version)")
      let read = try Self.units(String(decoding: bytes, as: UTF8.self))
      let wanted = units.filter { $0.variant(Language("fr")) != nil }
      #expect(writer.count == wanted.count && read.count == wanted.count)
      for (one, other) in zip(read, wanted) {
        #expect(one.variants[0].text == other.variant(Language("fr"))?.text, "seed \(seed)")
        let target = other.variant(Language("de"))
        let text = target.flatMap { $0.text.isEmpty && $0.tags.isEmpty ? nil : $0.text }
        #expect(one.variants.dropFirst().first?.text == text, "seed \(seed), \(version)")
        if target != nil { #expect(one.state == other.state, "seed \(seed)") }
      }
      var again = XLIFFWriter(version: version, source: Language("fr"), target: Language("de"))
      for unit in read { again.append(unit) }
      let second = try Self.units(String(decoding: again.finish(), as: UTF8.self))
      #expect(second == read, "seed \(seed), \(version)")
    }
  }

  /// What is put into a unit, and a part of what is said of it.
  static let faults: [(content: String, reason: String)] = [
    ("<segment><source>a<ec startRef=\"1\"/></source></segment>", "no <sc> of the unit"),
    ("<segment><source><ec startRef=\"1\"/>a<sc id=\"1\"/></source></segment>", "before its <sc>"),
    ("<segment><source><sc id=\"1\"/>a</source></segment>", "must have isolated"),
    ("<segment><source>a<ph id=\"1\"/><ph id=\"1\"/></source></segment>", "ids are unique"),
    ("<segment><source><ph id=\"1\" dataRef=\"d\"/></source></segment>", "no <data> of the unit"),
    ("<segment><source><ph id=\"1\" copyOf=\"2\"/></source></segment>", "no code of the unit"),
    ("<segment><source><ph id=\"1\" subFlows=\"x\"/></source></segment>", "no <unit> of the file"),
    ("<segment><source><ph id=\"1\" subType=\"a:b\"/></source></segment>", "'type'"),
    (
      "<segment><source><ph id=\"1\" equiv2=\"\"/></source></segment>", "may not have the attribute"
    ),
    ("<segment><source><cp hex=\"0041\"/></source></segment>", "may stand in XML"),
    ("<segment><source><sm id=\"m\"/>a</source></segment>", "has no <em>"),
    (
      "<segment><source><mrk id=\"m\" type=\"comment\">a</mrk></source></segment>",
      "either 'value' or 'ref'"
    ),
    (
      "<segment><source><mrk id=\"m\" type=\"a:b\" ref=\"#u=1/f=1\">a</mrk></source></segment>",
      "too late"
    ),
    ("<segment state=\"done\"><source>a</source></segment>", "none of initial"),
    ("<segment subState=\"a:b\"><source>a</source></segment>", "must have the attribute 'state'"),
    ("<segment><source>a</source><source>b</source></segment>", "only one <source>"),
    ("<segment><target>a</target></segment>", "there is no <source>"),
    ("<ignorable><source> </source></ignorable>", "there is no <segment>"),
    ("<segment><source>a</source></segment><notes><note>n</note></notes>", "too late"),
    ("<segment><source>a</source><target xml:lang=\"de\">b</target></segment>", "'trgLang'"),
    ("<segment><source xml:space=\"preserve\">a</source><target>b</target></segment>", "xml:space"),
    ("<segment>a<source>a</source></segment>", "no text in <segment>"),
    (
      "<segment><source><ph id=\"1\" canDelete=\"no\"/></source><target>b</target></segment>",
      "may not be deleted"
    ),
    (
      "<segment><source><ph id=\"1\" canReorder=\"firstNo\"/>a</source></segment>",
      "must have canCopy=\"no\""
    ),
    (
      "<segment><source>a</source><target order=\"2\">b</target></segment>",
      "'order' is 2"
    ),
  ]

  @Test("A broken rule is said with its place", arguments: faults)
  func rules(content: String, reason: String) throws {
    let text = Self.file("<unit id=\"u1\">\(content)</unit>")
    let error = #expect(throws: LoadingError.self, "\(content)") { try Self.units(text) }
    #expect(error?.description.contains(reason) ?? false, "\(content): \(error.debugDescription)")
    #expect(error?.location.line == 3 && error?.location.column != nil)
    #expect(try !Self.units(text, keepsGoing: true).isEmpty || reason.hasPrefix("there is no"))
  }

  @Test("Other files are refused for what they are")
  func others() throws {
    for (text, reason) in [
      ("<tmx version=\"1.4\"/>", "this is no XLIFF: its first element is <tmx>"),
      ("<xliff version=\"2.0\"><file/></xliff>", "stands in the namespace"),
      ("<xliff version=\"1.2\"/>", "there is no <file>"),
      (Self.file("<unit id=\"u\">"), "closing tag"),
    ] {
      let error = #expect(throws: LoadingError.self) { try Self.units(text) }
      #expect(error?.description.contains(reason) ?? false, "\(error.debugDescription)")
    }
  }

  @Test("UTF-16 and prefixes of the file's own are read")
  func forms() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-16"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" \
      srcLang="fr" trgLang="en"><x:file id="f"><x:unit id="u"><x:segment><x:source>Été</x:source>\
      <x:target>Summer</x:target></x:segment></x:unit></x:file></x:xliff>
      """
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let reader = try XLIFFReader(bytes, path: "a.xlf")
    #expect(reader.next()?.variants.map(\.text) == ["Été", "Summer"])
  }
}
