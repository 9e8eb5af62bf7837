// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Articles as JSON Lines")
struct ArticleLineTests {
  @Test("Read all members, and leave others alone")
  func reads() throws {
    let line = try ArticleLine(
      Array(
        """
        {"id":"a1","lang":"FR","title":"Un titre","date":"2025-04-03T10:00:00Z","url":"https://a.b",\
        "outlet":"Le Monde","text":"Il pleut.\\n\\u00e9","extra":{"a":[1]}}
        """.utf8))
    #expect(line.id == .text("a1"))
    #expect(line.language == .french)
    #expect(line.text == "Il pleut.\né")
    let facts = SourceFacts(
      outlet: "Le Monde", date: PartialDate("2025-04-03"), title: "Un titre", url: "https://a.b")
    #expect(line.facts == facts)
  }

  @Test(
    "Take members of another type, null and empty ones as absent",
    arguments: [
      #"{"text":"A"}"#, #"{"text":"A","lang":null,"title":"","date":"","url":null,"outlet":""}"#,
      #"{"text":"A","lang":3,"title":[],"date":2023,"url":{},"outlet":false,"id":null}"#,
      #"{"text":"A","lang":"","date":"April"}"#,
    ])
  func absent(json: String) throws {
    let line = try ArticleLine(Array(json.utf8))
    #expect(line.text == "A")
    #expect(line.facts == SourceFacts())
    #expect(line.language == nil)
    #expect(line.id == nil)
  }

  @Test(
    "Keep ids as they are",
    arguments: [
      (#"{"id":7,"text":""}"#, .number(7)), (#"{"id":"7","text":""}"#, .text("7")),
      (#"{"id":-9007199254740993,"text":""}"#, .number(-9_007_199_254_740_993)),
      (#"{"id":"","text":""}"#, .text("")),
    ] as [(String, LineID)])
  func ids(json: String, id: LineID) throws {
    #expect(try ArticleLine(Array(json.utf8)).id == id)
  }

  @Test(
    "Say what is wrong, with the id as far as it can be read",
    arguments: [
      (#"{"id":7}"#, .number(7), "there is no member \"text\" that is a string"),
      (#"{"id":"x","text":3}"#, .text("x"), "there is no member \"text\" that is a string"),
      (#"{"id":true,"text":"A"}"#, nil, "the id is no string and no whole number"),
      (#"{"id":1.5,"text":"A"}"#, nil, "the id is no string and no whole number"),
      (#"{"id":[1],"text":"A"}"#, nil, "the id is no string and no whole number"),
      (#"[1]"#, nil, "the line is no JSON object"), (#""text""#, nil, "the line is no JSON object"),
      ("null", nil, "the line is no JSON object"),
    ] as [(String, LineID?, String)])
  func faults(json: String, id: LineID?, reason: String) {
    let error = #expect(throws: ArticleLineError.self) { try ArticleLine(Array(json.utf8)) }
    #expect(error?.id == id)
    #expect(error?.reason == reason)
  }

  @Test(
    "Refuse what is no JSON",
    arguments: [
      #"{"id":1,"text":"A""#, "{", "Il pleut.", #"{"text":"A"} x"#, "{'text':'A'}",
      #"{"text":"\x"}"#,
    ])
  func noJSON(json: String) {
    let error = #expect(throws: ArticleLineError.self) { try ArticleLine(Array(json.utf8)) }
    #expect(error?.reason.hasPrefix("the line is no JSON") == true)
    #expect(error?.id == nil)
  }

  @Test("A line is read the same with a member that needs the general decoder", arguments: 0..<40)
  func readersAgree(seed: UInt64) throws {
    var random = RandomText(seed: seed)
    for _ in 0..<10 {
      let members = ["title", "text"].map { name in
        "\"\(name)\":\"\(Self.escaped(random.soup(20), &random.generator))\""
      }.joined(separator: " ,\t")
      let short = Array("{ \(members),\"id\":-12 }".utf8)
      let long = Array("{ \(members),\"id\":-12,\"more\":[{}] }".utf8)
      let (one, other) = (try ArticleLine(short), try ArticleLine(long))
      #expect(Array(one.text.utf8) == Array(other.text.utf8), "seed \(seed)")
      #expect(one.facts == other.facts, "seed \(seed)")
      #expect(one.id == .number(-12) && other.id == one.id, "seed \(seed)")
    }
  }

  /// The text as it may stand in JSON: what must be escaped is, anything else now and then.
  private static func escaped(_ text: String, _ generator: inout SeededGenerator) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      let mustBe = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if scalar == "\n", generator.isOne(in: 2) {
        out += "\\n"
      } else if mustBe || generator.isOne(in: 10) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: generator.isOne(in: 2))
          out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  @Test(
    "What is no UTF-8, no escape or no number is no JSON",
    arguments: [
      #"{"text":"\ud800"}"#, #"{"text":"\u12"}"#, #"{"text":"a","id":01}"#,
      #"{"text":"a" "id":1}"#,
    ])
  func brokenJSON(json: String) {
    #expect(throws: ArticleLineError.self) { try ArticleLine(Array(json.utf8)) }
  }
}
