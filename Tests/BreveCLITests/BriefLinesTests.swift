// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("breve brief --jsonl")
struct BriefLinesTests {
  private func run(
    _ lines: [String], _ arguments: [String] = []
  ) async throws -> (BreveProcess, [[String: Any]]) {
    let run = try await BreveProcess.run(
      ["brief", "--jsonl"] + arguments, input: Array(lines.joined(separator: "\n").utf8))
    let objects = try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    return (run, objects)
  }

  @Test("A brief a line, in order, with the id of its line")
  func ids() async throws {
    let (run, objects) = try await run([
      #"{"id":"a","text":"Le Mali a signé un accord.","title":"T","date":"2024-05","lang":"fr"}"#,
      #"{"id":7,"text":"La Russie en est contente.","url":"https://a.b","outlet":"O","other":[1]}"#,
      #"{"text":"Paris s’inquiète."}"#,
    ])
    #expect(run.status == 0 && run.errors == "")
    #expect(objects.count == 3)
    for object in objects { #expect(JSONShape.brief.faults(object) == []) }
    #expect(objects[0]["id"] as? String == "a")
    #expect(objects[1]["id"] as? Int == 7)
    #expect(objects[2]["id"] is NSNull)
    #expect(objects.allSatisfy { $0["path"] is NSNull })
    #expect(objects[0]["title"] as? String == "T")
    #expect((objects[0]["date"] as? [String: Any])?["value"] as? String == "2024-05")
    #expect(objects[1]["outlet"] as? String == "O" && objects[1]["url"] as? String == "https://a.b")
    #expect(
      objects.map { $0["summary"] as? String } == [
        "Le Mali a signé un accord.", "La Russie en est contente.", "Paris s’inquiète.",
      ])
    // printf 'Paris s’inquiète.' | sha256sum
    #expect(
      objects[2]["sha256"] as? String
        == "c8116718713c823e6f7f29506ca348f414f7c6b34d424ae4770442923148f80c")
  }

  @Test("A bad line has an error in its place")
  func badLines() async throws {
    let (run, objects) = try await run([
      #"{"id":1,"text":"Le Mali a signé un accord."}"#, "", "no JSON", #"{"id":"x"}"#, "[]", "   ",
      #"{"id":5,"text":" \n "}"#, "\u{FFFD}{", #"{"id":8,"text":"Paris s’inquiète."}"#, "",
    ])
    #expect(run.status == 2)
    #expect(objects.map { $0["line"] as? Int } == [nil, 3, 4, 5, 7, 8, nil])
    let error = JSONShape.object(["id": .anything, "error": .text, "line": .whole])
    for object in objects where object["line"] != nil { #expect(error.faults(object) == []) }
    #expect(objects[1]["id"] is NSNull)
    #expect(objects[2]["id"] as? String == "x")
    #expect(objects[2]["error"] as? String == "there is no member \"text\" that is a string")
    #expect(objects[4]["id"] as? Int == 5)
    #expect(objects[6]["id"] as? Int == 8)
    #expect(run.errors.split(separator: "\n").count == 5)
    #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("breve: -:") })
    #expect(
      run.errors.contains(
        "breve: -:4: there is no member \"text\" that is a string; mend the line\n"))
  }

  @Test("Nothing in, nothing out", arguments: [[], ["", "  ", "\r"]])
  func nothing(lines: [String]) async throws {
    let (run, objects) = try await run(lines)
    #expect(run.status == 0)
    #expect(objects.isEmpty)
  }

  @Test("The same bytes on any number of threads, whatever the line ends")
  func threads() async throws {
    var random = RandomText(seed: 3)
    var lines: [String] = []
    for number in 0..<60 {
      let text = random.article(sentences: number % 9 + 1)
      let json = try JSONSerialization.data(withJSONObject: ["id": number, "text": text])
      lines.append(String(decoding: json, as: UTF8.self))
    }
    let (one, objects) = try await run(lines, ["-j", "1"])
    #expect(one.status == 0)
    #expect(objects.map { $0["id"] as? Int } == Array(0..<60))
    let (two, _) = try await run(lines, ["-j", "2"])
    #expect(two.outputBytes == one.outputBytes)
    let (windows, _) = try await run(lines.map { $0 + "\r" }, ["-j", "3"])
    #expect(windows.outputBytes == one.outputBytes)
  }

  @Test("A limit and a ranker hold for every line")
  func limits() async throws {
    let text = try Repository.text(Repository.seeds[4])
    let json = try JSONSerialization.data(withJSONObject: ["id": 1, "text": text])
    let (run, objects) = try await run(
      [String(decoding: json, as: UTF8.self)], ["--words", "60", "--ranker", "lexrank"])
    #expect(run.status == 0)
    let words = try #require(objects.first?["words"] as? Int)
    #expect(words <= 60 && words > 20)
    #expect(objects.first?["ranker"] as? String == "lexrank")
  }

  @Test("A reader that goes away ends the work")
  func closedPipe() async throws {
    let line = #"{"id":1,"text":"Le Mali a signé un accord."}"# + "\n"
    let run = try await BreveProcess.runIntoClosedPipe(
      ["brief", "--jsonl"], input: Array(String(repeating: line, count: 200).utf8))
    #expect(run.errors == "")
    #expect(run.status == 0 || (run.isSignalled && run.status == 13))
  }
}
