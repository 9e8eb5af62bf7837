// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve glossary, init and doctor")
struct GlossaryCommandTests {
  /// What a line of a shell prints and how it ends, as a person sees it who is called Anna on a certain day.
  private func transcript(_ lines: [String], in folder: TemporaryFolder) async throws -> String {
    var text = ""
    for line in lines {
      let run = try await BreveProcess.shell(
        "export BREVE_USER=anna SOURCE_DATE_EPOCH=1795255200; \(line)", in: folder.path)
      text += "$ \(line)\n" + run.output + run.errors
      if run.status != 0 { text += "(exit status \(run.status))\n" }
    }
    return text
  }

  @Test("A glossary is kept from its first line to its history")
  func session() async throws {
    let folder = try TemporaryFolder()
    let add = "breve glossary add"
    let text = try await transcript(
      [
        "breve init --empty", "breve init", "cat Glossary/fr-en.tsv",
        "\(add) 'coupeur de route' 'highway robber' --domain security --gender m",
        "\(add) actuellement currently --pos adverb --domain false-friends",
        "\(add) actuellement actually --status deprecated --pos adverb --domain false-friends",
        "\(add) Actuellement presently --domain false-friends",
        "\(add) actuellement 'at present'", "\(add) actuellement currently",
        "\(add) 'État’s  chose' thing --domain defnce", "\(add) '' x", "\(add) x",
        "\(add) voleur 'Highway robber' --domain security",
        "\(add) junte junta --status prefered", "\(add) junte junta --set colour=red",
        "printf 'junte\\tjunta\\nONU\\tUN\\nseul\\ncoupeur de route\\thighway robber\\n' > more.tsv",
        "\(add) --from more.tsv --domain politics", "\(add) --from more.tsv",
        "breve glossary edit junte --en 'military junta' --note 'Not: council.'",
        "breve glossary edit junte --note 'Not: council.'", "breve glossary edit actuellement",
        "breve glossary edit actuellement --domain defence",
        "breve glossary edit actuellement actually --status preferred",
        "breve glossary edit currently --all --domain politics",
        "breve glossary edit junt --en x", "breve glossary show CURRENTLY",
        "breve glossary show rien", "breve glossary remove ONU", "breve glossary undo",
        "breve glossary undo 0", "breve glossary log --limit 3", "breve glossary search jounte",
        "breve glossary search rien", "breve glossary list", "breve glossary list --domain defnce",
        "breve glossary list --status deprecated --format tsv",
        "breve glossary list --domain security --format json", "breve glossary stats",
        "breve glossary check", "cat Glossary/fr-en.tsv",
      ], in: folder)
    #expect(try Golden("glossary-session.txt").difference(from: text) == nil)
  }

  @Test("Versions are compared and brought together")
  func versions() async throws {
    let folder = try TemporaryFolder()
    let header = "id\tfr\ten\tstatus\tnote\n"
    try folder.write(
      header + "a\ta\tb\tpreferred\t\nc\tc\td\tpreferred\t\ne\te\tf\tpreferred\t\n", to: "base.tsv")
    try folder.write(
      header
        + "a\ta\tB\tpreferred\tmine\nc\tc\td\tpreferred\t\ne\te\tf\tpreferred\t\ng\tg\th\tpreferred\t\n",
      to: "mine.tsv")
    try folder.write(
      header + "a\ta\tb\tadmitted\t\ne\te\tf\tpreferred\t\ni\ti\tj\tpreferred\t\n", to: "theirs.tsv"
    )
    try folder.write(
      header + "a\ta\tbee\tpreferred\t\ne\te\tf\tpreferred\tchanged\ng\tg\thh\tpreferred\t\n",
      to: "clash.tsv")
    try folder.write("a b\n", to: "broken.tsv")
    try folder.write("z\ty\nc\td\n", to: "plain.tsv")
    let text = try await transcript(
      [
        "breve glossary diff base.tsv mine.tsv", "breve glossary diff base.tsv base.tsv",
        "breve glossary diff base.tsv theirs.tsv", "breve glossary diff base.tsv none.tsv",
        "breve glossary merge mine.tsv theirs.tsv --base base.tsv -o merged.tsv",
        "cat merged.tsv", "breve glossary merge mine.tsv clash.tsv --base base.tsv",
        "breve glossary merge theirs.tsv clash.tsv --base base.tsv",
        "breve glossary merge base.tsv clash.tsv", "breve glossary merge base.tsv base.tsv | wc -l",
        "breve glossary merge base.tsv broken.tsv", "breve glossary merge plain.tsv base.tsv",
        "breve glossary merge plain.tsv plain.tsv",
        "printf 'id\\tfr\\ten\\nx\\ta\\tb\\n' > twice.tsv; breve glossary merge base.tsv twice.tsv",
        "ls",
      ], in: folder)
    #expect(try Golden("glossary-versions.txt").difference(from: text) == nil)
  }

  @Test("The nearest glossary above is used, then the one built in, which is read only")
  func location() async throws {
    let folder = try TemporaryFolder()
    try folder.write("id\tfr\ten\nx\tici\there\n", to: "Glossary/fr-en.tsv")
    try folder.write("x", to: "a/b/note.txt")
    try folder.write("id\tfr\ten\nx\tailleurs\telsewhere\n", to: "a/other.tsv")
    let near = try await transcript(
      [
        "cd a/b && breve glossary search ici",
        "cd a/b && breve glossary search ailleurs --glossary ../other.tsv",
      ],
      in: folder)
    #expect(near.contains("ici     here") && near.contains("ailleurs  elsewhere"))
    let empty = try TemporaryFolder()
    let builtIn = try await transcript(
      [
        "breve glossary search cedeao --limit 1 --format tsv", "breve glossary add a b",
        "breve glossary undo",
      ],
      in: empty)
    #expect(builtIn.contains("\tCEDEAO\tECOWAS\t"))
    #expect(
      builtIn.split(separator: "\n").count { $0.contains("so the built-in glossary is used") } == 1)
    #expect(builtIn.contains("the built-in glossary is read only; make one with breve init"))
    #expect(try empty.names() == [])
  }

  @Test("The built-in glossary is the one of the checkout, and breve init writes it")
  func builtIn() async throws {
    let folder = try TemporaryFolder()
    let run = try await BreveProcess.run(["init", "desk"], in: folder.path)
    #expect(run.status == 0)
    #expect(
      run.output
        == "desk/Glossary/fr-en.tsv\ndesk/Glossary/domains.tsv\ndesk/Glossary/README.md\ndesk/Glossary/PROVENANCE.md\n"
    )
    for name in ["fr-en.tsv", "domains.tsv", "README.md", "PROVENANCE.md"] {
      #expect(
        try folder.text("desk/Glossary/" + name) == Repository.text("Glossary/" + name), "\(name)")
    }
  }

  @Test("JSON has the documented members")
  func json() async throws {
    let folder = try TemporaryFolder()
    try folder.write("id\tfr\ten\tx\n\ta\tb\ty\n", to: "g.tsv")
    let run = try await BreveProcess.run(
      ["glossary", "show", "a", "--format", "json", "--glossary", "g.tsv"], in: folder.path)
    #expect(
      run.output == """
        {"version":1,"entries":[{"term":"a","translation":"b","entry":"2","status":"preferred","line":2,\
        "termVariants":[],"translationVariants":[],"partOfSpeech":"noun","gender":null,"domain":null,\
        "isUntranslated":false,"matching":"inflect","definition":null,"note":null,"source":null,\
        "created":null,"changed":null,"others":[{"column":"x","value":"y"}]}]}

        """)
    let check = try await BreveProcess.run(
      ["glossary", "check", "--format", "json", "--glossary", "g.tsv"], in: folder.path)
    #expect(check.status == 1)
    #expect(
      check.output
        == "{\"version\":1,\"findings\":[{\"path\":\"g.tsv\",\"line\":2,\"kind\":\"empty\",\"text\":\"id is empty; fill it in\"}]}\n"
    )
  }

  @Test("The doctor says what is there, and the exit status whether all is")
  func doctor() async throws {
    let run = try await BreveProcess.run(["doctor"])
    #expect(run.output.contains("ICU") && run.output.contains("French dictionary"))
    #expect(run.status == (run.output.contains("\nmissing") ? 1 : 0))
    #expect(run.output.contains("apt-get install hunspell-fr") == run.output.contains("\nmissing"))
    let json = try await BreveProcess.run(["doctor", "--format", "json"])
    let document = try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any]
    #expect((document?["parts"] as? [[String: Any]])?.count == 6)
  }

  @Test("Two processes that add at once lose nothing")
  func together() async throws {
    let count = 40
    let folder = try TemporaryFolder()
    func loop(_ letter: String) -> String {
      "i=0; while [ $i -lt \(count) ]; do i=$((i+1)); "
        + "breve glossary add \"\(letter)-$i\" \"\(letter) $i\" --glossary g.tsv >/dev/null || exit 9; done"
    }
    async let one = BreveProcess.shell(loop("a"), in: folder.path)
    async let other = BreveProcess.shell(loop("é"), in: folder.path)
    let runs = try await [one, other]
    #expect(runs.map(\.status) == [0, 0], "\(runs.map(\.errors))")
    let lines = try folder.text("g.tsv").split(separator: "\n").dropFirst()
    #expect(lines.count == 2 * count)
    let terms = lines.map { String($0.split(separator: "\t")[1]) }
    #expect(Set(terms).count == 2 * count)
    let records = try folder.text("g.history.jsonl").split(separator: "\n")
    #expect(records.count == 2 * count)
    #expect(records.allSatisfy { $0.contains("\"action\":\"add\"") })
    let check = try await BreveProcess.run(
      ["glossary", "check", "--kind", "order", "--kind", "duplicate", "--glossary", "g.tsv"],
      in: folder.path)
    #expect(check.status == 0, "\(check.output)")
    #expect(try folder.names() == ["g.history.jsonl", "g.tsv"])
  }

  @Test("A process that is killed leaves the old file or the new one, and the next one goes on")
  func killed() async throws {
    let folder = try TemporaryFolder()
    // So many lines that there is something to interrupt.
    let lines = (0..<20_000).map { "c-\($0)\tterme \(String($0 + 100_000))\tterm \($0)\n" }.joined()
    try folder.write("id\tfr\ten\n" + lines, to: "g.tsv")
    // At every part of a run, however long it takes here.
    let whole = try await BreveProcess.run(
      ["glossary", "add", "zone", "zone", "--glossary", "g.tsv"], in: folder.path)
    #expect(whole.status == 0, "\(whole.errors)")
    let milliseconds = max(8, Int(whole.seconds * 1_000))
    for part in 1...8 {
      let delay = "\(Double(milliseconds * part / 8) / 1_000)"
      let old = try folder.text("g.tsv")
      let before = old.split(separator: "\n").count
      _ = try await BreveProcess.shell(
        "breve glossary add 'zone \(part)' 'zone \(part)' --glossary g.tsv & sleep \(delay); kill -9 $! 2>/dev/null; wait",
        in: folder.path)
      let text = try folder.text("g.tsv")
      let after = text.split(separator: "\n").count
      #expect(text.hasSuffix("\n") && (after == before || after == before + 1))
      // Nothing but the one line is new, and every other byte is what it was.
      let others = text.split(separator: "\n").filter { !$0.contains("\tzone \(part)\t") }
      #expect(others == old.split(separator: "\n"), "\(part)")
    }
    let before = try folder.text("g.tsv").split(separator: "\n").count
    let run = try await BreveProcess.run(
      ["glossary", "add", "zz", "zz", "--glossary", "g.tsv"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.text("g.tsv").split(separator: "\n").count == before + 1)
    // The history knows of each line whether it is there.
    let log = try await BreveProcess.run(
      ["glossary", "log", "--glossary", "g.tsv"], in: folder.path)
    let added = log.output.split(separator: "\n").count {
      $0.contains("  add") && !$0.contains("never reached")
    }
    #expect(log.errors == "" && added == before + 1 - 20_001)
  }

  @Test("The manual page and the completions name every command")
  func manual() async throws {
    let page = try await BreveProcess.run(["manual"])
    #expect(page.status == 0 && page.output.hasPrefix(".TH BREVE 1 "))
    let commands = try await CommandHelp.all().map(\.command)
    #expect(commands.count > 40 && commands.contains(["memory", "concordance"]))
    for command in commands {
      let name = command.joined(separator: " ").replacing("-", with: "\\-")
      #expect(page.output.contains(".SS breve \(name)\n"), "\(name)")
    }
    #expect(!page.output.contains("breve manual") && page.output.contains("\\-\\-glossary <file>"))
    for shell in ["bash", "zsh", "fish"] {
      let script = try await BreveProcess.run(["--generate-completion-script", shell])
      #expect(script.status == 0, "\(shell)")
      for word in Set(commands.flatMap { $0 }) {
        #expect(script.output.contains(word), "\(shell) \(word)")
      }
    }
  }

  @Test("A glossary goes out to other tools and comes back")
  func exchange() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "fr,en,pos,description\njunte,junta,noun,rule by soldiers\ntrêve,truce,noun,\n", to: "g.csv")
    try folder.write("<tbx>\n<text></tbx>", to: "bad.tbx")
    let take = "breve glossary import --glossary g.tsv"
    let text = try await transcript(
      [
        "\(take) g.csv --dry-run", "ls g.tsv 2>/dev/null", "\(take) g.csv", "\(take) g.csv",
        "printf 'junte\\tcouncil\\n' > other.tsv", "\(take) other.tsv",
        "\(take) other.tsv --on-conflict both", "\(take) bad.tbx", "\(take) none.tbx",
        "cat g.tsv", "breve glossary export --to tbx --glossary g.tsv -o g.tbx",
        "breve glossary import g.tbx --glossary h.tsv", "cmp g.tsv h.tsv",
        "breve glossary export --to deepl --glossary g.tsv",
        "breve glossary export --to google --glossary g.tsv",
        "breve glossary export --to tmx --glossary g.tsv 2>/dev/null",
      ], in: folder)
    #expect(try Golden("glossary-exchange.txt").difference(from: text) == nil)
  }
}
