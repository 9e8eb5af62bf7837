// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve bilingual --engine")
struct EngineCommandTests {
  private static let sentence =
    "Moscou a annoncé, jeudi 3 avril 2025, une intensification de sa coopération militaire avec le Mali."
  private static let english =
    "Moscow announced on Thursday 3 April 2025 an increase in its military cooperation with Mali."

  private func target(_ output: String) throws -> [String: Any] {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let brief = try #require((document["briefs"] as? [[String: Any]])?.first)
    let row = try #require((brief["rows"] as? [[String: Any]])?.first)
    #expect(JSONShape.row.faults(row) == [])
    return try #require(row["target"] as? [String: Any])
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.sentence + "\n", to: "one.txt")
    return folder
  }

  @Test("An engine's English is labelled with its name in every format")
  func label() async throws {
    let folder = try folder()
    let engine = "pipe:sed 's/.*/\(Self.english)/'"
    for (format, part) in [
      ("markdown", "*engine · machine · pipe:sed*"), ("html", "class=\"chip engine\""),
      ("tsv", "\tengine\t\tmachine\t\tpipe:sed\tone-0-"), ("tmx", "machine"),
    ] {
      let run = try await BreveProcess.run(
        ["bilingual", "one.txt", "--engine", engine, "--format", format], in: folder.path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("military cooperation with Mali"), "\(format)")
      #expect(run.output.contains(part), "\(format): \(run.output)")
    }
    let json = try await BreveProcess.run(
      ["bilingual", "one.txt", "--engine", engine, "--format", "json"], in: folder.path)
    let target = try target(json.output)
    #expect(target["label"] as? String == "engine")
    #expect(target["engine"] as? String == "pipe:sed")
    #expect(target["text"] as? String == Self.english)
  }

  @Test(
    "Whatever an engine does, the brief comes with its terms, and the fault is said",
    arguments: [
      ("pipe:exit 3", "it ended with status 3"), ("pipe:cat; echo", "2 answers for 1 sentence"),
      ("pipe:sleep 100", "no answer within"), ("pipe:printf '\\377\\n'", "is not UTF-8"),
      ("pipe:echo", "an empty answer"), ("pipe:nothing-like-it", "the command was not found"),
    ])
  func faults(engine: String, message: String) async throws {
    let folder = try folder()
    let run = try await BreveProcess.run(
      ["bilingual", "one.txt", "--engine", engine, "--engine-timeout", "0.5"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.contains("coopération militaire = military cooperation"))
    #expect(run.output.contains("Note (engine): "))
    #expect(run.output.contains("0 of 1 sentence has English"))
  }

  @Test("When breve is killed its engine dies with it")
  func killed() async throws {
    let folder = try folder()
    let run = try await BreveProcess.shell(
      #"""
      breve bilingual one.txt --engine 'pipe:echo $$ > engine; sleep 300' > out 2> err &
      breve=$!
      for i in $(seq 600); do [ -s engine ] && break; sleep 0.1; done
      engine=$(cat engine) || exit 8
      kill -KILL $breve
      for i in $(seq 600); do
        [ -e /proc/$engine ] || exit 0
        grep -q ') [ZX] ' /proc/$engine/stat 2> err && exit 0
        sleep 0.1
      done
      exit 9
      """#, in: folder.path)
    #expect(run.status == 0)
  }

  @Test("Of JSON Lines an engine is asked once for all articles, and each gets its own English")
  func jsonLines() async throws {
    let folder = try TemporaryFolder()
    var lines = (1...40).map { article in
      let text = (1...10).map { "Le ministre numéro \(article * 100 + $0) a parlé hier." }
      return #"{"id":\#(article),"text":"\#(text.joined(separator: " "))"}"#
    }
    lines.insert("no JSON", at: 7)
    let engine =
      "pipe:echo >> started; sed 's/Le ministre numéro/Minister/; s/a parlé hier/spoke yesterday/'"
    let arguments = ["bilingual", "--jsonl", "--sentences", "10", "--language", "fr", "--engine"]
    let run = try await BreveProcess.run(
      arguments + [engine], input: Array(lines.joined(separator: "\n").utf8), in: folder.path)
    #expect(run.status == 2 && run.errors.contains("-:8: "), "\(run.errors)")
    #expect(try folder.text("started") == "\n")
    let written = run.output.split(separator: "\n")
    #expect(written.count == 41)
    for (place, line) in written.enumerated() where place != 7 {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let article = place < 7 ? place + 1 : place
      #expect(object["id"] as? Int == article)
      let rows = try #require(object["rows"] as? [[String: Any]])
      #expect(
        rows.map { ($0["target"] as? [String: Any])?["text"] as? String }
          == (1...10).map { "Minister \(article * 100 + $0) spoke yesterday." })
    }
    let failing = try await BreveProcess.run(
      arguments + ["pipe:exit 3"], input: Array(lines[0].utf8), in: folder.path)
    #expect(failing.status == 2 && failing.errors.contains("it ended with status 3"))
    #expect(failing.output.contains("\"label\":\"terms-only\""))
  }

  @Test("An altered number is a finding, and ends in 3 under --strict")
  func altered() async throws {
    let folder = try folder()
    let engine =
      "pipe:echo 'Moscow announced on Thursday 3 April 2024 more military cooperation with Mali.'"
    let arguments = ["bilingual", "one.txt", "--engine", engine]
    let plain = try await BreveProcess.run(arguments, in: folder.path)
    #expect(
      plain.status == 0 && plain.output.contains("April 2024' in the translation"),
      "\(plain.output)")
    #expect(try await BreveProcess.run(arguments + ["--strict"], in: folder.path).status == 3)
  }

  @Test("What may not leave the machine is refused by its name, and the brief comes")
  func offline() async throws {
    let folder = try folder()
    let run = try await BreveProcess.run(
      [
        "bilingual", "one.txt", "--offline", "--engine",
        "libretranslate:http://engine.invalid:5000",
      ],
      in: folder.path)
    #expect(run.status == 2)
    #expect(
      run.errors.contains(
        "engine 'libretranslate:http://engine.invalid:5000': 'engine.invalid' is not on this machine, "
          + "and --offline is given; nothing was sent"), "\(run.errors)")
    #expect(run.output.contains("coopération militaire = military cooperation"))
    #expect(run.output.contains("Note (engine): ") && run.output.contains("nothing was sent"))
    let list = try await BreveProcess.run(
      ["engines", "--offline", "--engine", "openai:http://engine.invalid"])
    #expect(list.status == 1 && list.output.contains("nothing was sent"))
  }

  @Test("Machine English is kept only when asked, as machine, and what was rejected stays away")
  func remembered() async throws {
    let folder = try folder()
    try folder.write("id\tfr\ten\n", to: "g.tsv")
    let memory = ["--memory", "desk.memory"]
    let added = try await BreveProcess.run(
      ["memory", "add", "Autre chose.", "Something else."] + memory, in: folder.path)
    #expect(added.status == 0, "\(added.errors)")
    let base =
      ["bilingual", "one.txt", "--glossary", "g.tsv", "--format", "json"] + memory
    let engine = ["--engine", "pipe:echo x >> asked; echo 'Moscow said so.'"]
    let first = try await BreveProcess.run(base + engine, in: folder.path)
    #expect(try target(first.output)["unit"] is NSNull)
    let without = try await BreveProcess.run(base, in: folder.path)
    #expect(try target(without.output)["label"] as? String == "terms-only")
    let kept = try await BreveProcess.run(base + engine + ["--remember"], in: folder.path)
    #expect(kept.status == 0, "\(kept.errors)")
    // The answer was kept from the first run: the engine was asked once.
    #expect(try folder.text("asked") == "x\n")
    let later = try target(try await BreveProcess.run(base, in: folder.path).output)
    #expect(later["label"] as? String == "engine" && later["state"] as? String == "machine")
    #expect(later["text"] as? String == "Moscow said so.")
    #expect(later["engine"] as? String == "pipe:echo")
    let number = try #require(later["unit"] as? String)
    let shown = try await BreveProcess.run(["memory", "show", number] + memory, in: folder.path)
    #expect(shown.output.contains("  engine: pipe:echo\n"), "\(shown.output)")
    for (format, part) in [
      ("text", "machine (pipe:echo)"),
      ("jsonl", #""state":"machine","engine":"pipe:echo","penalties""#),
    ] {
      let match = try await BreveProcess.run(
        ["memory", "match", Self.sentence, "--format", format] + memory, in: folder.path)
      #expect(match.output.contains(part), "\(match.output)")
    }
    let tmx = try await BreveProcess.run(
      ["memory", "export", "--format", "tmx"] + memory, in: folder.path)
    #expect(tmx.output.contains(#"<prop type="x-breve-engine">pipe:echo</prop>"#), "\(tmx.errors)")
    let rejected = try await BreveProcess.run(
      ["memory", "review", number, "--state", "rejected"] + memory, in: folder.path)
    #expect(rejected.status == 0, "\(rejected.errors)")
    let last = try await BreveProcess.run(base + engine, in: folder.path)
    #expect(last.status == 2 && last.errors.contains("its English was rejected before"))
    #expect(try target(last.output)["text"] is NSNull)
  }

  @Test(
    "Wrong usage ends in 64 and says what is right",
    arguments: [
      (["--engine", "apertum"], "there is no engine 'apertum'"),
      (["--engine", "pipe:"], "needs a command"),
      (["--engine-timeout", "0"], "above 0"),
    ])
  func usage(arguments: [String], message: String) async throws {
    let run = try await BreveProcess.run(["bilingual", "seeds"] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("breve engines says what leaves the machine")
  func engines() async throws {
    let run = try await BreveProcess.run(
      ["engines", "--engine", "pipe:cat", "--engine", "apertium", "--format", "json"])
    let isInstalled = ExternalTool("apertium") != nil
    #expect(run.status == (isInstalled ? 0 : 1))
    #expect(run.output.contains("\"privacy\":\"nothing leaves the machine\""))
    #expect(run.output.contains("its own affair"))
  }

  @Test(
    "Apertium gives English for every sentence of a seed, with its terms",
    .enabled(if: ExternalTool("apertium") != nil, "Apertium is not installed"))
  func apertium() async throws {
    let folder = try TemporaryFolder()
    try folder.copy("seeds")
    let run = try await BreveProcess.run(
      ["bilingual", "seeds", "--engine", "apertium", "--format", "json"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let briefs = try #require(document["briefs"] as? [[String: Any]])
    #expect(briefs.count == 5)
    for brief in briefs {
      for row in try #require(brief["rows"] as? [[String: Any]]) {
        let target = try #require(row["target"] as? [String: Any])
        #expect(target["label"] as? String == "engine")
        #expect((target["engine"] as? String)?.hasSuffix(", gist") == true)
        #expect((target["text"] as? String)?.isEmpty == false)
      }
    }
  }

  @Test("Repaired matches are measured on pairs that are changed by a script")
  func repairs() async throws {
    let folder = try TemporaryFolder()
    try folder.copy("Glossary")
    let months = [("mai", "May"), ("juin", "June"), ("octobre", "October")]
    var lines = [
      "Le convoi comptait 34 camions ce matin.\tThe convoy had 34 lorries this morning.",
      "La commune a construit 56 maisons en bois.\tThe municipality built 56 wooden houses.",
      "Elle a planté 78 arbres dans son jardin.\tShe planted 78 trees in her garden.",
      "Nous avons cueilli 91 pommes au village.\tWe picked 91 apples in the village.",
    ]
    for (number, month) in months.enumerated() {
      lines.append(
        "L'accord a été signé le \(number + 3) \(month.0) 2013 par toutes les parties."
          + "\tThe agreement was signed by all parties on \(number + 3) \(month.1) 2013.")
    }
    lines.append(
      "Le président est arrivé à Bamako pour une visite.\tThe president came to Bamako for a visit."
    )
    try folder.write(lines.joined(separator: "\n"), to: "pairs.tsv")
    let arguments = ["eval", "repairs", "pairs.tsv", "--count", "10"]
    let run = try await BreveProcess.run(arguments, in: folder.path)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.output.contains("| number | 4 | 4 | 0 | 0 | 0 |"), "\(run.output)")
    #expect(run.output.contains("| day | 3 | 3 | 0 | 0 | 0 |"), "\(run.output)")
    #expect(run.output.contains("| name | 1 | 1 | "), "\(run.output)")
    #expect(try await BreveProcess.run(arguments, in: folder.path).output == run.output)
  }

  @Test("Translations are measured against references")
  func evaluation() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Moscou a dit non.\t\(Self.english)\nLe Mali.\tMali.\n", to: "pairs.tsv")
    try folder.write("\(Self.english)\nMali.\n", to: "out.txt")
    let run = try await BreveProcess.run(
      ["eval", "translation", "pairs.tsv", "--hypotheses", "out.txt"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("| out.txt | 2 of 2 | 100.00 | 100.00 |"), "\(run.output)")
    try folder.write("one\n", to: "fr")
    let odd = try await BreveProcess.run(
      ["eval", "translation", "fr", "out.txt", "--hypotheses", "out.txt"], in: folder.path)
    #expect(odd.status == 2 && odd.errors.contains("1 and 2 lines"), "\(odd.errors)")
  }
}
