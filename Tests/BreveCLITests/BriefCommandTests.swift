// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve brief")
struct BriefCommandTests {
  private static let lavrov = "seeds/004_e2e9d8274ffd42f5.txt"

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("Eighty words of a seed, in JSON")
  func eightyWords() async throws {
    let run = try await BreveProcess.run([
      "brief", Self.lavrov, "--words", "80", "--format", "json",
    ])
    #expect(run.status == 0 && run.errors == "")
    let document = try json(run.output)
    #expect(JSONShape.briefs.faults(document) == [])
    let brief = try #require((document["briefs"] as? [[String: Any]])?.first)
    let words = try #require(brief["words"] as? Int)
    #expect(words <= 80 && words > 40)
    let summary = try #require(brief["summary"] as? String)
    #expect(!summary.contains("Imedias.net"))
    #expect(brief["path"] as? String == Self.lavrov)
    #expect((brief["date"] as? [String: Any])?["value"] as? String == "2025-04-03")
    let bytes = try Repository.bytes(Self.lavrov)
    let sentences = try #require(brief["sentences"] as? [[String: Any]])
    for sentence in sentences {
      let range = try #require((sentence["range"] as? [String: [Int]])?["utf8"])
      let shown = try #require(sentence["original"] as? String ?? sentence["text"] as? String)
      #expect(Array(bytes[range[0]..<range[1]]) == Array(shown.utf8))
    }
    #expect(sentences.compactMap { $0["text"] as? String }.joined(separator: " ") == summary)
  }

  @Test("The header, headings and by-lines of a seed are not in its brief")
  func noHeader() async throws {
    let run = try await BreveProcess.run(["brief", "seeds/001_e367b9ea9e36908a.txt"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").dropFirst()
    #expect(lines.count == 3)
    for line in lines {
      #expect(!line.hasPrefix("date") && !line.hasSuffix(" M."))
      #expect(line.last.map { ".!?\"»".contains($0) } == true, "\(line)")
    }
  }

  @Test("What is no plain text is refused", arguments: ["brief", "bilingual", "segment"])
  func otherForms(command: String) async throws {
    let page = "<!DOCTYPE html><html><body><p>Un.</p><p>Deux.</p></body></html>"
    let run = try await BreveProcess.run([command, "-"], input: Array(page.utf8))
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix("breve: -: this is HTML; save the page as plain text\n"))
    let packed = try await BreveProcess.run([command, "-"], input: [0x1F, 0x8B, 0x08, 0, 0, 0])
    #expect(packed.status == 2 && packed.output == "")
    #expect(packed.errors.hasPrefix("breve: -: this is packed (gzip); unpack it first"))
  }

  @Test("Nothing is no text")
  func emptyInput() async throws {
    for arguments in [["brief", "-"], ["brief"], ["-"]] {
      let run = try await BreveProcess.run(arguments)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors == "breve: -: there is no text in it; give a file that holds text\n")
    }
  }

  @Test("A program is no text")
  func binary() async throws {
    let run = try await BreveProcess.run(["brief", "/bin/ls"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors == "breve: /bin/ls: this is not text; give a text file\n")
  }

  @Test("After a file that is not there the others are done")
  func goesOn() async throws {
    let run = try await BreveProcess.run(["brief", "nosuchfile", "seeds/"])
    #expect(run.status == 2)
    #expect(run.errors == "breve: nosuchfile: no such file or folder; check the path\n")
    let alone = try await BreveProcess.run(["brief", "seeds/"])
    #expect(alone.status == 0 && alone.errors == "")
    #expect(run.outputBytes == alone.outputBytes)
    #expect(alone.output.split(separator: "\n").count == 5 * 4)
  }

  @Test("The same bytes on any number of threads", arguments: ["text", "markdown", "html", "json"])
  func threads(format: String) async throws {
    let arguments = ["brief", "seeds/", "--explain", "--format", format]
    let one = try await BreveProcess.run(arguments + ["-j", "1"])
    #expect(one.status == 0 && !one.outputBytes.isEmpty)
    for jobs in ["1", "2", "5"] {
      let other = try await BreveProcess.run(arguments + ["--jobs", jobs])
      #expect(other.outputBytes == one.outputBytes)
    }
  }

  @Test(
    "Wrong usage says what is right",
    arguments: [
      (["--ranker", "lexrnk"], ["lead", "centroid", "lexrank", "textrank", "fused", "lexrnk"]),
      (["--sentences", "0"], ["--sentences is at least 1, not 0"]),
      (["--words", "-3"], ["Error: Missing value for '--words <n>'"]),
      (["--characters", "x"], ["Error: The value 'x' is invalid for '--characters <n>'"]),
      (["--share", "101"], ["--share takes a percentage from 1 to 100, not 101"]),
      (["-j", "0"], ["--jobs is at least 1, not 0"]),
      (["--date", "April"], ["--date takes 2025-04-03"]),
      (["--jsonl"], ["--jsonl reads standard input"]), (["-", "-"], ["can be read once only"]),
      (["--format", "pdf"], ["text", "markdown", "html", "json"]),
      (["--index"], ["--index goes with -o FOLDER"]),
      (["--title", "T", "seeds/"], ["tell of one article"]),
      (["--language", "é"], ["--language takes a tag"]),
      (["--nosuch"], ["Error: Unknown option '--nosuch'"]),
    ] as [([String], [String])])
  func wrongUsage(arguments: [String], words: [String]) async throws {
    let run = try await BreveProcess.run(["brief", Self.lavrov] + arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
  }

  @Test("A limit that nothing fits is said")
  func budget() async throws {
    let run = try await BreveProcess.run(["brief", Self.lavrov, "--words", "3"])
    #expect(run.status == 0)
    #expect(
      run.errors
        == "breve: \(Self.lavrov): no sentence fits into 3 words; the article's first is given whole\n"
    )
    #expect(run.output.contains("Moscou a annoncé, jeudi 3 avril 2025"))
  }

  @Test("What is told on the command line stands in the brief")
  func facts() async throws {
    let run = try await BreveProcess.run(
      [
        "-", "--title", "Un titre", "--outlet", "Le Monde", "--date", "2024-05", "--format", "json",
      ],
      input: Array("Le Mali a signé un accord.".utf8))
    #expect(run.status == 0)
    let brief = try #require((try json(run.output)["briefs"] as? [[String: Any]])?.first)
    #expect(brief["title"] as? String == "Un titre")
    #expect(brief["outlet"] as? String == "Le Monde")
    #expect(brief["path"] as? String == "-")
    let date = try #require(brief["date"] as? [String: Any])
    #expect(date["value"] as? String == "2024-05")
    #expect((date["evidence"] as? [String: Any])?["text"] as? String == "given")
  }

  @Test("A reader that goes away is a quiet end")
  func closedPipe() async throws {
    for arguments in [["brief", "seeds/", "--format", "html"], ["segment", "seeds/"], ["--help"]] {
      let run = try await BreveProcess.runIntoClosedPipe(arguments)
      #expect(run.errors == "", "\(arguments)")
      #expect(
        run.status == 0 || (run.isSignalled && run.status == 13), "\(arguments): \(run.status)")
    }
  }
}
