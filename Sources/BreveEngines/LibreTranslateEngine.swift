// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import FoundationEssentials

/// LibreTranslate, and servers that speak as it does (LTEngine).
///
/// Each sentence is an element of one array: its own cutting of sentences is not used. It knows no glossary.
/// - Source: LibreTranslate 1.9, `POST /translate`.
public struct LibreTranslateEngine: TranslationEngine {
  public let name: String
  public let version: String? = nil
  public let capabilities: EngineCapabilities
  private let server: EngineServer

  /// The engine behind an address.
  ///
  /// - Parameters:
  ///   - address: As `http://127.0.0.1:5000`.
  ///   - key: Where the server wants one.
  ///   - log: Told of every request.
  public init(_ address: EngineAddress, key: String? = nil, log: EngineLog? = nil) {
    name = "libretranslate:" + address.url
    capabilities = EngineCapabilities(place: .server(address))
    self.key = key
    server = EngineServer(engine: name, address: address, headers: [], log: log)
  }

  private let key: String?

  public func fault() async -> EngineFault? {
    await server.fault(at: "/languages")
  }

  public func translate(
    _ sentences: [EngineSentence], limits: EngineLimits
  ) async -> [EngineReply] {
    await server.translate(sentences, limits: limits, batch: 50, path: "/translate") { batch in
      var json = JSONWriter()
      json.object { json in
        json.member("q") { json in
          json.array { json in for sentence in batch { json.value(sentence.text) } }
        }
        json.member("source", "fr")
        json.member("target", "en")
        json.member("format", "text")
        if let key { json.member("api_key", key) }
      }
      return json.bytes
    } read: { body, _ in
      try JSONDecoder().decode(Answer.self, from: Data(body)).translatedText
    }
  }

  private struct Answer: Decodable {
    let translatedText: [String]
  }
}
