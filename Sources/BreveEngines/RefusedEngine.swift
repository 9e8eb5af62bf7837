// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// An engine that may not or cannot be asked, and that answers every sentence with the reason.
public struct RefusedEngine: TranslationEngine {
  public let name: String
  public let version: String? = nil
  public let capabilities: EngineCapabilities
  private let reason: EngineFault

  /// The engine `name`, refused for `reason`.
  public init(_ name: EngineName, _ reason: EngineFault) {
    self.name = name.text
    capabilities = EngineCapabilities(place: name.place)
    self.reason = reason
  }

  public func fault() async -> EngineFault? { reason }

  public func translate(
    _ sentences: [EngineSentence], limits: EngineLimits
  ) async -> [EngineReply] {
    sentences.map { _ in .failure(reason) }
  }
}
