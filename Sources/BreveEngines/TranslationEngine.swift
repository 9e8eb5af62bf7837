// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Something outside of Breve that gives English for French sentences.
///
/// ```swift
/// let engine: any TranslationEngine = PipeEngine("translate --from fr --to en")
/// let replies = await engine.translate([EngineSentence("Bonjour.")], limits: EngineLimits())
/// ```
/// An engine is asked and never trusted: what it gives is labelled, checked, and left out if it is not what was asked for.
public protocol TranslationEngine: Sendable {
  /// What it is called on the command line, as `apertium`.
  var name: String { get }
  /// The part of ``name`` that may be printed beside its English; ``name`` if nothing else is said.
  var shownName: String { get }
  /// What tells one state of it from another, as `3.8.3`; nil if it does not say.
  var version: String? { get }
  var capabilities: EngineCapabilities { get }

  /// The English of each sentence, in their order; as many replies as sentences, whatever happens.
  ///
  /// - Parameters:
  ///   - sentences: Any number; the engine makes batches of them.
  ///   - limits: When to give up.
  /// - Returns: An answer or a fault for each sentence; ends soon after its task is cancelled.
  func translate(_ sentences: [EngineSentence], limits: EngineLimits) async -> [EngineReply]

  /// Whether it can be asked; sends no text of the user's.
  ///
  /// - Returns: Nil if it can, else why not.
  func fault() async -> EngineFault?
}

extension TranslationEngine {
  public var shownName: String { name }

  /// Name, version and worth, as `apertium 3.8.3, gist`; what stands beside its English.
  public var label: String {
    let base = version.map { "\(shownName) \($0)" } ?? shownName
    return capabilities.isGist ? base + ", gist" : base
  }
}

/// What an engine can do.
public struct EngineCapabilities: Hashable, Sendable {
  /// Whether it says which English stands for which known form.
  public var alignsKnownForms: Bool
  /// Whether it is told the English of known forms.
  public var takesTerms: Bool
  /// Whether it heeds examples.
  public var takesExamples: Bool
  /// Whether its English is good for the gist only, and never for print.
  public var isGist: Bool
  /// Where the text goes.
  public var place: EnginePlace

  /// What an engine can do.
  public init(
    alignsKnownForms: Bool = false, takesTerms: Bool = false, takesExamples: Bool = false,
    isGist: Bool = false, place: EnginePlace
  ) {
    self.takesTerms = takesTerms
    self.alignsKnownForms = alignsKnownForms
    self.takesExamples = takesExamples
    self.isGist = isGist
    self.place = place
  }
}

/// Where an engine is.
public enum EnginePlace: Hashable, Sendable {
  /// A program of this machine that opens no connection.
  case here
  /// A command of the user's on this machine; what it does with the text is not known.
  case command
  /// A server.
  case server(EngineAddress)

  /// Whether text leaves the machine, in a word or two.
  public var inWords: String {
    switch self {
    case .here: "nothing leaves the machine"
    case .command: "a command on this machine; what it sends is its own affair"
    case .server(let address):
      address.isLoopback
        ? "nothing leaves the machine (\(address.host))"
        : "the sentences go to \(address.host)" + (address.isEncrypted ? "" : ", not encrypted")
    }
  }
}

/// When an engine is given up.
public struct EngineLimits: Hashable, Sendable {
  /// Seconds for one batch, to which come ``secondsPerSentence``.
  public var seconds: Double
  /// More seconds for each sentence of a batch.
  public var secondsPerSentence = 0.5
  /// The most sentences of a batch; an engine that is started anew for each has to load its model anew.
  public var batch = 2000

  /// The usual ones; or other seconds for one batch.
  public init(seconds: Double = 60) { self.seconds = seconds }

  /// Seconds for a batch of so many sentences.
  func seconds(for count: Int) -> Double { seconds + secondsPerSentence * Double(count) }
}
