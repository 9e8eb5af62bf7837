// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText
internal import Testing

@Suite("Repairs of texts")
struct TextRepairTests {
  private static func read(_ text: String) throws -> Document {
    var reader = DocumentReader(dictionaries: .none)
    return try reader.document(SourceText(text), language: .french)
  }

  @Test(
    "Spaces and stops too many are taken out",
    arguments: [
      (
        "Le gouverneur ,M. Yonli, est parti.", "Le gouverneur, M. Yonli, est parti.", [.extraSpace]
      ),
      ("Le maire , dit-on, est parti.", "Le maire, dit-on, est parti.", [.extraSpace]),
      ("Il craint des « poursuites » .", "Il craint des « poursuites ».", [.extraSpace]),
      (
        "Il craint des « poursuites « .", "Il craint des « poursuites ».",
        [.quotationMark, .extraSpace]
      ),
      ("Les motos sont interdites..", "Les motos sont interdites.", [.doubledStop]),
      ("En 2024,le port a fermé.", "En 2024, le port a fermé.", [.missingSpace]),
    ] as [(String, String, [Repair.Kind])])
  func mended(text: String, shown: String, kinds: [Repair.Kind]) throws {
    let document = try Self.read(text)
    #expect(document.segments.map(\.text).joined(separator: " ") == shown)
    #expect(document.repairs.map(\.kind) == kinds)
    // What was taken out is still in the range.
    #expect(document.segments.last?.range.utf16.upperBound == text.utf16.count)
  }

  @Test(
    "What is no slip stays",
    arguments: [
      "Il hésite . . . et part.", "Il hésite... et part.", "Il hésite … et part.",
      "Le taux est de ,5 pour cent.", "Nom   Prix   Lieu de vente connu.", "Il part ; elle reste !",
      "Voir le dossier .config du système.", "Il est 12 h .. 14 h environ.",
    ])
  func kept(text: String) throws {
    let document = try Self.read(text)
    #expect(document.repairs == [], "\(document.repairs)")
    #expect(document.segments.map(\.text).joined(separator: " ") == text)
  }

  @Test("An à whose second half has become a plain space is an à")
  func tildes() throws {
    let cases = [
      ("La FranÃ§aise est Ã  Bamako.", "La Française est à Bamako."),
      ("VoilÃ  que la pluie tombe.", "Voilà que la pluie tombe."),
      ("DÃ©jÃ  vu Ã  la radio.", "Déjà vu à la radio."),
      ("Ã  la radio, la FranÃ§aise parle.", "à la radio, la Française parle."),
      ("La FranÃ§aise va Ã la radio.", "La Française va à la radio."),
      // Nothing says that this is a slip.
      ("La lettre Ã est portugaise.", "La lettre Ã est portugaise."),
    ]
    for (text, shown) in cases {
      #expect(try Self.read(text).segments.map(\.text).joined(separator: " ") == shown)
    }
  }
}
