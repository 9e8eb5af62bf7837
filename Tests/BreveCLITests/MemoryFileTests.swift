// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve memory with files")
struct MemoryFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func breve(_ arguments: String...) async throws -> BreveProcess {
    try await BreveProcess.run(["memory"] + arguments + ["--memory", "m"], in: folder.path)
  }

  private func importTable(_ text: String) async throws {
    try folder.write(text, to: "t.tsv")
    #expect(try await breve("import", "t.tsv").status == 0)
  }

  private static let xliff = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en">
     <file id="f1"><unit id="u1">
      <segment id="s1"><source>Le ministre a signé l'accord.</source></segment>
      <segment id="s2"><source>Il a signé <ph id="1"/> hier.</source></segment>
      <segment id="s3"><source>Le ministre a signé un accord.</source></segment>
      <segment id="s4" state="final"><source>Bonjour.</source><target>Hello.</target></segment>
      <segment id="s5"><source>Rien de tel ici.</source></segment>
     </unit></file>
    </xliff>

    """

  @Test("XLIFF comes in by its content and goes out in both versions")
  func exchange() async throws {
    try folder.write(Self.xliff, to: "order.dat")
    let taken = try await breve("import", "order.dat")
    #expect(taken.status == 0)
    #expect(
      taken.output
        == "order.dat: 5 read, 1 added, 0 updated, 0 duplicate, 4 skipped\n"
    )
    #expect(taken.errors == "breve: order.dat: skipped: 4 segments have no translation\n")
    for (form, version) in [("xliff", "2.1"), ("xliff12", "1.2")] {
      let export = try await breve("export", "--to", form, "--pair", "fr", "en")
      #expect(export.output.contains("version=\"\(version)\""))
      #expect(export.output.contains("Hello.</target>"))
      try folder.write(export.output, to: "out.xlf")
      #expect(try await breve("import", "out.xlf").output.contains("1 duplicate"))
    }
    try folder.write(Self.xliff.replacing("id=\"s2\"", with: "id=\"s1\""), to: "bad.xlf")
    let bad = try await breve("import", "bad.xlf")
    #expect(bad.status == 2)
    #expect(bad.errors.contains("bad.xlf:5:3: the id 's1' is there twice in the <unit>"))
    #expect(try await breve("import", "bad.xlf", "--keep-going").status == 0)
  }

  @Test("Pretranslation fills what is exact and suggests what is alike")
  func pretranslate() async throws {
    try await importTable(
      "Le ministre a signé l'accord.\tThe minister signed the agreement.\nIl a signé hier.\tHe signed yesterday.\n"
    )
    try folder.write(Self.xliff, to: "a.xlf")
    let run = try await breve("pretranslate", "a.xlf", "-o", "b.xlf")
    #expect(run.status == 0 && run.output == "")
    #expect(
      run.errors
        == "breve: a.xlf: 4 to fill: 0 in context, 1 exact, 2 alike, 0 not fitting, 1 without\n")
    let filled = try folder.text("b.xlf")
    #expect(
      filled.contains(
        "<segment id=\"s1\" state=\"translated\" subState=\"breve:exact-100\"><source>Le ministre a signé l'accord.</source>"
          + "<target>The minister signed the agreement.</target></segment>"))
    #expect(
      filled.contains(
        "<mtc:match xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\" ref=\"#s3\" similarity="))
    #expect(filled.contains("<segment id=\"s5\"><source>Rien de tel ici.</source></segment>"))
    let targets = try await breve("pretranslate", "a.xlf", "--fuzzy", "targets")
    #expect(targets.output.contains("state=\"initial\" subState=\"breve:fuzzy-"))
    #expect(
      targets.errors.contains("a.xlf:5: not filled: its inline elements are not those of unit 2"))
    let none = try await breve("pretranslate", "a.xlf", "--fuzzy", "none")
    #expect(none.errors.contains("1 exact, 0 alike, 0 not fitting, 3 without"))
  }

  @Test("Analysis counts words by band, over texts and XLIFF")
  func analyse() async throws {
    try await importTable("Le ministre a signé l'accord.\tThe minister signed the agreement.\n")
    try folder.write(Self.xliff, to: "a.xlf")
    try folder.write("Rien de tel ici.\n\nLe ministre a signé l'accord.\n", to: "b.txt")
    let csv = try await breve("analyse", "a.xlf", "b.txt", "--format", "csv")
    #expect(csv.status == 0 && csv.errors == "")
    let lines = csv.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + 3 * 9)
    #expect(lines.contains("a.xlf,100,1,5,24") || lines.contains { $0.hasPrefix("a.xlf,100,1,5,") })
    #expect(lines.contains { $0.hasPrefix("b.txt,repetitions,1,4,") })
    #expect(lines.contains { $0.hasPrefix("b.txt,100,1,5,") })
    #expect(lines.contains { $0.hasPrefix("all,total,7,") })
    let json = try await breve("analyse", "a.xlf", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any]
    #expect(object?["version"] as? Int == 1)
    let bands = (object?["total"] as? [String: Any])?["bands"] as? [[String: Any]]
    #expect(
      bands?.compactMap { $0["match"] as? String } == [
        "repetitions", "context", "100", "95-99", "85-94", "75-84", "50-74", "new",
      ])
    #expect(
      try await breve("analyse", "a.xlf", "--format", "html").output.contains("<h2>a.xlf</h2>"))
    #expect(try await breve("analyse", "a.xlf").output.hasPrefix("a.xlf\nmatch"))
    #expect(try await breve("analyse", "no.txt").status == 2)
  }

  @Test("Findings are listed, put right on request, and taken back")
  func check() async throws {
    try await importTable(
      "L'Ã©lÃ¨ve lit.\tThe pupil reads.\nIl a 25 ans.\tHe is 52.\nIl dort.\tHe sleeps.\n")
    let found = try await breve("check", "--format", "tsv")
    #expect(found.status == 1)
    #expect(
      found.output.split(separator: "\n").map {
        $0.split(separator: "\t").prefix(2).joined(separator: " ")
      }
        == ["1 mojibake", "2 number"])
    #expect(found.errors == "2 findings in 3 units: 1 number, 1 mojibake\n")
    let json = try await breve("check", "--format", "json", "--kind", "number")
    #expect(
      json.output.contains("\"kind\":\"number\"") || json.output.contains("\"kind\": \"number\""))
    let fixed = try await breve("check", "--fix", "mojibake", "--fix", "number", "--user", "anne")
    #expect(fixed.errors.contains("2 units changed"))
    #expect(
      try await breve("export", "--to", "tsv").output.hasPrefix("L'élève lit.\tThe pupil reads.\n"))
    #expect(try await breve("check").status == 0)
    #expect(try await breve("undo", "1", "2").status == 0)
    #expect(try await breve("check").status == 1)
  }

  @Test("Memories are deduplicated, merged and split")
  func sets() async throws {
    try await importTable("Il dort.\tHe sleeps.\nIl lit.\tHe reads.\n")
    #expect(try await breve("add", "Il dort.", "He sleeps.", "--state", "approved").output == "3\n")
    let dry = try await breve("deduplicate", "--dry-run")
    #expect(dry.output == "unit 1 is unit 3\n" && dry.errors == "breve: 1 to be removed\n")
    #expect(try await breve("deduplicate").errors == "breve: 1 removed\n")
    #expect(try await breve("deduplicate").output == "")
    let split = try await breve("split", "n", "--state", "approved", "--move")
    #expect(split.status == 0 && split.output == "m: 1 added, 0 updated, 0 duplicate, 0 skipped\n")
    #expect(try await breve("export", "--to", "tsv").output == "Il lit.\tHe reads.\n")
    #expect(try await breve("split", "n").status == 64)
    let merged = try await BreveProcess.run(["memory", "merge", "n", "m"], in: folder.path)
    #expect(merged.output == "m: 1 added, 0 updated, 0 duplicate, 0 skipped\n")
    #expect(try await breve("undo", "3").status == 0)
    let again = try await BreveProcess.run(["memory", "merge", "n", "m"], in: folder.path)
    #expect(again.output == "m: 0 added, 0 updated, 2 duplicate, 0 skipped\n")
  }

  @Test("Translations in XLIFF are verified")
  func verify() async throws {
    try folder.write(
      Self.xliff.replacing("Hello.", with: "Hello 12."), to: "a.xlf")
    try folder.copy("Glossary")
    let run = try await BreveProcess.run(["glossary", "verify", "a.xlf"], in: folder.path)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("a.xlf:7:7: number:"))
  }
}
