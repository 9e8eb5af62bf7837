// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve glossary find")
struct GlossaryFindTests {
  private static let text = "L’O.N.U. et la Cédéao ont signé deux accords de paix au Mali."

  private func find(_ glossary: String, _ options: String...) async throws -> BreveProcess {
    let folder = try TemporaryFolder()
    try folder.write(Array(glossary.utf8), to: "g.tsv")
    return try await BreveProcess.run(
      ["glossary", "find", "-", "--glossary", folder.path("g.tsv")] + options,
      input: Array(Self.text.utf8))
  }

  @Test("JSON has what the schema says, and its ranges lead into the bytes")
  func json() async throws {
    let run = try await find(
      "ONU\tUN\nCEDEAO\tECOWAS\naccord de paix\tpeace agreement\n", "--format", "json")
    #expect(run.status == 0 && run.errors == "")
    let document = try JSONSerialization.jsonObject(with: Data(run.outputBytes))
    #expect(JSONShape.termDocuments.faults(document) == [])
    let documents = try #require((document as? [String: Any])?["documents"] as? [[String: Any]])
    #expect(documents.first?["path"] as? String == "-")
    let matches = try #require(documents.first?["matches"] as? [[String: Any]])
    func texts(_ name: String) -> [String] { matches.compactMap { $0[name] as? String } }
    #expect(texts("translation") == ["UN", "ECOWAS", "peace agreement", "Mali"])
    #expect(texts("entry") == ["1", "2", "3", "icu:ML"])
    #expect(texts("text") == ["O.N.U.", "Cédéao", "accords de paix", "Mali"])
    let bytes = Array(Self.text.utf8)
    for match in matches {
      let range = try #require((match["range"] as? [String: [Int]])?["utf8"])
      let text = try #require(match["text"] as? String)
      #expect(Array(bytes[range[0]..<range[1]]) == Array(text.utf8))
    }
  }

  @Test("Text has a term a line, TSV a match a line, and the status of a term to be avoided")
  func formats() async throws {
    let glossary = "id\tfr\ten\tstatus\npeace\taccord de paix\tpeace accord\tdeprecated\n"
    let text = try await find(glossary, "--no-names")
    #expect(text.output == "1 × accord de paix = peace accord (deprecated) [peace] 42-57\n")
    let table = try await find(glossary, "--no-names", "--format", "tsv")
    #expect(
      table.output == """
        path\tutf8 start\tutf8 end\ttext\tterm\ttranslation\tentry\tstatus
        -\t42\t57\taccords de paix\taccord de paix\tpeace accord\tpeace\tdeprecated

        """)
  }

  @Test("Nothing found is status 1, a glossary that is not there 2")
  func status() async throws {
    let none = try await find("putsch\tcoup\n", "--no-names")
    #expect(none.status == 1 && none.output == "")
    let missing = try await BreveProcess.run(
      ["glossary", "find", "-", "--glossary", "nosuch.tsv"], input: Array(Self.text.utf8))
    #expect(missing.status == 2 && missing.errors.contains("nosuch.tsv"))
  }
}
