// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import Testing

@Suite("breve.toml")
struct ConfigurationFileTests {
  private func read(
    _ text: String, isPrivate: Bool = false
  ) throws(LoadingError) -> ConfigurationFile {
    try ConfigurationFile(Array(text.utf8), path: "breve.toml", isPrivate: isPrivate)
  }

  @Test("Any number of blanks may stand beside a key, and costs no more than reading them")
  func manyBlanks() throws {
    let blanks = String(repeating: " \t", count: 50_000)
    let file = try read(
      "[bilingual]\(blanks)\n\(blanks)user\(blanks)=\(blanks)'anne'\(blanks)#\n\(blanks)\n")
    #expect(file.user == "anne")
  }

  @Test("What may stand there is read")
  func whole() throws {
    let file = try read(
      """
      # The desk.
      [bilingual]
      engine = ["house", 'pipe:sed "s/#/a/"'] # two
      minimum-rate = 82.5
      memory = "desk \\"a\\".tmx"
      glossary = 'Glossary/fr-en.tsv'

      [engines.house]
      use = "openai:http://127.0.0.1:8080"
      model = "small"
      key = "secret"
      """, isPrivate: true)
    #expect(file.engines == ["house", "pipe:sed \"s/#/a/\""])
    #expect(file.minimumRate == 82.5)
    #expect(file.memories == ["desk \"a\".tmx"])
    #expect(file.glossary == "Glossary/fr-en.tsv")
    #expect(file.named["house"]?.use == "openai:http://127.0.0.1:8080")
    #expect(file.named["house"]?.model == "small" && file.named["house"]?.key == "secret")
    #expect(try read("").engines.isEmpty)
    let two = try read(
      """
      [bilingual]
      user = "desk"
      [engines.small]
      use = "openai"
      url = "http://127.0.0.1:8080"
      [engines.large]
      url = "http://127.0.0.1:8081"
      use = "openai"
      """)
    #expect(two.user == "desk")
    #expect(two.named["small"]?.use == "openai:http://127.0.0.1:8080")
    #expect(two.named["large"]?.use == "openai:http://127.0.0.1:8081")
  }

  @Test(
    "What may not is refused with its line",
    arguments: [
      (
        "[bilingual]\nengnie = \"a\"", ":2: [bilingual] has no key 'engnie'; did you mean 'engine'?"
      ),
      ("[bilingua]", ":1: there is no table [bilingua]; did you mean [bilingual]?"),
      ("engine = \"a\"", ":1: 'engine' stands before the first [table]"),
      ("[bilingual]\n\nminimum-rate = \"70\"", ":3: 'minimum-rate' is a number, as 70"),
      ("[bilingual]\nminimum-rate = 0", ":2: minimum-rate is a percentage above 0"),
      ("[bilingual]\nengine = apertium", ":2: 'apertium' is no value; strings stand in"),
      ("[bilingual]\nengine = \"a", ":2: the string has no end on its line"),
      ("[bilingual]\nmemory = [\"a\" \"b\"]", ":2: a comma is missing in the array"),
      ("[bilingual]\nmemory = [\"a\",", ":2: the array does not end on its line"),
      ("[bilingual]\nengine = \"a\"\nengine = \"b\"", ":3: 'engine' stands there twice"),
      ("[bilingual]\n[bilingual]", ":2: [bilingual] stands there twice"),
      ("[engines.a]\nmodel = \"b\"", ": [engines.a] has no 'use'"),
      ("[engines.a]\nkey = \"b\"", ":2: a key stands in a file that others may read or change"),
      (
        "[engines.a]\nuse = \"apertium\"\nurl = \"x\"", ": [engines.a] has a 'url', so its 'use' is"
      ),
      ("[bilingual]\nengine", ":2: this is no line of breve.toml"),
    ])
  func refused(text: String, reason: String) throws {
    let error = #expect(throws: LoadingError.self) { try read(text) }
    #expect(error?.description.hasPrefix("breve.toml" + reason) == true, "\(error as Any)")
    #expect(error?.description.contains("\"b\"") != true)
  }
}
