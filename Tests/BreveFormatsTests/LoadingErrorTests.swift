// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTestSupport
internal import Testing

@Suite("Loading errors")
struct LoadingErrorTests {
  @Test(
    "Say what failed, why and what to do",
    arguments: [
      (.notFound, "a.txt: no such file or folder; check the path"),
      (.isFolder, "a.txt: this is a folder; name a file"),
      (.notReadable("not allowed"), "a.txt: cannot be read (not allowed); check its permissions"),
      (.notWritable, "a.txt: cannot be written; check the folder and its permissions"),
      (.empty, "a.txt: there is no text in it; give a file that holds text"),
      (.binary, "a.txt: this is not text; give a text file"),
      (.undecodable, "a.txt: its encoding is not known; save it as UTF-8"),
      (.tooLarge(limit: 512 << 20), "a.txt: it is larger than 512 MB; split it into smaller files"),
      (.notUTF8, "a.txt: it is not in UTF-8, so it is not edited; save it as UTF-8"),
      (.malformed("no tab"), "a.txt: no tab; mend the line"),
      (.notWellFormed("a '<' stands alone", shown: ""), "a.txt: a '<' stands alone; mend the file"),
      (
        .notWellFormed("a '<' stands alone", shown: "a<b\n ^"),
        "a.txt: a '<' stands alone; mend the file\na<b\n ^"
      ),
    ] as [(LoadingError.Kind, String)])
  func texts(kind: LoadingError.Kind, text: String) {
    #expect(LoadingError(kind, at: SourceLocation(path: "a.txt")).description == text)
  }

  @Test("Begin with the place")
  func places() {
    let error = LoadingError(.malformed("no tab"), at: SourceLocation(path: "a/b.tsv", line: 12))
    #expect(error.description == "a/b.tsv:12: no tab; mend the line")
  }

  @Test("Of files that cannot be read or written")
  func files() throws {
    let folder = try TemporaryFolder()
    try folder.write("Oui.", to: "a.txt")
    #expect(try FileBytes.read(folder.path("a.txt")) == Array("Oui.".utf8))
    for (path, kind) in [
      (folder.path("b.txt"), LoadingError.Kind.notFound), (folder.path, .isFolder),
    ] {
      let error = #expect(throws: LoadingError.self) { try FileBytes.read(path) }
      #expect(error?.kind == kind)
      #expect(error?.location.path == path)
    }
    let error = #expect(throws: LoadingError.self) {
      try FileBytes.write([0x41], to: folder.path("no/such/folder.txt"))
    }
    #expect(error?.kind == .notWritable)
  }

  @Test("A file is written whole: its old bytes stay where something else holds them")
  func writesAtomically() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a.txt")
    try folder.link("a.txt", as: "b.txt")
    try FileBytes.write(Array("new and longer".utf8), to: folder.path("a.txt"))
    #expect(try folder.text("a.txt") == "new and longer")
    #expect(try folder.text("b.txt") == "old")
    #expect(try folder.names() == ["a.txt", "b.txt"])
  }
}
