// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve segment and schema")
struct SegmentCommandTests {
  @Test("A sentence a line")
  func text() async throws {
    let run = try await BreveProcess.run(
      ["segment", "-", "--language", "fr"],
      input: Array("M. Diop part. Il rit.\nFin\tde page !".utf8))
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output == "M. Diop part.\nIl rit.\nFin de page !\n")
  }

  @Test("JSON has the documents, and their ranges lead into the files")
  func json() async throws {
    let run = try await BreveProcess.run(["segment", "seeds", "--format", "json"])
    #expect(run.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(run.outputBytes))
    #expect(JSONShape.documents.faults(document) == [])
    let documents = try #require((document as? [String: Any])?["documents"] as? [[String: Any]])
    #expect(documents.compactMap { $0["path"] as? String } == Repository.seeds)
    for (read, path) in zip(documents, Repository.seeds) {
      let bytes = try Repository.bytes(path)
      let segments = try #require(read["segments"] as? [[String: Any]])
      #expect(segments.count > 10)
      for segment in segments {
        let range = try #require((segment["range"] as? [String: [Int]])?["utf8"])
        let shown = try #require(segment["original"] as? String ?? segment["text"] as? String)
        #expect(Array(bytes[range[0]..<range[1]]) == Array(shown.utf8))
      }
    }
  }

  @Test("TSV has a header and as many fields in every line")
  func tsv() async throws {
    let run = try await BreveProcess.run(["segment", "seeds/", "--format", "tsv"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 100)
    #expect(
      Set(lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }) == [6])
    #expect(lines.first == "path\tutf8 start\tutf8 end\trole\tblock\ttext")
  }

  @Test("Options are heeded")
  func options() async throws {
    let text = Array("Un titre\n\nUn\nmot\u{65}\u{301} de plus.".utf8)
    func lines(_ options: String...) async throws -> [String] {
      let run = try await BreveProcess.run(["segment", "--format", "tsv"] + options, input: text)
      #expect(run.status == 0)
      return run.output.split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: "\t")
        return "\(fields[3]) \(fields[5])"
      }
    }
    let wrapped = try await lines("--lines", "wrapped", "--language", "fr")
    #expect(
      wrapped.map { Array($0.utf8) }
        == ["heading Un titre", "paragraph Un moté de plus."].map { Array($0.utf8) })
    let plain = try await lines("--structure", "plain", "--lines", "paragraphs", "--no-repair")
    #expect(plain.map { Array($0.utf8) }.first == Array("paragraph Un titre".utf8))
    #expect(plain.map { Array($0.utf8) }.last == Array("paragraph mote\u{301} de plus.".utf8))
  }

  @Test("Every file is tried, and one that failed is exit status 2")
  func failures() async throws {
    let run = try await BreveProcess.run(["segment", "nosuchfile", "seeds/"])
    #expect(run.status == 2)
    #expect(run.errors == "breve: nosuchfile: no such file or folder; check the path\n")
    #expect(run.output.split(separator: "\n").count > 100)
    let wrong = try await BreveProcess.run(["segment", "--lines", "folded", "seeds/"])
    #expect(wrong.status == 64 && wrong.errors.contains("wrapped"))
  }

  @Test("A schema that there is not is wrong usage")
  func schemas() async throws {
    let none = try await BreveProcess.run(["schema", "nosuch"])
    #expect(none.status == 64 && none.output == "")
    #expect(none.errors.contains("there is no schema 'nosuch'"))
  }

  @Test("The version is a number")
  func version() async throws {
    let run = try await BreveProcess.run(["--version"])
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
