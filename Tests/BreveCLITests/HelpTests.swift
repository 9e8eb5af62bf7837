// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Testing

@Suite("Help")
struct HelpTests {
  @Test("The help of each command is what it was")
  func help() async throws {
    let main = try await BreveProcess.run(["--help"])
    #expect(main.status == 0 && main.errors == "")
    #expect(try Golden("help.txt").difference(from: main.output) == nil)
    let commands = try await CommandHelp.all().map(\.command)
    for command in [["brief"], ["segment"], ["glossary", "merge"], ["memory", "match"]] {
      #expect(commands.contains(command))
    }
    var files: Set = ["help.txt"]
    for command in commands {
      let run = try await BreveProcess.run(command + ["--help"])
      let name = "help-\(command.joined(separator: "-")).txt"
      #expect(run.status == 0)
      #expect(run.output.contains("USAGE: breve"), "\(name)")
      #expect(try Golden(name).difference(from: run.output) == nil)
      files.insert(name)
    }
    let recorded = try Repository.names(in: "Tests/BreveCLITests/Golden")
    #expect(Set(recorded.filter { $0.hasPrefix("help") }) == files)
  }

  /// What the examples name, made up.
  private static func folder() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.copy("Glossary")
    try folder.copy("seeds")
    for name in ["article.txt", "article.fr.txt", "notes.txt", "queries.txt"] {
      try folder.write("Il pleut.\n", to: name)
    }
    try folder.write("It is raining.\n", to: "article.en.txt")
    for name in ["report.fr.txt", "archive/fr/a.txt", "novel.fr"] {
      try folder.write("Il pleut.\nLe ministre a signé.\n", to: name)
    }
    for name in ["report.en.txt", "archive/en/a.txt", "novel.en"] {
      try folder.write("It is raining.\nThe minister signed.\n", to: name)
    }
    let pairs =
      "Il pleut.\tIt is raining.\nMise en demeure\tFormal notice\n"
      + "Le ministre a signé l'accord.\tThe minister signed the agreement.\n"
    for name in ["pairs.tsv", "corpus.tsv"] { try folder.write(pairs, to: name) }
    for name in ["terms", "desk", "mine", "theirs", "before"] {
      try folder.write("id\tfr\ten\nx\t\(name)\t\(name)\n", to: name + ".tsv")
    }
    try folder.write("junte,junta\nONU,UN\n", to: "desk.csv")
    try folder.write("<tbx><text><body/></text></tbx>", to: "client.tbx")
    try folder.write(#"{"id":1,"text":"Il pleut."}"# + "\n", to: "articles.jsonl")
    let prepared = try await BreveProcess.shell(
      """
      breve memory import pairs.tsv --memory breve.memory --pair fr en && cp breve.memory laws.memory \
      && breve memory export -o corpus.tmx && cp corpus.tmx laws.tmx && cp corpus.tmx desk.tmx \
      && breve memory export --format tsv --pair fr en -o corpus.tsv.xz \
      && breve memory export -o article.xlf && cp article.xlf order.xlf \
      && cp breve.memory freelance.memory && cp breve.memory news.memory && cp breve.memory desk.memory \
      && cp -R seeds articles && breve bilingual article.txt -o reviewed.docx
      """, in: folder.path)
    try #require(prepared.status == 0, "\(prepared.errors)")
    return folder
  }

  @Test("The examples in the help run")
  func examples() async throws {
    var count = 0
    // Measuring and training need gold standards; `breve eval` is for developers.
    let prepared = try await Self.folder()
    for help in try await [CommandHelp.of([])] + CommandHelp.all()
    where help.command.first != "eval" {
      #expect(!help.examples.isEmpty, "\(help.command)")
      let folder = try TemporaryFolder()
      _ = try await BreveProcess.shell("cp -R '\(prepared.path)'/. .", in: folder.path)
      for example in help.examples {
        if help.command == ["init"] { try folder.remove("Glossary") }
        // The numbers of units that examples name.
        let line = example.replacing(/\b120[45]\b/) { $0.output == "1204" ? "1" : "2" }
        if help.command == ["memory", "undo"] {
          _ = try await BreveProcess.shell("breve memory remove 1", in: folder.path)
        }
        let run = try await BreveProcess.shell(line, in: folder.path)
        #expect(run.status == 0 || run.status == 1, "\(line): \(run.errors)")
        count += 1
      }
    }
    #expect(count > 60, "\(count)")
  }
}
