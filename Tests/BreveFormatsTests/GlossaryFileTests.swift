// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTerms
internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("Glossaries on the disk")
struct GlossaryFileTests {
  private static let author = GlossaryFile.Author(name: "anna", when: "2026-11-21T10:00:00Z")

  private func editor(_ file: GlossaryFile) -> GlossaryEditor {
    GlossaryEditor(path: file.path, rules: GlossaryRules(domains: nil), day: "2026-11-21")
  }

  @discardableResult
  private func add(
    _ source: String, _ target: String, to file: GlossaryFile, _ others: [String: String] = [:]
  ) throws -> GlossaryRecord? {
    let entry = GlossaryEntry(["fr": source, "en": target].merging(others) { $1 })
    return try file.edit(.add, by: Self.author) { lines, _ in
      editor(file).add([entry], to: lines).change
    }
  }

  private func undo(_ file: GlossaryFile, _ id: String? = nil) throws -> GlossaryRecord? {
    let history = try GlossaryHistory(contentsOf: file.historyPath)
    let record = try history.undoable(id, digest: file.digest())
    return try file.edit(.undo, undoes: record.id, by: Self.author) {
      lines, digest throws(GlossaryError) in try record.inverse(in: lines, digest: digest)
    }
  }

  private func standings(_ file: GlossaryFile) throws -> [String] {
    let history = try GlossaryHistory(contentsOf: file.historyPath)
    #expect(history.warnings.isEmpty)
    return zip(history.records, history.standings(digest: try file.digest())).map {
      "\($0.action.rawValue) \($1)"
    }
  }

  @Test("A change takes its place in the order and leaves every other byte")
  func places() throws {
    let folder = try TemporaryFolder()
    let text = "fr\ten\tx\r\n# kept\r\nabri\tshelter\t  odd \r\nzone\tzone\r\n"
    let file = GlossaryFile(try folder.write(text, to: "g.tsv"))
    try add("État", "state", to: file)
    try add("junte", "junta", to: file)
    #expect(
      try folder.text("g.tsv")
        == "fr\ten\tx\r\n# kept\r\nabri\tshelter\t  odd \r\njunte\tjunta\t\r\nzone\tzone\r\nÉtat\tstate\t\r\n"
    )
  }

  @Test(
    "Random changes keep the order, and undoing all of them gives the file back",
    arguments: 1...15 as ClosedRange<UInt64>)
  func undoesAll(seed: UInt64) throws {
    var random = RandomGlossary(seed: seed)
    let folder = try TemporaryFolder()
    let start = GlossaryTable(
      Glossary(
        pairs: random.glossary(pairs: 12).pairs.map { pair in
          var pair = pair
          pair.others = [:]
          return pair
        })
    ).text
    let file = GlossaryFile(try folder.write(start, to: "g.tsv"))
    var texts = [start]
    var generator = SeededGenerator(seed: seed)
    for number in 0..<12 {
      let lines = try file.lines()
      let record = try file.edit([.add, .edit, .remove][number % 3], by: Self.author) { lines, _ in
        var change = GlossaryChange()
        if number % 3 != 0 { change.removed = [generator.number(in: 0..<lines.count)] }
        if number % 3 != 2 {
          var pair = random.pair()
          pair.others = [:]
          change.added = [GlossaryChange.Line(pair, in: lines.columns)]
        }
        return change
      }
      _ = lines
      #expect(record != nil, "seed \(seed)")
      texts.append(try folder.text("g.tsv"))
      #expect(try file.lines().sorting.removed.isEmpty, "seed \(seed)")
    }
    for text in texts.reversed().dropFirst() {
      #expect(try undo(file) != nil)
      #expect(Array(try folder.text("g.tsv").utf8) == Array(text.utf8), "seed \(seed)")
    }
    #expect(throws: GlossaryError.self) { try undo(file) }
  }

  @Test("An undo can be undone, and a change whose line was changed since cannot")
  func undo() throws {
    let folder = try TemporaryFolder()
    let file = GlossaryFile(folder.path("g.tsv"))
    try add("a", "b", to: file)
    let first = try #require(try GlossaryHistory(contentsOf: file.historyPath).records.first)
    try add("c", "d", to: file)
    let undone = try #require(try undo(file, first.id))
    #expect(try file.lines().count == 1)
    #expect(try standings(file) == ["add undone", "add stands", "undo stands"])
    let again = #expect(throws: GlossaryError.self) { try undo(file, first.id) }
    #expect(
      again?.description == "the change \(first.id) was undone already; breve glossary log shows it"
    )
    _ = try undo(file, undone.id)
    #expect(try file.lines().count == 2)
    #expect(try standings(file) == ["add stands", "add stands", "undo undone", "undo stands"])
    let missing = #expect(throws: GlossaryError.self) { try undo(file, "ffff") }
    #expect(missing?.description == "there is no change 'ffff'; breve glossary log lists them")
    _ = try file.edit(.edit, by: Self.author) { lines, _ throws(GlossaryError) in
      try editor(file).edit("a", target: nil, all: false, GlossaryEntry(["note": "n"]), in: lines)
    }
    let changed = #expect(throws: GlossaryError.self) { try undo(file, first.id) }
    #expect(changed?.kind == .refused)
    #expect(changed?.description.contains("its line was changed or removed since") == true)
  }

  @Test(
    "A record whose change never reached the file is found out, and the change can be made again")
  func lost() throws {
    let folder = try TemporaryFolder()
    let file = GlossaryFile(folder.path("g.tsv"))
    try add("a", "b", to: file)
    let old = try folder.text("g.tsv")
    try add("c", "d", to: file)
    // As if the process had been killed between the record and the file.
    try folder.write(old, to: "g.tsv")
    #expect(try standings(file) == ["add stands", "add lost"])
    try add("c", "d", to: file)
    let known = try standings(file)
    #expect(known == ["add stands", "add lost", "lost stands", "add stands"])
    #expect(try file.lines().count == 2)
    _ = try undo(file)
    #expect(try folder.text("g.tsv") == old)
  }

  @Test("What an editor changed is recorded as such, and earlier changes can still be undone")
  func outside() throws {
    let folder = try TemporaryFolder()
    let file = GlossaryFile(folder.path("g.tsv"))
    try add("a", "b", to: file)
    try folder.write(try folder.text("g.tsv") + "z\tz\tz\n", to: "g.tsv")
    try add("c", "d", to: file)
    #expect(try standings(file) == ["add stands", "outside stands", "add stands"])
    let first = try #require(try GlossaryHistory(contentsOf: file.historyPath).records.first)
    _ = try undo(file, first.id)
    #expect(try file.lines().count == 2)
  }

  @Test(
    "A record that was cut off does not count, and one without its line end does",
    arguments: [true, false])
  func torn(isWhole: Bool) throws {
    let folder = try TemporaryFolder()
    let file = GlossaryFile(folder.path("g.tsv"))
    try add("a", "b", to: file)
    let old = try folder.text("g.tsv")
    try add("c", "d", to: file)
    let history = try folder.text("g.history.jsonl")
    if isWhole {
      try folder.write(String(history.dropLast()), to: "g.history.jsonl")
    } else {
      try folder.write(old, to: "g.tsv")
      try folder.write(String(history.dropLast(40)), to: "g.history.jsonl")
    }
    try add("e", "f", to: file)
    #expect(try standings(file) == Array(repeating: "add stands", count: isWhole ? 3 : 2))
  }

  @Test("A long history is read from its end")
  func longHistory() throws {
    let folder = try TemporaryFolder()
    let file = GlossaryFile(folder.path("g.tsv"))
    for number in 0..<40 {
      try add("a\(number)", String(repeating: "x", count: 4000) + "\(number)", to: file)
    }
    try add("b", String(repeating: "y", count: 200_000), to: file)
    try add("c", "z", to: file)
    #expect(try standings(file).allSatisfy { $0 == "add stands" })
    #expect(Set(try GlossaryHistory(contentsOf: file.historyPath).records.map(\.id)).count == 42)
  }

  @Test("A change that is refused leaves nothing behind")
  func refused() throws {
    let folder = try TemporaryFolder()
    let file = GlossaryFile(folder.path("g.tsv"))
    let error = #expect(throws: GlossaryError.self) {
      try file.edit(.remove, by: Self.author) { lines, _ throws(GlossaryError) in
        try editor(file).remove("x", target: nil, all: false, from: lines)
      }
    }
    #expect(error?.kind == .notFound)
    #expect(try folder.names() == [])
    try folder.write([0xFF, 0xFE, 0x61, 0x00], to: "w.tsv")
    let wide = #expect(throws: GlossaryError.self) {
      try add("a", "b", to: GlossaryFile(folder.path("w.tsv")))
    }
    #expect(
      wide?.description
        == "\(folder.path("w.tsv")): it is not in UTF-8, so it is not edited; save it as UTF-8")
    #expect(try folder.names() == ["w.tsv"])
    let nowhere = #expect(throws: GlossaryError.self) {
      try add("a", "b", to: GlossaryFile(folder.path("no/g.tsv")))
    }
    #expect(nowhere?.kind == .file)
  }

  @Test("A file without a header grows at its end, and takes nothing it has no column for")
  func twoColumns() throws {
    let folder = try TemporaryFolder()
    let file = GlossaryFile(try folder.write("z\tz\nb\tb", to: "g.tsv"))
    try add("a", "a", to: file)
    #expect(try folder.text("g.tsv") == "z\tz\nb\tb\na\ta\n")
    let outcomes = editor(file).add(
      [GlossaryEntry(["fr": "c", "en": "c", "domain": "x"])], to: try file.lines()
    ).outcomes
    guard case .refused(let reason) = try #require(outcomes.first) else {
      Issue.record("it was not refused")
      return
    }
    #expect(
      reason
        == "the file has no column 'domain' (it has fr and en, without a header); leave it out or add it to the header"
    )
    _ = try file.edit(.edit, by: Self.author) { lines, _ throws(GlossaryError) in
      try editor(file).edit("z", target: nil, all: false, GlossaryEntry(["en": "y"]), in: lines)
    }
    #expect(try folder.text("g.tsv") == "z\ty\nb\tb\na\ta\n")
  }

  @Test("Permissions stay, and a link's target is replaced")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("fr\ten\n", to: "real.tsv")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("real.tsv"))
    try manager.createSymbolicLink(
      atPath: folder.path("g.tsv"), withDestinationPath: folder.path("real.tsv"))
    try add("a", "b", to: GlossaryFile(folder.path("g.tsv")))
    #expect(try folder.text("real.tsv") == "fr\ten\na\tb\n")
    #expect(try folder.names() == ["g.tsv", "real.history.jsonl", "real.tsv"])
    let attributes = try manager.attributesOfItem(atPath: folder.path("real.tsv"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }
}
