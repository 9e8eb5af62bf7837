// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveEngines
internal import BreveTerms
internal import BreveTestSupport
internal import Testing

@Suite("Apertium's markup")
struct ApertiumMarkupTests {
  @Test("Sentences are numbered paragraphs, and known forms numbered elements")
  func paragraph() {
    let sentence = EngineSentence(
      "5 < 6 & la CEDEAO.",
      known: [KnownForm("CEDEAO", english: "ECOWAS", isDate: false, range: 11..<17)])
    #expect(
      ApertiumMarkup.paragraph(7, sentence)
        == "<p id=\"7\">5 &lt; 6 &amp; la <b id=\"0\">CEDEAO</b>.</p>\n")
  }

  @Test(
    "What comes back is read by number",
    arguments: [
      ("<p id=\"0\">One.</p>\n<p id=\"1\">Two.</p>", ["One.", "Two."]),
      ("<p id=\"1\">Two.</p><p id=\"0\">One.</p>", ["One.", "Two."]),
      ("<p id=\"0\">One.</p>", ["One.", nil]),
      ("<p id=\"0\">One.<p id=\"1\">Two.", ["One.", "Two."]),
      ("<p id=\"0\">One.</p><p id=\"0\">Other.</p><p id=\"1\">Two.</p>", [nil, "Two."]),
      (
        "<p id=\"0\">a &lt; b &amp;amp; &#39;c&#x27; &quot; &x; & d</p>",
        ["a < b &amp; 'c' \" &x; & d", nil]
      ),
      ("<p id=\"0\">  a \n b&nbsp; .</p><p id=\"9\">x</p>", ["a b.", nil]),
      ("<p id=\"0\">a < b <", ["a < b <", nil]), ("", [nil, nil]), ("no paragraphs", [nil, nil]),
    ] as [(String, [String?])])
  func answers(output: String, texts: [String?]) {
    #expect(ApertiumMarkup.answers(in: output, count: 2).map { $0?.text } == texts)
  }

  @Test("Elements lead to stretches of the English")
  func renderings() throws {
    let output =
      "<p id=\"0\">During a <b id=\"1\"> press  conference </b> in <b id=\"0\">😀</b><b id=\"2\"></b>x <b id=\"3\">end</p>"
    let answer = try #require(ApertiumMarkup.answers(in: output, count: 1)[0])
    #expect(answer.text == "During a press conference in 😀x end")
    #expect(
      answer.renderings == [
        KnownRendering(form: 1, range: 9..<25), KnownRendering(form: 0, range: 29..<31),
      ])
  }

  @Test("What is put in and comes back as it was is the same text with the same stretches")
  func roundTrip() {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = RandomText(seed: seed)
      let words = EngineSentence(random.soup(30)).text.unicodeScalars.filter {
        !$0.properties.isWhitespace && $0.value >= 0x20
          && !["\u{AD}", "\u{200B}", "\u{FEFF}"].contains($0)
      }
      let text = String(String.UnicodeScalarView(words))
      let count = text.utf16.count
      // No stretch cuts a surrogate pair.
      let places = text.unicodeScalars.indices.map { $0.utf16Offset(in: text) } + [count]
      var ends = [
        places.randomElement(using: &random.generator) ?? 0,
        places.randomElement(using: &random.generator) ?? 0,
      ]
      ends.sort()
      let range = ends[0]..<ends[1]
      let sentence = EngineSentence(
        text, known: [KnownForm("x", english: "y", isDate: false, range: range)])
      let output = ApertiumMarkup.paragraph(0, sentence)
      let answer = ApertiumMarkup.answers(in: output, count: 1)[0]
      #expect(answer?.text == text, "seed \(seed)")
      #expect(answer?.renderings.map(\.range) == (range.isEmpty ? [] : [range]), "seed \(seed)")
    }
  }

  @Test("Damaged output never ends the program")
  func damage() {
    let whole =
      "<p id=\"0\">The <b id=\"0\">army</b> &amp; the <b id=\"1\">navy</b>.</p>\n<p id=\"1\">End.</p>"
    for seed in 1...500 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var bytes = Array(whole.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(place...)
        }
      }
      for answer in ApertiumMarkup.answers(in: String(decoding: bytes, as: UTF8.self), count: 2) {
        guard let answer else { continue }
        let count = answer.text.utf16.count
        #expect(answer.renderings.allSatisfy { $0.range.upperBound <= count }, "seed \(seed)")
      }
    }
  }
}

@Suite("Apertium")
struct ApertiumEngineTests {
  private static let isInstalled = ExternalTool("apertium") != nil

  @Test(
    "A gist of each sentence, and where its terms stand",
    .enabled(if: isInstalled, "Apertium is not installed; \(ApertiumEngine.remedy)"))
  func translates() async throws {
    let engine = ApertiumEngine()
    try #require(await engine.fault() == nil)
    #expect(engine.version != nil)
    #expect(engine.label.hasSuffix(", gist"))
    let term = TermPair(
      id: "pc", source: "conférence de presse", target: "press conference", partOfSpeech: .noun)
    let sentences = [
      sentence(
        "Lors d'une conférence de presse, l'armée n'a pas dit <5 & 6>.", "conférence de presse",
        term),
      sentence("Le Mali a signé un accord.", "Mali", term), EngineSentence("Non !"),
    ]
    let replies = await engine.translate(sentences, limits: EngineLimits(seconds: 900))
    let answers = try replies.map { try $0.get() }
    #expect(answers.count == 3)
    #expect(answers[0].text.contains("not") && answers[0].text.contains("<5 & 6>"))
    #expect(answers.allSatisfy { !$0.text.contains("apertium") && !$0.text.contains("<b") })
    let stretch = try #require(answers[0].renderings.first)
    let units = Array(answers[0].text.utf16)
    #expect(String(decoding: units[stretch.range], as: UTF16.self) == "press conference")
    #expect(answers[1].renderings.map(\.form) == [0])
  }

  @Test("Where it is not installed that is said, with what installs it", .enabled(if: !isInstalled))
  func missing() async {
    let replies = await ApertiumEngine().translate(
      [EngineSentence("Oui.")], limits: EngineLimits(seconds: 900))
    guard case .failure(let fault) = replies[0] else {
      Issue.record("it gave something")
      return
    }
    #expect(fault.kind == .missing)
    #expect("\(fault)".contains("apt-get install apertium"))
  }

  private func sentence(_ text: String, _ stretch: String, _ pair: TermPair) -> EngineSentence {
    guard let range = text.range(of: stretch, in: text) else { return EngineSentence(text) }
    return EngineSentence(
      text, known: [KnownForm(stretch, english: pair.target, isDate: false, range: range)])
  }
}

extension String {
  fileprivate func range(of part: String, in text: String) -> Range<Int>? {
    guard let range = text.firstRange(of: part) else { return nil }
    return range.lowerBound.utf16Offset(in: text)..<range.upperBound.utf16Offset(in: text)
  }
}
