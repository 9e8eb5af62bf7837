// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve memory align")
struct MemoryAlignTests {
  private static let french = """
    Le vieux pont de pierre a cédé mardi matin, peu avant six heures.
    Personne ne se trouvait dessus, mais deux camions venaient de le franchir.
    Construit en 1837, l'ouvrage avait été inspecté en 2019.
    Selon le ministère, 25000 ponts sont en mauvais état dans le pays.
    Le nouveau pont coûtera quatre millions d'euros.

    """
  private static let english = """
    The old stone bridge gave way on Tuesday morning, shortly before six o'clock.
    Nobody was on it, but two lorries had just crossed.
    Built in 1837, the bridge had last been inspected in 2019.
    According to the ministry, 25000 bridges are in poor condition in the country.
    The new bridge will cost four million euros.

    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(Self.french, to: "a.fr.txt")
    _ = try folder.write(Self.english, to: "a.en.txt")
  }

  private func breve(_ arguments: String...) async throws -> BreveProcess {
    try await BreveProcess.run(["memory"] + arguments, in: folder.path)
  }

  @Test("A table is written, corrected by a person, and read back into a memory")
  func review() async throws {
    let table = try await breve("align", "a.fr.txt", "a.en.txt")
    #expect(table.status == 0)
    let rows = table.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(
      rows[0] == [
        "keep", "score", "source sentences", "target sentences", "source", "target", "document",
      ])
    #expect(rows.count == 6)
    #expect(rows[1...].allSatisfy { $0[2] == $0[3] && $0[6] == "a.fr.txt" })
    #expect(table.errors.hasPrefix("breve: a.fr.txt + a.en.txt: 5 links, "))

    let corrected =
      "\u{FEFF}target\tkeep\tsource\r\nThe old bridge gave way.\tyes\tLe vieux pont a cédé.\r\n"
      + "Nobody.\task\tPersonne.\r\n\tno\tSeul.\r\n"
    _ = try folder.write(corrected, to: "review.tsv")
    let taken = try await breve("align", "--review", "review.tsv", "--memory", "m")
    #expect(taken.status == 0 && taken.output == "")
    #expect(taken.errors.contains("1 of 3 lines are kept"))
    #expect(taken.errors.contains("review.tsv: 1 added, 0 updated, 0 duplicate, 0 skipped"))
    _ = try await breve("align", "--review", "review.tsv", "--memory", "m", "--doubtful")
    let export = try await breve("export", "--format", "tsv", "--memory", "m")
    #expect(
      export.output == "Le vieux pont a cédé.\tThe old bridge gave way.\nPersonne.\tNobody.\n")
  }

  @Test("Links go into a memory as imported units with their document and neighbours")
  func memory() async throws {
    let taken = try await breve(
      "align", "a.fr.txt", "a.en.txt", "--memory", "m", "--threshold", "0", "--domain", "roads")
    #expect(taken.status == 0 && taken.output == "")
    #expect(taken.errors.contains("a.fr.txt: 5 added, 0 updated, 0 duplicate, 0 skipped"))
    let export = try await breve("export", "--memory", "m")
    #expect(export.output.contains("<prop type=\"x-document\">a.fr.txt</prop>"))
    #expect(
      export.output.contains(
        "<prop type=\"x-context-pre\">Personne ne se trouvait dessus, mais deux camions venaient de le franchir.</prop>"
      ))
    #expect(export.output.contains("roads"))
    #expect(
      try await breve(
        "match", "Construit en 1837, l'ouvrage avait été inspecté en 2019.", "--memory", "m"
      ).status == 0)
  }

  @Test("Words are learned from a memory")
  func learning() async throws {
    var table = ""
    for number in 0..<40 {
      let word = ["zaru", "moki", "telo", "fupa"][number % 4]
      let other = ["grint", "splod", "wench", "brask"][number % 4]
      table += "\(word) \(number)\t\(other) \(number)\n"
    }
    _ = try folder.write(table, to: "words.tsv")
    _ = try await breve("import", "words.tsv", "--memory", "m")
    _ = try folder.write("zaru\nmoki moki\nfupa\n", to: "w.fr")
    _ = try folder.write(
      "grint\nwholly new words that nothing knows\nsplod splod\nbrask\n", to: "w.en")
    let links = try await breve(
      "align", "w.fr", "w.en", "--lines", "--format", "links", "--learn-from", "m")
    #expect(links.output == "0\t0\n\t1\n1\t2\n2\t3\n")
    let missing = try await breve("align", "w.fr", "w.en", "--lines", "--learn-from", "none")
    #expect(missing.status == 2 && missing.errors.contains("none"))
  }

  @Test("Links are numbers of lines from 0; empty lines have none")
  func links() async throws {
    _ = try folder.write("\n" + Self.french, to: "b.fr.txt")
    let links = try await breve(
      "align", "b.fr.txt", "a.en.txt", "--lines", "--format", "links", "--pair", "fr", "en")
    #expect(links.status == 0)
    #expect(links.output == "0\t\n1\t0\n2\t1\n3\t2\n4\t3\n5\t4\n")
    let turned = try await breve(
      "align", "--pair", "en", "fr", "a.en.txt", "b.fr.txt", "--lines", "-o", "c.links")
    #expect(turned.status == 0)
    #expect(try folder.text("c.links") == "\t0\n0\t1\n1\t2\n2\t3\n3\t4\n4\t5\n")
  }

  @Test(
    "Files of two folders belong together by their names without the language, whatever the threads"
  )
  func folders() async throws {
    for name in ["fr/a.fr.txt", "fr/b_fr.txt", "fr/c.txt", "fr/lonely.txt"] {
      _ = try folder.write(Self.french, to: name)
    }
    for name in ["en/a.en.txt", "en/b_en.txt", "en/c.txt", "en/other.en.txt"] {
      _ = try folder.write(Self.english, to: name)
    }
    let one = try await breve("align", "fr", "en", "-j", "1")
    let two = try await breve("align", "fr", "en", "-j", "2")
    #expect(one.status == 0 && one.output == two.output)
    #expect(
      one.errors.contains("fr/lonely.txt: there is no 'lonely.txt' in en, so it is left aside"))
    #expect(one.errors.contains("en/other.en.txt: there is no 'other.txt' in fr"))
    for name in ["fr/a.fr.txt", "fr/b_fr.txt", "fr/c.txt"] {
      #expect(one.output.contains("\t\(name)\n"))
    }
    let links = try await breve("align", "fr", "en", "--format", "links", "-o", "out")
    #expect(links.status == 0)
    #expect(try folder.text("out/a.txt.links") == "0\t0\n1\t1\n2\t2\n3\t3\n4\t4\n")
  }

  @Test(
    "What cannot be done is said",
    arguments: [
      (["align", "a.fr.txt"], 64, "name the source and the target"),
      (
        ["align", "a.fr.txt", "a.en.txt", "--threshold", "2"], 64,
        "--threshold takes a number from 0 to 1"
      ),
      (["align", "a.fr.txt", "none.txt"], 2, "none.txt: no such file or folder; check the path"),
      (["align", ".", "a.en.txt"], 2, "the source is a folder and the target is none"),
      (["align", "--review", "a.fr.txt"], 2, "a.fr.txt:1: the first line has to name the columns"),
    ] as [([String], Int32, String)])
  func faults(arguments: [String], status: Int32, message: String) async throws {
    let process = try await BreveProcess.run(["memory"] + arguments, in: folder.path)
    #expect(process.status == status)
    #expect(process.errors.contains(message), "\(process.errors)")
  }

  @Test("Marks of paragraphs beside a text have to fit")
  func paragraphs() async throws {
    _ = try folder.write("1\n1\n", to: "a.fr.txt.par")
    let process = try await breve("align", "a.fr.txt", "a.en.txt", "--lines")
    #expect(process.status == 2)
    #expect(
      process.errors.contains(
        "a.fr.txt.par: it has 2 numbers of paragraphs for the 5 lines of a.fr.txt"))
  }

  @Test("Texts with other numbers of lines are aligned before they are checked")
  func verify() async throws {
    _ = try folder.write(
      Self.english.replacing("Nobody was", with: "An added line.\nNobody was")
        .replacing("1837", with: "1873"), to: "b.en.txt")
    let process = try await BreveProcess.run(
      ["glossary", "verify", "a.fr.txt", "b.en.txt"], in: folder.path)
    #expect(process.status == 1)
    #expect(
      process.errors.contains(
        "a.fr.txt has 5 lines and b.en.txt 6, so they are aligned first"))
    #expect(process.output.contains("b.en.txt:4:10: number: '1837' is '1873' in the translation"))
  }

  @Test("Links are measured against those of people")
  func evaluation() async throws {
    _ = try folder.write(Self.french, to: "g/x.fr")
    _ = try folder.write(Self.english, to: "g/x.en")
    _ = try folder.write("0\t0\n1\t1\n2\t2\n3\t\n\t3\n4\t4\n", to: "g/x.gold")
    let process = try await BreveProcess.run(
      ["eval", "alignment", "g", "--threshold", "0"], in: folder.path)
    #expect(process.status == 0)
    #expect(process.output.contains("| x.en | 5 + 5 | 4 | 80.0 | 100.0 | 88.9 | 100.0 | 80.0 |"))
    #expect(process.output.contains("| **all en-fr** | 5 + 5 | 4 | 80.0 | 100.0 | 88.9 |"))
  }
}
