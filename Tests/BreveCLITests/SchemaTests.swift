// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Testing

/// What the commands write, held against the schemas that `breve schema` prints.
@Suite("Schemas")
struct SchemaTests {
  /// The names that the help of `--ranker` gives.
  private static func rankers() async throws -> [String] {
    let help = try await BreveProcess.run(["brief", "--help"]).output
    let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let list = try #require(words.firstMatch(of: /How sentences are ranked\. \(values: ([^;]+);/))
    return list.output.1.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
  }

  private static func check(_ name: String) async throws -> JSONSchemaCheck {
    let run = try await BreveProcess.run(["schema", name])
    try #require(run.status == 0, "\(run.errors)")
    return JSONSchemaCheck(try JSONValue(run.outputBytes))
  }

  /// A folder with articles that make use of every member there is.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.copy("seeds")
    try folder.copy("Glossary")
    let latin =
      "Publié le 3 avril 2025\n\nLa junte a été reçue à Moscou par des généraux. "
      + "Le Mali,la Russie et l'armée ont signé un accord de défense à Bamako hier soir."
    try folder.write(latin.unicodeScalars.map { UInt8($0.value) }, to: "latin.txt")
    let english =
      "The army has left the town today, and the people of the north say that they are glad of it."
    try folder.write(
      "Le Mali a signé un accord avec la Russie hier à Bamako, la capitale.\n\n\(english)\n",
      to: "two.txt")
    return folder
  }

  @Test("Those that are listed are the files there are, and each is a draft 2020-12 schema")
  func list() async throws {
    let names = try await BreveProcess.run(["schema"]).output.split(separator: "\n").map(
      String.init)
    let files = try Repository.names(in: "Sources/Breve/Schemas")
    #expect(names.map { $0 + ".schema.json" }.sorted() == files)
    for name in names {
      let schema = try await Self.check(name).schema
      #expect(schema["$schema"] == .text("https://json-schema.org/draft/2020-12/schema"), "\(name)")
      #expect(schema["$id"] == .text("urn:breve:schema:\(name):1"), "\(name)")
    }
  }

  @Test("Segments are as their schema says, and every member it has is written")
  func segments() async throws {
    let folder = try Self.folder()
    let run = try await BreveProcess.run(
      ["segment", "seeds", "latin.txt", "two.txt", "--format", "json"], in: folder.path)
    #expect(run.status == 0)
    var check = try await Self.check("segments")
    #expect(check.faults(try JSONValue(run.outputBytes)) == [])
    #expect(check.described.subtracting(check.met) == [])
  }

  @Test("Briefs are as their schema says, whichever ranker made them")
  func briefs() async throws {
    let folder = try Self.folder()
    var check = try await Self.check("brief")
    let rankers = try await Self.rankers()
    #expect(rankers.contains("lead") && rankers.contains("fused"))
    for ranker in rankers {
      let run = try await BreveProcess.run(
        [
          "brief", "seeds", "latin.txt", "--ranker", ranker, "--keyphrases", "4", "--focus",
          "accord", "--glossary", "Glossary/fr-en.tsv", "--format", "json",
        ], in: folder.path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(check.faults(try JSONValue(run.outputBytes)) == [], "\(ranker)")
    }
    let lines = #"{"id":1,"text":"Il pleut."}"# + "\n{}\n" + #"{"text":"Il pleut."}"# + "\n"
    let run = try await BreveProcess.run(["brief", "--jsonl"], input: Array(lines.utf8))
    let answers = run.output.split(separator: "\n")
    #expect(answers.count == 3)
    for line in answers {
      let value = try JSONValue(Array(line.utf8))
      #expect(check.faults(value, definition: "line") == [], "\(line)")
    }
    #expect(check.described.subtracting(check.met) == [])
  }

  @Test("Bilingual briefs are as their schema says")
  func bilingual() async throws {
    let folder = try Self.folder()
    var check = try await Self.check("bilingual")
    try folder.write(
      "La junte a été reçue à Moscou par des colonels.\tThe junta was received in Moscow by colonels.\n"
        + "Le Mali a signé 12 accords avec la Russie.\tMali signed 12 agreements with Russia.\n"
        + "au large des côtes somaliennes\toff the Somali coast\n",
      to: "pairs.tsv")
    try folder.write("Le Mali a signé 15 accords avec la Russie.\n", to: "repair.txt")
    let taken = try await BreveProcess.run(
      ["memory", "import", "pairs.tsv", "--memory", "m", "--pair", "fr", "en"], in: folder.path)
    #expect(taken.status == 0, "\(taken.errors)")
    try folder.write(
      "La CEDEAO a condamné la junte, a dit Sergueï Lavrov. "
        + "M. Lavrov a rencontré des colonels au large des côtes somaliennes.\n",
      to: "named.txt")
    try folder.write(
      "ECOWAS condemned the junta, said Sergei Lavrov.\nMr Lavrov met colonels.\n", to: "engine.en")
    for arguments in [
      ["seeds"], ["latin.txt", "repair.txt", "named.txt", "--memory", "m"], ["two.txt"],
      ["named.txt", "--engine", "pipe:cat engine.en"],
    ] {
      let run = try await BreveProcess.run(
        ["bilingual", "--format", "json"] + arguments, in: folder.path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(check.faults(try JSONValue(run.outputBytes)) == [], "\(arguments)")
    }
    // No --focus, no key phrases, nothing in Latin-1 with a repair: the members of rows are what counts here.
    let rows = check.described.filter { $0.hasPrefix("#/$defs/row") }
    #expect(rows.count > 10)
    #expect(rows.subtracting(check.met).sorted() == [])
  }

  @Test("What is found in a glossary and in a memory is as its schema says")
  func lookUps() async throws {
    let folder = try Self.folder()
    func run(_ arguments: String...) async throws -> BreveProcess {
      let run = try await BreveProcess.run(arguments, in: folder.path)
      #expect(run.status == 0, "\(run.errors)")
      return run
    }
    var terms = try await Self.check("glossary-matches")
    let found = try await run("glossary", "find", "seeds", "latin.txt", "--format", "json")
    #expect(terms.faults(try JSONValue(found.outputBytes)) == [])
    #expect(terms.described.subtracting(terms.met) == [])

    try folder.write("Le chat\tThe cat\nLe Chat 12\t\n", to: "t.tsv")
    try folder.write("Vient-il ?\nLe chat\nLe\n", to: "q")
    _ = try await run("memory", "import", "t.tsv", "--memory", "m", "--pair", "fr", "en")
    _ = try await run("memory", "add", "Le chat", "Cat", "--memory", "m")
    let tmx =
      #"<tmx version="1.4"><header srclang="fr"/><body><tu><prop type="x-context-pre">Vient-il ?</prop>"#
      + #"<tuv xml:lang="fr"><seg>Le chat</seg></tuv><tuv xml:lang="en"><seg>He does</seg></tuv></tu>"#
      + #"<tu><prop type="x-breve-state">machine</prop><prop type="x-breve-engine">pipe:cat</prop>"#
      + #"<tuv xml:lang="fr"><seg>Le chat</seg></tuv><tuv xml:lang="en"><seg>Chat</seg></tuv></tu></body></tmx>"#
    try folder.write(tmx, to: "c.tmx")
    _ = try await run("memory", "import", "c.tmx", "--memory", "m")
    _ = try await run("memory", "train", "--memory", "m")
    var matches = try await Self.check("memory-matches")
    let lines = try await run(
      "memory", "match", "--file", "q", "--memory", "m", "--minimum-rate", "1", "--format", "jsonl")
    #expect(lines.output.split(separator: "\n").count == 3)
    for line in lines.output.split(separator: "\n") {
      #expect(matches.faults(try JSONValue(Array(line.utf8))) == [], "\(line)")
    }
    #expect(matches.described.subtracting(matches.met) == [])

    var words = try await Self.check("memory-concordance")
    for arguments in [["chat", "--limit", "1"], ["--regex", "C.at"]] {
      let concordance = try await BreveProcess.run(
        ["memory", "concordance", "--memory", "m", "--format", "json"] + arguments,
        in: folder.path)
      #expect(concordance.status == 0, "\(concordance.errors)")
      #expect(words.faults(try JSONValue(concordance.outputBytes)) == [], "\(arguments)")
    }
    #expect(words.described.subtracting(words.met) == [])
  }

  @Test("What is counted and what is doubtful is as its schema says")
  func memoryFiles() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Il a 25 ans.\tHe is 52.\nIl dort.\t\n", to: "t.tsv")
    try folder.write("Il a 25 ans.\n\nIl lit un livre.\n", to: "a.txt")
    for arguments in [["import", "t.tsv"], ["analyse", "a.txt"], ["check"]] {
      let json = arguments[0] == "import" ? [] : ["--format", "json"]
      let run = try await BreveProcess.run(
        ["memory"] + arguments + json + ["--memory", "m"], in: folder.path)
      #expect(run.status == (arguments == ["check"] ? 1 : 0), "\(run.errors)")
      guard arguments[0] != "import" else { continue }
      var check = try await Self.check(
        arguments == ["check"] ? "memory-check" : "memory-analysis")
      #expect(check.faults(try JSONValue(run.outputBytes)) == [], "\(arguments)")
      #expect(check.described.subtracting(check.met) == [])
    }
  }

  @Test(
    "The page on the machine interface names the members of the schemas",
    arguments: [
      ("segments", "segment", ["document", "segment"]),
      ("brief", "brief", ["brief", "sentence", "omitted", "note"]),
    ])
  func page(name: String, command: String, definitions: [String]) async throws {
    let page = try Repository.text("Sources/Breve/Breve.docc/MachineInterface.md")
    let heading = try #require(page.firstRange(of: "## breve \(command) --format json\n\n```\n"))
    let rest = page[heading.upperBound...]
    let block = rest[..<(try #require(rest.firstRange(of: "```")).lowerBound)]
    let named = Set(block.matches(of: /"([A-Za-z0-9]+)"/).map { String($0.output.1) })
    let check = try await Self.check(name)
    let members = check.described.map {
      String($0.split(whereSeparator: { ".[]/".contains($0) }).last ?? "")
    }
    #expect(named.subtracting(members) == [])
    for definition in definitions {
      guard case .object(let known) = check.schema["$defs"]?[definition]?["properties"] else {
        Issue.record("\(definition) has no members")
        continue
      }
      // The id is that of a line of JSON.
      #expect(Set(known.keys).subtracting(named).subtracting(["id"]) == [], "\(definition)")
    }
  }

  @Test(
    "The check bites",
    arguments: [
      (#"{"a":1}"#, []), (#"{"a":1,"b":null}"#, []), (#"{"a":1,"b":"xy"}"#, []),
      (#"{}"#, [" lacks [\"a\"]"]), (#"{"a":1.5}"#, [".a is none of [\"integer\"]"]),
      (#"{"a":-1}"#, [".a is below 0.0"]), (#"{"a":true}"#, [".a is none of [\"integer\"]"]),
      (#"{"a":1,"c":2}"#, [" has [\"c\"], which no one knows"]),
      (#"{"a":1,"b":"x"}"#, [".b is not like ^..$"]), ("[]", [" is none of [\"object\"]"]),
    ])
  func bites(value: String, expected: [String]) throws {
    let schema = try JSONValue(
      Array(
        """
        {"type":"object","required":["a"],"additionalProperties":false,"properties":{
        "a":{"type":"integer","minimum":0},"b":{"type":["string","null"],"$ref":"#/$defs/two"}},
        "$defs":{"two":{"pattern":"^..$"}}}
        """.utf8))
    var check = JSONSchemaCheck(schema)
    #expect(check.faults(try JSONValue(Array(value.utf8))) == expected)
    #expect(check.described == ["#.a", "#.b"])
    var other = JSONSchemaCheck(try JSONValue(Array(#"{"uniqueItems":true}"#.utf8)))
    #expect(other.faults(.null) == [" the keyword uniqueItems is not known here"])
  }
}
