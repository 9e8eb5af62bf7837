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
