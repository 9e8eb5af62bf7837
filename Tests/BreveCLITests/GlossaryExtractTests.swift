// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve glossary extract")
struct GlossaryExtractTests {
  private static let text = "Tests/BreveTermsTests/Cases/extraction.txt"
  private static let pairs = """
    Le gros sel est lourd.\tCoarse salt is heavy.
    Il vend du gros sel.\tHe sells coarse salt.
    Le vent est fort.\tThe wind is strong.
    Il fait froid.\tIt is cold.
    La mer monte.\tThe sea is rising.
    Le gros sel fond.\tThe coarse salt melts.
    Le soleil brille.\tThe sun is shining.
    Il pleut.\tIt is raining.
    La nuit tombe.\tNight is falling.

    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("id\tfr\ten\nmarsh\tmarais salant\tsalt marsh\n", to: "desk.tsv")
    try folder.write(pairs, to: "pairs.tsv")
    return folder
  }

  private static func extract(
    _ folder: TemporaryFolder, _ arguments: String...
  ) async throws -> BreveProcess {
    try await BreveProcess.run(
      ["glossary", "extract", "--glossary", folder.path("desk.tsv")] + arguments)
  }

  @Test("The table has the candidate in the first column and goes to glossary add")
  func table() async throws {
    let folder = try Self.folder()
    let run = try await Self.extract(
      folder, Repository.path(Self.text), "--pairs", folder.path("pairs.tsv"), "--limit", "60",
      "--format", "tsv")
    #expect(run.status == 0 && run.errors == "")
    let lines = run.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == 61 && lines.allSatisfy { $0.count == 5 })
    #expect(lines[0] == ["fr", "en", "frequency", "score", "context"])
    #expect(!lines.contains { $0[0].hasPrefix("marais salant") && $0[0].utf8.count < 15 })
    let salt = try #require(lines.first { $0[0] == "gros sel" })
    #expect(salt[1].lowercased() == "coarse salt" && salt[2] == "3")
    try folder.write(
      [lines[0], salt].map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n",
      to: "accepted.tsv")
    let add = try await BreveProcess.run([
      "glossary", "add", "--from", folder.path("accepted.tsv"), "--glossary",
      folder.path("desk.tsv"),
    ])
    #expect(add.status == 0 && add.output.contains("1 of 1"), "\(add.errors)")
    let again = try await Self.extract(
      folder, Repository.path(Self.text), "--limit", "1000", "--format", "tsv")
    #expect(again.status == 0 && !again.output.contains("\ngros sel\t"))
  }

  @Test("The pairs of a memory say the same English as a table of them")
  func memory() async throws {
    let folder = try Self.folder()
    let taken = try await BreveProcess.run([
      "memory", "import", folder.path("pairs.tsv"), "--memory", folder.path("m"),
    ])
    #expect(taken.status == 0, "\(taken.errors)")
    let text = Repository.path(Self.text)
    let table = try await Self.extract(folder, text, "--pairs", folder.path("pairs.tsv"))
    let memory = try await Self.extract(folder, text, "--memory", folder.path("m"))
    #expect(memory.status == 0 && memory.output.contains("  = "))
    #expect(memory.output == table.output)
    let missing = try await Self.extract(folder, text, "--memory", folder.path("none"))
    #expect(missing.status == 2 && missing.errors.contains("none"))
  }

  @Test("JSON holds the same candidates, with sentences and English")
  func json() async throws {
    let folder = try Self.folder()
    let run = try await Self.extract(
      folder, "--pairs", folder.path("pairs.tsv"), "--format", "json")
    #expect(run.status == 0)
    let schema = try await BreveProcess.run(["schema", "glossary-candidates"])
    var check = JSONSchemaCheck(try JSONValue(schema.outputBytes))
    #expect(check.faults(try JSONValue(run.outputBytes)) == [])
    // The texts are in UTF-8.
    #expect(check.described.subtracting(check.met) == ["#/$defs/range.bytes"])
    let document = try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any]
    let found = try #require(document?["candidates"] as? [[String: Any]])
    let salt = try #require(found.first { $0["text"] as? String == "gros sel" })
    #expect(salt["count"] as? Int == 3)
    let contexts = try #require(salt["contexts"] as? [[String: Any]])
    #expect(contexts.count == 3 && contexts[0]["text"] as? String == "Le gros sel est lourd.")
    #expect(contexts[0]["path"] as? String == folder.path("pairs.tsv"))
    let english = try #require(salt["translations"] as? [[String: Any]])
    #expect((english.first?["text"] as? String)?.lowercased() == "coarse salt")
  }

  @Test("Nothing found is status 1, a missing file 2, a limit below 1 wrong usage")
  func status() async throws {
    let folder = try Self.folder()
    try folder.write("Il pleut.\n", to: "rain.txt")
    #expect(try await Self.extract(folder, folder.path("rain.txt")).status == 1)
    let missing = try await Self.extract(folder, folder.path("none.txt"))
    #expect(missing.status == 2 && missing.errors.contains("none.txt"))
    try folder.write("no tab\n", to: "bad.tsv")
    let bad = try await Self.extract(folder, "--pairs", folder.path("bad.tsv"))
    #expect(bad.status == 2 && bad.errors.contains("bad.tsv:1: "))
    #expect(try await Self.extract(folder, "x.txt", "--limit", "0").status == 64)
  }

  @Test("The number of threads changes nothing")
  func threads() async throws {
    let folder = try Self.folder()
    let one = try await Self.extract(folder, Repository.path("seeds"), "--jobs", "1")
    let four = try await Self.extract(folder, Repository.path("seeds"), "--jobs", "4")
    #expect(one.status == 0 && one.outputBytes == four.outputBytes)
  }

  @Test("A list of frequencies is made of tables, articles and texts")
  func frequencies() async throws {
    let folder = try Self.folder()
    try folder.write("# Notes.\n", to: "notes.txt")
    try folder.write("Le sel et le vent\n", to: "sel.txt")
    let run = try await BreveProcess.run([
      "eval", "build-frequencies", folder.path("pairs.tsv"), folder.path("sel.txt"), "--weights",
      "1,3", "--notes", folder.path("notes.txt"), "--limit", "3",
    ])
    #expect(run.status == 0 && run.errors == "37 words counted\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 4 && lines[0] == "# Notes." && lines[1].hasPrefix("le\t"))
    let wrong = try await BreveProcess.run([
      "eval", "build-frequencies", folder.path("sel.txt"), "--weights", "1,2",
    ])
    #expect(wrong.status == 64)
  }
}
