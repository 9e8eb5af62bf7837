// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve.toml, as commands use it")
struct ConfigurationTests {
  private func desk(_ toml: String, mode: Int = 0o644) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("Le ministre a salué les soldats du pays mardi.\n", to: "in/one.txt")
    try folder.write("id\tfr\ten\n", to: "g.tsv")
    try folder.write(toml, to: "breve.toml")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path("breve.toml"))
    return folder
  }

  private static let toml = """
    [bilingual]
    engine = "house"
    glossary = "g.tsv"
    [engines.house]
    use = "pipe:sed 's/.*/Moscow said no./'"

    """

  private func brief(
    _ folder: TemporaryFolder, _ others: [String] = []
  ) async throws -> BreveProcess {
    try await BreveProcess.run(
      ["bilingual", "one.txt", "--format", "tsv"] + others, in: folder.path("in"))
  }

  @Test("Engine and glossary are those of the nearest file upward; flags come first")
  func taken() async throws {
    let folder = try desk(Self.toml)
    let run = try await brief(folder)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(run.output.contains("\tMoscow said no.\tengine\t"))
    let flag = try await brief(folder, ["--engine", "pipe:sed 's/.*/Moscow refused./'"])
    #expect(flag.output.contains("\tMoscow refused.\tengine\t"))
    let named = try await brief(folder, ["--engine", "house"])
    #expect(named.output == run.output && named.output.contains("said no"))
    let list = try await BreveProcess.run(["engines"], in: folder.path("in"))
    #expect(list.output.contains("pipe:sed"), "\(list.errors)")
    #expect(try await brief(folder, ["--engine", "hose"]).status == 64)
  }

  @Test("Of two engines of one kind each has its own address, model and key")
  func twoOfAKind() async throws {
    let servers = try ["small", "large"].map { model in
      try #require(
        StandInServer { _, _ in
          let content = #"{\"translations\":[{\"number\":1,\"english\":\"\#(model) said.\"}]}"#
          return .answer(200, #"{"choices":[{"message":{"content":"\#(content)"}}]}"#)
        })
    }
    defer { for server in servers { server.stop() } }
    let folder = try desk(
      """
      [bilingual]
      engine = "small,large"
      [engines.small]
      use = "openai"
      url = "\(servers[0].url)"
      model = "m-small"
      key = "key-of-small"
      [engines.large]
      use = "openai:\(servers[1].url)"
      model = "m-large"

      """, mode: 0o600)
    let calls = ["--engine-timeout", "900", "--call-log", folder.path("calls.tsv")]
    let run = try await brief(folder, calls)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\tsmall said.\tengine\t"))
    let requests = try servers.map { try #require($0.requests.first) }
    #expect(requests[0].text.contains(#""model":"m-small""#))
    #expect(requests[1].text.contains(#""model":"m-large""#))
    #expect(requests[0].headers.contains("Authorization: Bearer key-of-small"))
    #expect(!requests[1].headers.contains { $0.contains("key-of-small") })
    let other = try await brief(folder, calls + ["--engine", "large", "--engine-model", "m-flag"])
    #expect(other.output.contains("\tlarge said.\tengine\t"), "\(other.errors)")
    #expect(servers[0].requests.count == 1)
    #expect(try #require(servers[1].requests.last).text.contains(#""model":"m-flag""#))
  }

  @Test("Memory, glossary and user of the file hold for every command that has such a flag")
  func everywhere() async throws {
    let folder = try desk(
      "[bilingual]\nmemory = [\"old.tmx\", \"desk.memory\"]\nglossary = \"g.tsv\"\nuser = \"the desk\"\n"
    )
    try folder.write(
      #"<tmx version="1.4"><header srclang="fr"/><body></body></tmx>"#, to: "old.tmx")
    func run(_ arguments: String...) async throws -> BreveProcess {
      try await BreveProcess.run(arguments, in: folder.path("in"))
    }
    let added = try await run("memory", "add", "Oui.", "Yes.")
    #expect(added.status == 0 && added.output == "1\n", "\(added.errors)")
    #expect(try await run("memory", "log").output.contains("  the desk  unit 1  "))
    #expect(try await run("memory", "match", "Oui.").output.contains("unit 1"))
    let term = try await run("glossary", "add", "soldat", "trooper")
    #expect(term.status == 0, "\(term.errors)")
    #expect(try folder.text("g.tsv").contains("soldat\ttrooper"))
    #expect(try await run("glossary", "log").output.contains("the desk"))
    let text = try await run("brief", "one.txt", "--format", "markdown")
    #expect(text.output.contains("trooper"), "\(text.output)")
    let review = try await BreveProcess.run(
      ["review", "one.txt"], input: Array("e The minister hailed the soldiers on Tuesday.\n".utf8),
      in: folder.path("in"))
    #expect(review.output == "1\tedited\t2\n", "\(review.errors)")
    #expect(review.errors.contains("memory: ../desk.memory"))
    #expect(try await run("memory", "show", "2").output.contains("  the desk\n"))
    let again = try await brief(folder)
    #expect(again.output.contains("\tmemory-exact\t100\treviewed\t"), "\(again.output)")
  }

  @Test(
    "A file that is wrong is said by every command that reads it",
    arguments: [
      ["memory", "log"], ["glossary", "list"], ["glossary", "add", "a", "b"],
      ["review", "one.txt"],
      ["brief", "one.txt", "--format", "markdown"], ["engines"], ["doctor"],
    ])
  func wrong(arguments: [String]) async throws {
    let folder = try desk("[bilingual]\nglosary = \"g.tsv\"\n")
    let run = try await BreveProcess.run(arguments, in: folder.path("in"))
    #expect(run.status == 2)
    #expect(
      run.errors.contains(
        "../breve.toml:2: [bilingual] has no key 'glosary'; did you mean 'glossary'?"),
      "\(run.errors)")
  }

  @Test("A file that is wrong, or not safe, is refused with its place")
  func refused() async throws {
    let wrong = try await brief(try desk("[bilingual]\nengin = \"apertium\"\n"))
    #expect(wrong.status == 2)
    #expect(
      wrong.errors.contains(
        "../breve.toml:2: [bilingual] has no key 'engin'; did you mean 'engine'?"))
    let open = try await brief(try desk(Self.toml, mode: 0o666))
    #expect(open.status == 2 && open.errors.contains("not yours alone to change"), "\(open.errors)")
    let keyed = Self.toml + "key = \"secret-word\"\n"
    let readable = try await brief(try desk(keyed))
    #expect(readable.status == 2 && readable.errors.contains("../breve.toml:6: a key stands in"))
    #expect(!readable.errors.contains("secret-word"))
    #expect(try await brief(try desk(keyed, mode: 0o600)).status == 0)
  }
}
