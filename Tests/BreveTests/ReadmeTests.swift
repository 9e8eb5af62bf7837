// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Testing

@Suite("README")
struct ReadmeTests {
  /// The lines of `sh` blocks that call `breve`.
  private static let lines: [String] = examples(in: (try? Repository.text("README.md")) ?? "")

  private static func examples(in text: String) -> [String] {
    var isInBlock = false
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInBlock = !isInBlock && line == "```sh"
      } else if isInBlock, line.split(separator: " ").contains("breve") {
        lines.append(String(line))
      }
    }
    return lines
  }

  @Test("Shows examples")
  func showsExamples() {
    #expect(!Self.lines.isEmpty)
    #expect(
      Self.examples(
        in:
          "breve a\n```sh\nbreve b\nls | breve c\nls breves\n```\nbreve c\n```swift\nbreve d\n```\n"
      ) == [
        "breve b", "ls | breve c",
      ])
  }

  @Test("The brief it shows is the one that the command prints")
  func showsTheBrief() async throws {
    let text = try Repository.text("README.md")
    let start = try #require(text.firstMatch(of: /that `(breve brief [^`]+)` prints:\n\n```text\n/))
    let block = text[start.range.upperBound...]
    let shown = block[..<(try #require(block.firstRange(of: "```")).lowerBound)]
    let run = try await BreveProcess.shell(String(start.output.1), in: Repository.root)
    #expect(Golden.difference(between: run.output, and: String(shown)) == nil)
  }

  @Test("Every example runs", arguments: lines)
  func examplesRun(line: String) async throws {
    let folder = try TemporaryFolder()
    for name in ["seeds", "Glossary", "Reports", "README.md"] where Repository.exists(name) {
      try folder.copy(name)
    }
    let result = try await BreveProcess.shell(line, in: folder.path)
    #expect(result.status == 0, "\(line)\n\(result.errors)")
    // Each shows something, or has written it to a file.
    #expect(result.output != "" || result.errors != "" || line.contains(" -o "), "\(line)")
  }
}
