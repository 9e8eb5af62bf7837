// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTerms
internal import BreveTestSupport
internal import Testing

@Suite("Taking other tools' terms into a glossary")
struct GlossaryImportTests {
  private static let header = GlossaryColumns.known.joined(separator: "\t") + "\n"

  /// The glossary after `file` was taken in, and what became of its pairs.
  private func take(
    _ file: String, into glossary: String, _ conflict: GlossaryImport.Conflict = .skip
  ) throws -> (glossary: String, outcomes: [GlossaryImport.Outcome]) {
    let reading = try GlossaryFileReader().read(Array(file.utf8), path: "f")
    let lines = try GlossaryLines(Array(glossary.utf8), path: "g.tsv")
    let result = GlossaryImport(onConflict: conflict, day: "2026-11-21")
      .change(taking: reading, into: lines)
    return (String(decoding: lines.applying(result.change).bytes, as: UTF8.self), result.outcomes)
  }

  private func terms(_ glossary: String) throws -> [String] {
    GlossaryTable(glossary, path: "g.tsv").glossary.pairs.map {
      "\($0.id): \($0.source)=\($0.target) \($0.status.rawValue)"
    }
  }

  private func renderings(_ glossary: String) throws -> [String] {
    GlossaryTable(glossary, path: "g.tsv").glossary.pairs.map { "\($0.source)=\($0.target)" }
  }

  @Test("New terms get ids; several renderings of one are one concept with one preferred")
  func new() throws {
    let (glossary, outcomes) = try take(
      "junte\tjunta\njunte\tmilitary junta\njunte\tjunta\n", into: "")
    #expect(outcomes == [.added, .added, .skipped("the file has the pair twice")])
    #expect(
      try terms(glossary) == [
        "junta: junte=junta preferred", "junta: junte=military junta admitted",
      ])
  }

  @Test(
    "Conflicts",
    arguments: [
      (.skip, ["truce: trêve=truce preferred"], [.skipped("'trêve' is 'truce' in line 2")]),
      (.overwrite, ["truce: trêve=armistice preferred"], [.updated]),
      (.both, ["truce: trêve=armistice admitted", "truce: trêve=truce preferred"], [.added]),
    ] as [(GlossaryImport.Conflict, [String], [GlossaryImport.Outcome])])
  func conflicts(
    conflict: GlossaryImport.Conflict, expected: [String], outcomes: [GlossaryImport.Outcome]
  ) throws {
    let before = try take("trêve\ttruce\n", into: "").glossary
    let after = try take("trêve\tarmistice\n", into: before, conflict)
    #expect(try terms(after.glossary).sorted() == expected)
    #expect(after.outcomes == outcomes)
  }

  @Test("A pair with other fields: left, filled or overwritten")
  func fields() throws {
    let before = try take("fr,en,pos,description\ntrêve,truce,noun,\n", into: "").glossary
    let file = "fr,en,pos,description\ntrêve,truce,verb,a pause\n"
    func pair(_ conflict: GlossaryImport.Conflict) throws -> TermPair? {
      GlossaryTable(try take(file, into: before, conflict).glossary, path: "g").glossary.pairs.first
    }
    #expect(try pair(.skip)?.note == "" && pair(.skip)?.partOfSpeech == .noun)
    #expect(try pair(.both)?.note == "a pause" && pair(.both)?.partOfSpeech == .noun)
    #expect(try pair(.overwrite)?.note == "a pause" && pair(.overwrite)?.partOfSpeech == .verb)
    #expect(
      try take(file, into: before).outcomes == [.skipped("line 2 says something else (pos, note)")])
  }

  @Test("Taking a file twice changes nothing", arguments: 0..<60)
  func twice(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func pairs(_ count: Int) -> [TermPair] {
      (0..<count).map { _ in
        var pair = TermPair(
          id: "c\(generator.number(in: 0..<6))", source: "fr \(generator.number(in: 0..<8))",
          target: "en \(generator.number(in: 0..<8))")
        pair.status = generator.one(of: TermStatus.known)
        pair.note = generator.one(of: ["", "n"])
        return pair
      }
    }
    let start = try take(
      String(
        decoding: GlossaryFileWriter.file(of: Glossary(pairs: pairs(12)), as: .tbx).bytes,
        as: UTF8.self),
      into: ""
    ).glossary
    for form in [GlossaryForm.tbx, .csv, .omegat, .weblate] {
      let taken = pairs(12)
      let bytes = GlossaryFileWriter.file(of: Glossary(pairs: taken), as: form).bytes
      let file = String(decoding: bytes, as: UTF8.self)
      for conflict in GlossaryImport.Conflict.allCases {
        let first = try take(file, into: start, conflict)
        let once = first.glossary
        #expect((once != start) == first.outcomes.contains { [.added, .updated].contains($0) })
        if conflict == .both {
          // Every rendering of the file is there, and so is every one that was there before.
          let there = Set(try renderings(once))
          #expect(there.isSuperset(of: taken.map { "\($0.source)=\($0.target)" }))
          #expect(there.isSuperset(of: try renderings(start)))
          #expect(there.count > Set(try renderings(start)).count, "seed \(seed) \(form)")
        }
        let again = try take(file, into: once, conflict)
        #expect(again.glossary == once, "seed \(seed) \(form) \(conflict)")
        #expect(!again.outcomes.contains(.added) && !again.outcomes.contains(.updated))
      }
    }
  }
}
