// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTestSupport
internal import Testing

@Suite("What is no plain text")
struct FileFormTests {
  private static let page = """
    <!DOCTYPE html>
    <html lang="fr"><head><meta charset="utf-8"><title>Le titre</title></head>
    <body><p>Le ministre a signé.</p><p>Il est parti.</p></body></html>
    """

  @Test(
    "Is told by several signs",
    arguments: [
      (page, .html), (" \n\u{FEFF}" + page, .html),
      ("<html><body><h1>Titre</h1><p>Le ministre a signé.</p></body></html>", .html),
      ("<!-- une note -->\n" + page, .html),
      ("<!DOCTYPE html><meta charset=\"utf-8\"><title>Le titre</title><p>Un.", .html),
      ("<!doctype html>\n<html><p>Un.<p>Deux.", .html),
      ("<!DOCTYPE html>\n<p>Un.\n<p>Deux.\n", .html),
      ("<!DOCTYPE html><x-page></x-page><x-foot></x-foot>", .html),
      (
        "<p>Un.</p>\n<p>Deux.</p>\n<div><p>Trois.</p></div>\n<p>Quatre.</p>\n<ul><li>Cinq.</li></ul>",
        .html
      ),
      ("<?xml version=\"1.0\"?>\n<article><p>Un.</p></article>", .xml),
      ("<rapport><titre>Un</titre><corps>Deux.</corps></rapport>\n", .xml),
      ("<?xml version=\"1.0\"?><tmx version=\"1.4\"><header/><body></body></tmx>", .tmx),
      ("<?xml version='1.0'?><xliff version='2.1'></xliff>", .xliff),
      ("<?xml version='1.0'?><martif type='TBX'></martif>", .tbx),
      ("{\"id\":1,\"text\":\"Il pleut.\"}\n{\"id\":2,\"text\":\"Il vente.\"}\n", .jsonLines),
      ("{\"id\":1,\"text\":\"Il pleut.\"}\nnot json\n{\"id\":2}\n{\"id\":3}", .jsonLines),
      ("{\n  \"text\": \"Il pleut.\"\n}\n", .json),
      ("[ {\"text\" : \"Il pleut.\"} ]", .json),
    ] as [(String, FileForm)])
  func texts(text: String, form: FileForm) {
    #expect(FileForm(text: Array(text.utf16)) == form)
  }

  @Test(
    "One sign is not enough, and a text with stray tags is a text",
    arguments: [
      "<!DOCTYPE html> est la première ligne d'une page.",
      "<html> ouvre une page, </html> la ferme.",
      "< 3 % des électeurs ont voté. Le ministre le regrette.", "<< Rien n'est signé >>, dit-il.",
      "<b>Mali</b> : le ministre a signé.<br>Il est parti.",
      "<p>Le ministre a signé. Il est parti.</p>",
      "<sic> Le ministre a signé.", "{Note de la rédaction} Le ministre a signé.",
      "{\"Rien n'est signé\" : le ministre l'a dit. Il est parti.",
      "[Entretien] Le ministre a signé.",
      "[\"Rien n'est signé\", a dit le ministre.]", "{}", "[]", "<", "{", "[", "<>", "</p>", "",
      "Le ministre a signé. " + page, "PK, le sigle du parti, est connu.", "BZh est un sigle.",
    ])
  func prose(text: String) {
    #expect(FileForm(text: Array(text.utf16)) == nil)
    #expect(FileForm(bytes: Array(text.utf8)) == nil)
  }

  @Test("Long prose with a few tags at its beginning is a text")
  func longProse() {
    let text =
      "<p>Le ministre a signé.</p><p>Un.</p><p>Deux.</p><p>Trois.</p>"
      + String(repeating: " Le ministre est parti pour la capitale.", count: 100)
    #expect(FileForm(text: Array(text.utf16)) == nil)
  }

  @Test(
    "Packed and binary files are told by their first bytes",
    arguments: [
      ([0x1F, 0x8B, 0x08, 0x00], .gzip), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
      (Array("BZh91AY&SY".utf8), .bzip2), ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
      (Array("%PDF-1.7\n".utf8), .pdf), (Array("{\\rtf1 Oui.}".utf8), .rtf),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldWord),
      (Array("PK\u{3}\u{4}____[Content_Types].xml____word/document.xml".utf8), .word),
      (Array("PK\u{3}\u{4}____[Content_Types].xml____xl/workbook.xml".utf8), .zip),
      (Array("PK\u{3}\u{4}__mimetypeapplication/vnd.oasis.opendocument.text".utf8), .openDocument),
      (Array("PK\u{3}\u{4}__a.txt".utf8), .zip),
    ] as [([UInt8], FileForm)])
  func bytes(bytes: [UInt8], form: FileForm) {
    #expect(FileForm(bytes: bytes) == form)
  }

  @Test("Each says what it is and what to do")
  func words() {
    var said: Set<String> = []
    for form in FileForm.allCases {
      let text = LoadingError(.otherForm(form), at: SourceLocation(path: "a.txt")).description
      #expect(
        text.hasPrefix("a.txt: this is ") && text.split(separator: "; ").count == 2, "\(text)")
      said.insert(text)
    }
    #expect(said.count == FileForm.allCases.count)
    #expect(said.contains("a.txt: this is HTML; save the page as plain text"))
    #expect(said.contains("a.txt: this is JSON Lines; give it on standard input with --jsonl"))
    #expect(said.contains("a.txt: this is packed (gzip); unpack it first with gunzip"))
  }
}
