// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve segment, schema and help")
struct SegmentCommandTests {
  @Test("A sentence a line")
  func text() async throws {
    let run = try await BreveProcess.run(
      ["segment", "-", "--language", "fr"],
      input: Array("M. Diop part. Il rit.\nFin\tde page !".utf8))
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output == "M. Diop part.\nIl rit.\nFin de page !\n")
  }

  @Test("JSON has the documents, and their ranges lead into the files")
  func json() async throws {
    let run = try await BreveProcess.run(["segment", "seeds", "--format", "json"])
    #expect(run.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(run.outputBytes))
    #expect(JSONShape.documents.faults(document) == [])
    let documents = try #require((document as? [String: Any])?["documents"] as? [[String: Any]])
    #expect(documents.compactMap { $0["path"] as? String } == Repository.seeds)
    for (read, path) in zip(documents, Repository.seeds) {
      let bytes = try Repository.bytes(path)
      let segments = try #require(read["segments"] as? [[String: Any]])
      #expect(segments.count > 10)
      for segment in segments {
        let range = try #require((segment["range"] as? [String: [Int]])?["utf8"])
        let shown = try #require(segment["original"] as? String ?? segment["text"] as? String)
        #expect(Array(bytes[range[0]..<range[1]]) == Array(shown.utf8))
      }
    }
  }

  @Test("TSV has a header and as many fields in every line")
  func tsv() async throws {
    let run = try await BreveProcess.run(["segment", "seeds/", "--format", "tsv"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 100)
    #expect(
      Set(lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }) == [6])
    #expect(lines.first == "path\tutf8 start\tutf8 end\trole\tblock\ttext")
  }

  @Test("Options are heeded")
  func options() async throws {
    let text = Array("Un titre\n\nUn\nmot\u{65}\u{301} de plus.".utf8)
    func lines(_ options: String...) async throws -> [String] {
      let run = try await BreveProcess.run(["segment", "--format", "tsv"] + options, input: text)
      #expect(run.status == 0)
      return run.output.split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: "\t")
        return "\(fields[3]) \(fields[5])"
      }
    }
    let wrapped = try await lines("--lines", "wrapped", "--language", "fr")
    #expect(
      wrapped.map { Array($0.utf8) }
        == ["heading Un titre", "paragraph Un moté de plus."].map { Array($0.utf8) })
    let plain = try await lines("--structure", "plain", "--lines", "paragraphs", "--no-repair")
    #expect(plain.map { Array($0.utf8) }.first == Array("paragraph Un titre".utf8))
    #expect(plain.map { Array($0.utf8) }.last == Array("paragraph mote\u{301} de plus.".utf8))
  }

  @Test("Every file is tried, and one that failed is exit status 2")
  func failures() async throws {
    let run = try await BreveProcess.run(["segment", "nosuchfile", "seeds/"])
    #expect(run.status == 2)
    #expect(run.errors == "breve: nosuchfile: no such file or folder; check the path\n")
    #expect(run.output.split(separator: "\n").count > 100)
    let wrong = try await BreveProcess.run(["segment", "--lines", "folded", "seeds/"])
    #expect(wrong.status == 64 && wrong.errors.contains("wrapped"))
  }

  @Test("Schemas are listed, and each is a JSON Schema")
  func schemas() async throws {
    let list = try await BreveProcess.run(["schema"])
    #expect(list.status == 0)
    #expect(
      list.output
        == "segments\nbrief\nbilingual\nglossary-matches\nmemory-matches\nmemory-concordance\n")
    for name in ["segments", "brief", "glossary-matches"] {
      let run = try await BreveProcess.run(["schema", name])
      #expect(run.status == 0, "\(name): \(run.errors)")
      let schema = try? JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any]
      #expect(
        schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema", "\(name)")
    }
    let none = try await BreveProcess.run(["schema", "nosuch"])
    #expect(none.status == 64 && none.output == "")
    #expect(none.errors.contains("there is no schema 'nosuch'"))
  }

  @Test("The help of each command is what it was")
  func help() async throws {
    let main = try await BreveProcess.run(["--help"])
    #expect(main.status == 0 && main.errors == "")
    #expect(try Golden("help.txt").difference(from: main.output) == nil)
    let commands = Self.commands(in: main.output)
    #expect(
      commands.contains("brief") && commands.contains("segment") && commands.contains("schema"))
    for command in commands { try await check([command]) }
  }

  /// Compares the help of a command, and of those below it if it keeps glossaries.
  private func check(_ command: [String]) async throws {
    let run = try await BreveProcess.run(command + ["--help"])
    let name = command.joined(separator: "-")
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: breve"), "\(name)")
    #expect(try Golden("help-\(name).txt").difference(from: run.output) == nil)
    guard command == ["glossary"] else { return }
    for below in Self.commands(in: run.output) { try await check(command + [below]) }
  }

  /// The examples of the commands that keep glossaries.
  private static func examples(of command: [String]) async throws -> [String] {
    let help = try await BreveProcess.run(command + ["--help"]).output
    var examples: [String] = []
    for line in help.split(separator: "\n") where line.hasPrefix("  breve ") {
      examples.append(String(line.dropFirst(2)))
    }
    return examples
  }

  @Test("The examples in the help of the glossary's commands run")
  func examples() async throws {
    let help = try await BreveProcess.run(["glossary", "--help"])
    let commands = Self.commands(in: help.output).map { ["glossary", $0] }
    #expect(commands.count > 11)
    for command in [["glossary"], ["init"], ["doctor"]] + commands {
      let examples = try await Self.examples(of: command)
      #expect(examples.count >= 2, "\(command)")
      for example in examples {
        let folder = try TemporaryFolder()
        if command != ["init"] { try folder.copy("Glossary") }
        try folder.copy("seeds")
        try folder.write("Il pleut.\n", to: "article.txt")
        try folder.write("Il pleut.\n", to: "article.fr.txt")
        try folder.write("It is raining.\n", to: "article.en.txt")
        try folder.write("Il pleut.\tIt is raining.\n", to: "pairs.tsv")
        for name in ["terms", "desk", "mine", "theirs", "before"] {
          try folder.write("id\tfr\ten\nx\t\(name)\t\(name)\n", to: name + ".tsv")
        }
        try folder.write("junte,junta\nONU,UN\n", to: "desk.csv")
        try folder.write("<tbx><text><body/></text></tbx>", to: "client.tbx")
        let run = try await BreveProcess.shell(example, in: folder.path)
        #expect(run.status == 0 || run.status == 1, "\(example): \(run.errors)")
      }
    }
  }

  /// The names under SUBCOMMANDS.
  private static func commands(in help: String) -> [String] {
    var isInList = false
    var names: [String] = []
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("SUBCOMMANDS:") {
        isInList = true
      } else if line.isEmpty {
        isInList = false
      } else if isInList, line.hasPrefix("  "), line.dropFirst(2).first != " " {
        names.append(String(line.split(separator: " ")[0]))
      }
    }
    return names
  }

  @Test("The version is a number")
  func version() async throws {
    let run = try await BreveProcess.run(["--version"])
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
