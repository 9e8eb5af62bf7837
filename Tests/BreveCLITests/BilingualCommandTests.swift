// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve bilingual")
struct BilingualCommandTests {
  private static let seed = "seeds/004_e2e9d8274ffd42f5.txt"
  private static let sentence =
    "Moscou a annoncé, jeudi 3 avril 2025, une intensification de sa coopération militaire avec le Mali."

  private func rows(_ output: String) throws -> [[String: Any]] {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let brief = try #require((document["briefs"] as? [[String: Any]])?.first)
    let rows = try #require(brief["rows"] as? [[String: Any]])
    for row in rows { #expect(JSONShape.row.faults(row) == []) }
    #expect(brief["coverage"] != nil && brief["summary"] != nil)
    return rows
  }

  private func label(_ row: [String: Any]) -> String? {
    (row["target"] as? [String: Any])?["label"] as? String
  }

  @Test(
    "Where there is no brief, what was written before stays", arguments: ["txt", "docx", "html"])
  func nothingToWrite(ending: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "The minister announced the end of the mission in the north of the country on Monday.\n",
      to: "english.txt")
    try folder.write("before", to: "out." + ending)
    for input in ["english.txt", "absent.txt"] {
      let run = try await BreveProcess.run(
        ["bilingual", input, "-o", "out." + ending], in: folder.path)
      #expect(run.status == 2 && !run.errors.isEmpty)
      #expect(try folder.text("out." + ending) == "before", "\(input)")
    }
  }

  @Test("Beside a glossary its memories are found: exchange files, and the desk's own memory first")
  func memoriesNearby() async throws {
    let folder = try TemporaryFolder()
    try folder.copy("Glossary")
    try folder.copy("seeds")
    let first = try await BreveProcess.run(
      ["bilingual", Self.seed, "--format", "json"], in: folder.path)
    #expect(first.status == 0 && first.errors == "")
    let labels = try rows(first.output).map(label)
    #expect(labels == Array(repeating: "memory-context", count: 3))

    let added = try await BreveProcess.run(
      [
        "memory", "add", Self.sentence, "Moscow said so.", "--state", "reviewed", "--memory",
        "breve.memory",
      ],
      in: folder.path)
    #expect(added.status == 0, "\(added.errors)")
    try folder.write(Self.sentence + "\n", to: "one.txt")
    let second = try await BreveProcess.run(
      ["bilingual", "one.txt", "--state", "reviewed", "--format", "json"], in: folder.path)
    let target = try #require(try rows(second.output).first?["target"] as? [String: Any])
    #expect(target["memory"] as? String == "breve.memory")
    #expect(target["text"] as? String == "Moscow said so.")
  }

  @Test("Without a memory the French stands, and that is said")
  func noMemory() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sentence + "\n", to: "one.txt")
    let run = try await BreveProcess.run(["bilingual", "one.txt"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors.contains("the built-in glossary is used"))
    #expect(run.errors.contains("there is no translation memory"))
    #expect(run.output.contains("0 of 1 sentence has English"))
    #expect(run.output.contains("coopération militaire = military cooperation"))
  }

  @Test("The same bytes come from any number of threads, from files and from lines")
  func threads() async throws {
    let folder = try TemporaryFolder()
    try folder.copy("seeds")
    try folder.copy("Glossary")
    let texts = try (0..<40).map { number in
      let seeds = try folder.names().filter { $0.hasPrefix("seeds/") && $0.hasSuffix(".txt") }
      let text = try folder.text(seeds[number % seeds.count])
      return text.replacing("2025", with: String(2000 + number)) + "\n"
    }
    for (number, text) in texts.enumerated() {
      try folder.write(text, to: "many/\(number + 10).txt")
    }
    let lines = try texts.enumerated().map { number, text in
      let line = ["id": number, "text": text, "lang": "fr"] as [String: Any]
      return try JSONSerialization.data(withJSONObject: line) + Data("\n".utf8)
    }
    _ = try await BreveProcess.run(
      ["memory", "import", "Glossary/memory/seeds.fr-en.tmx", "--memory", "desk.memory"],
      in: folder.path)
    var outputs: [Set<[UInt8]>] = [[], []]
    for jobs in ["1", "2", "5"] {
      let common = ["--memory", "desk.memory", "--jobs", jobs]
      let files = try await BreveProcess.run(
        ["bilingual", "many", "--format", "json"] + common, in: folder.path)
      #expect(files.status == 0 && files.errors == "", "\(files.errors)")
      outputs[0].insert(files.outputBytes)
      let stream = try await BreveProcess.run(
        ["bilingual", "--jsonl"] + common, input: lines.flatMap { Array($0) }, in: folder.path)
      #expect(stream.status == 0 && stream.errors == "", "\(stream.errors)")
      outputs[1].insert(stream.outputBytes)
    }
    #expect(outputs.map(\.count) == [1, 1])
    // A line holds what a file holds, but for the name of the file.
    let document = try JSONSerialization.jsonObject(with: Data(outputs[0].first ?? []))
    let briefs = try #require((document as? [String: Any])?["briefs"] as? [[String: Any]])
    let stream = try (outputs[1].first ?? []).split(separator: 0x0A).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
    #expect(briefs.count == 40 && stream.count == 40)
    for (number, (brief, line)) in zip(briefs, stream).enumerated() {
      #expect(line["id"] as? Int == number)
      #expect(NSArray(array: brief["rows"] as? [Any] ?? []).isEqual(line["rows"]))
    }
  }

  @Test("English of an engine has French forms in brackets and the names that were said before")
  func engineRows() async throws {
    let folder = try TemporaryFolder()
    try folder.copy("Glossary")
    try folder.write(
      "Sergueï Lavrov est arrivé hier soir.\n\nM. Lavrov attend une réponse de la CEDEAO.\n",
      to: "one.txt")
    try folder.write(
      "Sergei Lavrov arrived last night.\nLavrov expects an answer from ECOWAS.\n", to: "en")
    let run = try await BreveProcess.run(
      ["bilingual", "one.txt", "--engine", "pipe:cat en", "--format", "json"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let rows = try rows(run.output)
    #expect(rows.map(label) == ["engine", "engine"])
    let hints = try #require(rows.last?["hints"] as? [[String: Any]])
    #expect(hints.map { $0["translation"] as? String } == ["Sergei Lavrov"])
    let brackets = try #require(rows.last?["brackets"] as? [[String: Any]])
    #expect(brackets.map { $0["insertion"] as? String } == [" (CEDEAO)"])
  }

  @Test("A line that is no article is an error line, and findings count under --strict")
  func lines() async throws {
    let folder = try TemporaryFolder()
    try folder.copy("Glossary")
    let input = "{\"id\":1}\n{\"id\":2,\"text\":\"\(Self.sentence)\"}\n"
    let run = try await BreveProcess.run(
      ["bilingual", "--jsonl"], input: Array(input.utf8), in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("-:1: there is no member"))
    #expect(run.output.hasPrefix("{\"id\":1,\"error\":"))
    #expect(run.output.contains("\"label\":\"memory-exact\""))
    _ = try await BreveProcess.run(
      [
        "memory", "add", Self.sentence, "Moscow said so.", "--state", "approved", "--memory",
        "breve.memory",
      ], in: folder.path)
    let good = "{\"id\":2,\"text\":\"\(Self.sentence)\"}\n"
    let strict = try await BreveProcess.run(
      ["bilingual", "--jsonl", "--strict"], input: Array(good.utf8), in: folder.path)
    #expect(strict.status == 3)
  }

  @Test("Findings end in 3 under --strict only")
  func strict() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sentence + "\n", to: "one.txt")
    let tmx = """
      <?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
      o-tmf="t" adminlang="en" srclang="fr" datatype="plaintext"/><body><tu><tuv xml:lang="fr"><seg>\(Self.sentence)</seg></tuv>\
      <tuv xml:lang="en"><seg>Moscow announced on Friday 3 April 2024 a step in its cooperation with Mali.</seg></tuv></tu></body></tmx>
      """
    try folder.write(tmx, to: "desk.tmx")
    let arguments = ["bilingual", "one.txt", "--memory", "desk.tmx", "--format", "json"]
    let plain = try await BreveProcess.run(arguments, in: folder.path)
    #expect(plain.status == 0)
    let findings = try #require(try rows(plain.output).first?["findings"] as? [[String: Any]])
    #expect(Set(findings.compactMap { $0["kind"] as? String }) == ["term", "date"])
    // The wrong weekday and the wrong year are one wrong date.
    #expect(findings.count { $0["kind"] as? String == "date" } == 1)
    let strict = try await BreveProcess.run(arguments + ["--strict"], in: folder.path)
    #expect(strict.status == 3)
  }

  @Test("A damaged memory is named with its place, and nothing is written")
  func damagedMemory() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sentence + "\n", to: "one.txt")
    try folder.write("<tmx version=\"1.4\"><body><tu>\n</body></tmx>\n", to: "bad.tmx")
    let run = try await BreveProcess.run(
      ["bilingual", "one.txt", "--memory", "bad.tmx", "-o", "out.md"], in: folder.path)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains("bad.tmx:2:"))
    #expect(try !folder.names().contains("out.md"))
  }

  @Test("What a new run changes is said, row by row")
  func changedRows() async throws {
    let folder = try TemporaryFolder()
    try folder.copy("Glossary")
    try folder.write(Self.sentence + "\n", to: "one.txt")
    _ = try await BreveProcess.run(["bilingual", "one.txt", "-o", "one.md"], in: folder.path)
    let same = try await BreveProcess.run(
      ["bilingual", "one.txt", "-o", "one.md"], in: folder.path)
    #expect(same.errors == "")
    _ = try await BreveProcess.run(
      [
        "memory", "add", Self.sentence, "Moscow said so.", "--state", "reviewed", "--memory",
        "breve.memory",
      ],
      in: folder.path)
    let changed = try await BreveProcess.run(
      ["bilingual", "one.txt", "-o", "one.md", "--memory", "breve.memory"], in: folder.path)
    #expect(changed.errors.contains("one.md: changed: | 1 |"))
    #expect(changed.errors.contains("Moscow said so."))
  }

  @Test(
    "Wrong usage ends in 64 and says what is right",
    arguments: [
      (["--to", "de"], "--to is en"), (["--minimum-rate", "0"], "above 0 up to 100"),
      (["--state", "draft"], "approved, reviewed, imported or machine"), (["--index"], "-o FOLDER"),
      (["--jsonl"], "give no file"),
    ])
  func usage(arguments: [String], message: String) async throws {
    let run = try await BreveProcess.run(["bilingual", Self.seed] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(message))
  }
}
