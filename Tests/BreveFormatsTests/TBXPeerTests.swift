// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTerms
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

/// Files of other tools, and what other programs say of ours, where they are installed.
@Suite(
  "TBX and its peers",
  .enabled(if: Repository.shared("eval/formats/README.md") != nil, "samples absent"))
struct TBXPeerTests {
  private static let folder = Repository.shared("eval/formats") ?? ""

  private static func read(_ name: String, _ from: String, _ to: String) throws -> GlossaryReading {
    try TBXReader(from: Language(from), to: Language(to)).read(contentsOf: folder + "/" + name)
  }

  @Test(
    "Samples are read whole",
    arguments: [
      ("own/breve_basic_dca.tbx", "fr", "en", 2, 6),
      ("own/breve_tbx_v2_martif.tbx", "fr", "en", 1, 2),
      ("termweb/suse_termweb_export_12entries.tbx", "en-us", "fr-fr", 12, 110),
      ("tbx_v2/omegat_sample_martif.tbx", "en", "hu", 1, 1),
    ] as [(String, String, String, Int, Int)])
  func samples(file: String, from: String, to: String, entries: Int, pairs: Int) throws {
    let reading = try Self.read(file, from, to)
    #expect(Set(reading.lines).count + reading.report.skipped == entries)
    #expect(reading.glossary.pairs.count == pairs)
  }

  @Test("Every entry of every sample is read or reported, and written again without loss")
  func all() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".tbx") && !$0.contains("poorly") }.sorted()
    #expect(files.count > 20)
    for file in files {
      let text = try Repository.text(atPath: Self.folder + "/" + file)
      let entries =
        text.components(separatedBy: "<conceptEntry").count
        + text.components(separatedBy: "<termEntry").count - 2
      let all = try Self.read(file, "fr", "en").languages
      let (from, to) = (all.first ?? "fr", all.dropFirst().first ?? "en")
      let reading = try Self.read(file, from, to)
      #expect(Set(reading.lines).count + reading.report.skipped == entries, "\(file)")
      for form in [TBXWriter.Form.basic, .martif] {
        let again = try TBXReader(from: Language(from), to: Language(to)).read(
          TBXWriter.bytes(of: reading.glossary, form: form), path: file)
        #expect(
          again.glossary.pairs.sorted { $0.id < $1.id }
            == reading.glossary.pairs.sorted { $0.id < $1.id }, "\(file)")
      }
    }
  }

  @Test("Both styles of one termbase hold the same pairs", arguments: ["min", "basic", "linguist"])
  func styles(dialect: String) throws {
    let dca = try Self.read("tbx_v3/\(dialect)/Example_Astronomy_DCA_VALID.tbx", "en", "es")
    let dct = try Self.read("tbx_v3/\(dialect)/Example_Astronomy_DCT_VALID.tbx", "en", "es")
    #expect(dca.glossary.pairs.count > 20)
    func facts(_ reading: GlossaryReading) -> [String] {
      reading.glossary.pairs.map {
        [$0.id, $0.source, $0.target, $0.status.rawValue, $0.definition].joined(separator: "|")
      }
    }
    let (one, other) = (facts(dca), facts(dct))
    #expect(one == other)
  }

  @Test("Broken copies are told")
  func broken() throws {
    let error = #expect(throws: LoadingError.self) {
      try Self.read("tbx_v3/test_files/poorly_formed_xml.tbx", "en", "fr")
    }
    #expect(error?.location.line == 42)
    for (file, remark) in [
      ("own/breve_basic_dca_BADPOS.tbx", "is no part of speech that is known"),
      ("own/breve_basic_dca_BADSTRUCT.tbx", "<tig> stands in a file of version 3"),
      ("own/breve_basic_dca_BADTYPE.tbx", "the data category 'gender' is not known"),
      ("tbx_v3/test_files/basic_bad.tbx", "a definition stands at a term"),
      ("tbx_v3/test_files/core_structure_bad.tbx", "<term> does not stand first"),
      ("tbx_v3/test_files/min_bad.tbx", "is no status that is known"),
    ] {
      let remarks = try Self.read(file, "fr", "en").report.remarks
      #expect(remarks.contains { $0.reason.contains(remark) }, "\(file)")
    }
    for file in ["basic", "core_structure", "min"] {
      let good = try Self.read("tbx_v3/test_files/\(file)_good.tbx", "en", "fr").report
      #expect(!good.remarks.contains { $0.reason.contains("definition stands") }, "\(file)")
    }
  }

  @Test(
    "Version 3 is valid under the grammar and the rules",
    .enabled(if: ExternalTool("jing") != nil, "jing absent"))
  func valid() throws {
    let tool = try #require(ExternalTool("jing"))
    let folder = try TemporaryFolder()
    let schemas = ["schemas/TBXcoreStructV03.rng", "schemas_jing/TBX-Basic_DCA.sch"]
    let ours = try GlossaryTable(contentsOf: Repository.path("Glossary/fr-en.tsv")).glossary
    #expect(ours.pairs.count > 2_000)
    for (seed, glossary) in ([0, 1].map { TBXTests.glossary(seed: $0) } + [ours]).enumerated() {
      try folder.write(TBXWriter.bytes(of: glossary), to: "g.tbx")
      for schema in schemas {
        let result = try tool.run(["\(Self.folder)/tbx_v3/\(schema)", folder.path("g.tbx")])
        #expect(result.status == 0, "seed \(seed) \(schema): \(result.output)")
      }
    }
    for (schema, file) in zip(
      schemas, ["own/breve_basic_dca_BADSTRUCT.tbx", "own/breve_basic_dca_BADTYPE.tbx"])
    {
      let bad = try tool.run(["\(Self.folder)/tbx_v3/\(schema)", "\(Self.folder)/\(file)"])
      #expect(bad.status != 0)
    }
  }

  @Test(
    "Translate Toolkit reads version 2",
    .enabled(if: ExternalTool.python(with: "translate") != nil, "translate-toolkit absent"))
  func translateToolkit() throws {
    let tool = try #require(ExternalTool.python(with: "translate"))
    let folder = try TemporaryFolder()
    let pairs = (0..<50).map {
      TermPair(id: "c\($0)", source: "œuvre & <\($0)>", target: "work \($0)")
    }
    try folder.write(TBXWriter.bytes(of: Glossary(pairs: pairs), form: .martif), to: "g.tbx")
    let script = """
      import sys
      from translate.storage import tbx
      for unit in tbx.tbxfile.parsefile(sys.argv[1]).units: print(unit.source + "|" + unit.target)
      """
    let result = try tool.run(["-c", script, folder.path("g.tbx")])
    #expect(result.output == pairs.map { "\($0.source)|\($0.target)\n" }.joined())
  }
}
