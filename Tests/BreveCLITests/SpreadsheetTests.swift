// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

/// A table of `breve bilingual` that a spreadsheet opened and saved.
@Suite("Tables that come back from a spreadsheet")
struct SpreadsheetTests {
  private static let sentences = [
    "Le ministre, dit-on, est parti.",
    "\"Oui\", a dit le ministre de la guerre.",
    "Les habitants attendent une aide depuis deux mois.",
    "Le riz vaut une livre de plus.",
  ]
  private static let english = [
    "The minister left, tired.", "\"Yes\", said the \"minister\" of war.",
    "People have waited two months, they say, for help.", "Rice costs £3 more.",
  ]

  /// A memory with all four sentences.
  private func desk() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.sentences.joined(separator: "\n\n") + "\n", to: "kidal.txt")
    try folder.copy("Glossary")
    let units = zip(Self.sentences, Self.english).map { french, english in
      "<tu><tuv xml:lang=\"fr\"><seg>\(french)</seg></tuv><tuv xml:lang=\"en\"><seg>\(english)</seg></tuv></tu>"
    }
    try folder.write(
      """
      <?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
      o-tmf="t" adminlang="en" srclang="fr" datatype="plaintext"/><body>\(units.joined())</body></tmx>
      """, to: "desk.tmx")
    let run = try await BreveProcess.run(
      [
        "bilingual", "kidal.txt", "--language", "fr", "--sentences", "4", "-o", "kidal.tsv",
        "--memory", "desk.tmx",
      ], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  private func take(_ folder: TemporaryFolder) async throws -> BreveProcess {
    try await BreveProcess.run(
      [
        "review", "--import", "kidal.tsv", "--user", "anne", "--memory", "desk.memory", "--memory",
        "desk.tmx",
      ], in: folder.path)
  }

  /// The cells of a table as a spreadsheet reads them: a quotation mark at the start of a cell holds it together.
  private func cells(_ table: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    func append(_ text: String) { rows[rows.count - 1][rows[rows.count - 1].count - 1] += text }
    var rest = Substring(table)
    while let character = rest.popFirst() {
      switch character {
      case "\"" where rows[rows.count - 1].last == "":
        while let inner = rest.popFirst() {
          if inner == "\"" {
            guard rest.first == "\"" else { break }
            rest = rest.dropFirst()
          }
          append(String(inner))
        }
      case "\t": rows[rows.count - 1].append("")
      case "\n": rows.append([""])
      default: append(String(character))
      }
    }
    return rows.last == [""] ? rows.dropLast() : rows
  }

  /// The table as a spreadsheet saves it as text with tabs: quotation marks around cells with a comma, a mark or a line end.
  private func saved(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { cell in
        cell.contains { ",\"\n".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: "\t") + "\r\n"
    }.joined()
  }

  enum Encoding: CaseIterable { case utf8, utf8WithMark, utf16, windows1252 }

  private func bytes(_ text: String, _ encoding: Encoding) throws -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .windows1252: Array(try #require(text.data(using: .windowsCP1252)))
    }
  }

  @Test("What nobody touched is unchanged, in whatever encoding", arguments: Encoding.allCases)
  func untouched(_ encoding: Encoding) async throws {
    let folder = try await desk()
    let rows = cells(try folder.text("kidal.tsv"))
    #expect(rows.dropFirst().map { $0[3] } == Self.english)
    #expect(rows.dropFirst().map { $0[2] } == Self.sentences)
    try folder.write(try bytes(saved(rows), encoding), to: "kidal.tsv")
    let run = try await take(folder)
    #expect(run.status == 0 && run.errors.contains("4 unchanged; memory"), "\(run.errors)")
  }

  @Test("What was changed is taken as it was written, a line end in a cell as a blank")
  func edited() async throws {
    for encoding in Encoding.allCases {
      let folder = try await desk()
      var rows = cells(try folder.text("kidal.tsv"))
      let written = ["\"Sure\", he said.", "It costs £4,\nor more."]
      rows[2][3] = written[0]
      rows[4][3] = written[1]
      try folder.write(try bytes(saved(rows), encoding), to: "kidal.tsv")
      let run = try await take(folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.errors.contains("2 unchanged") && run.errors.contains("2 edited"), "\(run.errors)")
      for text in written {
        #expect(
          run.errors.contains(": edited: \(text.replacing("\n", with: " "))"), "\(run.errors)")
      }
    }
  }
}
