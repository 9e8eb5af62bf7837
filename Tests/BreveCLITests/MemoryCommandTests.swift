// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve memory")
struct MemoryCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func breve(_ arguments: String...) async throws -> BreveProcess {
    try await BreveProcess.run(["memory"] + arguments, in: folder.path)
  }

  private func importTable(_ text: String, _ name: String = "t.tsv") async throws -> BreveProcess {
    try folder.write(Array(text.utf8), to: name)
    return try await breve("import", name, "--memory", "m", "--pair", "fr", "en")
  }

  @Test("A table comes out as it went in")
  func roundTrip() async throws {
    let table = "Bonjour.\tHello.\nUn accord\t\nÀ l’été 2021\tIn summer 2021\n"
    let taken = try await importTable(table)
    #expect(taken.status == 0 && taken.errors == "")
    #expect(
      taken.output
        == "t.tsv: 3 read, 3 added, 0 updated, 0 duplicate, 0 skipped; 1 of those added have one language only\n"
    )
    let export = try await breve("export", "--format", "tsv", "--memory", "m", "--pair", "fr", "en")
    #expect(export.status == 0 && export.output == table)
    let back = try await breve("export", "--format", "tsv", "--memory", "m", "--pair", "en", "fr")
    #expect(back.output == "Hello.\tBonjour.\nIn summer 2021\tÀ l’été 2021\n")
  }

  @Test("What is there is not added again, and a missing language is added")
  func duplicates() async throws {
    _ = try await importTable("a b\t\nc d\tC D\n")
    let again = try await importTable("a b\tA B\nc d\tC D\nc d\tSEE DEE\n\tno source\n\t\n")
    #expect(
      again.output.hasPrefix("t.tsv: 5 read, 2 added, 1 updated, 1 duplicate, 1 skipped;"))
    #expect(again.errors == "breve: t.tsv:5: skipped: there is no text in it\n")
    let log = try await breve("log", "1", "--memory", "m")
    #expect(log.output.contains("unit 1  updated\n    en  A B\n"))
  }

  @Test("Units are added, edited, reviewed, removed and brought back")
  func life() async throws {
    let added = try await breve(
      "add", "Le chat dort.", "The cat sleeps.", "--memory", "m", "--user", "anne")
    #expect(added.status == 0 && added.output == "1\n")
    #expect(
      try await breve("edit", "1", "--target", "The cat is asleep.", "--memory", "m").status == 0)
    #expect(try await breve("review", "1", "--state", "approved", "--memory", "m").status == 0)
    #expect(try await breve("remove", "1", "--memory", "m").status == 0)
    #expect(try await breve("export", "--format", "tsv", "--memory", "m").output == "")
    let missing = try await breve("remove", "1", "7", "--memory", "m")
    #expect(missing.status == 2)
    #expect(missing.errors.split(separator: "\n").count == 2)
    #expect(
      missing.errors.hasPrefix(
        "breve: m: there is no unit 1; breve memory match and concordance print the numbers\n"))
    let log = try await breve("log", "1", "--memory", "m")
    let kinds = log.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      .map { $0.split(separator: "  ").dropFirst(4).joined(separator: " ") }
    #expect(kinds == ["added", "edited", "reviewed draft → approved", "removed"])
    #expect(log.output.contains("  anne  unit 1  added"))
    #expect(log.output.contains("The cat [-sleeps-]{+is asleep+}."))
    #expect(try await breve("undo", "1", "--memory", "m").status == 0)
    #expect(
      try await breve("export", "--format", "tsv", "--memory", "m").output
        == "Le chat dort.\tThe cat is asleep.\n")
    for _ in 0..<3 { #expect(try await breve("undo", "1", "--memory", "m").status == 0) }
    #expect(try await breve("export", "--format", "tsv", "--memory", "m").output == "")
    let end = try await breve("undo", "1", "--memory", "m")
    #expect(end.errors == "breve: unit 1: there is nothing left to take back\n")
  }

  @Test("Statistics, compact and backup")
  func upkeep() async throws {
    _ = try await importTable("a\tA\nb\t\nc\tC\n")
    _ = try await breve("remove", "3", "--memory", "m")
    #expect(try await breve("compact", "--memory", "m").status == 0)
    #expect(try await breve("backup", "copy", "--memory", "m").status == 0)
    let again = try await breve("backup", "copy", "--memory", "m")
    #expect(again.status == 2 && again.errors.contains("a file is there already"))
    for name in ["m", "copy"] {
      let statistics = try await breve("statistics", "--memory", name, "--format", "json")
      #expect(
        statistics.output
          == #"{"version":1,"units":2,"incomplete":1,"states":[{"state":"imported","units":2}],"#
          + #""languages":[{"language":"fr","variants":2},{"language":"en","variants":1}],"#
          + #""textBytes":3,"changes":4}"# + "\n")
    }
    #expect(try await breve("log", "3", "--memory", "copy").output.contains("removed"))
  }

  @Test("The memory is found in the nearest folder upward that has a glossary")
  func nearest() async throws {
    try folder.write([], to: "Glossary/x")
    try folder.write([], to: "deep/er/x")
    let run = try await BreveProcess.run(
      ["memory", "add", "Oui", "Yes"], in: folder.path("deep/er"))
    #expect(run.status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("breve.memory")))
  }

  @Test(
    "Wrong usage says what to do",
    arguments: [
      (["add", "a", "--pair", "fr"], "takes two languages"),
      (["add", "a", "--pair", "fr", "fr"], "two different languages"),
      (["add", "a", "--pair", "fr", "english"], "two tags such as fr and en-GB"),
      (["log", "--limit", "0"], "--limit is at least 1, not 0"),
    ])
  func usage(arguments: [String], message: String) async throws {
    let run = try await BreveProcess.run(
      ["memory"] + arguments + ["--memory", "m"], in: folder.path)
    #expect(run.status == 64)
    #expect(run.errors.contains(message))
  }

  @Test("Matches as the machine interface has them, with the lines of the file")
  func matchesAsJSON() async throws {
    _ = try await importTable("Le chat dort.\tThe cat sleeps.\nLe chat mange.\t\nAutre chose\t\n")
    try folder.write("Le chat dort.\nRien de tel\n", to: "q")
    let run = try await breve(
      "match", "--file", "q", "--memory", "m", "--minimum-rate", "70", "--limit", "5", "--format",
      "jsonl", "--metric", "plain", "--pair", "fr", "en")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output
        == #"{"query":"Le chat dort.","matches":[{"rate":100.0,"source":"Le chat dort.","target":"The cat sleeps.","unit":1,"line":0,"state":"imported","penalties":[]},"#
        + #"{"rate":75.0,"source":"Le chat mange.","target":null,"unit":2,"line":1,"state":"imported","penalties":[]}]}"#
        + "\n" + #"{"query":"Rien de tel","matches":[]}"# + "\n")
    let back = try await breve("match", "the cat sleeps", "--memory", "m", "--pair", "en", "fr")
    #expect(back.status == 0 && back.output.contains("Le chat dort."))
  }

  @Test("Matches for people, and nothing found")
  func matchesForPeople() async throws {
    _ = try await importTable("Le chat noir dort.\tThe black cat sleeps.\nLe chat mange.\t\n")
    let run = try await breve(
      "match", "Le chien noir dort.", "--memory", "m", "--minimum-rate", "60", "--limit", "1")
    #expect(
      run.output
        == "80.0 %  unit 1  imported\n    Le [-chat-]{+chien+} noir dort.\n    The black cat sleeps.\n"
    )
    let coloured = try await breve(
      "match", "--color", "always", "--memory", "m", "--pair", "fr", "en", "Le chat noir dort !")
    #expect(coloured.output.contains("\u{1B}[31;9m.\u{1B}[0m"))
    let none = try await breve("match", "Tout autre texte", "--memory", "m")
    #expect(none.status == 1 && none.output == "" && none.errors.contains("no unit reaches 70"))
    for (arguments, message) in [
      (["match", "--memory", "m"], "which text?"),
      (["match", "a", "--file", "q"], "not both"),
      (["match", "a", "--minimum-rate", "101"], "between 0 and 100, not 101.0"),
      (["match", "a", "--limit", "0"], "at least 1, not 0"),
    ] {
      let run = try await BreveProcess.run(["memory"] + arguments, in: folder.path)
      #expect(run.status == 64 && run.errors.contains(message))
    }
  }

  @Test("Penalties are listed, and an exact match between the same lines is told")
  func penaltiesAndContext() async throws {
    let tmx = """
      <tmx version="1.4"><header srclang="fr" segtype="sentence" adminlang="en" datatype="plaintext" \
      creationtool="t" creationtoolversion="1" o-tmf="t"/><body>
      <tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>
      <tu><prop type="x-context-pre">Vient-il ?</prop><tuv xml:lang="fr"><seg>Oui.</seg></tuv>\
      <tuv xml:lang="en"><seg>He is.</seg></tuv></tu>
      <tu><tuv xml:lang="fr"><seg>L’Article 12</seg></tuv></tu></body></tmx>
      """
    try folder.write(Array(tmx.utf8), to: "c.tmx")
    #expect(try await breve("import", "c.tmx", "--memory", "m").status == 0)
    try folder.write("Vient-il ?\n\nOui.\n", to: "q")
    let run = try await breve(
      "match", "--file", "q", "--memory", "m", "--format", "jsonl", "--limit", "1")
    #expect(
      run.output
        == #"{"query":"Vient-il ?","matches":[]}"# + "\n" + #"{"query":"","matches":[]}"# + "\n"
        + #"{"query":"Oui.","matches":[{"rate":100.0,"source":"Oui.","target":"He is.","unit":2,"line":1,"state":"imported","penalties":[],"context":true}]}"#
        + "\n")
    let article = try await breve(
      "match", "l'article 14", "--memory", "m", "--format", "jsonl", "--pair", "fr", "en")
    #expect(
      article.output
        == #"{"query":"l'article 14","matches":[{"rate":72.0,"source":"L’Article 12","target":null,"unit":3,"line":2,"state":"imported","penalties":[{"kind":"case","percent":1.0},{"kind":"numbers","percent":2.0}]}]}"#
        + "\n")
    let shown = try await breve("match", "l'article 14", "--memory", "m")
    #expect(
      shown.output
        == "72.0 %  unit 3  imported  case -1  numbers -2\n"
        + "    [-L-]{+l+}'[-Article-]{+article+} [-12-]{+14+}\n    (no translation)\n")
    let text = try await breve("match", "--file", "q", "--memory", "m", "--limit", "1")
    #expect(text.output.contains("unit 2  imported  in context\n"))
  }

  @Test("Words in context, on both sides")
  func concordance() async throws {
    _ = try await importTable(
      "Une mise en demeure.\tA formal notice.\nMises en demeure\t\nDemeure\tResidence\n")
    func find(_ arguments: String...) async throws -> BreveProcess {
      try await BreveProcess.run(
        ["memory", "concordance", "--memory", "m"] + arguments, in: folder.path)
    }
    let run = try await find("mise en demeure", "--phrase")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output
        == "unit 2  imported\n    [Mises en demeure]\n    (no translation)\n"
        + "unit 1  imported\n    Une [mise en demeure].\n    A formal notice.\n")
    let json = try await find("formal", "--format", "json", "--pair", "fr", "en")
    #expect(
      json.output
        == #"{"version":1,"words":"formal","regex":null,"units":[{"unit":1,"line":0,"state":"imported","source":{"text":"Une mise en demeure.","hits":[]},"#
        + #""target":{"text":"A formal notice.","hits":[{"utf8":[2,8],"utf16":[2,8]}]}}],"more":false}"#
        + "\n")
    let limited = try await find("demeure", "--limit", "1", "--context", "0")
    #expect(limited.output == "unit 3  imported\n    [Demeure]\n    Residence\n")
    #expect(limited.errors.contains("there are more units"))
    let coloured = try await find("demeure", "--color", "always", "--regex", "^UNE")
    #expect(coloured.output.contains("\u{1B}[1;33mdemeure\u{1B}[0m."))
    let pattern = try await find("--regex", "mises?")
    #expect(pattern.output.contains("[Mises] en demeure") && pattern.output.contains("[mise] en"))
    for (pattern, units) in [
      ("en d[eé]meure|residence", [1, 2, 3]), ("(?:Une|Des) mise", [1]), ("x?formal", [1]),
      ("m.s(e|es) en", [1, 2]), ("^demeure$", [3]), ("(?i)RESIDENCE", [3]), ("\\bnot\\w+", [1]),
      ("rési?dence", []), ("residencex*", [3]), ("re{1}sidence", [3]), ("\\x72esid", [3]),
    ] {
      let run = try await find("--regex", pattern)
      let found = run.output.split(separator: "\n").compactMap {
        $0.hasPrefix("unit ") ? Int($0.dropFirst(5).prefix { $0 != " " }) : nil
      }
      #expect(found == units && run.status == (units.isEmpty ? 1 : 0), "\(pattern): \(run.errors)")
    }
    let none = try await find("rien")
    #expect(none.status == 1 && none.output == "" && none.errors.contains("no unit of "))
    for (arguments, message) in [
      ([], "which words?"), (["?!"], "which words?"), (["a", "--regex", "("], "'(' is none"),
      (["a", "--limit", "0"], "at least 1, not 0"), (["a", "--context", "-1"], "--context"),
    ] {
      let run = try await BreveProcess.run(
        ["memory", "concordance", "--memory", "m"] + arguments, in: folder.path)
      #expect(run.status == 64 && run.errors.contains(message), "\(arguments)")
    }
  }

  @Test("Train, and the likely words of the other side are marked")
  func likelyWords() async throws {
    var table = ""
    let nouns = [("chat", "cat"), ("loi", "law"), ("accord", "deal"), ("maire", "mayor")]
    for one in nouns {
      for other in nouns {
        for verb in [("voit", "sees"), ("change", "alters")] {
          table += "Le \(one.0) \(verb.0) le \(other.0).\tThe \(one.1) \(verb.1) the \(other.1).\n"
        }
      }
    }
    _ = try await importTable(table)
    let request = [
      "memory", "concordance", "chat", "--regex", "chat voit le chat", "--memory", "m",
    ]
    let before = try await BreveProcess.run(request + ["--format", "json"], in: folder.path)
    #expect(!before.output.contains("likely"))
    let plain = try await breve(
      "match", "Le chat voit le roi.", "--format", "jsonl", "--memory", "m")
    #expect(plain.status == 0 && !plain.output.contains("likely"))
    let trained = try await breve("train", "--memory", "m", "--jobs", "1")
    #expect(trained.status == 0 && trained.output.hasPrefix("m.index/fr-en.words: 32 pairs, "))
    let text = try await BreveProcess.run(request, in: folder.path)
    #expect(text.output.contains("Le [chat] voit le [chat].\n    The {cat} sees the {cat}.\n"))
    let json = try await BreveProcess.run(request + ["--format", "json"], in: folder.path)
    #expect(
      json.output.contains(
        #""hits":[],"likely":[{"utf8":[4,7],"utf16":[4,7]},{"utf8":[17,20],"utf16":[17,20]}]}"#))
    let turned = try await breve(
      "concordance", "cat", "--regex", "cat sees the cat", "--memory", "m", "--pair", "en", "fr")
    #expect(turned.output.contains("The [cat] sees the [cat].\n    Le {chat} voit le {chat}.\n"))
    let match = ["match", "Le chat voit le roi.", "--limit", "1", "--memory", "m"]
    let found = try await BreveProcess.run(["memory"] + match, in: folder.path)
    #expect(found.output.contains("le [-chat-]{+roi+}.\n    The cat sees the {cat}.\n"))
    let ranges = try await BreveProcess.run(
      ["memory"] + match + ["--format", "jsonl"], in: folder.path)
    #expect(ranges.output.contains(#""penalties":[],"likely":[{"utf8":[17,20],"utf16":[17,20]}]"#))
    let coloured = try await BreveProcess.run(
      ["memory"] + match + ["--color", "always"], in: folder.path)
    #expect(coloured.output.contains("The cat sees the \u{1B}[4;36mcat\u{1B}[0m.\n"))
    let back = try await breve(
      "match", "The cat sees the king.", "--limit", "1", "--pair", "en", "fr", "--memory", "m")
    #expect(back.output.contains("    Le chat voit le {chat}.\n"))
    let added = try await breve(
      "match", "Le chat voit bien LE chat!", "--limit", "1", "--minimum-rate", "50", "--memory", "m"
    )
    #expect(added.output.contains("    The cat sees the cat.\n"))
    let none = try await breve("train", "--pair", "fr", "de", "--memory", "m")
    #expect(none.status == 1 && none.errors.contains("no unit has both fr and de"))
    try folder.write("rubbish", to: "m.index/fr-en.words")
    let damaged = try await BreveProcess.run(request + ["--format", "json"], in: folder.path)
    #expect(damaged.status == 0 && damaged.output == before.output)
    #expect(
      damaged.errors.contains(
        "m.index/fr-en.words: not used: it is damaged; breve memory train makes it anew"))
    let unmarked = try await BreveProcess.run(
      ["memory"] + match + ["--format", "jsonl"], in: folder.path)
    #expect(unmarked.status == 0 && !unmarked.output.contains("likely"))
    #expect(unmarked.errors.contains("not used: it is damaged"))
  }

  @Test("TMX comes out as it went in, and a damaged file changes nothing")
  func tmx() async throws {
    _ = try await importTable("Un\tOne\nDeux\t\n")
    #expect(try await breve("export", "-o", "e.tmx.gz", "--memory", "m").status == 0)
    let taken = try await breve("import", "e.tmx.gz", "--memory", "n")
    #expect(taken.output.hasPrefix("e.tmx.gz: 2 read, 2 added"))
    let export = try await breve("export", "--format", "tsv", "--memory", "n")
    #expect(export.output == "Un\tOne\nDeux\t\n")
    try folder.write("a\tA\nb\tB\tc\nd\tD\n", to: "bad.tsv")
    let refused = try await breve("import", "bad.tsv", "--memory", "n")
    #expect(refused.status == 2 && refused.output == "")
    #expect(
      refused.errors
        == "breve: bad.tsv:2: it has 3 columns, not two; mend the line\n"
        + "breve: bad.tsv: nothing of it was taken in\n"
    )
    let kept = try await breve("import", "bad.tsv", "--memory", "n", "--keep-going")
    #expect(
      kept.status == 0
        && kept.output.hasPrefix("bad.tsv: 3 read, 2 added, 0 updated, 0 duplicate, 1 skipped"))
    #expect(kept.errors == "breve: bad.tsv:2: skipped: it has 3 columns, not two\n")
  }

  @Test("A memory that is not there, no memory, or of a later Breve is refused")
  func refusals() async throws {
    let none = try await breve("statistics", "--memory", "none")
    #expect(none.status == 2)
    #expect(
      none.errors
        == "breve: none: there is no such memory; make one with breve memory import FILE --memory none\n"
    )
    try folder.write(Array(String(repeating: "text ", count: 500).utf8), to: "text")
    let text = try await breve("statistics", "--memory", "text")
    #expect(text.status == 2)
    #expect(
      text.errors == "breve: text: this is not a memory of Breve; name another file with --memory\n"
    )
  }
}
