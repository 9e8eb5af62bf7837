// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Testing

@Suite("Glossaries of other languages than French and English")
struct GlossaryPairTests {
  private static let desk = "Friedensabkommen;peace agreement\nGeisel;hostage\n"

  private static func run(_ folder: TemporaryFolder, _ line: String) async throws -> BreveProcess {
    try await BreveProcess.shell("breve glossary " + line, in: folder.path(""))
  }

  @Test("A file of two languages makes a glossary of them, which goes out again")
  func germanAndEnglish() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.desk, to: "desk.csv")
    let taken = try await Self.run(
      folder, "import desk.csv --glossary de.tsv --pair de en --dry-run")
    #expect(taken.status == 0 && taken.output.contains("2 added"), "\(taken.errors)")
    #expect(try folder.names() == ["desk.csv"])
    let made = try await Self.run(folder, "import desk.csv --glossary de.tsv --pair de en")
    #expect(made.status == 0, "\(made.errors)")
    let table = try folder.text("de.tsv")
    #expect(table.hasPrefix("id\tde\ten\tde_variants\ten_variants\tpos\t"))
    #expect(table.contains("\npeace-agreement\tFriedensabkommen\tpeace agreement\t"))
    let again = try await Self.run(folder, "import desk.csv --glossary de.tsv --pair de en")
    #expect(again.output.contains("2 there already"), "\(again.output)")
    let google = try await Self.run(folder, "export --to google --glossary de.tsv")
    #expect(google.output.hasPrefix("de,en,pos,description\nFriedensabkommen,peace agreement,"))
    let check = try await Self.run(folder, "check --glossary de.tsv")
    let findings = check.output.split(separator: "\n")
    #expect(findings.allSatisfy { $0.hasSuffix(" is empty; fill it in") }, "\(check.output)")
    let tbx = try await Self.run(folder, "export --to tbx --glossary de.tsv -o de.tbx")
    #expect(tbx.status == 0)
    #expect(try folder.text("de.tbx").contains("<langSec xml:lang=\"de\">"))
    let back = try await Self.run(folder, "import de.tbx --glossary back.tsv --pair de en")
    #expect(back.status == 0, "\(back.errors)")
    #expect(try folder.text("back.tsv") == table)
  }

  @Test("The order of the columns, the direction and the codes are those that are asked for")
  func directions() async throws {
    let folder = try TemporaryFolder()
    try folder.write("hostage,Geisel\n", to: "turned.csv")
    let made = try await Self.run(folder, "import turned.csv --glossary en.tsv --pair en de")
    #expect(made.status == 0, "\(made.errors)")
    #expect(try folder.text("en.tsv").contains("\thostage\tGeisel\t"))
    try folder.write("Abkommen,agreement\n", to: "plain.csv")
    let turned = try await Self.run(folder, "import plain.csv --glossary en.tsv --pair de en")
    #expect(turned.status == 0, "\(turned.errors)")
    #expect(try folder.text("en.tsv").contains("\tagreement\tAbkommen\t"))
    try folder.write("deu;en-GB\nWaffenruhe;ceasefire\n", to: "named.csv")
    #expect(try await Self.run(folder, "import named.csv --glossary en.tsv").status == 0)
    #expect(try folder.text("en.tsv").contains("\tceasefire\tWaffenruhe\t"))
    let other = try await Self.run(
      folder, "export --to amazon --glossary en.tsv --pair de-AT en-GB")
    #expect(
      other.output
        == "de-at,en-gb\nAbkommen,agreement\nWaffenruhe,ceasefire\nGeisel,hostage\n")
  }

  @Test("Languages that a glossary has not are refused, and nothing is changed")
  func refused() async throws {
    let folder = try TemporaryFolder()
    try folder.write("id\tfr\ten\nhostage\totage\thostage\n", to: "g.tsv")
    try folder.write("rehén,hostage\n", to: "es.csv")
    let taken = try await Self.run(folder, "import es.csv --glossary g.tsv --pair es en")
    #expect(taken.status == 2)
    #expect(taken.errors.contains("g.tsv: the glossary is of 'fr' and 'en', not of 'es' and 'en'"))
    #expect(try folder.text("g.tsv") == "id\tfr\ten\nhostage\totage\thostage\n")
    let export = try await Self.run(folder, "export --to csv --glossary g.tsv --pair es en")
    #expect(export.status == 2 && export.errors.contains("not of 'es' and 'en'"))
    let one = try await Self.run(folder, "export --to csv --glossary g.tsv --pair es")
    #expect(one.status == 64)
  }
}
