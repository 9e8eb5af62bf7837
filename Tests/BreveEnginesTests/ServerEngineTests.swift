// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveEngines
internal import BreveTestSupport
internal import Foundation
internal import Testing

/// Answers as LibreTranslate does: each text in capitals.
private func libretranslate(_ request: StandInServer.Request) -> String {
  let question = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
  let texts = question?["q"] as? [String] ?? []
  let answer = ["translatedText": texts.map { $0.uppercased() }]
  return (try? JSONSerialization.data(withJSONObject: answer)).map {
    String(decoding: $0, as: UTF8.self)
  } ?? ""
}

private func kinds(_ replies: [EngineReply]) -> [EngineFault.Kind?] {
  replies.map { reply in
    guard case .failure(let fault) = reply else { return nil }
    return fault.kind
  }
}

@Suite("Engines behind servers")
struct ServerEngineTests {
  private let sentences = [
    EngineSentence("Un « mot »."), EngineSentence("Deux\t\"mots\" \\ 😀."), EngineSentence("Trois."),
  ]

  private func engine(
    _ server: StandInServer, key: String? = nil, log: EngineLog? = nil
  ) throws -> LibreTranslateEngine {
    LibreTranslateEngine(try #require(EngineAddress(server.url)), key: key, log: log)
  }

  @Test("LibreTranslate is asked as it documents, all sentences in one array")
  func libreTranslate() async throws {
    let server = try #require(
      StandInServer { request, _ in .answer(200, libretranslate(request)) })
    defer { server.stop() }
    let replies = try await engine(server, key: "secret").translate(
      sentences, limits: EngineLimits(seconds: 900))
    #expect(
      replies.map { try? $0.get().text } == ["UN « MOT ».", "DEUX \"MOTS\" \\ 😀.", "TROIS."])
    let request = try #require(server.requests.first)
    #expect(server.requests.count == 1)
    #expect(request.method == "POST" && request.path == "/translate")
    #expect(request.headers.contains("Content-Type: application/json"))
    let body = try #require(
      try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
    #expect(body["source"] as? String == "fr" && body["target"] as? String == "en")
    #expect(body["format"] as? String == "text" && body["api_key"] as? String == "secret")
  }

  @Test("Many sentences go in several requests, and come back in order")
  func batches() async throws {
    let server = try #require(
      StandInServer { request, _ in .answer(200, libretranslate(request)) })
    defer { server.stop() }
    let many = (1...120).map { EngineSentence("Phrase \($0).") }
    let replies = try await engine(server).translate(many, limits: EngineLimits(seconds: 900))
    #expect(replies.map { try? $0.get().text } == (1...120).map { "PHRASE \($0)." })
    #expect(server.requests.count == 3)
  }

  @Test(
    "Whatever a server does is a fault for each sentence, within the time",
    arguments: [
      (.answer(400, "{\"error\":\"fr is not supported\"}"), .refused(400), 1),
      (.answer(403, "{}"), .refused(403), 1),
      (
        .answer(200, "{\"translatedText\":[\"1\",\"2\",\"3\",\"4\"]}"),
        .wrongCount(4, expected: 3), 4
      ),
      (.answer(200, "{\"translatedText\":\"one\"}"), .malformed, 4),
      (.answer(200, "{\"translatedText\":[\"one\","), .malformed, 4),
      (.answer(200, ""), .malformed, 4),
      (.answer(200, "<html>"), .malformed, 4),
      (.answer(302, "", headers: ["Location: http://engine.invalid/"]), .refused(302), 1),
      (.late(30, "{}"), .timedOut(1), 1), (.endless, .tooMuch, 1),
      (.answer(429, "slow down", headers: ["Retry-After: 9000"]), .refused(429), 1),
      (.raw("no HTTP at all\r\n\r\n"), .unreachable, 4),
      (.half("{\"translatedText\""), .unreachable, 4),
      (.nothing, .unreachable, 4), (.answer(503, ""), .refused(503), 4),
    ] as [(StandInServer.Reply, EngineFault.Kind, Int)])
  func faults(reply: StandInServer.Reply, kind: EngineFault.Kind, requests: Int) async throws {
    let server = try #require(StandInServer { _, _ in reply })
    defer { server.stop() }
    var limits = EngineLimits(seconds: kind == .timedOut(1) ? 0.7 : 900)
    if kind == .timedOut(1) { limits.secondsPerSentence = 0.1 }
    let replies = try await engine(server).translate(sentences, limits: limits)
    #expect(kinds(replies) == [kind, kind, kind])
    #expect(server.requests.count == requests)
  }

  /// Loses the text that holds `odd`, as engines do that cut and join sentences by themselves.
  private static func losing(_ odd: String, _ request: StandInServer.Request) -> StandInServer.Reply
  {
    let question = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
    let texts = (question?["q"] as? [String] ?? []).filter { !$0.contains(odd) }
    let data = try? JSONSerialization.data(withJSONObject: ["translatedText": texts])
    return .answer(200, String(decoding: data ?? Data(), as: UTF8.self))
  }

  @Test("A wrong count costs the one sentence that it is due to", arguments: [1, 2, 33, 50, 64])
  func halves(odd: Int) async throws {
    let server = try #require(
      StandInServer { request, _ in Self.losing("Phrase \(odd).", request) })
    defer { server.stop() }
    let many = (1...64).map { EngineSentence("Phrase \($0).") }
    let replies = try await engine(server).translate(many, limits: EngineLimits(seconds: 900))
    #expect(replies.count == 64)
    for (number, reply) in zip(1..., replies) {
      switch reply {
      case .success(let answer):
        #expect(number != odd && answer.text == "Phrase \(number).")
        let count = odd <= 50 ? 50 : 14
        let isOfBatch = (number <= 50) == (odd <= 50)
        #expect(
          answer.setback?.kind == (isOfBatch ? .wrongCount(count - 1, expected: count) : nil))
      case .failure(let fault):
        #expect(number == odd && fault.kind == .wrongCount(0, expected: 1))
      }
    }
    // Twice the halvings of fifty, and the two batches.
    #expect(server.requests.count <= 2 + 2 * 6)
  }

  @Test("A server that answers nothing rightly is given up, and the next batch not asked")
  func givenUp() async throws {
    let server = try #require(
      StandInServer { _, _ in .answer(200, "{\"translatedText\":[]}") })
    defer { server.stop() }
    let many = (1...120).map { EngineSentence("Phrase \($0).") }
    let replies = try await engine(server).translate(many, limits: EngineLimits(seconds: 900))
    #expect(kinds(replies) == Array(repeating: .wrongCount(0, expected: 50), count: 120))
    // Fifty, then halves down to one sentence, and the one beside it.
    #expect(server.requests.count == 8)
  }

  @Test("The time for a batch holds for its halves too")
  func halvesInTime() async throws {
    let server = try #require(
      StandInServer { _, number in
        number == 0 ? .answer(200, "{\"translatedText\":[]}") : .late(60, "{}")
      })
    defer { server.stop() }
    var limits = EngineLimits(seconds: 0.7)
    limits.secondsPerSentence = 0.1
    let replies = try await engine(server).translate(sentences, limits: limits)
    #expect(kinds(replies) == [.timedOut(1), .timedOut(1), .timedOut(1)])
    #expect(server.requests.count == 2)
  }

  @Test("A server that is busy is asked again")
  func triesAgain() async throws {
    let server = try #require(
      StandInServer { request, number in
        switch number {
        case 0: .answer(429, "", headers: ["Retry-After: 1"])
        case 1: .nothing
        default: .answer(200, libretranslate(request))
        }
      })
    defer { server.stop() }
    let replies = try await engine(server).translate(sentences, limits: EngineLimits(seconds: 900))
    #expect(kinds(replies) == [nil, nil, nil])
    #expect(server.requests.count == 3)
  }

  @Test("Nobody there is said, and what a server says itself")
  func messages() async throws {
    let server = try #require(StandInServer { _, _ in .answer(400, "{\"error\":\"no fr\"}") })
    let port = server.port
    guard
      case .failure(let refused)? = try await engine(server).translate(
        sentences, limits: EngineLimits(seconds: 900)
      ).first
    else { return }
    server.stop()
    #expect(
      "\(refused)"
        == "engine 'libretranslate:http://127.0.0.1:\(port)': the server answers with status 400; it says: {\"error\":\"no fr\"}"
    )
    let fault = await LibreTranslateEngine(try #require(EngineAddress("http://127.0.0.1:\(port)")))
      .fault()
    #expect(fault?.kind == .unreachable)
  }

  @Test("A cancelled task gives a request up")
  func cancelled() async throws {
    let server = try #require(StandInServer { _, _ in .late(60, "{}") })
    defer { server.stop() }
    let engine = try engine(server)
    let task = Task { [sentences] in
      await engine.translate(sentences, limits: EngineLimits(seconds: 900))
    }
    task.cancel()
    #expect(kinds(await task.value) == [.cancelled, .cancelled, .cancelled])
  }

  @Test("Every call is written down before it is made, and none is made that cannot be")
  func log() async throws {
    let folder = try TemporaryFolder()
    let server = try #require(
      StandInServer { request, _ in .answer(200, libretranslate(request)) })
    defer { server.stop() }
    let log = EngineLog(path: folder.path("calls.tsv"))
    _ = try await engine(server, log: log).translate(sentences, limits: EngineLimits(seconds: 900))
    let fields = try folder.text("calls.tsv").split(separator: "\n").map {
      $0.split(separator: "\t")
    }
    #expect(fields.count == 1)
    let size = try #require(server.requests.first).body.count
    #expect(
      fields[0].dropFirst().elementsEqual(["loopback", "127.0.0.1", "\(size)"].map { $0[...] }))
    let replies = try await engine(server, log: EngineLog(path: folder.path("no/calls.tsv")))
      .translate(sentences, limits: EngineLimits(seconds: 900))
    #expect(kinds(replies) == [.unlogged, .unlogged, .unlogged])
    #expect(server.requests.count == 1)
  }
}

@Suite("Language models behind servers")
struct OpenAIEngineTests {
  private let sentences = [
    EngineSentence(
      "La CEDEAO est là.",
      known: [KnownForm("CEDEAO", english: "ECOWAS", isDate: false, range: 3..<9)],
      examples: [EngineExample(source: "La CEDEAO dort.", target: "ECOWAS sleeps.")]),
    EngineSentence("Oui."),
  ]

  private static func answer(_ content: String) -> StandInServer.Reply {
    let object = ["choices": [["message": ["role": "assistant", "content": content]]]]
    let data = (try? JSONSerialization.data(withJSONObject: object)) ?? Data()
    return .answer(200, String(decoding: data, as: UTF8.self))
  }

  @Test("Terms, examples and a schema are in the request")
  func request() async throws {
    let server = try #require(
      StandInServer { _, _ in
        Self.answer(
          #"{"translations":[{"number":2,"english":"Yes."},{"number":1,"english":"ECOWAS is here."}]}"#
        )
      })
    defer { server.stop() }
    let engine = OpenAIEngine(try #require(EngineAddress(server.url)), model: "m", key: "k")
    let replies = await engine.translate(sentences, limits: EngineLimits(seconds: 900))
    #expect(replies.map { try? $0.get().text } == ["ECOWAS is here.", "Yes."])
    #expect(engine.version == "m")
    let request = try #require(server.requests.first)
    #expect(request.path == "/v1/chat/completions")
    #expect(request.headers.contains("Authorization: Bearer k"))
    #expect(request.text.contains("La CEDEAO dort. => ECOWAS sleeps."))
    #expect(request.text.contains("terms: CEDEAO = ECOWAS"))
    let body = try #require(
      try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
    #expect((body["response_format"] as? [String: Any])?["type"] as? String == "json_schema")
    #expect(body["temperature"] as? Int == 0)
  }

  @Test(
    "Answers with anything but one English for each number are not believed",
    arguments: [
      (
        #"{"translations":[{"number":1,"english":"A"},{"number":1,"english":"B"}]}"#,
        .wrongCount(2, expected: 2)
      ),
      (
        #"{"translations":[{"number":1,"english":"A"},{"number":3,"english":"B"}]}"#,
        .wrongCount(2, expected: 2)
      ),
      (#"{"translations":[{"number":1},{"number":2}]}"#, .malformed),
      ("I cannot do that.", .malformed),
      ("", .malformed), (#"["A","B"]"#, .malformed), ("}{", .malformed),
      (
        "Here:\n```json\n{\"translations\":[{\"number\":1,\"english\":\"A\"},{\"number\":2,\"english\":\"B\"}]}\n```",
        nil
      ),
    ] as [(String, EngineFault.Kind?)])
  func answers(content: String, kind: EngineFault.Kind?) async throws {
    let server = try #require(StandInServer { _, _ in Self.answer(content) })
    defer { server.stop() }
    let engine = OpenAIEngine(try #require(EngineAddress(server.url)))
    #expect(
      kinds(await engine.translate(sentences, limits: EngineLimits(seconds: 900))) == [kind, kind])
    // The two together, and each alone.
    #expect(server.requests.count == (kind == nil ? 1 : 3))
  }

  @Test("Where a model answers two sentences wrongly it is asked for each")
  func oneByOne() async throws {
    let server = try #require(
      StandInServer { request, _ in
        let isWhole = request.text.contains("1. La CEDEAO") && request.text.contains("2. Oui.")
        let english = request.text.contains("1. Oui.") ? "Yes." : "ECOWAS is here."
        return isWhole
          ? Self.answer(#"{"translations":[{"number":1,"english":"ECOWAS is here. Yes."}]}"#)
          : Self.answer(#"{"translations":[{"number":1,"english":"\#(english)"}]}"#)
      })
    defer { server.stop() }
    let engine = OpenAIEngine(try #require(EngineAddress(server.url)))
    let replies = await engine.translate(sentences, limits: EngineLimits(seconds: 900))
    #expect(replies.map { try? $0.get().text } == ["ECOWAS is here.", "Yes."])
    #expect(
      replies.map { try? $0.get().setback?.kind }
        == [.wrongCount(1, expected: 2), .wrongCount(1, expected: 2)])
  }
}

@Suite("DeepL")
struct DeepLEngineTests {
  @Test("Terms are elements, and lead to their English")
  func terms() async throws {
    let server = try #require(
      StandInServer { _, _ in
        .answer(
          200,
          #"{"translations":[{"detected_source_language":"FR","text":"<p id=\"0\">The <b id=\"0\">CEDEAO</b> &amp; co.</p>\n"}]}"#
        )
      })
    defer { server.stop() }
    let engine = try #require(DeepLEngine(key: "k:fx", address: EngineAddress(server.url)))
    let sentence = EngineSentence(
      "La CEDEAO & Cie.",
      known: [KnownForm("CEDEAO", english: "ECOWAS", isDate: false, range: 3..<9)])
    let replies = await engine.translate([sentence], limits: EngineLimits(seconds: 900))
    let answer = try #require(replies.first).get()
    #expect(answer.text == "The CEDEAO & co.")
    #expect(answer.renderings == [KnownRendering(form: 0, range: 4..<10)])
    let request = try #require(server.requests.first)
    #expect(request.headers.contains("Authorization: DeepL-Auth-Key k:fx"))
    #expect(request.text.contains("\"target_lang\":\"EN-GB\""))
    let both = await engine.translate([sentence, sentence], limits: EngineLimits(seconds: 900))
    #expect(both.map { try? $0.get().text } == ["The CEDEAO & co.", "The CEDEAO & co."])
    #expect(
      both.map { try? $0.get().setback?.kind }
        == [.wrongCount(1, expected: 2), .wrongCount(1, expected: 2)])
    #expect(server.requests.count == 4)
  }

  @Test("Keys are taken from the environment, and only whole ones")
  func keys() async throws {
    for (key, isTaken) in [("abc:fx", true), ("", false), ("a b", false), ("a\r\nX: y", false)] {
      let settings = EngineSettings(environment: { $0 == "BREVE_DEEPL_KEY" ? key : nil })
      let engine = EngineName.deepl.engine(settings)
      #expect((engine is DeepLEngine) == isTaken, "\(key)")
      if !isTaken {
        let sentences = [EngineSentence("Oui.")]
        let replies = await engine.translate(sentences, limits: EngineLimits(seconds: 900))
        #expect(kinds(replies) == [.noKey("BREVE_DEEPL_KEY")])
      }
    }
    let free = try #require(DeepLEngine(key: "abc:fx"))
    let paid = try #require(DeepLEngine(key: "abc"))
    #expect(free.capabilities.place.inWords == "the sentences go to api-free.deepl.com")
    #expect(paid.capabilities.place.inWords == "the sentences go to api.deepl.com")
  }
}
