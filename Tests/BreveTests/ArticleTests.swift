// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveFormats
internal import BreveTestSupport
internal import Testing

@Suite("Articles")
struct ArticleTests {
  private func dates(_ text: String, given: String? = nil) throws -> (String?, String?, [String]) {
    let facts = SourceFacts(date: given.flatMap { PartialDate($0) })
    let article = try Articles.text(text, facts: facts)
    return (
      article.date?.value.description, article.date?.evidence,
      article.notes.filter { $0.kind == .date }.map(\.text)
    )
  }

  private static let none =
    "no day of the article is written in a header or, with its weekday, in the opening"

  @Test(
    "A date is what the header or the opening says, never a guess",
    arguments: [
      ("date 2023-02 Un accord, jeudi 3 avril 2025.", "2023-02", "date 2023-02", []),
      ("Un accord a été signé jeudi 3 avril 2025.", "2025-04-03", "jeudi 3 avril 2025", []),
      ("Publié le 3 avril 2025\n\nUn accord a été signé.", "2025-04-03", "3 avril 2025", []),
      ("Bamako, le 3 avril 2025 – Un accord a été signé.", "2025-04-03", "3 avril 2025", []),
      ("BAMAKO, 3 avril 2025 (AFP) - Un accord a été signé.", "2025-04-03", "3 avril 2025", []),
      ("Bamako, le 3 avril 2025\n\nUn accord a été signé.", "2025-04-03", "3 avril 2025", []),
      ("Le 3 avril 2025, un accord a été signé.", nil, nil, [none]),
      ("Elle est née le jeudi 3 avril 2025.", nil, nil, [none]),
      ("Un accord a été signé le 3 avril 2025.", nil, nil, [none]),
      (
        "Le 1er mai 2020, puis jeudi 3 avril 2025, un fait.", "2025-04-03", "jeudi 3 avril 2025", []
      ),
      ("Un accord.", nil, nil, [none]),
      ("Publié le 12/03/2024 à 14:05\n\nUn fait.", "2024-03-12", "12/03/2024", []),
      ("Publié le 12.03.2024\n\nUn fait.", "2024-03-12", "12.03.2024", []),
      ("Mis à jour le 2024-03-12\n\nUn fait.", "2024-03-12", "2024-03-12", []),
      ("Publié le 32/03/2024\n\nUn fait.", nil, nil, [none]),
      ("Un fait du 12/03/2024.", nil, nil, [none]),
      ("2024-05-06\nTitre de l’article\n\nUn fait.", "2024-05-06", "2024-05-06", []),
      ("06/05/2024\n\nUn fait.", "2024-05-06", "06/05/2024", []),
      (
        "PARIS, 3 mai (AFP) - Le maire est parti.\n\nUn vote, mardi 7 mai.", nil, nil,
        ["“3 mai” is written without a year"]
      ),
      (
        "PARIS, 3 mai (AFP) - Le maire, élu mardi 7 novembre 2023, est parti.", nil, nil,
        ["“3 mai” is written without a year"]
      ),
      (
        "PARIS, 3 mai (AFP) - Le maire est parti vendredi 3 mai 2024.", "2024-05-03",
        "vendredi 3 mai 2024", []
      ),
      (
        "Un fait.\n\nDeux faits.\n\nLe 3 avril 2025.", nil, nil,
        [none]
      ),
      (
        "Le lundi 3 avril 2025, un fait.", nil, nil,
        ["“lundi 3 avril 2025”: 2025-04-03 was another day of the week"]
      ),
      (
        "Le jeudi 31 avril 2025, un fait.", nil, nil,
        ["“jeudi 31 avril 2025” is no day of the calendar"]
      ),
      ("Un fait vendredi 5 août.", nil, nil, ["“vendredi 5 août” is written without a year"]),
      (
        "Le numéro 12 (avril 2025) est paru.", nil, nil,
        [none]
      ),
      (
        "Depuis 2021. Un fait vendredi 5 août.", nil, nil,
        [
          "“vendredi 5 août” is written without a year; the last year the text names is 2021, and from then on "
            + "the weekday fits 2022 (a guess)"
        ]
      ),
    ] as [(String, String?, String?, [String])])
  func dated(text: String, value: String?, evidence: String?, notes: [String]) throws {
    let found = try dates(text)
    #expect(found.0 == value)
    #expect(found.1 == evidence)
    #expect(found.2 == notes)
  }

  @Test("A date that is given holds, and a text that says otherwise is noted")
  func given() throws {
    let silent = try dates("Un fait.", given: "2024-05")
    #expect(silent.0 == "2024-05" && silent.1 == "given" && silent.2 == [])
    let same = try dates("date 2024-05 Un fait.", given: "2024-05")
    #expect(same.0 == "2024-05" && same.1 == "date 2024-05" && same.2 == [])
    let other = try dates("date 2023-02 Un fait.", given: "2024-05")
    #expect(other.0 == "2024-05" && other.1 == "given")
    #expect(other.2 == ["the text says “date 2023-02” (2023-02); 2024-05 was given"])
  }

  @Test("The title is the one given, or the heading at the start")
  func titles() throws {
    let text = "Un titre sans point\n\nLe Mali a signé un accord.\n\nUn autre titre\n\nIl est tard."
    #expect(try Articles.text(text).title == "Un titre sans point")
    #expect(try Articles.text(text, facts: SourceFacts(title: "T")).title == "T")
    #expect(try Articles.text("Un  titre\n\nLe Mali a signé un accord.").title == "Un titre")
    #expect(try Articles.text("Le Mali a signé.\n\nUn titre\n\nIl est tard.").title == nil)
    #expect(try Articles.text("date 2023 Un fait.\n\nUn titre\n\nDeux faits.").title == nil)
  }

  @Test(
    "A date, a rubric or a credit is no title",
    arguments: [
      "2024-05-06\nUn titre sans point\n\nUn fait est arrivé.",
      "L'essentiel\n\nUn titre sans point\n\nUn fait est arrivé.",
      "COMMUNIQUÉ DE PRESSE\n\nUn titre sans point\n\nUn fait est arrivé.",
      "Publié le 12/03/2024\n\nUn titre sans point\n\nUn fait est arrivé.",
      "Bamako, le 3 avril 2025\n\nUn titre sans point\n\nUn fait est arrivé.",
    ])
  func titlesBehind(text: String) throws {
    #expect(try Articles.text(text).title == "Un titre sans point")
  }

  @Test(
    "A title may end in a day",
    arguments: [
      "Massacre de Moura, 27 mars 2022", "Moura, ce que l'on sait du massacre du 27 mars 2022",
      "Accord d'Alger, 15 mai 2015",
    ])
  func titlesWithDays(title: String) throws {
    #expect(try Articles.text("\(title)\n\nUn fait est arrivé.\n\nUn autre.").title == title)
  }

  @Test("Where nothing else stands before the text there is no title")
  func noTitle() throws {
    for text in [
      "L’essentiel\n\nUn fait est arrivé.", "Bamako, le 3 avril 2025\n\nUn fait est arrivé.",
    ] {
      #expect(try Articles.text(text).title == nil)
    }
  }

  @Test("The agency of a dateline is the outlet, unless one is given")
  func agencies() throws {
    let text = "NIAMEY, 12 mars 2024 (AFP) - Le port a rouvert."
    #expect(try Articles.text(text).facts.outlet == "AFP")
    #expect(
      try Articles.text(text, facts: SourceFacts(outlet: "Le Port")).facts.outlet == "Le Port")
    #expect(try Articles.text("BAMAKO (Reuters) – Il pleut.").facts.outlet == "Reuters")
    for other in ["Le maire (AFP) a parlé.", "BAMAKO (le port) - Il pleut.", "Il pleut. (AFP)"] {
      #expect(try Articles.text(other).facts.outlet == nil, "\(other)")
    }
  }

  @Test("A file that is no plain text is refused with what it is")
  func otherForms() {
    var reader = ArticleReader()
    let page = Array("<html><body><p>Un.</p><p>Deux.</p></body></html>".utf8)
    do {
      _ = try reader.article(page, path: "page.html")
      Issue.record("it was read")
    } catch {
      #expect(error.description == "page.html: this is HTML; save the page as plain text")
    }
  }

  @Test("Notes say how a file was read")
  func notes() throws {
    var reader = ArticleReader()
    let latin: [UInt8] =
      Array("La soci".utf8) + [0xE9] + Array("t".utf8) + [0xE9] + Array(" a sign".utf8)
      + [0xE9] + Array(" un accord de d".utf8) + [0xE9] + Array("fense.".utf8)
    let article = try reader.article(latin, path: "a.txt", language: .french)
    #expect(
      article.notes.contains {
        $0.kind == .encoding && $0.text == "the file was read as windows-1252"
      })
    #expect(article.document.segments.first?.range.bytes == 0..<latin.count)
    let odd = try reader.article(Array("12 34.".utf8), path: "a.txt")
    #expect(
      odd.notes.filter { $0.kind == .language }.map(\.text)
        == ["the language could not be told; ICU's root rules were used"])
  }

  @Test("What is no text is refused", arguments: ["", " \n", "\u{FEFF}"])
  func refused(text: String) {
    let error = #expect(throws: LoadingError.self) { try Articles.text(text, path: "p") }
    #expect(error?.description == "p: there is no text in it; give a file that holds text")
  }

  @Test("A byte order mark is counted and not shown")
  func byteOrderMark() throws {
    var reader = ArticleReader()
    let article = try reader.article(
      Array("\u{FEFF}Il pleut.".utf8), path: "a.txt", language: .french)
    let segment = try #require(article.document.segments.first)
    #expect(segment.text == "Il pleut.")
    #expect(segment.range.utf8 == 3..<12)
    #expect(segment.range.utf16 == 1..<10)
  }
}
