// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Testing

@Suite("Folders and output")
struct FoldersAndOutputTests {
  private static let text = """
    Le Mali a signé un accord de défense. La Russie en est contente. Paris s’inquiète de cette visite. \
    Bamako n’a rien dit.
    """

  @Test("A folder gives its texts, subfolders included, in byte order")
  func order() async throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.txt", "a.txt", "B.txt", "é.txt", "a/.hidden.txt"] {
      try folder.write(Self.text, to: "in/" + name)
    }
    for name in ["c.md", "a/d", "e.TXT"] { try folder.write(Self.text, to: "in/" + name) }
    let run = try await BreveProcess.run(["segment", "in", "--format", "tsv"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "breve: in: 3 files not ending in .txt left aside\n")
    let paths = run.output.split(separator: "\n").dropFirst().map {
      String($0.split(separator: "\t")[0])
    }
    let expected = [
      "in/B.txt", "in/a.txt", "in/a/.hidden.txt", "in/a/z.txt", "in/b.txt", "in/é.txt",
    ]
    #expect(paths == expected.flatMap { [$0, $0, $0, $0] })
    let named = try await BreveProcess.run(["segment", "in/c.md"], in: folder.path)
    #expect(named.status == 0 && named.output.split(separator: "\n").count == 4)
  }

  @Test("A folder without texts is an error")
  func noTexts() async throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "in/a.md")
    let run = try await BreveProcess.run(["brief", "in/"], in: folder.path)
    #expect(run.status == 2)
    #expect(
      run.errors.hasSuffix("breve: in/: no *.txt file in this folder; name the files themselves\n"))
  }

  @Test(
    "A folder gets a file an input",
    arguments: [("markdown", "md"), ("html", "html"), ("json", "json"), ("text", "txt")])
  func folderOutput(format: String, ending: String) async throws {
    let folder = try TemporaryFolder()
    for name in ["in/a.txt", "in/b/c.d.txt"] { try folder.write(Self.text, to: name) }
    let run = try await BreveProcess.run(
      ["in", "-o", "out/", "--index", "--format", format], in: folder.path)
    #expect(run.status == 0 && run.errors == "")
    let files = try folder.names().filter { $0.hasPrefix("out/") }
    #expect(files == ["out/a.\(ending)", "out/c.d.\(ending)", "out/index.md"])
    let alone = try await BreveProcess.run(["in/a.txt", "--format", format], in: folder.path)
    #expect(try folder.text("out/a.\(ending)") == alone.output)
    #expect(run.output.split(separator: "\n").count == 3)
  }

  @Test("Two inputs with one stem are an error before anything is written")
  func clash() async throws {
    let folder = try TemporaryFolder()
    for name in ["in/a.txt", "in/b.txt", "in/c/a.txt"] { try folder.write(Self.text, to: name) }
    let run = try await BreveProcess.run(["in", "-o", "out/"], in: folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(
      run.errors
        == "breve: in/a.txt and in/c/a.txt would both be written to a.txt; give them separate folders\n"
    )
    #expect(try folder.names().allSatisfy { !$0.hasPrefix("out") })
  }

  @Test("Index.md and an input of that name do not overwrite each other")
  func indexClash() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "in/index.txt")
    let run = try await BreveProcess.run(
      ["in", "-o", "out/", "--index", "--format", "markdown"], in: folder.path)
    #expect(run.status == 64)
    #expect(
      run.errors
        == "breve: --index and in/index.txt would both be written to index.md; give them separate folders\n"
    )
    #expect(try folder.names() == ["in", "in/index.txt"])
  }

  @Test("A file is replaced whole, and nothing else is left")
  func atomic() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "a.txt")
    try folder.write("old", to: "out.md")
    try folder.link("out.md", as: "witness.md")
    let run = try await BreveProcess.run(
      ["a.txt", "-o", "out.md", "--format", "markdown"], in: folder.path)
    #expect(run.status == 0 && run.output == "" && run.errors == "")
    #expect(try folder.text("out.md").hasPrefix("# a\n"))
    #expect(try folder.text("witness.md") == "old")
    #expect(try folder.names() == ["a.txt", "out.md", "witness.md"])
  }

  @Test("A file that cannot be written is said")
  func notWritable() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "a.txt")
    let run = try await BreveProcess.run(["a.txt", "-o", "no/such.md"], in: folder.path)
    #expect(run.status == 2)
    #expect(
      run.errors == "breve: no/such.md: cannot be written; check the folder and its permissions\n")
    let file = try await BreveProcess.run(["a.txt", "-o", "a.txt/"], in: folder.path)
    #expect(file.status == 2)
    #expect(try folder.text("a.txt") == Self.text)
  }

  @Test("No output is made of inputs that all failed")
  func nothingMade() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a.txt")
    let run = try await BreveProcess.run(["a.txt", "-o", "out.md"], in: folder.path)
    #expect(run.status == 2)
    #expect(try folder.names() == ["a.txt"])
  }

  @Test("SOURCES.tsv beside the files is heeded, and its faults are said once")
  func sources() async throws {
    let folder = try TemporaryFolder()
    for name in ["in/a.txt", "in/b.txt", "in/c.txt"] { try folder.write(Self.text, to: name) }
    try folder.write(
      "file\toutlet\tdate\tsha256\na.txt\tLe Monde\t2024-05\t\nb.txt\t\tApril\t\nc.txt\t\t\tabc\n",
      to: "in/SOURCES.tsv")
    let run = try await BreveProcess.run(["in", "--format", "markdown"], in: folder.path)
    #expect(run.output.contains("**Outlet:** Le Monde · **Date:** 2024-05 (given)"))
    #expect(run.output.contains("the file is not the one that SOURCES.tsv describes"))
    #expect(
      run.errors.split(separator: "\n").count { $0.contains("SOURCES.tsv:3: 'April' is no date") }
        == 1)
    #expect(run.status == 2)
  }
}
