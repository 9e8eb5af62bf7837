// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveEngines
internal import Testing

@Suite("Pipe engines")
struct PipeEngineTests {
  private let sentences = ["Bonjour.", "Il n'a pas dit oui.", "Fin."].map { EngineSentence($0) }

  @Test("A line in, a line out")
  func lines() async {
    let replies = await PipeEngine("tr a-z A-Z").translate(
      sentences, limits: EngineLimits(seconds: 900))
    #expect(replies.map { try? $0.get().text } == ["BONJOUR.", "IL N'A PAS DIT OUI.", "FIN."])
  }

  @Test("Batches are put together in order")
  func batches() async {
    let many = (1...25).map { EngineSentence("Phrase \($0).") }
    var limits = EngineLimits(seconds: 900)
    limits.batch = 4
    let replies = await PipeEngine("sed s/Phrase/Sentence/").translate(many, limits: limits)
    #expect(replies.map { try? $0.get().text } == (1...25).map { "Sentence \($0)." })
  }

  @Test("Line breaks, control characters and blanks of an answer make no other lines")
  func oneLine() async {
    let command = #"awk '{ printf "  a\r\t\033[1mb  %d \n", NR }'"#
    let replies = await PipeEngine(command).translate(sentences, limits: EngineLimits(seconds: 900))
    #expect(replies.map { try? $0.get().text } == ["a [1mb 1", "a [1mb 2", "a [1mb 3"])
    let broken = [EngineSentence("un\ndeux\rtrois")]
    let copied = await PipeEngine("cat").translate(broken, limits: EngineLimits(seconds: 900))
    #expect(copied.map { try? $0.get().text } == ["un deux trois"])
  }

  @Test(
    "Every fault is told for every sentence",
    arguments: [
      ("true", .wrongCount(0, expected: 3)), ("cat; echo", .wrongCount(4, expected: 3)),
      ("sed p", .wrongCount(6, expected: 3)), ("cat; echo error >&2; exit 4", .failed(4)),
      ("cat >/dev/null; kill -SEGV $$", .crashed(11)), ("sleep 300", .timedOut(1)),
      ("no-such-command-9", .failed(127)), (#"printf '\377\n\377\n\377\n'"#, .notUTF8),
      ("yes", .tooMuch),
    ] as [(String, EngineFault.Kind)])
  func faults(command: String, kind: EngineFault.Kind) async {
    var limits = EngineLimits(seconds: kind == .timedOut(1) ? 0.3 : 900)
    if kind == .timedOut(1) { limits.secondsPerSentence = 0.1 }
    let replies = await PipeEngine(command).translate(sentences, limits: limits)
    #expect(replies.count == sentences.count)
    for reply in replies {
      guard case .failure(let fault) = reply else {
        Issue.record("\(command) gave something")
        continue
      }
      #expect(fault.kind == kind)
      #expect("\(fault)".hasPrefix("engine 'pipe:\(command.prefix { $0 != " " && $0 != ";" })"))
    }
  }

  @Test("Lines that a command loses cost the sentences that they are due to")
  func lostLines() async {
    let cut = await PipeEngine("head -n 2").translate(
      sentences, limits: EngineLimits(seconds: 900))
    #expect(cut.map { try? $0.get().text } == sentences.map(\.text))
    #expect(cut.allSatisfy { (try? $0.get())?.setback?.kind == .wrongCount(2, expected: 3) })
    let lost = await PipeEngine("awk '!/dit/'").translate(
      sentences, limits: EngineLimits(seconds: 900))
    #expect(lost.map { try? $0.get().text } == ["Bonjour.", nil, "Fin."])
  }

  @Test("What a command says itself is in the fault")
  func detail() async {
    let replies = await PipeEngine("echo 'no model fr-en' >&2; exit 1")
      .translate(sentences, limits: EngineLimits(seconds: 900))
    guard case .failure(let fault) = replies[0] else { return }
    #expect(
      "\(fault)"
        == "engine 'pipe:echo': it ended with status 1; it says: no model fr-en"
    )
  }

  @Test(
    "Of a command only the program is shown",
    arguments: [
      ("marian-decoder -c fr-en.yml", "pipe:marian-decoder"),
      ("/opt/x/slimt --key k", "pipe:slimt"),
      ("KEY=secret LANG=C run", "pipe:run"), ("A=b", "pipe:"), ("  cat ", "pipe:cat"),
    ])
  func shownName(command: String, name: String) {
    #expect(PipeEngine(command).shownName == name)
    #expect(PipeEngine(command).label == name)
  }

  @Test("An empty answer is the fault of its sentence only")
  func empty() async {
    let replies = await PipeEngine("sed 2s/.*//").translate(
      sentences, limits: EngineLimits(seconds: 900))
    #expect(replies.map { (try? $0.get()) != nil } == [true, false, true])
    guard case .failure(let fault) = replies[1] else { return }
    #expect(fault.kind == .noAnswer)
  }

  @Test("A cancelled task ends its engine")
  func cancellation() async {
    let task = Task { [sentences] in
      await PipeEngine("sleep 300").translate(sentences, limits: EngineLimits(seconds: 120))
    }
    task.cancel()
    let kinds = await task.value.map { reply -> EngineFault.Kind? in
      guard case .failure(let fault) = reply else { return nil }
      return fault.kind
    }
    #expect(kinds == [.cancelled, .cancelled, .cancelled])
  }
}

@Suite("Names of engines")
struct EngineNameTests {
  @Test(
    "Which addresses are this machine, by their writing alone",
    arguments: [
      ("http://127.0.0.1:5000", true), ("http://localhost:5000/x", true), ("http://[::1]:80", true),
      ("HTTPS://LOCALHOST", true), ("http://127.9.8.7", true),
      ("http://127.0.0.1.invalid", false), ("http://localhost.invalid", false),
      ("http://engine.invalid", false), ("http://127.1", false), ("http://0.0.0.0", false),
      ("http://127.0.0.256", false), ("http://0127.0.0.1", false), ("http://192.168.0.7", false),
      ("http://engine.invalid#127.0.0.1", false), ("http://engine.invalid/127.0.0.1", false),
      ("http://engine.invalid?@localhost", false), ("http://[::2]", false),
    ])
  func loopback(url: String, isLoopback: Bool) throws {
    let address = try #require(EngineAddress(url))
    #expect(address.isLoopback == isLoopback)
    let fault = try EngineName("openai:" + url).offlineFault
    #expect((fault == nil) == isLoopback)
    if let fault { #expect("\(fault)".contains("--offline is given; nothing was sent")) }
  }

  @Test(
    "What is no address",
    arguments: [
      "", "engine.invalid", "ftp://a", "http://", "http://:80", "http://key@a", "http://[::1",
    ])
  func noAddress(url: String) { #expect(EngineAddress(url) == nil) }

  @Test("Names are read, with what is wrong in them")
  func names() throws {
    #expect(EngineName.names(in: "apertium") == ["apertium"])
    #expect(EngineName.names(in: "apertium,") == ["apertium", ""])
    #expect(EngineName.names(in: "apertium,pipe:tr a,b c,d") == ["apertium", "pipe:tr a,b c,d"])
    #expect(try EngineName("apertium") == .apertium)
    #expect(try EngineName("pipe:tr a,b c,d") == .pipe("tr a,b c,d"))
    for (text, message) in [
      ("apertum", "there is no engine 'apertum'"), ("pipe:", "pipe: needs a command"),
      ("pipe", "pipe: needs a command"), ("openai", "openai: needs an address"),
      ("", "there is no engine ''"), ("apertium:fr", "there is no engine 'apertium:fr'"),
    ] {
      #expect { try EngineName(text) } throws: { "\($0)".contains(message) }
    }
  }

  @Test("What leaves the machine is said")
  func privacy() throws {
    #expect(EngineName.apertium.place.inWords == "nothing leaves the machine")
    #expect(try EngineName("deepl").place.inWords == "the sentences go to api.deepl.com")
    #expect(
      try EngineName("libretranslate:http://127.0.0.1:5000").place.inWords
        == "nothing leaves the machine (127.0.0.1)")
  }
}
