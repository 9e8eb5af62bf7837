// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import Foundation
internal import Testing

/// From a brief to a file, through another program, and back into the memory.
@Suite("breve review --import")
struct ReviewImportTests {
  private static let sentences = [
    "L'armée a repris la ville de Kidal mardi.",
    "Le ministre a salué 12 soldats « blessés » au combat.",
    "Les habitants attendent une aide depuis deux mois.",
    "Moscou a dit non.",
  ]
  private static let offered = "The army retook the town of Kidal on Tuesday."
  private static let edited = "The army has retaken Kidal & its airport."

  private func desk() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.sentences.joined(separator: "\n\n") + "\n", to: "kidal.txt")
    try folder.copy("Glossary")
    try folder.write(
      """
      <?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
      o-tmf="t" adminlang="en" srclang="fr" datatype="plaintext"/><body><tu><tuv xml:lang="fr"><seg>\
      \(Self.sentences[0])</seg></tuv><tuv xml:lang="en"><seg>\(Self.offered)</seg></tuv></tu><tu><tuv xml:lang="fr">\
      <seg>\(Self.sentences[3])</seg></tuv><tuv xml:lang="en"><seg>Moscow said no.</seg></tuv></tu></body></tmx>
      """, to: "desk.tmx")
    return folder
  }

  private static let memories = ["--memory", "desk.memory", "--memory", "desk.tmx"]

  private func export(_ name: String, _ folder: TemporaryFolder) async throws {
    let run = try await BreveProcess.run(
      ["bilingual", "kidal.txt", "--sentences", "4", "-o", name, "--memory", "desk.tmx"],
      in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
  }

  private func take(
    _ name: String, _ folder: TemporaryFolder, _ others: [String] = []
  ) async throws -> BreveProcess {
    try await BreveProcess.run(
      ["review", "--import", name, "--user", "anne"] + Self.memories + others, in: folder.path)
  }

  /// Label, state and English of each row of a new brief.
  private func rows(_ folder: TemporaryFolder) async throws -> [String] {
    let run = try await BreveProcess.run(
      ["bilingual", "kidal.txt", "--sentences", "4", "--format", "tsv"] + Self.memories,
      in: folder.path)
    return run.output.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return [fields[4], fields[6], fields[3]].joined(separator: "|")
    }
  }

  private func bytes(_ name: String, _ folder: TemporaryFolder) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder.path(name))))
  }

  /// Changes the text of a document of Word; the other parts stay as they are.
  private func edit(
    _ name: String, _ folder: TemporaryFolder, dropping: String? = nil,
    _ change: (String) throws -> String
  ) throws {
    let archive = try ZipReader(try bytes(name, folder), path: name)
    var writer = ZipWriter()
    for part in archive.names where dropping.map({ !part.hasPrefix($0) }) ?? true {
      var content = try #require(try archive.content(part))
      if part == "word/document.xml" {
        content = Array(try change(String(decoding: content, as: UTF8.self)).utf8)
      }
      writer.add(part, content)
    }
    try folder.write(writer.finish(), to: name)
  }

  private func changed(_ text: String, _ old: String, _ new: String) throws -> String {
    let place = try #require(text.range(of: old), "\(old)")
    return text.replacingCharacters(in: place, with: new)
  }

  /// Runs as Word splits them, with a deletion and an insertion that are tracked.
  private static let tracked = """
    <w:r w:rsidR="00A1"><w:t xml:space="preserve">The army </w:t></w:r><w:del w:id="90" w:author="Anne" \
    w:date="2025-04-03T10:00:00Z"><w:r><w:delText>retook the town of</w:delText></w:r></w:del><w:ins w:id="91" \
    w:author="Anne" w:date="2025-04-03T10:00:00Z"><w:r><w:t>has reta</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>\
    <w:t xml:space="preserve">ken </w:t></w:r></w:ins><w:proofErr w:type="spellStart"/><w:r><w:t>Kidal</w:t></w:r>\
    <w:proofErr w:type="spellEnd"/><w:moveFrom w:id="92"><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:tab/>\
    <w:t>&amp; its airport.</w:t></w:r>
    """

  private func review(_ text: String) throws -> String {
    var text = try changed(
      text,
      "<w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">\(Self.offered)</w:t></w:r>",
      Self.tracked)
    text = try changed(text, "[not translated]", "The minister praised 12 wounded soldiers.")
    // The last row is called reviewed as it is.
    let last = try #require(text.range(of: "not reviewed</w:t>", options: .backwards))
    return text.replacingCharacters(in: last, with: "reviewed</w:t>")
  }

  @Test("A document of Word, edited with tracked changes, is in the memory and in the next brief")
  func word() async throws {
    let folder = try desk()
    try await export("kidal.docx", folder)
    let same = try bytes("kidal.docx", folder)
    try await export("again.docx", folder)
    #expect(try bytes("again.docx", folder) == same)
    // Nothing was changed: nothing is taken, and no memory is made.
    let none = try await take("kidal.docx", folder)
    #expect(none.status == 0 && none.output == "", "\(none.errors)")
    #expect(none.errors.contains("2 unchanged, 2 untranslated; memory: desk.memory"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("desk.memory")))

    try edit("kidal.docx", folder, review)
    let trial = try await take("kidal.docx", folder, ["--dry-run"])
    #expect(
      trial.errors.contains("2 edited, 1 accepted, 1 untranslated; memory: desk.memory; nothing"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("desk.memory")))
    let run = try await take("kidal.docx", folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("row 1: edited: \(Self.edited)"))
    let outcomes = run.output.split(separator: "\n").map { $0.split(separator: "\t").dropFirst() }
    #expect(outcomes.map { $0.joined(separator: " ") } == ["edited 1", "edited 2", "accepted 3"])
    #expect(run.output.hasPrefix("kidal-0-"))
    #expect(
      try await rows(folder) == [
        "memory-context|reviewed|\(Self.edited)",
        "memory-context|reviewed|The minister praised 12 wounded soldiers.",
        "terms-only||", "memory-context|reviewed|Moscow said no.",
      ])
    let units = try MemoryStore(path: folder.path("desk.memory")).units(after: 0, limit: 100)
    #expect(units.count == 3)
    #expect(units.allSatisfy { $0.created.user == "anne" && $0.document == "kidal" })
    // A second time nothing is new.
    let second = try await take("kidal.docx", folder)
    #expect(second.errors.contains("3 known, 1 untranslated"), "\(second.errors)")
  }

  @Test("Bookmarks and the tags alone are enough, whatever a program drops")
  func dropped() async throws {
    for (drop, pattern) in [
      ("none", "<w:tag [^>]*/>"), ("customXml", "<w:bookmark(Start|End) [^>]*/>"),
    ] {
      let folder = try desk()
      try await export("kidal.docx", folder)
      try edit("kidal.docx", folder, dropping: drop) {
        try review($0).replacingOccurrences(of: pattern, with: "", options: .regularExpression)
      }
      let run = try await take("kidal.docx", folder)
      #expect(run.errors.contains("2 edited, 1 accepted, 1 untranslated"), "\(run.errors)")
      #expect(try await rows(folder)[0].hasSuffix("|reviewed|\(Self.edited)"))
    }
  }

  @Test("Rows in doubt are shown and not taken")
  func conflicts() async throws {
    let folder = try desk()
    try await export("kidal.docx", folder)
    // By now someone else has reviewed the first sentence.
    _ = try await BreveProcess.run(
      ["review", "kidal.txt", "--sentences", "4"] + Self.memories,
      input: Array("e The army took Kidal.\n".utf8), in: folder.path)
    try edit("kidal.docx", folder) {
      let text = try changed(try review($0), "12 soldats", "13 soldats")
      // The ids of the last row are gone.
      return text.replacingOccurrences(
        of: "kidal-155-172-[^\"]*|<w:bookmark(Start|End) [^>]*/>", with: "",
        options: .regularExpression)
    }
    let run = try await take("kidal.docx", folder)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "row 1: conflict: the memory has other reviewed English by now: The army took"))
    #expect(run.errors.contains("row 2: conflict: its French was changed"))
    #expect(run.errors.contains("row 4: conflict: it has no id"))
    #expect(run.errors.contains("3 conflict"), "\(run.errors)")
    #expect(try await rows(folder)[0] == "memory-context|reviewed|The army took Kidal.")
    #expect(try await rows(folder)[1] == "terms-only||")
    let broken = try desk()
    try broken.write("PK\u{3}\u{4} and more", to: "a.docx")
    #expect(try await take("a.docx", broken).status == 2)
    try broken.write("source\ttarget\nun\tone\n", to: "a.tsv")
    let table = try await take("a.tsv", broken)
    #expect(table.errors.contains("a.tsv:1: the columns source, target and row are not all there"))
    let usage = try await BreveProcess.run(["review"], in: broken.path)
    #expect(usage.status == 64)
  }

  @Test("English that was rejected for the same sentence elsewhere stays rejected")
  func rejectedElsewhere() async throws {
    let folder = try desk()
    try folder.write("Il pleut.\n\n\(Self.sentences[0])\n\nIl vente.\n", to: "other.txt")
    _ = try await BreveProcess.run(
      ["review", "other.txt", "--language", "fr", "--sentences", "4"] + Self.memories,
      input: Array("s\nr\ns\n".utf8), in: folder.path)
    func states() throws -> [UnitState] {
      try MemoryStore(path: folder.path("desk.memory")).units(after: 0, limit: 100).map(\.state)
    }
    #expect(try states() == [.rejected])
    try await export("kidal.tsv", folder)
    let text = try folder.text("kidal.tsv")
    try folder.write(
      try changed(text, "\timported\t", "\treviewed\t"), to: "kidal.tsv")
    let run = try await take("kidal.tsv", folder)
    #expect(run.status == 1)
    #expect(
      run.errors.contains("conflict: the memory has this English as rejected"), "\(run.errors)")
    #expect(try states() == [.rejected])
  }

  @Test("XLIFF, TMX and tables come back the same way", arguments: ["xliff", "tmx", "tsv"])
  func otherFormats(format: String) async throws {
    let folder = try desk()
    let name = "kidal." + format
    try await export(name, folder)
    var text = try folder.text(name)
    if format == "xliff" {
      #expect(text.contains("<unit id=\"kidal-0-"))
      #expect(text.contains("<note>memory-exact · imported</note>"))
      #expect(try XLIFFReader.faults(in: Array(text.utf8), path: name).isEmpty)
    }
    let none = try await take(name, folder)
    #expect(none.errors.contains("2 unchanged, 2 untranslated"), "\(none.errors)")
    text = try changed(
      text, Self.offered, Self.edited.replacing("&", with: format == "tsv" ? "&" : "&amp;"))
    switch format {
    case "xliff":
      let place = try #require(text.range(of: "state=\"translated\"", options: .backwards))
      text.replaceSubrange(place, with: "state=\"final\"")
    case "tmx":
      let place = try #require(text.range(of: "<prop type=\"x-breve-row", options: .backwards))
      text.insert(
        contentsOf: "<prop type=\"x-breve-state\">reviewed</prop>", at: place.lowerBound)
    default:
      let place = try #require(text.range(of: "\timported\t", options: .backwards))
      text.replaceSubrange(place, with: "\treviewed\t")
    }
    try folder.write(text, to: name)
    let run = try await take(name, folder)
    #expect(
      run.status == 0 && run.errors.contains("1 edited, 1 accepted, 2 untranslated"),
      "\(run.errors)")
    let rows = try await rows(folder)
    #expect(rows[0].hasSuffix("|reviewed|\(Self.edited)"))
    #expect(rows[3].hasSuffix("|reviewed|Moscow said no."))
    #expect(rows[0].hasPrefix("memory-context|"))
  }

  @Test(
    "A sentence made from a reviewed unit is not reviewed itself",
    arguments: ["docx", "xliff", "tmx", "tsv"])
  func repaired(format: String) async throws {
    let folder = try desk()
    let tmx = try folder.text("desk.tmx").replacing(Self.sentences[3], with: "Les 12 sont partis.")
      .replacing("Moscow said no.", with: "The 12 have left.")
      .replacing("<tu>", with: "<tu><prop type=\"x-breve-state\">reviewed</prop>")
    try folder.write(tmx, to: "desk.tmx")
    try folder.write("Les 15 sont partis.\n", to: "kidal.txt")
    let name = "kidal." + format
    let run = try await BreveProcess.run(
      ["bilingual", "kidal.txt", "--language", "fr", "-o", name, "--memory", "desk.tmx"],
      in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let taken = try await take(name, folder)
    #expect(taken.errors.contains("1 unchanged; memory"), "\(taken.errors)")
  }

  @Test(
    "A row that was deleted is told by its id, and nothing is done",
    arguments: [
      ("docx", "<w:tr>(?:(?!</w:tr>).)*12 soldats.*?</w:tr>"), ("docx", "tracked"),
      ("xliff", "<unit id=\"kidal-44-.*?</unit>"),
      ("tmx", "<tu tuid=\"kidal-44-.*?</tu>"),
    ])
  func leftOut(format: String, pattern: String) async throws {
    let folder = try desk()
    let name = "kidal." + format
    try await export(name, folder)
    func cut(_ text: String) throws -> String {
      guard pattern == "tracked" else {
        let rest = text.replacingOccurrences(
          of: "(?s)" + pattern, with: "", options: .regularExpression)
        #expect(rest.count < text.count - 100 && rest.contains("Moscou a dit non."))
        return rest
      }
      // As Word deletes a row while it tracks changes: the texts stand there as deleted.
      let row = try #require(
        text.range(
          of: "(?s)<w:tr>(?:(?!</w:tr>).)*12 soldats.*?</w:tr>", options: .regularExpression))
      let deleted = text[row]
        .replacing("<w:r>", with: "<w:del w:id=\"95\" w:author=\"Anne\"><w:r>")
        .replacing("</w:r>", with: "</w:r></w:del>").replacing("<w:t ", with: "<w:delText ")
        .replacing("<w:t>", with: "<w:delText>").replacing("</w:t>", with: "</w:delText>")
      return text.replacingCharacters(in: row, with: deleted)
    }
    if format == "docx" {
      try edit(name, folder, cut)
    } else {
      try folder.write(try cut(try folder.text(name)), to: name)
    }
    let run = try await take(name, folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("2 unchanged, 1 untranslated, 1 left out;"), "\(run.errors)")
    #expect(run.errors.contains(": left out by the reviewer; nothing changed"), "\(run.errors)")
    let fields = run.output.split(whereSeparator: { $0 == "\t" || $0 == "\n" })
    #expect(fields.count == 3 && fields[0].hasPrefix("kidal-") && fields[1] == "left out")
    #expect(!FileManager.default.fileExists(atPath: folder.path("desk.memory")))
  }

  @Test(
    "LibreOffice opens the document, and what it saves comes back",
    .enabled(if: ExternalTool("soffice") != nil, "LibreOffice is absent"))
  func libreOffice() async throws {
    let folder = try desk()
    try await export("kidal.docx", folder)
    try edit("kidal.docx", folder, review)
    let office = try #require(ExternalTool("soffice"))
    let profile = "-env:UserInstallation=file://" + folder.path("profile")
    for kind in ["pdf", "docx"] {
      let run = try office.run([
        profile, "--headless", "--convert-to", kind, "--outdir", folder.path("out"),
        folder.path("kidal.docx"),
      ])
      #expect(run.status == 0, "\(run.output)")
    }
    #expect(try bytes("out/kidal.pdf", folder).starts(with: Array("%PDF".utf8)))
    let run = try await take("out/kidal.docx", folder)
    #expect(run.errors.contains("2 edited, 1 accepted, 1 untranslated"), "\(run.errors)")
    #expect(try await rows(folder)[0] == "memory-context|reviewed|\(Self.edited)")
  }
}
