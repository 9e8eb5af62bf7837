// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTestSupport
internal import Testing

/// The Swift examples for people, here so that they are compiled.
@Suite("Examples in Swift")
struct ExampleTests {
  /// Of `README.md`.
  private static func readme() throws {
    let article = try Article(contentsOf: "seeds/004_e2e9d8274ffd42f5.txt")
    let summarizer = Summarizer(ranker: LexRank(), length: .words(80))
    let brief = summarizer.brief(of: article)
    for sentence in brief.sentences {
      print(sentence.rank, sentence.segment.range.utf8, sentence.segment.text)
    }
    print(brief.words, brief.article.date?.value.description ?? "no date")
    print(brief.formatted(.markdown, explains: true))
  }

  /// Of `Breve.docc/Breve.md`.
  private static func documentation() throws {
    let article = try Article(contentsOf: "seeds/004_e2e9d8274ffd42f5.txt")
    let brief = Summarizer(length: .words(80)).brief(of: article)
    for sentence in brief.sentences { print(sentence.segment.text) }
    print(brief.formatted(.markdown))
  }

  @Test(
    "The pages show what is compiled here",
    arguments: [
      "README.md", "Sources/Breve/Breve.docc/Breve.md",
    ])
  func pages(path: String) throws {
    let page = try Repository.text(path)
    let start = try #require(page.firstRange(of: "```swift\nimport Breve\n\n"))
    let rest = page[start.upperBound...]
    let example = rest[..<(try #require(rest.firstRange(of: "```")).lowerBound)]
    let lines = example.split(separator: "\n")
    #expect(lines.count > 3)
    let compiled = try Repository.text("Tests/BreveTests/ExampleTests.swift")
    #expect(compiled.contains(lines.map { "    \($0)\n" }.joined()))
  }
}
