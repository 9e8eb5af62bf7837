// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTestSupport
internal import Testing

@Suite("Odd articles")
struct OddArticleTests {
  private func brief(_ text: String, _ length: BriefLength = .standard) throws -> Brief {
    var reader = ArticleReader(dictionaries: .none)
    let article = try reader.article(text, language: .french)
    return Summarizer(length: length).brief(of: article)
  }

  @Test(
    "A brief is never empty",
    arguments: [
      "Lire également : le maire de Lyon part.\nVoir aussi : Paul gagne.", "date 2020", "AFP", ":",
      "Photo : le port", "APPEL", "La raison ?", "1.", "😀", "https://exemple.org/a",
      "Par Paul Durand",
    ], [BriefLength.standard, .words(1), BriefLength(characters: 3), BriefLength(share: 1)])
  func neverEmpty(text: String, length: BriefLength) throws {
    #expect(try !brief(text, length).sentences.isEmpty)
  }

  @Test(
    "What points elsewhere is a credit; a sentence that only begins so is not",
    arguments: [
      ("Lire aussi : Deux ministres à Bamako", [BlockRole.credit]),
      ("Lire aussi sur la radio : Deux ministres à Bamako", [.credit]),
      (
        "Lire aussi : Le ministre a signé hier un accord de défense à Bamako avec son homologue.",
        [.credit, .paragraph]
      ),
      ("Pour aller plus loin, le gouvernement a décidé de baisser les impôts.", [.paragraph]),
      ("Suivez-nous, a dit le maire aux habitants inquiets.", [.paragraph]),
    ] as [(String, [BlockRole])])
  func pointers(line: String, roles: [BlockRole]) throws {
    let text =
      "Le ministre a signé un accord à Bamako, a annoncé lundi la présidence du Mali. " + line
    var reader = ArticleReader(dictionaries: .none)
    let segments = try reader.article(text, language: .french).document.segments
    #expect(segments.dropFirst().map(\.role) == roles)
  }

  @Test("Where there is room for all, all is there")
  func all() throws {
    let text =
      "Le Mali a signé un accord lundi. Que fera la France ? Elle attend. Paris se tait depuis."
    let all = try brief(text, BriefLength(share: 100))
    #expect(all.sentences.count == 4 && all.omitted.isEmpty)
  }

  @Test("Scraps fill no room", arguments: [14, 20, 24])
  func scraps(words: Int) throws {
    let text = """
      Le président du Mali a signé lundi un accord de défense à Moscou. Regarder : Bamako. \
      La raison ? APPEL. Des officiers russes formeront bientôt deux mille soldats maliens.
      """
    let chosen = try brief(text, .words(words)).sentences.map(\.segment.text)
    #expect(!chosen.contains { $0.hasSuffix("?") || $0.hasPrefix("Regarder") || $0 == "APPEL." })
  }
}
