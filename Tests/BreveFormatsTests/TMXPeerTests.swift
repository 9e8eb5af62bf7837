// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import Testing

/// What other programs say of the files that Breve writes, where they are installed.
@Suite("TMX and its peers")
struct TMXPeerTests {
  private static let dtd = Repository.shared("eval/memory/tmx/rmraya/tmx14.dtd")

  @Test(
    "Valid under tmx14.dtd",
    .enabled(if: ExternalTool("xmllint") != nil && dtd != nil, "xmllint or tmx14.dtd absent"))
  func valid() throws {
    let folder = try TemporaryFolder()
    let tool = try #require(ExternalTool("xmllint"))
    for seed in 0..<10 {
      var random = RandomUnits(seed: UInt64(seed))
      try TMXWriter.write(random.units(40), to: folder.path("m.tmx"))
      let result = try tool.run([
        "--nonet", "--noout", "--dtdvalid", try #require(Self.dtd), folder.path("m.tmx"),
      ])
      #expect(result.status == 0, "seed \(seed): \(result.output)")
    }
    try folder.write("<tmx version=\"1.4\"><body/></tmx>", to: "m.tmx")
    let bad = try tool.run([
      "--nonet", "--noout", "--dtdvalid", try #require(Self.dtd), folder.path("m.tmx"),
    ])
    #expect(bad.status != 0)
  }

  @Test(
    "Translate Toolkit reads every unit",
    .enabled(if: ExternalTool.python(with: "translate") != nil, "translate-toolkit absent"))
  func translateToolkit() throws {
    let folder = try TemporaryFolder()
    let tool = try #require(ExternalTool.python(with: "translate"))
    let texts = (0..<200).map { ("Élève & <\($0)>", "Pupil \($0)") }
    let units = texts.map {
      TranslationUnit([Variant(.init("fr"), $0.0), Variant(.init("en"), $0.1)])
    }
    try TMXWriter.write(
      units, to: folder.path("m.tmx"), header: TMXHeader(sourceLanguage: .init("fr")))
    let script = """
      import sys
      from translate.storage import tmx
      for unit in tmx.tmxfile.parsefile(sys.argv[1]).units: print(unit.source + "|" + unit.target)
      """
    let result = try tool.run(["-c", script, folder.path("m.tmx")])
    #expect(result.output == texts.map { "\($0.0)|\($0.1)\n" }.joined())
  }
}
