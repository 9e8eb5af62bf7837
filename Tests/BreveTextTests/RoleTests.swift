// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Roles")
struct RoleTests {
  /// Every segment of the seeds that is no sentence of a paragraph.
  private static let seeds: [[(BlockRole, String)]] = [
    [
      (.heading, "Lune de miel entre la Russie et le Mali"),
      (.heading, "La relation séculière entre Moscou et Bamako"),
    ],
    [
      (.metadata, "date 2023-02"), (.heading, "Des relations anciennes"), (.heading, "Vague russe"),
      (.heading, "Coopération militaire"), (.byline, "La correspondance de Mahamadou Kane"),
    ],
    [
      (.metadata, "date 2025-06"), (.caption, "Assimilas Goïta (Photo gouv)"),
      (.heading, "Une rencontre stratégique avec des ambitions élargies"),
      (.heading, "Cap sur un partenariat multidimensionnel"),
    ],
    [
      (.metadata, "date 2021-11"), (.heading, "Rencontre à Moscou"),
      (
        .quote,
        "\"Nous souhaitons pouvoir compter sur la Russie, un partenaire réaliste et pragmatique qui a "
          + "su faire preuve de son efficacité dans le cadre de la lutte contre le terrorisme dans "
          + "d’autres théâtres d’opération\" Abdoulaye Diop, ministre malien des affaires étrangères "
          + "Conférence de presse à Moscou, le 11 novembre 2021"
      ),
      (.heading, "Coopération militaire"), (.heading, "Le Russie et l'Afrique"),
    ],
    [(.credit, "Imedias.net")],
  ]

  @Test("Of the seeds", arguments: 0..<5)
  func ofSeeds(number: Int) throws {
    var reader = DocumentReader()
    let document = try reader.document(SourceText(try Repository.text(Repository.seeds[number])))
    let others = document.segments.filter { $0.role != .paragraph }
    let expected = Self.seeds[number]
    #expect(others.map(\.role) == expected.map(\.0))
    #expect(others.map(\.text) == expected.map(\.1))
  }

  @Test(
    "Of single lines before a paragraph",
    arguments: [
      ("Photo : AFP", .caption), ("© Reuters", .credit), ("Par Jean Dupont", .byline),
      ("Propos recueillis par Awa Traoré", .byline), ("www.example.org/page", .credit),
      ("Source : Imedias.net", .credit), ("La Russie au Mali", .heading),
      ("La Russie est au Mali.", .paragraph), ("- un accord", .listItem),
      ("• un accord", .listItem),
      ("1) un accord", .listItem), ("« Nous irons » Awa Traoré, ministre", .quote),
      ("« Nous irons », a dit Awa Traoré.", .paragraph), ("Faut-il partir ?", .paragraph),
    ] as [(String, BlockRole)])
  func ofLines(line: String, role: BlockRole) throws {
    var reader = DocumentReader()
    let text =
      "\(line)\n\nLe Mali a signé un accord de défense avec la Russie à Bamako.\n\nIl est tard."
    let document = try reader.document(SourceText(text), language: .french)
    #expect(document.segments.first?.role == role)
    #expect(document.segments.first?.text == line)
  }

  @Test("A header is metadata only at the start and only with a date")
  func headers() throws {
    var reader = DocumentReader()
    for (text, expected) in [
      (" date 2023-02 Il est là.", ["metadata date 2023-02", "paragraph Il est là."]),
      ("date 2023\nIl est là.", ["metadata date 2023", "paragraph Il est là."]),
      ("date 2023-02-14 Il est là.", ["metadata date 2023-02-14", "paragraph Il est là."]),
      ("date 20231 est là.", ["paragraph date 20231 est là."]),
      ("Une date 2023-02 est là.", ["paragraph Une date 2023-02 est là."]),
      ("Un fait.\ndate 2023-02 est là.", ["paragraph Un fait.", "paragraph date 2023-02 est là."]),
    ] {
      let document = try reader.document(SourceText(text), language: .french)
      #expect(document.segments.map { "\($0.role) \($0.text)" } == expected)
    }
  }

  @Test("A text of headings alone is a text of paragraphs")
  func headingsAlone() throws {
    var reader = DocumentReader()
    let document = try reader.document(
      SourceText("Le Mali\n\nLa Russie et Moscou"), language: .french)
    #expect(document.segments.map(\.role) == [.paragraph, .paragraph])
  }
}
