// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Lines")
struct LinesTests {
  private static let wrapped = """
    Le ministre des Affaires étrangères a annoncé que la coopération entre
    les deux pays serait renforcée dès le mois prochain, et que des accords
    nouveaux seraient signés à Bamako par les présidents. La défense et la
    sécurité en font partie, comme l'économie et la culture de ces régions.
    """
  private static let paragraphs = """
    Moscou a annoncé une intensification de sa coopération militaire avec le Mali.
    Le Mali, aux côtés du Burkina Faso et du Niger au sein de l’Alliance des États du Sahel, s’est détourné de la France.
    Outre la coopération militaire, la Russie et le Mali ont des relations étroites.
    Imedias.net
    """

  private func read(
    _ text: String, lines: LineMeaning? = nil, structure: ReadingOptions.Structure = .plain
  ) throws -> Document {
    var options = ReadingOptions()
    options.structure = structure
    options.lines = lines
    var reader = DocumentReader(options: options)
    return try reader.document(SourceText(text), language: .french)
  }

  @Test(
    "Are taken for what they are",
    arguments: [
      (wrapped, .wrapped), (paragraphs, .paragraphs), ("Une ligne.", .paragraphs),
      ("Un.\nDeux.\nTrois.", .paragraphs), ("", .paragraphs),
      (wrapped + "\n\n" + wrapped, .wrapped), ("- un\n- deux\n- trois", .paragraphs),
      ("Pommes\nPoires\nCerises\nAbricots", .paragraphs),
    ] as [(String, LineMeaning)])
  func taken(text: String, meaning: LineMeaning) throws {
    #expect(try read(text).lines == meaning)
  }

  @Test("Of the seeds are paragraphs", arguments: Repository.seeds)
  func ofSeeds(path: String) throws {
    #expect(try read(Repository.text(path)).lines == .paragraphs)
  }

  @Test("Wrapped lines are joined by a space, and the original is kept")
  func joined() throws {
    let document = try read(Self.wrapped)
    #expect(document.segments.count == 2)
    let first = try #require(document.segments.first)
    #expect(
      first.text.hasPrefix(
        "Le ministre des Affaires étrangères a annoncé que la coopération entre les"))
    #expect(first.original?.contains("entre\nles deux pays") == true)
    #expect(document.segments.allSatisfy { $0.block == 0 })
  }

  @Test("A blank line, a list item or a line of dialogue begins a block in wrapped text too")
  func blocks() throws {
    let text = "Il dit ces\nmots :\n— Bonjour,\nmonsieur.\n\nLa\nliste :\n- une\nchose\n• autre"
    let document = try read(text, lines: .wrapped)
    #expect(
      document.segments.map { "\($0.block) \($0.role) \($0.text)" } == [
        "0 paragraph Il dit ces mots :", "1 paragraph — Bonjour, monsieur.",
        "2 paragraph La liste :",
        "3 listItem - une chose", "4 listItem • autre",
      ])
  }

  @Test("The meaning can be forced")
  func forced() throws {
    #expect(try read("Un\ndeux.", lines: .wrapped).segments.map(\.text) == ["Un deux."])
    #expect(try read("Un\ndeux.", lines: .paragraphs).segments.map(\.text) == ["Un", "deux."])
  }

  @Test(
    "A joined line break, with the white space around it, is shown as one space",
    arguments: [
      ("Un\ndeux.", "Un deux."), ("Un \n\u{A0}deux.", "Un deux."),
      ("Un  deux\n trois", "Un  deux trois"),
      ("Un\u{202F}deux\ntrois", "Un\u{202F}deux trois"), ("Un\u{B}deux trois", "Un\u{B}deux trois"),
    ])
  func oneSpace(text: String, expected: String) throws {
    let shown = try read(text, lines: .wrapped).segments.map { Array($0.text.utf16) }
    #expect(shown == [Array(expected.utf16)])
  }

  @Test(
    "Every kind of line break ends a line",
    arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0C}"])
  func kinds(lineBreak: String) throws {
    let document = try read("Un\(lineBreak)Deux\(lineBreak)\(lineBreak)Trois", lines: .paragraphs)
    #expect(document.segments.map(\.text) == ["Un", "Deux", "Trois"])
    let wrapped = try read("Un\(lineBreak)deux\(lineBreak)\(lineBreak)Trois", lines: .wrapped)
    #expect(wrapped.segments.map(\.text) == ["Un deux", "Trois"])
  }
}
