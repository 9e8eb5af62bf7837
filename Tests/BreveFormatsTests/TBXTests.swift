// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("TBX")
struct TBXTests {
  static func read(
    _ text: String, from source: String = "fr", to target: String = "en"
  ) throws -> GlossaryReading {
    try TBXReader(from: Language(source), to: Language(target))
      .read(Array(text.utf8), path: "g.tbx")
  }

  static func version3(_ entries: String) -> String {
    """
    <?xml version="1.0"?>
    <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
    <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
    \(entries)
    </body></text></tbx>
    """
  }

  /// A glossary with whole concepts, pairs that share an id at random, and values that XML cannot hold.
  static func glossary(seed: UInt64) -> Glossary {
    var random = RandomGlossary(seed: seed)
    var generator = SeededGenerator(seed: seed &+ 77)
    var pairs: [TermPair] = []
    for number in 0..<12 {
      var pair = random.pair()
      pair.id = generator.isOne(in: 3) ? pair.id : "concept-\(number)"
      if generator.isOne(in: 3) { pair.note = " two  spaces\nand\ta line\r\u{1}\u{FFFF} " }
      if generator.isOne(in: 4) { pair.others["fr_context"] = "Le chat." }
      if generator.isOne(in: 4) { pair.others["en_termType"] = "shortForm" }
      if generator.isOne(in: 4) { pair.others["concept_note"] = "a | b" }
      if generator.isOne(in: 4) { pair.others["xGraphic"] = "a b https://example.org/a.png" }
      if generator.isOne(in: 5) { pair.created = "once" }
      if generator.isOne(in: 5) { pair.others["en_partOfSpeech"] = "noun" }
      pairs.append(pair)
      for other in 0..<generator.number(in: 0..<3) {
        var more = generator.isOne(in: 2) ? pair : random.pair()
        more.id = pair.id
        more.target = "other \(other)"
        if generator.isOne(in: 2) { more.status = .deprecated }
        pairs.append(more)
      }
    }
    return Glossary(pairs: pairs)
  }

  @Test("What is written reads back the same", arguments: 0..<40)
  func roundTrip(seed: UInt64) throws {
    let glossary = Self.glossary(seed: seed)
    for form in [TBXWriter.Form.basic, .martif] {
      let bytes = TBXWriter.bytes(of: glossary, form: form)
      let reading = try TBXReader().read(bytes, path: "g.tbx")
      // Pairs of one id stand together.
      var order: [String] = []
      for pair in glossary.pairs where !order.contains(pair.id) { order.append(pair.id) }
      let expected = order.flatMap { glossary.pairs(of: $0) }
      #expect(reading.glossary.pairs.count == expected.count, "seed \(seed)")
      for (one, other) in zip(reading.glossary.pairs, expected) {
        #expect(one == other, "seed \(seed) \(form)")
      }
      #expect(TBXWriter.bytes(of: reading.glossary, form: form) == bytes, "seed \(seed)")
    }
  }

  @Test("Terms with each other, variants, statuses, words of other tools")
  func pairs() throws {
    let reading = try Self.read(
      Self.version3(
        """
        <conceptEntry id="c1"><descrip type="subjectField">security</descrip>
        <langSec xml:lang="fr-FR"><descripGrp><descrip type="definition">Une
            pause.</descrip><admin type="source">ici</admin></descripGrp>
        <termSec><term>trêve</term><termNote type="partOfSpeech">noun</termNote>
        <termNote type="grammaticalGender">feminine</termNote><descrip type="context">La trêve.</descrip></termSec>
        <termSec><term>treve</term><termNote type="termType">variant</termNote></termSec></langSec>
        <langSec xml:lang="en"><termSec><term>truce</term><termNote type="usageStatus">preferred</termNote></termSec>
        <termSec><term>pause</term><termNote type="administrativeStatus">notRecommended</termNote><note>vague</note></termSec>
        </langSec><langSec xml:lang="de"><termSec><term>Pause</term></termSec></langSec></conceptEntry>
        """))
    let first = TermPair(
      id: "c1", source: "trêve", target: "truce", sourceVariants: ["treve"], partOfSpeech: .noun,
      gender: "f", domain: "security", definition: "Une pause.",
      others: ["fr_context": "La trêve.", "fr_definition source": "ici"])
    var second = first
    second.target = "pause"
    second.status = .deprecated
    second.note = "vague"
    #expect(reading.glossary.pairs == [first, second])
    #expect(reading.lines == [4, 4])
    #expect(reading.languages == ["fr-FR", "en", "de"])
    #expect(reading.form == "TBX v3 (TBX-Basic, dca)")
  }

  @Test("Both styles of version 3 say the same, and so does version 2")
  func styles() throws {
    let dct = """
      <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
      <conceptEntry id="a"><min:subjectField>law</min:subjectField><langSec xml:lang="fr"><termSec><term>loi</term>
      <min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec><langSec xml:lang="en"><termSec><term>act</term>
      <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus><transacGrp><basic:transactionType>origination</basic:transactionType><date>2010-04-17</date></transacGrp></termSec></langSec></conceptEntry></body></text></tbx>
      """
    let martif = """
      <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><text><body>
      <termEntry id="a"><descrip type="subjectField">law</descrip><langSet lang="FRA"><ntig><termGrp><term>loi</term>
      <termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet><langSet xml:lang="EN_us"><tig><term>act</term>
      <termNote type="administrativeStatus">admitted</termNote><transacGrp><transac type="transactionType">input</transac><date>20100417T10:57:25Z</date></transacGrp></tig></langSet></termEntry></body></text></martif>
      """
    let pair = TermPair(
      id: "a", source: "loi", target: "act", partOfSpeech: .noun, domain: "law", status: .admitted,
      created: "2010-04-17")
    #expect(try Self.read(dct).glossary.pairs == [pair])
    #expect(try Self.read(martif).glossary.pairs == [pair])
    let back = try Self.read(dct, from: "en", to: "fr").glossary
    #expect(back.pairs.map(\.source) == ["act"] && back.sourceLanguage == .english)
  }

  @Test("An entry without a term of a language is passed over, with its line")
  func missing() throws {
    let reading = try Self.read(
      Self.version3(
        "<conceptEntry id=\"x\"><langSec xml:lang=\"fr\"><termSec><term>a</term></termSec></langSec></conceptEntry>"
      ))
    #expect(reading.report.read == 0 && reading.report.skipped == 1)
    #expect(
      reading.report.remarks.map(\.description) == ["line 4: the entry 'x' has no term in 'en'"])
  }

  @Test(
    "What is not well-formed, not TBX or loads something is refused",
    arguments: [
      ("<html/>", "g.tbx:1: this is no TBX: its first element is <html>; mend the line"),
      (
        "<tbx>\n<text></tbx>",
        "g.tbx:2:13: the closing tag does not fit <text> of line 2; mend the file\n<text></tbx>\n            ^"
      ),
      (
        "<!DOCTYPE tbx [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>\n<tbx>&e;</tbx>",
        "g.tbx:2:6: the entity '&e;' is external, and nothing external is read; mend the file\n<tbx>&e;</tbx>\n     ^"
      ),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: LoadingError.self) { try Self.read(text) }
    #expect(error?.description == message)
  }

  @Test("No damage makes the reader crash or go on for ever; what it still reads can be written")
  func fuzzing() {
    var read = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let form: TBXWriter.Form = seed % 2 == 0 ? .basic : .martif
      let whole = TBXWriter.bytes(of: Self.glossary(seed: seed % 7), form: form)
      // Damaged bytes are seldom XML any more; elements that are moved are.
      let bytes = seed % 4 < 2 ? random.damaged(whole) : Self.shuffled(whole, &random)
      guard let reading = try? TBXReader().read(bytes, path: "g.tbx") else { continue }
      read += 1
      #expect(reading.lines.count == reading.glossary.pairs.count)
      let again = TBXWriter.bytes(of: reading.glossary, form: form)
      let back = try? TBXReader().read(again, path: "g.tbx")
      #expect(back?.glossary.pairs.count == reading.glossary.pairs.count, "seed \(seed)")
    }
    #expect(read > 75, "\(read)")
  }

  /// The file with some of its terms taken out, doubled or exchanged, each a line.
  private static func shuffled(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    func terms() -> [Int] {
      lines.indices.filter {
        let line = String(decoding: lines[$0], as: UTF8.self)
        return line.contains("<term>") && line.contains("</term>")
          && ["Sec>", "ntig>", "<tig>"].contains { line.contains($0) }
      }
    }
    for _ in 0..<random.number(in: 1..<6) {
      let places = terms()
      guard !places.isEmpty else { break }
      let (one, other) = (random.one(of: places), random.one(of: places))
      switch random.number(in: 0..<3) {
      case 0: lines.remove(at: one)
      case 1: lines.insert(lines[one], at: other)
      default: lines.swapAt(one, other)
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
