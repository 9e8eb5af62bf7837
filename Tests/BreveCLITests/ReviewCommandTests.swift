// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve review")
struct ReviewCommandTests {
  private static let article = """
    L'armée a repris la ville de Kidal mardi.

    Le ministre a salué 12 soldats blessés au combat.

    Les habitants attendent une aide depuis deux mois.

    """
  private static let sentences = article.split(separator: "\n").map(String.init)

  /// A folder with an article, an empty glossary and a memory of another desk.
  private func desk() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "kidal.txt")
    try folder.copy("Glossary")
    let units = [
      (Self.sentences[0], "The army retook the town of Kidal on Tuesday."),
      (
        "Le ministre a salué 15 soldats blessés au combat.",
        "The minister praised 15 soldiers wounded in combat."
      ),
      (
        "Les habitants attendent une aide alimentaire depuis trois mois.",
        "Residents have been waiting for food aid for three months."
      ),
    ]
    let body = units.map {
      "<tu><tuv xml:lang=\"fr\"><seg>\($0.0)</seg></tuv><tuv xml:lang=\"en\"><seg>\($0.1)</seg></tuv></tu>"
    }.joined()
    try folder.write(
      """
      <?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
      o-tmf="t" adminlang="en" srclang="fr" datatype="plaintext"/><body>\(body)</body></tmx>
      """, to: "desk.tmx")
    return folder
  }

  private static let memories = ["--memory", "desk.memory", "--memory", "desk.tmx"]

  private func review(
    _ lines: [String], in folder: TemporaryFolder, _ others: [String] = []
  ) async throws -> BreveProcess {
    try await BreveProcess.run(
      ["review", "kidal.txt", "--user", "anne"] + Self.memories + others,
      input: Array(lines.map { $0 + "\n" }.joined().utf8), in: folder.path)
  }

  /// Label, state and English of each row.
  private func rows(in folder: TemporaryFolder) async throws -> [String] {
    let run = try await BreveProcess.run(
      ["bilingual", "kidal.txt", "--format", "tsv"] + Self.memories, in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return [fields[4], fields[6], fields[3]].joined(separator: "|")
    }
  }

  private func units(in folder: TemporaryFolder) throws -> [TranslationUnit] {
    try MemoryStore(path: folder.path("desk.memory")).units(after: 0, limit: 100)
  }

  @Test("What is accepted, edited and rejected is so in the next brief, and keeps its place")
  func endToEnd() async throws {
    let folder = try desk()
    // Before: an exact match, a repaired one, a suggestion.
    let start = try await BreveProcess.run(
      ["bilingual", "kidal.txt", "--format", "tsv", "--memory", "desk.tmx"], in: folder.path)
    #expect(start.output.contains("\tmemory-exact\t"))
    #expect(start.output.contains("praised 12 soldiers wounded in combat.\tmemory-repaired\t"))
    #expect(start.output.contains("\tmemory-fuzzy\t"))

    let run = try await review(
      ["a", "r", "e", "Residents have been waiting for aid for two months."], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "1\taccepted\t1\n2\trejected\t2\n3\tedited\t3\n")
    #expect(run.errors.contains("1 accepted, 1 edited, 1 rejected; memory: desk.memory"))
    #expect(
      try await rows(in: folder) == [
        "memory-context|reviewed|The army retook the town of Kidal on Tuesday.",
        "memory-fuzzy||",
        "memory-context|reviewed|Residents have been waiting for aid for two months.",
      ])

    let units = try units(in: folder)
    #expect(units.map(\.state) == [.reviewed, .rejected, .reviewed])
    #expect(units.allSatisfy { $0.document == "kidal" && $0.created.user == "anne" })
    #expect(units.allSatisfy { $0.created.date != nil && $0.range != nil })
    let sentences = Self.sentences.map { Optional($0) }
    #expect(units.map(\.previous) == [nil] + sentences.dropLast())
    #expect(units.map(\.next) == sentences.dropFirst() + [nil])
  }

  @Test("A rejected sentence never returns, also as a suggestion; other English is found")
  func rejectedForGood() async throws {
    let folder = try desk()
    _ = try await review(["r", "s", "r"], in: folder)
    let after = try await rows(in: folder)
    #expect(after[0] == "terms-only||")
    #expect(after[1].hasPrefix("memory-repaired|"))
    #expect(after[2] == "terms-only||")
    _ = try await BreveProcess.run(
      [
        "memory", "add", Self.sentences[0], "The army took Kidal back on Tuesday.", "--state",
        "imported", "--memory", "desk.memory",
      ], in: folder.path)
    #expect(
      try await rows(in: folder)[0] == "memory-exact|imported|The army took Kidal back on Tuesday.")
    // A person may think better of it.
    let again = try await review(["e The army retook the town of Kidal on Tuesday."], in: folder)
    #expect(again.output == "1\tedited\t1\n")
    #expect(
      try await rows(in: folder)[0]
        == "memory-context|reviewed|The army retook the town of Kidal on Tuesday.")
  }

  @Test("Undo takes decisions back, one after the other, in the memory too")
  func undo() async throws {
    let folder = try desk()
    _ = try await review(["a", "u"], in: folder)
    let before = try await rows(in: folder)
    let run = try await review(["a", "r", "e No.", "u", "u", "u", "u", "q"], in: folder)
    #expect(run.output == "")
    #expect(run.errors.contains("there is nothing to take back"))
    #expect(try units(in: folder).isEmpty)
    #expect(before[0] == "memory-exact|imported|The army retook the town of Kidal on Tuesday.")
    #expect(try await rows(in: folder) == before)
  }

  @Test("A second review changes what is there, and adds nothing")
  func again() async throws {
    let folder = try desk()
    _ = try await review(["a"], in: folder)
    let same = try await review(["a", "q"], in: folder)
    #expect(same.output == "1\taccepted\t1\n")
    let edited = try await review(["e The army recaptured Kidal on Tuesday."], in: folder)
    #expect(edited.output == "1\tedited\t1\n")
    let units = try units(in: folder)
    #expect(units.count == 1)
    #expect(units[0].variant(.english)?.text == "The army recaptured Kidal on Tuesday.")
    #expect(try MemoryStore(path: folder.path("desk.memory")).history(of: 1).count == 2)
    let pending = try await review([], in: folder, ["--pending"])
    #expect(pending.errors.contains("1 of 2"))
    #expect(!pending.errors.contains("recaptured"))
  }

  @Test("What a machine wrote becomes reviewed in its own unit")
  func machine() async throws {
    let folder = try desk()
    _ = try await BreveProcess.run(
      [
        "memory", "add", Self.sentences[2], "Residents wait for help for two months.", "--state",
        "machine", "--memory", "desk.memory",
      ], in: folder.path)
    let run = try await review(["s", "s", "w", "a"], in: folder)
    #expect(run.output == "3\taccepted\t1\n")
    #expect(run.errors.contains("made by a machine"))
    #expect(run.errors.contains("unit 1 of desk.memory"))
    #expect(
      try await rows(in: folder)[2]
        == "memory-context|reviewed|Residents wait for help for two months.")
  }

  @Test("A brief in JSON is walked the same way, its sentences in their places")
  func json() async throws {
    let folder = try desk()
    let arguments = [
      "bilingual", "kidal.txt", "--memory", "desk.tmx", "--format", "json", "-o", "kidal.json",
    ]
    _ = try await BreveProcess.run(arguments, in: folder.path)
    let command = ["review", "kidal.json", "--memory", "desk.memory"]
    let run = try await BreveProcess.run(
      command, input: Array("a\nw\na\n".utf8), in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "1\taccepted\t1\n2\taccepted\t2\n")
    #expect(run.errors.contains("number put in: 15 -> 12"))
    #expect(
      try await rows(in: folder).prefix(2) == [
        "memory-context|reviewed|The army retook the town of Kidal on Tuesday.",
        "memory-context|reviewed|The minister praised 12 soldiers wounded in combat.",
      ])
    // Another article by now: the sentences are kept without neighbours, and that is said.
    try folder.write("Tout autre chose.\n", to: "kidal.txt")
    let other = try await BreveProcess.run(
      command, input: Array("s\ns\ne Aid.\n".utf8), in: folder.path)
    #expect(other.errors.contains("kidal.txt is not there, or not what it was"))
    #expect(try units(in: folder).last?.previous == nil)
  }

  @Test(
    "What cannot be done is said and changes nothing",
    arguments: [
      (["s", "s", "a"], "there is no English to accept"), (["hm"], "'hm' is no command"),
      (["e", ""], "nothing was typed"), (["s", "s", "s", "a"], "there is no sentence left"),
      (["?"], "a accept · e [TEXT] edit"),
    ])
  func refused(lines: [String], message: String) async throws {
    let folder = try desk()
    let run = try await review(lines, in: folder)
    #expect(run.status == 0 && run.output == "")
    #expect(run.errors.contains(message))
    #expect(try !folder.names().contains("desk.memory"))
  }

  @Test(
    "$EDITOR is given the English and the French, and what it leaves is taken",
    .enabled(if: ExternalTool("script") != nil, "no program makes a terminal"))
  func editor() async throws {
    let folder = try desk()
    try folder.write(
      """
      cp "$1" seen.txt; stat -c %a "$1" > mode.txt
      printf 'The army has\n retaken Kidal.\n# a remark\n' > "$1"
      """, to: "editor.sh")
    func run(_ variables: String) async throws -> BreveProcess {
      try await BreveProcess.shell(
        "printf 'e\nq\n' | env -u VISUAL -u EDITOR \(variables) "
          + "script -qec 'breve review kidal.txt --user anne --memory desk.memory --memory desk.tmx' /dev/null",
        in: folder.path)
    }
    let failed = try await run("EDITOR='false'")
    #expect(failed.output.contains("'false' could not be run"), "\(failed.output)")
    #expect(try !folder.names().contains("desk.memory"))
    let done = try await run("EDITOR='sh editor.sh'")
    #expect(done.output.contains("1 edited; memory: desk.memory"), "\(done.output)")
    #expect(
      try folder.text("seen.txt")
        == "The army retook the town of Kidal on Tuesday.\n# \(Self.sentences[0])\n")
    #expect(try folder.text("mode.txt") == "600\n")
    #expect(
      try await rows(in: folder)[0] == "memory-context|reviewed|The army has retaken Kidal.")
    // VISUAL comes first.
    _ = try await run("VISUAL='sh editor.sh' EDITOR='false'")
    #expect(try folder.text("seen.txt").hasPrefix("The army has retaken Kidal.\n"))
  }

  @Test("What is shown and said in a session is as it was")
  func golden() async throws {
    let folder = try desk()
    var out = ""
    func show(_ command: String, _ run: BreveProcess) {
      out += "$ \(command)\n\(run.output)--- errors ---\n\(run.errors)--- status \(run.status)\n\n"
    }
    let table = ["bilingual", "kidal.txt", "--format", "tsv"]
    show(
      "bilingual --format tsv",
      try await BreveProcess.run(table + ["--memory", "desk.tmx"], in: folder.path))
    let lines = [
      "w", "a", "?", "w", "e The minister praised 13 soldiers.", "u", "r", "hm", "w",
      "e Residents have waited for aid for two months.", "q",
    ]
    show("review: " + lines.joined(separator: " / "), try await review(lines, in: folder))
    show("review: a / s", try await review(["a", "s"], in: folder))
    show(
      "bilingual --format tsv", try await BreveProcess.run(table + Self.memories, in: folder.path))
    // One row is changed, one left out, one is said to be another sentence.
    _ = try await BreveProcess.run(
      ["bilingual", "kidal.txt", "-o", "kidal.xliff"] + Self.memories, in: folder.path)
    var text = try folder.text("kidal.xliff").replacing(
      "The army retook the town of Kidal on Tuesday.", with: "The army is in Kidal.")
    text = text.replacing("<source>Les habitants", with: "<source>Des habitants")
    text = text.replacingOccurrences(
      of: "(?s)<unit id=\"kidal-4[0-9]-.*?</unit>", with: "", options: .regularExpression)
    try folder.write(text, to: "kidal.xliff")
    show(
      "review --import kidal.xliff",
      try await BreveProcess.run(
        ["review", "--import", "kidal.xliff", "--user", "anne"] + Self.memories, in: folder.path))
    let difference = try Golden("review-session.txt").difference(from: out)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("Edited English is checked")
  func checked() async throws {
    let folder = try desk()
    let run = try await review(["s", "e The minister praised 13 wounded soldiers."], in: folder)
    #expect(run.errors.contains("⚠ number:"))
    #expect(run.output == "2\tedited\t1\n")
  }

  @Test(
    "Wrong usage and wrong files are named",
    arguments: [
      (["-"], Int32(64), "name the article as a file"), (["none.txt"], 2, "none.txt"),
      (["odd.json"], 2, "odd.json: this is no bilingual brief in JSON"),
      (["kidal.txt", "--memory", "desk.tmx"], 64, "no memory of breve memory"),
      (["kidal.txt", "--memory", "a.memory", "--memory", "b.memory"], 64, "a.memory and b.memory"),
    ])
  func usage(arguments: [String], status: Int32, message: String) async throws {
    let folder = try desk()
    try folder.write("{\"version\": 1}", to: "odd.json")
    let run = try await BreveProcess.run(["review"] + arguments, in: folder.path)
    #expect(run.status == status)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("Without --memory it is breve.memory beside the nearest Glossary, made when needed")
  func nearest() async throws {
    let folder = try desk()
    try folder.write("L'armée avance.\n", to: "sub/one.txt")
    let run = try await BreveProcess.run(
      ["review", "one.txt"], input: Array("e The army is advancing.\n".utf8),
      in: folder.path("sub"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.names().contains("breve.memory"))
    let brief = try await BreveProcess.run(
      ["bilingual", "one.txt", "--format", "tsv"], in: folder.path("sub"))
    #expect(brief.output.contains("The army is advancing.\tmemory-exact\t100\treviewed"))
  }
}
