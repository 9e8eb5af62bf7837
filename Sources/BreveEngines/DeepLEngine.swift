// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import FoundationEssentials

/// DeepL.
///
/// Sentences go as XML in which each term is an element: DeepL keeps elements with the words they stand around, so that it is
/// known which English stands for a term. No glossary is stored with DeepL.
/// - Source: DeepL API v2, `POST /v2/translate`, tag handling.
public struct DeepLEngine: TranslationEngine {
  public let name = "deepl"
  public let version: String? = nil
  public let capabilities: EngineCapabilities
  private let server: EngineServer

  /// The engine for a key; keys that end in `:fx` belong to the free address.
  ///
  /// - Parameters:
  ///   - key: The authentication key.
  ///   - address: Another address than DeepL's own.
  ///   - log: Told of every request.
  public init?(key: String, address: EngineAddress? = nil, log: EngineLog? = nil) {
    let own = key.hasSuffix(":fx") ? "https://api-free.deepl.com" : "https://api.deepl.com"
    guard let address = address ?? EngineAddress(own) else { return nil }
    capabilities = EngineCapabilities(alignsKnownForms: true, place: .server(address))
    server = EngineServer(
      engine: name, address: address, headers: ["Authorization: DeepL-Auth-Key \(key)"], log: log)
  }

  public func fault() async -> EngineFault? { await server.fault(at: "/v2/usage") }

  public func translate(
    _ sentences: [EngineSentence], limits: EngineLimits
  ) async -> [EngineReply] {
    await server.translateMarked(sentences, limits: limits, batch: 50, path: "/v2/translate") {
      batch in
      var json = JSONWriter()
      json.object { json in
        json.member("text") { json in
          json.array { json in
            for (number, sentence) in batch.enumerated() {
              json.value(ApertiumMarkup.paragraph(number, sentence))
            }
          }
        }
        json.member("source_lang", "FR")
        json.member("target_lang", "EN-GB")
        json.member("split_sentences", "0")
        json.member("preserve_formatting") { $0.value(true) }
        json.member("tag_handling", "xml")
      }
      return json.bytes
    } read: { body, count in
      let texts = try JSONDecoder().decode(Answer.self, from: Data(body)).translations.map(\.text)
      guard texts.count == count else { return texts.map { EngineAnswer($0) } }
      return texts.enumerated().map { number, text in
        ApertiumMarkup.answers(in: text, count: count)[number] ?? EngineAnswer("")
      }
    }
  }

  private struct Answer: Decodable {
    struct Translation: Decodable { let text: String }

    let translations: [Translation]
  }
}
