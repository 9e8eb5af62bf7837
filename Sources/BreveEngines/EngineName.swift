// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// An engine as it is named on the command line.
public enum EngineName: Hashable, Sendable {
  case apertium
  /// A command that reads a French line and writes an English one.
  case pipe(String)
  case libretranslate(EngineAddress)
  case openai(EngineAddress)
  case deepl

  /// What is wrong with a name.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// The forms that there are.
  public static let forms = [
    "apertium", "pipe:COMMAND", "libretranslate:URL", "openai:URL", "deepl",
  ]

  /// Reads a name as `apertium` or `pipe:COMMAND`.
  ///
  /// - Parameter text: What the user wrote.
  /// - Throws: ``Fault`` if there is no such engine, or its command or address is missing.
  public init(_ text: String) throws(Fault) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : nil
    switch (parts[0], rest) {
    case ("apertium", nil): self = .apertium
    case ("deepl", nil): self = .deepl
    case ("pipe", let command):
      guard let command, !command.allSatisfy(\.isWhitespace) else {
        throw Fault(description: "pipe: needs a command, as pipe:'marian-decoder -c fr-en.yml'")
      }
      self = .pipe(command)
    case ("libretranslate", let url):
      self = .libretranslate(try Self.address(url, of: "libretranslate"))
    case ("openai", let url): self = .openai(try Self.address(url, of: "openai"))
    default:
      throw Fault(
        description:
          "there is no engine '\(text)'; give one of \(Self.forms.joined(separator: ", "))")
    }
  }

  /// The names in a list with commas between; a command may hold commas, so a pipe is the last of its list.
  ///
  /// - Parameter list: As `apertium,pipe:COMMAND`.
  /// - Returns: The names in their order, right or wrong.
  public static func names(in list: String) -> [String] {
    var names: [String] = []
    var rest = Substring(list)
    while true {
      let next = rest.hasPrefix("pipe:") ? rest : rest.prefix { $0 != "," }
      names.append(String(next))
      guard next.endIndex < rest.endIndex else { return names }
      rest = rest[rest.index(after: next.endIndex)...]
    }
  }

  private static func address(_ url: String?, of engine: String) throws(Fault) -> EngineAddress {
    guard let url, let address = EngineAddress(url) else {
      throw Fault(
        description:
          "\(engine): needs an address, as \(engine):http://127.0.0.1:5000, without a key in it")
    }
    return address
  }

  /// Where its text goes.
  public var place: EnginePlace {
    switch self {
    case .apertium: .here
    case .pipe: .command
    case .libretranslate(let address), .openai(let address): .server(address)
    case .deepl: EngineAddress("https://api.deepl.com").map { .server($0) } ?? .command
    }
  }

  /// The name as it was written.
  public var text: String {
    switch self {
    case .apertium: "apertium"
    case .pipe(let command): "pipe:" + command
    case .libretranslate(let address): "libretranslate:" + address.url
    case .openai(let address): "openai:" + address.url
    case .deepl: "deepl"
    }
  }

  /// Why the engine may not be used where nothing may leave the machine; nil if it may.
  ///
  /// Found from the name alone, before a name is looked up or a connection opened.
  public var offlineFault: EngineFault? {
    guard case .server(let address) = place, !address.isLoopback else { return nil }
    return EngineFault(.refusedOffline(address.host), engine: text)
  }

  /// The engine; one that answers everything with the reason, where it may not or cannot be asked.
  ///
  /// - Parameters:
  ///   - settings: Keys and the rest; see ``EngineSettings``.
  ///   - isOffline: Whether nothing may leave this machine; the name alone decides.
  /// - Returns: One that was asked nothing yet.
  public func engine(_ settings: EngineSettings, isOffline: Bool = false) -> any TranslationEngine {
    if isOffline, let offlineFault { return RefusedEngine(self, offlineFault) }
    switch self {
    case .apertium: return ApertiumEngine()
    case .pipe(let command): return PipeEngine(command)
    case .libretranslate(let address):
      return LibreTranslateEngine(
        address, key: settings.key(.libretranslate), log: settings.log)
    case .openai(let address):
      return OpenAIEngine(
        address, model: settings.model, key: settings.key(.openai), log: settings.log)
    case .deepl:
      guard let key = settings.key(.deepl),
        let engine = DeepLEngine(key: key, log: settings.log)
      else {
        let variable = EngineSettings.Keyed.deepl.variable
        return RefusedEngine(self, EngineFault(.noKey(variable), engine: text))
      }
      return engine
    }
  }
}

/// What engines behind servers need to know besides their address.
public struct EngineSettings: Sendable {
  /// The engines that may have keys.
  public enum Keyed: String, Sendable, CaseIterable {
    case libretranslate, openai, deepl

    /// The variable of the environment that holds the key; keys are never taken from a command line.
    public var variable: String { "BREVE_" + rawValue.uppercased() + "_KEY" }
  }

  private var keys: [Keyed: String] = [:]
  /// The model of an `openai:` server; nil for the one it has.
  public var model: String?
  /// Told of every request.
  public var log: EngineLog?

  /// Settings with the keys of an environment.
  ///
  /// - Parameters:
  ///   - environment: Gives the value of a variable; nil if it is not set.
  ///   - model: The model of an `openai:` server.
  ///   - log: Told of every request.
  public init(
    environment: (String) -> String?, model: String? = nil, log: EngineLog? = nil
  ) {
    for engine in Keyed.allCases {
      let key = environment(engine.variable)
      // A key is one word; more would be another line of the header.
      if let key, !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
        keys[engine] = key
      }
    }
    self.model = model
    self.log = log
  }

  func key(_ engine: Keyed) -> String? { keys[engine] }
}
