// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

@Suite("Glossaries of other tools")
struct ForeignGlossaryTests {
  static func read(
    _ text: String, from source: String = "fr", to target: String = "en"
  ) throws -> GlossaryReading {
    try GlossaryFileReader(from: Language(source), to: Language(target))
      .read(Array(text.utf8), path: "g.txt")
  }

  private static func terms(_ reading: GlossaryReading) -> [String] {
    reading.glossary.pairs.map { "\($0.source)=\($0.target)" }
  }

  @Test(
    "The form is told by what the file holds",
    arguments: [
      ("a\tb\nc\td\n", "table with tabs without a header", ["a=b", "c=d"]),
      (
        "a,b\n\"c, d\",\"e \"\"f\"\"\"\n", "table with commas without a header",
        ["a=b", "c, d=e \"f\""]
      ),
      ("a;b, c\nd;e\n", "table with semicolons without a header", ["a=b, c", "d=e"]),
      ("\u{FEFF}term;translation;note\r\na;b;\"c; d\"\r\n", "table with a header", ["a=b"]),
      ("es,EN-us,fra\nx,b,a\n", "table with commas of languages", ["a=b"]),
      ("\"source\",\"target\"\n\"a\",\"b\"\n", "table with a header", ["a=b"]),
      ("#UTX 1.11; fr/en-US;\n#src\ttgt\tterm status\na\tb\tforbidden\n", "UTX", ["a=b"]),
      ("# a remark\na\tb\tc\n", "table with tabs without a header", ["a=b"]),
      ("id\tfr\ten\n1\ta\tb\n", "own columns, table with tabs", ["a=b"]),
      ("", "table with commas without a header", []),
      (
        "<tbx type='TBX-Core'><text><body/></text></tbx>", "TBX v3 (TBX-Core, dca)", []
      ),
    ] as [(String, String, [String])])
  func forms(text: String, form: String, terms: [String]) throws {
    let reading = try Self.read(text)
    #expect(reading.form == form)
    #expect(Self.terms(reading) == terms)
    #expect(reading.report.skipped == 0)
  }

  @Test("Status, remarks and marks of each form")
  func fields() throws {
    let weblate = try Self.read(
      "source,target,developer_comments\na,b,\"noun, read-only\"\nc,d,forbidden\n"
    ).glossary.pairs
    #expect(weblate.map(\.isUntranslated) == [true, false])
    #expect(weblate.map(\.status) == [.preferred, .deprecated])
    #expect(weblate.map(\.note) == ["noun", ""])
    let utx = try Self.read(
      "#UTX 1.11; en/fr;\n#src\ttgt\tsrc:pos\tterm status\tsrc:comment\tconcept ID\nECOWAS\tCEDEAO\tproperNoun\tprovisional\tn\tc2\n"
    ).glossary.pairs
    #expect(utx.map(\.source) == ["CEDEAO"] && utx.map(\.status) == [.admitted])
    #expect(utx.map(\.id) == ["c2"])
    let google = try Self.read("fr,en,pos,description\na,b,noun,what\n").glossary.pairs
    #expect(google.map(\.partOfSpeech) == [.noun] && google.map(\.note) == ["what"])
  }

  @Test("What cannot be read is reported with its line")
  func remarks() throws {
    let reading = try Self.read("a\tb\n\nc\n\td\ne\tf\tg\th\ti\n")
    #expect(
      reading.report.remarks.map(\.description) == [
        "line 3: the line has no term in 'en'", "line 4: the line has no term in 'fr'",
        "line 5: the line has more fields than there are columns",
      ])
    #expect(reading.lines == [1, 5])
    let other = try Self.read("de,es\nx,y\n")
    #expect(other.glossary.pairs.isEmpty && other.languages == ["de", "es"])
    #expect(other.report.remarks.first?.reason.contains("not both 'fr' and 'en'") == true)
    let open = try Self.read("a,b\n\"c,d\ne,f\n")
    #expect(open.report.remarks.map(\.description) == ["line 2: a quotation mark is not closed"])
  }

  @Test("Text is not taken for a table, whatever commas it has")
  func prose() throws {
    let article = """
      NIAMEY, 12 mars 2024 (AFP) - Quatorze soldats ont été tués mardi dans une embuscade tendue par des jihadistes.
      Le premier ministre s'est rendu au chevet des blessés, à l'hôpital, et il a promis, ému, une enquête.
      Selon lui, l'armée, mal équipée, a tenu, et les renforts, venus de Tillabéri, sont arrivés trop tard.
      L'opposition, elle, a demandé la démission du ministre de la Défense et le départ des troupes étrangères.

      """
    #expect(throws: LoadingError.self) { try Self.read(article) }
    // Long entries of a table that is one, and short ones of a bad one.
    let long = "un deux trois quatre cinq six sept huit neuf dix onze douze treize\tone\nx\ty\n"
    #expect(try Self.read(long).glossary.pairs.count == 2)
    #expect(try Self.read("a\tb\nc\nd\ne\n").glossary.pairs.count == 1)
  }

  @Test("Packed files and other encodings")
  func packed() throws {
    let folder = try TemporaryFolder()
    let sink = try FileSink(path: folder.path("g.tbx.gz"))
    try sink.write(TBXWriter.bytes(of: TBXTests.glossary(seed: 3)))
    try sink.finish()
    let reading = try GlossaryFileReader().read(contentsOf: folder.path("g.tbx.gz"))
    #expect(reading.glossary.pairs.count >= 12)
    let latin: [UInt8] = Array("cessez-le-feu d'".utf8) + [0xE9] + Array("t\tceasefire\n".utf8)
    let pairs = try GlossaryFileReader().read(latin, path: "g.tab").glossary.pairs
    #expect(pairs.map(\.source) == ["cessez-le-feu d'ét"])
    let wide = "\u{FEFF}été\tsummer\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(
      try GlossaryFileReader().read(wide, path: "g.txt").glossary.pairs.map(\.source) == ["été"])
  }

  @Test("What is written in a form with all fields reads back the same", arguments: 0..<30)
  func roundTrip(seed: UInt64) throws {
    var random = RandomGlossary(seed: seed)
    var glossary = random.glossary(pairs: 10)
    for place in glossary.pairs.indices {
      // White space at the ends of a field of a table is none.
      glossary.pairs[place].source = "fr \(place)"
      glossary.pairs[place].target = "en, \"\(place)\""
      glossary.pairs[place].id = "c\(place)"
      glossary.pairs[place].others = glossary.pairs[place].others.mapValues { _ in "kept, \"so\"" }
    }
    let file = GlossaryFileWriter.file(of: glossary, as: .csv)
    let reading = try GlossaryFileReader().read(file.bytes, path: "g.csv")
    for (one, other) in zip(reading.glossary.pairs, glossary.pairs) {
      #expect(one == other, "seed \(seed)")
    }
    #expect(reading.glossary.pairs.count == 10 && file.written == 10)
  }

  @Test("Forms that cannot hold a pair say so, and hold nothing that misleads")
  func exports() throws {
    let glossary = Glossary(pairs: [
      TermPair(id: "1", source: "a, b", target: "x \"y\"", partOfSpeech: .noun, definition: "d"),
      TermPair(id: "1", source: "a, b", target: "z", status: .deprecated),
      TermPair(id: "2", source: "Wagner", target: "Wagner", isUntranslated: true, note: "n"),
      TermPair(id: "2", source: "Wagner", target: "Wagner Group", status: .admitted),
    ])
    let expected: [GlossaryForm: (String, Int)] = [
      .deepl: ("\"a, b\",\"x \"\"y\"\"\"\nWagner,Wagner\n", 2),
      .amazon: ("fr,en\n\"a, b\",\"x \"\"y\"\"\"\nWagner,Wagner\n", 2),
      .google: ("fr,en,pos,description\n\"a, b\",\"x \"\"y\"\"\",noun,d\nWagner,Wagner,,n\n", 2),
      .omegat: (
        "a, b\tx \"y\"\td\na, b\tz\tdeprecated\nWagner\tWagner\tdo not translate; n\nWagner\tWagner Group\tadmitted\n",
        4
      ),
    ]
    for (form, (text, written)) in expected.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let file = GlossaryFileWriter.file(of: glossary, as: form)
      #expect(String(decoding: file.bytes, as: UTF8.self) == text, "\(form)")
      #expect(file.written == written && file.report.skipped == 4 - written, "\(form)")
    }
    let weblate = GlossaryFileWriter.file(of: glossary, as: .weblate)
    let back = try GlossaryFileReader().read(weblate.bytes, path: "g.csv").glossary.pairs
    #expect(back.map(\.status) == [.preferred, .deprecated, .preferred, .preferred])
    #expect(back.map(\.isUntranslated) == [false, false, true, false])
    let utx = GlossaryFileWriter.file(of: glossary, as: .utx)
    #expect(
      try GlossaryFileReader().read(utx.bytes, path: "g.utx").glossary.pairs.map(\.status)
        == glossary.pairs.map(\.status))
  }

  @Test("No damage makes a reader crash or go on for ever", arguments: 0..<300)
  func fuzzing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let forms = GlossaryForm.allCases
    let form = forms[Int(seed) % forms.count]
    let file = GlossaryFileWriter.file(of: TBXTests.glossary(seed: seed % 5), as: form)
    let bytes = random.damaged(file.bytes)
    if let reading = try? GlossaryFileReader().read(bytes, path: "g") {
      #expect(reading.lines.count == reading.glossary.pairs.count)
      for pair in reading.glossary.pairs { #expect(!pair.source.isEmpty && !pair.target.isEmpty) }
    }
  }

  @Test(
    "Samples of other tools",
    .enabled(if: Repository.shared("eval/formats/csv") != nil, "samples absent"),
    arguments: [
      ("csv/amazon_translate.csv", ["cessez-le-feu=ceasefire", "Wagner=Wagner"]),
      (
        "csv/deepl.csv",
        [
          "cessez-le-feu=ceasefire", "accord de paix, inclusif=inclusive peace agreement",
          "dit \"Groupe Wagner\"=so-called Wagner Group",
        ]
      ),
      ("csv/deepl.tsv", ["cessez-le-feu=ceasefire", "accord de paix=peace agreement"]),
      ("csv/excel_fr_semicolon_bom_crlf.csv", ["cessez-le-feu=ceasefire", "coup d’État=coup"]),
      (
        "csv/google_equivalent_terms.csv",
        ["cessez-le-feu=ceasefire", "accord de paix=peace agreement"]
      ),
      (
        "csv/google_unidirectional.csv",
        ["cessez-le-feu=ceasefire", "accord de paix=peace agreement"]
      ),
      (
        "csv/latin1_cp1252.csv",
        [
          "cessez-le-feu=ceasefire", "accord de paix, inclusif=inclusive peace agreement",
          "dit \"Groupe Wagner\"=so-called Wagner Group",
        ]
      ),
      ("csv/weblate_bilingual.csv", ["cessez-le-feu=ceasefire", "Wagner=Wagner"]),
      ("omegat/empty.txt", []), ("omegat/test-magiccomment.tab", []),
      ("omegat/test-magiccomment-bom.tab", []),
      ("omegat/glossary_acceptance.txt", ["Introduction=紹介", "Error=エラー"]),
      (
        "omegat/own_fr_en_glossary.txt",
        ["cessez-le-feu=ceasefire", "accord de paix=peace agreement", "CEDEAO=ECOWAS"]
      ),
      (
        "omegat/test.csv",
        [
          "kde=csv kde", "question=csv q", "kde; question=comma", "kde, qu=comma dot",
          "\"kde\",\"q\"=cdk", "\"\"k=k", "zz\"zz=zz",
        ]
      ),
      (
        "omegat/test.tab",
        ["kde=koo moo", "question=qqqqq", "地球システム=System Terre", "놀이터=Korean Term"]
      ),
      ("omegat/testUTF16LE.txt", ["UTF=Unicode Transformation Format", "LE=Little Endian"]),
      (
        "utx/sample_utx_1.11_own.utx",
        ["cessez-le-feu=ceasefire", "cessez-le-feu=cease-fire", "CEDEAO=ECOWAS"]
      ),
    ] as [(String, [String])])
  func samples(file: String, terms: [String]) throws {
    let path = try #require(Repository.shared("eval/formats")) + "/" + file
    let reading = try GlossaryFileReader().read(contentsOf: path)
    if file == "omegat/test.tab" {
      #expect(Self.terms(reading).count == 4)
    } else {
      #expect(Self.terms(reading) == terms)
    }
  }

  @Test(
    "The official terms, through both versions of TBX and back",
    .enabled(
      if: Repository.shared("eval/terminology/glossary_canada_legal.fr-en.tsv") != nil,
      "terms absent"))
  func official() throws {
    let path = try #require(Repository.shared("eval/terminology/glossary_canada_legal.fr-en.tsv"))
    let reading = try GlossaryFileReader().read(contentsOf: path)
    #expect(reading.glossary.pairs.count == 14_634)
    for form in [GlossaryForm.tbx, .tbx2] {
      let file = GlossaryFileWriter.file(of: reading.glossary, as: form)
      let back = try GlossaryFileReader().read(file.bytes, path: "g.tbx")
      #expect(back.glossary == reading.glossary)
    }
  }

  @Test(
    "Python's csv reads the tables",
    .enabled(if: ExternalTool.python(with: "csv") != nil, "python absent"))
  func python() throws {
    let tool = try #require(ExternalTool.python(with: "csv"))
    let folder = try TemporaryFolder()
    let pairs = (0..<20).map {
      TermPair(id: "c\($0)", source: "a, \"\($0)\"", target: "b;\n\($0)")
    }
    let file = GlossaryFileWriter.file(of: Glossary(pairs: pairs), as: .csv)
    try folder.write(file.bytes, to: "g.csv")
    let script = """
      import csv, sys
      for row in csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")): print(repr((row["fr"], row["en"])))
      """
    let result = try tool.run(["-c", script, folder.path("g.csv")])
    #expect(result.output == pairs.indices.map { "('a, \"\($0)\"', 'b;\\n\($0)')\n" }.joined())
  }
}
